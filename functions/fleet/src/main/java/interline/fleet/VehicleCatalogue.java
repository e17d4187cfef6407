package interline.fleet;

import java.util.List;
import java.util.Optional;

/** What every organization starts with: the statuses and types that a vehicle can have. */
public final class VehicleCatalogue {

  /** One of a catalogue's entries; numbers begin with 1 in the order shown. */
  public record Entry(long number, String name) {}

  public static final List<Entry> STATUSES =
      entries("Active", "Inactive", "In Shop", "Out of Service", "Sold");

  public static final List<Entry> TYPES =
      entries(
          "Car",
          "Truck",
          "Van",
          "Pickup Truck",
          "SUV",
          "Bus",
          "Trailer",
          "Semi Truck",
          "Motorcycle",
          "Other");

  private VehicleCatalogue() {}

  public static Optional<Entry> find(List<Entry> catalogue, long number) {
    return catalogue.stream().filter(entry -> entry.number() == number).findFirst();
  }

  /** By name, without regard to case. */
  public static Optional<Entry> find(List<Entry> catalogue, String name) {
    return catalogue.stream().filter(entry -> entry.name().equalsIgnoreCase(name)).findFirst();
  }

  private static List<Entry> entries(String... names) {
    List<String> all = List.of(names);
    return all.stream().map(name -> new Entry(all.indexOf(name) + 1, name)).toList();
  }
}

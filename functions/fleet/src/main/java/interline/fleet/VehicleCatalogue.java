package interline.fleet;

import java.time.Instant;
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

  public static final List<Entry> FUEL_TYPES =
      entries(
          "Gasoline",
          "Diesel",
          "Electric",
          "Hybrid",
          "Propane",
          "Compressed Natural Gas",
          "Hydrogen",
          "Diesel Exhaust Fluid");

  private static final List<String> STATUS_COLORS =
      List.of("#28a745", "#6c757d", "#ffc107", "#dc3545", "#343a40");

  private static final Stamp BEGINNING =
      new Stamp(1, Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z"));

  private VehicleCatalogue() {}

  /** What every organization has of a kind, by number. */
  public static List<CatalogueEntry> builtIn(Kind<CatalogueEntry> kind) {
    return entries(kind).stream().map(entry -> builtIn(kind, entry)).toList();
  }

  static Optional<CatalogueEntry> builtIn(Ref<CatalogueEntry> ref) {
    return entries(ref.kind()).stream()
        .filter(entry -> Long.toString(entry.number()).equals(ref.id()))
        .map(entry -> builtIn(ref.kind(), entry))
        .findFirst();
  }

  static Optional<CatalogueEntry> builtIn(Kind<CatalogueEntry> kind, String name) {
    return find(entries(kind), name.strip()).map(entry -> builtIn(kind, entry));
  }

  private static CatalogueEntry builtIn(Kind<CatalogueEntry> kind, Entry entry) {
    return new CatalogueEntry(
        kind,
        entry.number(),
        BEGINNING,
        entry.name(),
        kind.equals(Kind.VEHICLE_STATUS)
            ? Optional.of(STATUS_COLORS.get((int) entry.number() - 1))
            : Optional.empty(),
        entry.number() == 1);
  }

  private static List<Entry> entries(Kind<CatalogueEntry> kind) {
    if (kind.equals(Kind.VEHICLE_STATUS)) {
      return STATUSES;
    }
    if (kind.equals(Kind.VEHICLE_TYPE)) {
      return TYPES;
    }
    return kind.equals(Kind.FUEL_TYPE) ? FUEL_TYPES : List.of();
  }

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

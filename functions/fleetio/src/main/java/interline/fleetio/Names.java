package interline.fleetio;

import interline.fleet.CatalogueEntry;
import interline.fleet.Group;
import interline.fleet.Kind;
import interline.fleet.Ref;
import interline.fleet.Snapshot;
import interline.fleet.Vehicle;
import interline.fleet.VehicleCatalogue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the numbers in vehicles stand for: types, statuses, fuel types, groups and labels. What
 * every organization has is known; the rest is read for all vehicles at once.
 */
final class Names {

  /** Nothing but what every organization has. */
  static final Names NONE = new Names(new Snapshot.Found(Map.of()));

  private final Snapshot.Found found;

  private Names(Snapshot.Found found) {
    this.found = found;
  }

  static Names of(Snapshot fleet, List<Vehicle> vehicles) {
    Set<Ref<?>> refs = new LinkedHashSet<>();
    for (Vehicle vehicle : vehicles) {
      own(Kind.VEHICLE_TYPE, vehicle.type()).ifPresent(refs::add);
      own(Kind.VEHICLE_STATUS, vehicle.status()).ifPresent(refs::add);
      fuelType(vehicle).flatMap(number -> own(Kind.FUEL_TYPE, number)).ifPresent(refs::add);
      vehicle.group().map(Kind.GROUP::number).ifPresent(refs::add);
      vehicle.labels().stream().map(Kind.LABEL::number).forEach(refs::add);
    }
    return refs.isEmpty() ? NONE : new Names(fleet.findAll(refs));
  }

  Optional<CatalogueEntry> type(Vehicle vehicle) {
    return entry(Kind.VEHICLE_TYPE, vehicle.type());
  }

  Optional<CatalogueEntry> status(Vehicle vehicle) {
    return entry(Kind.VEHICLE_STATUS, vehicle.status());
  }

  Optional<CatalogueEntry> fuel(Vehicle vehicle) {
    return fuelType(vehicle).flatMap(number -> entry(Kind.FUEL_TYPE, number));
  }

  Optional<Group> group(Vehicle vehicle) {
    return vehicle.group().flatMap(number -> found.find(Kind.GROUP.number(number)));
  }

  List<Map<String, Object>> labels(Vehicle vehicle) {
    return vehicle.labels().stream()
        .flatMap(number -> entry(Kind.LABEL, number).stream())
        .map(
            label -> {
              Map<String, Object> shown = new LinkedHashMap<>();
              shown.put("id", label.number());
              shown.put("name", label.name());
              shown.put("color", label.color());
              return shown;
            })
        .toList();
  }

  private Optional<CatalogueEntry> entry(Kind<CatalogueEntry> kind, long number) {
    return VehicleCatalogue.builtIn(kind).stream()
        .filter(entry -> entry.number() == number)
        .findFirst()
        .or(() -> found.find(kind.number(number)));
  }

  private static Optional<Ref<CatalogueEntry>> own(Kind<CatalogueEntry> kind, long number) {
    return VehicleCatalogue.builtIn(kind).stream().anyMatch(entry -> entry.number() == number)
        ? Optional.empty()
        : Optional.of(kind.number(number));
  }

  private static Optional<Long> fuelType(Vehicle vehicle) {
    return VehicleDetails.of(vehicle).decimal("fuel_type_id").map(BigDecimal::longValue);
  }
}

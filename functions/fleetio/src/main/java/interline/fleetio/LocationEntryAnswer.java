package interline.fleetio;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import interline.fleet.Location;
import interline.fleet.LocationEntry;
import interline.fleet.LocationEntry.Owner;
import interline.fleet.Movable;
import interline.fleet.OrganizationId;
import interline.fleet.Snapshot;
import interline.fleet.Vehicle;
import interline.fleet.Worker;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A location entry as Fleetio prints it; what depends on the vehicle or contact is as of now. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record LocationEntryAnswer(
    long id,
    String createdAt,
    String updatedAt,
    long accountId,
    String date,
    String itemType,
    long itemId,
    Optional<Long> vehicleId,
    Optional<Long> contactId,
    Optional<String> locatableType,
    Optional<Long> locatableId,
    Optional<String> address,
    Optional<Object> addressComponents,
    boolean isCurrent,
    String location,
    Point geolocation,
    Optional<String> vehicleArchivedAt,
    Optional<String> contactArchivedAt) {

  record Point(double latitude, double longitude) {}

  /** A single entry. */
  static LocationEntryAnswer of(
      LocationEntry entry, Snapshot fleet, OrganizationId account, Times times) {
    return of(entry, fleet.find(entry.owner().ref()), account, times);
  }

  /** Entries that are told together, with one look at all that they are about. */
  static List<LocationEntryAnswer> of(
      List<LocationEntry> entries, Snapshot fleet, OrganizationId account, Times times) {
    Snapshot.Found owners =
        fleet.findAll(
            entries.stream().map(entry -> entry.owner().ref()).collect(Collectors.toSet()));
    return entries.stream()
        .map(entry -> of(entry, owners.find(entry.owner().ref()), account, times))
        .toList();
  }

  private static LocationEntryAnswer of(
      LocationEntry entry, Optional<? extends Movable> owner, OrganizationId account, Times times) {
    Location location = entry.location();
    Optional<Long> vehicle =
        entry.owner() instanceof Owner.OfVehicle(long number)
            ? Optional.of(number)
            : Optional.empty();
    Optional<Long> contact =
        entry.owner() instanceof Owner.OfWorker(long number)
            ? Optional.of(number)
            : Optional.empty();
    return new LocationEntryAnswer(
        entry.number(),
        times.at(entry.stamp().created()),
        times.at(entry.stamp().changed()),
        account.number(),
        times.at(entry.date()),
        vehicle.isPresent() ? "Vehicle" : "Contact",
        vehicle.or(() -> contact).orElseThrow(),
        vehicle,
        contact,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        owner.filter(found -> found.shows(entry)).isPresent(),
        String.format(Locale.ROOT, "POINT (%.6f,%.6f)", location.latitude(), location.longitude()),
        new Point(location.latitude(), location.longitude()),
        owner
            .filter(Vehicle.class::isInstance)
            .flatMap(found -> ((Vehicle) found).archived())
            .map(times::at),
        owner
            .filter(Worker.class::isInstance)
            .flatMap(found -> ((Worker) found).archived())
            .map(times::at));
  }
}

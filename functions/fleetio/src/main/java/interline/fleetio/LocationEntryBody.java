package interline.fleetio;

import interline.fleet.Location;
import interline.fleet.LocationEntries;
import interline.fleet.LocationEntry;
import interline.fleet.LocationEntry.Owner;
import interline.fleet.Rule;
import interline.fleet.Said;
import interline.fleet.UseCase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What clients say of a location entry; the same for a single one and for a row of a bulk job. */
final class LocationEntryBody {

  private static final String LATITUDE = "latitude";
  private static final String LONGITUDE = "longitude";
  private static final String DATE = "date";

  private LocationEntryBody() {}

  /**
   * Reads a new entry.
   *
   * @throws Unreadable if something of it is missing, or cannot be meant
   */
  static UseCase<LocationEntry> create(Attributes said) {
    Optional<Owner> owner = owner(said);
    Optional<Instant> date = said.required(DATE, said.moment(DATE));
    Optional<Double> latitude = said.required(LATITUDE, degrees(said, LATITUDE, 90));
    Optional<Double> longitude = said.required(LONGITUDE, degrees(said, LONGITUDE, 180));
    if (owner.isEmpty() || date.isEmpty() || latitude.isEmpty() || longitude.isEmpty()) {
      throw new Unreadable(said.errors(), List.of());
    }
    Location location = new Location(latitude.get(), longitude.get());
    return Unreadable.unless(
        said.errors(),
        LocationEntries.create(new LocationEntry.Draft(owner.get(), location, date.get())));
  }

  /** Reads a row of a bulk job. */
  static UseCase<Long> row(Attributes said) {
    UseCase<LocationEntry> entry = create(said);
    return fleet -> entry.decide(fleet).map(LocationEntry::number);
  }

  /** Reads what is to change. */
  static UseCase<LocationEntry> revise(long number, Attributes said) {
    LocationEntry.Revision revision =
        new LocationEntry.Revision(
            degrees(said, LATITUDE, 90), degrees(said, LONGITUDE, 180), said.moment(DATE));
    return Unreadable.unless(said.errors(), LocationEntries.revise(number, revision));
  }

  /** A vehicle, or else a contact: what is said of one beside a vehicle is not heard. */
  private static Optional<Owner> owner(Attributes said) {
    Optional<Long> vehicle = said.parent("vehicle").given();
    if (vehicle.isPresent() || said.errors().speakOf("vehicle")) {
      return vehicle.map(Owner.OfVehicle::new);
    }
    Optional<Long> contact = said.parent("contact").given();
    if (contact.isEmpty() && !said.errors().speakOf("contact")) {
      said.errors().add("vehicle", Words.of(new Rule.Present()));
    }
    return contact.map(Owner.OfWorker::new);
  }

  private static Said<Double> degrees(Attributes said, String name, int most) {
    return switch (said.decimalWithin(-most, most, name)) {
      case Said.Given<BigDecimal>(BigDecimal degrees) -> new Said.Given<>(degrees.doubleValue());
      case Said.None<BigDecimal> _ -> new Said.None<>();
      case Said.Nothing<BigDecimal> _ -> new Said.Nothing<>();
    };
  }
}

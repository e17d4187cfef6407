package interline.fleet;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where a vehicle or worker was at some moment.
 *
 * @param owner whose position it is
 */
public record LocationEntry(long number, Stamp stamp, Owner owner, Location location, Instant date)
    implements Recorded {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  /** Whose position an entry can be. */
  public sealed interface Owner {

    /** The record that shows the newest position. */
    Ref<? extends Movable> ref();

    /** A vehicle by its number. */
    record OfVehicle(long number) implements Owner {
      @Override
      public Ref<Vehicle> ref() {
        return Kind.VEHICLE.number(number);
      }
    }

    /** A worker by their number. */
    record OfWorker(long number) implements Owner {
      @Override
      public Ref<Worker> ref() {
        return Kind.WORKER.number(number);
      }
    }
  }

  /** Where an entry stands in its owner's timeline. */
  public record Mark(long entry, Instant date) {}

  /** What a new entry is to be. */
  public record Draft(Owner owner, Location location, Instant date) {}

  /** What is to change of an entry; whose it is does not. */
  public record Revision(Said<Double> latitude, Said<Double> longitude, Said<Instant> date) {}

  public LocationEntry {
    if (date.isBefore(FIRST) || date.isAfter(LAST)) {
      throw Failure.invalid(Field.DATE, new Rule.Genuine());
    }
    date = date.truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public Ref<LocationEntry> ref() {
    return Kind.LOCATION_ENTRY.number(number);
  }

  public Mark mark() {
    return new Mark(number, date);
  }

  LocationEntry revised(Revision revision, Instant now) {
    return new LocationEntry(
        number,
        stamp.at(now),
        owner,
        new Location(
            revision.latitude().or(location.latitude()),
            revision.longitude().or(location.longitude())),
        revision.date().or(date));
  }
}

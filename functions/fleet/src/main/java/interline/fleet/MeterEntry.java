package interline.fleet;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a meter of a vehicle showed on a day.
 *
 * @param vehicle the number of the vehicle
 * @param voided whether it is kept for the record only: it is in no order and no vehicle shows it
 * @param assignment the number of the vehicle assignment that it was read for
 */
public record MeterEntry(
    long number,
    Stamp stamp,
    long vehicle,
    Meter meter,
    LocalDate date,
    BigDecimal value,
    boolean voided,
    Category category,
    Optional<Long> assignment)
    implements Recorded {

  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

  /** What an entry was made for. */
  public enum Category {
    STARTING,
    ENDING,
    NIGHTLY,
    MANUAL
  }

  /** What a new entry is to be. */
  public record Draft(
      long vehicle,
      Meter meter,
      LocalDate date,
      BigDecimal value,
      boolean voided,
      Category category,
      Optional<Long> assignment) {}

  /** What is to change of an entry; the vehicle is not: it is another vehicle's meter then. */
  public record Revision(
      Said<Meter> meter, Said<LocalDate> date, Said<BigDecimal> value, Said<Boolean> voided) {}

  /** Where a reading stands in its meter's timeline. */
  public record Mark(long entry, Vehicle.Reading reading) {}

  public MeterEntry {
    List<Failure.Problem> problems = problems(value, date);
    if (!problems.isEmpty()) {
      throw new Failure.Invalid(problems);
    }
    value = Vehicle.Reading.plain(value);
  }

  static List<Failure.Problem> problems(BigDecimal value, LocalDate date) {
    List<Failure.Problem> problems = new ArrayList<>();
    if (value.signum() < 0 || value.compareTo(MOST) > 0) {
      problems.add(new Failure.Problem(Field.METER_VALUE, new Rule.Between(0, MOST.doubleValue())));
    }
    if (date.getYear() < 1 || date.getYear() > 9999) {
      problems.add(new Failure.Problem(Field.DATE, new Rule.Genuine()));
    }
    return problems;
  }

  @Override
  public Ref<MeterEntry> ref() {
    return Kind.METER_ENTRY.number(number);
  }

  public Vehicle.Reading reading() {
    return new Vehicle.Reading(value, date);
  }

  MeterEntry revised(Revision revision, Instant now) {
    return new MeterEntry(
        number,
        stamp.at(now),
        vehicle,
        // Cleared is primary: that one has no name of its own.
        revision.meter() instanceof Said.None<Meter> ? Meter.PRIMARY : revision.meter().or(meter),
        revision.date().or(date),
        revision.value().or(value),
        revision.voided().or(voided),
        category,
        assignment);
  }

  /** Whether both stand at the same place of a timeline, or in none. */
  boolean standsWith(MeterEntry other) {
    return voided == other.voided
        && (voided || (meter == other.meter && reading().equals(other.reading())));
  }
}

package interline.fleet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * When somebody works on a day.
 *
 * @param date the day, where the zone is
 * @param shifts in order, none of which meet; none: nothing is said of the day
 */
public record WorkDay(LocalDate date, ZoneId zone, List<Shift> shifts) {

  private static final int MOST_SHIFTS = 24;

  public WorkDay {
    shifts = List.copyOf(shifts);
    if (shifts.size() > MOST_SHIFTS) {
      throw Failure.invalid(Field.SHIFTS, new Rule.AtMost(MOST_SHIFTS));
    }
    for (int i = 0; i < shifts.size(); i++) {
      Shift shift = shifts.get(i);
      if (!shift.start().isBefore(shift.end())
          || (i > 0 && shift.start().isBefore(shifts.get(i - 1).end()))) {
        throw Failure.invalid(Field.SHIFTS, new Rule.Ordered());
      }
    }
  }

  /** A stretch of work. */
  public record Shift(Instant start, Instant end) {}
}

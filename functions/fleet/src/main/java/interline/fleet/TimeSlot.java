package interline.fleet;

import java.time.LocalTime;

/** The part of a day in which a task is promised. */
public record TimeSlot(LocalTime start, LocalTime end) {

  public TimeSlot {
    if (!start.isBefore(end)) {
      throw Failure.invalid(Field.TIME_SLOT, new Rule.Ordered());
    }
  }
}

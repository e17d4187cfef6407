package interline.fieldopt;

import interline.fleet.TimeSlot;
import interline.gateway.Expected;
import interline.gateway.Fields;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a day as FieldOpt writes it: {@code 08:00-12:00}. */
final class Slot {

  private static final Pattern WRITTEN = Pattern.compile("([0-9]{2}:[0-9]{2})-([0-9]{2}:[0-9]{2})");
  private static final Expected EXPECTED = new Expected.Like("08:00-12:00");

  private Slot() {}

  static Optional<TimeSlot> read(Fields body, String name) {
    return body.text(name)
        .map(
            text -> {
              Matcher written = WRITTEN.matcher(text);
              if (!written.matches()) {
                throw body.bad(name, EXPECTED);
              }
              try {
                return new TimeSlot(
                    LocalTime.parse(written.group(1)), LocalTime.parse(written.group(2)));
              } catch (DateTimeParseException e) {
                throw body.bad(name, EXPECTED);
              }
            });
  }

  /** Finer than a minute it cannot be said; a slot of another dialect is shown in whole ones. */
  static String write(TimeSlot slot) {
    return minutes(slot.start()) + "-" + minutes(slot.end());
  }

  private static String minutes(LocalTime time) {
    return "%02d:%02d".formatted(time.getHour(), time.getMinute());
  }
}

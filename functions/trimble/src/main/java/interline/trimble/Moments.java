package interline.trimble;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;

/** How Trimble writes moments, all of them in UTC. */
final class Moments {

  /** {@code 2024-05-06T07:08:09.3}: no zone, and no more of a fraction than there is. */
  private static final DateTimeFormatter MODIFIED =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 3, true)
          .toFormatter()
          .withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter EXPIRES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Moments() {}

  static String modified(Instant moment) {
    return MODIFIED.format(moment.truncatedTo(ChronoUnit.MILLIS));
  }

  static String expires(Instant moment) {
    return EXPIRES.format(moment);
  }
}

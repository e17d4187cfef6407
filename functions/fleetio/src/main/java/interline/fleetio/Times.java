package interline.fleetio;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/**
 * Times as Fleetio prints them: milliseconds, and the offset that the zone of the API's user has at
 * that moment.
 */
record Times(ZoneId zone) {

  /** For users whose zone is not known; its offset is printed as {@code +00:00}. */
  static final Times UTC = new Times(ZoneOffset.UTC);

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");

  /** How long a day is as text. */
  private static final int DAY = "yyyy-mm-dd".length();

  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter(Locale.ROOT);

  /** The day at the beginning of an ISO 8601 date, be a time behind it or not. */
  static Optional<LocalDate> day(String text) {
    try {
      if (text.length() > DAY) {
        MOMENT.parse(text.substring(0, DAY) + text.substring(DAY).replaceFirst("^ ", "T"));
      }
      return Optional.of(LocalDate.parse(text.substring(0, Math.min(DAY, text.length()))));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** A moment, or the beginning of a day; one without an offset is taken for UTC. */
  static Optional<Instant> moment(String text) {
    try {
      if (text.length() <= 10) {
        return Optional.of(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
      }
      TemporalAccessor parsed = MOMENT.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      return Optional.of(
          parsed instanceof OffsetDateTime moment
              ? moment.toInstant()
              : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  String at(Instant instant) {
    return FORMAT.format(instant.atZone(zone));
  }
}

package interline.fleetio;

import interline.fleet.Caller;
import interline.gateway.Call;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/**
 * Times as Fleetio prints and reads them: printed with milliseconds and the offset that the zone of
 * the API's user has at that moment, read in that zone unless they say an offset.
 */
record Times(ZoneId zone) {

  /** For users whose zone is not known; its offset is printed as {@code +00:00}. */
  static final Times UTC = new Times(ZoneOffset.UTC);

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");

  /** Year first, or day first with slashes; then perhaps a time, and perhaps its offset. */
  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendOptional(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendValue(ChronoField.DAY_OF_MONTH, 1, 2, SignStyle.NOT_NEGATIVE)
          .appendLiteral('/')
          .appendValue(ChronoField.MONTH_OF_YEAR, 1, 2, SignStyle.NOT_NEGATIVE)
          .appendLiteral('/')
          .appendValue(ChronoField.YEAR, 4)
          .optionalEnd()
          .optionalStart()
          .appendPattern("['T'][ ]")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[ ][XXX][XX][X]")
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withChronology(IsoChronology.INSTANCE)
          .withResolverStyle(ResolverStyle.STRICT);

  /** As far away as a moment may be for the store to keep it and for everybody to print it. */
  private static final int LAST_YEAR = 9999;

  /** Times in the zone of whoever calls. */
  static Times of(Call call) {
    return of(call.caller());
  }

  static Times of(Caller caller) {
    return new Times(caller.zone());
  }

  /** The day that is written at the beginning of a date, with or without a time. */
  static Optional<LocalDate> day(String text) {
    return parse(text).map(LocalDate::from);
  }

  /** The moment that a text means; a day alone is its first moment. */
  Optional<Instant> moment(String text) {
    return parse(text).map(this::instant).map(instant -> instant.truncatedTo(ChronoUnit.MILLIS));
  }

  /** The same in a query, where a plus that nobody encoded has arrived as a space. */
  Optional<Instant> asked(String text) {
    return moment(text).or(() -> moment(text.replace(' ', '+')));
  }

  String at(Instant instant) {
    return FORMAT.format(instant.atZone(zone));
  }

  private Instant instant(TemporalAccessor said) {
    if (said.isSupported(ChronoField.OFFSET_SECONDS)) {
      return OffsetDateTime.from(said).toInstant();
    }
    return said.isSupported(ChronoField.HOUR_OF_DAY)
        ? LocalDateTime.from(said).atZone(zone).toInstant()
        : LocalDate.from(said).atTime(LocalTime.MIN).atZone(zone).toInstant();
  }

  private static Optional<TemporalAccessor> parse(String text) {
    try {
      TemporalAccessor said = MOMENT.parse(text.strip());
      int year = LocalDate.from(said).getYear();
      return year >= 1 && year <= LAST_YEAR ? Optional.of(said) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

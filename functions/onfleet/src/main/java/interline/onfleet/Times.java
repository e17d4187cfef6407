package interline.onfleet;

import interline.fleet.Stamp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Moments in milliseconds, as Onfleet writes them. */
final class Times {

  private Times() {}

  /** A time zone by its name in the IANA database. */
  static String zone(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  static long millis(Instant moment) {
    return moment.toEpochMilli();
  }

  /** When a record was made: in whole seconds. */
  static long created(Stamp stamp) {
    return stamp.created().getEpochSecond() * 1000;
  }

  static long changed(Stamp stamp) {
    return stamp.changed().toEpochMilli();
  }
}

package interline.fleet;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * On whose behalf something is done.
 *
 * @param name who it is, as the history of a record will tell it
 */
public record Caller(OrganizationId organization, String name) {

  /** The zone in which the caller's times are read and written. */
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }
}

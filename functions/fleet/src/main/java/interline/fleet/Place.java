package interline.fleet;

import java.time.Instant;

/**
 * Where a task stands.
 *
 * @param rank smaller comes first; tasks of the same rank come in an order that stays as it is
 */
public record Place(Container container, long rank) {

  /** How many low bits of a rank are left below a millisecond. */
  private static final int BELOW = 20;

  /** The room between two tasks that are put at an end together. */
  static final long STEP = 1L << 12;

  /**
   * The rank at the end of a container that nobody's record guards: later is behind. Tasks that are
   * put there at the same time by different callers do not meet, and nothing is read for it.
   *
   * @param nth the how manieth of those that are put there together
   */
  static long last(Instant now, int nth, long task) {
    return (now.toEpochMilli() << BELOW) + nth * STEP + task % STEP;
  }
}

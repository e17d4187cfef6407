package interline.fleet;

import java.time.Instant;

/**
 * Which state of a record this is.
 *
 * @param version how often it has been written; 0 for one that has not been written yet
 * @param created when it was first written
 * @param changed when it was last written
 */
public record Stamp(long version, Instant created, Instant changed) {

  public static Stamp fresh(Instant now) {
    return new Stamp(0, now, now);
  }

  /** The stamp of the next state, still carrying the version that it replaces. */
  public Stamp at(Instant now) {
    return new Stamp(version, created, now);
  }
}

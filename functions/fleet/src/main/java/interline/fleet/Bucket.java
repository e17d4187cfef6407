package interline.fleet;

import java.time.Duration;
import java.util.Optional;

/**
 * A limit that fills up steadily: it holds so many permits, and so many come in a second.
 *
 * @param size 1 to 1,000,000
 * @param perSecond 1 to 1,000,000
 * @param ban what becomes of callers who go on in spite of being refused, if anything
 */
public record Bucket(int size, int perSecond, Optional<Ban> ban) {

  /**
   * Nothing is let through for a time once something was refused in so many seconds on end.
   *
   * @param after seconds of the clock, 1 to 3600
   * @param lasting whole seconds, 1 to 86,400
   */
  public record Ban(int after, Duration lasting) {

    public Ban {
      if (after < 1 || after > 3600) {
        throw Failure.invalid(Field.BAN, new Rule.Between(1, 3600));
      }
      if (lasting.toSeconds() < 1 || lasting.toSeconds() > 86_400) {
        throw Failure.invalid(Field.BAN, new Rule.Between(1, 86_400));
      }
    }
  }

  /**
   * What came of asking for a permit.
   *
   * @param left how many more there seem to be
   */
  public record Draw(boolean granted, int left) {}
}

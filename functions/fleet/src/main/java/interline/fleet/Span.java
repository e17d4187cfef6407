package interline.fleet;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time with both its ends.
 *
 * @param start empty: since ever
 * @param end empty: until further notice
 */
public record Span(Optional<Instant> start, Optional<Instant> end) {

  /** Whether it ends before it starts, and so is none. */
  boolean backwards() {
    return start.isPresent() && end.isPresent() && end.get().isBefore(start.get());
  }

  /** Whether both hold some moment: one that ends when the other starts does meet it. */
  boolean meets(Span other) {
    return reaches(start, other.end) && reaches(other.start, end);
  }

  /** Whether it has begun, and not ended. */
  public boolean current(Instant now) {
    return !future(now) && lasts(now);
  }

  /** Whether it has not begun. */
  public boolean future(Instant now) {
    return start.filter(now::isBefore).isPresent();
  }

  /** Whether it ends after a moment. */
  public boolean lasts(Instant moment) {
    return end.filter(last -> !last.isAfter(moment)).isEmpty();
  }

  private static boolean reaches(Optional<Instant> start, Optional<Instant> end) {
    return start.isEmpty() || end.isEmpty() || !start.get().isAfter(end.get());
  }
}

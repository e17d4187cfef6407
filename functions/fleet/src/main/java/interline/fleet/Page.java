package interline.fleet;

import java.util.List;
import java.util.Optional;

/**
 * One page of a listing.
 *
 * @param next where the next page begins, opaque, if there is one
 * @param passed how many records were passed before this page, be they shown or not
 */
public record Page<E>(List<E> items, Optional<String> next, long passed) {

  public Page(List<E> items, Optional<String> next) {
    this(items, next, 0);
  }

  /** Which way a listing is read. */
  public enum Direction {
    ASCENDING,
    DESCENDING
  }

  /**
   * Which page is asked for.
   *
   * @param limit the most items to return
   * @param cursor the {@link Page#next} of a page before, in the same direction; empty for the
   *     first page
   * @param skip how many records to pass over behind the cursor; each costs almost what it would
   *     cost to read it
   */
  public record Request(int limit, Optional<String> cursor, Direction direction, long skip) {
    public Request {
      if (limit < 1) {
        throw new IllegalArgumentException("A page holds at least one item: " + limit);
      }
    }

    public Request(int limit, Optional<String> cursor) {
      this(limit, cursor, Direction.ASCENDING);
    }

    public Request(int limit, Optional<String> cursor, Direction direction) {
      this(limit, cursor, direction, 0);
    }
  }
}

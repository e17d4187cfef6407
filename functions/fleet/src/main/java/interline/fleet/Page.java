package interline.fleet;

import java.util.List;
import java.util.Optional;

/**
 * One page of a listing.
 *
 * @param next where the next page begins, opaque, if there is one
 */
public record Page<E>(List<E> items, Optional<String> next) {

  /**
   * Which page is asked for.
   *
   * @param limit the most items to return
   * @param cursor the {@link Page#next} of the page before; empty for the first page
   */
  public record Request(int limit, Optional<String> cursor) {
    public Request {
      if (limit < 1) {
        throw new IllegalArgumentException("A page holds at least one item: " + limit);
      }
    }
  }
}

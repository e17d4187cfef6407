package interline.operator;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import interline.fleet.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list, as the operator sees it.
 *
 * @param nextCursor the {@code cursor} of the next page, if there is one
 */
@JsonNaming(SnakeCaseStrategy.class)
record PageBody<T>(List<T> items, Optional<String> nextCursor) {

  static <E, T> PageBody<T> of(Page<E> page, Function<E, T> item) {
    return new PageBody<>(page.items().stream().map(item).toList(), page.next());
  }
}

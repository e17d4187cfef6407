package interline.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a use case decided: the changes that make it true, and what to tell the caller then. No
 * changes: nothing is written.
 */
public record Decision<R>(List<Change> changes, R result) {

  public Decision {
    changes = List.copyOf(changes);
  }

  public static <R> Decision<R> of(R result, Change... changes) {
    return new Decision<>(List.of(changes), result);
  }

  public <S> Decision<S> map(Function<? super R, ? extends S> mapping) {
    return new Decision<>(changes, mapping.apply(result));
  }

  /** The same decision with more changes. */
  public Decision<R> and(List<Change> more) {
    List<Change> all = new ArrayList<>(changes);
    all.addAll(more);
    return new Decision<>(all, result);
  }

  /** The same decision with one more change. */
  public Decision<R> and(Change change) {
    List<Change> all = new ArrayList<>(changes);
    all.add(change);
    return new Decision<>(all, result);
  }
}

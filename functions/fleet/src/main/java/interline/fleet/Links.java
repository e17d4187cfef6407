package interline.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a task hangs together with others. Both ends of a link know of it.
 *
 * @param dependencies the tasks that come first, in the order given
 * @param dependents the tasks that this one comes before
 * @param plan the route plan that it is a stop of
 * @param customer who counts it among their orders
 */
public record Links(
    List<Long> dependencies, List<Long> dependents, Optional<Long> plan, Optional<Long> customer) {

  /** Links of a task that is on no plan and nobody's order. */
  public Links(List<Long> dependencies, List<Long> dependents) {
    this(dependencies, dependents, Optional.empty(), Optional.empty());
  }

  public static final Links NONE = new Links(List.of(), List.of());

  public Links {
    dependencies = List.copyOf(dependencies);
    dependents = List.copyOf(dependents);
  }

  /** All tasks at the other end of a link. */
  List<Long> all() {
    List<Long> all = new ArrayList<>(dependencies);
    all.addAll(dependents);
    return all;
  }

  Links needing(List<Long> others) {
    return new Links(others, dependents, plan, customer);
  }

  Links needingNoMore(long other) {
    return new Links(without(dependencies, other), dependents, plan, customer);
  }

  Links neededBy(long other) {
    List<Long> more = without(dependents, other);
    more.add(other);
    return new Links(dependencies, more, plan, customer);
  }

  Links neededNoMoreBy(long other) {
    return new Links(dependencies, without(dependents, other), plan, customer);
  }

  Links on(Optional<Long> other) {
    return new Links(dependencies, dependents, other, customer);
  }

  Links orderedBy(Optional<Long> other) {
    return new Links(dependencies, dependents, plan, other);
  }

  private static List<Long> without(List<Long> all, long other) {
    List<Long> rest = new ArrayList<>(all);
    rest.remove(other);
    return rest;
  }
}

package interline.fleet;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Stops in an order, to be driven together. A task is on one plan at a time: it says so itself, and
 * both are written in the transaction that joins or parts them.
 *
 * @param departure when it begins
 * @param worker who drives it
 * @param vehicle what it is driven with, as it was written
 * @param stops in the order in which they are to be driven
 * @param details what single dialects say of it
 */
public record RoutePlan(
    long number,
    Stamp stamp,
    String name,
    Instant departure,
    Optional<Long> worker,
    Optional<String> vehicle,
    State state,
    List<Stop> stops,
    Details details)
    implements Entity {

  public RoutePlan {
    stops = List.copyOf(stops);
    Text.check(Field.NAME, name, 255);
  }

  /** How far it has come. */
  public enum State {
    PLANNED,
    STARTED,
    FINISHED,
    CANCELLED;

    boolean leadsTo(State next) {
      return switch (this) {
        case PLANNED -> next == STARTED || next == CANCELLED;
        case STARTED -> next == FINISHED;
        case FINISHED, CANCELLED -> false;
      };
    }

    /** Whether nothing is driven any more. */
    public boolean over() {
      return this == FINISHED || this == CANCELLED;
    }
  }

  /**
   * A task on the way.
   *
   * @param recipient the number under which whoever it is for is on record
   * @param report empty until somebody has been there
   */
  public record Stop(long task, Optional<Long> recipient, Optional<Report> report) {}

  /** What was said of a stop. */
  public record Report(
      boolean delivered, Instant at, Optional<String> note, Optional<String> signature) {}

  @Override
  public Ref<RoutePlan> ref() {
    return Kind.ROUTE_PLAN.number(number);
  }

  /** The stop at which a task is done. */
  public Optional<Stop> stop(long task) {
    return stops.stream().filter(stop -> stop.task() == task).findFirst();
  }

  /** The tasks that are still to be done, in their order. */
  public List<Long> open() {
    return stops.stream().filter(it -> it.report().isEmpty()).map(Stop::task).toList();
  }

  /**
   * How far it has come, given its tasks: with the first one that somebody is at it has begun, and
   * with the last one it is over, whether or not anybody has said so of the plan.
   */
  public State progress(Collection<Task> tasks) {
    if (state.over()) {
      return state;
    }
    if (!tasks.isEmpty() && tasks.stream().allMatch(task -> task.state().terminal())) {
      return State.FINISHED;
    }
    return tasks.stream().anyMatch(RoutePlan::begun) ? State.STARTED : state;
  }

  private static boolean begun(Task task) {
    return switch (task.state()) {
      case UNASSIGNED, ASSIGNED, CANCELLED -> false;
      case ACTIVE, COMPLETED, FAILED -> true;
    };
  }

  RoutePlan with(List<Stop> next, Instant now) {
    return in(state, next, now);
  }

  RoutePlan in(State nextState, List<Stop> next, Instant now) {
    return new RoutePlan(
        number, stamp.at(now), name, departure, worker, vehicle, nextState, next, details);
  }
}

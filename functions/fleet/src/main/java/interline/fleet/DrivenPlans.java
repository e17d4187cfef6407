package interline.fleet;

import interline.fleet.RoutePlan.State;
import interline.fleet.RoutePlan.Stop;
import interline.fleet.RoutePlans.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Route plans whose tasks are in the hands of whoever drives them, in the order of the stops: what
 * changes both is one transaction. What does not fit into one is done in steps, each of which
 * leaves the tasks that it is about where the plan says, so that asking again does what is left.
 */
public final class DrivenPlans {

  private static final int MOST_ITEMS = 100;

  private DrivenPlans() {}

  /**
   * A plan as it is to be, as {@link RoutePlans#revise} has it. Its open tasks go over to another
   * driver; the plan follows with the last of them.
   */
  public static UseCase<Step> revise(long number, Function<RoutePlan, RoutePlans.Draft> revision) {
    return fleet -> {
      RoutePlan before = fleet.get(Kind.ROUTE_PLAN.number(number));
      Decision<RoutePlan> revised = RoutePlans.revise(number, revision).decide(fleet);
      Optional<Long> to = revised.result().worker();
      if (to.equals(before.worker())) {
        return revised.map(after -> new Step(after, true));
      }
      Map<Long, Task> found = Tasks.found(fleet, before.open());
      Handover hands = new Handover(fleet, found.values(), to);
      Line line = new Line(to);
      for (long each : before.open()) {
        Task task = found.get(each);
        if (task == null || !movable(task, before.worker(), to) || line.takes(task, true)) {
          continue;
        }
        if (!hands.fits(MOST_ITEMS - revised.changes().size())) {
          List<Change> changes = hands.changes();
          changes.add(new Change.Unchanged(before));
          return new Decision<>(changes, new Step(before, false));
        }
        if (to.isPresent()) {
          hands.give(task, task);
        } else {
          hands.free(task, task);
        }
      }
      List<Change> changes = new ArrayList<>(revised.changes());
      changes.addAll(hands.changes());
      return new Decision<>(changes, new Step(revised.result(), true));
    };
  }

  /** Those that the change of drivers is about: what others were given stays with them. */
  private static boolean movable(Task task, Optional<Long> from, Optional<Long> to) {
    return switch (task.state()) {
      case UNASSIGNED -> to.isPresent();
      case ASSIGNED -> from.isEmpty() || held(task, from) || held(task, to);
      case ACTIVE, COMPLETED, FAILED, CANCELLED -> false;
    };
  }

  private static boolean held(Task task, Optional<Long> by) {
    return by.isPresent() && task.held().map(Assignment::worker).equals(by);
  }

  /** Tasks that stand one behind the other in a driver's container already. */
  private static final class Line {
    private final Optional<Long> driver;
    private long last = Long.MIN_VALUE;
    private boolean broken;

    Line(Optional<Long> driver) {
      this.driver = driver;
    }

    /**
     * Whether a task is where it belongs; once one is not, those behind it are not.
     *
     * @param there whether its stop is where it is to be
     */
    boolean takes(Task task, boolean there) {
      Optional<Long> rank =
          task.held().filter(_ -> held(task, driver)).map(assignment -> assignment.place().rank());
      broken |= !there || rank.filter(it -> it > last).isEmpty();
      rank.ifPresent(it -> last = it);
      return !broken;
    }
  }

  /**
   * Makes these the stops of a plan, in this order, or does a step of it, from the first stop on.
   *
   * @throws Failure.Conflict if the plan has begun, or its worker has no room for so many
   */
  public static UseCase<Step> arrange(long number, List<Long> tasks, RoutePlans.Fit fit) {
    return fleet -> {
      RoutePlan plan = fleet.get(Kind.ROUTE_PLAN.number(number));
      Map<Long, Task> found = Tasks.found(fleet, RoutePlans.all(plan, tasks));
      RoutePlans.check(plan, tasks, found, fit);
      Handover hands = new Handover(fleet, found.values(), plan.worker());
      List<Long> leaving = plan.open().stream().filter(it -> !tasks.contains(it)).toList();
      Set<Long> gone = left(fleet, plan, leaving, found, hands, MOST_ITEMS - 2);
      List<Long> stay = plan.open().stream().filter(it -> !gone.contains(it)).toList();
      List<Long> order = new ArrayList<>();
      if (gone.size() == leaving.size()) {
        RoutePlans.checkRoom(fleet, plan, coming(plan, tasks), found);
        order.addAll(lined(fleet, plan, tasks, stay, found, hands));
      }
      boolean done = order.size() == tasks.size() && gone.size() == leaving.size();
      stay.stream().filter(it -> !order.contains(it)).forEach(order::add);
      List<Stop> stops = new ArrayList<>(RoutePlans.reported(plan));
      order.forEach(it -> stops.add(plan.stop(it).orElseGet(() -> stop(found, it))));
      List<Change> changes = hands.changes();
      if (!stops.equals(plan.stops())) {
        RoutePlan after = plan.with(stops, fleet.now());
        changes.add(new Change.Replace(after));
        changes.add(Event.to(after, Event.Type.CHANGED, fleet));
        return new Decision<>(changes, new Step(after, done));
      }
      if (!changes.isEmpty()) {
        changes.add(new Change.Unchanged(plan));
      }
      return new Decision<>(changes, new Step(plan, done));
    };
  }

  private static List<Long> coming(RoutePlan plan, List<Long> tasks) {
    return tasks.stream().filter(it -> plan.stop(it).isEmpty()).toList();
  }

  private static Stop stop(Map<Long, Task> found, long task) {
    return new Stop(
        task,
        Optional.ofNullable(found.get(task)).flatMap(Task::recipient).flatMap(Recipient::number),
        Optional.empty());
  }

  /** As many tasks of the list, from its beginning, as come to stand where it says. */
  private static List<Long> lined(
      Snapshot fleet,
      RoutePlan plan,
      List<Long> tasks,
      List<Long> stay,
      Map<Long, Task> found,
      Handover hands) {
    List<Long> placed = new ArrayList<>();
    Line line = new Line(plan.worker());
    for (long each : tasks) {
      Task task =
          Optional.ofNullable(found.get(each))
              .orElseThrow(() -> Failure.invalid(Field.TASKS, new Rule.Known()));
      boolean fresh = plan.stop(each).isEmpty();
      Task next = fresh ? taken(fleet, task, plan.number()) : task;
      boolean giving = plan.worker().isPresent() && movable(next, Optional.empty(), plan.worker());
      boolean there = stay.size() > placed.size() && stay.get(placed.size()) == each;
      boolean moving = giving && !line.takes(next, there);
      if ((moving || fresh) && !hands.fits(MOST_ITEMS - 2)) {
        return placed;
      }
      if (moving) {
        hands.give(task, next);
      } else if (fresh) {
        hands.keep(task, next);
      }
      placed.add(each);
    }
    return placed;
  }

  /** A task on its way onto a plan; one that failed before can be done again. */
  private static Task taken(Snapshot fleet, Task task, long plan) {
    if (task.links().plan().isPresent() || task.state() == TaskState.ACTIVE) {
      throw new Failure.Conflict(Failure.Conflict.Reason.TASK_ASSIGNED);
    }
    if (task.state().terminal() && task.state() != TaskState.FAILED) {
      throw new Failure.Conflict(Failure.Conflict.Reason.TASK_ENDED);
    }
    Place place = new Place(Container.organization(), Place.last(fleet.now(), 0, task.number()));
    Task open = task.state() == TaskState.FAILED ? task.reopened(place, fleet.now()) : task;
    return open.planned(Optional.of(plan), fleet.now());
  }

  /** Takes tasks off a plan and out of its driver's hands, as many as fit. */
  private static Set<Long> left(
      Snapshot fleet,
      RoutePlan plan,
      List<Long> leaving,
      Map<Long, Task> found,
      Handover hands,
      int room) {
    Set<Long> gone = new HashSet<>();
    for (long each : leaving) {
      Task task = found.get(each);
      if (task != null && task.links().plan().equals(Optional.of(plan.number()))) {
        if (!hands.fits(room)) {
          return gone;
        }
        Task off = task.planned(Optional.empty(), fleet.now());
        if (task.state() == TaskState.ASSIGNED && held(task, plan.worker())) {
          hands.free(task, off);
        } else {
          hands.keep(task, off);
        }
      }
      gone.add(each);
    }
    return gone;
  }

  /**
   * Brings a plan to its end, or does a step of it: what nobody has reported on is taken off it.
   *
   * @throws Failure.Conflict if that cannot follow its present state
   */
  public static UseCase<Step> end(long number, State last) {
    return fleet -> {
      RoutePlan plan = fleet.get(Kind.ROUTE_PLAN.number(number));
      if (!plan.state().leadsTo(last)) {
        throw new Failure.Conflict(Failure.Conflict.Reason.ILLEGAL_TRANSITION);
      }
      List<Change> ending = RoutePlans.released(plan);
      Emptied emptied = emptied(fleet, plan, MOST_ITEMS - 2 - ending.size());
      RoutePlan after =
          emptied.wholly()
              ? emptied.plan().in(last, emptied.plan().stops(), fleet.now())
              : emptied.plan();
      List<Change> changes = new ArrayList<>(emptied.changes());
      changes.add(new Change.Replace(after));
      changes.add(
          Event.to(after, emptied.wholly() ? RoutePlans.ending(last) : Event.Type.CHANGED, fleet));
      if (emptied.wholly()) {
        changes.addAll(ending);
      }
      return new Decision<>(changes, new Step(after, emptied.wholly()));
    };
  }

  /**
   * Removes a plan, or does a step of it.
   *
   * @throws Failure.Conflict if it has begun
   */
  public static UseCase<Step> remove(long number) {
    return fleet -> {
      RoutePlan plan = fleet.get(Kind.ROUTE_PLAN.number(number));
      List<Change> removing = RoutePlans.removed(fleet, plan);
      Emptied emptied = emptied(fleet, plan, MOST_ITEMS - removing.size());
      List<Change> changes = new ArrayList<>(emptied.changes());
      if (emptied.wholly()) {
        changes.addAll(removing);
        return new Decision<>(changes, new Step(plan, true));
      }
      changes.add(new Change.Replace(emptied.plan()));
      changes.add(Event.to(emptied.plan(), Event.Type.CHANGED, fleet));
      return new Decision<>(changes, new Step(emptied.plan(), false));
    };
  }

  /** A plan without what nobody has reported on, as far as that fits. */
  private record Emptied(RoutePlan plan, List<Change> changes, boolean wholly) {}

  private static Emptied emptied(Snapshot fleet, RoutePlan plan, int room) {
    Map<Long, Task> found = Tasks.found(fleet, plan.open());
    Handover hands = new Handover(fleet, found.values(), plan.worker());
    Set<Long> gone = left(fleet, plan, plan.open(), found, hands, room);
    List<Stop> stops =
        plan.stops().stream()
            .filter(stop -> stop.report().isPresent() || !gone.contains(stop.task()))
            .toList();
    return new Emptied(
        plan.with(stops, fleet.now()), hands.changes(), gone.size() == plan.open().size());
  }
}

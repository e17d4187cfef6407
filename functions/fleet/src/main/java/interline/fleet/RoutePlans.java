package interline.fleet;

import interline.fleet.Failure.Conflict;
import interline.fleet.Failure.Conflict.Reason;
import interline.fleet.RoutePlan.Report;
import interline.fleet.RoutePlan.State;
import interline.fleet.RoutePlan.Stop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What can be done with route plans. What takes more than one transaction is done in steps, after
 * each of which exactly the tasks on the plan say that they are.
 */
public final class RoutePlans {

  /** The most stops of one plan. */
  public static final int MOST_STOPS = 200;

  /** The most tasks that one step puts on a plan: each takes up to four items of a hundred. */
  private static final int MOST_AT_ONCE = 22;

  /** The most tasks that one step takes off it, at two items each. */
  private static final int MOST_RELEASED = 40;

  /** How long a vehicle is away where nobody has computed it, and in what pieces it is taken. */
  private static final Duration AWAY = Duration.ofHours(4);

  private static final Duration PIECE = Duration.ofMinutes(30);

  private RoutePlans() {}

  /** What a plan is to be. */
  public record Draft(
      String name,
      Instant departure,
      Optional<Long> worker,
      Optional<String> vehicle,
      State state,
      Map<String, Optional<Object>> details) {}

  /**
   * A plan with nothing on it.
   *
   * @throws Failure.NotUnique if its vehicle is away at that time
   * @throws Failure.Invalid if its worker is nobody to whom work can be given
   */
  public static UseCase<RoutePlan> create(Draft draft) {
    return fleet -> {
      draft.worker().ifPresent(worker -> check(fleet, worker));
      RoutePlan plan =
          new RoutePlan(
              fleet.number(Kind.ROUTE_PLAN),
              Stamp.fresh(fleet.now()),
              draft.name(),
              draft.departure(),
              draft.worker(),
              draft.vehicle(),
              State.PLANNED,
              List.of(),
              Details.NONE.with(draft.details()));
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Create(plan));
      changes.add(Change.Count.created(plan.ref()));
      changes.add(Event.to(plan, Event.Type.CREATED, fleet));
      away(plan).forEach(piece -> changes.add(new Change.Claim(piece, plan.ref())));
      return new Decision<>(changes, plan);
    };
  }

  /**
   * A plan as it is to be, given how it is; to its end it comes by {@link DrivenPlans#end}.
   *
   * @throws Conflict if its state cannot follow, or somebody else is to drive it once it has begun
   *     or who has no room for its stops, or it would begin at another time with stops on it
   */
  public static UseCase<RoutePlan> revise(long number, Function<RoutePlan, Draft> revision) {
    return revise(number, revision, Optional.empty());
  }

  /**
   * The same for a plan that is to have other stops right after.
   *
   * @param stops refused here if they would be refused then; empty: those that it has
   */
  public static UseCase<RoutePlan> revise(
      long number, Function<RoutePlan, Draft> revision, Optional<List<Long>> stops) {
    return fleet -> {
      RoutePlan before = fleet.get(Kind.ROUTE_PLAN.number(number));
      Draft draft = revision.apply(before);
      boolean other = !draft.worker().equals(before.worker());
      if (draft.state() != before.state() && !before.state().leadsTo(draft.state())) {
        throw new Conflict(Reason.ILLEGAL_TRANSITION);
      }
      if (other && progress(fleet, before) != State.PLANNED) {
        throw new Conflict(Reason.ILLEGAL_TRANSITION);
      }
      stops.ifPresent(all -> checkStops(before, all));
      boolean starting = draft.state() == State.STARTED && before.state() == State.PLANNED;
      if (other || starting) {
        // Whoever was to drive may have been removed since.
        draft.worker().ifPresent(worker -> check(fleet, worker));
      }
      if (draft.worker().isPresent() && (other || stops.isPresent())) {
        checkRoom(fleet, draft.worker().get(), handed(fleet, before, stops.orElse(before.open())));
      }
      if (draft.state() == State.STARTED && draft.worker().isEmpty()) {
        throw Failure.invalid(Field.WORKER, new Rule.Present());
      }
      State next = draft.state().over() ? before.state() : draft.state();
      RoutePlan after =
          new RoutePlan(
              number,
              before.stamp().at(fleet.now()),
              draft.name(),
              draft.departure(),
              draft.worker(),
              draft.vehicle(),
              next,
              before.stops(),
              before.details().with(draft.details()));
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Replace(after));
      changes.add(
          Event.to(after, next == before.state() ? Event.Type.CHANGED : Event.Type.STARTED, fleet));
      Set<Unique> had = away(before);
      Set<Unique> has = away(after);
      had.stream()
          .filter(piece -> !has.contains(piece))
          .forEach(piece -> changes.add(new Change.Release(piece, after.ref())));
      has.stream()
          .filter(piece -> !had.contains(piece))
          .forEach(piece -> changes.add(new Change.Claim(piece, after.ref())));
      return new Decision<>(changes, after);
    };
  }

  /** What has to be true of tasks for a plan to take them. */
  @FunctionalInterface
  public interface Fit {

    /**
     * Lets tasks on a plan by returning.
     *
     * @param found those of the tasks that exist, by number
     */
    void check(RoutePlan plan, List<Long> tasks, Map<Long, Task> found);

    /** Whether stops may come and go while the plan is under way. */
    default boolean underway() {
      return false;
    }
  }

  /** How far a step has brought a plan. */
  public record Step(RoutePlan plan, boolean done) {}

  /**
   * Makes these the stops of a plan, in this order, or does a step of it: it is to be asked again
   * until it is done.
   *
   * @throws Conflict if the plan has begun, or its worker has no room for so many
   */
  public static UseCase<Step> arrange(long number, List<Long> tasks, Fit fit) {
    return fleet -> arranged(fleet, fleet.get(Kind.ROUTE_PLAN.number(number)), tasks, fit);
  }

  private static Decision<Step> arranged(
      Snapshot fleet, RoutePlan plan, List<Long> tasks, Fit fit) {
    Map<Long, Task> found = Tasks.found(fleet, all(plan, tasks));
    check(plan, tasks, found, fit);
    List<Long> leaving = plan.open().stream().filter(it -> !tasks.contains(it)).toList();
    if (!leaving.isEmpty()) {
      return release(fleet, plan, leaving, found);
    }
    List<Long> coming = tasks.stream().filter(it -> plan.stop(it).isEmpty()).toList();
    checkRoom(fleet, plan, coming, found);
    List<Long> now = coming.subList(0, Math.min(MOST_AT_ONCE, coming.size()));
    List<Stop> stops = new ArrayList<>(plan.stops());
    List<Change> changes = new ArrayList<>();
    Map<TaskState, Integer> counts = new LinkedHashMap<>();
    for (long each : now) {
      Task task = found.get(each);
      if (task == null) {
        throw Failure.invalid(Field.TASKS, new Rule.Known());
      }
      Task next = taken(fleet, task, plan.number(), changes, counts);
      stops.add(new Stop(each, next.recipient().flatMap(Recipient::number), Optional.empty()));
    }
    boolean done = now.size() == coming.size();
    if (done) {
      stops.sort((one, two) -> tasks.indexOf(one.task()) - tasks.indexOf(two.task()));
    }
    if (!counts.isEmpty()) {
      changes.add(Tasks.counted(now.getFirst(), counts));
    }
    if (stops.equals(plan.stops())) {
      return Decision.of(new Step(plan, true));
    }
    RoutePlan after = plan.with(stops, fleet.now());
    changes.add(new Change.Replace(after));
    changes.add(Event.to(after, Event.Type.CHANGED, fleet));
    return new Decision<>(changes, new Step(after, done));
  }

  /** Lets these be the stops of a plan by returning. */
  static void check(RoutePlan plan, List<Long> tasks, Map<Long, Task> found, Fit fit) {
    fit.check(plan, tasks, found);
    if (plan.state() != State.PLANNED && !(fit.underway() && plan.state() == State.STARTED)) {
      throw new Conflict(Reason.ILLEGAL_TRANSITION);
    }
    checkStops(plan, tasks);
  }

  private static void checkStops(RoutePlan plan, List<Long> tasks) {
    if (plan.state().over()) {
      throw new Conflict(Reason.ILLEGAL_TRANSITION);
    }
    if (tasks.size() > MOST_STOPS) {
      throw Failure.invalid(Field.TASKS, new Rule.AtMost(MOST_STOPS));
    }
    if (new HashSet<>(tasks).size() < tasks.size()) {
      throw Failure.invalid(Field.TASKS, new Rule.Distinct());
    }
  }

  /** The same for tasks that come behind those that are there. */
  public static UseCase<Step> extend(long number, List<Long> more, Fit fit) {
    return fleet -> {
      RoutePlan plan = fleet.get(Kind.ROUTE_PLAN.number(number));
      Set<Long> all = new LinkedHashSet<>(plan.open());
      all.addAll(more);
      return arranged(fleet, plan, List.copyOf(all), fit);
    };
  }

  /**
   * What puts tasks into the hands of a driver, or out of them: those that can be moved, and that
   * nobody has given to somebody else.
   *
   * @param from who drives them now; empty: whoever has them
   */
  public static Containers.Wish handing(
      Snapshot fleet, Optional<Long> from, Optional<Long> to, List<Long> tasks) {
    Map<Long, Task> known = Tasks.found(fleet, tasks);
    return new Containers.Wish(
        to.<Container>map(Container.OfWorker::new).orElseGet(Container::organization),
        tasks.stream()
            .filter(
                it ->
                    Optional.ofNullable(known.get(it))
                        .filter(task -> movable(task, from))
                        .isPresent())
            .toList(),
        new Containers.At.End(),
        false,
        true);
  }

  private static State progress(Snapshot fleet, RoutePlan plan) {
    return plan.progress(
        Tasks.found(fleet, plan.stops().stream().map(Stop::task).toList()).values());
  }

  /** Those of some stops that go to whoever is to drive a plan from now on. */
  private static List<Task> handed(Snapshot fleet, RoutePlan plan, List<Long> stops) {
    return Tasks.found(fleet, stops).values().stream()
        .filter(
            it -> movable(it, plan.stop(it.number()).isEmpty() ? Optional.empty() : plan.worker()))
        .toList();
  }

  private static boolean movable(Task task, Optional<Long> from) {
    return switch (task.state()) {
      case UNASSIGNED -> true;
      case ASSIGNED ->
          from.isEmpty() || task.assignment().filter(it -> it.worker() == from.get()).isPresent();
      case ACTIVE, COMPLETED, FAILED, CANCELLED -> false;
    };
  }

  /** A task on its way onto a plan; one that failed before can be done again. */
  private static Task taken(
      Snapshot fleet, Task task, long plan, List<Change> changes, Map<TaskState, Integer> counts) {
    if (task.links().plan().isPresent() || task.state() == TaskState.ACTIVE) {
      throw new Conflict(Reason.TASK_ASSIGNED);
    }
    Task next = task;
    if (task.state() == TaskState.FAILED) {
      long number = task.number();
      Place place = new Place(Container.organization(), Place.last(fleet.now(), 0, number));
      next = task.reopened(place, fleet.now());
      changes.add(new Change.Join(next.member(fleet.now())));
      counts.merge(TaskState.FAILED, -1, Integer::sum);
      counts.merge(TaskState.UNASSIGNED, 1, Integer::sum);
    } else if (task.state().terminal()) {
      throw new Conflict(Reason.TASK_ENDED);
    }
    Task planned = next.planned(Optional.of(plan), fleet.now());
    changes.add(new Change.Replace(planned));
    changes.add(Event.to(planned, Event.Type.CHANGED, fleet));
    return planned;
  }

  /**
   * Removes a plan, or does a step of it.
   *
   * @throws Conflict if it has begun
   */
  public static UseCase<Step> remove(long number) {
    return fleet -> {
      RoutePlan plan = fleet.get(Kind.ROUTE_PLAN.number(number));
      List<Change> removing = removed(fleet, plan);
      List<Long> open = plan.open();
      Decision<Step> released = release(fleet, plan, open, Tasks.found(fleet, open));
      if (open.size() > MOST_RELEASED) {
        return released;
      }
      List<Change> changes = tasksOf(released);
      changes.addAll(removing);
      return new Decision<>(changes, new Step(plan, true));
    };
  }

  /**
   * What removes a plan that nothing is on.
   *
   * @throws Conflict if it has begun
   */
  static List<Change> removed(Snapshot fleet, RoutePlan plan) {
    if (plan.state() == State.STARTED || plan.state() == State.FINISHED) {
      throw new Conflict(Reason.ILLEGAL_TRANSITION);
    }
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Remove(plan));
    changes.add(Change.Count.removed(plan.ref()));
    changes.add(Event.to(plan, Event.Type.REMOVED, fleet));
    changes.addAll(released(plan));
    return changes;
  }

  /** What gives the vehicle of a plan back. */
  static List<Change> released(RoutePlan plan) {
    return away(plan).stream().<Change>map(piece -> new Change.Release(piece, plan.ref())).toList();
  }

  /** What it is called when a plan ends so. */
  static Event.Type ending(State last) {
    return last == State.CANCELLED ? Event.Type.CANCELLED : Event.Type.COMPLETED;
  }

  /**
   * Says what became of a stop; its task ends with it. One that failed is off the plan, which keeps
   * the report.
   *
   * @throws Conflict if the plan is not under way, or the stop was reported on before
   */
  public static UseCase<RoutePlan> report(long number, long task, Report report) {
    return fleet -> {
      RoutePlan plan = fleet.get(Kind.ROUTE_PLAN.number(number));
      Stop stop = plan.stop(task).orElseThrow(() -> new Failure.NotFound(Kind.TASK));
      if (plan.state() != State.STARTED || stop.report().isPresent()) {
        throw new Conflict(Reason.ILLEGAL_TRANSITION);
      }
      List<Stop> stops = new ArrayList<>(plan.stops());
      stops.set(stops.indexOf(stop), new Stop(task, stop.recipient(), Optional.of(report)));
      RoutePlan after = plan.with(stops, fleet.now());
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Replace(after));
      changes.add(Event.to(after, Event.Type.CHANGED, fleet));
      fleet
          .find(Kind.TASK.number(task))
          .map(it -> report.delivered() ? it : it.planned(Optional.empty(), fleet.now()))
          .ifPresent(
              it ->
                  changes.addAll(
                      it.state().terminal()
                          ? List.of(new Change.Replace(it), Event.to(it, Event.Type.CHANGED, fleet))
                          : ended(fleet, plan, it, report)));
      return new Decision<>(changes, after);
    };
  }

  /** The end of a stop's task: whoever drives has done it, if it is in nobody's hands. */
  private static List<Change> ended(Snapshot fleet, RoutePlan plan, Task task, Report report) {
    Decision<Task> ended = Tasks.ended(fleet, task, report.delivered(), report.note());
    List<Change> changes = new ArrayList<>(ended.changes());
    plan.worker()
        .filter(_ -> task.held().isEmpty())
        .map(driver -> Deed.ended(driver, ended.result(), fleet.now()))
        .ifPresent(deed -> changes.add(new Change.Trace(deed)));
    return changes;
  }

  /** What takes a task off its plan, as long as nobody has reported on it. */
  static Change without(Snapshot fleet, RoutePlan plan, long task) {
    return new Change.Replace(
        plan.with(
            plan.stops().stream()
                .filter(stop -> stop.task() != task || stop.report().isPresent())
                .toList(),
            fleet.now()));
  }

  private static Decision<Step> release(
      Snapshot fleet, RoutePlan plan, List<Long> leaving, Map<Long, Task> found) {
    List<Long> now = leaving.subList(0, Math.min(MOST_RELEASED, leaving.size()));
    List<Change> changes = new ArrayList<>();
    for (long each : now) {
      Task task = found.get(each);
      if (task != null && task.links().plan().equals(Optional.of(plan.number()))) {
        Task free = task.planned(Optional.empty(), fleet.now());
        changes.add(new Change.Replace(free));
        changes.add(Event.to(free, Event.Type.CHANGED, fleet));
      }
    }
    RoutePlan after =
        plan.with(
            plan.stops().stream()
                .filter(stop -> stop.report().isPresent() || !now.contains(stop.task()))
                .toList(),
            fleet.now());
    changes.add(new Change.Replace(after));
    changes.add(Event.to(after, Event.Type.CHANGED, fleet));
    return new Decision<>(changes, new Step(after, false));
  }

  /** Changes of a release without those of the plan itself, which come last. */
  private static List<Change> tasksOf(Decision<Step> released) {
    List<Change> changes = released.changes();
    return new ArrayList<>(changes.subList(0, changes.size() - 2));
  }

  static List<Stop> reported(RoutePlan plan) {
    return plan.stops().stream().filter(stop -> stop.report().isPresent()).toList();
  }

  static List<Long> all(RoutePlan plan, List<Long> tasks) {
    Set<Long> all = new LinkedHashSet<>(tasks);
    all.addAll(plan.open());
    return List.copyOf(all);
  }

  private static void check(Snapshot fleet, long worker) {
    if (fleet.find(Kind.WORKER.number(worker)).filter(Worker::works).isEmpty()) {
      throw Failure.invalid(Field.WORKER, new Rule.Known());
    }
  }

  static void checkRoom(Snapshot fleet, RoutePlan plan, List<Long> coming, Map<Long, Task> found) {
    if (plan.worker().isEmpty() || coming.isEmpty()) {
      return;
    }
    checkRoom(
        fleet,
        plan.worker().get(),
        coming.stream().flatMap(it -> Optional.ofNullable(found.get(it)).stream()).toList());
  }

  private static void checkRoom(Snapshot fleet, long driver, List<Task> coming) {
    long more =
        coming.stream()
            .filter(it -> it.held().filter(held -> held.worker() == driver).isEmpty())
            .count();
    Worker worker = Workers.working(fleet, driver);
    if (more > 0 && worker.load() + more > worker.capacity()) {
      throw new Conflict(Reason.WORKER_FULL);
    }
  }

  /** The pieces of time for which a plan takes its vehicle. */
  private static Set<Unique> away(RoutePlan plan) {
    Set<Unique> pieces = new LinkedHashSet<>();
    if (plan.state().over() || plan.vehicle().isEmpty()) {
      return pieces;
    }
    long first = plan.departure().getEpochSecond() / PIECE.toSeconds();
    long behind = Math.ceilDiv(plan.departure().plus(AWAY).getEpochSecond(), PIECE.toSeconds());
    for (long piece = first; piece < behind; piece++) {
      pieces.add(new Unique(Field.VEHICLE, plan.vehicle().get() + "#" + piece));
    }
    return pieces;
  }
}

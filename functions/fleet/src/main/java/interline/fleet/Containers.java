package interline.fleet;

import static interline.fleet.TaskState.ACTIVE;
import static interline.fleet.TaskState.ASSIGNED;
import static interline.fleet.TaskState.UNASSIGNED;

import interline.fleet.Failure.Conflict;
import interline.fleet.Failure.Conflict.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tasks into containers, out of them and to other places in them. What is too much for one
 * transaction is done in steps, after each of which every task is in exactly one place.
 *
 * <p>A worker's container is guarded by the worker's record, which every change of it replaces.
 * Those of teams and of the organization are not: a task is put between the two that were its
 * neighbours when they were read, and no two callers that put different tasks there wait for each
 * other.
 */
public final class Containers {

  /** The most tasks in one container. */
  public static final int MOST = 10_000;

  /**
   * The most tasks that one step moves: each takes four items of the hundred that a transaction
   * holds, and may come from a worker of its own.
   */
  static final int MOST_AT_ONCE = 19;

  /** The most tasks that make room for others in one step, at three items each. */
  private static final int MOST_ASIDE = 30;

  /** How far apart tasks stand that have made room. */
  private static final long ROOM = 1L << 12;

  /** The most tasks that hang together. */
  private static final int MOST_KIN = 1_000;

  private Containers() {}

  /** Where in a container. */
  public sealed interface At {

    record Front() implements At {}

    record End() implements At {}

    /** Behind so many others, or at the end if there are fewer. */
    record Index(int index) implements At {}

    /** Behind another task, or at the end if that one is gone. */
    record Behind(long task) implements At {}

    /** Everywhere: what is not named leaves the container. Only workers' containers know this. */
    record Whole() implements At {}
  }

  /**
   * What is to be done with a container.
   *
   * @param tasks in the order that they are to have
   * @param families whether tasks that hang together with these come along
   * @param checked whether it was looked at as a whole: said by the result of a step
   */
  public record Wish(
      Container container, List<Long> tasks, At at, boolean families, boolean checked) {

    public Wish {
      tasks = List.copyOf(tasks);
    }

    public Wish(Container container, List<Long> tasks, At at, boolean families) {
      this(container, tasks, at, families, false);
    }
  }

  /**
   * Puts tasks into a container, or does a step of it: it is to be asked again with what it says is
   * left, until there is nothing left. What the first step refuses is refused before anything is
   * done.
   *
   * @throws Failure.Invalid if one of the tasks does not exist, or is named twice
   * @throws Conflict if work on one of them has begun or ended, or there is no room for all
   */
  public static UseCase<Optional<Wish>> put(Wish wish) {
    return fleet -> {
      Wish known = wish.checked() ? wish : checked(fleet, wish);
      return known.at() instanceof At.Whole ? whole(fleet, known) : some(fleet, known);
    };
  }

  /** Puts a task that may be changed by the same decision at the end of another container. */
  static Decision<Task> append(Snapshot fleet, Task task, Container container) {
    return new Move(fleet, container, List.of(task), Set.of(task.number()))
        .to(new At.End())
        .orElseThrow()
        .map(List::getFirst);
  }

  private static Wish checked(Snapshot fleet, Wish wish) {
    if (new HashSet<>(wish.tasks()).size() < wish.tasks().size()) {
      throw Failure.invalid(Field.TASKS, new Rule.Distinct());
    }
    if (wish.at() instanceof At.Whole && wish.container().byWorker().isEmpty()) {
      throw Failure.invalid(Field.POSITION, new Rule.Present());
    }
    if (wish.tasks().size() > MOST) {
      throw Failure.invalid(Field.TASKS, new Rule.AtMost(MOST));
    }
    Map<Long, Task> named = known(fleet, wish.tasks());
    named.values().forEach(Containers::checkMovable);
    List<Task> all =
        wish.families() ? families(fleet, wish.tasks(), named) : List.copyOf(named.values());
    checkRoom(fleet, wish, all);
    return new Wish(
        wish.container(),
        all.stream().map(Task::number).toList(),
        wish.at(),
        wish.families(),
        true);
  }

  private static void checkRoom(Snapshot fleet, Wish wish, List<Task> all) {
    long coming = all.stream().filter(task -> !in(task, wish.container())).count();
    switch (wish.container()) {
      case Container.OfWorker(long number) -> {
        Worker worker = Workers.working(fleet, number);
        long then =
            wish.at() instanceof At.Whole
                ? all.size() + worker.active().stream().count()
                : worker.load() + coming;
        if (coming > 0 && then > worker.capacity()) {
          throw new Conflict(Reason.WORKER_FULL);
        }
      }
      case Container.OfOrganization _ -> checkRoom(fleet, wish.container(), coming);
      case Container.OfTeam(long team) -> {
        if (all.isEmpty()) {
          Team _ = Teams.open(fleet, team);
        }
        checkRoom(fleet, wish.container(), coming);
      }
    }
  }

  /** Only where it can matter is a container counted: no fewer tasks are in nobody's hands. */
  private static void checkRoom(Snapshot fleet, Container container, long coming) {
    if (coming > 0
        && fleet.counts(Kind.TASK).getOrDefault(UNASSIGNED.name(), 0L) + coming > MOST
        && fleet.size(container) + coming > MOST) {
      throw new Conflict(Reason.CONTAINER_FULL);
    }
  }

  private static boolean in(Task task, Container container) {
    return task.place().filter(place -> place.container().equals(container)).isPresent();
  }

  private static void checkMovable(Task task) {
    if (task.state() == ACTIVE) {
      throw new Conflict(Reason.TASK_FIXED);
    }
    if (task.state().terminal()) {
      throw new Conflict(Reason.TASK_ENDED);
    }
  }

  private static Map<Long, Task> known(Snapshot fleet, List<Long> numbers) {
    Map<Long, Task> tasks = Tasks.found(fleet, numbers);
    if (tasks.size() < numbers.size()) {
      throw Failure.invalid(Field.TASKS, new Rule.Known());
    }
    return tasks;
  }

  /** The tasks named and all that hang together with them, dependencies before what needs them. */
  private static List<Task> families(Snapshot fleet, List<Long> named, Map<Long, Task> known) {
    Map<Long, Task> kin = new LinkedHashMap<>(known);
    Set<Long> wanted = new LinkedHashSet<>();
    known.values().forEach(task -> wanted.addAll(task.links().all()));
    wanted.removeAll(kin.keySet());
    while (!wanted.isEmpty()) {
      Map<Long, Task> more = Tasks.found(fleet, List.copyOf(wanted));
      kin.putAll(more);
      if (kin.size() > MOST_KIN + named.size()) {
        throw Failure.invalid(Field.TASKS, new Rule.AtMost(MOST_KIN));
      }
      wanted.clear();
      more.values().forEach(task -> wanted.addAll(task.links().all()));
      wanted.removeAll(kin.keySet());
    }
    Line line = new Line(kin, new HashSet<>(named));
    named.forEach(line::add);
    return line.order().stream()
        .filter(task -> open(task) || known.containsKey(task.number()))
        .toList();
  }

  private static boolean open(Task task) {
    return task.state() == UNASSIGNED || task.state() == ASSIGNED;
  }

  /** Puts tasks that hang together one behind the other; those that were named stay in order. */
  private record Line(
      Map<Long, Task> kin, Set<Long> named, LinkedHashSet<Long> seen, List<Task> order) {

    Line(Map<Long, Task> kin, Set<Long> named) {
      this(kin, named, new LinkedHashSet<>(), new ArrayList<>());
    }

    void add(long number) {
      Task task = kin.get(number);
      if (task == null || !seen.add(number)) {
        return;
      }
      task.links().dependencies().stream().filter(it -> !named.contains(it)).forEach(this::add);
      order.add(task);
      task.links().dependents().stream().filter(it -> !named.contains(it)).forEach(this::add);
    }
  }

  private static Decision<Optional<Wish>> some(Snapshot fleet, Wish wish) {
    List<Long> now = wish.tasks().subList(0, Math.min(MOST_AT_ONCE, wish.tasks().size()));
    if (now.isEmpty()) {
      return Decision.of(Optional.empty());
    }
    List<Long> later = wish.tasks().subList(now.size(), wish.tasks().size());
    Optional<Wish> left =
        later.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Wish(
                    wish.container(),
                    later,
                    wish.at() instanceof At.End ? wish.at() : new At.Behind(now.getLast()),
                    false,
                    true));
    return moved(fleet, wish, now, new HashSet<>(wish.tasks()), wish.at(), left);
  }

  private static Decision<Optional<Wish>> moved(
      Snapshot fleet, Wish wish, List<Long> now, Set<Long> moving, At at, Optional<Wish> left) {
    List<Task> tasks = List.copyOf(known(fleet, now).values());
    Move move = new Move(fleet, wish.container(), tasks, moving);
    return move.to(at).map(decision -> decision.map(_ -> left)).orElseGet(() -> move.aside(wish));
  }

  private static Decision<Optional<Wish>> whole(Snapshot fleet, Wish wish) {
    Worker worker = Workers.working(fleet, wish.container().byWorker().orElseThrow());
    List<Long> queue =
        fleet.members(wish.container()).stream()
            .map(Member::task)
            .filter(task -> !worker.active().equals(Optional.of(task)))
            .toList();
    Set<Long> wanted = new HashSet<>(wish.tasks());
    List<Long> leaving =
        queue.stream().filter(task -> !wanted.contains(task)).limit(MOST_AT_ONCE).toList();
    if (!leaving.isEmpty()) {
      Wish away = new Wish(Container.organization(), leaving, new At.End(), false, true);
      return moved(fleet, away, leaving, Set.copyOf(leaving), away.at(), Optional.of(wish));
    }
    List<Long> tasks = wish.tasks();
    int least = Math.min(queue.size(), tasks.size());
    int from = 0;
    while (from < least && queue.get(from).equals(tasks.get(from))) {
      from++;
    }
    int behind = 0;
    while (behind < least - from
        && queue.get(queue.size() - 1 - behind).equals(tasks.get(tasks.size() - 1 - behind))) {
      behind++;
    }
    int to = tasks.size() - behind;
    if (from == to) {
      return Decision.of(Optional.empty());
    }
    List<Long> now = tasks.subList(from, Math.min(to, from + MOST_AT_ONCE));
    At at = from == 0 ? new At.Front() : new At.Behind(tasks.get(from - 1));
    return moved(
        fleet,
        wish,
        now,
        Set.copyOf(now),
        at,
        from + now.size() == to ? Optional.empty() : Optional.of(wish));
  }

  /** Some tasks on their way into a container. */
  private static final class Move {
    private final Snapshot fleet;
    private final Container container;
    private final List<Task> tasks;
    private final Set<Long> passed;
    private final Optional<Worker> worker;

    /**
     * @param moving tasks that do not count when places are counted
     */
    Move(Snapshot fleet, Container container, List<Task> tasks, Set<Long> moving) {
      this.fleet = fleet;
      this.container = container;
      this.tasks = tasks;
      this.worker = container.byWorker().map(number -> Workers.working(fleet, number));
      this.passed = new HashSet<>(moving);
      worker.flatMap(Worker::active).ifPresent(passed::add);
    }

    /** The tasks between which these are to come; either may be missing. */
    private record Gap(Optional<Member> low, Optional<Member> high) {}

    private Optional<Gap> gap = Optional.empty();

    /** The decision that brings them there; empty if there is no room. */
    Optional<Decision<List<Task>>> to(At at) {
      tasks.forEach(Containers::checkMovable);
      gap = Optional.of(find(at));
      return ranks(gap.get()).map(this::at);
    }

    private Gap find(At at) {
      return switch (at) {
        case At.Front() -> behind(0);
        case At.Index(int index) -> behind(index);
        case At.End() -> end();
        case At.Behind(long task) -> behind(task);
        case At.Whole() -> throw new IllegalStateException("Not a place");
      };
    }

    private Gap end() {
      return new Gap(
          worker.isPresent() ? Optional.empty() : fleet.last(container), Optional.empty());
    }

    private Gap behind(int index) {
      List<Member> first = counted(fleet.first(container, index + passed.size() + 1));
      if (first.size() <= index) {
        return end();
      }
      return new Gap(
          index == 0 ? Optional.empty() : Optional.of(first.get(index - 1)),
          Optional.of(first.get(index)));
    }

    private Gap behind(long task) {
      return fleet
          .find(Kind.TASK.number(task))
          .filter(it -> in(it, container))
          .flatMap(Task::member)
          .map(
              low ->
                  counted(fleet.behind(low.place(), task, passed.size() + 1)).stream()
                      .findFirst()
                      .map(high -> new Gap(Optional.of(low), Optional.of(high)))
                      .orElseGet(this::end))
          .orElseGet(this::end);
    }

    private List<Member> counted(List<Member> members) {
      return members.stream().filter(member -> !passed.contains(member.task())).toList();
    }

    private Optional<List<Long>> ranks(Gap between) {
      int count = tasks.size();
      List<Long> ranks = new ArrayList<>();
      Optional<Long> low = between.low().map(member -> member.place().rank());
      if (between.high().isEmpty()) {
        for (int i = 0; i < count; i++) {
          ranks.add(
              worker.isPresent() ? worker.get().nextRank() + i * Worker.RANK_STEP : last(low, i));
        }
        return Optional.of(ranks);
      }
      long high = between.high().get().place().rank();
      long step = low.map(it -> (high - it) / (count + 1)).orElse(Worker.RANK_STEP);
      if (step < 1) {
        return Optional.empty();
      }
      long first = low.map(it -> it + step).orElse(high - count * step);
      for (int i = 0; i < count; i++) {
        ranks.add(first + i * step);
      }
      return Optional.of(ranks);
    }

    private long last(Optional<Long> low, int nth) {
      long rank = Place.last(fleet.now(), nth, tasks.get(nth).number());
      long start = Place.last(fleet.now(), 0, 0);
      return low.filter(it -> it >= start)
          .map(it -> it - start + Place.STEP)
          .map(shift -> rank + shift)
          .orElse(rank);
    }

    private Decision<List<Task>> at(List<Long> ranks) {
      List<Change> changes = new ArrayList<>();
      List<Task> moved = new ArrayList<>();
      Map<TaskState, Integer> counts = new EnumMap<>(TaskState.class);
      Map<Long, List<Long>> dropped = new LinkedHashMap<>();
      int taken = 0;
      for (int i = 0; i < tasks.size(); i++) {
        Task task = tasks.get(i);
        Task next = placed(task, ranks.get(i));
        moved.add(next);
        changes.add(new Change.Replace(next));
        changes.add(Event.to(next, happening(task, next), fleet, facts(task, next)));
        if (!task.place().equals(next.place())) {
          task.place().ifPresent(place -> changes.add(new Change.Leave(place, task.number())));
          changes.add(new Change.Join(next.member(fleet.now())));
        }
        counts.merge(task.state(), -1, Integer::sum);
        counts.merge(next.state(), 1, Integer::sum);
        if (!in(task, container)) {
          taken++;
          task.held()
              .ifPresent(
                  held ->
                      dropped
                          .computeIfAbsent(held.worker(), _ -> new ArrayList<>())
                          .add(task.number()));
        }
      }
      long highest = ranks.stream().mapToLong(Long::longValue).max().orElseThrow();
      int more = taken;
      worker.ifPresent(
          it -> changes.add(new Change.Replace(it.holding(more, behindAll(it, highest)))));
      Tasks.standing(fleet, container).ifPresent(changes::add);
      Snapshot.Found others =
          fleet.findAll(dropped.keySet().stream().map(Kind.WORKER::number).toList());
      dropped.forEach(
          (number, numbers) ->
              changes.add(
                  new Change.Replace(others.get(Kind.WORKER.number(number)).dropping(numbers))));
      counts.values().removeIf(delta -> delta == 0);
      if (!counts.isEmpty()) {
        changes.add(Tasks.counted(tasks.getFirst().number(), counts));
      }
      return new Decision<>(changes, moved);
    }

    private static long behindAll(Worker worker, long rank) {
      return Math.max(worker.nextRank(), rank + Worker.RANK_STEP);
    }

    private Task placed(Task task, long rank) {
      if (in(task, container)) {
        return task.ranked(rank).touched(fleet.now());
      }
      return worker
          .map(it -> task.given(Assignments.assignment(fleet, task, it, rank), fleet.now()))
          .orElseGet(() -> task.free(new Place(container, rank), fleet.now()));
    }

    private static Event.Type happening(Task before, Task after) {
      if (before.state() != after.state()) {
        return after.state() == ASSIGNED ? Event.Type.ASSIGNED : Event.Type.UNASSIGNED;
      }
      return after.state() == ASSIGNED && !sameHands(before, after)
          ? Event.Type.REASSIGNED
          : Event.Type.MOVED;
    }

    private static boolean sameHands(Task before, Task after) {
      return before.held().map(Assignment::worker).equals(after.held().map(Assignment::worker));
    }

    private static Map<String, String> facts(Task before, Task after) {
      return after
          .held()
          .filter(_ -> !sameHands(before, after))
          .map(held -> Map.of("worker", Long.toString(held.worker())))
          .orElse(Map.of());
    }

    /**
     * Moves tasks behind the gap away from it, the farthest first, so that they stay in order. As
     * many as stand too close to each other are spread over the room up to the next one that does
     * not.
     */
    Decision<Optional<Wish>> aside(Wish wish) {
      Member low = gap.orElseThrow().low().orElseThrow();
      long start = low.place().rank();
      List<Member> close = List.of();
      long step = ROOM;
      for (int most = 64; true; most *= 4) {
        List<Member> next =
            fleet.behind(low.place(), low.task(), most).stream()
                .filter(
                    member ->
                        worker.flatMap(Worker::active).filter(it -> it == member.task()).isEmpty())
                .toList();
        int width = 0;
        while (width < next.size() && next.get(width).place().rank() - start < (width + 1) * ROOM) {
          width++;
        }
        close = next.subList(0, width);
        if (width < next.size()) {
          step = (next.get(width).place().rank() - start) / (width + 1);
        }
        if (width < next.size() || next.size() < most - 1) {
          break;
        }
      }
      Map<Member, Long> aside = new LinkedHashMap<>();
      for (int i = close.size() - 1; i >= 0 && aside.size() < MOST_ASIDE; i--) {
        long target = start + step * (i + 1);
        if (target > close.get(i).place().rank()) {
          aside.put(close.get(i), target);
        }
      }
      return new Decision<>(spread(aside), Optional.of(wish));
    }

    private List<Change> spread(Map<Member, Long> aside) {
      Map<Long, Task> known =
          Tasks.found(fleet, aside.keySet().stream().map(Member::task).toList());
      List<Change> changes = new ArrayList<>();
      aside.forEach(
          (member, rank) -> {
            Task task = known.get(member.task());
            if (task != null && task.place().equals(Optional.of(member.place()))) {
              Task next = task.ranked(rank);
              changes.add(new Change.Replace(next));
              changes.add(new Change.Leave(member.place(), member.task()));
              changes.add(new Change.Join(next.member(member.since())));
            }
          });
      long highest = aside.values().stream().mapToLong(Long::longValue).max().orElse(0);
      worker.ifPresent(
          it -> changes.add(new Change.Replace(it.holding(0, behindAll(it, highest)))));
      return changes;
    }
  }
}

package interline.fleet;

import static interline.fleet.TaskState.ASSIGNED;
import static interline.fleet.TaskState.UNASSIGNED;

import interline.fleet.Failure.Conflict;
import interline.fleet.Failure.Conflict.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tasks into the hands of workers and out of them. A worker's capacity and the one assignment of a
 * task hold because both records are replaced in the transaction that joins them.
 */
public final class Assignments {

  /**
   * The most tasks one batch can move: each takes four items of the hundred that a transaction
   * holds.
   */
  public static final int MOST_AT_ONCE = 24;

  /** What a transaction holds. */
  private static final int MOST_ITEMS = 100;

  private Assignments() {}

  /**
   * Gives an unassigned task to a worker, at the end of their container.
   *
   * @throws Conflict if the task is not open, or the worker is full
   */
  public static UseCase<Assignment> assign(long task, long worker) {
    return fleet -> assignAll(List.of(task), worker).decide(fleet).map(List::getFirst);
  }

  /** Gives all of these tasks to one worker, in this order, or none of them. */
  public static UseCase<List<Assignment>> assignAll(List<Long> tasks, long worker) {
    check(tasks);
    return fleet -> {
      List<Ref<?>> refs = new ArrayList<>();
      tasks.forEach(task -> refs.add(Kind.TASK.number(task)));
      refs.add(Kind.WORKER.number(worker));
      Snapshot.Found found = fleet.findAll(refs);
      List<Task> open = tasks.stream().map(task -> found.get(Kind.TASK.number(task))).toList();
      return give(fleet, open, found.get(Kind.WORKER.number(worker)));
    };
  }

  private static Decision<List<Assignment>> give(Snapshot fleet, List<Task> tasks, Worker worker) {
    List<Change> changes = new ArrayList<>();
    List<Assignment> assignments = new ArrayList<>();
    if (!worker.works()) {
      throw new Failure.NotFound(Kind.WORKER);
    }
    long rank = worker.nextRank();
    for (Task task : tasks) {
      if (task.state() != UNASSIGNED) {
        throw new Conflict(task.state().loads() ? Reason.TASK_ASSIGNED : Reason.TASK_NOT_OPEN);
      }
      Assignment assignment = assignment(fleet, task, worker, rank);
      rank += Worker.RANK_STEP;
      assignments.add(assignment);
      changes.addAll(handedOver(fleet, task, assignment, Event.Type.ASSIGNED));
    }
    changes.add(new Change.Replace(worker.taking(tasks.size())));
    changes.add(moved(tasks, UNASSIGNED, ASSIGNED));
    return new Decision<>(changes, assignments);
  }

  /**
   * Gives a task to another worker; one that nobody has is simply given. Nothing changes if the
   * worker has it already.
   *
   * @throws Conflict if work on the task has begun or ended, or the new worker is full
   */
  public static UseCase<Assignment> reassign(long task, long worker) {
    return fleet -> {
      Snapshot.Found found =
          fleet.findAll(List.of(Kind.TASK.number(task), Kind.WORKER.number(worker)));
      Task known = found.get(Kind.TASK.number(task));
      Worker next = found.get(Kind.WORKER.number(worker));
      if (known.state() == UNASSIGNED) {
        return give(fleet, List.of(known), next).map(List::getFirst);
      }
      Assignment old = known.held().orElseThrow(() -> new Conflict(Reason.TASK_NOT_OPEN));
      if (known.state() != ASSIGNED) {
        throw new Conflict(Reason.ILLEGAL_TRANSITION);
      }
      if (old.worker() == worker) {
        return Decision.of(old);
      }
      if (!next.works()) {
        throw new Failure.NotFound(Kind.WORKER);
      }
      Assignment assignment = assignment(fleet, known, next, next.nextRank());
      List<Change> changes =
          new ArrayList<>(handedOver(fleet, known, assignment, Event.Type.REASSIGNED));
      changes.add(new Change.Replace(next.taking(1)));
      Worker before = fleet.get(Kind.WORKER.number(old.worker()));
      changes.add(new Change.Replace(before.dropping(List.of(task))));
      return new Decision<>(changes, assignment);
    };
  }

  /**
   * Takes tasks back from whoever has them: all or none.
   *
   * @throws Conflict if one of them is in nobody's hands, or work on it has begun
   */
  public static UseCase<List<Task>> unassignAll(List<Long> tasks) {
    check(tasks);
    return fleet -> {
      Snapshot.Found found = fleet.findAll(tasks.stream().map(Kind.TASK::number).toList());
      return release(fleet, tasks.stream().map(task -> found.get(Kind.TASK.number(task))).toList());
    };
  }

  /**
   * The decision by which assigned tasks return to nobody's hands.
   *
   * @throws Failure.Invalid if they are too many, coming from as many workers as they do
   */
  static Decision<List<Task>> release(Snapshot fleet, List<Task> tasks) {
    List<Change> changes = new ArrayList<>();
    List<Task> freed = new ArrayList<>();
    Map<Long, List<Long>> dropped = new LinkedHashMap<>();
    for (Task task : tasks) {
      Assignment assignment = task.held().orElseThrow(() -> new Conflict(Reason.TASK_NOT_ASSIGNED));
      if (task.state() != ASSIGNED) {
        throw new Conflict(Reason.ILLEGAL_TRANSITION);
      }
      Place place =
          new Place(Container.organization(), Place.last(fleet.now(), freed.size(), task.number()));
      Task free = task.free(place, fleet.now());
      freed.add(free);
      changes.add(new Change.Replace(free));
      changes.add(Event.to(free, Event.Type.UNASSIGNED, fleet));
      changes.add(new Change.Leave(assignment));
      changes.add(new Change.Join(free.member(fleet.now())));
      dropped.computeIfAbsent(assignment.worker(), _ -> new ArrayList<>()).add(task.number());
    }
    if (changes.size() + dropped.size() + 1 > MOST_ITEMS) {
      throw Failure.invalid(Field.TASKS, new Rule.AtMost(Containers.MOST_AT_ONCE));
    }
    Snapshot.Found workers =
        fleet.findAll(dropped.keySet().stream().map(Kind.WORKER::number).toList());
    dropped.forEach(
        (worker, numbers) ->
            changes.add(
                new Change.Replace(workers.get(Kind.WORKER.number(worker)).dropping(numbers))));
    changes.add(moved(tasks, ASSIGNED, UNASSIGNED));
    return new Decision<>(changes, freed);
  }

  static Assignment assignment(Snapshot fleet, Task task, Worker worker, long rank) {
    return new Assignment(
        fleet.number(Kind.ASSIGNMENT),
        task.number(),
        worker.number(),
        worker.name(),
        fleet.now(),
        rank);
  }

  private static List<Change> handedOver(
      Snapshot fleet, Task task, Assignment assignment, Event.Type happening) {
    Task given = task.given(assignment, fleet.now());
    Map<String, String> facts = Map.of("worker", Long.toString(assignment.worker()));
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Replace(given));
    changes.add(new Change.Join(assignment));
    changes.add(Event.to(given, happening, fleet, facts));
    task.place().ifPresent(place -> changes.add(new Change.Leave(place, task.number())));
    return changes;
  }

  /** One shard serves the whole batch: the figures are the sum over all of them. */
  private static Change.Count moved(List<Task> tasks, TaskState from, TaskState to) {
    return Tasks.counted(tasks.getFirst().number(), Map.of(from, -tasks.size(), to, tasks.size()));
  }

  private static void check(List<Long> tasks) {
    if (tasks.isEmpty()) {
      throw Failure.invalid(Field.TASKS, new Rule.Present());
    }
    if (tasks.size() > MOST_AT_ONCE) {
      throw Failure.invalid(Field.TASKS, new Rule.AtMost(MOST_AT_ONCE));
    }
    if (new HashSet<>(tasks).size() < tasks.size()) {
      throw Failure.invalid(Field.TASKS, new Rule.Distinct());
    }
  }
}

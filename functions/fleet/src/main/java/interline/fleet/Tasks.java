package interline.fleet;

import static interline.fleet.TaskState.ACTIVE;
import static interline.fleet.TaskState.ASSIGNED;
import static interline.fleet.TaskState.UNASSIGNED;

import interline.fleet.Failure.Conflict;
import interline.fleet.Failure.Conflict.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be done with tasks, apart from giving them to workers: see {@link Assignments}. */
public final class Tasks {

  private Tasks() {}

  /** A new task, in nobody's hands. */
  public static UseCase<Task> create(Task.Draft draft) {
    return fleet -> {
      Task task =
          new Task(
              fleet.number(Kind.TASK),
              Stamp.fresh(fleet.now()),
              UNASSIGNED,
              draft.type(),
              draft.recipient(),
              draft.destination(),
              draft.skills(),
              draft.day(),
              draft.slot(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Details.NONE);
      return Decision.of(
          task,
          new Change.Create(task),
          Event.to(task, Event.Type.CREATED, fleet),
          new Change.Count(Kind.TASK, task.number(), Map.of(UNASSIGNED.name(), 1)));
    };
  }

  /**
   * Changes what a task says and, if the revision names another state, moves it there.
   *
   * @throws Conflict if the state cannot follow the present one; a state that an assignment leads
   *     to cannot be asked for here
   */
  public static UseCase<Task> revise(long number, Task.Revision revision) {
    return fleet -> {
      Task task = fleet.get(Kind.TASK.number(number)).revised(revision, fleet.now());
      Optional<TaskState> next = revision.state().filter(state -> state != task.state());
      if (next.isPresent()) {
        return move(fleet, task, next.get());
      }
      return Decision.of(task, new Change.Replace(task), Event.to(task, Event.Type.CHANGED, fleet));
    };
  }

  /** The worker begins; they can be at one task at a time. */
  public static UseCase<Task> start(long number) {
    return to(number, ACTIVE);
  }

  /** The work is done. */
  public static UseCase<Task> complete(long number) {
    return to(number, TaskState.COMPLETED);
  }

  /** The work will not be done. */
  public static UseCase<Task> cancel(long number) {
    return to(number, TaskState.CANCELLED);
  }

  private static UseCase<Task> to(long number, TaskState next) {
    return fleet -> move(fleet, fleet.get(Kind.TASK.number(number)), next);
  }

  private static Decision<Task> move(Snapshot fleet, Task task, TaskState next) {
    if (task.state() == ASSIGNED && next == UNASSIGNED) {
      return Assignments.release(fleet, List.of(task)).map(List::getFirst);
    }
    if (!task.state().leadsTo(next)) {
      throw new Conflict(Reason.ILLEGAL_TRANSITION);
    }
    Task moved = task.in(next, fleet.now());
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Replace(moved));
    changes.add(Event.to(moved, happening(next), fleet));
    changes.add(counted(task.number(), Map.of(task.state(), -1, next, 1)));
    task.held().ifPresent(assignment -> changes.addAll(worker(fleet, assignment, next)));
    return new Decision<>(changes, moved);
  }

  private static List<Change> worker(Snapshot fleet, Assignment assignment, TaskState next) {
    Worker worker = fleet.get(Kind.WORKER.number(assignment.worker()));
    if (next == ACTIVE) {
      return List.of(new Change.Replace(worker.starting(assignment.task())));
    }
    Worker freed = worker.dropping(List.of(assignment.task()));
    return List.of(new Change.Replace(freed), new Change.Leave(assignment));
  }

  private static Event.Type happening(TaskState next) {
    return switch (next) {
      case UNASSIGNED -> Event.Type.UNASSIGNED;
      case ASSIGNED -> Event.Type.ASSIGNED;
      case ACTIVE -> Event.Type.STARTED;
      case COMPLETED -> Event.Type.COMPLETED;
      case FAILED -> Event.Type.FAILED;
      case CANCELLED -> Event.Type.CANCELLED;
    };
  }

  static Change.Count counted(long shard, Map<TaskState, Integer> deltas) {
    return new Change.Count(
        Kind.TASK,
        shard,
        deltas.entrySet().stream()
            .collect(Collectors.toMap(delta -> delta.getKey().name(), Map.Entry::getValue)));
  }

  /** How many tasks there are in each state; every state is there. */
  public static Map<TaskState, Long> summary(Snapshot fleet) {
    Map<String, Long> counts = fleet.counts(Kind.TASK);
    Map<TaskState, Long> summary = new EnumMap<>(TaskState.class);
    for (TaskState state : TaskState.values()) {
      summary.put(state, counts.getOrDefault(state.name(), 0L));
    }
    return summary;
  }
}

package interline.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tasks to the workers who are nearest to them, or have the least way to go. Only those on duty of
 * whom it is known where they are come into question.
 *
 * @param teams empty: whoever it is
 * @param within whether a task that stands before a team stays within it
 * @param most who has so many tasks gets no more
 * @param families whether tasks that hang together with one come along
 */
public record AutoAssignment(
    Mode mode,
    Optional<Set<Long>> teams,
    boolean within,
    Optional<Integer> most,
    Set<Long> excluded,
    boolean families) {

  /** What counts. */
  public enum Mode {
    /** The way from where a worker is to the task. */
    DISTANCE,
    /** The way from where a worker is by all their tasks to this one. */
    LOAD
  }

  /**
   * Who has been given what.
   *
   * @param tasks the one that was to be given, and what has come along with it
   * @param left what is to come along still, as one transaction had no room for it
   */
  public record Given(long worker, List<Long> tasks, Optional<Containers.Wish> left) {}

  /**
   * Gives a task that nobody is at yet to whom it suits best, if it suits anybody. Who is asked is
   * found in lists that may lag; who gets it is judged as they are in the transaction.
   */
  public UseCase<Optional<Given>> give(long number) {
    return fleet -> {
      Optional<Task> task = fleet.find(Kind.TASK.number(number)).filter(AutoAssignment::movable);
      for (Worker worker : task.map(it -> ranked(fleet, it)).orElse(List.of())) {
        Optional<Decision<Optional<Given>>> given = given(fleet, task.orElseThrow(), worker);
        if (given.isPresent()) {
          return given.get();
        }
      }
      return Decision.of(Optional.empty());
    };
  }

  private static boolean movable(Task task) {
    return switch (task.state()) {
      case UNASSIGNED, ASSIGNED -> true;
      case ACTIVE, COMPLETED, FAILED, CANCELLED -> false;
    };
  }

  private Optional<Decision<Optional<Given>>> given(Snapshot fleet, Task task, Worker worker) {
    Containers.Wish wish =
        new Containers.Wish(
            new Container.OfWorker(worker.number()),
            List.of(task.number()),
            new Containers.At.End(),
            families);
    try {
      Decision<Optional<Containers.Wish>> put = Containers.put(wish).decide(fleet);
      // Judged after the decision has read them: if they are different by now, it cannot come true.
      return fleet
          .find(worker.ref())
          .filter(suiting(task))
          .map(_ -> put.map(left -> Optional.of(given(worker.number(), put.changes(), left))));
    } catch (Failure.Conflict | Failure.NotFound _) {
      return Optional.empty(); // no room for all that would come along, or nobody any more
    }
  }

  private static Given given(long worker, List<Change> changes, Optional<Containers.Wish> left) {
    List<Long> tasks = new ArrayList<>();
    for (Change change : changes) {
      if (change instanceof Change.Replace(Task task)) {
        tasks.add(task.number());
      }
    }
    return new Given(worker, tasks, left);
  }

  /** Who can have a task, the best one first. */
  private List<Worker> ranked(Snapshot fleet, Task task) {
    Optional<Location> place = task.destination().flatMap(Destination::location);
    if (place.isEmpty()) {
      return List.of();
    }
    List<Worker> asked =
        List.of(Duty.AVAILABLE, Duty.ASSIGNED).stream()
            .flatMap(duty -> fleet.all(new Listing.WorkersOn(duty)).stream())
            .filter(suiting(task))
            .toList();
    Map<Long, Double> ways = ways(fleet, asked, task, place.get());
    return asked.stream()
        .sorted(
            Comparator.comparingDouble((Worker it) -> ways.getOrDefault(it.number(), 0.0))
                .thenComparingInt(Worker::load)
                .thenComparingLong(Worker::number))
        .toList();
  }

  private Predicate<Worker> suiting(Task task) {
    return worker -> {
      boolean theirs = task.held().filter(it -> it.worker() == worker.number()).isPresent();
      int others = theirs ? worker.load() - 1 : worker.load();
      return (worker.duty() == Duty.AVAILABLE || worker.duty() == Duty.ASSIGNED)
          && worker.position().isPresent()
          && (theirs || worker.hasRoom())
          && !excluded.contains(worker.number())
          && (most.isEmpty() || others < most.get())
          && (teams.isEmpty() || worker.teams().stream().anyMatch(teams.get()::contains))
          && (!within || standsBefore(task, worker));
    };
  }

  /** Whether a worker is of the team before which a task stands, if it stands before one. */
  private static boolean standsBefore(Task task, Worker worker) {
    return task.place()
        .map(Place::container)
        .filter(it -> it instanceof Container.OfTeam(long team) && !worker.teams().contains(team))
        .isEmpty();
  }

  /** How far each of them has to go; all their tasks are read together. */
  private Map<Long, Double> ways(Snapshot fleet, List<Worker> asked, Task task, Location place) {
    Map<Container, List<Member>> queues =
        mode == Mode.DISTANCE
            ? Map.of()
            : fleet.members(
                asked.stream()
                    .filter(worker -> worker.load() > 0)
                    .map(worker -> new Container.OfWorker(worker.number()))
                    .toList());
    Map<Long, Task> before =
        Tasks.found(
            fleet,
            queues.values().stream()
                .flatMap(List::stream)
                .map(Member::task)
                .filter(number -> number != task.number())
                .toList());
    Map<Long, Double> ways = new HashMap<>();
    for (Worker worker : asked) {
      List<Member> queue = queues.getOrDefault(new Container.OfWorker(worker.number()), List.of());
      Location at = worker.position().orElseThrow().location();
      double way = 0;
      for (Location next : stops(worker, queue, before)) {
        way += at.metresTo(next);
        at = next;
      }
      ways.put(worker.number(), way + at.metresTo(place));
    }
    return ways;
  }

  /** Where a worker has to go, the task they are at first. */
  private static List<Location> stops(Worker worker, List<Member> queue, Map<Long, Task> before) {
    Set<Long> order = new LinkedHashSet<>(worker.active().stream().toList());
    queue.forEach(member -> order.add(member.task()));
    return order.stream()
        .flatMap(number -> Optional.ofNullable(before.get(number)).stream())
        .flatMap(task -> task.destination().stream())
        .flatMap(destination -> destination.location().stream())
        .toList();
  }
}

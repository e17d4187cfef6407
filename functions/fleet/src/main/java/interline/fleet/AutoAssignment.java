package interline.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tasks to the workers who are nearest to them, or have the least way to go. Only those on duty of
 * whom it is known where they are come into question.
 *
 * @param teams empty: whoever it is
 * @param most who has so many tasks gets no more
 */
public record AutoAssignment(
    Mode mode,
    Optional<Set<Long>> teams,
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

  /** Who is to have a task, as things are. */
  public Optional<Worker> choose(Snapshot fleet, Task task) {
    Optional<Location> place = task.destination().flatMap(Destination::location);
    if (place.isEmpty()) {
      return Optional.empty();
    }
    Map<Long, Double> ways = new HashMap<>();
    List<Worker> asked = candidates(fleet);
    asked.forEach(worker -> ways.put(worker.number(), way(fleet, worker, place.get())));
    return asked.stream()
        .min(
            Comparator.comparingDouble((Worker it) -> ways.getOrDefault(it.number(), 0.0))
                .thenComparingInt(Worker::load)
                .thenComparingLong(Worker::number));
  }

  private List<Worker> candidates(Snapshot fleet) {
    List<Worker> workers = new ArrayList<>();
    for (Duty duty : List.of(Duty.AVAILABLE, Duty.ASSIGNED)) {
      workers.addAll(fleet.all(new Listing.WorkersOn(duty)));
    }
    return workers.stream()
        .filter(worker -> worker.position().isPresent() && worker.hasRoom())
        .filter(worker -> !excluded.contains(worker.number()))
        .filter(worker -> most.isEmpty() || worker.load() < most.get())
        .filter(
            worker -> teams.isEmpty() || worker.teams().stream().anyMatch(teams.get()::contains))
        .toList();
  }

  private double way(Snapshot fleet, Worker worker, Location place) {
    Location at = worker.position().orElseThrow().location();
    double way = 0;
    if (mode == Mode.LOAD) {
      for (Location next : stops(fleet, worker)) {
        way += at.metresTo(next);
        at = next;
      }
    }
    return way + at.metresTo(place);
  }

  /** Where the worker has to go, the task they are at first. */
  private static List<Location> stops(Snapshot fleet, Worker worker) {
    List<Long> numbers = new ArrayList<>(worker.active().stream().toList());
    fleet.container(worker.number()).stream()
        .map(Assignment::task)
        .filter(task -> !numbers.contains(task))
        .toList()
        .forEach(numbers::add);
    return Tasks.found(fleet, numbers).values().stream()
        .flatMap(task -> task.destination().stream())
        .flatMap(destination -> destination.location().stream())
        .toList();
  }
}

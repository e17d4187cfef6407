package interline.fleet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tasks from hand to hand in one decision: to the end of a worker's container, or back to the
 * organization. Each is written once, with whatever else becomes of it.
 */
final class Handover {

  /** The most items that one task takes: itself, what happened, two places, who had it. */
  private static final int MOST_OF_ONE = 5;

  private final Snapshot fleet;
  private final Optional<Worker> driver;
  private final Snapshot.Found holders;
  private final List<Change> changes = new ArrayList<>();
  private final Map<TaskState, Integer> counts = new EnumMap<>(TaskState.class);
  private final Map<Long, List<Long>> dropped = new LinkedHashMap<>();
  private Optional<Long> first = Optional.empty();
  private long rank;
  private int given;
  private int taken;

  /**
   * Nothing done so far.
   *
   * @param tasks those that may change hands
   * @param driver who gets what is given
   */
  Handover(Snapshot fleet, Collection<Task> tasks, Optional<Long> driver) {
    this.fleet = fleet;
    this.driver = driver.map(number -> Workers.working(fleet, number));
    this.rank = this.driver.map(Worker::nextRank).orElse(0L);
    this.holders =
        fleet.findAll(
            tasks.stream()
                .flatMap(task -> task.held().stream())
                .map(Assignment::worker)
                .filter(holder -> !driver.equals(Optional.of(holder)))
                .distinct()
                .map(Kind.WORKER::number)
                .toList());
  }

  /** Whether another task fits into so many items. */
  boolean fits(int items) {
    return items() + MOST_OF_ONE <= items;
  }

  private int items() {
    return changes.size() + dropped.size() + (driver.isPresent() ? 1 : 0) + 1;
  }

  /** A task that stays where it is. */
  void keep(Task before, Task after) {
    write(before, after, Event.Type.CHANGED, Map.of());
  }

  /** A task to the end of the driver's container, be it from there. */
  void give(Task before, Task after) {
    Worker worker = driver.orElseThrow();
    Optional<Long> holder = before.held().map(Assignment::worker);
    boolean same = holder.equals(Optional.of(worker.number()));
    Task next =
        same
            ? after.ranked(rank).touched(fleet.now())
            : after.given(Assignments.assignment(fleet, after, worker, rank), fleet.now());
    rank += Worker.RANK_STEP;
    given++;
    if (same) {
      write(before, next, Event.Type.MOVED, Map.of());
      return;
    }
    taken++;
    holder.ifPresent(it -> drop(it, before.number()));
    write(
        before,
        next,
        holder.isPresent() ? Event.Type.REASSIGNED : Event.Type.ASSIGNED,
        Map.of("worker", Long.toString(worker.number())));
  }

  /** A task out of the hands it is in. */
  void free(Task before, Task after) {
    long number = before.number();
    before.held().ifPresent(held -> drop(held.worker(), number));
    Place place = new Place(Container.organization(), Place.last(fleet.now(), 0, number));
    write(before, after.free(place, fleet.now()), Event.Type.UNASSIGNED, Map.of());
  }

  private void drop(long worker, long task) {
    dropped.computeIfAbsent(worker, _ -> new ArrayList<>()).add(task);
  }

  private void write(Task before, Task after, Event.Type happening, Map<String, String> facts) {
    changes.add(new Change.Replace(after));
    changes.add(Event.to(after, happening, fleet, facts));
    if (!before.place().equals(after.place())) {
      before.place().ifPresent(place -> changes.add(new Change.Leave(place, before.number())));
      after.place().ifPresent(_ -> changes.add(new Change.Join(after.member(fleet.now()))));
    }
    counts.merge(before.state(), -1, Integer::sum);
    counts.merge(after.state(), 1, Integer::sum);
    first = first.or(() -> Optional.of(before.number()));
  }

  /** All that has to become true together. */
  List<Change> changes() {
    List<Change> all = new ArrayList<>(changes);
    dropped.forEach(
        (number, tasks) -> {
          if (driver.filter(it -> it.number() == number).isEmpty()) {
            Worker holder = holders.get(Kind.WORKER.number(number));
            all.add(new Change.Replace(holder.dropping(tasks)));
          }
        });
    driver
        .filter(it -> given > 0 || dropped.containsKey(it.number()))
        .ifPresent(
            it ->
                all.add(
                    new Change.Replace(
                        it.dropping(dropped.getOrDefault(it.number(), List.of()))
                            .holding(taken, rank))));
    counts.values().removeIf(delta -> delta == 0);
    if (!counts.isEmpty()) {
      all.add(Tasks.counted(first.orElseThrow(), counts));
    }
    return all;
  }
}

package interline.fleet;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The worker who fits a task best.
 *
 * @param score 0 to 1, higher is better
 */
public record Recommendation(Worker worker, double score) {

  private static final double WEIGHT_OF_SKILLS = 0.8;

  private static final Comparator<Recommendation> BEST_FIRST =
      Comparator.comparingDouble((Recommendation candidate) -> candidate.score())
          .reversed()
          .thenComparingInt(candidate -> candidate.worker().load())
          .thenComparingLong(candidate -> candidate.worker().number());

  /**
   * Chooses among the workers who are there, hold every skill and have room: the higher score, then
   * the lower load, then the lower number.
   */
  public static Optional<Recommendation> forTask(Task task, Collection<Worker> workers) {
    return workers.stream()
        .filter(worker -> worker.duty().working() && worker.hasRoom())
        .filter(worker -> worker.missing(task.skills()).isEmpty())
        .map(worker -> new Recommendation(worker, fit(task, worker)))
        .min(BEST_FIRST);
  }

  /** The same for a task of the fleet, among all workers who are there. */
  public static Optional<Recommendation> in(Snapshot fleet, long task) {
    Task known = fleet.get(Kind.TASK.number(task));
    return forTask(
        known,
        Stream.of(Duty.values())
            .filter(Duty::working)
            .flatMap(duty -> fleet.all(new Listing.WorkersOn(duty)).stream())
            .toList());
  }

  /**
   * Four fifths for the share of the skills held, one fifth for the share of the capacity that is
   * free.
   */
  private static double fit(Task task, Worker worker) {
    int required = task.skills().size();
    double held = required == 0 ? 1 : 1 - (double) worker.missing(task.skills()).size() / required;
    double free =
        Math.clamp((double) (worker.capacity() - worker.load()) / worker.capacity(), 0, 1);
    return Math.round((WEIGHT_OF_SKILLS * held + (1 - WEIGHT_OF_SKILLS) * free) * 100) / 100.0;
  }
}

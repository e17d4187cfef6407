package interline.fleet;

import java.time.Instant;

/**
 * A task in the hands of a worker.
 *
 * @param number unique among the assignments of the organization
 * @param workerName the worker's name when the task was given to them
 * @param rank the place in the worker's container: smaller comes first
 */
public record Assignment(
    long number, long task, long worker, String workerName, Instant at, long rank) {

  /** Where the task stands for as long as this lasts. */
  public Place place() {
    return new Place(new Container.OfWorker(worker), rank);
  }

  Assignment at(long other) {
    return new Assignment(number, task, worker, workerName, at, other);
  }
}

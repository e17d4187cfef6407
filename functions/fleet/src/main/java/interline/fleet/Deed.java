package interline.fleet;

import java.time.Instant;
import java.util.Optional;

/**
 * Something a worker did that counts in their figures.
 *
 * @param task the number of the task that it was about, if it was about one
 */
public record Deed(long worker, Instant at, What what, Optional<Long> task) {

  /** The end of a task in somebody's hands; one that was called off has not succeeded. */
  static Deed ended(long worker, Task task, Instant at) {
    return new Deed(
        worker,
        at,
        task.state() == TaskState.COMPLETED ? What.SUCCEEDED : What.FAILED,
        Optional.of(task.number()));
  }

  /** What can be done. */
  public enum What {
    WENT_ON_DUTY,
    WENT_OFF_DUTY,
    SUCCEEDED,
    FAILED
  }
}

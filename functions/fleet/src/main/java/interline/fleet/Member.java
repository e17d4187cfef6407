package interline.fleet;

import java.time.Instant;
import java.util.Optional;

/**
 * A task in a container.
 *
 * @param since when it came there
 * @param assignment how it came into the hands of a worker, if the container is one's
 */
public record Member(Place place, long task, Instant since, Optional<Assignment> assignment) {

  static Member of(Assignment assignment) {
    return new Member(
        assignment.place(), assignment.task(), assignment.at(), Optional.of(assignment));
  }
}

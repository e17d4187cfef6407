package interline.fleet;

import java.util.Optional;

/** Who holds tasks, in an order of theirs. A task is in exactly one container until it ends. */
public sealed interface Container {

  /** The organization's own: where tasks are that neither a team nor a worker has. */
  record OfOrganization() implements Container {}

  /** A team's: any of its workers may get the task. */
  record OfTeam(long team) implements Container {}

  /** A worker's: the tasks in their hands. */
  record OfWorker(long worker) implements Container {}

  static Container organization() {
    return new OfOrganization();
  }

  /** The worker whose container this is, if it is one's. */
  default Optional<Long> byWorker() {
    return this instanceof OfWorker(long worker) ? Optional.of(worker) : Optional.empty();
  }
}

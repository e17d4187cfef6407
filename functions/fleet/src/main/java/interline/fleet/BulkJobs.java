package interline.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The life of a bulk job. Each step may be repeated: what is done stays done once. */
public final class BulkJobs {

  private BulkJobs() {}

  /** Keeps the rows and a job over them. It still has to be handed to the {@link BulkQueue}. */
  public static UseCase<BulkJob> open(
      String id, Dialect dialect, String resource, String operation, List<String> rows) {
    return fleet -> {
      BulkJob job =
          new BulkJob(
              id,
              Stamp.fresh(fleet.now()),
              dialect,
              resource,
              operation,
              rows.size(),
              fleet.caller().name(),
              fleet.caller().user(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      return Decision.of(job, new Change.Create(job), new Change.Enqueue(new BulkRows(id, rows)));
    };
  }

  /** The same, under a number in place of an id that somebody thought of. */
  public static UseCase<BulkJob> open(
      Dialect dialect, String resource, String operation, List<String> rows) {
    return fleet ->
        open(Long.toString(fleet.number(Kind.BULK_JOB)), dialect, resource, operation, rows)
            .decide(fleet);
  }

  /**
   * A worker takes the job up, for the first time or once more.
   *
   * @param lastAttempt how long this attempt can take, if the queue will allow no other
   * @return what is left to do; nothing if the job is complete or was taken back
   */
  public static UseCase<Work> take(String id, Optional<Duration> lastAttempt) {
    return fleet -> {
      BulkJob.Progress progress =
          fleet.progress(id).orElseThrow(() -> new Failure.NotFound(Kind.BULK_JOB));
      BulkJob job = progress.job();
      if (job.settled()) {
        return Decision.of(new Work(job, Set.of()));
      }
      Set<Integer> done = progress.done();
      Set<Integer> left =
          IntStream.range(0, job.total())
              .filter(index -> !done.contains(index))
              .boxed()
              .collect(Collectors.toUnmodifiableSet());
      Optional<Instant> lastEnd = lastAttempt.map(fleet.now()::plus);
      if (job.state(fleet.now()) == BulkJob.State.PROCESSING && lastEnd.isEmpty()) {
        return Decision.of(new Work(job, left));
      }
      BulkJob taken = job.started(fleet.now(), lastEnd);
      return Decision.of(new Work(taken, left), new Change.Replace(taken));
    };
  }

  /** A job and the places of the rows that have no outcome yet. */
  public record Work(BulkJob job, Set<Integer> left) {}

  /** The rest of the job is with the queue again: the attempt that sent it on was not the last. */
  public static UseCase<BulkJob> sentOn(String id) {
    return fleet -> {
      BulkJob job = fleet.get(Kind.BULK_JOB.id(id));
      if (job.settled() || job.lastAttemptEnds().isEmpty()) {
        return Decision.of(job);
      }
      BulkJob open = job.started(fleet.now(), Optional.empty());
      return Decision.of(open, new Change.Replace(open));
    };
  }

  /** Every row has its outcome. */
  public static UseCase<BulkJob> complete(String id) {
    return fleet -> {
      BulkJob job = fleet.get(Kind.BULK_JOB.id(id));
      if (job.settled()) {
        return Decision.of(job);
      }
      BulkJob complete = job.complete(fleet.now());
      return Decision.of(complete, new Change.Replace(complete));
    };
  }

  /** Nobody will try again; the rows that have an outcome keep it, and the first reason stands. */
  public static UseCase<BulkJob> fail(String id, String reason) {
    return fleet -> {
      BulkJob job = fleet.get(Kind.BULK_JOB.id(id));
      if (job.completed().isPresent() || job.failed().isPresent()) {
        return Decision.of(job);
      }
      BulkJob failed = job.failed(fleet.now(), new BulkJob.GivenUp(fleet.now(), reason));
      return Decision.of(failed, new Change.Replace(failed));
    };
  }

  /**
   * Takes a job back that the queue did not take, so that its sender can be told that nothing of it
   * is done, now or later. If a worker has begun all the same, it stays as it is.
   */
  public static UseCase<BulkJob> withdraw(String id) {
    return fleet -> {
      BulkJob job = fleet.get(Kind.BULK_JOB.id(id));
      if (job.started().isPresent()) {
        return Decision.of(job);
      }
      BulkJob withdrawn =
          job.failed(fleet.now(), new BulkJob.GivenUp(fleet.now(), "It could not be queued", true));
      return Decision.of(withdrawn, new Change.Replace(withdrawn));
    };
  }

  /** A row's effect and its outcome, together. */
  public static UseCase<Long> succeed(BulkJob job, int index, UseCase<Long> row) {
    return fleet -> {
      Decision<Long> decision = row.decide(fleet);
      return decision.and(
          new Change.RowDone(job.id(), new BulkJob.Outcome.Succeeded(index, decision.result())));
    };
  }

  /** A row that the fleet refused. */
  public static UseCase<BulkJob.Outcome> refuse(BulkJob job, BulkJob.Outcome.Refused outcome) {
    return _ -> Decision.of(outcome, new Change.RowDone(job.id(), outcome));
  }
}

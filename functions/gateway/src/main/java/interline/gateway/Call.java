package interline.gateway;

import interline.fleet.Bucket;
import interline.fleet.BulkJob;
import interline.fleet.BulkJobs;
import interline.fleet.BulkQueue;
import interline.fleet.Caller;
import interline.fleet.Organization;
import interline.fleet.OrganizationId;
import interline.fleet.Snapshot;
import interline.fleet.Store;
import interline.fleet.UseCase;
import java.time.Duration;
import java.util.function.Function;

/** A request, who makes it, and the fleet that it is about: all that an endpoint gets to see. */
public record Call(
    Request request,
    Caller caller,
    Store store,
    Function<OrganizationId, Organization> organizations) {

  /** A call that has no need of its organization. */
  Call(Request request, Caller caller, Store store) {
    this(
        request,
        caller,
        store,
        _ -> {
          throw new UnsupportedOperationException("Nobody knows the organization here");
        });
  }

  /** The caller's organization, as it was within the last minute: most often without a request. */
  public Organization organization() {
    return organizations.apply(caller.organization());
  }

  /** The fleet of the caller's organization as it is now. */
  public Snapshot fleet() {
    return store.snapshot(caller);
  }

  /** Does something to the fleet on behalf of the caller; see {@link Store#commit}. */
  public <R> R commit(UseCase<R> useCase) {
    return store.commit(caller, useCase);
  }

  /**
   * Keeps a bulk job and hands it to the queue.
   *
   * @throws Unqueued if the queue refuses it
   */
  public BulkJob submit(UseCase<BulkJob> open, BulkQueue queue) {
    BulkJob job = commit(open);
    try {
      queue.send(caller.organization(), job.id());
    } catch (RuntimeException refusal) {
      // The message may have arrived, whatever became of the answer: then a worker has begun.
      if (commit(BulkJobs.withdraw(job.id())).withdrawn()) {
        throw new Unqueued(refusal);
      }
    }
    return job;
  }

  /** Takes one permit from a limit of the caller's organization; see {@link Store#permit}. */
  public void permit(String name, int most, Duration window) {
    store.permit(caller.organization(), name, most, window);
  }

  /** Asks for one permit from a bucket of the caller's organization; see {@link Store#draw}. */
  public Bucket.Draw draw(String name, Bucket bucket) {
    return store.draw(caller.organization(), name, bucket);
  }

  /** The number of a record in the path; see {@link Request#id}. */
  public long id(String name) {
    return request.id(name);
  }

  /** The members of the body; see {@link Request#fields}. */
  public Fields fields() {
    return request.fields();
  }
}

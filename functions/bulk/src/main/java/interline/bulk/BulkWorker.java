package interline.bulk;

import interline.fleet.BulkDialect;
import interline.fleet.BulkJob;
import interline.fleet.BulkJobs;
import interline.fleet.Caller;
import interline.fleet.Dialect;
import interline.fleet.Failure;
import interline.fleet.Field;
import interline.fleet.Geocoder;
import interline.fleet.OrganizationId;
import interline.fleet.Store;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Works off one job: its rows in order, each outcome in the same transaction as what the row did. A
 * job that is delivered twice, worked on by two workers at a time, or left half done by one that
 * died, ends with each row done once, because a row can have only one outcome.
 */
final class BulkWorker {

  private final Store store;
  private final Map<Dialect, BulkDialect> dialects;
  private final Supplier<Geocoder> geocoder;
  private final Duration attempt;

  /**
   * A worker over a store.
   *
   * @param attempt how long an attempt can take before the queue delivers the job again
   */
  BulkWorker(
      Store store,
      Map<Dialect, BulkDialect> dialects,
      Supplier<Geocoder> geocoder,
      Duration attempt) {
    this.store = store;
    this.dialects = dialects;
    this.geocoder = geocoder;
    this.attempt = attempt;
  }

  /**
   * A job, given to a worker by the queue.
   *
   * @param last whether the queue will give the job up if this delivery leads to nothing
   */
  record Delivery(OrganizationId organization, String job, boolean last) {

    private Caller worker() {
      return new Caller(organization, "bulk");
    }
  }

  /**
   * Does what is left of a job, one row at least.
   *
   * @param time whether there is time for another row
   * @return whether nothing is left
   * @throws RuntimeException if something other than a row was at fault; the job can be tried again
   */
  boolean work(Delivery delivery, BooleanSupplier time) {
    Caller worker = delivery.worker();
    BulkJobs.Work work =
        store.commit(
            worker,
            BulkJobs.take(
                delivery.job(), delivery.last() ? Optional.of(attempt) : Optional.empty()));
    if (work.job().completed().isPresent()) {
      return true;
    }
    if (!workOff(worker, work, time)) {
      return false;
    }
    store.commit(worker, BulkJobs.complete(delivery.job()));
    return true;
  }

  /** The rest of the job was sent to the queue. */
  void sentOn(Delivery delivery) {
    if (delivery.last()) {
      store.commit(delivery.worker(), BulkJobs.sentOn(delivery.job()));
    }
  }

  /** Nobody tries again before the next delivery; if there is none, the job has failed. */
  void giveUp(Delivery delivery) {
    if (delivery.last()) {
      store.commit(
          delivery.worker(), BulkJobs.fail(delivery.job(), "The rows could not be worked off"));
    }
  }

  private boolean workOff(Caller worker, BulkJobs.Work work, BooleanSupplier time) {
    BulkJob job = work.job();
    Caller sender = job.sender(worker.organization());
    BulkDialect.Means means = new BulkDialect.Means(store, sender, geocoder);
    BulkDialect dialect =
        Optional.ofNullable(dialects.get(job.dialect()))
            .orElseThrow(() -> new IllegalStateException("Nobody understands " + job.dialect()));
    List<String> rows = store.snapshot(worker).rows(job.id());
    boolean begun = false;
    for (int index = 0; index < rows.size(); index++) {
      if (work.left().contains(index)) {
        if (begun && !time.getAsBoolean()) {
          return false;
        }
        workOff(means, dialect, job, index, rows.get(index));
        begun = true;
      }
    }
    return true;
  }

  private void workOff(
      BulkDialect.Means means, BulkDialect dialect, BulkJob job, int index, String row) {
    Caller sender = means.sender();
    try {
      store.commit(sender, BulkJobs.succeed(job, index, dialect.row(job, row, means)));
    } catch (Failure.Busy notTheRowsFault) {
      throw notTheRowsFault;
    } catch (Failure refused) {
      if (!hasOutcome(refused)) {
        refuse(sender, job, new BulkJob.Outcome.Refused(index, dialect.messages(job, refused)));
      }
    }
  }

  private void refuse(Caller sender, BulkJob job, BulkJob.Outcome.Refused outcome) {
    try {
      store.commit(sender, BulkJobs.refuse(job, outcome));
    } catch (Failure.NotUnique taken) {
      if (!hasOutcome(taken)) {
        throw taken;
      }
    }
  }

  /** Whether another worker was faster with this row. */
  private static boolean hasOutcome(Failure failure) {
    return failure instanceof Failure.NotUnique taken && taken.field() == Field.ROW;
  }
}

package interline.gateway;

import interline.fleet.Bucket;
import interline.fleet.Caller;
import interline.fleet.Failure;
import interline.fleet.OrganizationId;
import interline.fleet.Snapshot;
import interline.fleet.Store;
import interline.fleet.UseCase;
import java.time.Duration;

/**
 * The store as a function sees it before it is frozen into a SnapStart image: it can be read, but
 * nothing is written and nothing leased, as every function started from the image would then hold
 * the same lease.
 */
record Rehearsal(Store store) implements Store {

  @Override
  public Snapshot snapshot(Caller caller) {
    return store.snapshot(caller);
  }

  @Override
  public <R> R commit(Caller caller, UseCase<R> useCase) {
    throw new Failure.Busy();
  }

  @Override
  public void permit(OrganizationId organization, String name, int most, Duration window) {
    // There is no limit on rehearsing.
  }

  @Override
  public Bucket.Draw draw(OrganizationId organization, String name, Bucket bucket) {
    return new Bucket.Draw(true, bucket.size());
  }

  @Override
  public byte[] secret(String name) {
    return store.secret(name);
  }
}

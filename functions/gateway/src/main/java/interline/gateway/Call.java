package interline.gateway;

import interline.fleet.Caller;
import interline.fleet.Snapshot;
import interline.fleet.Store;
import interline.fleet.UseCase;
import java.time.Duration;

/** A request, who makes it, and the fleet that it is about: all that an endpoint gets to see. */
public record Call(Request request, Caller caller, Store store) {

  /** The fleet of the caller's organization as it is now. */
  public Snapshot fleet() {
    return store.snapshot(caller);
  }

  /** Does something to the fleet on behalf of the caller; see {@link Store#commit}. */
  public <R> R commit(UseCase<R> useCase) {
    return store.commit(caller, useCase);
  }

  /** Takes one permit from a limit of the caller's organization; see {@link Store#permit}. */
  public void permit(String name, int most, Duration window) {
    store.permit(caller.organization(), name, most, window);
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

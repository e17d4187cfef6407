package interline.local;

import interline.fleet.Bucket;
import interline.fleet.Caller;
import interline.fleet.Decision;
import interline.fleet.OrganizationId;
import interline.fleet.Snapshot;
import interline.fleet.Store;
import interline.fleet.UseCase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Set;

/**
 * A real store that fails at one point of its life, or whose process dies there: the points are
 * before and after every read and every commit, counted from 1.
 */
final class FaultyStore implements Store {

  private static final Set<String> READS =
      Set.of("find", "get", "findAll", "holder", "page", "all", "container", "progress", "rows");

  private final Store store;
  private final int fatal;
  private final Runnable fault;
  private int points;

  private FaultyStore(Store store, int fatal, Runnable fault) {
    this.store = store;
    this.fatal = fatal;
    this.fault = fault;
  }

  static FaultyStore dyingAt(int point, Store store) {
    return new FaultyStore(
        store,
        point,
        () -> {
          throw new Death(point);
        });
  }

  /** It answers again afterwards. */
  static FaultyStore failingAt(int point, Store store) {
    return new FaultyStore(
        store,
        point,
        () -> {
          throw new IllegalStateException("Out of reach for a moment");
        });
  }

  /** The end of the process; nothing catches it but the test. */
  static final class Death extends Error {
    Death(int point) {
      super("Died at point " + point, null, false, false);
    }
  }

  /** How many points were passed. */
  int points() {
    return points;
  }

  @Override
  public byte[] secret(String name) {
    return store.secret(name);
  }

  @Override
  public Snapshot snapshot(Caller caller) {
    return watched(store.snapshot(caller));
  }

  @Override
  public <R> R commit(Caller caller, UseCase<R> useCase) {
    pass();
    R result =
        store.commit(
            caller,
            snapshot -> {
              Decision<R> decision = useCase.decide(watched(snapshot));
              pass();
              return decision;
            });
    pass();
    return result;
  }

  @Override
  public void permit(OrganizationId organization, String name, int most, Duration window) {
    store.permit(organization, name, most, window);
  }

  @Override
  public Bucket.Draw draw(OrganizationId organization, String name, Bucket bucket) {
    return store.draw(organization, name, bucket);
  }

  private void pass() {
    if (++points == fatal) {
      fault.run();
    }
  }

  private Snapshot watched(Snapshot snapshot) {
    return (Snapshot)
        Proxy.newProxyInstance(
            Snapshot.class.getClassLoader(),
            new Class<?>[] {Snapshot.class},
            (_, method, arguments) -> {
              boolean read = READS.contains(method.getName());
              if (read) {
                pass();
              }
              try {
                Object answer = method.invoke(snapshot, arguments);
                if (read) {
                  pass();
                }
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}

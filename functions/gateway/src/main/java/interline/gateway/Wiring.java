package interline.gateway;

import interline.fleet.BulkQueue;
import interline.fleet.Geocoder;
import interline.fleet.Store;
import interline.fleet.StoreProvider;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a function is given by the place it runs in: its settings, the store, the queue, the time
 * and chance. Safe for use by many threads.
 */
public final class Wiring {

  private final Map<String, String> environment;
  private final Supplier<Store> store;
  private final Supplier<BulkQueue> bulkQueue;
  private final Supplier<Geocoder> geocoder;
  private final InstantSource clock;
  private final Supplier<String> secrets;
  private final Supplier<UUID> uuids;

  /** Wires what a test brings along, which knows no addresses. */
  public Wiring(
      Map<String, String> environment,
      Supplier<Store> store,
      Supplier<BulkQueue> bulkQueue,
      InstantSource clock,
      Supplier<String> secrets,
      Supplier<UUID> uuids) {
    this(environment, store, bulkQueue, () -> Geocoder.NONE, clock, secrets, uuids);
  }

  private Wiring(
      Map<String, String> environment,
      Supplier<Store> store,
      Supplier<BulkQueue> bulkQueue,
      Supplier<Geocoder> geocoder,
      InstantSource clock,
      Supplier<String> secrets,
      Supplier<UUID> uuids) {
    this.environment = Map.copyOf(environment);
    this.store = new Once<>(store);
    this.bulkQueue = new Once<>(bulkQueue);
    this.geocoder = new Once<>(geocoder);
    this.clock = clock;
    this.secrets = secrets;
    this.uuids = uuids;
  }

  /**
   * Wires a function to what its environment names. The store and the queue are opened when they
   * are first asked for, so that a function without a queue needs none.
   *
   * @throws IllegalStateException if the function's jar contains no store
   */
  public static Wiring open(Map<String, String> environment) {
    // The class path of this very class, not the thread's: in Lambda that is the function's jar.
    StoreProvider provider =
        ServiceLoader.load(StoreProvider.class, Wiring.class.getClassLoader())
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "No "
                            + StoreProvider.class.getName()
                            + " on the class path: a function needs the store module at run time"));
    SecureRandom random = new SecureRandom();
    return new Wiring(
        environment,
        () -> provider.store(environment),
        () -> provider.bulkQueue(environment),
        () -> provider.geocoder(environment),
        Clock.systemUTC(),
        () -> secret(random),
        UUID::randomUUID);
  }

  public Store store() {
    return store.get();
  }

  public BulkQueue bulkQueue() {
    return bulkQueue.get();
  }

  public Geocoder geocoder() {
    return geocoder.get();
  }

  public InstantSource clock() {
    return clock;
  }

  /** Gives a new secret each time: 32 lower-case hex digits, 128 bits of chance. */
  public Supplier<String> secrets() {
    return secrets;
  }

  /** Gives a new random UUID each time. */
  public Supplier<UUID> uuids() {
    return uuids;
  }

  /** A setting; one that is empty counts as absent, as a template cannot leave one out. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  private static String secret(SecureRandom random) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Opens something the first time it is asked for; a failure to open is not remembered. */
  private static final class Once<T> implements Supplier<T> {
    private final Supplier<T> opening;
    private volatile @Nullable T open;

    Once(Supplier<T> opening) {
      this.opening = opening;
    }

    @Override
    public T get() {
      T present = open;
      return present != null ? present : opened();
    }

    private synchronized T opened() {
      T present = open;
      if (present == null) {
        present = opening.get();
        open = present;
      }
      return present;
    }
  }
}

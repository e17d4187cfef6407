package interline.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was found lately, and what was not. What is not there is forgotten sooner, and neither side
 * grows without bound, whatever strangers ask for. Safe for use by many threads.
 */
final class Recent<K, V> {

  private final InstantSource clock;
  private final Duration found;
  private final Duration missed;
  private final Map<K, Entry<V>> hits;
  private final Map<K, Entry<V>> misses;

  /**
   * Remembers nothing yet.
   *
   * @param found how long what was found is good
   * @param missed how long what was not found counts as not there
   * @param most how many of each to remember
   */
  Recent(InstantSource clock, Duration found, Duration missed, int most) {
    this.clock = clock;
    this.found = found;
    this.missed = missed;
    this.hits = new Bounded<>(most);
    this.misses = new Bounded<>(most);
  }

  private record Entry<V>(Optional<V> value, Instant until) {}

  /** The value as it was lately, or else as it is looked up now. Failures are not remembered. */
  Optional<V> get(K key, Function<K, Optional<V>> lookUp) {
    // Before the look-up: what is read may be as old as that.
    Instant now = clock.instant();
    Entry<V> entry = remembered(key);
    if (entry.until.isAfter(now)) {
      return entry.value;
    }
    Optional<V> value = lookUp.apply(key);
    remember(key, value, now);
    return value;
  }

  private synchronized Entry<V> remembered(K key) {
    Entry<V> nothing = new Entry<>(Optional.empty(), Instant.MIN);
    return hits.getOrDefault(key, misses.getOrDefault(key, nothing));
  }

  private synchronized void remember(K key, Optional<V> value, Instant now) {
    hits.remove(key);
    misses.remove(key);
    if (value.isPresent()) {
      hits.put(key, new Entry<>(value, now.plus(found)));
    } else {
      misses.put(key, new Entry<>(value, now.plus(missed)));
    }
  }

  /** Forgets what was put in first when there is no more room. */
  private static final class Bounded<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1;

    private final int most;

    Bounded(int most) {
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > most;
    }
  }
}

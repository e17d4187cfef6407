package interline.local;

import java.util.concurrent.atomic.AtomicInteger;

/** How many invocations of a function are in work. Safe for use by many threads. */
public final class InWork {
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger peak = new AtomicInteger();
  private final AtomicInteger total = new AtomicInteger();

  InWork() {}

  void begin() {
    total.incrementAndGet();
    peak.accumulateAndGet(now.incrementAndGet(), Math::max);
  }

  void end() {
    now.decrementAndGet();
  }

  /** In work at this moment. */
  public int now() {
    return now.get();
  }

  /** The most there ever were in work at a time. */
  public int peak() {
    return peak.get();
  }

  /** How many were begun. */
  public int total() {
    return total.get();
  }
}

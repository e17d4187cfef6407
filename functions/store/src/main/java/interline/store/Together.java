package interline.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Reads that do not depend on each other, made at the same time. */
final class Together {

  /** How many are under way at a time. */
  private static final int MOST = 16;

  private Together() {}

  /** What each of them read, in their order. */
  static <T> List<T> each(List<Supplier<T>> reads) {
    if (reads.size() < 2) {
      return reads.stream().map(Supplier::get).toList();
    }
    try (ExecutorService threads =
        Executors.newFixedThreadPool(Math.min(MOST, reads.size()), Thread.ofVirtual().factory())) {
      List<CompletableFuture<T>> begun =
          reads.stream().map(read -> CompletableFuture.supplyAsync(read, threads)).toList();
      return begun.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}

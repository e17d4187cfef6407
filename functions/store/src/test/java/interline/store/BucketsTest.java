package interline.store;

import static org.assertj.core.api.Assertions.assertThat;

import interline.fleet.Bucket;
import interline.fleet.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TestTable.Fresh.class)
final class BucketsTest {

  private static final int FUNCTIONS = 16;
  private static final Bucket TWENTY = new Bucket(20, 20, Optional.empty());

  private final AtomicReference<Instant> now = new AtomicReference<>(TestTable.NOW);
  private final List<WatchedClient> watched = new ArrayList<>();

  @Test
  void aBurstGetsWhatTheBucketHoldsAndSeesItGoDown(TestTable table) {
    Buckets function = functions(table, 1).getFirst();

    for (int left = 19; left >= 0; left--) {
      assertThat(draw(function)).isEqualTo(new Bucket.Draw(true, left));
    }
    assertThat(draw(function)).isEqualTo(new Bucket.Draw(false, 0));
    assertThat(requests()).as("1, 2, 4, 4, 4, 4, and the last one").isLessThanOrEqualTo(10);

    pass(49);
    assertThat(draw(function).granted()).isFalse();
    pass(1);
    assertThat(draw(function).granted()).isTrue();
    assertThat(draw(function).granted()).isFalse();
  }

  // onfleet-clients §1: 21 calls in a second are honest, 40 are not
  @Test
  void aClientThatKeepsItsTwentyAMomentTooFastIsNotRefused(TestTable table) {
    Buckets function = functions(table, 1).getFirst();

    for (int call = 0; call < 600; call++) {
      Bucket.Draw draw = draw(function);
      assertThat(draw.granted()).as("call %s", call).isTrue();
      assertThat(draw.left()).as("call %s", call).isBetween(5, 19);
      now.updateAndGet(it -> it.plusNanos(49_950_000));
    }
    assertThat(requests()).as("four permits at a time").isBetween(150, 160);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void neitherIsOneWhoseCallsAreServedByAnyOfSixteenFunctions(long seed, TestTable table) {
    List<Buckets> functions = functions(table, FUNCTIONS);
    Random random = new Random(seed);

    for (int call = 0; call < 400; call++) {
      Buckets function = functions.get(random.nextInt(FUNCTIONS));
      assertThat(draw(function).granted()).as("call %s", call).isTrue();
      pass(50);
    }
  }

  @Test
  void aFunctionThatIsLeftForAnotherHoldsBackLessThanItUsed(TestTable table) {
    List<Buckets> functions = functions(table, FUNCTIONS);

    for (int call = 0; call < 640; call++) {
      // The same one for two seconds, then the next.
      Bucket.Draw draw = draw(functions.get(call / 40 % FUNCTIONS));
      assertThat(draw.granted()).as("call %s", call).isTrue();
      pass(51);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void neverMoreThanTheSizeAndWhatCameInGetThrough(long seed, TestTable table) {
    List<Buckets> functions = functions(table, FUNCTIONS);
    Random random = new Random(seed);
    int perSecond = List.of(3, 20, 100).get(random.nextInt(3));
    Bucket bucket = new Bucket(20, perSecond, Optional.empty());
    int got = 0;

    for (int call = 0; call < 1500; call++) {
      got += draw(functions.get(random.nextInt(FUNCTIONS)), bucket).granted() ? 1 : 0;
      assertThat(got).isLessThanOrEqualTo(20 + (int) (passed() * perSecond / 1000));
      // Now in a hurry, now idle for so long that leases get old and the bucket spills.
      pass(random.nextInt(20) == 0 ? random.nextInt(1500) : random.nextInt(10));
    }
    assertThat(got).isGreaterThan(20);
  }

  @Test
  void sixteenAtOnceShareOneBucket(TestTable table) throws Exception {
    List<Buckets> functions = functions(table, FUNCTIONS);
    Instant start = now.get();
    int got = 0;

    try (ExecutorService threads = Executors.newFixedThreadPool(FUNCTIONS)) {
      for (int second = 0; second < 4; second++) {
        List<Future<Integer>> granted = new ArrayList<>();
        for (Buckets function : functions) {
          granted.add(
              threads.submit(
                  () ->
                      (int) IntStream.range(0, 100).filter(_ -> draw(function).granted()).count()));
        }
        for (Future<Integer> each : granted) {
          got += each.get();
        }
        assertThat(got)
            .as("after %s", Duration.between(start, now.get()))
            .isEqualTo(20 + 20 * second);
        pass(1000);
      }
    }
    assertThat(requests()).as("of 6,400 calls").isLessThan(1000);
  }

  @Test
  void organizationsDoNotShare(TestTable table) {
    Buckets function = functions(table, 1).getFirst();
    IntStream.range(0, 20).forEach(_ -> draw(function));
    assertThat(draw(function).granted()).isFalse();

    assertThat(function.draw(new OrganizationId(8), "onfleet", TWENTY).granted()).isTrue();
  }

  // onfleet 1 §3: continued excess leads to a temporary ban
  @Test
  void whoGoesOnIsBannedForATime(TestTable table) {
    List<Buckets> functions = functions(table, 2);
    Bucket strict = new Bucket(20, 20, Optional.of(new Bucket.Ban(3, Duration.ofSeconds(10))));

    for (int second = 0; second < 3; second++) {
      Buckets function = functions.get(second % 2);
      while (draw(function, strict).granted()) {}
      pass(1000);
    }
    assertThat(draw(functions.getFirst(), strict).granted()).isFalse();
    assertThat(draw(functions.getLast(), strict).granted()).isFalse();
    pass(8900);
    assertThat(draw(functions.getFirst(), strict).granted()).isFalse();
    pass(200);
    assertThat(draw(functions.getFirst(), strict).granted()).isTrue();
    assertThat(draw(functions.getLast(), strict).granted()).isTrue();
  }

  @Test
  void whoRestsASecondIsNotBanned(TestTable table) {
    Buckets function = functions(table, 1).getFirst();
    Bucket strict = new Bucket(20, 20, Optional.of(new Bucket.Ban(2, Duration.ofSeconds(10))));

    for (int round = 0; round < 4; round++) {
      while (draw(function, strict).granted()) {}
      pass(2000);
      assertThat(draw(function, strict).granted()).isTrue();
    }
  }

  private List<Buckets> functions(TestTable table, int count) {
    WatchedClient client = WatchedClient.of(table);
    watched.add(client);
    return IntStream.range(0, count)
        .mapToObj(_ -> new Buckets(client.client(), table.name(), now::get))
        .toList();
  }

  private int requests() {
    return watched.getFirst().operations().size();
  }

  private void pass(long millis) {
    now.updateAndGet(it -> it.plusMillis(millis));
  }

  private long passed() {
    return Duration.between(TestTable.NOW, now.get()).toMillis();
  }

  private static Bucket.Draw draw(Buckets function) {
    return draw(function, TWENTY);
  }

  private static Bucket.Draw draw(Buckets function, Bucket bucket) {
    return function.draw(TestTable.ORGANIZATION, "onfleet", bucket);
  }
}

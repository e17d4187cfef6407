package interline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import interline.fleet.Failure;
import interline.fleet.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TestTable.Fresh.class)
final class PermitsTest {

  private static final int FUNCTIONS = 16;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final AtomicReference<Instant> now = new AtomicReference<>(TestTable.NOW);
  private final List<WatchedClient> watched = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 20, 600})
  void neverMoreThanTheLimitGetThroughWhoeverAsks(int most, TestTable table) throws Exception {
    List<Permits> functions = functions(table);

    int got = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(FUNCTIONS)) {
      List<Future<Integer>> taken = new ArrayList<>();
      for (Permits function : functions) {
        taken.add(threads.submit(() -> takeAll(function, most)));
      }
      for (Future<Integer> future : taken) {
        got += future.get();
      }
    }

    assertThat(got).as("each asked until it was refused").isEqualTo(most);
    assertThat(watched.getFirst().operations()).containsOnly("UpdateItem");
    assertThat(watched.getFirst().operations().size()).isLessThanOrEqualTo(most + FUNCTIONS);
    assertThat(watched.getFirst().operations().size()).isLessThanOrEqualTo(7 * FUNCTIONS);
  }

  @Test
  void aFunctionHoldsBackNoMoreThanItHasUsed(TestTable table) {
    List<Permits> functions = functions(table);

    functions.forEach(
        function -> function.take(TestTable.ORGANIZATION, "fleetio", FUNCTIONS, SECOND));

    assertThat(watched.getFirst().operations()).hasSize(FUNCTIONS);
  }

  @Test
  void functionThatKnowsOfNoMoreAsksNoMore(TestTable table) {
    Permits function = functions(table).getFirst();

    assertThat(takeAll(function, 20)).isEqualTo(20);
    assertThat(watched.getFirst().operations()).hasSize(11);
    assertThat(takeAll(function, 20)).isZero();
    assertThat(watched.getFirst().operations()).hasSize(11);
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 50, 600})
  void atLeastHalfOfTheLimitGetsThroughHoweverItIsSpread(int most, TestTable table) {
    List<Permits> functions = functions(table);

    int got = 0;
    while (taken(functions.get(got % FUNCTIONS), most)) {
      got++;
    }

    assertThat(got).isBetween(most / 2, most);
  }

  @Test
  void nextWindowIsFree(TestTable table) {
    List<Permits> functions = functions(table);
    assertThat(takeAll(functions.get(0), 20)).isEqualTo(20);
    assertThat(takeAll(functions.get(1), 20)).isZero();

    now.set(TestTable.NOW.plusMillis(877));

    assertThat(takeAll(functions.get(1), 20)).isEqualTo(20);
    assertThat(takeAll(functions.get(0), 20)).isZero();
  }

  @Test
  void refusalSaysHowLongToWait(TestTable table) {
    Permits function = functions(table).getFirst();
    assertThat(takeAll(function, 1)).isEqualTo(1);

    assertThatExceptionOfType(Failure.TooMany.class)
        .isThrownBy(() -> function.take(TestTable.ORGANIZATION, "onfleet", 1, SECOND))
        .satisfies(refusal -> assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMillis(877)));
  }

  @Test
  void organizationsAndLimitsDoNotShare(TestTable table) {
    Permits function = functions(table).getFirst();
    assertThat(takeAll(function, 20)).isEqualTo(20);

    function.take(new OrganizationId(8), "onfleet", 20, SECOND);
    function.take(TestTable.ORGANIZATION, "fleetio", 20, Duration.ofMinutes(1));
  }

  @Test
  void counterIsRemovedSomeTimeAfterItsWindow(TestTable table) {
    assertThat(takeAll(functions(table).getFirst(), 20)).isEqualTo(20);

    assertThat(table.contents().values())
        .singleElement()
        .satisfies(
            counter -> {
              assertThat(Item.of(counter).getNumber("taken")).isGreaterThanOrEqualTo(20);
              assertThat(Item.of(counter).getNumber("expires"))
                  .isEqualTo(TestTable.NOW.getEpochSecond() + 3601);
            });
  }

  private List<Permits> functions(TestTable table) {
    WatchedClient client = WatchedClient.of(table);
    watched.add(client);
    return IntStream.range(0, FUNCTIONS)
        .mapToObj(_ -> new Permits(client.client(), table.name(), now::get))
        .toList();
  }

  private static int takeAll(Permits permits, int most) {
    return (int)
        Stream.generate(() -> taken(permits, most)).takeWhile(Boolean::booleanValue).count();
  }

  private static boolean taken(Permits permits, int most) {
    try {
      permits.take(TestTable.ORGANIZATION, "onfleet", most, SECOND);
      return true;
    } catch (Failure.TooMany _) {
      return false;
    }
  }
}

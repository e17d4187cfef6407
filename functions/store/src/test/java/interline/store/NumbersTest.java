package interline.store;

import static org.assertj.core.api.Assertions.assertThat;

import interline.fleet.Kind;
import interline.fleet.OrganizationId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestTable.Fresh.class)
final class NumbersTest {

  private static final int THREADS = 8;
  private static final int EACH = 250;

  @Test
  void noTwoThreadsOfNoTwoFunctionsGetTheSameNumber(TestTable table) throws Exception {
    WatchedClient watched = WatchedClient.of(table);
    List<Numbers> functions =
        List.of(
            new Numbers(watched.client(), table.name(), 100),
            new Numbers(watched.client(), table.name(), 100));
    Set<Long> all = new HashSet<>();

    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<List<Long>>> taken = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        Numbers function = functions.get(thread % functions.size());
        taken.add(threads.submit(() -> take(function)));
      }
      for (Future<List<Long>> future : taken) {
        List<Long> numbers = future.get();
        assertThat(numbers).isSorted().allMatch(number -> number > 0);
        all.addAll(numbers);
      }
    }

    assertThat(all).hasSize(THREADS * EACH);
    assertThat(watched.operations()).hasSize(THREADS * EACH / 100).containsOnly("UpdateItem");
  }

  @Test
  void eachKindAndOrganizationCountsFromOne(TestTable table) {
    Numbers numbers = new Numbers(table.client(), table.name(), 10);

    for (Kind<?> kind : List.of(Kind.TASK, Kind.WORKER, Kind.ASSIGNMENT)) {
      assertThat(numbers.next(TestTable.ORGANIZATION, kind)).isEqualTo(1);
      assertThat(numbers.next(TestTable.ORGANIZATION, kind)).isEqualTo(2);
      assertThat(numbers.next(new OrganizationId(8), kind)).isEqualTo(1);
    }
  }

  @Test
  void whatIsLeftOfABlockIsLostWithItsFunction(TestTable table) {
    assertThat(
            new Numbers(table.client(), table.name(), 10).next(TestTable.ORGANIZATION, Kind.TASK))
        .isEqualTo(1);

    assertThat(
            new Numbers(table.client(), table.name(), 10).next(TestTable.ORGANIZATION, Kind.TASK))
        .isEqualTo(11);
  }

  private static List<Long> take(Numbers numbers) {
    List<Long> taken = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      taken.add(numbers.next(TestTable.ORGANIZATION, Kind.TASK));
    }
    return taken;
  }
}

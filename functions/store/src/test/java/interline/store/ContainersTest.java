package interline.store;

import static org.assertj.core.api.Assertions.assertThat;

import interline.fleet.Change;
import interline.fleet.Container;
import interline.fleet.Containers;
import interline.fleet.Containers.At;
import interline.fleet.Containers.Wish;
import interline.fleet.Kind;
import interline.fleet.Member;
import interline.fleet.Place;
import interline.fleet.Snapshot;
import interline.fleet.Task;
import interline.fleet.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

@ExtendWith(TestTable.Fresh.class)
final class ContainersTest {

  private static final Container ADA = new Container.OfWorker(1);
  private static final Container GRACE = new Container.OfWorker(2);
  private static final int TASKS = 24;

  @Test
  void ranksSortAsNumbersDoFromTheLowestToTheHighest() {
    List<Long> ranks = List.of(Long.MIN_VALUE, -(1L << 40), -1L, 0L, 1L, 1L << 60, Long.MAX_VALUE);

    assertThat(ranks.stream().map(rank -> Keys.rank(rank, 9))).isSorted();
    assertThat(Keys.rank(5, 9)).isLessThan(Keys.rank(5, 10)).isLessThan(Keys.rank(6, 1));
  }

  @Test
  void parallelInsertsOfDifferentTasksLoseNoneAndDoubleNone(TestTable table) throws Exception {
    DynamoStore store = given(table);
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (long task = 1; task <= TASKS; task++) {
      long number = task;
      Container container = List.of(ADA, GRACE, new Container.OfTeam(3)).get((int) (task % 3));
      calls.add(() -> put(store, container, List.of(number), new At.Front()));
    }

    together(calls);

    assertEachIsInOnePlace(table);
    assertThat(numbers(table, ADA)).containsExactlyInAnyOrder(3L, 6L, 9L, 12L, 15L, 18L, 21L, 24L);
  }

  @Test
  void parallelInsertsOfTheSameTasksLoseNoneAndDoubleNone(TestTable table) throws Exception {
    DynamoStore store = given(table);
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Container container =
          List.of(ADA, GRACE, new Container.OfTeam(3), Container.organization()).get(i % 4);
      At at = i % 2 == 0 ? new At.Index(1) : new At.End();
      calls.add(() -> put(store, container, List.of(1L, 2L, 3L), at));
    }

    together(calls);

    assertEachIsInOnePlace(table);
  }

  /**
   * Nobody's record guards an organization's or a team's container: no writer waits for another.
   */
  @Test
  void insertsIntoATeamsContainerShareNoItem(TestTable table) throws Exception {
    DynamoStore given = given(table);
    assertThat(put(given, new Container.OfTeam(3), List.of(1L, 2L), new At.End())).isTrue();
    WatchedClient watched = WatchedClient.of(table);
    DynamoStore store = table.patientStore(watched.client());
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (long task = 3; task <= TASKS; task++) {
      long number = task;
      At at = task % 2 == 0 ? new At.Index(1) : new At.End();
      calls.add(() -> put(store, new Container.OfTeam(3), List.of(number), at));
    }

    together(calls);

    assertThat(watched.transactions()).as("nobody had to try again").hasSize(TASKS - 2);
    assertThat(numbers(table, new Container.OfTeam(3))).startsWith(1L).hasSize(TASKS);
    assertEachIsInOnePlace(table);
  }

  @Test
  void anInsertWritesAsMuchIntoTenThousandTasksAsIntoTen(TestTable table) {
    DynamoStore store = given(table);
    Container ten = new Container.OfTeam(10);
    Container tenThousand = new Container.OfTeam(10_000);
    fill(table, ten, 10);
    fill(table, tenThousand, 9_999);

    assertThat(priceOf(table, ten, 1)).isEqualTo(priceOf(table, tenThousand, 2)).hasSize(5);

    Snapshot fleet = store.snapshot(TestTable.CALLER);
    assertThat(fleet.first(tenThousand, 5).get(4).task()).isEqualTo(2);
    assertThat(fleet.size(tenThousand)).isEqualTo(Containers.MOST);
  }

  /** The kinds of items that are written. */
  private static List<String> priceOf(TestTable table, Container container, long task) {
    WatchedClient watched = WatchedClient.of(table);
    assertThat(put(table.store(watched.client()), container, List.of(task), new At.Index(4)))
        .isTrue();
    assertThat(watched.operations())
        .containsExactly(
            "BatchGetItem", "Query", "BatchGetItem", "Query", "GetItem", "TransactWriteItems");
    return watched.transactions().stream()
        .map(TransactWriteItemsRequest::transactItems)
        .flatMap(List::stream)
        .map(item -> item.put() != null ? "put" : item.delete() != null ? "delete" : "check")
        .toList();
  }

  private static void fill(TestTable table, Container container, int tasks) {
    List<WriteRequest> batch = new ArrayList<>();
    for (long i = 1; i <= tasks; i++) {
      Map<String, AttributeValue> item =
          TaskItem.member(
                  new Member(
                      new Place(container, i << 20), 100 + i, TestTable.NOW, Optional.empty()),
                  new Keys(TestTable.ORGANIZATION))
              .attributes();
      batch.add(WriteRequest.builder().putRequest(put -> put.item(item)).build());
      if (batch.size() == 25 || i == tasks) {
        var _ =
            table
                .client()
                .batchWriteItem(request -> request.requestItems(Map.of(table.name(), batch)));
        batch.clear();
      }
    }
  }

  private static DynamoStore given(TestTable table) {
    DynamoStore store = table.patientStore(table.client());
    table.write(new Change.Create(Samples.worker(1, 100)));
    table.write(new Change.Create(Samples.worker(2, 100)));
    List.of(3L, 10L, 10_000L)
        .forEach(team -> table.write(new Change.Create(Samples.emptyTeam(team))));
    for (int i = 0; i < TASKS; i++) {
      Task _ = store.commit(TestTable.CALLER, Tasks.create(Samples.draft()));
    }
    return store;
  }

  private static boolean put(DynamoStore store, Container container, List<Long> tasks, At at) {
    Optional<Wish> left = Optional.of(new Wish(container, tasks, at, false));
    while (left.isPresent()) {
      left = store.commit(TestTable.CALLER, Containers.put(left.get()));
    }
    return true;
  }

  private static List<Long> numbers(TestTable table, Container container) {
    return table.snapshot().members(container).stream().map(Member::task).toList();
  }

  private static void assertEachIsInOnePlace(TestTable table) {
    Snapshot fleet = table.snapshot();
    List<Member> members = new ArrayList<>();
    for (Container container :
        List.of(ADA, GRACE, new Container.OfTeam(3), Container.organization())) {
      members.addAll(fleet.members(container));
    }
    assertThat(members.stream().map(Member::task))
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, TASKS).boxed().toList());
    members.forEach(
        member ->
            assertThat(fleet.get(Kind.TASK.number(member.task())).place())
                .hasValue(member.place()));
    for (Container worker : List.of(ADA, GRACE)) {
      assertThat(fleet.get(Kind.WORKER.number(worker.byWorker().orElseThrow())).load())
          .isEqualTo(fleet.size(worker));
    }
  }

  private static void together(List<Callable<Boolean>> calls) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
      for (Future<Boolean> answer : threads.invokeAll(calls)) {
        assertThat(answer.get()).isTrue();
      }
    }
  }
}

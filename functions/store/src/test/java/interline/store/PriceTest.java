package interline.store;

import static org.assertj.core.api.Assertions.assertThat;

import interline.fleet.Assignments;
import interline.fleet.BulkJob;
import interline.fleet.BulkJobs;
import interline.fleet.Change;
import interline.fleet.Dialect;
import interline.fleet.Duty;
import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Page;
import interline.fleet.Ref;
import interline.fleet.Snapshot;
import interline.fleet.Task;
import interline.fleet.TaskState;
import interline.fleet.Tasks;
import interline.fleet.Unique;
import interline.fleet.UseCase;
import interline.fleet.Vehicle;
import interline.fleet.Vehicles;
import interline.fleet.Workers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * What each access pattern costs: requests, items of its transaction, read and write units. Numbers
 * are leased beforehand; a lease costs one request for each block of them.
 *
 * <p>The emulator charges a transaction for one of its items, so each item is also written on its
 * own, as a transaction of one, to a second table that is always in the same state.
 */
final class PriceTest {

  private static final int MOST_AT_ONCE = 25;

  /** A pattern, and the most that it may cost. */
  private record Budget(
      String pattern, List<String> requests, int items, double reads, double writes) {}

  private final TestTable table = TestTable.fresh();
  private final TestTable shadow = TestTable.fresh();
  private final DoubleAdder reads = new DoubleAdder();
  private final DoubleAdder writes = new DoubleAdder();
  private final WatchedClient watched = WatchedClient.of(table, this::metered);
  private final DynamoStore store = table.store(watched.client());
  private final List<String> bill = new ArrayList<>();

  @Test
  void eachPatternCostsNoMoreThanItsBudget() {
    run(Workers.create(Samples.hand("Ada", 30)));
    run(Workers.create(Samples.hand("Grace", 30)));
    run(Tasks.create(Samples.draft()));
    run(Tasks.create(Samples.draft()));
    run(Vehicles.create(Samples.vehicle("Truck 0", "VIN0")));
    long _ = store.snapshot(TestTable.CALLER).number(Kind.ASSIGNMENT);

    reading("find a record", 1, of("GetItem"), fleet -> fleet.find(Kind.TASK.number(1)));
    reading(
        "find a vehicle by its VIN",
        2,
        of("GetItem", "GetItem"),
        fleet -> Vehicles.get(fleet, new Vehicles.Identifier.ByUnique(Unique.vin("VIN0"))));
    reading("find four records", 4, of("BatchGetItem"), fleet -> fleet.findAll(refs()));
    writing("create a worker", 5, 0, 22, of(), Workers.create(Samples.hand("Joan", 4)));
    writing("create a task", 4, 0, 14, of(), Tasks.create(Samples.draft()));
    writing(
        "create a vehicle", 5, 0, 18, of(), Vehicles.create(Samples.vehicle("Truck 1", "VIN1")));
    writing("assign", 6, 2, 26, of("BatchGetItem"), Assignments.assign(1, 1));
    writing("reassign", 6, 3, 28, of("BatchGetItem", "GetItem"), Assignments.reassign(1, 2));
    writing("start", 4, 2, 18, of("GetItem", "GetItem"), Tasks.start(1));
    writing("complete", 6, 2, 24, of("GetItem", "GetItem"), Tasks.complete(1));
    for (int i = 0; i < 24; i++) {
      run(Tasks.create(Samples.draft()));
    }
    List<Long> batch = IntStream.range(4, 28).mapToObj(Long::valueOf).toList();
    writing("assign 24 at once", 98, 25, 394, of("BatchGetItem"), Assignments.assignAll(batch, 1));
    writing(
        "unassign 24 at once",
        98,
        25,
        394,
        of("BatchGetItem", "BatchGetItem"),
        Assignments.unassignAll(batch));
    List<String> rows = IntStream.range(0, 100).mapToObj(i -> "r".repeat(300)).toList();
    String job = "6f1c8f3e-0000-4000-8000-000000000001";
    writing(
        "open a bulk job of 100 rows",
        2,
        0,
        62,
        of(),
        BulkJobs.open(job, Dialect.FLEETIO, "vehicle", "create", rows));
    BulkJob opened = store.snapshot(TestTable.CALLER).get(Kind.BULK_JOB.id(job));
    writing(
        "do a row that creates a vehicle",
        6,
        0,
        20,
        of(),
        BulkJobs.succeed(
            opened,
            0,
            fleet ->
                Vehicles.create(Samples.vehicle("Truck 2", "VIN2"))
                    .decide(fleet)
                    .map(Vehicle::number)));
    reading("progress of a bulk job", 1, of("Query"), fleet -> fleet.progress(job));
    reading("rows of a bulk job", 8, of("Query"), fleet -> fleet.rows(job));
    String cursor =
        store
            .snapshot(TestTable.CALLER)
            .page(tasks(), new Page.Request(10, Optional.empty()))
            .next()
            .orElseThrow();
    reading(
        "page of 10 tasks",
        0.5,
        of("Query"),
        fleet -> fleet.page(tasks(), new Page.Request(10, Optional.of(cursor))));
    reading(
        "tasks of a state and day",
        1.5,
        of("Query"),
        fleet ->
            fleet.all(
                new Listing.TasksIn(
                    TaskState.UNASSIGNED, Optional.of(LocalDate.of(2026, 11, 23)))));
    reading(
        "workers on a duty",
        0.5,
        of("Query"),
        fleet -> fleet.all(new Listing.WorkersOn(Duty.AVAILABLE)));
    reading("container of a worker", 1, of("Query"), fleet -> fleet.container(1));
    reading("figures of all tasks", 2, of("Query"), fleet -> fleet.counts(Kind.TASK));
    permits();

    System.out.println(String.join("\n", bill));
  }

  /** An organization with 10,000 tasks pays for its figures what one with 10 pays. */
  @Test
  void figuresCostTheSameWhateverTheNumberOfTasks() {
    List<Double> paid = new ArrayList<>();
    for (int tasks : List.of(10, 1_000, 10_000)) {
      try (TestTable own = TestTable.fresh()) {
        count(own, tasks);
        reads.reset();
        WatchedClient metered = WatchedClient.of(own, this::metered);
        Snapshot snapshot = own.store(metered.client()).snapshot(TestTable.CALLER);

        assertThat(Tasks.summary(snapshot)).containsEntry(TaskState.UNASSIGNED, (long) tasks);

        assertThat(metered.operations()).containsExactly("Query");
        paid.add(reads.sum());
      }
    }
    assertThat(paid.get(2)).isEqualTo(paid.get(1)).isLessThanOrEqualTo(2);
    assertThat(paid.get(0)).isLessThanOrEqualTo(paid.get(1));
    System.out.println("figures at 10, 1,000 and 10,000 tasks: " + paid + " read units");
  }

  /** The tasks themselves, in batches, and the count of each as its creation would move it. */
  private static void count(TestTable own, int tasks) {
    DynamoDbClient client = own.client();
    Records records = new Records(new Keys(TestTable.ORGANIZATION));
    List<WriteRequest> batch = new ArrayList<>();
    for (long number = 1; number <= tasks; number++) {
      Map<String, AttributeValue> task = records.write(Samples.emptyTask(number)).attributes();
      batch.add(WriteRequest.builder().putRequest(put -> put.item(task)).build());
      if (batch.size() == MOST_AT_ONCE || number == tasks) {
        var _ = client.batchWriteItem(request -> request.requestItems(Map.of(own.name(), batch)));
        batch.clear();
      }
    }
    List<Change> counts = new ArrayList<>();
    for (int shard = 0; shard < Writes.SHARDS; shard++) {
      int here = (tasks - shard + Writes.SHARDS) / Writes.SHARDS - (shard == 0 ? 1 : 0);
      if (here > 0) {
        counts.add(new Change.Count(Kind.TASK, shard, Map.of("UNASSIGNED", here)));
      }
      if (counts.size() == 100 || shard == Writes.SHARDS - 1) {
        own.write(counts.toArray(Change[]::new));
        counts.clear();
      }
    }
  }

  private void permits() {
    watched.forget();
    int requests = 0;
    try {
      while (true) {
        store.permit(TestTable.ORGANIZATION, "onfleet", 20, Duration.ofSeconds(1));
        requests++;
      }
    } catch (Failure.TooMany _) {
      assertThat(requests).isEqualTo(20);
    }
    assertThat(watched.operations()).hasSizeLessThanOrEqualTo(11);
    bill.add("20 permits: " + watched.operations().size() + " UpdateItem");
  }

  private static Listing<Task> tasks() {
    return new Listing.Everything<>(Kind.TASK);
  }

  private static List<Ref<?>> refs() {
    return List.of(
        Kind.TASK.number(1), Kind.TASK.number(2), Kind.WORKER.number(1), Kind.WORKER.number(2));
  }

  private static List<String> of(String... requests) {
    return List.of(requests);
  }

  private void reading(
      String pattern, double most, List<String> requests, Consumer<Snapshot> read) {
    pays(
        new Budget(pattern, requests, 0, most, 0),
        () -> read.accept(store.snapshot(TestTable.CALLER)));
  }

  private void writing(
      String pattern,
      int items,
      double mostReads,
      double mostWrites,
      List<String> readsBefore,
      UseCase<?> useCase) {
    List<String> requests = new ArrayList<>(readsBefore);
    requests.add("TransactWriteItems");
    pays(new Budget(pattern, requests, items, mostReads, mostWrites), () -> run(useCase));
  }

  private void pays(Budget budget, Runnable call) {
    watched.forget();
    reads.reset();
    writes.reset();

    call.run();

    int items =
        watched.transactions().stream()
            .mapToInt(transaction -> transaction.transactItems().size())
            .sum();
    bill.add(
        "%-32s %-45s %2d items %5.1f read %6.1f write units"
            .formatted(
                budget.pattern(),
                String.join(" + ", watched.operations()),
                items,
                reads.sum(),
                writes.sum()));
    assertThat(watched.operations()).as(budget.pattern()).isEqualTo(budget.requests());
    assertThat(items).as("items of %s", budget.pattern()).isEqualTo(budget.items());
    assertThat(reads.sum()).as("reads of %s", budget.pattern()).isLessThanOrEqualTo(budget.reads());
    assertThat(writes.sum())
        .as("writes of %s", budget.pattern())
        .isLessThanOrEqualTo(budget.writes());
  }

  private void run(UseCase<?> useCase) {
    var _ = store.commit(TestTable.CALLER, useCase);
  }

  private Object metered(DynamoDbRequest request, WatchedClient.Call onward) throws Throwable {
    return switch (request) {
      case GetItemRequest get -> {
        GetItemResponse answer =
            (GetItemResponse)
                onward.to(
                    get.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build());
        reads.add(answer.consumedCapacity().capacityUnits());
        yield answer;
      }
      case BatchGetItemRequest get -> {
        BatchGetItemResponse answer =
            (BatchGetItemResponse)
                onward.to(
                    get.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build());
        answer.consumedCapacity().stream().map(ConsumedCapacity::capacityUnits).forEach(reads::add);
        yield answer;
      }
      case QueryRequest query -> {
        QueryResponse answer =
            (QueryResponse)
                onward.to(
                    query.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build());
        reads.add(answer.consumedCapacity().capacityUnits());
        yield answer;
      }
      case TransactWriteItemsRequest transaction -> {
        Object answer = onward.to(transaction);
        transaction.transactItems().forEach(this::writeAlone);
        yield answer;
      }
      default -> onward.to(request);
    };
  }

  private void writeAlone(TransactWriteItem item) {
    TransactWriteItem.Builder alone = TransactWriteItem.builder();
    if (item.put() != null) {
      alone.put(item.put().toBuilder().tableName(shadow.name()).build());
    } else if (item.delete() != null) {
      alone.delete(item.delete().toBuilder().tableName(shadow.name()).build());
    } else {
      alone.update(item.update().toBuilder().tableName(shadow.name()).build());
    }
    shadow
        .client()
        .transactWriteItems(
            request ->
                request
                    .transactItems(alone.build())
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
        .consumedCapacity()
        .stream()
        .map(ConsumedCapacity::capacityUnits)
        .forEach(writes::add);
  }
}

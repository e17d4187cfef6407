package interline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interline.fleet.Change;
import interline.fleet.Decision;
import interline.fleet.Failure;
import interline.fleet.Field;
import interline.fleet.Kind;
import interline.fleet.Tasks;
import interline.fleet.Unique;
import interline.fleet.Worker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * What AWS does and DynamoDB Local never does: it cancels one of two transactions that meet, and
 * throttles. Whatever is cancelled, a day ends as one on which nothing was.
 */
@ExtendWith(TestTable.Fresh.class)
final class ConflictsTest {

  private static final int ATTEMPTS = 24;
  private static final List<String> AGAIN =
      List.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  @Test
  void dayEndsAlikeWhicheverTransactionIsCancelledForWhateverReason() {
    Day plain = play((request, onward) -> onward.to(request));
    int transactions = plain.transactions();
    assertThat(transactions).isGreaterThan(30);

    for (int k = 0; k < transactions; k++) {
      int chosen = k;
      AtomicInteger seen = new AtomicInteger();
      Day day =
          play(
              (request, onward) -> {
                if (request instanceof TransactWriteItemsRequest transaction) {
                  int attempt = seen.getAndIncrement() - chosen;
                  if (attempt >= 0 && attempt < AGAIN.size()) {
                    throw WatchedClient.cancelled(
                        transaction,
                        chosen % transaction.transactItems().size(),
                        AGAIN.get(attempt));
                  }
                }
                return onward.to(request);
              });

      assertThat(day.answers()).as("transaction %s", k).isEqualTo(plain.answers());
      assertThat(day.contents()).as("transaction %s", k).isEqualTo(plain.contents());
      assertThat(day.transactions()).isEqualTo(transactions + AGAIN.size());
    }
  }

  @Test
  void dayEndsAlikeIfEachTransactionIsCancelledTwice() {
    Day plain = play((request, onward) -> onward.to(request));
    AtomicInteger seen = new AtomicInteger();

    Day day =
        play(
            (request, onward) -> {
              if (request instanceof TransactWriteItemsRequest transaction
                  && seen.incrementAndGet() % 3 != 0) {
                throw WatchedClient.cancelled(transaction, 0, "TransactionConflict");
              }
              return onward.to(request);
            });

    assertThat(day.answers()).isEqualTo(plain.answers());
    assertThat(day.contents()).isEqualTo(plain.contents());
    assertThat(day.transactions()).isEqualTo(3 * plain.transactions());
  }

  /** Another writer gets in between reading and writing, and really writes the same records. */
  @Test
  void dayEndsAlikeIfAnotherWriterWasFasterEachTime() {
    Day plain = play((request, onward) -> onward.to(request));
    List<Long> overtaken = new ArrayList<>();

    Day day =
        play(
            other ->
                (request, onward) -> {
                  if (request instanceof TransactWriteItemsRequest transaction) {
                    for (TransactWriteItem item : transaction.transactItems()) {
                      overtake(item.put(), other, overtaken);
                    }
                  }
                  return onward.to(request);
                });

    assertThat(overtaken).hasSizeGreaterThan(20);
    assertThat(withoutVersions(day.contents())).isEqualTo(withoutVersions(plain.contents()));
  }

  /** Raises the version of a record that is about to be replaced for the first time. */
  private static void overtake(@Nullable Put put, DynamoDbClient other, List<Long> overtaken) {
    if (put == null || !"version = :version".equals(put.conditionExpression())) {
      return;
    }
    long version = Item.of(put.expressionAttributeValues()).getNumber(":version");
    if (version % 2 == 1) {
      overtaken.add(version);
      var _ =
          other.updateItem(
              update ->
                  update
                      .tableName(put.tableName())
                      .key(Map.of("pk", at(put, "pk"), "sk", at(put, "sk")))
                      .updateExpression("ADD version :one")
                      .expressionAttributeValues(Map.of(":one", Item.number(1))));
    }
  }

  private static AttributeValue at(Put put, String name) {
    return Item.text(Item.of(put.item()).getText(name));
  }

  /** The versions are as many as were written; what was written is the same. */
  private static Map<String, Map<String, AttributeValue>> withoutVersions(
      Map<String, Map<String, AttributeValue>> contents) {
    Map<String, Map<String, AttributeValue>> without = new TreeMap<>();
    Map<String, Integer> events = new TreeMap<>();
    contents.forEach(
        (where, attributes) -> {
          String partition = Item.of(attributes).getText("pk");
          String name =
              attributes.containsKey("event")
                  ? partition + " event " + events.merge(partition, 1, Integer::sum)
                  : where;
          Map<String, AttributeValue> rest = new TreeMap<>(attributes);
          rest.remove("version");
          if (attributes.containsKey("event")) {
            rest.remove("sk");
          }
          without.put(name, rest);
        });
    return without;
  }

  @Test
  void takenValueCountsOnlyOnceNoTransactionIsInTheWay(TestTable table) {
    Unique name = Unique.vehicleName("Truck 7");
    AtomicInteger seen = new AtomicInteger();
    WatchedClient between =
        WatchedClient.of(
            table,
            (request, onward) -> {
              if (request instanceof TransactWriteItemsRequest && seen.incrementAndGet() == 1) {
                throw WatchedClient.cancelled(
                    List.of("ConditionalCheckFailed", "TransactionConflict"));
              }
              return onward.to(request);
            });

    boolean written =
        table
            .store(between.client())
            .commit(
                TestTable.CALLER,
                _ ->
                    Decision.of(
                        true,
                        new Change.Claim(name, Kind.VEHICLE.number(1)),
                        new Change.Create(Samples.fullVehicle(1))));

    assertThat(written).isTrue();
    assertThat(table.snapshot().holder(Kind.VEHICLE, name)).contains(Kind.VEHICLE.number(1));
  }

  @Test
  void givesUpAfterABoundedNumberOfAttemptsWithNothingWritten(TestTable table) {
    WatchedClient between =
        WatchedClient.of(
            table,
            (request, onward) -> {
              if (request instanceof TransactWriteItemsRequest transaction) {
                throw WatchedClient.cancelled(transaction, 0, "TransactionConflict");
              }
              return onward.to(request);
            });
    List<Duration> pauses = new ArrayList<>();
    DynamoStore store = store(table, between.client(), pauses);

    assertThatExceptionOfType(Failure.Busy.class)
        .isThrownBy(() -> store.commit(TestTable.CALLER, Tasks.create(Samples.draft())));

    assertThat(between.transactions()).hasSize(ATTEMPTS);
    assertThat(table.contents().keySet()).containsExactly("7#number | task");
    assertThat(pauses).as("nobody waits to be told").hasSize(ATTEMPTS - 1);
    assertThat(pauses).allMatch(pause -> pause.compareTo(Duration.ofMillis(400)) <= 0);
    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isLessThan(Duration.ofSeconds(10));
    assertThat(pauses.stream().distinct().count()).as("jitter").isGreaterThan(5);
  }

  @Test
  void otherReasonsAreNoMatterOfTryingAgain(TestTable table) {
    for (String reason : List.of("ValidationError", "ItemCollectionSizeLimitExceeded", "News")) {
      WatchedClient between =
          WatchedClient.of(
              table,
              (request, onward) -> {
                if (request instanceof TransactWriteItemsRequest transaction) {
                  throw WatchedClient.cancelled(transaction, 0, reason);
                }
                return onward.to(request);
              });

      assertThatThrownBy(
              () ->
                  table
                      .store(between.client())
                      .commit(TestTable.CALLER, Tasks.create(Samples.draft())))
          .isInstanceOf(TransactionCanceledException.class);
      assertThat(between.transactions()).hasSize(1);
    }
  }

  @Test
  void useCaseSeesFreshDataEachTime(TestTable table) {
    table.write(new Change.Create(Samples.worker(1, 1)));
    AtomicInteger seen = new AtomicInteger();
    WatchedClient between =
        WatchedClient.of(
            table,
            (request, onward) -> {
              if (request instanceof TransactWriteItemsRequest transaction
                  && seen.incrementAndGet() == 1) {
                Worker read = table.snapshot().get(Kind.WORKER.number(1));
                table.write(new Change.Remove(read));
                throw WatchedClient.cancelled(transaction, 0, "TransactionConflict");
              }
              return onward.to(request);
            });

    assertThatExceptionOfType(Failure.NotFound.class)
        .isThrownBy(
            () ->
                table
                    .store(between.client())
                    .commit(
                        TestTable.CALLER,
                        fleet -> {
                          Worker worker = fleet.get(Kind.WORKER.number(1));
                          return Decision.of(worker, new Change.Replace(worker));
                        }));
  }

  @Test
  void fieldOfATakenValueIsTold(TestTable table) {
    table.write(
        new Change.Claim(Unique.vin("VIN1"), Kind.VEHICLE.number(1)),
        new Change.Claim(Unique.vehicleName("Truck 7"), Kind.VEHICLE.number(2)));

    assertThatExceptionOfType(Failure.NotUnique.class)
        .isThrownBy(
            () ->
                table.write(
                    new Change.Claim(Unique.vehicleName("Truck 8"), Kind.VEHICLE.number(3)),
                    new Change.Claim(Unique.vin("VIN1"), Kind.VEHICLE.number(3))))
        .satisfies(failure -> assertThat(failure.field()).isEqualTo(Field.VIN));
  }

  private static DynamoStore store(TestTable table, DynamoDbClient client, List<Duration> pauses) {
    return new DynamoStore(
        client, table.name(), InstantSource.fixed(TestTable.NOW), pauses::add, TestTable.BLOCK);
  }

  private record Day(
      List<Object> answers, Map<String, Map<String, AttributeValue>> contents, int transactions) {}

  private static Day play(WatchedClient.Between between) {
    return play(_ -> between);
  }

  private static Day play(Function<DynamoDbClient, WatchedClient.Between> somebody) {
    try (TestTable table = TestTable.fresh()) {
      WatchedClient.Between between = somebody.apply(table.client());
      WatchedClient watched = WatchedClient.of(table, between);
      List<Object> answers = Scenario.play(table.store(watched.client()));
      return new Day(answers, table.contents(), watched.transactions().size());
    }
  }
}

package interline.store;

import static org.assertj.core.api.Assertions.assertThat;

import interline.fleet.Assignment;
import interline.fleet.BulkJob;
import interline.fleet.Change;
import interline.fleet.Entity;
import interline.fleet.Kind;
import interline.fleet.Ref;
import interline.fleet.Snapshot;
import interline.fleet.TaskState;
import interline.fleet.Tasks;
import interline.fleet.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

@ExtendWith(TestTable.Fresh.class)
final class ReadsTest {

  private static final int RECORDS = 230;

  @Test
  void findsMoreRecordsThanOneRequestHolds(TestTable table) {
    WatchedClient watched = WatchedClient.of(table);
    List<Ref<?>> refs = createWorkers(table);
    refs.add(Kind.TASK.number(1));
    refs.add(Kind.WORKER.number(1));

    Snapshot.Found found = table.store(watched.client()).snapshot(TestTable.CALLER).findAll(refs);

    assertThat(found.entities()).hasSize(RECORDS);
    assertThat(found.find(Kind.WORKER.number(RECORDS)))
        .map(Worker::number)
        .contains((long) RECORDS);
    assertThat(found.find(Kind.TASK.number(1))).isEmpty();
    assertThat(watched.operations())
        .containsExactly("BatchGetItem", "BatchGetItem", "BatchGetItem");
  }

  /** DynamoDB answers in part when a request is large or the table is busy. */
  @Test
  void findsWhatDynamoDbLeftForLater(TestTable table) {
    List<Ref<?>> refs = createWorkers(table);
    WatchedClient holdingBack =
        WatchedClient.of(
            table,
            (request, onward) ->
                request instanceof BatchGetItemRequest batch
                    ? inPart(table, batch, onward)
                    : onward.to(request));

    Snapshot.Found found =
        table.store(holdingBack.client()).snapshot(TestTable.CALLER).findAll(refs);

    assertThat(found.entities()).hasSize(RECORDS);
    assertThat(holdingBack.operations().size()).isGreaterThan(10);
  }

  private static BatchGetItemResponse inPart(
      TestTable table, BatchGetItemRequest batch, WatchedClient.Call onward) throws Throwable {
    KeysAndAttributes wanted = batch.requestItems().getOrDefault(table.name(), none());
    List<Map<String, AttributeValue>> keys = wanted.keys();
    int now = (keys.size() + 1) / 2;
    BatchGetItemRequest part =
        BatchGetItemRequest.builder()
            .requestItems(
                Map.of(table.name(), wanted.toBuilder().keys(keys.subList(0, now)).build()))
            .build();
    BatchGetItemResponse answer = (BatchGetItemResponse) onward.to(part);
    return now == keys.size()
        ? answer
        : answer.toBuilder()
            .unprocessedKeys(
                Map.of(
                    table.name(), wanted.toBuilder().keys(keys.subList(now, keys.size())).build()))
            .build();
  }

  private static KeysAndAttributes none() {
    return KeysAndAttributes.builder().build();
  }

  @Test
  void nothingAskedIsNothingRequested(TestTable table) {
    WatchedClient watched = WatchedClient.of(table);

    assertThat(
            table.store(watched.client()).snapshot(TestTable.CALLER).findAll(List.of()).entities())
        .isEmpty();

    assertThat(watched.operations()).isEmpty();
  }

  /** The table removes expired items when it finds the time, which may take days. */
  @Test
  void expiredRecordsAreGone(TestTable table) {
    Duration kept = BulkJobItem.KEPT;
    BulkJob expired = Samples.jobOf("old", TestTable.NOW.minus(kept));
    BulkJob last = Samples.jobOf("last", TestTable.NOW.minus(kept).plusSeconds(1));
    table.write(new Change.Create(expired), new Change.Create(last));

    assertThat(table.snapshot().find(expired.ref())).isEmpty();
    assertThat(table.snapshot().progress(expired.id())).isEmpty();
    assertThat(table.snapshot().find(last.ref())).isPresent();
    assertThat(table.snapshot().progress(last.id())).isPresent();
    Map<Ref<?>, Entity> found =
        table.snapshot().findAll(List.of(expired.ref(), last.ref())).entities();
    assertThat(found.keySet()).isEqualTo(Set.of(last.ref()));
  }

  @Test
  void figuresAreTheSumOverAllShards(TestTable table) {
    for (long number = 1; number <= 2 * Writes.SHARDS; number += 5) {
      table.write(new Change.Count(Kind.TASK, number, Map.of("ASSIGNED", 3, "UNASSIGNED", -1)));
    }
    long writes = (2L * Writes.SHARDS + 4) / 5;

    assertThat(table.snapshot().counts(Kind.TASK))
        .isEqualTo(Map.of("ASSIGNED", 3 * writes, "UNASSIGNED", -writes));
    assertThat(Tasks.summary(table.snapshot()))
        .containsEntry(TaskState.ASSIGNED, 3 * writes)
        .containsEntry(TaskState.FAILED, 0L);
    assertThat(table.snapshot().counts(Kind.WORKER)).isEmpty();
  }

  @Test
  void containerIsInTheOrderOfTheRoute(TestTable table) {
    List<Long> ranks = List.of(1L << 20, 10L << 20, 9L << 20, 5L);
    for (long rank : ranks) {
      table.write(new Change.Join(new Assignment(rank, rank, 1, "Ada", TestTable.NOW, rank)));
    }

    assertThat(table.snapshot().container(1))
        .extracting(Assignment::rank)
        .containsExactly(5L, 1L << 20, 9L << 20, 10L << 20);
    assertThat(table.snapshot().container(11)).isEmpty();
  }

  private static List<Ref<?>> createWorkers(TestTable table) {
    List<Ref<?>> refs = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    for (long number = 1; number <= RECORDS; number++) {
      refs.add(Kind.WORKER.number(number));
      changes.add(new Change.Create(Samples.worker(number, 4)));
      if (changes.size() == 100 || number == RECORDS) {
        table.write(changes.toArray(Change[]::new));
        changes.clear();
      }
    }
    return refs;
  }
}

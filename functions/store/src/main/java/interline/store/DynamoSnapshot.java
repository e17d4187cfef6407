package interline.store;

import interline.fleet.Assignment;
import interline.fleet.BulkJob;
import interline.fleet.Caller;
import interline.fleet.Entity;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Page;
import interline.fleet.Ref;
import interline.fleet.Snapshot;
import interline.fleet.Task;
import interline.fleet.Unique;
import interline.fleet.VehicleAssignment;
import interline.fleet.Worker;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Reads the table for one use case. */
final class DynamoSnapshot implements Snapshot {

  /** DynamoDB's own limit. */
  private static final int MOST_KEYS = 100;

  private static final String BETWEEN = "pk = :pk AND sk BETWEEN :first AND :last";

  private final DynamoDbClient client;
  private final String table;
  private final Caller caller;
  private final Keys keys;
  private final Instant now;
  private final Numbers numbers;
  private final Cursors cursors;

  DynamoSnapshot(
      DynamoDbClient client,
      String table,
      Caller caller,
      InstantSource clock,
      Numbers numbers,
      Cursors cursors) {
    this.client = client;
    this.table = table;
    this.caller = caller;
    this.keys = new Keys(caller.organization());
    this.now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    this.numbers = numbers;
    this.cursors = cursors;
  }

  @Override
  public Caller caller() {
    return caller;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public long number(Kind<?> kind) {
    return numbers.next(caller.organization(), kind);
  }

  @Override
  public <E extends Entity> Optional<E> find(Ref<E> ref) {
    return item(keys.partition(ref), Keys.ROOT)
        .filter(item -> !item.expired(now))
        .map(item -> Records.read(ref.kind(), item));
  }

  @Override
  public Found findAll(Collection<? extends Ref<?>> refs) {
    Map<String, Ref<?>> partitions = new LinkedHashMap<>();
    refs.forEach(ref -> partitions.put(keys.partition(ref), ref));
    Map<Ref<?>, Entity> found = new HashMap<>();
    List<String> all = List.copyOf(partitions.keySet());
    for (int from = 0; from < all.size(); from += MOST_KEYS) {
      for (Item item : items(all.subList(from, Math.min(from + MOST_KEYS, all.size())))) {
        Ref<?> ref = partitions.get(item.getText(Item.PK));
        if (ref != null && !item.expired(now)) {
          found.put(ref, Records.read(ref.kind(), item));
        }
      }
    }
    return new Found(found);
  }

  @Override
  public <E extends Entity> Optional<Ref<E>> holder(Kind<E> kind, Unique unique) {
    return item(keys.claim(kind, unique), Keys.ROOT).map(item -> kind.id(item.getText("owner")));
  }

  @Override
  public <E extends Entity> Page<E> page(Listing<E> listing, Page.Request request) {
    Range<E> range = range(listing);
    Optional<Map<String, AttributeValue>> start =
        request.cursor().map(cursor -> cursors.open(range.scope(), cursor));
    QueryResponse answer =
        client.query(
            range.query(table).toBuilder()
                .limit(request.limit())
                .exclusiveStartKey(start.orElse(null))
                .build());
    Optional<String> next =
        answer.hasLastEvaluatedKey()
            ? Optional.of(cursors.seal(range.scope(), answer.lastEvaluatedKey()))
            : Optional.empty();
    return new Page<>(records(range.kind(), answer), next);
  }

  @Override
  public <E extends Entity> List<E> all(Listing<E> listing) {
    Range<E> range = range(listing);
    return query(range.query(table)).stream()
        .filter(item -> !item.expired(now))
        .map(item -> Records.read(range.kind(), item))
        .toList();
  }

  @Override
  public List<Assignment> container(long worker) {
    return query(inTable("pk = :pk", Map.of(":pk", Item.text(keys.container(worker))))).stream()
        .map(TaskItem::readMember)
        .toList();
  }

  @Override
  public List<VehicleAssignment> driving(long vehicle, Optional<Instant> until, int most) {
    QueryRequest latest =
        inTable(
                BETWEEN,
                Map.of(
                    ":pk", Item.text(keys.partition(Kind.VEHICLE.number(vehicle))),
                    ":first", Item.text(Keys.firstDriving()),
                    ":last", Item.text(Keys.behindDriving(until))))
            .toBuilder()
            .scanIndexForward(false)
            .limit(most)
            .build();
    return client.query(latest).items().stream()
        .map(Item::of)
        .map(VehicleAssignmentItem::read)
        .toList();
  }

  @Override
  public List<VehicleAssignment> driven(long worker, Instant after) {
    return query(
            inTable(
                BETWEEN,
                Map.of(
                    ":pk", Item.text(keys.partition(Kind.WORKER.number(worker))),
                    ":first", Item.text(Keys.behindDriven(after)),
                    ":last", Item.text(Keys.lastDriven()))))
        .stream()
        .map(VehicleAssignmentItem::read)
        .toList();
  }

  @Override
  public Map<String, Long> counts(Kind<?> kind) {
    Map<String, Long> counts = new HashMap<>();
    for (Item shard : query(inTable("pk = :pk", Map.of(":pk", Item.text(keys.counts(kind)))))) {
      shard
          .attributes()
          .forEach(
              (name, value) -> {
                if (value.n() != null) {
                  counts.merge(name, Long.valueOf(value.n()), Long::sum);
                }
              });
    }
    return counts;
  }

  @Override
  public Optional<BulkJob.Progress> progress(String job) {
    List<Item> items =
        query(
            inTable(
                "pk = :pk AND sk BETWEEN :root AND :behind",
                Map.of(
                    ":pk", Item.text(keys.partition(Kind.BULK_JOB.id(job))),
                    ":root", Item.text(Keys.ROOT),
                    ":behind", Item.text(Keys.behindOutcomes()))));
    if (items.isEmpty()
        || !items.getFirst().getText(Item.SK).equals(Keys.ROOT)
        || items.getFirst().expired(now)) {
      return Optional.empty();
    }
    return Optional.of(
        new BulkJob.Progress(
            BulkJobItem.read(items.getFirst()),
            items.stream().skip(1).map(BulkJobItem::readOutcome).toList()));
  }

  @Override
  public List<String> rows(String job) {
    return query(
            inTable(
                "pk = :pk AND begins_with(sk, :rows)",
                Map.of(
                    ":pk", Item.text(keys.partition(Kind.BULK_JOB.id(job))),
                    ":rows", Item.text(Keys.rowsPrefix()))))
        .stream()
        .flatMap(item -> BulkJobItem.readRows(item).stream())
        .toList();
  }

  private <E extends Entity> Range<E> range(Listing<E> listing) {
    return Range.of(listing, keys);
  }

  private <E extends Entity> List<E> records(Kind<E> kind, QueryResponse answer) {
    return answer.items().stream()
        .map(Item::of)
        .filter(item -> !item.expired(now))
        .map(item -> Records.read(kind, item))
        .toList();
  }

  private Optional<Item> item(String pk, String sk) {
    Map<String, AttributeValue> attributes =
        client
            .getItem(
                GetItemRequest.builder()
                    .tableName(table)
                    .key(Item.key(pk, sk))
                    .consistentRead(true)
                    .build())
            .item();
    return attributes.isEmpty() ? Optional.empty() : Optional.of(Item.of(attributes));
  }

  private List<Item> items(List<String> partitions) {
    List<Item> items = new ArrayList<>();
    KeysAndAttributes wanted =
        KeysAndAttributes.builder()
            .keys(partitions.stream().map(pk -> Item.key(pk, Keys.ROOT)).toList())
            .consistentRead(true)
            .build();
    Map<String, KeysAndAttributes> left = Map.of(table, wanted);
    while (!left.isEmpty()) {
      BatchGetItemResponse answer =
          client.batchGetItem(BatchGetItemRequest.builder().requestItems(left).build());
      answer.responses().getOrDefault(table, List.of()).forEach(item -> items.add(Item.of(item)));
      left = answer.unprocessedKeys();
    }
    return items;
  }

  /** All items of a query, whatever number of answers they come in. */
  private List<Item> query(QueryRequest request) {
    List<Item> items = new ArrayList<>();
    QueryRequest next = request;
    while (true) {
      QueryResponse answer = client.query(next);
      answer.items().forEach(item -> items.add(Item.of(item)));
      if (!answer.hasLastEvaluatedKey()) {
        return items;
      }
      next = request.toBuilder().exclusiveStartKey(answer.lastEvaluatedKey()).build();
    }
  }

  private QueryRequest inTable(String condition, Map<String, AttributeValue> values) {
    return QueryRequest.builder()
        .tableName(table)
        .consistentRead(true)
        .keyConditionExpression(condition)
        .expressionAttributeValues(values)
        .build();
  }

  /** The part of an index that a listing is, and its order. */
  private record Range<E extends Entity>(
      Kind<E> kind, String index, String partitionName, String partition, Optional<Prefix> prefix) {

    record Prefix(String name, String value) {}

    @SuppressWarnings("unchecked") // each listing says what it lists
    static <E extends Entity> Range<E> of(Listing<E> listing, Keys keys) {
      return (Range<E>)
          switch (listing) {
            case Listing.Everything<E>(Kind<E> kind) -> listed(kind, keys.listing(kind));
            case Listing.KeysOf keysOf ->
                listed(Kind.API_KEY, ApiKeyItem.of(keys, keysOf.organization()));
            case Listing.TasksIn tasks ->
                new Range<Task>(
                    Kind.TASK,
                    Records.FINDING,
                    Records.FPK,
                    TaskItem.in(keys, tasks.state()),
                    tasks.day().map(_ -> new Prefix(Records.FSK, TaskItem.on(tasks.day()))));
            case Listing.WorkersOn workers ->
                new Range<Worker>(
                    Kind.WORKER,
                    Records.FINDING,
                    Records.FPK,
                    WorkerItem.on(keys, workers.duty()),
                    Optional.empty());
          };
    }

    private static <E extends Entity> Range<E> listed(Kind<E> kind, String partition) {
      return new Range<>(kind, Records.LISTING, Records.LPK, partition, Optional.empty());
    }

    /** What a cursor into this range is good for, and nothing else. */
    String scope() {
      return index + " " + partition + " " + prefix.map(Prefix::value).orElse("");
    }

    QueryRequest query(String table) {
      QueryRequest.Builder query = QueryRequest.builder().tableName(table).indexName(index);
      if (prefix.isEmpty()) {
        return query
            .keyConditionExpression(partitionName + " = :partition")
            .expressionAttributeValues(Map.of(":partition", Item.text(partition)))
            .build();
      }
      return query
          .keyConditionExpression(
              partitionName + " = :partition AND begins_with(" + prefix.get().name() + ", :prefix)")
          .expressionAttributeValues(
              Map.of(
                  ":partition", Item.text(partition),
                  ":prefix", Item.text(prefix.get().value())))
          .build();
    }
  }
}

package interline.store;

import interline.fleet.BulkJob;
import interline.fleet.BulkRows;
import interline.fleet.Change;
import interline.fleet.Deed;
import interline.fleet.Entity;
import interline.fleet.Event;
import interline.fleet.Failure;
import interline.fleet.Field;
import interline.fleet.Kind;
import interline.fleet.Member;
import interline.fleet.Metadata;
import interline.fleet.OrganizationId;
import interline.fleet.Place;
import interline.fleet.Ref;
import interline.fleet.Rule;
import interline.fleet.Unique;
import interline.fleet.VehicleAssignment;
import interline.fleet.WorkDay;
import interline.fleet.Worker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** From changes to the writes of one transaction, each with the condition under which it may be. */
final class Writes {

  /**
   * Over how many items the figures of a kind are spread. Records with neighbouring numbers are
   * written by different callers at the same time; they meet on an item only if their numbers are a
   * multiple of this apart. It is a prime, so that functions that begin their blocks of numbers
   * together do not meet: with 128 and blocks of 100 every fourth item would take all of them.
   * Reading the figures reads at most as many small items, in one request.
   */
  static final int SHARDS = 127;

  /** What a transaction may hold, in bytes of rows: DynamoDB's limit is 4 MB for all of it. */
  private static final int MOST_ROW_BYTES = 3_800_000;

  /** What fits into one item; DynamoDB's limit is 400 KB. */
  private static final int MOST_ITEM_BYTES = 400_000;

  /** What tells a claim, in an index, from the record that it stands for. */
  static final String OWNER = "owner";

  private static final String ABSENT = "attribute_not_exists(pk)";

  private static final String STANDING =
      "attribute_exists(pk) AND attribute_not_exists(" + TeamItem.CLOSING + ")";

  private static final String ANYHOW = ABSENT + " OR attribute_exists(pk)";

  private final String table;
  private final Keys keys;
  private final Records records;
  private final Instant now;

  Writes(String table, OrganizationId organization, Instant now) {
    this.table = table;
    this.keys = new Keys(organization);
    this.records = new Records(keys);
    this.now = now;
  }

  /** A write, and the change that it makes true. */
  record Write(Change change, TransactWriteItem item) {}

  List<Write> of(List<Change> changes) {
    List<Write> writes = new ArrayList<>();
    for (Change change : counted(changes)) {
      for (TransactWriteItem item : of(change)) {
        writes.add(new Write(change, item));
      }
    }
    return writes;
  }

  /** Figures that stand on one item are moved at once: a transaction names an item only once. */
  private static List<Change> counted(List<Change> changes) {
    List<Change> rest = new ArrayList<>();
    Map<Kind<?>, Map<Long, Map<String, Integer>>> figures = new LinkedHashMap<>();
    for (Change change : changes) {
      if (change instanceof Change.Count(Kind<?> kind, long shard, Map<String, Integer> deltas)) {
        Map<String, Integer> sum =
            figures
                .computeIfAbsent(kind, _ -> new LinkedHashMap<>())
                .computeIfAbsent(shard % SHARDS, _ -> new LinkedHashMap<>());
        deltas.forEach((name, delta) -> sum.merge(name, delta, Integer::sum));
      } else {
        rest.add(change);
      }
    }
    figures.forEach(
        (kind, shards) ->
            shards.forEach((shard, deltas) -> rest.add(new Change.Count(kind, shard, deltas))));
    return rest;
  }

  private List<TransactWriteItem> of(Change change) {
    return switch (change) {
      case Change.Create(Entity entity) ->
          withBeside(entity, put(fitting(records.write(entity)), ABSENT, Map.of()));
      case Change.Replace(Entity entity) ->
          withBeside(
              entity, put(fitting(records.write(entity)), "version = :version", version(entity)));
      case Change.Remove(Entity entity) -> remove(entity);
      case Change.Claim(Unique unique, Ref<?> owner, Change.Claim.Listed listing) ->
          List.of(claimed(unique, owner, listing));
      case Change.Settle(Unique unique, Ref<?> owner) ->
          List.of(claimed(unique, owner, Change.Claim.Listed.NOWHERE));
      case Change.Release(Unique unique, Ref<?> owner) ->
          List.of(
              delete(
                  keys.claim(owner.kind(), unique),
                  Keys.ROOT,
                  "#owner = :owner",
                  Map.of(":owner", Item.text(owner.id()))));
      case Change.Transfer(Unique unique, var from, Ref<?> to) ->
          List.of(
              put(
                  claim(unique, to, Change.Claim.Listed.NOWHERE),
                  from.isPresent() ? "#owner = :owner" : ABSENT,
                  from.<Map<String, AttributeValue>>map(
                          owner -> Map.of(":owner", Item.text(owner.id())))
                      .orElse(Map.of())));
      case Change.Unchanged(Entity entity) ->
          List.of(check(keys.partition(entity.ref()), "version = :version", Optional.of(entity)));
      case Change.Standing(Ref<?> ref) ->
          List.of(check(keys.partition(ref), STANDING, Optional.empty()));
      case Change.Join(Member member) ->
          List.of(put(TaskItem.member(member, keys), ABSENT, Map.of()));
      case Change.Tag(Ref<?> owner, Metadata.Item said) -> List.of(put(tag(owner, said)));
      case Change.Untag(Ref<?> owner, Metadata.Item said) -> {
        Item tag = tag(owner, said);
        yield List.of(delete(tag.getText(Item.PK), tag.getText(Item.SK)));
      }
      case Change.Leave(Place place, long task) ->
          List.of(
              delete(
                  keys.container(place.container()),
                  Keys.rank(place.rank(), task),
                  "attribute_exists(pk)",
                  Map.of()));
      case Change.Chart(var before, var after) ->
          moved(before.map(records::charted), after.map(records::charted));
      case Change.Enroll(Worker worker) ->
          List.of(
              put(WorkerItem.enrolled(worker, keys), ANYHOW, Map.of()),
              worker.works()
                  ? put(WorkerItem.rostered(worker, keys), ANYHOW, Map.of())
                  : delete(keys.partition(worker.ref()), Keys.ROSTERED, ANYHOW, Map.of()));
      case Change.Strike(Worker worker) ->
          List.of(
              delete(keys.partition(worker.ref()), Keys.ENROLLED, ANYHOW, Map.of()),
              delete(keys.partition(worker.ref()), Keys.ROSTERED, ANYHOW, Map.of()));
      case Change.Schedule(var before, var after) -> schedule(before, after);
      case Change.Pin(var before, var after) ->
          pinned(
              before.flatMap(it -> MapItem.of(it, keys)),
              after.flatMap(it -> MapItem.of(it, keys)));
      case Change.Roster(long worker, WorkDay day) ->
          List.of(
              day.shifts().isEmpty()
                  ? delete(keys.partition(Kind.WORKER.number(worker)), Keys.workDay(day.date()))
                  : put(WorkDayItem.write(worker, day, keys)));
      case Change.Trace(Deed deed) -> List.of(put(DeedItem.write(deed, keys)));
      case Change.Count(Kind<?> kind, long shard, Map<String, Integer> deltas) ->
          List.of(add(keys.counts(kind), Keys.sortable(shard % SHARDS), deltas));
      case Change.Happened(Event event) -> List.of(put(happened(event), ABSENT, Map.of()));
      case Change.Enqueue(BulkRows rows) -> enqueue(rows);
      case Change.RowDone(String job, BulkJob.Outcome outcome) ->
          List.of(
              put(
                  BulkJobItem.write(
                      Item.at(keys.partition(Kind.BULK_JOB.id(job)), Keys.outcome(outcome.index())),
                      outcome,
                      now),
                  ABSENT,
                  Map.of()));
    };
  }

  /** Moves both copies: where one's key stays as it was, it is written once. */
  private List<TransactWriteItem> schedule(
      Optional<VehicleAssignment> before, Optional<VehicleAssignment> after) {
    List<TransactWriteItem> items = new ArrayList<>();
    items.addAll(
        moved(
            before.map(it -> VehicleAssignmentItem.ofVehicle(it, keys)),
            after.map(it -> VehicleAssignmentItem.ofVehicle(it, keys))));
    items.addAll(
        moved(
            before.map(it -> VehicleAssignmentItem.ofWorker(it, keys)),
            after.map(it -> VehicleAssignmentItem.ofWorker(it, keys))));
    return items;
  }

  private List<TransactWriteItem> moved(Optional<Item> before, Optional<Item> after) {
    List<TransactWriteItem> items = new ArrayList<>();
    before
        .filter(old -> after.filter(old::samePlace).isEmpty())
        .ifPresent(
            old ->
                items.add(
                    delete(
                        old.getText(Item.PK),
                        old.getText(Item.SK),
                        "attribute_exists(pk)",
                        Map.of())));
    after.ifPresent(
        item ->
            items.add(
                put(
                    item,
                    before.filter(item::samePlace).isPresent() ? "attribute_exists(pk)" : ABSENT,
                    Map.of())));
    return items;
  }

  /** The map says nothing that the worker does not say, under whose condition it is written. */
  private List<TransactWriteItem> pinned(Optional<Item> before, Optional<Item> after) {
    List<TransactWriteItem> items = new ArrayList<>();
    before
        .filter(old -> after.filter(old::samePlace).isEmpty())
        .ifPresent(old -> items.add(delete(old.getText(Item.PK), old.getText(Item.SK))));
    after
        .filter(item -> before.filter(item::samePlace).isEmpty())
        .ifPresent(item -> items.add(put(item)));
    return items;
  }

  private static Item fitting(Item record) {
    if (record.bytes() > MOST_ITEM_BYTES) {
      throw Failure.invalid(Field.RECORD, new Rule.AtMostCharacters(MOST_ITEM_BYTES));
    }
    return record;
  }

  /** A write of a record, and those of the items beside it, which stand under its condition. */
  private List<TransactWriteItem> withBeside(Entity entity, TransactWriteItem root) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(root);
    records.beside(entity).forEach(item -> writes.add(put(item)));
    return writes;
  }

  private List<TransactWriteItem> remove(Entity entity) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(
        delete(keys.partition(entity.ref()), Keys.ROOT, "version = :version", version(entity)));
    records
        .beside(entity)
        .forEach(item -> writes.add(delete(item.getText(Item.PK), item.getText(Item.SK))));
    return writes;
  }

  private TransactWriteItem put(Item item) {
    Put put = Put.builder().tableName(table).item(item.attributes()).build();
    return TransactWriteItem.builder().put(put).build();
  }

  private TransactWriteItem delete(String pk, String sk) {
    Delete delete = Delete.builder().tableName(table).key(Item.key(pk, sk)).build();
    return TransactWriteItem.builder().delete(delete).build();
  }

  private TransactWriteItem claimed(Unique unique, Ref<?> owner, Change.Claim.Listed listing) {
    return put(
        claim(unique, owner, listing),
        ABSENT + " OR #owner = :owner",
        Map.of(":owner", Item.text(owner.id())));
  }

  /** A claim is small, and of its owner: it lists the owner where the owner's own item does not. */
  private Item claim(Unique unique, Ref<?> owner, Change.Claim.Listed listing) {
    Item item = Item.at(keys.claim(owner.kind(), unique), Keys.ROOT).put(OWNER, owner.id());
    if (listing != Change.Claim.Listed.NOWHERE) {
      item.put(Records.FPK, keys.listing(owner.kind(), Keys.ALL))
          .put(Records.FSK, Keys.sortable(Long.parseLong(owner.id())));
    }
    if (listing == Change.Claim.Listed.BY_VALUE) {
      item.put(Records.LPK, keys.listing(owner.kind(), Keys.BY, unique.field().name()))
          .put(Records.LSK, Keys.sortable(unique.value(), Long.parseLong(owner.id())));
    }
    return item;
  }

  /** Stands under the condition of its owner's own write. */
  private Item tag(Ref<?> owner, Metadata.Item said) {
    return Item.at(keys.tagged(owner.kind(), said), Keys.sortable(Long.parseLong(owner.id())));
  }

  private List<TransactWriteItem> enqueue(BulkRows rows) {
    List<Long> sizes = rows.rows().stream().map(BulkJobItem::bytes).toList();
    if (sizes.stream().anyMatch(size -> size > BulkJobItem.CHUNK)) {
      throw Failure.invalid(Field.ROW, new Rule.AtMostCharacters(BulkJobItem.CHUNK));
    }
    if (sizes.stream().mapToLong(Long::longValue).sum() > MOST_ROW_BYTES) {
      throw Failure.invalid(Field.ROW, new Rule.AtMostCharacters(MOST_ROW_BYTES));
    }
    return BulkJobItem.write(keys.partition(Kind.BULK_JOB.id(rows.job())), rows.rows(), now)
        .stream()
        .map(item -> put(item, ABSENT, Map.of()))
        .toList();
  }

  private Item happened(Event event) {
    Item item =
        Item.at(keys.partition(event.subject()), Keys.event(event.version()))
            .put("event", event.type())
            .put("at", event.at())
            .put("by", event.by());
    return item.putTree("facts", new TreeMap<>(event.facts()));
  }

  private static Map<String, AttributeValue> version(Entity entity) {
    return Map.of(":version", Item.number(entity.stamp().version()));
  }

  private TransactWriteItem put(Item item, String condition, Map<String, AttributeValue> values) {
    Put.Builder put =
        Put.builder()
            .tableName(table)
            .item(item.attributes())
            .conditionExpression(condition)
            .expressionAttributeNames(names(condition));
    if (!values.isEmpty()) {
      put.expressionAttributeValues(values);
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }

  private TransactWriteItem delete(
      String pk, String sk, String condition, Map<String, AttributeValue> values) {
    Delete.Builder delete =
        Delete.builder()
            .tableName(table)
            .key(Item.key(pk, sk))
            .conditionExpression(condition)
            .expressionAttributeNames(names(condition));
    if (!values.isEmpty()) {
      delete.expressionAttributeValues(values);
    }
    return TransactWriteItem.builder().delete(delete.build()).build();
  }

  private TransactWriteItem check(String pk, String condition, Optional<Entity> version) {
    ConditionCheck.Builder check =
        ConditionCheck.builder()
            .tableName(table)
            .key(Item.key(pk, Keys.ROOT))
            .conditionExpression(condition);
    version.ifPresent(entity -> check.expressionAttributeValues(version(entity)));
    return TransactWriteItem.builder().conditionCheck(check.build()).build();
  }

  private TransactWriteItem add(String pk, String sk, Map<String, Integer> deltas) {
    List<String> terms = new ArrayList<>();
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    new TreeMap<>(deltas)
        .forEach(
            (figure, delta) -> {
              int place = terms.size();
              terms.add("#f" + place + " :d" + place);
              names.put("#f" + place, figure);
              values.put(":d" + place, Item.number(delta));
            });
    Update update =
        Update.builder()
            .tableName(table)
            .key(Item.key(pk, sk))
            .updateExpression("ADD " + String.join(", ", terms))
            .expressionAttributeNames(names)
            .expressionAttributeValues(values)
            .build();
    return TransactWriteItem.builder().update(update).build();
  }

  /** {@code owner} is a word that DynamoDB keeps for itself. */
  private static @Nullable Map<String, String> names(String condition) {
    return condition.contains("#owner") ? Map.of("#owner", "owner") : null;
  }
}

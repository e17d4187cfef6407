package interline.store;

import interline.fleet.Dialect;
import interline.fleet.Entity;
import interline.fleet.Fault;
import interline.fleet.Field;
import interline.fleet.Kind;
import interline.fleet.KnownRecipient;
import interline.fleet.Listing;
import interline.fleet.Meter;
import interline.fleet.MeterEntry;
import interline.fleet.RoutePlan;
import interline.fleet.Task;
import interline.fleet.TaskState;
import interline.fleet.VehicleAssignment;
import interline.fleet.Worker;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The part of an index, or of the table itself, that a listing is, and its order.
 *
 * @param lead how its sort keys begin, where another part of the same listing has keys of its own
 *     that only begin in another way of the same length
 */
record Range<E extends Entity>(
    Kind<E> kind, String index, String partition, Optional<Prefix> prefix, String lead) {

  /** In place of an index: the table. */
  private static final String TABLE = "";

  Range(Kind<E> kind, String index, String partition, Optional<Prefix> prefix) {
    this(kind, index, partition, prefix, "");
  }

  /** Sort keys from one text to another, both included. */
  record Prefix(String from, String to) {

    /** Of one that ends before it begins nothing is left but its beginning: it would be refused. */
    Prefix {
      to = from.compareTo(to) > 0 ? from : to;
    }

    static Prefix of(String text) {
      return new Prefix(text, text + Keys.LAST);
    }
  }

  /** The ranges of a listing: nearly always one, or several in the order of the same sort key. */
  @SuppressWarnings("unchecked") // each listing says what it lists
  static <E extends Entity> List<Range<E>> parts(Listing<E> listing, Keys keys) {
    return switch (listing) {
      // Workers have no claim that would list them all in one range.
      case Listing.WithArchived<E>(Kind<E> kind) when kind.equals(Kind.WORKER) ->
          List.of(of(new Listing.Everything<>(kind), keys), of(new Listing.Archived<>(kind), keys));
      case Listing.MeterEntriesOfByDate entries ->
          Stream.of(
                  Keys.readings(Meter.PRIMARY), Keys.readings(Meter.SECONDARY), Keys.voidReadings())
              .map(lead -> (Range<E>) readings(entries, lead, keys))
              .toList();
      default -> List.of(of(listing, keys));
    };
  }

  @SuppressWarnings("unchecked") // each listing says what it lists
  private static <E extends Entity> Range<E> of(Listing<E> listing, Keys keys) {
    return (Range<E>)
        switch (listing) {
          case Listing.Everything<E>(Kind<E> kind) -> listed(kind, keys.listing(kind));
          case Listing.Archived<E>(Kind<E> kind) -> listed(kind, keys.listing(kind, Keys.ARCHIVED));
          case Listing.WithArchived<E>(Kind<E> kind) ->
              new Range<>(kind, Records.FINDING, keys.listing(kind, Keys.ALL), Optional.empty());
          case Listing.ByName<E>(Kind<E> kind) ->
              listed(kind, keys.listing(kind, Keys.BY, Field.NAME.name()));
          case Listing.ByChange<E>(Kind<E> kind, var from, var until) ->
              new Range<>(
                  kind, Records.FINDING, keys.listing(kind, Keys.CHANGED), changes(from, until));
          case Listing.RecipientsByChange(var from, var until) ->
              new Range<KnownRecipient>(
                  Kind.RECIPIENT,
                  Records.ORDERING,
                  keys.listing(Kind.RECIPIENT),
                  changes(from, until));
          case Listing.RoutePlansByDeparture(var from, var until) ->
              new Range<RoutePlan>(
                  Kind.ROUTE_PLAN,
                  Records.ORDERING,
                  keys.listing(Kind.ROUTE_PLAN),
                  changes(from, until));
          case Listing.MeterEntriesOf(long vehicle) ->
              new Range<>(
                  Kind.METER_ENTRY,
                  Records.FINDING,
                  MeterEntryItem.of(keys, vehicle),
                  Optional.empty());
          case Listing.MeterEntriesByDate(var from, var until) ->
              new Range<>(
                  Kind.METER_ENTRY,
                  Records.LISTING,
                  MeterEntryItem.byDate(keys),
                  from.isEmpty() && until.isEmpty()
                      ? Optional.empty()
                      : Optional.of(
                          new Prefix(
                              from.map(LocalDate::toString).orElse("0"),
                              until.map(LocalDate::toString).orElse("") + Keys.LAST)));
          case Listing.MeterEntriesOfByDate entries ->
              readings(entries, Keys.readings(Meter.PRIMARY), keys);
          case Listing.LocationEntriesOf(var owner) ->
              new Range<>(
                  Kind.LOCATION_ENTRY,
                  Records.FINDING,
                  LocationEntryItem.of(keys, owner),
                  Optional.empty());
          case Listing.LocationEntriesByChange(var owner, var from, var until) ->
              new Range<>(
                  Kind.LOCATION_ENTRY,
                  Records.LISTING,
                  LocationEntryItem.changesOf(keys, owner),
                  changes(from, until));
          case Listing.FaultsByOccurrence(var from, var until) ->
              new Range<Fault>(
                  Kind.FAULT, Records.LISTING, FaultItem.byOccurrence(keys), changes(from, until));
          case Listing.RoutePlansOf(Optional<Long> worker, long behind) ->
              new Range<RoutePlan>(
                  Kind.ROUTE_PLAN,
                  worker.isPresent() ? Records.FINDING : Records.LISTING,
                  worker
                      .map(it -> RoutePlanItem.of(keys, it))
                      .orElseGet(() -> keys.listing(Kind.ROUTE_PLAN)),
                  Optional.of(new Prefix(Keys.sortable(behind) + Keys.LAST, Keys.LAST)));
          case Listing.FaultsOf(long vehicle) ->
              new Range<Fault>(
                  Kind.FAULT, Records.FINDING, FaultItem.of(keys, vehicle), Optional.empty());
          case Listing.WorkersByGroup workers ->
              new Range<Worker>(
                  Kind.WORKER,
                  Records.LISTING,
                  WorkerItem.byGroup(keys),
                  workers.group().map(group -> Prefix.of(WorkerItem.inGroup(group) + "#")));
          case Listing.WorkersBy(Listing.WorkersBy.Known known) ->
              new Range<Worker>(
                  Kind.WORKER,
                  known == Listing.WorkersBy.Known.BADGE ? Records.LISTING : Records.FINDING,
                  WorkerItem.by(keys, known),
                  Optional.empty());
          case Listing.VehicleAssignmentsOf of ->
              new Range<VehicleAssignment>(
                  Kind.VEHICLE_ASSIGNMENT,
                  Records.FINDING,
                  VehicleAssignmentItem.of(keys, of.owner()),
                  Optional.empty());
          case Listing.VehicleAssignmentsOfBySpan(long vehicle) ->
              new Range<VehicleAssignment>(
                  Kind.VEHICLE_ASSIGNMENT,
                  TABLE,
                  keys.partition(Kind.VEHICLE.number(vehicle)),
                  Optional.of(
                      new Prefix(Keys.firstDriving(), Keys.behindDriving(Optional.empty()))));
          case Listing.VehicleAssignmentsBy by ->
              new Range<VehicleAssignment>(
                  Kind.VEHICLE_ASSIGNMENT,
                  by.order() == Listing.VehicleAssignmentsBy.Order.END
                      ? Records.FINDING
                      : Records.LISTING,
                  VehicleAssignmentItem.by(keys, by.order()),
                  by.from().isEmpty() && by.until().isEmpty()
                      ? Optional.empty()
                      : Optional.of(
                          new Prefix(
                              by.from().map(Keys::moment).orElse("0"),
                              by.until().map(Keys::moment).orElse("9") + Keys.LAST)));
          case Listing.RecipientsNamed(String name) ->
              new Range<KnownRecipient>(
                  Kind.RECIPIENT,
                  Records.FINDING,
                  KnownRecipientItem.named(keys, name),
                  Optional.empty());
          case Listing.WebhooksIn(Dialect dialect) ->
              listed(Kind.WEBHOOK, WebhookItem.in(keys, dialect));
          case Listing.KeysOf keysOf ->
              listed(Kind.API_KEY, ApiKeyItem.of(keys, keysOf.organization()));
          case Listing.TasksIn tasks ->
              new Range<Task>(
                  Kind.TASK,
                  Records.FINDING,
                  TaskItem.in(keys, tasks.state()),
                  tasks.day().map(_ -> Prefix.of(TaskItem.on(tasks.day()))));
          case Listing.TasksOn(TaskState state, var from, var until) ->
              new Range<Task>(
                  Kind.TASK,
                  Records.FINDING,
                  TaskItem.in(keys, state),
                  Optional.of(
                      new Prefix(
                          from.map(LocalDate::toString).orElse("0"),
                          until.map(LocalDate::toString).orElse("9") + Keys.LAST)));
          case Listing.TasksUndated(TaskState state) ->
              new Range<Task>(
                  Kind.TASK,
                  Records.FINDING,
                  TaskItem.in(keys, state),
                  Optional.of(Prefix.of(TaskItem.on(Optional.empty()))));
          case Listing.TasksByNumber _ ->
              new Range<Task>(
                  Kind.TASK, Records.ORDERING, keys.listing(Kind.TASK), Optional.empty());
          case Listing.TasksByMoment tasks ->
              new Range<Task>(
                  Kind.TASK,
                  Records.LISTING,
                  keys.listing(Kind.TASK),
                  Optional.of(new Prefix(first(tasks), until(tasks))));
          case Listing.WorkersOn workers ->
              new Range<Worker>(
                  Kind.WORKER,
                  Records.FINDING,
                  WorkerItem.on(keys, workers.duty()),
                  Optional.empty());
        };
  }

  /** The readings of a vehicle whose keys begin in one way. */
  private static Range<MeterEntry> readings(
      Listing.MeterEntriesOfByDate of, String lead, Keys keys) {
    return new Range<>(
        Kind.METER_ENTRY,
        TABLE,
        keys.partition(Kind.VEHICLE.number(of.vehicle())),
        Optional.of(
            new Prefix(
                lead + of.from().map(LocalDate::toString).orElse("0"),
                lead + of.until().map(LocalDate::toString).orElse("") + Keys.LAST)),
        lead);
  }

  private static String first(Listing.TasksByMoment tasks) {
    String from = tasks.from().map(Keys::moment).orElse("0");
    return tasks
        .behind()
        .map(mark -> Keys.byMoment(mark) + Keys.LAST)
        .filter(mark -> mark.compareTo(from) > 0)
        .orElse(from);
  }

  private static String until(Listing.TasksByMoment tasks) {
    return tasks.until().map(Keys::moment).orElse(Keys.LAST);
  }

  private static Optional<Prefix> changes(Optional<Instant> from, Optional<Instant> until) {
    return from.isEmpty() && until.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Prefix(
                Keys.sortable(millis(from, 0)),
                Keys.sortable(millis(until, Long.MAX_VALUE)) + Keys.LAST));
  }

  private static long millis(Optional<Instant> moment, long otherwise) {
    return Math.max(0, moment.map(Instant::toEpochMilli).orElse(otherwise));
  }

  private static <E extends Entity> Range<E> listed(Kind<E> kind, String partition) {
    return new Range<>(kind, Records.LISTING, partition, Optional.empty());
  }

  /** What a cursor into this range is good for, and nothing else. */
  String scope() {
    return index + " " + partition + " " + prefix.map(p -> p.from() + " " + p.to()).orElse("");
  }

  private String partitionName() {
    return switch (index) {
      case TABLE -> Item.PK;
      case Records.LISTING, Records.ORDERING -> Records.LPK;
      default -> Records.FPK;
    };
  }

  private String sortName() {
    return switch (index) {
      case TABLE -> Item.SK;
      case Records.LISTING -> Records.LSK;
      case Records.ORDERING -> Records.OSK;
      default -> Records.FSK;
    };
  }

  /** By what an item comes before or behind those of the other parts of the listing. */
  String order(Item item) {
    return item.getText(sortName()).substring(lead.length());
  }

  /** The place in this range that a place in any part of the listing is. */
  Map<String, AttributeValue> here(Map<String, AttributeValue> there) {
    Map<String, AttributeValue> key = new HashMap<>(there);
    key.put(partitionName(), Item.text(partition));
    key.computeIfPresent(
        sortName(), (_, sort) -> Item.text(lead + sort.s().substring(lead.length())));
    return key;
  }

  /** The key by which a query goes on behind an item. */
  Map<String, AttributeValue> place(Item item) {
    Map<String, AttributeValue> key = new HashMap<>();
    for (String name : List.of(Item.PK, Item.SK, partitionName(), sortName())) {
      key.put(name, Item.text(item.getText(name)));
    }
    return key;
  }

  QueryRequest query(String table) {
    QueryRequest.Builder query = QueryRequest.builder().tableName(table);
    if (!index.equals(TABLE)) {
      query.indexName(index);
    }
    if (prefix.isEmpty()) {
      return query
          .keyConditionExpression(partitionName() + " = :partition")
          .expressionAttributeValues(Map.of(":partition", Item.text(partition)))
          .build();
    }
    return query
        .keyConditionExpression(
            partitionName() + " = :partition AND " + sortName() + " BETWEEN :from AND :to")
        .expressionAttributeValues(
            Map.of(
                ":partition", Item.text(partition),
                ":from", Item.text(prefix.get().from()),
                ":to", Item.text(prefix.get().to())))
        .build();
  }
}

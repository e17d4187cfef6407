package interline.store;

import interline.fleet.ApiKey;
import interline.fleet.Assignment;
import interline.fleet.BulkJob;
import interline.fleet.Caller;
import interline.fleet.Change;
import interline.fleet.Container;
import interline.fleet.Deed;
import interline.fleet.Dialect;
import interline.fleet.Entity;
import interline.fleet.Fault;
import interline.fleet.Field;
import interline.fleet.Kind;
import interline.fleet.KnownRecipient;
import interline.fleet.Listing;
import interline.fleet.Location;
import interline.fleet.LocationEntry;
import interline.fleet.Member;
import interline.fleet.Metadata;
import interline.fleet.Meter;
import interline.fleet.MeterEntry;
import interline.fleet.OrganizationId;
import interline.fleet.Page;
import interline.fleet.Place;
import interline.fleet.Ref;
import interline.fleet.RoutePlan;
import interline.fleet.Snapshot;
import interline.fleet.Task;
import interline.fleet.Unique;
import interline.fleet.VehicleAssignment;
import interline.fleet.WorkDay;
import interline.fleet.Worker;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Reads the table for one use case. */
final class DynamoSnapshot implements Snapshot {

  /** DynamoDB's own limit. */
  private static final int MOST_KEYS = 100;

  private static final String BETWEEN = "pk = :pk AND sk BETWEEN :first AND :last";

  /** As many items as are looked at for one page that a filter makes short. */
  private static final int MOST_READ = 500;

  /** As many postings as are read at first, and at most, where several are compared. */
  private static final int FIRST_POSTINGS = 100;

  private static final int MOST_POSTINGS = 5_000;

  /** In a cursor, beside the key of the last item, how many items there are up to it. */
  private static final String PASSED = "~passed";

  private final DynamoDbClient client;
  private final String table;
  private final Caller caller;
  private final Keys keys;
  private final Instant now;
  private final Numbers numbers;
  private final Cursors cursors;
  private final Set<String> lookedFor = ConcurrentHashMap.newKeySet();

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
    return numbers.next(keys.home(kind), kind);
  }

  @Override
  public <E extends Entity> Optional<E> find(Ref<E> ref) {
    return item(keys.partition(ref), Keys.ROOT)
        .filter(item -> !item.expired(now))
        .map(item -> Records.read(ref.kind(), item))
        .filter(this::visible);
  }

  /** Keys are all kept in one place, but only the operator sees those of every organization. */
  private boolean visible(Entity record) {
    return !(record instanceof ApiKey key)
        || caller.organization().equals(OrganizationId.OPERATOR)
        || caller.organization().equals(key.organization());
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
          Entity record = Records.read(ref.kind(), item);
          if (visible(record)) {
            found.put(ref, record);
          }
        }
      }
    }
    return new Found(found);
  }

  @Override
  public <E extends Entity> Optional<Ref<E>> holder(Kind<E> kind, Unique unique) {
    lookedFor.add(keys.claim(kind, unique));
    return item(keys.claim(kind, unique), Keys.ROOT).map(item -> kind.id(item.getText("owner")));
  }

  @Override
  public <E extends Entity> Map<Unique, Ref<E>> holders(Kind<E> kind, Collection<Unique> uniques) {
    Map<String, Unique> partitions = new LinkedHashMap<>();
    uniques.forEach(unique -> partitions.put(keys.claim(kind, unique), unique));
    lookedFor.addAll(partitions.keySet());
    Map<Unique, Ref<E>> holders = new HashMap<>();
    List<String> all = List.copyOf(partitions.keySet());
    for (int from = 0; from < all.size(); from += MOST_KEYS) {
      for (Item item : items(all.subList(from, Math.min(from + MOST_KEYS, all.size())))) {
        Unique unique = partitions.get(item.getText(Item.PK));
        if (unique != null) {
          holders.put(unique, kind.id(item.getText(Writes.OWNER)));
        }
      }
    }
    return holders;
  }

  /** Whether it was asked who holds the value that a claim takes. */
  boolean lookedFor(Change.Claim claim) {
    return lookedFor.contains(keys.claim(claim.owner().kind(), claim.unique()));
  }

  @Override
  public <E extends Entity & Metadata.Tagged> List<E> tagged(
      Kind<E> kind, List<Metadata.Item> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    List<Ref<E>> refs = rarest(kind, items).stream().map(kind::number).toList();
    Found found = findAll(refs);
    return refs.stream()
        .flatMap(ref -> found.find(ref).stream())
        .filter(record -> record.metadata().says(items))
        .toList();
  }

  /** Of what the fewest say: all are read in step until one ends, and the records tell the rest. */
  private List<Long> rarest(Kind<?> kind, List<Metadata.Item> items) {
    List<Postings> all =
        items.stream().map(item -> keys.tagged(kind, item)).distinct().map(Postings::new).toList();
    for (int step = FIRST_POSTINGS; ; step = Math.min(4 * step, MOST_POSTINGS)) {
      for (Postings postings : all) {
        if (postings.endWithin(all.size() == 1 ? MOST_POSTINGS : step)) {
          return postings.numbers;
        }
      }
    }
  }

  /** The numbers of the records of which one thing is said, as far as they have been read. */
  private final class Postings {
    private final List<Long> numbers = new ArrayList<>();
    private QueryRequest next;

    Postings(String partition) {
      next = inTable("pk = :pk", Map.of(":pk", Item.text(partition)));
    }

    /** Reads on; whether that was all. */
    boolean endWithin(int limit) {
      QueryResponse answer = client.query(next.toBuilder().limit(limit).build());
      answer.items().forEach(item -> numbers.add(Long.valueOf(Item.of(item).getText(Item.SK))));
      if (answer.hasLastEvaluatedKey()) {
        next = next.toBuilder().exclusiveStartKey(answer.lastEvaluatedKey()).build();
      }
      return !answer.hasLastEvaluatedKey();
    }
  }

  @Override
  public <E extends Entity> Page<E> page(
      Listing<E> listing, Page.Request request, Predicate<? super E> filter) {
    List<Range<E>> parts = parts(listing);
    if (parts.size() > 1) {
      return merged(parts, request, filter);
    }
    Range<E> range = parts.getFirst();
    Optional<Point> start = skip(range, start(range, request), request);
    if (start.isEmpty()) {
      return new Page<>(List.of(), Optional.empty(), request.skip());
    }
    Point place = start.get();
    long passed = place.passed();
    List<E> kept = new ArrayList<>();
    int read = 0;
    // One more than is wanted, so that a page that ends where the listing ends is known for the
    // last.
    int limit = request.limit() + 1;
    while (true) {
      QueryResponse answer =
          client.query(
              range.query(table).toBuilder()
                  .limit(limit)
                  .scanIndexForward(request.direction() == Page.Direction.ASCENDING)
                  .exclusiveStartKey(place.last().orElse(null))
                  .build());
      List<Item> items = answer.items().stream().map(Item::of).toList();
      Map<String, E> records = records(range.kind(), items);
      for (Item item : items) {
        E record = records.get(name(range.kind(), item));
        boolean keeping = record != null && filter.test(record);
        if (keeping && kept.size() == request.limit()) {
          return new Page<>(kept, Optional.of(seal(range, request, place)), passed);
        }
        if (keeping) {
          kept.add(record);
        }
        place = new Point(Optional.of(range.place(item)), place.passed() + 1);
      }
      read += items.size();
      if (!answer.hasLastEvaluatedKey()) {
        return new Page<>(kept, Optional.empty(), passed);
      }
      if (read >= MOST_READ || kept.size() == request.limit()) {
        return new Page<>(kept, Optional.of(seal(range, request, place)), passed);
      }
      limit = Math.min(2 * limit, MOST_READ - read);
    }
  }

  @Override
  public <E extends Entity> long size(Listing<E> listing) {
    return parts(listing).stream().mapToLong(this::size).sum();
  }

  private long size(Range<?> range) {
    QueryRequest counting = range.query(table).toBuilder().select(Select.COUNT).build();
    long size = 0;
    @Nullable Map<String, AttributeValue> last = null;
    while (true) {
      QueryResponse answer = client.query(counting.toBuilder().exclusiveStartKey(last).build());
      size += answer.count();
      if (!answer.hasLastEvaluatedKey()) {
        return size;
      }
      last = answer.lastEvaluatedKey();
    }
  }

  /**
   * A place in a range.
   *
   * @param last the item before it, if there is one
   * @param passed how many items are before it
   */
  private record Point(Optional<Map<String, AttributeValue>> last, long passed) {}

  private Point start(Range<?> range, Page.Request request) {
    if (request.cursor().isEmpty()) {
      return new Point(Optional.empty(), 0);
    }
    Map<String, AttributeValue> opened =
        new HashMap<>(cursors.open(scope(range, request), request.cursor().get()));
    AttributeValue passed = opened.remove(PASSED);
    return new Point(Optional.of(opened), passed == null ? 0 : Long.parseLong(passed.s()));
  }

  /** Where a page begins, unless the range has ended before. */
  private Optional<Point> skip(Range<?> range, Point start, Page.Request request) {
    Point place = start;
    long left = request.skip();
    while (left > 0) {
      QueryResponse answer =
          client.query(
              range.query(table).toBuilder()
                  .select(Select.COUNT)
                  .limit((int) Math.min(left, Integer.MAX_VALUE))
                  .scanIndexForward(request.direction() == Page.Direction.ASCENDING)
                  .exclusiveStartKey(place.last().orElse(null))
                  .build());
      left -= answer.count();
      if (!answer.hasLastEvaluatedKey()) {
        return Optional.empty();
      }
      place = new Point(Optional.of(answer.lastEvaluatedKey()), place.passed() + answer.count());
    }
    return Optional.of(place);
  }

  private String seal(Range<?> range, Page.Request request, Point place) {
    Map<String, AttributeValue> text = new HashMap<>(place.last().orElseThrow());
    text.put(PASSED, Item.text(Long.toString(place.passed())));
    return cursors.seal(scope(range, request), text);
  }

  private static String scope(Range<?> range, Page.Request request) {
    return range.scope() + " " + request.direction();
  }

  @Override
  public <E extends Entity> List<E> all(Listing<E> listing) {
    List<Range<E>> parts = parts(listing);
    Range<E> range = parts.getFirst();
    List<Item> items = parts.stream().flatMap(part -> query(part.query(table)).stream()).toList();
    Map<String, E> records = records(range.kind(), items);
    return items.stream()
        .flatMap(item -> Optional.ofNullable(records.get(name(range.kind(), item))).stream())
        .toList();
  }

  @Override
  public List<Assignment> container(long worker) {
    return members(new Container.OfWorker(worker)).stream()
        .flatMap(member -> member.assignment().stream())
        .toList();
  }

  @Override
  public Map<Container, List<Member>> members(Collection<? extends Container> containers) {
    List<Container> all = List.copyOf(containers);
    List<List<Member>> read =
        Together.each(all.stream().<Supplier<List<Member>>>map(it -> () -> members(it)).toList());
    Map<Container, List<Member>> members = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      members.put(all.get(i), read.get(i));
    }
    return members;
  }

  @Override
  public List<Worker> near(Location place, double metres) {
    List<Ref<Worker>> owners =
        Together.each(
                MapItem.around(place, metres).stream()
                    .<Supplier<List<Item>>>map(area -> () -> query(in(area)))
                    .toList())
            .stream()
            .flatMap(List::stream)
            .map(item -> Kind.WORKER.id(item.getText(Writes.OWNER)))
            .distinct()
            .toList();
    Found found = findAll(owners);
    return owners.stream()
        .flatMap(ref -> found.find(ref).stream())
        .filter(it -> it.works() && it.duty().working() && it.position().isPresent())
        .toList();
  }

  private QueryRequest in(MapItem.Area area) {
    return inTable(
        "pk = :pk AND begins_with(sk, :cell)",
        Map.of(":pk", Item.text(area.partition(keys)), ":cell", Item.text(area.cell())));
  }

  @Override
  public List<WorkDay> roster(long worker) {
    return query(
            inTable(
                "pk = :pk AND begins_with(sk, :days)",
                Map.of(
                    ":pk", Item.text(keys.partition(Kind.WORKER.number(worker))),
                    ":days", Item.text(Keys.workDays()))))
        .stream()
        .map(WorkDayItem::read)
        .toList();
  }

  @Override
  public List<Deed> deeds(long worker, Instant from, Instant until) {
    return timeline(Kind.WORKER.number(worker), Keys.deeds(from), Keys.deeds(until)).all().stream()
        .map(DeedItem::read)
        .toList();
  }

  @Override
  public List<LocationEntry> positions(LocationEntry.Owner owner, Instant from, Instant until) {
    return timeline(owner.ref(), Keys.positions(from), Keys.positions(until)).all().stream()
        .map(LocationEntryItem::read)
        .toList();
  }

  @Override
  public List<Member> members(Container container) {
    return query(inContainer(container)).stream()
        .map(item -> TaskItem.readMember(item, container))
        .toList();
  }

  @Override
  public List<Member> first(Container container, int most) {
    return members(container, query(inContainer(container), most));
  }

  @Override
  public Optional<Member> last(Container container) {
    QueryRequest last = inContainer(container).toBuilder().scanIndexForward(false).build();
    return members(container, query(last, 1)).stream().findFirst();
  }

  @Override
  public List<Member> behind(Place place, long task, int most) {
    QueryRequest behind =
        inTable(
            "pk = :pk AND sk > :sk",
            Map.of(
                ":pk", Item.text(keys.container(place.container())),
                ":sk", Item.text(Keys.rank(place.rank(), task))));
    return members(place.container(), query(behind, most));
  }

  @Override
  public int size(Container container) {
    QueryRequest counting = inContainer(container).toBuilder().select(Select.COUNT).build();
    int size = 0;
    @Nullable Map<String, AttributeValue> last = null;
    while (true) {
      QueryResponse answer = client.query(counting.toBuilder().exclusiveStartKey(last).build());
      size += answer.count();
      if (!answer.hasLastEvaluatedKey()) {
        return size;
      }
      last = answer.lastEvaluatedKey();
    }
  }

  private QueryRequest inContainer(Container container) {
    return inTable("pk = :pk", Map.of(":pk", Item.text(keys.container(container))));
  }

  private static List<Member> members(Container container, List<Item> items) {
    return items.stream().map(item -> TaskItem.readMember(item, container)).toList();
  }

  /** The first items of a query, no more than so many. */
  private List<Item> query(QueryRequest request, int most) {
    List<Item> items = new ArrayList<>();
    @Nullable Map<String, AttributeValue> last = null;
    while (true) {
      QueryResponse answer =
          client.query(
              request.toBuilder().limit(most - items.size()).exclusiveStartKey(last).build());
      answer.items().forEach(item -> items.add(Item.of(item)));
      if (!answer.hasLastEvaluatedKey() || items.size() >= most) {
        return items;
      }
      last = answer.lastEvaluatedKey();
    }
  }

  @Override
  public List<MeterEntry.Mark> lastReadings(
      long vehicle, Meter meter, Optional<LocalDate> before, int most) {
    String from = Keys.readings(meter);
    return timeline(
            Kind.VEHICLE.number(vehicle), from, from + before.map(LocalDate::toString).orElse("~"))
        .last(most)
        .stream()
        .map(MeterEntryItem::readMark)
        .toList();
  }

  @Override
  public List<MeterEntry.Mark> firstReadings(long vehicle, Meter meter, LocalDate after, int most) {
    String from = Keys.readings(meter);
    return timeline(Kind.VEHICLE.number(vehicle), from + after.plusDays(1), from + "~")
        .first(most)
        .stream()
        .map(MeterEntryItem::readMark)
        .toList();
  }

  @Override
  public List<LocationEntry.Mark> lastPositions(LocationEntry.Owner owner, int most) {
    return timeline(owner.ref(), Keys.positions(), Keys.positions() + "~").last(most).stream()
        .map(LocationEntryItem::readMark)
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

  /** The ranges of a listing: nearly always one, or several in the order of the same sort key. */
  private <E extends Entity> List<Range<E>> parts(Listing<E> listing) {
    // Workers have no claim that would list them all in one range.
    return listing instanceof Listing.WithArchived<E>(Kind<E> kind) && kind.equals(Kind.WORKER)
        ? List.of(
            Range.of(new Listing.Everything<>(kind), keys),
            Range.of(new Listing.Archived<>(kind), keys))
        : List.of(Range.of(listing, keys));
  }

  /** A page of several ranges as if they were one. */
  private <E extends Entity> Page<E> merged(
      List<Range<E>> ranges, Page.Request request, Predicate<? super E> filter) {
    Range<E> first = ranges.getFirst();
    Point place = start(first, request);
    List<Tail> tails = ranges.stream().map(range -> new Tail(range, request, place)).toList();
    long skip = request.skip();
    Point last = place;
    List<E> kept = new ArrayList<>();
    for (int read = 0; ; ) {
      Optional<Item> next = next(tails, first, request.direction());
      if (next.isEmpty()) {
        return new Page<>(kept, Optional.empty(), place.passed() + request.skip());
      }
      Item item = next.get();
      boolean skipping = last.passed() - place.passed() < skip;
      E record = Records.read(first.kind(), item);
      boolean keeping = !skipping && filter.test(record);
      if (read == MOST_READ || (keeping && kept.size() == request.limit())) {
        return new Page<>(
            kept, Optional.of(seal(first, request, last)), place.passed() + request.skip());
      }
      if (keeping) {
        kept.add(record);
      }
      read += skipping ? 0 : 1;
      last = new Point(Optional.of(first.place(item)), last.passed() + 1);
    }
  }

  private Optional<Item> next(List<Tail> tails, Range<?> range, Page.Direction direction) {
    Comparator<Tail> order =
        Comparator.comparing(tail -> tail.ahead().orElseThrow().getText(range.sortName()));
    return tails.stream()
        .filter(tail -> tail.ahead().isPresent())
        .min(direction == Page.Direction.ASCENDING ? order : order.reversed())
        .map(Tail::take);
  }

  /** What is left of a range, read bit by bit. */
  private final class Tail {
    private final Range<?> range;
    private final QueryRequest query;
    private final Deque<Item> ahead = new ArrayDeque<>();
    private Optional<Map<String, AttributeValue>> last;
    private boolean ended;

    Tail(Range<?> range, Page.Request request, Point place) {
      this.range = range;
      this.query =
          range.query(table).toBuilder()
              .limit((int) Math.min(MOST_READ, request.limit() + 1 + request.skip()))
              .scanIndexForward(request.direction() == Page.Direction.ASCENDING)
              .build();
      this.last = place.last().map(this::here);
    }

    Optional<Item> ahead() {
      while (ahead.isEmpty() && !ended) {
        QueryResponse answer =
            client.query(query.toBuilder().exclusiveStartKey(last.orElse(null)).build());
        answer.items().forEach(item -> ahead.add(Item.of(item)));
        last = Optional.of(answer.lastEvaluatedKey());
        ended = !answer.hasLastEvaluatedKey();
      }
      return Optional.ofNullable(ahead.peek());
    }

    Item take() {
      return ahead.remove();
    }

    /** The place in this range that another range's place is. */
    private Map<String, AttributeValue> here(Map<String, AttributeValue> there) {
      Map<String, AttributeValue> key = new HashMap<>(there);
      key.put(range.partitionName(), Item.text(range.partition()));
      return key;
    }
  }

  /** What items of an index stand for, by its name: themselves, or, if they are claims, others. */
  private <E extends Entity> Map<String, E> records(Kind<E> kind, List<Item> items) {
    Map<String, E> records = new HashMap<>();
    List<Ref<E>> claimed = new ArrayList<>();
    for (Item item : items) {
      if (item.has(Writes.OWNER)) {
        claimed.add(kind.id(item.getText(Writes.OWNER)));
      } else if (!item.expired(now)) {
        records.put(name(kind, item), Records.read(kind, item));
      }
    }
    Found found = findAll(claimed);
    claimed.forEach(ref -> found.find(ref).ifPresent(record -> records.put(ref.id(), record)));
    return records;
  }

  private static String name(Kind<?> kind, Item item) {
    return item.has(Writes.OWNER) ? item.getText(Writes.OWNER) : Records.ref(kind, item).id();
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

  /** What belongs to a record from one sort key up to another; keys that are only prefixes. */
  private Timeline timeline(Ref<?> owner, String from, String to) {
    return new Timeline(
        inTable(
            "pk = :pk AND sk BETWEEN :from AND :to",
            Map.of(
                ":pk", Item.text(keys.partition(owner)),
                ":from", Item.text(from),
                ":to", Item.text(to))));
  }

  /** A range of a partition, of which either end can be read alone. */
  private final class Timeline {
    private final QueryRequest range;

    Timeline(QueryRequest range) {
      this.range = range;
    }

    List<Item> first(int most) {
      return read(range.toBuilder().limit(most).build());
    }

    List<Item> all() {
      return query(range);
    }

    List<Item> last(int most) {
      return read(range.toBuilder().limit(most).scanIndexForward(false).build());
    }

    private List<Item> read(QueryRequest end) {
      return client.query(end).items().stream().map(Item::of).toList();
    }
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
      Kind<E> kind, String index, String partition, Optional<Prefix> prefix) {

    /** Sort keys from one text to another, both included. */
    record Prefix(String from, String to) {

      /**
       * Of one that ends before it begins nothing is left but its beginning: it would be refused.
       */
      Prefix {
        to = from.compareTo(to) > 0 ? from : to;
      }

      static Prefix of(String text) {
        return new Prefix(text, text + Keys.LAST);
      }
    }

    @SuppressWarnings("unchecked") // each listing says what it lists
    static <E extends Entity> Range<E> of(Listing<E> listing, Keys keys) {
      return (Range<E>)
          switch (listing) {
            case Listing.Everything<E>(Kind<E> kind) -> listed(kind, keys.listing(kind));
            case Listing.Archived<E>(Kind<E> kind) ->
                listed(kind, keys.listing(kind, Keys.ARCHIVED));
            case Listing.WithArchived<E>(Kind<E> kind) ->
                new Range<>(kind, Records.FINDING, keys.listing(kind, Keys.ALL), Optional.empty());
            case Listing.ByName<E>(Kind<E> kind) ->
                listed(kind, keys.listing(kind, Keys.BY, Field.NAME.name()));
            case Listing.ByChange<E>(Kind<E> kind, var from, var until) ->
                new Range<>(
                    kind, Records.FINDING, keys.listing(kind, Keys.CHANGED), changes(from, until));
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
                    Kind.FAULT,
                    Records.LISTING,
                    FaultItem.byOccurrence(keys),
                    changes(from, until));
            case Listing.RoutePlansOf(long worker) ->
                new Range<RoutePlan>(
                    Kind.ROUTE_PLAN,
                    Records.FINDING,
                    RoutePlanItem.of(keys, worker),
                    Optional.empty());
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
      return index.equals(Records.LISTING) ? Records.LPK : Records.FPK;
    }

    private String sortName() {
      return index.equals(Records.LISTING) ? Records.LSK : Records.FSK;
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
      QueryRequest.Builder query = QueryRequest.builder().tableName(table).indexName(index);
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
}

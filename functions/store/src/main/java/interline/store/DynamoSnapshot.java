package interline.store;

import interline.fleet.ApiKey;
import interline.fleet.BulkJob;
import interline.fleet.Caller;
import interline.fleet.Change;
import interline.fleet.Container;
import interline.fleet.Deed;
import interline.fleet.Entity;
import interline.fleet.Kind;
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
import interline.fleet.Snapshot;
import interline.fleet.Unique;
import interline.fleet.VehicleAssignment;
import interline.fleet.WorkDay;
import interline.fleet.Worker;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Reads the table for one use case. */
final class DynamoSnapshot implements Snapshot {

  /** As many postings as are read at first, and at most, where several are compared. */
  private static final int FIRST_POSTINGS = 100;

  private static final int MOST_POSTINGS = 5_000;

  private final TableReader table;
  private final Pages pages;
  private final Caller caller;
  private final Keys keys;
  private final Instant now;
  private final Numbers numbers;
  private final Set<String> lookedFor = ConcurrentHashMap.newKeySet();

  DynamoSnapshot(
      DynamoDbClient client,
      String table,
      Caller caller,
      InstantSource clock,
      Numbers numbers,
      Cursors cursors) {
    this.table = new TableReader(client, table);
    this.pages = new Pages(this.table, cursors, this::records);
    this.caller = caller;
    this.keys = new Keys(caller.organization());
    this.now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    this.numbers = numbers;
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
    return table
        .item(keys.partition(ref), Keys.ROOT)
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
    for (Item item : table.roots(partitions.keySet())) {
      Ref<?> ref = partitions.get(item.getText(Item.PK));
      if (ref != null && !item.expired(now)) {
        Entity record = Records.read(ref.kind(), item);
        if (visible(record)) {
          found.put(ref, record);
        }
      }
    }
    return new Found(found);
  }

  @Override
  public <E extends Entity> Optional<Ref<E>> holder(Kind<E> kind, Unique unique) {
    String claim = keys.claim(kind, unique);
    lookedFor.add(claim);
    return Keys.holds(claim)
        ? table.item(claim, Keys.ROOT).map(item -> kind.id(item.getText(Writes.OWNER)))
        : Optional.empty();
  }

  @Override
  public <E extends Entity> Map<Unique, Ref<E>> holders(Kind<E> kind, Collection<Unique> uniques) {
    Map<String, Unique> partitions = new LinkedHashMap<>();
    uniques.forEach(unique -> partitions.put(keys.claim(kind, unique), unique));
    lookedFor.addAll(partitions.keySet());
    Map<Unique, Ref<E>> holders = new HashMap<>();
    for (Item item : table.roots(partitions.keySet().stream().filter(Keys::holds).toList())) {
      Unique unique = partitions.get(item.getText(Item.PK));
      if (unique != null) {
        holders.put(unique, kind.id(item.getText(Writes.OWNER)));
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
      next = table.partition(partition);
    }

    /** Reads on; whether that was all. */
    boolean endWithin(int limit) {
      QueryResponse answer = table.query(next.toBuilder().limit(limit).build());
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
    return pages.page(Range.parts(listing, keys), request, filter);
  }

  @Override
  public <E extends Entity> long size(Listing<E> listing) {
    return Range.parts(listing, keys).stream()
        .mapToLong(it -> table.count(it.query(table.name())))
        .sum();
  }

  @Override
  public <E extends Entity> long sizeBehind(Listing<E> listing, Page.Request place, int most) {
    return pages.sizeBehind(Range.parts(listing, keys), place, most);
  }

  @Override
  public <E extends Entity> List<E> all(Listing<E> listing) {
    List<Range<E>> parts = Range.parts(listing, keys);
    Range<E> range = parts.getFirst();
    List<Item> items =
        parts.stream().flatMap(it -> table.all(it.query(table.name())).stream()).toList();
    Map<String, E> records = records(range.kind(), items);
    return items.stream()
        .flatMap(item -> Optional.ofNullable(records.get(Records.meant(item))).stream())
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
                    .<Supplier<List<Item>>>map(area -> () -> inArea(area))
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

  private List<Item> inArea(MapItem.Area area) {
    return table.all(table.beginning(area.partition(keys), area.cell()));
  }

  @Override
  public List<WorkDay> roster(long worker) {
    return table
        .all(table.beginning(keys.partition(Kind.WORKER.number(worker)), Keys.workDays()))
        .stream()
        .map(WorkDayItem::read)
        .toList();
  }

  @Override
  public List<Deed> deeds(long worker, Instant from, Instant until) {
    return table
        .all(timeline(Kind.WORKER.number(worker), Keys.deeds(from), Keys.deeds(until)))
        .stream()
        .map(DeedItem::read)
        .toList();
  }

  @Override
  public List<LocationEntry> positions(LocationEntry.Owner owner, Instant from, Instant until) {
    return table.all(timeline(owner.ref(), Keys.positions(from), Keys.positions(until))).stream()
        .map(LocationEntryItem::read)
        .toList();
  }

  @Override
  public List<Member> members(Container container) {
    return members(container, table.all(table.partition(keys.container(container))));
  }

  @Override
  public List<Member> first(Container container, int most) {
    return members(container, table.first(table.partition(keys.container(container)), most));
  }

  @Override
  public Optional<Member> last(Container container) {
    return members(container, table.last(table.partition(keys.container(container)), 1)).stream()
        .findFirst();
  }

  @Override
  public List<Member> behind(Place place, long task, int most) {
    QueryRequest behind =
        table.behind(keys.container(place.container()), Keys.rank(place.rank(), task));
    return members(place.container(), table.first(behind, most));
  }

  @Override
  public int size(Container container) {
    return (int) table.count(table.partition(keys.container(container)));
  }

  private static List<Member> members(Container container, List<Item> items) {
    return items.stream().map(item -> TaskItem.readMember(item, container)).toList();
  }

  @Override
  public List<MeterEntry.Mark> lastReadings(
      long vehicle, Meter meter, Optional<LocalDate> before, int most) {
    String from = Keys.readings(meter);
    String to = from + before.map(LocalDate::toString).orElse("~");
    return table.last(timeline(Kind.VEHICLE.number(vehicle), from, to), most).stream()
        .map(MeterEntryItem::readMark)
        .toList();
  }

  @Override
  public List<MeterEntry.Mark> firstReadings(long vehicle, Meter meter, LocalDate after, int most) {
    String all = Keys.readings(meter);
    String from = all + after.plusDays(1);
    return table.first(timeline(Kind.VEHICLE.number(vehicle), from, all + "~"), most).stream()
        .map(MeterEntryItem::readMark)
        .toList();
  }

  @Override
  public List<LocationEntry.Mark> lastPositions(LocationEntry.Owner owner, int most) {
    return table
        .last(timeline(owner.ref(), Keys.positions(), Keys.positions() + "~"), most)
        .stream()
        .map(LocationEntryItem::readMark)
        .toList();
  }

  @Override
  public List<VehicleAssignment> driving(long vehicle, Optional<Instant> until, int most) {
    QueryRequest begun =
        timeline(Kind.VEHICLE.number(vehicle), Keys.firstDriving(), Keys.behindDriving(until));
    return table.last(begun, most).stream().map(VehicleAssignmentItem::read).toList();
  }

  @Override
  public List<VehicleAssignment> driven(long worker, Instant after) {
    QueryRequest lasting =
        timeline(Kind.WORKER.number(worker), Keys.behindDriven(after), Keys.lastDriven());
    return table.all(lasting).stream().map(VehicleAssignmentItem::read).toList();
  }

  /** What belongs to a record from one sort key up to another; keys that are only prefixes. */
  private QueryRequest timeline(Ref<?> owner, String from, String to) {
    return table.between(keys.partition(owner), from, to);
  }

  @Override
  public Map<String, Long> counts(Kind<?> kind) {
    Map<String, Long> counts = new HashMap<>();
    for (Item shard : table.all(table.partition(keys.counts(kind)))) {
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
    List<Item> items = table.all(timeline(Kind.BULK_JOB.id(job), Keys.ROOT, Keys.behindOutcomes()));
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
    return table
        .all(table.beginning(keys.partition(Kind.BULK_JOB.id(job)), Keys.rowsPrefix()))
        .stream()
        .flatMap(item -> BulkJobItem.readRows(item).stream())
        .toList();
  }

  /** What items of an index stand for, by its name: themselves, or, if they are claims, others. */
  private <E extends Entity> Map<String, E> records(Kind<E> kind, List<Item> items) {
    Map<String, E> records = new HashMap<>();
    List<Ref<E>> claimed = new ArrayList<>();
    for (Item item : items) {
      if (item.has(Writes.OWNER)) {
        claimed.add(kind.id(item.getText(Writes.OWNER)));
      } else if (!item.has(Item.VERSION)) {
        claimed.add(Records.ref(kind, item));
      } else if (!item.expired(now)) {
        records.put(Records.meant(item), Records.read(kind, item));
      }
    }
    Found found = findAll(claimed);
    claimed.forEach(ref -> found.find(ref).ifPresent(record -> records.put(ref.id(), record)));
    return records;
  }
}

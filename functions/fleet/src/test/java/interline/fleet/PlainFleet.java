package interline.fleet;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fleet in plain maps, and what each {@link Change} means to it: what a use case is asked about,
 * and where its decision comes true. It is as strict as the store's database: conditions hold, no
 * item is written twice in one transaction, and none has more than a hundred items.
 */
final class PlainFleet implements Snapshot {

  static final Instant START = Instant.parse("2026-11-22T06:00:00Z");
  private static final int MOST_ITEMS = 100;
  private static final Comparator<MeterEntry> IN_ORDER =
      Comparator.comparing(MeterEntry::date)
          .thenComparing(MeterEntry::value)
          .thenComparingLong(MeterEntry::number);

  private final Map<Ref<?>, Entity> records = new LinkedHashMap<>();
  private final Map<Kind<?>, Map<Unique, Ref<?>>> claims = new HashMap<>();
  private final Map<Container, NavigableMap<Standing, Member>> containers = new HashMap<>();
  private final Map<String, Set<Ref<?>>> tags = new HashMap<>();
  private final Map<List<Object>, Recorded> timelines = new HashMap<>();
  private final Map<Kind<?>, Map<String, Long>> counts = new HashMap<>();
  private final Map<Kind<?>, Long> numbers = new HashMap<>();
  private final Map<String, List<String>> rows = new HashMap<>();
  private final Map<String, Map<Integer, BulkJob.Outcome>> outcomes = new HashMap<>();
  private final Map<Long, TreeMap<LocalDate, WorkDay>> rosters = new HashMap<>();
  private final List<Deed> deeds = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private Instant now = START;

  /** The order in a container. */
  private record Standing(long rank, long task) implements Comparable<Standing> {

    static Standing of(Member member) {
      return new Standing(member.place().rank(), member.task());
    }

    @Override
    public int compareTo(Standing other) {
      return Comparator.comparingLong(Standing::rank)
          .thenComparingLong(Standing::task)
          .compare(this, other);
    }
  }

  /** A change whose condition does not hold any more: the store would read and ask again. */
  static final class Stale extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stale(Change change) {
      super("The condition does not hold: " + change);
    }
  }

  <R> R commit(UseCase<R> useCase) {
    Decision<R> decision = useCase.decide(this);
    apply(decision);
    return decision.result();
  }

  /** Makes all changes of a decision true, or none. */
  void apply(Decision<?> decision) {
    Set<Object> items = new HashSet<>();
    for (Change change : decision.changes()) {
      // Figures that stand on one item are moved at once.
      require(
          items.add(item(change)) || change instanceof Change.Count,
          "One item is written twice: " + change);
      if (!holds(change)) {
        if (change instanceof Change.Claim(Unique unique, Ref<?> _, var _)) {
          throw new Failure.NotUnique(unique.field());
        }
        throw new Stale(change);
      }
    }
    require(items.size() <= MOST_ITEMS, "Too many items: " + items.size());
    decision.changes().forEach(this::write);
    decision.changes().forEach(this::checkEvent);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  Worker worker(long number) {
    return get(Kind.WORKER.number(number));
  }

  Task task(long number) {
    return get(Kind.TASK.number(number));
  }

  List<Task> tasks() {
    return all(new Listing.Everything<>(Kind.TASK));
  }

  List<Worker> workers() {
    return all(new Listing.Everything<>(Kind.WORKER));
  }

  /** The unique values that are held, with their holders. */
  Map<Unique, Ref<?>> claims() {
    Map<Unique, Ref<?>> all = new HashMap<>();
    claims.values().forEach(all::putAll);
    return all;
  }

  private Map<Unique, Ref<?>> claims(Kind<?> kind) {
    return claims.computeIfAbsent(kind, _ -> new HashMap<>());
  }

  /** What happened to a record, in order. */
  List<Event.Type> history(Ref<?> subject) {
    return events.stream()
        .filter(event -> event.subject().equals(subject))
        .map(Event::type)
        .toList();
  }

  Event lastEvent() {
    return events.getLast();
  }

  private Object item(Change change) {
    return switch (change) {
      case Change.Create(Entity entity) -> entity.ref();
      case Change.Replace(Entity entity) -> entity.ref();
      case Change.Remove(Entity entity) -> entity.ref();
      case Change.Claim(Unique unique, Ref<?> owner, var _) -> List.of(owner.kind(), unique);
      case Change.Settle(Unique unique, Ref<?> owner) -> List.of(owner.kind(), unique);
      case Change.Release(Unique unique, Ref<?> owner) -> List.of(owner.kind(), unique);
      case Change.Transfer(Unique unique, var _, Ref<?> to) -> List.of(to.kind(), unique);
      case Change.Unchanged(Entity entity) -> entity.ref();
      case Change.Standing(Ref<?> ref) -> ref;
      case Change.Join(Member member) -> List.of(member.place(), member.task());
      case Change.Leave(Place place, long task) -> List.of(place, task);
      case Change.Tag(Ref<?> owner, Metadata.Item tag) -> List.of("tag", owner, tag.fingerprint());
      case Change.Untag(Ref<?> owner, Metadata.Item tag) ->
          List.of("tag", owner, tag.fingerprint());
      case Change.Chart(var before, var after) ->
          List.of("chart", before.or(() -> after).orElseThrow().ref());
      case Change.Schedule schedule -> List.of("schedule", scheduled(schedule));
      case Change.Enroll(Worker worker) -> List.of("list", worker.number());
      case Change.Strike(Worker worker) -> List.of("list", worker.number());
      case Change.Pin(var before, var after) ->
          List.of("pin", before.or(() -> after).orElseThrow().number());
      case Change.Roster(long worker, WorkDay day) -> List.of("roster", worker, day.date());
      case Change.Trace(Deed deed) -> deed;
      case Change.Count(Kind<?> kind, long _, Map<String, Integer> _) -> List.of("count", kind);
      case Change.Happened(Event event) -> List.of("event", event.subject(), event.version());
      case Change.Enqueue(BulkRows bulk) -> List.of("rows", bulk.job());
      case Change.RowDone(String job, BulkJob.Outcome outcome) ->
          List.of("done", job, outcome.index());
    };
  }

  private boolean holds(Change change) {
    return switch (change) {
      case Change.Create(Entity entity) ->
          entity.stamp().version() == 0 && !records.containsKey(entity.ref());
      case Change.Replace(Entity entity) -> unwritten(entity);
      case Change.Remove(Entity entity) -> unwritten(entity);
      case Change.Claim(Unique unique, Ref<?> owner, var _) ->
          claims(owner.kind()).getOrDefault(unique, owner).equals(owner);
      case Change.Settle(Unique unique, Ref<?> owner) ->
          claims(owner.kind()).getOrDefault(unique, owner).equals(owner);
      case Change.Release(Unique unique, Ref<?> owner) ->
          owner.equals(claims(owner.kind()).get(unique));
      case Change.Transfer(Unique unique, var from, Ref<?> to) ->
          from.equals(Optional.ofNullable(claims(to.kind()).get(unique)));
      case Change.Unchanged(Entity entity) -> unwritten(entity);
      case Change.Standing(Ref<?> ref) ->
          records.containsKey(ref) && !(records.get(ref) instanceof Team team && team.closing());
      case Change.Join(Member member) ->
          !standing(member.place().container()).containsKey(Standing.of(member));
      case Change.Leave(Place place, long task) ->
          standing(place.container()).containsKey(new Standing(place.rank(), task));
      case Change.Tag(Ref<?> owner, Metadata.Item tag) -> !tags(tag).contains(owner);
      case Change.Untag(Ref<?> owner, Metadata.Item tag) -> tags(tag).contains(owner);
      case Change.Chart(var before, var after) ->
          before.filter(entry -> !timelines.containsKey(place(entry))).isEmpty()
              && (after.map(PlainFleet::place).equals(before.map(PlainFleet::place))
                  || after.filter(entry -> timelines.containsKey(place(entry))).isEmpty());
      case Change.RowDone(String job, BulkJob.Outcome outcome) ->
          !done(job).containsKey(outcome.index());
      case Change.Schedule _,
          Change.Enroll _,
          Change.Strike _,
          Change.Pin _,
          Change.Roster _,
          Change.Trace _,
          Change.Count _,
          Change.Happened _,
          Change.Enqueue _ ->
          true;
    };
  }

  /** Where an entry stands in its owner's timeline. */
  private static List<Object> place(Recorded entry) {
    return switch (entry) {
      case MeterEntry it ->
          List.of(it.vehicle(), it.meter(), it.reading(), it.voided(), it.number());
      case LocationEntry it -> List.of(it.owner(), it.date(), it.number());
    };
  }

  private boolean unwritten(Entity entity) {
    Entity known = records.get(entity.ref());
    return known != null && known.stamp().version() == entity.stamp().version();
  }

  private void write(Change change) {
    switch (change) {
      case Change.Create(Entity entity) -> records.put(entity.ref(), written(entity));
      case Change.Replace(Entity entity) -> records.put(entity.ref(), written(entity));
      case Change.Remove(Entity entity) -> records.remove(entity.ref());
      case Change.Claim(Unique unique, Ref<?> owner, var _) ->
          claims(owner.kind()).put(unique, owner);
      case Change.Settle(Unique unique, Ref<?> owner) -> claims(owner.kind()).put(unique, owner);
      case Change.Release(Unique unique, Ref<?> owner) -> claims(owner.kind()).remove(unique);
      case Change.Transfer(Unique unique, var _, Ref<?> to) -> claims(to.kind()).put(unique, to);
      case Change.Unchanged _, Change.Standing _ -> {}
      case Change.Join(Member member) ->
          standing(member.place().container()).put(Standing.of(member), member);
      case Change.Leave(Place place, long task) ->
          standing(place.container()).remove(new Standing(place.rank(), task));
      case Change.Tag(Ref<?> owner, Metadata.Item tag) -> tags(tag).add(owner);
      case Change.Untag(Ref<?> owner, Metadata.Item tag) -> tags(tag).remove(owner);
      case Change.Chart(var before, var after) -> {
        before.ifPresent(entry -> timelines.remove(place(entry)));
        after.ifPresent(entry -> timelines.put(place(entry), entry));
      }
      case Change.Count(Kind<?> kind, long _, Map<String, Integer> deltas) ->
          deltas.forEach(
              (name, delta) ->
                  counts
                      .computeIfAbsent(kind, _ -> new HashMap<>())
                      .merge(name, (long) delta, Long::sum));
      // Here the times of a vehicle and of a worker are read from the assignments themselves.
      case Change.Schedule _, Change.Enroll _, Change.Strike _, Change.Pin _ -> {}
      case Change.Roster(long worker, WorkDay day) ->
          rosters.computeIfAbsent(worker, _ -> new TreeMap<>()).put(day.date(), day);
      case Change.Trace(Deed deed) -> deeds.add(deed);
      case Change.Happened(Event event) -> events.add(event);
      case Change.Enqueue(BulkRows bulk) -> rows.put(bulk.job(), bulk.rows());
      case Change.RowDone(String job, BulkJob.Outcome outcome) ->
          done(job).put(outcome.index(), outcome);
    }
  }

  private void checkEvent(Change change) {
    if (change instanceof Change.Happened(Event event)) {
      Entity subject = records.get(event.subject());
      require(
          subject == null || subject.stamp().version() == event.version(),
          "The event tells of another version: " + event);
    }
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new AssertionError(otherwise);
    }
  }

  private NavigableMap<Standing, Member> standing(Container container) {
    return containers.computeIfAbsent(container, _ -> new TreeMap<>());
  }

  private Set<Ref<?>> tags(Metadata.Item tag) {
    return tags.computeIfAbsent(tag.fingerprint(), _ -> new HashSet<>());
  }

  private Map<Integer, BulkJob.Outcome> done(String job) {
    return outcomes.computeIfAbsent(job, _ -> new TreeMap<>());
  }

  @Override
  public Caller caller() {
    return new Caller(new OrganizationId(1), "a dispatcher");
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public long number(Kind<?> kind) {
    return numbers.merge(kind, 1L, Long::sum);
  }

  @Override
  public <E extends Entity> Optional<E> find(Ref<E> ref) {
    return new Found(records).find(ref);
  }

  @Override
  public Found findAll(Collection<? extends Ref<?>> refs) {
    require(Set.copyOf(refs).size() == refs.size(), "A record is asked for twice: " + refs);
    return new Found(
        records.entrySet().stream()
            .filter(record -> refs.contains(record.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public <E extends Entity> Optional<Ref<E>> holder(Kind<E> kind, Unique unique) {
    return Optional.ofNullable(claims(kind).get(unique)).map(ref -> kind.id(ref.id()));
  }

  @Override
  public <E extends Entity> Map<Unique, Ref<E>> holders(Kind<E> kind, Collection<Unique> uniques) {
    Map<Unique, Ref<E>> holders = new HashMap<>();
    uniques.forEach(
        unique -> holder(kind, unique).ifPresent(holder -> holders.put(unique, holder)));
    return holders;
  }

  @Override
  @SuppressWarnings("unchecked") // a name leads to a record of its own kind
  public <E extends Entity & Metadata.Tagged> List<E> tagged(
      Kind<E> kind, List<Metadata.Item> items) {
    return items.isEmpty()
        ? List.of()
        : records.values().stream()
            .filter(record -> record.ref().kind().equals(kind))
            .filter(record -> items.stream().allMatch(it -> tags(it).contains(record.ref())))
            .map(record -> (E) record)
            .sorted(Comparator.comparing(record -> Long.valueOf(record.ref().id())))
            .toList();
  }

  @Override
  public <E extends Entity> Page<E> page(
      Listing<E> listing, Page.Request request, Predicate<? super E> filter) {
    List<E> all = all(listing).stream().filter(filter).toList();
    int from = request.cursor().map(Integer::parseInt).orElse(0);
    int to = Math.min(from + request.limit(), all.size());
    return new Page<>(
        all.subList(from, to),
        to < all.size() ? Optional.of(Integer.toString(to)) : Optional.empty(),
        from);
  }

  @Override
  public <E extends Entity> long size(Listing<E> listing) {
    return all(listing).size();
  }

  @Override
  public <E extends Entity> long sizeBehind(Listing<E> listing, Page.Request place, int most) {
    throw new UnsupportedOperationException();
  }

  @Override
  @SuppressWarnings("unchecked") // a listing is of records of its own kind
  public <E extends Entity> List<E> all(Listing<E> listing) {
    Predicate<Entity> listed =
        switch (listing) {
          case Listing.Everything<?>(Kind<?> kind) -> entity -> entity.ref().kind().equals(kind);
          case Listing.Archived<?>(Kind<?> kind) ->
              entity -> entity.ref().kind().equals(kind) && archived(entity);
          case Listing.WithArchived<?>(Kind<?> kind) -> entity -> entity.ref().kind().equals(kind);
          case Listing.ByName<?>(Kind<?> kind) ->
              entity -> entity.ref().kind().equals(kind) && !archived(entity);
          case Listing.ByChange<?>(Kind<?> kind, var _, var _) ->
              entity -> entity.ref().kind().equals(kind) && !archived(entity);
          case Listing.RoutePlansOf(Optional<Long> worker, long behind) ->
              entity ->
                  entity instanceof RoutePlan plan
                      && (worker.isEmpty() || plan.worker().equals(worker))
                      && plan.number() > behind;
          case Listing.FaultsOf(long vehicle) ->
              entity -> entity instanceof Fault fault && fault.vehicle() == vehicle;
          case Listing.FaultsByOccurrence _ -> entity -> entity instanceof Fault;
          case Listing.TasksIn(TaskState state, var day) ->
              entity ->
                  entity instanceof Task task
                      && task.state() == state
                      && (day.isEmpty() || task.day().equals(day));
          case Listing.RecipientsByChange _ -> KnownRecipient.class::isInstance;
          case Listing.RoutePlansByDeparture _ -> RoutePlan.class::isInstance;
          case Listing.TasksOn(TaskState state, var from, var until) ->
              entity ->
                  entity instanceof Task task
                      && task.state() == state
                      && task.day()
                          .filter(day -> from.filter(day::isBefore).isEmpty())
                          .filter(day -> until.filter(day::isAfter).isEmpty())
                          .isPresent();
          case Listing.TasksUndated(TaskState state) ->
              entity ->
                  entity instanceof Task task && task.state() == state && task.day().isEmpty();
          case Listing.TasksByNumber _ -> Task.class::isInstance;
          case Listing.TasksByMoment _ -> Task.class::isInstance;
          case Listing.WorkersOn(Duty duty) ->
              entity -> entity instanceof Worker worker && worker.works() && worker.duty() == duty;
          case Listing.MeterEntriesOf(long vehicle) ->
              entity -> entity instanceof MeterEntry entry && entry.vehicle() == vehicle;
          case Listing.MeterEntriesByDate _ -> MeterEntry.class::isInstance;
          case Listing.MeterEntriesOfByDate(long vehicle, var _, var _) ->
              entity -> entity instanceof MeterEntry entry && entry.vehicle() == vehicle;
          case Listing.VehicleAssignmentsOfBySpan(long vehicle) ->
              entity -> entity instanceof VehicleAssignment it && it.vehicle() == vehicle;
          case Listing.LocationEntriesOf(var owner) ->
              entity -> entity instanceof LocationEntry entry && entry.owner().equals(owner);
          case Listing.LocationEntriesByChange(var owner, var _, var _) ->
              entity -> entity instanceof LocationEntry entry && entry.owner().equals(owner);
          case Listing.WorkersByGroup(var group) ->
              entity ->
                  entity instanceof Worker worker
                      && !archived(worker)
                      && (group.isEmpty() || worker.person().group().equals(group));
          case Listing.WorkersBy _ -> entity -> entity instanceof Worker worker && worker.works();
          case Listing.VehicleAssignmentsOf(Ref<?> owner) ->
              entity ->
                  entity instanceof VehicleAssignment it
                      && (Kind.VEHICLE.number(it.vehicle()).equals(owner)
                          || Kind.WORKER.number(it.worker()).equals(owner));
          case Listing.VehicleAssignmentsBy _ -> entity -> entity instanceof VehicleAssignment;
          case Listing.RecipientsNamed(String name) ->
              entity ->
                  entity instanceof KnownRecipient recipient
                      && recipient.name().equalsIgnoreCase(name);
          case Listing.WebhooksIn(Dialect dialect) ->
              entity -> entity instanceof Webhook webhook && webhook.dialect() == dialect;
          case Listing.KeysOf(OrganizationId organization) ->
              entity -> entity instanceof ApiKey key && key.organization().equals(organization);
        };
    return (List<E>) records.values().stream().filter(listed).toList();
  }

  @Override
  public List<Member> members(Container container) {
    return List.copyOf(standing(container).values());
  }

  @Override
  public List<Member> first(Container container, int most) {
    return members(container).stream().limit(most).toList();
  }

  @Override
  public Optional<Member> last(Container container) {
    return Optional.ofNullable(standing(container).lastEntry()).map(Map.Entry::getValue);
  }

  @Override
  public List<Member> behind(Place place, long task, int most) {
    return standing(place.container())
        .tailMap(new Standing(place.rank(), task), false)
        .values()
        .stream()
        .limit(most)
        .toList();
  }

  @Override
  public int size(Container container) {
    return standing(container).size();
  }

  @Override
  public Map<Container, List<Member>> members(Collection<? extends Container> containers) {
    return containers.stream().collect(Collectors.toMap(it -> it, this::members));
  }

  @Override
  public List<Worker> near(Location place, double metres) {
    return workers().stream()
        .filter(it -> it.works() && it.duty().working() && it.position().isPresent())
        .toList();
  }

  @Override
  public List<WorkDay> roster(long worker) {
    return rosters.getOrDefault(worker, new TreeMap<>()).values().stream()
        .filter(day -> !day.shifts().isEmpty())
        .toList();
  }

  @Override
  public List<Deed> deeds(long worker, Instant from, Instant until) {
    return deeds.stream()
        .filter(it -> it.worker() == worker && !it.at().isBefore(from) && it.at().isBefore(until))
        .toList();
  }

  @Override
  public List<LocationEntry> positions(LocationEntry.Owner owner, Instant from, Instant until) {
    return timelines.values().stream()
        .filter(LocationEntry.class::isInstance)
        .map(LocationEntry.class::cast)
        .filter(it -> it.owner().equals(owner))
        .filter(it -> !it.date().isBefore(from) && it.date().isBefore(until))
        .sorted(Comparator.comparing(LocationEntry::date))
        .toList();
  }

  @Override
  public List<MeterEntry.Mark> lastReadings(
      long vehicle, Meter meter, Optional<LocalDate> before, int most) {
    return readings(vehicle, meter)
        .filter(entry -> before.isEmpty() || entry.date().isBefore(before.get()))
        .sorted(IN_ORDER.reversed())
        .limit(most)
        .map(entry -> new MeterEntry.Mark(entry.number(), entry.reading()))
        .toList();
  }

  @Override
  public List<MeterEntry.Mark> firstReadings(long vehicle, Meter meter, LocalDate after, int most) {
    return readings(vehicle, meter)
        .filter(entry -> entry.date().isAfter(after))
        .sorted(IN_ORDER)
        .limit(most)
        .map(entry -> new MeterEntry.Mark(entry.number(), entry.reading()))
        .toList();
  }

  @Override
  public List<LocationEntry.Mark> lastPositions(LocationEntry.Owner owner, int most) {
    return timelines.values().stream()
        .filter(LocationEntry.class::isInstance)
        .map(LocationEntry.class::cast)
        .filter(entry -> entry.owner().equals(owner))
        .map(LocationEntry::mark)
        .sorted(
            Comparator.comparing(LocationEntry.Mark::date)
                .thenComparingLong(LocationEntry.Mark::entry)
                .reversed())
        .limit(most)
        .toList();
  }

  @Override
  public List<VehicleAssignment> driving(long vehicle, Optional<Instant> until, int most) {
    return vehicleAssignments()
        .filter(each -> each.vehicle() == vehicle)
        .filter(each -> !start(each).isAfter(until.orElse(Instant.MAX)))
        .sorted(Comparator.comparing((VehicleAssignment each) -> start(each)).reversed())
        .limit(most)
        .toList();
  }

  private Stream<MeterEntry> readings(long vehicle, Meter meter) {
    return timelines.values().stream()
        .filter(MeterEntry.class::isInstance)
        .map(MeterEntry.class::cast)
        .filter(entry -> entry.vehicle() == vehicle && entry.meter() == meter && !entry.voided());
  }

  @Override
  public List<VehicleAssignment> driven(long worker, Instant after) {
    return vehicleAssignments()
        .filter(each -> each.worker() == worker && each.span().lasts(after))
        .toList();
  }

  Stream<VehicleAssignment> vehicleAssignments() {
    return all(new Listing.Everything<>(Kind.VEHICLE_ASSIGNMENT)).stream();
  }

  private static Instant start(VehicleAssignment assignment) {
    return assignment.span().start().orElse(Instant.MIN);
  }

  private static long scheduled(Change.Schedule schedule) {
    return schedule.after().or(schedule::before).orElseThrow().number();
  }

  @Override
  public Map<String, Long> counts(Kind<?> kind) {
    return Map.copyOf(counts.getOrDefault(kind, Map.of()));
  }

  @Override
  public Optional<BulkJob.Progress> progress(String job) {
    return find(Kind.BULK_JOB.id(job))
        .map(known -> new BulkJob.Progress(known, List.copyOf(done(job).values())));
  }

  @Override
  public List<String> rows(String job) {
    return rows.getOrDefault(job, List.of());
  }

  private static boolean archived(Entity entity) {
    return (entity instanceof Vehicle vehicle && vehicle.archived().isPresent())
        || (entity instanceof Worker worker && worker.archived().isPresent());
  }

  /** The record as it is read after a write: its version is one higher. */
  private static Entity written(Entity entity) {
    Stamp before = entity.stamp();
    Stamp after = new Stamp(before.version() + 1, before.created(), before.changed());
    RecordComponent[] components = entity.getClass().getRecordComponents();
    Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Object[] values = new Object[types.length];
      for (int i = 0; i < types.length; i++) {
        values[i] = types[i] == Stamp.class ? after : components[i].getAccessor().invoke(entity);
      }
      return entity.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("A record that cannot be made anew: " + entity, e);
    }
  }
}

package interline.onfleet;

import interline.fleet.Container;
import interline.fleet.Kind;
import interline.fleet.Member;
import interline.fleet.Profile;
import interline.fleet.Snapshot;
import interline.fleet.Worker;
import interline.gateway.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Workers, as Onfleet shows them. What nobody asks for is not read. */
final class WorkerAnswers {

  private static final String TASKS = "tasks";
  private static final String VEHICLE = "vehicle";
  private static final String ADDRESSES = "addresses";

  private final Ids ids;
  private final Optional<Set<String>> wanted;
  private final Rides rides;
  private final Map<Container, List<Member>> containers;
  private final Snapshot.Found homes;
  private final Map<String, Function<Worker, Object>> fields = new LinkedHashMap<>();

  /**
   * What there is to show of some workers.
   *
   * @param wanted the names of the fields that are; empty: all
   */
  private WorkerAnswers(Call call, Snapshot fleet, List<Worker> workers, List<String> wanted) {
    this.ids = Ids.of(call);
    this.wanted = wanted.isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(wanted));
    this.rides = Rides.of(fleet, wants(VEHICLE) ? workers : List.of());
    this.containers =
        fleet.members(
            workers.stream()
                .filter(worker -> wants(TASKS) && worker.load() > 0)
                .map(worker -> new Container.OfWorker(worker.number()))
                .toList());
    List<Long> numbers =
        workers.stream()
            .filter(_ -> wants(ADDRESSES))
            .flatMap(worker -> worker.profile().home().stream())
            .distinct()
            .toList();
    this.homes =
        numbers.isEmpty()
            ? new Snapshot.Found(Map.of())
            : fleet.findAll(numbers.stream().map(Kind.DESTINATION::number).toList());
    describe();
  }

  static WorkerAnswers of(Call call, Snapshot fleet, List<Worker> workers, List<String> wanted) {
    return new WorkerAnswers(call, fleet, workers, wanted);
  }

  /** One worker in full. */
  static Map<String, Object> of(Call call, Worker worker) {
    return of(call, call.fleet(), List.of(worker), List.of()).answer(worker);
  }

  Map<String, Object> answer(Worker worker) {
    Map<String, Object> answer = new LinkedHashMap<>();
    fields.forEach(
        (name, field) -> {
          if (wants(name)) {
            answer.put(name, field.apply(worker));
          }
        });
    return answer;
  }

  private boolean wants(String name) {
    return wanted.isEmpty() || wanted.get().contains(name);
  }

  private void describe() {
    fields.put("id", it -> ids.of(Kind.WORKER, it.number()));
    fields.put("timeCreated", it -> Times.created(it.stamp()));
    fields.put("timeLastModified", it -> Times.changed(it.stamp()));
    fields.put("organization", _ -> ids.ofOrganization());
    fields.put("name", Worker::name);
    fields.put("displayName", it -> it.profile().displayName());
    fields.put("phone", it -> it.phone().orElse(""));
    fields.put("activeTask", it -> it.active().map(task -> ids.of(Kind.TASK, task)));
    fields.put(TASKS, this::tasks);
    fields.put("onDuty", it -> it.duty().working());
    fields.put("timeLastSeen", it -> it.position().map(position -> position.at().toEpochMilli()));
    fields.put("capacity", it -> it.profile().units().main());
    fields.put("additionalCapacities", it -> more(it.profile().units()));
    fields.put("userData", _ -> Map.of());
    fields.put("accountStatus", it -> it.profile().invited() ? "INVITED" : "ACCEPTED");
    fields.put("metadata", it -> MetadataAnswer.of(it.metadata()));
    fields.put("timezone", it -> it.profile().zone().map(Times::zone));
    fields.put("imageUrl", _ -> Optional.empty());
    fields.put("teams", it -> it.teams().stream().map(team -> ids.of(Kind.TEAM, team)).toList());
    fields.put("delayTime", _ -> Optional.empty());
    fields.put(
        "location",
        it ->
            it.position()
                .map(Worker.Position::location)
                .map(at -> List.of(at.longitude(), at.latitude())));
    fields.put(VEHICLE, it -> rides.answer(it, ids));
    fields.put("hasRecentlyUsedSpoofedLocations", _ -> false);
    fields.put(ADDRESSES, this::addresses);
  }

  private Object addresses(Worker worker) {
    Map<String, Object> addresses = new LinkedHashMap<>();
    addresses.put(
        "routing",
        worker
            .profile()
            .home()
            .flatMap(number -> homes.find(Kind.DESTINATION.number(number)))
            .map(it -> RoutingAnswer.of(ids, it)));
    return addresses;
  }

  /** What the worker's container shows: without the active one. */
  private List<String> tasks(Worker worker) {
    return containers.getOrDefault(new Container.OfWorker(worker.number()), List.of()).stream()
        .map(Member::task)
        .filter(task -> worker.active().filter(task::equals).isEmpty())
        .map(task -> ids.of(Kind.TASK, task))
        .toList();
  }

  private static Map<String, Object> more(Profile.Units units) {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("capacityA", units.first());
    more.put("capacityB", units.second());
    more.put("capacityC", units.third());
    return more;
  }
}

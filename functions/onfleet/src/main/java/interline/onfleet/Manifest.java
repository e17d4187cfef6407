package interline.onfleet;

import interline.fleet.Container;
import interline.fleet.Hub;
import interline.fleet.Kind;
import interline.fleet.Member;
import interline.fleet.Ref;
import interline.fleet.RoutePlan;
import interline.fleet.Snapshot;
import interline.fleet.Task;
import interline.fleet.Worker;
import interline.gateway.Call;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a driver takes along: the tasks before them, in their order. */
final class Manifest {

  /** What a manifest says of a vehicle. */
  private static final Set<String> OF_VEHICLE =
      Set.of("type", "description", "licensePlate", "color", "timeLastModified");

  private Manifest() {}

  static Map<String, Object> of(Call call, Optional<String> hubId, Optional<String> workerId) {
    Ids ids = Ids.of(call);
    Snapshot fleet = call.fleet();
    Hub hub = fleet.get(Kind.HUB.number(ids.require(required(hubId, "hubId"), Kind.HUB)));
    Worker worker =
        fleet.get(Kind.WORKER.number(ids.require(required(workerId, "workerId"), Kind.WORKER)));
    Query query = Query.of(call);
    Optional<Instant> from = query.millis("startDate");
    Optional<Instant> to = query.millis("endDate");
    List<Task> tasks =
        tasks(fleet, worker).stream()
            .filter(
                task ->
                    task.terms()
                        .before()
                        .filter(it -> from.filter(it::isBefore).isPresent())
                        .isEmpty())
            .filter(
                task ->
                    task.terms().after().filter(it -> to.filter(it::isAfter).isPresent()).isEmpty())
            .toList();
    TaskAnswers answers = TaskAnswers.of(call, fleet, tasks);
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", worker.name());
    driver.put("phone", worker.phone().orElse(""));
    Instant day = from.orElseGet(fleet::now);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("manifestDate", Times.millis(day));
    answer.put("departureTime", Times.millis(departure(fleet, tasks).orElse(day)));
    answer.put("driver", driver);
    answer.put("vehicle", vehicle(fleet, worker, ids));
    answer.put("hubAddress", hub.address().line());
    answer.put("tasks", tasks.stream().map(answers::answer).toList());
    answer.put("turnByTurn", List.of());
    answer.put("totalDistance", Optional.empty());
    return answer;
  }

  private static String required(Optional<String> id, String name) {
    return id.filter(it -> !it.isBlank())
        .orElseThrow(() -> Refusal.content(name + " is required."));
  }

  private static List<Task> tasks(Snapshot fleet, Worker worker) {
    List<Ref<Task>> refs =
        fleet.members(new Container.OfWorker(worker.number())).stream()
            .map(Member::task)
            .map(Kind.TASK::number)
            .toList();
    if (refs.isEmpty()) {
      return List.of();
    }
    Snapshot.Found found = fleet.findAll(refs);
    return refs.stream().flatMap(ref -> found.find(ref).stream()).toList();
  }

  /** When the plan begins that the first of the tasks with one is on. */
  private static Optional<Instant> departure(Snapshot fleet, List<Task> tasks) {
    return tasks.stream()
        .flatMap(task -> task.links().plan().stream())
        .findFirst()
        .flatMap(plan -> fleet.find(Kind.ROUTE_PLAN.number(plan)))
        .map(RoutePlan::departure);
  }

  private static Optional<Map<String, Object>> vehicle(Snapshot fleet, Worker worker, Ids ids) {
    return Rides.of(fleet, List.of(worker))
        .answer(worker, ids)
        .map(
            all -> {
              Map<String, Object> vehicle = new LinkedHashMap<>(all);
              vehicle.keySet().retainAll(OF_VEHICLE);
              return vehicle;
            });
  }
}

package interline.onfleet;

import interline.fleet.Container;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Listing.TasksByMoment.Mark;
import interline.fleet.Place;
import interline.fleet.Snapshot;
import interline.fleet.Task;
import interline.fleet.Tasks;
import interline.fleet.Team;
import interline.fleet.Worker;
import interline.fleet.Workers;
import interline.gateway.Answer;
import interline.gateway.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Pages of tasks. */
final class TaskLists {

  private static final int PAGE = 64;

  private static final List<String> FILTERS =
      List.of(
          "state",
          "worker",
          "completeBeforeBefore",
          "completeAfterAfter",
          "dependencies",
          "containers");

  private static final Duration USUALLY = Duration.ofDays(7);

  private TaskLists() {}

  static Answer all(Call call) {
    Query query = Query.of(call);
    Instant from =
        query
            .millis("from")
            .orElseThrow(() -> Refusal.of(ErrorNumber.ARGUMENT, "from is required."));
    boolean some = FILTERS.stream().anyMatch(it -> query.text(it).isPresent());
    return page(call, from, some ? Optional.of(filter(call, query)) : Optional.empty());
  }

  static Answer ofWorker(Call call) {
    Worker worker = Workers.working(call.fleet(), Ids.inPath(call, "id", Kind.WORKER));
    return since(
        call, task -> TaskAnswers.worker(task).filter(it -> it == worker.number()).isPresent());
  }

  /** Those that nobody has yet. */
  static Answer ofTeam(Call call) {
    Team team = call.fleet().get(Kind.TEAM.number(Ids.inPath(call, "id", Kind.TEAM)));
    Container own = new Container.OfTeam(team.number());
    return since(call, task -> task.place().map(Place::container).filter(own::equals).isPresent());
  }

  private static Answer since(Call call, Predicate<Task> filter) {
    Query query = Query.of(call);
    Instant from = query.millis("from").orElseGet(() -> call.fleet().now().minus(USUALLY));
    Predicate<Task> kind =
        query
            .said("isPickupTask")
            .or(() -> query.said("isPickUpTask"))
            .<Predicate<Task>>map(pickup -> task -> task.terms().pickup() == pickup)
            .orElse(_ -> true);
    return page(call, from, Optional.of(filter.and(kind)));
  }

  private static Predicate<Task> filter(Call call, Query query) {
    Ids ids = Ids.of(call);
    Predicate<Task> filter = _ -> true;
    List<String> states = query.list("state");
    if (!states.isEmpty()) {
      Set<Integer> wanted = new HashSet<>();
      states.forEach(state -> wanted.add(state(state)));
      filter = filter.and(task -> wanted.contains(TaskAnswers.state(task)));
    }
    Optional<Long> worker = query.text("worker").map(id -> ids.require(id, Kind.WORKER));
    if (worker.isPresent()) {
      filter = filter.and(task -> TaskAnswers.worker(task).equals(worker));
    }
    Optional<Instant> before = query.millis("completeBeforeBefore");
    if (before.isPresent()) {
      filter =
          filter.and(
              task -> task.terms().before().filter(it -> it.isBefore(before.get())).isPresent());
    }
    Optional<Instant> after = query.millis("completeAfterAfter");
    if (after.isPresent()) {
      filter =
          filter.and(
              task -> task.terms().after().filter(it -> it.isAfter(after.get())).isPresent());
    }
    List<String> dependencies = query.list("dependencies");
    if (!dependencies.isEmpty()) {
      List<Long> wanted = TaskBody.tasks(ids, dependencies);
      filter = filter.and(task -> task.links().dependencies().stream().anyMatch(wanted::contains));
    }
    List<String> containers = query.list("containers");
    if (!containers.isEmpty()) {
      Set<Container> wanted = new HashSet<>();
      for (String id : containers) {
        if (!Ids.wellFormed(id)) {
          throw Refusal.noId(id);
        }
        ContainerIds.of(call).find(id).ifPresent(wanted::add);
      }
      filter =
          filter.and(
              task -> task.place().map(Place::container).filter(wanted::contains).isPresent());
    }
    return filter;
  }

  private static int state(String word) {
    try {
      double state = Double.parseDouble(word);
      if (state >= 0 && state <= 3 && state == Math.rint(state)) {
        return (int) state;
      }
    } catch (NumberFormatException _) {
      // Told below, like one that is no state.
    }
    throw Refusal.content("state has to be of 0, 1, 2 and 3.");
  }

  private static Answer page(Call call, Instant from, Optional<Predicate<Task>> filter) {
    Snapshot fleet = call.fleet();
    Ids ids = Ids.of(call);
    Query query = Query.of(call);
    Optional<Mark> behind = query.text("lastId").map(id -> mark(ids, fleet, id));
    Listing.TasksByMoment listing =
        new Listing.TasksByMoment(
            Optional.of(from),
            query.millis("to").or(() -> Optional.of(fleet.now().plusMillis(1))),
            behind);
    Tasks.Listed listed =
        filter
            .map(wanted -> Tasks.list(fleet, listing, wanted, PAGE))
            .orElseGet(() -> Tasks.list(fleet, listing, PAGE));
    TaskAnswers answers = TaskAnswers.of(call, fleet, listed.tasks());
    Map<String, Object> answer = new LinkedHashMap<>();
    listed.next().ifPresent(it -> answer.put("lastId", ids.of(Kind.TASK_MOMENT, it.packed())));
    answer.put(
        "tasks",
        listed.tasks().stream()
            .sorted(
                Comparator.comparing((Task task) -> task.stamp().created())
                    .thenComparingLong(Task::number))
            .map(answers::answer)
            .toList());
    return Answer.ok(answer);
  }

  /** Where a page ended; a task's own identifier means where the task stands now. */
  private static Mark mark(Ids ids, Snapshot fleet, String id) {
    if (!Ids.wellFormed(id)) {
      throw Refusal.noId(id);
    }
    return ids.find(id, Kind.TASK_MOMENT)
        .map(Mark::unpacked)
        .or(
            () ->
                ids.find(id, Kind.TASK)
                    .flatMap(number -> fleet.find(Kind.TASK.number(number)))
                    .map(Mark::of))
        .orElseThrow(() -> Refusal.content("lastId is not from a page of this list."));
  }
}

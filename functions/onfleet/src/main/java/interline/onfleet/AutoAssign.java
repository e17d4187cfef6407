package interline.onfleet;

import interline.fleet.AutoAssignment;
import interline.fleet.Container;
import interline.fleet.Containers;
import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.Snapshot;
import interline.fleet.Task;
import interline.fleet.Worker;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tasks that find their workers by themselves. */
record AutoAssign(AutoAssignment wish) {

  private static final Map<String, AutoAssignment.Mode> MODES =
      Map.of("distance", AutoAssignment.Mode.DISTANCE, "load", AutoAssignment.Mode.LOAD);

  /** What the body of a new task says of it. */
  static Optional<AutoAssign> read(Call call, Fields body) {
    Optional<Fields> said = body.object("autoAssign");
    if (said.isPresent() && body.node("container").isPresent()) {
      throw Refusal.content("autoAssign and container do not go together.");
    }
    return said.map(
        it -> of(call, it, it.text("team").map(List::of), it.flag("considerDependencies")));
  }

  private static AutoAssign of(
      Call call, Fields said, Optional<List<String>> teams, Optional<Boolean> families) {
    Ids ids = Ids.of(call);
    return new AutoAssign(
        new AutoAssignment(
            said.required("mode", (fields, name) -> fields.word(name, MODES)),
            teams.map(all -> numbers(ids, all, Kind.TEAM)),
            said.integer("maxAssignedTaskCount"),
            said.node("excludedWorkerIds").isPresent()
                ? numbers(ids, said.texts("excludedWorkerIds").orElse(List.of()), Kind.WORKER)
                : Set.of(),
            families.orElse(false)));
  }

  private static Set<Long> numbers(
      Ids ids, List<String> all, Kind<? extends interline.fleet.Entity> kind) {
    Set<Long> numbers = new HashSet<>();
    all.forEach(id -> numbers.add(ids.require(id, kind)));
    return numbers;
  }

  Map<String, Object> created(Call call, Task task) {
    boolean assigned = assign(call, task).isPresent();
    Task now = assigned ? call.fleet().get(task.ref()) : task;
    Map<String, Object> answer = TaskAnswers.fresh(call, now);
    answer.put("didAutoAssign", assigned);
    return answer;
  }

  static Answer several(Call call) {
    Fields body = Bodies.required(call);
    Fields options = body.required("options", Fields::object);
    Optional<List<String>> teams = options.texts("teams").filter(all -> !all.isEmpty());
    AutoAssign auto = of(call, options, teams, options.flag("considerDependencies"));
    Ids ids = Ids.of(call);
    List<Long> numbers = TaskBody.tasks(ids, body.required("tasks", Fields::texts));
    Map<String, String> assigned = new LinkedHashMap<>();
    for (Task task : known(call.fleet(), numbers)) {
      auto.assign(call, task)
          .ifPresent(
              worker ->
                  assigned.put(
                      ids.of(Kind.TASK, task.number()), ids.of(Kind.WORKER, worker.number())));
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("assignedTasksCount", assigned.size());
    answer.put("assignedTasks", assigned);
    return Answer.ok(answer);
  }

  private static List<Task> known(Snapshot fleet, List<Long> numbers) {
    List<Task> tasks = new ArrayList<>();
    Snapshot.Found found =
        fleet.findAll(numbers.stream().distinct().map(Kind.TASK::number).toList());
    numbers.stream()
        .distinct()
        .forEach(
            number ->
                tasks.add(
                    found
                        .find(Kind.TASK.number(number))
                        .orElseThrow(() -> Refusal.content("One of the tasks does not exist."))));
    return tasks;
  }

  /** Who has it now; nobody, if nobody may or the one who may was given another one just now. */
  private Optional<Worker> assign(Call call, Task task) {
    Optional<Worker> chosen = wish.choose(call.fleet(), task);
    try {
      chosen.ifPresent(
          worker ->
              ContainersFunction.put(
                  call,
                  new Containers.Wish(
                      new Container.OfWorker(worker.number()),
                      List.of(task.number()),
                      new Containers.At.End(),
                      wish.families())));
      return chosen;
    } catch (Failure.Conflict _) {
      return Optional.empty();
    }
  }
}

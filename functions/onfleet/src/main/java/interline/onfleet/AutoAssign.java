package interline.onfleet;

import interline.fleet.AutoAssignment;
import interline.fleet.AutoAssignment.Given;
import interline.fleet.Containers;
import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.Snapshot;
import interline.fleet.Task;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tasks that find their workers by themselves. */
record AutoAssign(AutoAssignment wish) {

  private static final Map<String, AutoAssignment.Mode> MODES =
      Map.of("distance", AutoAssignment.Mode.DISTANCE, "load", AutoAssignment.Mode.LOAD);

  /** After so long no other task is assigned: the answer has to be out before the function ends. */
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

  /** What the body of a new task says of it. */
  static Optional<AutoAssign> read(Call call, Fields body) {
    Optional<Fields> said = body.object("autoAssign");
    if (said.isPresent() && body.node("container").isPresent()) {
      throw Refusal.content("autoAssign and container do not go together.");
    }
    return said.map(
        it -> of(call, it, it.text("team").filter(team -> !team.isEmpty()).map(List::of)));
  }

  private static AutoAssign of(Call call, Fields said, Optional<List<String>> teams) {
    return new AutoAssign(
        new AutoAssignment(
            said.required("mode", (fields, name) -> fields.word(name, MODES)),
            teams.map(all -> teams(Ids.of(call), all)),
            said.flag("restrictAutoAssignmentToTeam").orElse(false),
            said.integer("maxAssignedTaskCount"),
            excluded(Ids.of(call), said),
            said.flag("considerDependencies").orElse(false)));
  }

  private static Set<Long> teams(Ids ids, List<String> all) {
    Set<Long> numbers = new HashSet<>();
    all.forEach(id -> numbers.add(ids.require(id, Kind.TEAM)));
    return numbers;
  }

  /** Who is left out. Old clients misspell it, and say true where they have nobody to name. */
  private static Set<Long> excluded(Ids ids, Fields said) {
    Set<Long> numbers = new HashSet<>();
    for (String name : List.of("excludedWorkerIds", "excludeWorkerIds")) {
      if (said.node(name).filter(it -> !it.isBoolean()).isPresent()) {
        for (String id : said.required(name, Fields::texts)) {
          if (!Ids.wellFormed(id)) {
            throw Refusal.noId(id);
          }
          ids.find(id, Kind.WORKER).ifPresent(numbers::add);
        }
      }
    }
    return numbers;
  }

  Map<String, Object> created(Call call, Task task) {
    boolean assigned = assign(call, task.number()).isPresent();
    Task now = assigned ? call.fleet().get(task.ref()) : task;
    Map<String, Object> answer = TaskAnswers.fresh(call, now);
    answer.put("didAutoAssign", assigned);
    return answer;
  }

  static Answer several(Call call) {
    Fields body = Bodies.required(call);
    Fields options = body.required("options", Fields::object);
    Optional<List<String>> teams = options.texts("teams").filter(all -> !all.isEmpty());
    AutoAssign auto = of(call, options, teams);
    Ids ids = Ids.of(call);
    Set<Long> tasks =
        new LinkedHashSet<>(TaskBody.tasks(ids, body.required("tasks", Fields::texts)));
    check(call.fleet(), tasks);
    Instant end = call.fleet().now().plus(LONG_ENOUGH);
    Map<String, String> assigned = new LinkedHashMap<>();
    for (long task : tasks) {
      boolean came = assigned.containsKey(ids.of(Kind.TASK, task));
      if (!came && call.fleet().now().isBefore(end)) {
        auto.assign(call, task)
            .ifPresent(
                given ->
                    given
                        .tasks()
                        .forEach(
                            it ->
                                assigned.put(
                                    ids.of(Kind.TASK, it), ids.of(Kind.WORKER, given.worker()))));
      }
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("assignedTasksCount", assigned.size());
    answer.put("assignedTasks", assigned);
    return Answer.ok(answer);
  }

  private static void check(Snapshot fleet, Set<Long> tasks) {
    Snapshot.Found found = fleet.findAll(tasks.stream().map(Kind.TASK::number).toList());
    if (found.entities().size() < tasks.size()) {
      throw Refusal.content("One of the tasks does not exist.");
    }
  }

  /**
   * Who has it now; nobody, if it suits nobody, others are always faster, or its family is too
   * large to be moved.
   */
  private Optional<Given> assign(Call call, long task) {
    Optional<Given> given;
    try {
      given = call.commit(wish.give(task));
    } catch (Failure.Busy | Failure.Invalid _) {
      return Optional.empty();
    }
    return given.map(
        some ->
            some.left()
                .map(left -> new Given(some.worker(), along(call, some, left), Optional.empty()))
                .orElse(some));
  }

  /** What has come along in the end: all of it, unless somebody else was given room meanwhile. */
  private static List<Long> along(Call call, Given given, Containers.Wish left) {
    List<Long> tasks = new ArrayList<>(given.tasks());
    try {
      ContainersFunction.put(call, left);
      tasks.addAll(left.tasks());
    } catch (Failure.Conflict | Failure.Busy _) {
      // What did not come along stays where it is.
    }
    return tasks;
  }
}

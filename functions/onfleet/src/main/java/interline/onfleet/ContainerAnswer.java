package interline.onfleet;

import interline.fleet.Container;
import interline.fleet.Kind;
import interline.fleet.Member;
import interline.fleet.Snapshot;
import interline.fleet.Stamp;
import interline.fleet.Worker;
import interline.fleet.Workers;
import interline.gateway.Call;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A container, as Onfleet shows it: who is at a task does not have it in the queue. */
final class ContainerAnswer {

  private ContainerAnswer() {}

  static Map<String, Object> of(Call call, Container container) {
    Snapshot fleet = call.fleet();
    Ids ids = Ids.of(call);
    Optional<Worker> worker = container.byWorker().map(it -> Workers.working(fleet, it));
    Stamp owner = owner(call, fleet, container, worker);
    List<Member> members = fleet.members(container);
    Optional<Long> active = worker.flatMap(Worker::active);
    Instant changed =
        members.stream()
            .map(Member::since)
            .filter(owner.created()::isBefore)
            .max(Instant::compareTo)
            .orElse(owner.created());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", ContainerIds.of(call).of(container));
    answer.put("timeCreated", Times.created(owner));
    answer.put("timeLastModified", Times.millis(changed));
    answer.put("organization", ids.ofOrganization());
    answer.put("type", type(container));
    answer.put("activeTask", active.map(task -> ids.of(Kind.TASK, task)));
    answer.put(
        "tasks",
        members.stream()
            .map(Member::task)
            .filter(task -> active.filter(task::equals).isEmpty())
            .map(task -> ids.of(Kind.TASK, task))
            .toList());
    switch (container) {
      case Container.OfOrganization _ -> {}
      case Container.OfTeam(long team) -> answer.put("team", ids.of(Kind.TEAM, team));
      case Container.OfWorker(long number) -> answer.put("worker", ids.of(Kind.WORKER, number));
    }
    return answer;
  }

  private static Stamp owner(
      Call call, Snapshot fleet, Container container, Optional<Worker> worker) {
    return switch (container) {
      case Container.OfOrganization _ -> call.organization().stamp();
      case Container.OfTeam(long team) -> fleet.get(Kind.TEAM.number(team)).stamp();
      case Container.OfWorker _ -> worker.orElseThrow().stamp();
    };
  }

  private static String type(Container container) {
    return switch (container) {
      case Container.OfOrganization _ -> "ORGANIZATION";
      case Container.OfTeam _ -> "TEAM";
      case Container.OfWorker _ -> "WORKER";
    };
  }
}

package interline.onfleet;

import interline.fleet.Containers;
import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.RoutePlan;
import interline.fleet.RoutePlans;
import interline.fleet.Snapshot;
import interline.fleet.Task;
import interline.fleet.UseCase;
import interline.gateway.Call;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What becomes of a plan's tasks when the plan changes: whoever drives it has them in their
 * container, in the order of the plan. A task that leaves a plan stays where it is.
 */
record Planning(Call call) {

  /** What Onfleet lets on a plan: open tasks that are on no other one. */
  private static final RoutePlans.Fit FIT =
      new RoutePlans.Fit() {
        @Override
        public void check(RoutePlan plan, List<Long> tasks, Map<Long, Task> found) {
          tasks.stream()
              .filter(it -> plan.stop(it).isEmpty())
              .forEach(it -> Planning.check(Optional.ofNullable(found.get(it)), plan.number()));
        }

        @Override
        public boolean underway() {
          return true;
        }
      };

  private record Revised(RoutePlan before, RoutePlan after) {}

  RoutePlan create(RoutePlanBody body) {
    RoutePlans.Draft draft = body.created();
    List<Long> tasks = body.tasks().orElse(List.of());
    check(tasks, 0);
    RoutePlan plan = call.commit(RoutePlans.create(draft));
    try {
      return tasks.isEmpty() ? plan : arrange(plan.number(), tasks);
    } catch (Failure refused) {
      RoutePlan _ = done(RoutePlans.remove(plan.number()));
      throw refused;
    }
  }

  RoutePlan revise(long number, RoutePlanBody body) {
    Optional<List<Long>> tasks = body.tasks();
    tasks.ifPresent(all -> check(all, number));
    Revised revised =
        call.commit(
            fleet -> {
              RoutePlan before = fleet.get(Kind.ROUTE_PLAN.number(number));
              return RoutePlans.revise(number, body::revised, tasks)
                  .decide(fleet)
                  .map(after -> new Revised(before, after));
            });
    RoutePlan after = revised.after();
    if (!after.worker().equals(revised.before().worker())) {
      hand(
          revised.before().worker(),
          after.worker(),
          after.open().stream().filter(it -> tasks.isEmpty() || tasks.get().contains(it)).toList());
    }
    return tasks.map(all -> arrange(number, all)).orElse(after);
  }

  /** Puts tasks behind those that a plan has. */
  RoutePlan extend(long number, List<Long> more) {
    RoutePlan after = done(RoutePlans.extend(number, more, FIT));
    hand(Optional.empty(), after.worker(), more);
    return after;
  }

  void remove(long number) {
    RoutePlan _ = done(RoutePlans.remove(number));
  }

  private RoutePlan arrange(long number, List<Long> tasks) {
    RoutePlan after = done(RoutePlans.arrange(number, tasks, FIT));
    hand(Optional.empty(), after.worker(), after.open());
    return after;
  }

  /** Steps until there is nothing left to do. */
  private RoutePlan done(UseCase<RoutePlans.Step> useCase) {
    Supplier<RoutePlans.Step> step = () -> call.commit(useCase);
    RoutePlans.Step last = step.get();
    while (!last.done()) {
      last = step.get();
    }
    return last.plan();
  }

  private void hand(Optional<Long> from, Optional<Long> to, List<Long> tasks) {
    if (tasks.isEmpty() || from.equals(to)) {
      return;
    }
    Containers.Wish wish = RoutePlans.handing(call.fleet(), from, to, tasks);
    if (!wish.tasks().isEmpty()) {
      ContainersFunction.put(call, wish);
    }
  }

  /** Refuses before anything is written what would be refused later. */
  private void check(List<Long> tasks, long plan) {
    if (tasks.isEmpty()) {
      return;
    }
    Snapshot.Found found =
        call.fleet().findAll(tasks.stream().distinct().map(Kind.TASK::number).toList());
    Map<Long, Task> known = new HashMap<>();
    tasks.forEach(it -> found.find(Kind.TASK.number(it)).ifPresent(task -> known.put(it, task)));
    tasks.forEach(it -> check(Optional.ofNullable(known.get(it)), plan));
  }

  private static void check(Optional<Task> found, long plan) {
    Task task = found.orElseThrow(() -> Refusal.content("One of the tasks does not exist."));
    if (task.links().plan().equals(Optional.of(plan))) {
      return;
    }
    if (task.links().plan().isPresent()) {
      throw Refusal.content("One of the tasks is on another route plan.");
    }
    switch (task.state()) {
      case UNASSIGNED, ASSIGNED -> {}
      case ACTIVE -> throw Refusal.content("Work on one of the tasks has begun.");
      case COMPLETED, FAILED, CANCELLED -> throw Refusal.content("One of the tasks is over.");
    }
  }
}

package interline.frachtpilot;

import interline.fleet.Containers;
import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.RoutePlan;
import interline.fleet.RoutePlan.State;
import interline.fleet.RoutePlans;
import interline.fleet.Tasks;
import interline.gateway.Call;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What becomes of a tour's tasks when the tour changes: whoever drives it has them in their
 * container, in the order of the stops; without a driver they are with the organization.
 */
final class Dispatch {

  private final Call call;

  Dispatch(Call call) {
    this.call = call;
  }

  /** A tour as it is to be; also at its end. */
  RoutePlan revise(long number, Function<RoutePlan, RoutePlans.Draft> revision) {
    RoutePlan[] before = new RoutePlan[1];
    State[] wanted = new State[1];
    RoutePlan after =
        call.commit(
            RoutePlans.revise(
                number,
                plan -> {
                  RoutePlans.Draft draft = revision.apply(plan);
                  before[0] = plan;
                  wanted[0] = draft.state();
                  return draft;
                }));
    Optional<Long> driver = before[0].worker();
    if (!after.worker().equals(driver)) {
      hand(driver, after.worker(), after.open());
    }
    if (wanted[0].over() && wanted[0] != after.state()) {
      List<Long> open = after.open();
      State last = wanted[0];
      after = done(() -> call.commit(RoutePlans.end(number, last)));
      hand(after.worker(), Optional.empty(), open);
    } else if (wanted[0] == State.STARTED && before[0].state() == State.PLANNED) {
      next(after);
    }
    return after;
  }

  /** The stops of a tour, in their order. */
  RoutePlan arrange(long number, Form form) {
    List<Long> before =
        call.fleet().find(Kind.ROUTE_PLAN.number(number)).map(RoutePlan::open).orElse(List.of());
    RoutePlan after =
        done(() -> call.commit(RoutePlans.arrange(number, wanted(number, form), Tour::check)));
    List<Long> now = after.open();
    int same = 0;
    while (same < Math.min(before.size(), now.size()) && before.get(same).equals(now.get(same))) {
      same++;
    }
    hand(
        after.worker(), Optional.empty(), before.stream().filter(it -> !now.contains(it)).toList());
    hand(Optional.empty(), after.worker(), now.subList(same, now.size()));
    return after;
  }

  private List<Long> wanted(long number, Form form) {
    RoutePlan _ = call.fleet().get(Kind.ROUTE_PLAN.number(number));
    return Tour.stops(form);
  }

  void remove(long number) {
    RoutePlan before = call.fleet().get(Kind.ROUTE_PLAN.number(number));
    RoutePlan gone = done(() -> call.commit(RoutePlans.remove(number)));
    hand(gone.worker(), Optional.empty(), before.open());
  }

  /** The driver is on the way to the first stop that nobody has reported on, if they are free. */
  void next(RoutePlan plan) {
    for (long task : plan.open()) {
      try {
        call.commit(Tasks.start(task));
        return;
      } catch (Failure.Conflict | Failure.NotFound _) {
        // Somebody else has it, or they are at something else: that is for them to end.
      }
    }
  }

  /** Steps until there is nothing left to do. */
  private static RoutePlan done(Supplier<RoutePlans.Step> step) {
    RoutePlans.Step last = step.get();
    while (!last.done()) {
      last = step.get();
    }
    return last.plan();
  }

  /**
   * Moves tasks into the hands of a driver, or out of them: those that can be, and that nobody has
   * given to somebody else.
   */
  private void hand(Optional<Long> from, Optional<Long> to, List<Long> tasks) {
    if (tasks.isEmpty() || from.equals(to)) {
      return;
    }
    Optional<Containers.Wish> wish = Optional.of(RoutePlans.handing(call.fleet(), from, to, tasks));
    while (wish.isPresent() && !wish.get().tasks().isEmpty()) {
      wish = call.commit(Containers.put(wish.get()));
    }
  }
}

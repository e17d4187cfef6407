package interline.frachtpilot;

import interline.fleet.DrivenPlans;
import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.RoutePlan;
import interline.fleet.RoutePlan.State;
import interline.fleet.RoutePlans;
import interline.fleet.Tasks;
import interline.fleet.UseCase;
import interline.gateway.Call;
import java.util.List;
import java.util.function.Function;

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
        done(
            DrivenPlans.revise(
                number,
                plan -> {
                  RoutePlans.Draft draft = revision.apply(plan);
                  before[0] = plan;
                  wanted[0] = draft.state();
                  return draft;
                }));
    if (wanted[0].over() && wanted[0] != after.state()) {
      return done(DrivenPlans.end(number, wanted[0]));
    }
    if (wanted[0] == State.STARTED && before[0].state() == State.PLANNED) {
      next(after);
    }
    return after;
  }

  /** The stops of a tour, in their order. */
  RoutePlan arrange(long number, Form form) {
    return done(DrivenPlans.arrange(number, wanted(number, form), Tour::check));
  }

  private List<Long> wanted(long number, Form form) {
    RoutePlan _ = call.fleet().get(Kind.ROUTE_PLAN.number(number));
    return Tour.stops(form);
  }

  void remove(long number) {
    RoutePlan _ = done(DrivenPlans.remove(number));
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
  private RoutePlan done(UseCase<RoutePlans.Step> useCase) {
    RoutePlans.Step last = call.commit(useCase);
    while (!last.done()) {
      last = call.commit(useCase);
    }
    return last.plan();
  }
}

package interline.fleet;

import java.util.Optional;

/** What can be done with workers. */
public final class Workers {

  private Workers() {}

  public static UseCase<Worker> create(Worker.Draft draft) {
    return fleet -> {
      Worker worker =
          new Worker(
              fleet.number(Kind.WORKER),
              Stamp.fresh(fleet.now()),
              draft.name(),
              draft.phone(),
              draft.duty(),
              draft.skills(),
              draft.capacity(),
              0,
              Optional.empty(),
              Optional.empty(),
              Worker.RANK_STEP,
              Details.NONE);
      return Decision.of(
          worker, new Change.Create(worker), Event.to(worker, Event.Type.CREATED, fleet));
    };
  }

  /** Any duty may follow any other: who is on a break or off is for people to say. */
  public static UseCase<Worker> put(long number, Duty duty) {
    return fleet -> changed(fleet, fleet.get(Kind.WORKER.number(number)).on(duty, fleet.now()));
  }

  /** Where the worker is now; only the last position is kept. */
  public static UseCase<Worker> locate(long number, Location location) {
    return fleet -> changed(fleet, fleet.get(Kind.WORKER.number(number)).at(location, fleet.now()));
  }

  private static Decision<Worker> changed(Snapshot fleet, Worker worker) {
    return Decision.of(
        worker, new Change.Replace(worker), Event.to(worker, Event.Type.CHANGED, fleet));
  }
}

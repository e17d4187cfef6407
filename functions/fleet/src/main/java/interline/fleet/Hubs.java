package interline.fleet;

/** What can be done with hubs. */
public final class Hubs {

  private Hubs() {}

  public static UseCase<Hub> create(Hub.Draft draft) {
    return fleet -> {
      Hub made =
          new Hub(
              fleet.number(Kind.HUB),
              Stamp.fresh(fleet.now()),
              draft.name(),
              draft.place().address(),
              draft.place().location());
      return Decision.of(made, new Change.Create(made), Event.to(made, Event.Type.CREATED, fleet));
    };
  }

  /** Changes what the revision speaks of. */
  public static UseCase<Hub> revise(long number, Hub.Revision revision) {
    return fleet -> {
      Hub after = fleet.get(Kind.HUB.number(number)).revised(revision, fleet.now());
      return Decision.of(
          after, new Change.Replace(after), Event.to(after, Event.Type.CHANGED, fleet));
    };
  }
}

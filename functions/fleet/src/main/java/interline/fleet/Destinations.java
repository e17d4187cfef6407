package interline.fleet;

import java.util.ArrayList;
import java.util.List;

/** What can be done with destinations on record: they are made, and that is all. */
public final class Destinations {

  private Destinations() {}

  public static UseCase<KnownDestination> create(KnownDestination.Draft draft) {
    return fleet -> {
      KnownDestination made =
          new KnownDestination(
              fleet.number(Kind.DESTINATION),
              Stamp.fresh(fleet.now()),
              draft.place().address(),
              draft.place().location(),
              draft.notes(),
              draft.place().name(),
              draft.place().doubts(),
              draft.metadata());
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Create(made));
      changes.add(Event.to(made, Event.Type.CREATED, fleet));
      changes.addAll(Metadata.retagged(made.ref(), Metadata.NONE, made.metadata()));
      return new Decision<>(changes, made);
    };
  }
}

package interline.fleet;

import interline.fleet.LocationEntry.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be done with the positions of vehicles and workers. The newest is where they are. They
 * are replaced with every entry, even one that they do not show, so that all who write about one of
 * them take turns.
 */
public final class LocationEntries {

  private LocationEntries() {}

  /**
   * Enters where a vehicle or worker was.
   *
   * @throws Failure.Invalid if there is no such vehicle or worker
   */
  public static UseCase<LocationEntry> create(LocationEntry.Draft draft) {
    return fleet -> {
      Movable owner =
          fleet
              .find(draft.owner().ref())
              .orElseThrow(() -> Failure.invalid(field(draft.owner()), new Rule.Known()));
      refuseArchived(owner);
      LocationEntry entry =
          new LocationEntry(
              fleet.number(Kind.LOCATION_ENTRY),
              Stamp.fresh(fleet.now()),
              draft.owner(),
              draft.location(),
              draft.date());
      List<Change> changes = new ArrayList<>(entry.created(fleet));
      changes.addAll(shown(owner, shownWith(entry, owner, fleet)));
      return new Decision<>(changes, entry);
    };
  }

  /**
   * Changes what the revision speaks of.
   *
   * @throws Failure.NotFound if there is no such entry
   */
  public static UseCase<LocationEntry> revise(long number, LocationEntry.Revision revision) {
    return fleet -> {
      LocationEntry before = fleet.get(Kind.LOCATION_ENTRY.number(number));
      refuseCleared(revision);
      Movable owner =
          fleet
              .find(before.owner().ref())
              .orElseThrow(() -> Failure.invalid(field(before.owner()), new Rule.Known()));
      refuseArchived(owner);
      LocationEntry after = before.revised(revision, fleet.now());
      List<Change> changes = new ArrayList<>(after.revised(before, fleet));
      changes.addAll(shown(owner, shownAfter(before, after, owner, fleet)));
      return new Decision<>(changes, after);
    };
  }

  /**
   * Takes an entry away.
   *
   * @throws Failure.NotFound if there is no such entry
   */
  public static UseCase<LocationEntry> remove(long number) {
    return fleet -> {
      LocationEntry entry = fleet.get(Kind.LOCATION_ENTRY.number(number));
      List<Change> changes = new ArrayList<>(entry.removed(fleet));
      // What a vehicle leaves behind can go as well.
      fleet
          .find(entry.owner().ref())
          .ifPresent(
              owner -> {
                refuseArchived(owner);
                changes.addAll(shown(owner, shownWithout(entry, owner, fleet)));
              });
      return new Decision<>(changes, entry);
    };
  }

  private static List<Change> shown(Movable before, Movable after) {
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Replace(after));
    if (before instanceof Worker was && after instanceof Worker is) {
      changes.add(new Change.Pin(Optional.of(was), Optional.of(is)));
    }
    return changes;
  }

  private static Movable shownWithout(LocationEntry entry, Movable owner, Snapshot fleet) {
    return owner.shows(entry)
        ? owner.showing(newestBeside(entry, fleet), fleet.now())
        : owner.showingTheSame(fleet.now());
  }

  private static Movable shownAfter(
      LocationEntry before, LocationEntry after, Movable owner, Snapshot fleet) {
    if (!owner.shows(before)) {
      return shownWith(after, owner, fleet);
    }
    Optional<LocationEntry> newer =
        after.date().isBefore(before.date())
            ? newestBeside(before, fleet).filter(other -> other.date().isAfter(after.date()))
            : Optional.empty();
    return owner.showing(newer.or(() -> Optional.of(after)), fleet.now());
  }

  /** The owner of an entry that is at least as new as what it shows, or older. */
  private static Movable shownWith(LocationEntry entry, Movable owner, Snapshot fleet) {
    return owner.seen().filter(entry.date()::isBefore).isEmpty()
        ? owner.showing(Optional.of(entry), fleet.now())
        : owner.showingTheSame(fleet.now());
  }

  private static Optional<LocationEntry> newestBeside(LocationEntry entry, Snapshot fleet) {
    return fleet.lastPositions(entry.owner(), 2).stream()
        .filter(mark -> mark.entry() != entry.number())
        .findFirst()
        .map(mark -> fleet.get(Kind.LOCATION_ENTRY.number(mark.entry())));
  }

  private static void refuseArchived(Movable owner) {
    if (owner instanceof Vehicle vehicle) {
      Vehicles.refuseArchived(vehicle);
    }
  }

  private static Field field(Owner owner) {
    return switch (owner) {
      case Owner.OfVehicle _ -> Field.VEHICLE;
      case Owner.OfWorker _ -> Field.WORKER;
    };
  }

  private static void refuseCleared(LocationEntry.Revision revision) {
    List<Failure.Problem> problems = new ArrayList<>();
    if (revision.latitude() instanceof Said.None<?>) {
      problems.add(new Failure.Problem(Field.LATITUDE, new Rule.Present()));
    }
    if (revision.longitude() instanceof Said.None<?>) {
      problems.add(new Failure.Problem(Field.LONGITUDE, new Rule.Present()));
    }
    if (revision.date() instanceof Said.None<?>) {
      problems.add(new Failure.Problem(Field.DATE, new Rule.Present()));
    }
    if (!problems.isEmpty()) {
      throw new Failure.Invalid(problems);
    }
  }
}

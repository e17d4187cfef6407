package interline.fleet;

import interline.fleet.Failure.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be done with types, statuses, labels and fuel types. Those that every organization has
 * from the beginning can be used, but not changed.
 */
public final class Catalogues {

  /** Own entries are numbered behind all that will ever be there from the beginning. */
  static final long FIRST_OWN = 100;

  private static final int LONGEST = 255;

  private Catalogues() {}

  public static UseCase<CatalogueEntry> create(
      Kind<CatalogueEntry> kind, CatalogueEntry.Revision draft) {
    return fleet -> {
      refuse(draft, draft.name() instanceof Said.Nothing<String>);
      CatalogueEntry entry =
          new CatalogueEntry(
                  kind,
                  FIRST_OWN + fleet.number(kind),
                  Stamp.fresh(fleet.now()),
                  "",
                  Optional.empty(),
                  false)
              .revised(draft, fleet.now());
      refuseBuiltInName(entry);
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Create(entry));
      changes.add(new Change.Claim(Unique.entryName(entry.name()), entry.ref()));
      changes.add(Change.Count.created(entry.ref()));
      changes.add(Event.to(entry, Event.Type.CREATED, fleet));
      if (entry.preferred()) {
        prefer(fleet, entry, changes);
      }
      return new Decision<>(changes, entry);
    };
  }

  /** A row of several to be added; see {@link Roster#add}. */
  public static Roster.Row<CatalogueEntry> row(Kind<CatalogueEntry> kind, String name) {
    return new Roster.Row<>(name, Unique.entryName(name), create(kind, named(name)));
  }

  /** A revision that is about the name alone. */
  public static CatalogueEntry.Revision named(String name) {
    return new CatalogueEntry.Revision(
        new Said.Given<>(name), new Said.Nothing<>(), new Said.Nothing<>());
  }

  /**
   * Changes what the revision speaks of.
   *
   * @throws Failure.NotFound if there is no such entry
   * @throws Failure.NotAllowed if it is one that every organization has
   */
  public static UseCase<CatalogueEntry> revise(
      Ref<CatalogueEntry> ref, CatalogueEntry.Revision revision) {
    return fleet -> {
      CatalogueEntry before = own(fleet, ref);
      refuse(revision, false);
      CatalogueEntry after = before.revised(revision, fleet.now());
      refuseBuiltInName(after);
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Replace(after));
      Unique old = Unique.entryName(before.name());
      Unique name = Unique.entryName(after.name());
      if (!old.equals(name)) {
        changes.add(new Change.Release(old, ref));
        changes.add(new Change.Claim(name, ref));
      }
      changes.add(Event.to(after, Event.Type.CHANGED, fleet));
      if (after.preferred() && !before.preferred()) {
        prefer(fleet, after, changes);
      }
      if (before.preferred() && !after.preferred()) {
        changes.add(new Change.Release(Unique.preferred(), ref));
      }
      return new Decision<>(changes, after);
    };
  }

  /** Takes an entry away; records that name it go on naming it, and show nothing for it. */
  public static UseCase<CatalogueEntry> remove(Ref<CatalogueEntry> ref) {
    return fleet -> {
      CatalogueEntry entry = own(fleet, ref);
      Decision<CatalogueEntry> removed =
          Decision.of(
              entry,
              new Change.Remove(entry),
              new Change.Release(Unique.entryName(entry.name()), ref),
              Change.Count.removed(ref),
              Event.to(entry, Event.Type.REMOVED, fleet));
      return entry.preferred() ? removed.and(new Change.Release(Unique.preferred(), ref)) : removed;
    };
  }

  /** An entry, be it there from the beginning or not. */
  public static CatalogueEntry get(Snapshot fleet, Ref<CatalogueEntry> ref) {
    return VehicleCatalogue.builtIn(ref).orElseGet(() -> fleet.get(ref));
  }

  /** Whether there is such an entry, be it there from the beginning or not. */
  public static boolean has(Snapshot fleet, Ref<CatalogueEntry> ref) {
    return VehicleCatalogue.builtIn(ref).isPresent() || fleet.find(ref).isPresent();
  }

  /** Whether the first of those that are there from the beginning is not the preferred one. */
  public static boolean preferOwn(Snapshot fleet, Kind<CatalogueEntry> kind) {
    return fleet.holder(kind, Unique.preferred()).isPresent();
  }

  /** The number of the entry that is picked, if there is such an entry. */
  static Optional<Long> find(Snapshot fleet, Kind<CatalogueEntry> kind, Pick pick) {
    return switch (pick) {
      case Pick.ByNumber(long number) -> {
        Ref<CatalogueEntry> ref = kind.number(number);
        yield VehicleCatalogue.builtIn(ref)
            .or(() -> number > FIRST_OWN ? fleet.find(ref) : Optional.empty())
            .map(CatalogueEntry::number);
      }
      case Pick.ByName(String name) ->
          VehicleCatalogue.builtIn(kind, name)
              .map(CatalogueEntry::number)
              .or(
                  () ->
                      fleet
                          .holder(kind, Unique.entryName(name))
                          .map(ref -> Long.valueOf(ref.id())));
    };
  }

  private static CatalogueEntry own(Snapshot fleet, Ref<CatalogueEntry> ref) {
    if (VehicleCatalogue.builtIn(ref).isPresent()) {
      throw new Failure.NotAllowed("Every organization has this entry");
    }
    return fleet.get(ref);
  }

  /** Only one of a kind is preferred: the one that holds the claim to it. */
  private static void prefer(Snapshot fleet, CatalogueEntry entry, List<Change> changes) {
    Optional<Ref<CatalogueEntry>> before = fleet.holder(entry.kind(), Unique.preferred());
    changes.add(new Change.Transfer(Unique.preferred(), before, entry.ref()));
    before
        .flatMap(fleet::find)
        .ifPresent(
            other -> {
              CatalogueEntry.Revision not =
                  new CatalogueEntry.Revision(
                      new Said.Nothing<>(), new Said.Nothing<>(), new Said.Given<>(false));
              CatalogueEntry after = other.revised(not, fleet.now());
              changes.add(new Change.Replace(after));
              changes.add(Event.to(after, Event.Type.CHANGED, fleet));
            });
  }

  private static void refuseBuiltInName(CatalogueEntry entry) {
    if (VehicleCatalogue.builtIn(entry.kind(), entry.name()).isPresent()) {
      throw new Failure.NotUnique(Field.NAME);
    }
  }

  private static void refuse(CatalogueEntry.Revision revision, boolean nameless) {
    List<Problem> problems = new ArrayList<>();
    if (nameless) {
      problems.add(new Problem(Field.NAME, new Rule.Present()));
    }
    Text.check(revision.name(), Field.NAME, LONGEST, problems);
    revision
        .color()
        .given()
        .filter(text -> text.length() > LONGEST)
        .ifPresent(_ -> problems.add(new Problem(Field.COLOR, new Rule.AtMostCharacters(LONGEST))));
    if (!problems.isEmpty()) {
      throw new Failure.Invalid(problems);
    }
  }
}

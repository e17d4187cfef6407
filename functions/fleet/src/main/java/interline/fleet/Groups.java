package interline.fleet;

import interline.fleet.Failure.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be done with groups, which are a forest of at most ten levels. */
public final class Groups {

  /** Between the names of a path. */
  public static final String SEPARATOR = "|";

  private static final int DEEPEST = 10;
  private static final int LONGEST = 255;

  private Groups() {}

  public static UseCase<Group> create(Said<String> name, Said<Long> parent) {
    return fleet -> {
      refuse(name, name instanceof Said.Nothing<String>);
      Plan plan = new Plan(fleet);
      Optional<Group> above = parent.given().map(number -> parent(fleet, number));
      Group group = plan.create(above, name.or("").strip());
      if (fleet.holder(Kind.GROUP, group.unique()).isPresent()) {
        throw new Failure.NotUnique(Field.NAME);
      }
      return new Decision<>(plan.changes(), group);
    };
  }

  /**
   * Refuses a name that no group can have.
   *
   * @throws Failure.Invalid if it is too long, blank, or a path
   */
  public static void check(String name) {
    refuse(new Said.Given<>(name), false);
  }

  /** A row of several to be added on top; see {@link Roster#add}. */
  public static Roster.Row<Group> row(String name) {
    return new Roster.Row<>(
        name, Unique.groupName(0, name), create(new Said.Given<>(name), new Said.Nothing<>()));
  }

  /**
   * Renames or moves a group; one with groups below it stays where it is.
   *
   * @throws Failure.NotFound if there is no such group
   */
  public static UseCase<Group> revise(long number, Said<String> name, Said<Long> parent) {
    return fleet -> {
      Group before = fleet.get(Kind.GROUP.number(number));
      refuse(name, false);
      Optional<Long> wanted = parent.or(before.parent());
      boolean moves = !wanted.equals(before.parent());
      List<Change> changes = new ArrayList<>();
      List<Long> ancestors = before.ancestors();
      if (moves) {
        if (before.children() > 0) {
          throw new Failure.Conflict(Failure.Conflict.Reason.GROUP_NOT_EMPTY);
        }
        before
            .parent()
            .flatMap(old -> fleet.find(Kind.GROUP.number(old)))
            .ifPresent(old -> changes.add(new Change.Replace(grown(old, -1, fleet))));
        Optional<Group> above = wanted.map(there -> parent(fleet, there));
        if (wanted.filter(there -> there == number).isPresent()) {
          throw Failure.invalid(Field.PARENT, new Rule.Known());
        }
        above.ifPresent(group -> changes.add(new Change.Replace(grown(group, 1, fleet))));
        ancestors = below(above);
      }
      Group after =
          new Group(
              number,
              before.stamp().at(fleet.now()),
              name.or(before.name()).strip(),
              ancestors,
              before.children());
      if (!before.unique().equals(after.unique())) {
        if (fleet.holder(Kind.GROUP, after.unique()).isPresent()) {
          throw new Failure.NotUnique(Field.NAME);
        }
        changes.add(new Change.Release(before.unique(), before.ref()));
        changes.add(new Change.Claim(after.unique(), after.ref()));
      }
      changes.add(new Change.Replace(after));
      changes.add(Event.to(after, Event.Type.CHANGED, fleet));
      return new Decision<>(changes, after);
    };
  }

  /** Takes a group away that has none below it; what was in it is in none then. */
  public static UseCase<Group> remove(long number) {
    return fleet -> {
      Group group = fleet.get(Kind.GROUP.number(number));
      if (group.children() > 0) {
        throw new Failure.Conflict(Failure.Conflict.Reason.GROUP_NOT_EMPTY);
      }
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Remove(group));
      changes.add(new Change.Release(group.unique(), group.ref()));
      changes.add(Change.Count.removed(group.ref()));
      changes.add(Event.to(group, Event.Type.REMOVED, fleet));
      group
          .parent()
          .flatMap(old -> fleet.find(Kind.GROUP.number(old)))
          .ifPresent(old -> changes.add(new Change.Replace(grown(old, -1, fleet))));
      return new Decision<>(changes, group);
    };
  }

  /**
   * The number of the group that is picked, and the changes that make those of a path that are not
   * there.
   *
   * @throws Failure.Invalid if there is none of this number, or the path is none
   */
  public static Decision<Long> resolve(Snapshot fleet, Pick pick) {
    return switch (pick) {
      case Pick.ByNumber(long number) -> {
        if (fleet.find(Kind.GROUP.number(number)).isEmpty()) {
          throw Failure.invalid(Field.GROUP, new Rule.Known());
        }
        yield Decision.of(number);
      }
      case Pick.ByName(String path) -> path(fleet, path);
    };
  }

  /**
   * The number of the group that somebody or something is in, after what is said of it. The group
   * that it is in already is not looked for.
   *
   * @throws Failure.Invalid as {@link #resolve}
   */
  static Decision<Optional<Long>> chosen(Snapshot fleet, Said<Pick> said, Optional<Long> present) {
    return switch (said) {
      case Said.Nothing<Pick> _ -> Decision.of(present);
      case Said.None<Pick> _ -> Decision.of(Optional.empty());
      case Said.Given<Pick>(Pick pick) ->
          present.filter(number -> pick.equals(new Pick.ByNumber(number))).isPresent()
              ? Decision.of(present)
              : resolve(fleet, pick).map(Optional::of);
    };
  }

  private static Decision<Long> path(Snapshot fleet, String path) {
    List<String> names = List.of(path.split("[|]", -1)).stream().map(String::strip).toList();
    if (names.size() > DEEPEST) {
      throw Failure.invalid(Field.GROUP, new Rule.AtMost(DEEPEST));
    }
    Plan plan = new Plan(fleet);
    Optional<Group> above = Optional.empty();
    for (String name : names) {
      Text.check(Field.GROUP, name, LONGEST);
      Optional<Group> parent = above;
      above = Optional.of(plan.find(parent, name).orElseGet(() -> plan.create(parent, name)));
    }
    return new Decision<>(plan.changes(), above.orElseThrow().number());
  }

  private static Group parent(Snapshot fleet, long number) {
    return fleet
        .find(Kind.GROUP.number(number))
        .orElseThrow(() -> Failure.invalid(Field.PARENT, new Rule.Known()));
  }

  private static List<Long> below(Optional<Group> above) {
    List<Long> ancestors = new ArrayList<>();
    above.ifPresent(
        group -> {
          ancestors.addAll(group.ancestors());
          ancestors.add(group.number());
        });
    if (ancestors.size() >= DEEPEST) {
      throw Failure.invalid(Field.PARENT, new Rule.AtMost(DEEPEST));
    }
    return ancestors;
  }

  private static Group grown(Group group, int by, Snapshot fleet) {
    return new Group(
        group.number(),
        group.stamp().at(fleet.now()),
        group.name(),
        group.ancestors(),
        group.children() + by);
  }

  private static void refuse(Said<String> name, boolean nameless) {
    List<Problem> problems = new ArrayList<>();
    if (nameless) {
      problems.add(new Problem(Field.NAME, new Rule.Present()));
    }
    Text.check(name, Field.NAME, LONGEST, problems);
    if (name.given().filter(text -> text.contains(SEPARATOR)).isPresent()) {
      problems.add(new Problem(Field.NAME, new Rule.Genuine()));
    }
    if (!problems.isEmpty()) {
      throw new Failure.Invalid(problems);
    }
  }

  /** Groups that are to be made in one transaction: each is written once, whatever is below it. */
  private static final class Plan {
    private final Snapshot fleet;
    private final Map<Long, Group> made = new LinkedHashMap<>();
    private final Map<Long, Group> grown = new LinkedHashMap<>();

    Plan(Snapshot fleet) {
      this.fleet = fleet;
    }

    Optional<Group> find(Optional<Group> above, String name) {
      if (above.filter(group -> made.containsKey(group.number())).isPresent()) {
        return Optional.empty();
      }
      Unique unique = Unique.groupName(above.map(Group::number).orElse(0L), name);
      return fleet.holder(Kind.GROUP, unique).flatMap(fleet::find);
    }

    Group create(Optional<Group> above, String name) {
      above.ifPresent(
          group -> {
            Group known = made.get(group.number());
            if (known != null) {
              made.put(group.number(), grown(known, 1, fleet));
            } else {
              grown.put(group.number(), grown(group, 1, fleet));
            }
          });
      Group group =
          new Group(fleet.number(Kind.GROUP), Stamp.fresh(fleet.now()), name, below(above), 0);
      made.put(group.number(), group);
      return group;
    }

    List<Change> changes() {
      List<Change> changes = new ArrayList<>();
      grown.values().forEach(group -> changes.add(new Change.Replace(group)));
      made.values()
          .forEach(
              group -> {
                changes.add(new Change.Create(group));
                changes.add(new Change.Claim(group.unique(), group.ref()));
                changes.add(Change.Count.created(group.ref()));
                changes.add(Event.to(group, Event.Type.CREATED, fleet));
              });
      return changes;
    }
  }
}

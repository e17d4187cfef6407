package interline.fleet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be done with hubs. Which teams start from one is said by the teams, each of which has
 * one hub at most: they are written in the hub's transaction.
 */
public final class Hubs {

  /** How many teams come to a hub and leave it in one transaction. */
  private static final int MOST_MOVED = 40;

  private Hubs() {}

  /**
   * A new hub.
   *
   * @throws Failure.Invalid if a team is not there, or there are more than 40
   */
  public static UseCase<Hub> create(Hub.Draft draft) {
    return fleet -> {
      Hub made =
          new Hub(
              fleet.number(Kind.HUB),
              Stamp.fresh(fleet.now()),
              draft.name(),
              draft.place().address(),
              draft.place().location(),
              Team.distinct(draft.teams()));
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Create(made));
      changes.add(Event.to(made, Event.Type.CREATED, fleet));
      changes.addAll(moved(fleet, made.number(), Set.of(), Set.copyOf(draft.teams())));
      return new Decision<>(changes, made);
    };
  }

  /**
   * Changes what the revision speaks of.
   *
   * @throws Failure.Invalid if a team is not there, or more than 40 come and go
   */
  public static UseCase<Hub> revise(long number, Hub.Revision revision) {
    return fleet -> {
      Hub before = fleet.get(Kind.HUB.number(number));
      List<Long> there = teams(fleet, before);
      List<Long> then = revision.teams().map(Team::distinct).orElse(there);
      Hub after = before.revised(revision, fleet.now()).of(then);
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Replace(after));
      changes.add(Event.to(after, Event.Type.CHANGED, fleet));
      changes.addAll(moved(fleet, number, Set.copyOf(there), Set.copyOf(then)));
      return new Decision<>(changes, after);
    };
  }

  /** All hubs there are, by number. */
  public static List<Hub> all(Snapshot fleet) {
    return fleet.all(new Listing.Everything<>(Kind.HUB));
  }

  /** The numbers of the teams that start from a hub. */
  private static List<Long> teams(Snapshot fleet, Hub hub) {
    if (hub.claimed().isEmpty()) {
      return List.of();
    }
    Snapshot.Found found = fleet.findAll(hub.claimed().stream().map(Kind.TEAM::number).toList());
    return hub.claimed().stream()
        .filter(
            number ->
                found
                    .find(Kind.TEAM.number(number))
                    .filter(team -> team.hub().equals(Optional.of(hub.number())))
                    .isPresent())
        .toList();
  }

  /** The numbers of the teams that start from each hub; teams are few. */
  public static Map<Long, Set<Long>> teams(Snapshot fleet) {
    return Teams.all(fleet).stream()
        .filter(team -> team.hub().isPresent())
        .collect(
            Collectors.groupingBy(
                team -> team.hub().orElseThrow(),
                Collectors.mapping(Team::number, Collectors.toCollection(LinkedHashSet::new))));
  }

  private static List<Change> moved(Snapshot fleet, long hub, Set<Long> before, Set<Long> after) {
    Set<Long> touched = new LinkedHashSet<>(before);
    touched.addAll(after);
    touched.removeIf(team -> before.contains(team) && after.contains(team));
    if (touched.size() > MOST_MOVED) {
      throw Failure.invalid(Field.TEAMS, new Rule.AtMost(MOST_MOVED));
    }
    if (touched.isEmpty()) {
      return List.of();
    }
    Snapshot.Found found = fleet.findAll(touched.stream().map(Kind.TEAM::number).toList());
    List<Change> changes = new ArrayList<>();
    for (long number : touched) {
      Optional<Team> team = found.find(Kind.TEAM.number(number));
      if (team.isEmpty() && after.contains(number)) {
        throw Failure.invalid(Field.TEAMS, new Rule.Known());
      }
      team.filter(it -> after.contains(number) || it.hub().equals(Optional.of(hub)))
          .map(
              it ->
                  it.startingFrom(
                      after.contains(number) ? Optional.of(hub) : Optional.empty(), fleet))
          .ifPresent(
              it -> {
                changes.add(new Change.Replace(it));
                changes.add(Event.to(it, Event.Type.CHANGED, fleet));
              });
    }
    return changes;
  }
}

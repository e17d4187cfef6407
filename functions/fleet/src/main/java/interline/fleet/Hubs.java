package interline.fleet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be done with hubs. Which teams start from one is said by the teams, each of which has
 * one hub at most: they are written in the hub's transaction. Where more of them come and go than
 * that holds, a use case does some of it and is to be asked again, until the hub has them all.
 */
public final class Hubs {

  /** How many teams come to a hub and leave it in one transaction. */
  private static final int MOST_MOVED = 40;

  private Hubs() {}

  /**
   * A new hub, with as many of its teams as one transaction holds.
   *
   * @throws Failure.Invalid if one of them is not there
   */
  public static UseCase<Hub> create(Hub.Draft draft) {
    return fleet -> {
      Teams.Side side = Teams.Side.of(List.of(), Optional.of(draft.teams()), MOST_MOVED);
      Hub made =
          new Hub(
              fleet.number(Kind.HUB),
              Stamp.fresh(fleet.now()),
              draft.name(),
              draft.place().address(),
              draft.place().location(),
              side.after());
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Create(made));
      changes.add(Event.to(made, Event.Type.CREATED, fleet));
      changes.addAll(moved(fleet, made.number(), side));
      return new Decision<>(changes, made);
    };
  }

  /**
   * Changes what the revision speaks of.
   *
   * @throws Failure.Invalid if a team is not there
   */
  public static UseCase<Hub> revise(long number, Hub.Revision revision) {
    return fleet -> {
      Hub before = fleet.get(Kind.HUB.number(number));
      List<Long> there = teams(fleet, before);
      Teams.Side side = Teams.Side.of(there, revision.teams(), MOST_MOVED);
      Hub after = before.revised(revision, fleet.now()).of(side.after());
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Replace(after));
      changes.add(Event.to(after, Event.Type.CHANGED, fleet));
      changes.addAll(moved(fleet, number, side));
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

  /** Teams that come to start from a hub, and those that do no more. */
  private static List<Change> moved(Snapshot fleet, long hub, Teams.Side side) {
    List<Ref<Team>> refs =
        Stream.concat(side.touched().stream(), side.waiting().stream())
            .map(Kind.TEAM::number)
            .toList();
    if (refs.isEmpty()) {
      return List.of();
    }
    Snapshot.Found found = fleet.findAll(refs);
    side.waiting().forEach(number -> known(found, number));
    return Stream.concat(
            side.joining().stream()
                .map(number -> known(found, number).startingFrom(Optional.of(hub), fleet)),
            side.leaving().stream()
                .flatMap(number -> found.find(Kind.TEAM.number(number)).stream())
                .map(team -> team.startingFrom(Optional.empty(), fleet)))
        .<Change>flatMap(
            team -> Stream.of(new Change.Replace(team), Event.to(team, Event.Type.CHANGED, fleet)))
        .toList();
  }

  private static Team known(Snapshot.Found found, long number) {
    return found
        .find(Kind.TEAM.number(number))
        .orElseThrow(() -> Failure.invalid(Field.TEAMS, new Rule.Known()));
  }
}

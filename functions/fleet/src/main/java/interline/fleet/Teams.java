package interline.fleet;

import interline.fleet.Failure.Conflict;
import interline.fleet.Failure.Conflict.Reason;
import interline.fleet.Failure.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be done with teams. Names are claimed in the transaction that writes them. Where more
 * members come and go than one transaction holds, a use case does some of it and is to be asked
 * again, until its revision is met.
 */
public final class Teams {

  /** How many members come or go in one transaction. */
  private static final int MOST_MOVED = 40;

  private static final int LONGEST = 255;

  private Teams() {}

  /**
   * A new team, with as many of its members as one transaction holds.
   *
   * @throws Failure.Invalid if one of them is not there
   */
  public static UseCase<Team> create(Team.Revision draft) {
    return fleet -> {
      refuse(draft, draft.name() instanceof Said.Nothing<String>);
      Team bare =
          new Team(
              fleet.number(Kind.TEAM),
              Stamp.fresh(fleet.now()),
              draft.name().or("").strip(),
              List.of(),
              List.of(),
              draft.hub().given(),
              draft.selfAssignment().or(false));
      if (fleet.holder(Kind.TEAM, bare.unique()).isPresent()) {
        throw new Failure.NotUnique(Field.NAME);
      }
      Members members = new Members(fleet, bare, draft);
      Team team = members.moved();
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Create(team));
      changes.add(new Change.Claim(team.unique(), team.ref()));
      changes.add(Change.Count.created(team.ref()));
      changes.add(Event.to(team, Event.Type.CREATED, fleet));
      changes.addAll(members.changes());
      return new Decision<>(changes, team);
    };
  }

  /**
   * Changes what the revision speaks of.
   *
   * @throws Failure.NotFound if there is no such team
   * @throws Failure.Invalid if a member is not there
   */
  public static UseCase<Team> revise(long number, Team.Revision revision) {
    return fleet -> {
      Team before = fleet.get(Kind.TEAM.number(number));
      refuse(revision, false);
      Team named =
          new Team(
              number,
              before.stamp().at(fleet.now()),
              revision.name().or(before.name()).strip(),
              before.workers(),
              before.managers(),
              revision.hub().or(before.hub()),
              revision.selfAssignment().or(before.selfAssignment()));
      Members members = new Members(fleet, named, revision);
      Team after = members.moved();
      List<Change> changes = new ArrayList<>();
      if (!before.unique().equals(after.unique())) {
        if (fleet.holder(Kind.TEAM, after.unique()).isPresent()) {
          throw new Failure.NotUnique(Field.NAME);
        }
        changes.add(new Change.Release(before.unique(), before.ref()));
        changes.add(new Change.Claim(after.unique(), after.ref()));
      }
      changes.add(new Change.Replace(after));
      changes.add(Event.to(after, Event.Type.CHANGED, fleet));
      changes.addAll(members.changes());
      return new Decision<>(changes, after);
    };
  }

  /**
   * Takes a team away for good. To be asked again until the result is that it is gone.
   *
   * @throws Conflict if somebody works in it, or tasks wait in it
   */
  public static UseCase<Boolean> remove(long number) {
    return fleet -> {
      Team team = fleet.get(Kind.TEAM.number(number));
      if (!team.workers().isEmpty() || !fleet.first(new Container.OfTeam(number), 1).isEmpty()) {
        throw new Conflict(Reason.TEAM_NOT_EMPTY);
      }
      return Decision.of(
          true,
          new Change.Remove(team),
          new Change.Release(team.unique(), team.ref()),
          Change.Count.removed(team.ref()),
          Event.to(team, Event.Type.REMOVED, fleet));
    };
  }

  /** All teams there are. */
  public static List<Team> all(Snapshot fleet) {
    return fleet.all(new Listing.Everything<>(Kind.TEAM));
  }

  /**
   * The teams of these numbers.
   *
   * @throws Failure.Invalid if there is none of some number
   */
  static Map<Long, Team> known(Snapshot fleet, List<Long> numbers) {
    Snapshot.Found found = fleet.findAll(numbers.stream().map(Kind.TEAM::number).toList());
    return numbers.stream()
        .map(
            number ->
                found
                    .find(Kind.TEAM.number(number))
                    .orElseThrow(() -> Failure.invalid(Field.TEAMS, new Rule.Known())))
        .collect(Collectors.toMap(Team::number, Function.identity()));
  }

  /** A worker into teams, and out of them, as far as those are concerned. */
  static List<Change> moved(Snapshot fleet, long worker, List<Long> joined, List<Long> left) {
    if (joined.isEmpty() && left.isEmpty()) {
      return List.of();
    }
    Map<Long, Team> into = joined.isEmpty() ? Map.of() : known(fleet, joined);
    Snapshot.Found outOf =
        left.isEmpty()
            ? new Snapshot.Found(Map.of())
            : fleet.findAll(left.stream().map(Kind.TEAM::number).toList());
    return Stream.concat(
            joined.stream()
                .flatMap(it -> Stream.ofNullable(into.get(it)))
                .map(it -> it.with(worker, fleet)),
            left.stream()
                .flatMap(it -> outOf.find(Kind.TEAM.number(it)).stream())
                .map(it -> it.without(worker, fleet)))
        .<Change>flatMap(
            team -> Stream.of(new Change.Replace(team), Event.to(team, Event.Type.CHANGED, fleet)))
        .toList();
  }

  private static void refuse(Team.Revision revision, boolean nameless) {
    List<Problem> problems = new ArrayList<>();
    if (nameless) {
      problems.add(new Problem(Field.NAME, new Rule.Present()));
    }
    Text.check(revision.name(), Field.NAME, LONGEST, problems);
    if (!problems.isEmpty()) {
      throw new Failure.Invalid(problems);
    }
  }

  /** Those who come and those who go, no more of them than one transaction holds. */
  private static final class Members {
    private final Snapshot fleet;
    private final Team team;
    private final Side workers;

    Members(Snapshot fleet, Team team, Team.Revision revision) {
      this.fleet = fleet;
      this.team = team;
      this.workers = new Side(team.workers(), revision.workers(), MOST_MOVED);
    }

    Team moved() {
      return new Team(
          team.number(),
          team.stamp(),
          team.name(),
          workers.after(),
          team.managers(),
          team.hub(),
          team.selfAssignment());
    }

    List<Change> changes() {
      List<Long> touched = workers.touched();
      if (touched.isEmpty()) {
        return List.of();
      }
      Snapshot.Found found = fleet.findAll(touched.stream().map(Kind.WORKER::number).toList());
      List<Change> changes = new ArrayList<>();
      for (long number : workers.joining()) {
        Worker worker =
            found
                .find(Kind.WORKER.number(number))
                .filter(Worker::works)
                .orElseThrow(() -> Failure.invalid(Field.MEMBERS, new Rule.Known()));
        List<Long> teams = new ArrayList<>(worker.teams());
        teams.add(team.number());
        changes.addAll(placed(worker.in(Team.distinct(teams))));
      }
      for (long number : workers.leaving()) {
        found
            .find(Kind.WORKER.number(number))
            .map(it -> it.in(it.teams().stream().filter(other -> other != team.number()).toList()))
            .ifPresent(it -> changes.addAll(placed(it)));
      }
      return changes;
    }

    private List<Change> placed(Worker worker) {
      return List.of(new Change.Replace(worker), Event.to(worker, Event.Type.CHANGED, fleet));
    }
  }

  /**
   * One side of a membership.
   *
   * @param leaving who goes now
   * @param joining who comes now
   * @param after who is there then, in the order asked for once all are
   */
  record Side(List<Long> leaving, List<Long> joining, List<Long> after) {

    Side(List<Long> before, Said<List<Long>> said, int most) {
      this(before, said.given().map(Team::distinct), most);
    }

    private Side(List<Long> before, Optional<List<Long>> wanted, int most) {
      this(
          before,
          wanted.orElse(before),
          wanted.stream()
              .flatMap(it -> before.stream().filter(number -> !it.contains(number)))
              .limit(most)
              .toList(),
          most);
    }

    private Side(List<Long> before, List<Long> wanted, List<Long> leaving, int most) {
      this(
          before,
          wanted,
          leaving,
          wanted.stream()
              .filter(number -> !before.contains(number))
              .limit(most - leaving.size())
              .toList());
    }

    private Side(List<Long> before, List<Long> wanted, List<Long> leaving, List<Long> joining) {
      this(leaving, joining, after(before, wanted, leaving, joining));
    }

    private static List<Long> after(
        List<Long> before, List<Long> wanted, List<Long> leaving, List<Long> joining) {
      List<Long> there = new ArrayList<>(before);
      there.removeAll(leaving);
      there.addAll(joining);
      return there.size() == wanted.size() && there.containsAll(wanted) ? wanted : there;
    }

    List<Long> touched() {
      return Stream.concat(leaving.stream(), joining.stream()).toList();
    }
  }
}

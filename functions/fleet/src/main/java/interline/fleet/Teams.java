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

  /** How many members come or go in one transaction, alone or beside metadata. */
  private static final int MOST_MOVED = 40;

  private static final int MOST_MOVED_BESIDE = 24;

  /** How many managers are dismissed in one transaction, alone or with all else of a team. */
  private static final int MOST_DISMISSED = 40;

  private static final int FEW_DISMISSED = 30;

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
              draft.selfAssignment().or(false),
              Metadata.NONE.revised(draft.metadata()),
              false);
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
      changes.addAll(Metadata.retagged(team.ref(), Metadata.NONE, team.metadata()));
      stationed(fleet, team.number(), Optional.empty(), draft).ifPresent(changes::add);
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
              revision.selfAssignment().or(before.selfAssignment()),
              before.metadata().revised(revision.metadata()),
              false);
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
      changes.addAll(Metadata.retagged(after.ref(), before.metadata(), after.metadata()));
      stationed(fleet, number, before.hub(), revision).ifPresent(changes::add);
      changes.addAll(members.changes());
      return new Decision<>(changes, after);
    };
  }

  /** How far the removal of a team has come. */
  public enum Removal {
    /** No task comes into the team any more, and managers leave it: to be asked again. */
    CLOSING,
    /** There are tasks in it, or somebody came meanwhile: it stays, and takes tasks again. */
    REFUSED,
    DONE
  }

  /**
   * Takes a team away for good. Tasks come into its container without a write of the team: so it is
   * closed to them first, and gone once nobody sees any. To be asked again until that is decided.
   *
   * @throws Conflict if somebody works in it
   */
  public static UseCase<Removal> remove(long number) {
    return fleet -> {
      Team team = fleet.get(Kind.TEAM.number(number));
      if (!team.closing()) {
        if (!team.workers().isEmpty()) {
          throw new Conflict(Reason.TEAM_NOT_EMPTY);
        }
        return Decision.of(Removal.CLOSING, new Change.Replace(team.closing(true)));
      }
      if (!team.workers().isEmpty() || !fleet.first(new Container.OfTeam(number), 1).isEmpty()) {
        return Decision.of(Removal.REFUSED, new Change.Replace(team.closing(false)));
      }
      if (team.managers().size() > FEW_DISMISSED) {
        List<Long> some =
            team.managers().subList(0, Math.min(MOST_DISMISSED, team.managers().size()));
        Team rest = team.of(team.workers(), without(team.managers(), some));
        List<Change> changes = new ArrayList<>(dismissed(fleet, team, some));
        changes.add(new Change.Replace(rest));
        changes.add(Event.to(rest, Event.Type.CHANGED, fleet));
        return new Decision<>(changes, Removal.CLOSING);
      }
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Remove(team));
      changes.add(new Change.Release(team.unique(), team.ref()));
      changes.add(Change.Count.removed(team.ref()));
      changes.add(Event.to(team, Event.Type.REMOVED, fleet));
      changes.addAll(Metadata.retagged(team.ref(), team.metadata(), Metadata.NONE));
      changes.addAll(dismissed(fleet, team, team.managers()));
      return new Decision<>(changes, Removal.DONE);
    };
  }

  /**
   * Finds a team that takes tasks.
   *
   * @throws Failure.NotFound if there is none, or it is about to go
   */
  public static Team open(Snapshot fleet, long number) {
    return fleet
        .find(Kind.TEAM.number(number))
        .filter(team -> !team.closing())
        .orElseThrow(() -> new Failure.NotFound(Kind.TEAM));
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

  /**
   * A worker into teams, and out of them, as far as those are concerned.
   *
   * @throws Failure.Invalid if one of those they are to come into, now or later, is not there
   */
  static List<Change> moved(Snapshot fleet, long worker, Side side) {
    if (!side.waiting().isEmpty()) {
      known(fleet, side.waiting());
    }
    return moved(fleet, worker, side.joining(), side.leaving());
  }

  /** The same of teams that are named. */
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

  private static List<Long> without(List<Long> numbers, long number) {
    return without(numbers, List.of(number));
  }

  private static List<Long> without(List<Long> numbers, List<Long> gone) {
    return numbers.stream().filter(it -> !gone.contains(it)).toList();
  }

  /** Teams that somebody manages no more. */
  static List<Change> unmanaged(Snapshot fleet, Administrator gone, List<Long> teams) {
    if (teams.isEmpty()) {
      return List.of();
    }
    Snapshot.Found found = fleet.findAll(teams.stream().map(Kind.TEAM::number).toList());
    return teams.stream()
        .flatMap(number -> found.find(Kind.TEAM.number(number)).stream())
        .map(team -> team.of(team.workers(), without(team.managers(), gone.number())))
        .<Change>flatMap(
            team -> Stream.of(new Change.Replace(team), Event.to(team, Event.Type.CHANGED, fleet)))
        .toList();
  }

  /** Of a team that goes: these manage it no more. */
  private static List<Change> dismissed(Snapshot fleet, Team team, List<Long> managers) {
    if (managers.isEmpty()) {
      return List.of();
    }
    Snapshot.Found found =
        fleet.findAll(managers.stream().map(Kind.ADMINISTRATOR::number).toList());
    return managers.stream()
        .flatMap(number -> found.find(Kind.ADMINISTRATOR.number(number)).stream())
        .map(it -> it.managing(without(it.teams(), team.number())))
        .<Change>flatMap(
            it -> Stream.of(new Change.Replace(it), Event.to(it, Event.Type.CHANGED, fleet)))
        .toList();
  }

  /**
   * The hub that a team comes to start from, which knows of it then.
   *
   * @throws Failure.Invalid if it is not there
   */
  private static Optional<Change> stationed(
      Snapshot fleet, long team, Optional<Long> before, Team.Revision revision) {
    Optional<Hub> hub =
        revision
            .hub()
            .given()
            .map(
                number ->
                    fleet
                        .find(Kind.HUB.number(number))
                        .orElseThrow(() -> Failure.invalid(Field.HUB, new Rule.Known())));
    return hub.filter(it -> !before.equals(Optional.of(it.number())))
        .map(
            it -> {
              List<Long> claimed = new ArrayList<>(it.claimed());
              claimed.add(team);
              return new Change.Replace(it.of(Team.distinct(claimed)));
            });
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
    private final Side managers;

    Members(Snapshot fleet, Team team, Team.Revision revision) {
      this.fleet = fleet;
      this.team = team;
      int most =
          revision.metadata().equals(Metadata.Revision.NOTHING) ? MOST_MOVED : MOST_MOVED_BESIDE;
      this.workers = Side.of(team.workers(), revision.workers().given(), most);
      this.managers =
          Side.of(team.managers(), revision.managers().given(), most - workers.touched().size());
    }

    Team moved() {
      return team.of(workers.after(), managers.after());
    }

    /** Nobody comes if one of all who are to come, now or later, is not there. */
    List<Change> changes() {
      List<Ref<?>> refs = new ArrayList<>();
      workers.touched().forEach(number -> refs.add(Kind.WORKER.number(number)));
      workers.waiting().forEach(number -> refs.add(Kind.WORKER.number(number)));
      managers.touched().forEach(number -> refs.add(Kind.ADMINISTRATOR.number(number)));
      managers.waiting().forEach(number -> refs.add(Kind.ADMINISTRATOR.number(number)));
      if (refs.isEmpty()) {
        return List.of();
      }
      Snapshot.Found found = fleet.findAll(refs);
      workers.waiting().forEach(number -> worker(found, number));
      managers.waiting().forEach(number -> manager(found, number));
      List<Change> changes = new ArrayList<>();
      for (long number : workers.joining()) {
        Worker worker = worker(found, number);
        changes.addAll(placed(worker.in(with(worker.teams()))));
      }
      for (long number : managers.joining()) {
        Administrator manager = manager(found, number);
        changes.addAll(placed(manager.managing(with(manager.teams()))));
      }
      for (long number : workers.leaving()) {
        found
            .find(Kind.WORKER.number(number))
            .ifPresent(it -> changes.addAll(placed(it.in(without(it.teams(), team.number())))));
      }
      for (long number : managers.leaving()) {
        found
            .find(Kind.ADMINISTRATOR.number(number))
            .ifPresent(
                it -> changes.addAll(placed(it.managing(without(it.teams(), team.number())))));
      }
      return changes;
    }

    private List<Long> with(List<Long> teams) {
      List<Long> more = new ArrayList<>(teams);
      more.add(team.number());
      return Team.distinct(more);
    }

    private static Worker worker(Snapshot.Found found, long number) {
      return found
          .find(Kind.WORKER.number(number))
          .filter(Worker::works)
          .orElseThrow(Members::unknown);
    }

    private static Administrator manager(Snapshot.Found found, long number) {
      return found.find(Kind.ADMINISTRATOR.number(number)).orElseThrow(Members::unknown);
    }

    private static Failure.Invalid unknown() {
      return Failure.invalid(Field.MEMBERS, new Rule.Known());
    }

    private List<Change> placed(Entity member) {
      return List.of(new Change.Replace(member), Event.to(member, Event.Type.CHANGED, fleet));
    }
  }

  /**
   * One side of a membership.
   *
   * @param leaving who goes now
   * @param joining who comes now
   * @param waiting who comes later, as one transaction does not hold all
   * @param after who is there then, in the order asked for once all are
   */
  record Side(List<Long> leaving, List<Long> joining, List<Long> waiting, List<Long> after) {

    static Side of(List<Long> before, Optional<List<Long>> said, int most) {
      List<Long> wanted = said.map(Team::distinct).orElse(before);
      List<Long> leaving = without(before, wanted).stream().limit(most).toList();
      List<Long> coming = without(wanted, before);
      int now = Math.min(coming.size(), most - leaving.size());
      List<Long> joining = coming.subList(0, now);
      List<Long> there = new ArrayList<>(without(before, leaving));
      there.addAll(joining);
      boolean met = there.size() == wanted.size() && there.containsAll(wanted);
      return new Side(leaving, joining, coming.subList(now, coming.size()), met ? wanted : there);
    }

    List<Long> touched() {
      return Stream.concat(leaving.stream(), joining.stream()).toList();
    }
  }
}

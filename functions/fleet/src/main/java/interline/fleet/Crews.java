package interline.fleet;

import interline.fleet.Failure.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What can be done with workers who belong to teams. Where they come into more teams than one
 * transaction holds, a use case does some of it and is to be asked again, until its revision is
 * met.
 */
public final class Crews {

  /** Into or out of how many teams somebody goes in one transaction. */
  private static final int MOST_MOVED = 20;

  private static final int LONGEST = 255;

  private Crews() {}

  /**
   * What is said of somebody, new or known.
   *
   * @param ride what they drive: one is made of it, if they have none
   */
  public record Revision(
      Said<String> name, Said<List<Long>> teams, Profile.Revision profile, Said<Ride> ride) {

    /** Whether they are in the teams asked for. */
    public boolean metBy(Worker worker) {
      return teams.given().filter(it -> !Team.distinct(it).equals(worker.teams())).isEmpty();
    }
  }

  /**
   * What is said of a vehicle by those to whom it is somebody's.
   *
   * @param name what it is called where all vehicles have names, if nothing else is
   * @param vehicle what is said, if this is the vehicle they have now
   */
  public record Ride(String name, Function<Optional<Vehicle>, Vehicle.Revision> vehicle) {}

  /**
   * Somebody new, who is asked to come.
   *
   * @param phone in E.164; nobody else may have it
   */
  public static UseCase<Worker> enlist(String phone, Revision draft) {
    return fleet -> {
      refuse(draft, true);
      checkHome(fleet, draft);
      if (fleet.holder(Kind.WORKER, Unique.phone(phone)).isPresent()) {
        throw new Failure.NotUnique(Field.PHONE);
      }
      Teams.Side teams = Teams.Side.of(List.of(), draft.teams().given(), MOST_MOVED);
      Person person =
          Person.called(
              draft.name().or("").strip(),
              Optional.of(phone),
              Set.of(Role.OPERATOR, Role.TECHNICIAN));
      Worker bare =
          new Worker(
              fleet.number(Kind.WORKER),
              Stamp.fresh(fleet.now()),
              person,
              Optional.empty(),
              Duty.OFF_DUTY,
              List.of(),
              Worker.MOST_CAPACITY,
              0,
              Optional.empty(),
              Optional.empty(),
              Worker.RANK_STEP,
              teams.after(),
              Optional.empty(),
              Profile.inviting(phone).revised(draft.profile()),
              Details.NONE);
      Riding riding = riding(fleet, bare, draft.ride());
      Decision<Worker> created = Workers.created(fleet, bare.driving(riding.after()));
      List<Change> changes = new ArrayList<>(created.changes());
      changes.addAll(Teams.moved(fleet, bare.number(), teams));
      changes.addAll(Metadata.retagged(bare.ref(), Metadata.NONE, bare.metadata()));
      changes.addAll(riding.changes());
      return new Decision<>(changes, created.result());
    };
  }

  /**
   * Changes what the revision speaks of.
   *
   * @throws Failure.NotFound if there is nobody of this number who does field work
   */
  public static UseCase<Worker> revise(long number, Revision revision) {
    return fleet -> {
      Worker before = Workers.working(fleet, number);
      refuse(revision, false);
      checkHome(fleet, revision);
      Teams.Side teams = Teams.Side.of(before.teams(), revision.teams().given(), MOST_MOVED);
      Riding riding = riding(fleet, before, revision.ride());
      Worker after =
          before
              .revised(
                  before.person().renamed(revision.name().or(before.name()).strip()),
                  before.profile().revised(revision.profile()),
                  fleet.now())
              .in(teams.after())
              .driving(riding.after());
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Replace(after));
      changes.add(new Change.Enroll(after));
      changes.add(Event.to(after, Event.Type.CHANGED, fleet));
      changes.addAll(Teams.moved(fleet, number, teams));
      changes.addAll(Metadata.retagged(after.ref(), before.metadata(), after.metadata()));
      changes.addAll(riding.changes());
      return new Decision<>(changes, after);
    };
  }

  /** What somebody drives then, and what that takes. */
  private record Riding(Optional<Worker.Driven> after, List<Change> changes) {}

  private static Riding riding(Snapshot fleet, Worker worker, Said<Ride> said) {
    if (said instanceof Said.Nothing<Ride>) {
      return new Riding(worker.vehicle(), List.of());
    }
    Optional<Worker.Driven> driven = worker.vehicle(fleet.now());
    Optional<Vehicle> known =
        driven
            .flatMap(it -> fleet.find(Kind.VEHICLE.number(it.vehicle())))
            .filter(it -> it.archived().isEmpty());
    if (said instanceof Said.Given<Ride>(Ride ride) && known.isPresent()) {
      Vehicles.Identifier same = new Vehicles.Identifier.ByNumber(known.get().number());
      return new Riding(
          driven, Vehicles.revise(same, ride.vehicle().apply(known)).decide(fleet).changes());
    }
    List<Change> changes =
        new ArrayList<>(
            driven.map(it -> VehicleAssignments.ended(fleet, it.assignment())).orElse(List.of()));
    Optional<Worker.Driven> next =
        said.given()
            .map(
                ride -> {
                  Decision<Vehicle> made = Vehicles.create(named(fleet, ride)).decide(fleet);
                  Decision<VehicleAssignment> given =
                      VehicleAssignments.given(fleet, made.result(), worker);
                  changes.addAll(made.changes());
                  changes.addAll(given.changes());
                  return Worker.Driven.by(given.result());
                });
    return new Riding(next, changes);
  }

  /** The first of a few names that no vehicle has. */
  private static Vehicle.Revision named(Snapshot fleet, Ride ride) {
    String name = ride.name().strip();
    String base =
        name.substring(
            0, name.offsetByCodePoints(0, Math.min(200, name.codePointCount(0, name.length()))));
    List<String> names =
        Stream.concat(
                Stream.of(base),
                IntStream.rangeClosed(2, 40).mapToObj(it -> base + " (" + it + ")"))
            .toList();
    Set<Unique> taken =
        fleet.holders(Kind.VEHICLE, names.stream().map(Unique::vehicleName).toList()).keySet();
    String free =
        names.stream()
            .filter(it -> !taken.contains(Unique.vehicleName(it)))
            .findFirst()
            .orElseGet(() -> base + " (" + fleet.now() + ")");
    return ride.vehicle().apply(Optional.empty()).fresh(free);
  }

  private static void checkHome(Snapshot fleet, Revision revision) {
    if (revision
        .profile()
        .home()
        .given()
        .filter(home -> fleet.find(Kind.DESTINATION.number(home)).isEmpty())
        .isPresent()) {
      throw Failure.invalid(Field.DESTINATION, new Rule.Known());
    }
  }

  private static void refuse(Revision revision, boolean fresh) {
    List<Problem> problems = new ArrayList<>();
    if (fresh && revision.name() instanceof Said.Nothing<String>) {
      problems.add(new Problem(Field.NAME, new Rule.Present()));
    }
    Text.check(revision.name(), Field.NAME, LONGEST, problems);
    if (revision.teams().given().filter(List::isEmpty).isPresent()
        || (fresh && revision.teams().given().isEmpty())) {
      problems.add(new Problem(Field.TEAMS, new Rule.Present()));
    }
    if (!problems.isEmpty()) {
      throw new Failure.Invalid(problems);
    }
  }
}

package interline.fleet;

import interline.fleet.Failure.Conflict;
import interline.fleet.Failure.Conflict.Reason;
import interline.fleet.Failure.Problem;
import interline.fleet.VehicleAssignment.Comment;
import interline.fleet.VehicleAssignment.Driver;
import interline.fleet.VehicleAssignment.Revision;
import interline.fleet.VehicleAssignment.Shown;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Vehicles into the hands of workers and out of them.
 *
 * <p>Whoever gives time of a vehicle to a worker writes both of them too: of two who want the same
 * vehicle at once, one has to look again, and nobody who is being archived is given one. Whoever
 * only takes time away writes no more than the worker who shows the vehicle as theirs.
 */
public final class VehicleAssignments {

  /** A number that no record has. */
  private static final long NOBODY = 0;

  private static final int MOST_COMMENTS = 20;
  private static final int LONGEST_TITLE = 255;
  private static final int LONGEST_COMMENT = 4_000;

  private VehicleAssignments() {}

  /**
   * Gives a vehicle to a worker.
   *
   * @throws Conflict if somebody has it in that time, or the worker does not drive
   * @throws Failure.Invalid also if what its meter showed is out of order
   */
  public static UseCase<VehicleAssignment> create(Revision draft) {
    return fleet ->
        decide(
            fleet,
            new VehicleAssignment(
                fleet.number(Kind.VEHICLE_ASSIGNMENT),
                Stamp.fresh(fleet.now()),
                NOBODY,
                NOBODY,
                new Span(Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Details.NONE),
            draft);
  }

  /**
   * Changes what the revision speaks of.
   *
   * @throws Conflict as {@link #create}
   */
  public static UseCase<VehicleAssignment> revise(long number, Revision revision) {
    return fleet -> decide(fleet, get(fleet, number), revision);
  }

  /** Ends it now; one that has ended stays as it is. */
  public static UseCase<VehicleAssignment> end(long number) {
    return fleet -> {
      VehicleAssignment before = get(fleet, number);
      if (before.span().future(fleet.now())) {
        throw Failure.invalid(Field.ENDED, new Rule.Ordered());
      }
      if (!before.span().lasts(fleet.now())) {
        return Decision.of(before);
      }
      VehicleAssignment after = before.ended(fleet.now());
      List<Change> changes = new ArrayList<>(replaced(fleet, before, after));
      changes.addAll(shownNoMore(fleet, before));
      return new Decision<>(changes, after);
    };
  }

  public static UseCase<VehicleAssignment> remove(long number) {
    return fleet -> {
      VehicleAssignment before = get(fleet, number);
      List<Change> changes = new ArrayList<>(removed(fleet, before));
      changes.addAll(shownNoMore(fleet, before));
      return new Decision<>(changes, before);
    };
  }

  /** Who has the vehicle now, if anybody. */
  public static Optional<VehicleAssignment> current(Snapshot fleet, long vehicle) {
    return fleet.driving(vehicle, Optional.of(fleet.now()), 1).stream()
        .filter(latest -> latest.span().current(fleet.now()))
        .findFirst();
  }

  /** A vehicle that is new into the hands of a worker who is written with it. */
  static Decision<VehicleAssignment> given(Snapshot fleet, Vehicle vehicle, Worker worker) {
    VehicleAssignment after =
        new VehicleAssignment(
            fleet.number(Kind.VEHICLE_ASSIGNMENT),
            Stamp.fresh(fleet.now()),
            vehicle.number(),
            worker.number(),
            new Span(Optional.of(fleet.now()), Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Details.NONE);
    checkDrives(worker);
    return new Decision<>(created(fleet, after), after);
  }

  /** The end of an assignment whose worker is written with it. */
  static List<Change> ended(Snapshot fleet, long number) {
    return fleet
        .find(Kind.VEHICLE_ASSIGNMENT.number(number))
        .map(it -> over(fleet, List.of(it)))
        .orElse(List.of());
  }

  /** Of an assignment that is over, or was never: who drove shows the vehicle no more. */
  private static List<Change> shownNoMore(Snapshot fleet, VehicleAssignment before) {
    return fleet
        .find(Kind.WORKER.number(before.worker()))
        .filter(it -> it.shows(before))
        .<List<Change>>map(it -> List.of(new Change.Replace(it.driving(Optional.empty()))))
        .orElse(List.of());
  }

  /** Ends what runs, and calls off what was to come. */
  static List<Change> over(Snapshot fleet, List<VehicleAssignment> lasting) {
    return lasting.stream()
        .flatMap(
            each ->
                (each.span().future(fleet.now())
                        ? removed(fleet, each)
                        : replaced(fleet, each, each.ended(fleet.now())))
                    .stream())
        .toList();
  }

  private static VehicleAssignment get(Snapshot fleet, long number) {
    return fleet.get(Kind.VEHICLE_ASSIGNMENT.number(number));
  }

  private static Decision<VehicleAssignment> decide(
      Snapshot fleet, VehicleAssignment before, Revision revision) {
    boolean fresh = before.stamp().version() == 0;
    VehicleAssignment wanted =
        before.revised(
            revision,
            parent(revision.vehicle(), before.vehicle()),
            driver(fleet, revision.driver(), before.worker()),
            fleet);
    List<Problem> problems = problems(wanted);
    boolean timed = fresh || !wanted.span().equals(before.span());
    boolean claimed = timed || wanted.vehicle() != before.vehicle();
    boolean measured = revision.atStart().isPresent() || revision.atEnd().isPresent();
    boolean handed =
        fresh || wanted.worker() != before.worker() || (timed && wanted.span().lasts(fleet.now()));
    // Read before the times of the vehicle are: what these say then holds for this very version.
    Snapshot.Found found = found(fleet, wanted, claimed || measured, handed || claimed);
    Optional<Vehicle> vehicle = found.find(Kind.VEHICLE.number(wanted.vehicle()));
    Optional<Worker> worker = found.find(Kind.WORKER.number(wanted.worker()));
    if ((claimed || measured) && vehicle.isEmpty()) {
      problems.add(new Problem(Field.VEHICLE, new Rule.Known()));
    }
    if (handed && worker.isEmpty()) {
      problems.add(new Problem(Field.WORKER, new Rule.Known()));
    }
    if (!problems.isEmpty()) {
      throw new Failure.Invalid(problems);
    }
    List<Change> changes = new ArrayList<>();
    VehicleAssignment after = wanted;
    if (vehicle.isPresent()) {
      Meters meters = new Meters(fleet, vehicle.get());
      if (claimed) {
        checkFree(fleet, wanted);
      }
      after = measured(fleet, wanted, revision, meters);
      changes.addAll(meters.changes());
      changes.add(new Change.Replace(meters.moved() ? meters.vehicle() : vehicle.get()));
    }
    changes.addAll(fresh ? created(fleet, after) : replaced(fleet, before, after));
    if (handed) {
      checkDrives(worker.orElseThrow());
    }
    VehicleAssignment standing = after;
    worker
        .filter(driver -> handed || driver.shows(standing))
        .ifPresent(driver -> changes.add(new Change.Replace(driver.handed(standing, fleet.now()))));
    if (!fresh && before.worker() != after.worker()) {
      changes.addAll(shownNoMore(fleet, before));
    }
    return new Decision<>(changes, after);
  }

  /** Enters what the meter showed at the ends, and names the entries. */
  private static VehicleAssignment measured(
      Snapshot fleet, VehicleAssignment wanted, Revision revision, Meters meters) {
    return wanted.read(
        revision
            .atStart()
            .flatMap(shown -> entered(fleet, wanted, shown, MeterEntry.Category.STARTING, meters))
            .or(wanted::startEntry),
        revision
            .atEnd()
            .flatMap(shown -> entered(fleet, wanted, shown, MeterEntry.Category.ENDING, meters))
            .or(wanted::endEntry));
  }

  /** The entry for one end: the one that is there, as it is then, or else a new one. */
  private static Optional<Long> entered(
      Snapshot fleet,
      VehicleAssignment wanted,
      Shown shown,
      MeterEntry.Category end,
      Meters meters) {
    boolean starting = end == MeterEntry.Category.STARTING;
    LocalDate day = day(fleet, starting ? wanted.span().start() : wanted.span().end());
    try {
      Optional<MeterEntry> known =
          (starting ? wanted.startEntry() : wanted.endEntry())
              .flatMap(number -> fleet.find(Kind.METER_ENTRY.number(number)));
      if (known.isPresent()) {
        MeterEntry before = known.get();
        MeterEntry.Revision revision =
            new MeterEntry.Revision(
                new Said.Nothing<>(), new Said.Given<>(day), shown.value(), shown.voided());
        meters.revise(before, before.revised(revision, fleet.now()));
        return Optional.of(before.number());
      }
      Optional<BigDecimal> value = shown.value().given();
      return value.map(
          read ->
              meters
                  .enter(
                      new MeterEntry.Draft(
                          wanted.vehicle(),
                          Meter.PRIMARY,
                          day,
                          read,
                          shown.voided().given().orElse(false),
                          end,
                          Optional.of(wanted.number())))
                  .number());
    } catch (Failure.Invalid wrong) {
      Field field = starting ? Field.START_READING : Field.END_READING;
      throw new Failure.Invalid(
          wrong.problems().stream().map(problem -> new Problem(field, problem.rule())).toList());
    }
  }

  /** The day of a moment where the caller is; of an open end, today. */
  private static LocalDate day(Snapshot fleet, Optional<Instant> moment) {
    return LocalDate.ofInstant(moment.orElseGet(fleet::now), fleet.caller().zone());
  }

  private static Snapshot.Found found(
      Snapshot fleet, VehicleAssignment after, boolean driven, boolean handed) {
    List<Ref<?>> refs = new ArrayList<>();
    if (driven && after.vehicle() != NOBODY) {
      refs.add(Kind.VEHICLE.number(after.vehicle()));
    }
    if (handed && after.worker() != NOBODY) {
      refs.add(Kind.WORKER.number(after.worker()));
    }
    return fleet.findAll(refs);
  }

  private static void checkDrives(Worker driver) {
    if (driver.archived().isPresent()) {
      throw new Conflict(Reason.WORKER_ARCHIVED);
    }
    if (!driver.person().is(Role.OPERATOR)) {
      throw new Conflict(Reason.NOT_AN_OPERATOR);
    }
  }

  /**
   * Assignments of a vehicle never meet, so they end in the order in which they start: of those
   * that start before this one ends, the last is the one that could meet it.
   */
  private static void checkFree(Snapshot fleet, VehicleAssignment wanted) {
    if (fleet.driving(wanted.vehicle(), wanted.span().end(), 2).stream()
        .filter(other -> other.number() != wanted.number())
        .anyMatch(other -> other.span().meets(wanted.span()))) {
      throw new Conflict(Reason.VEHICLE_TAKEN);
    }
  }

  private static long driver(Snapshot fleet, Said<Driver> said, long present) {
    return said instanceof Said.Given<Driver>(Driver.ByEmployeeNumber(Unique unique))
        ? fleet.holder(Kind.WORKER, unique).map(ref -> Long.parseLong(ref.id())).orElse(NOBODY)
        : parent(
            switch (said) {
              case Said.Nothing<Driver> _ -> new Said.Nothing<>();
              case Said.Given<Driver>(Driver.ByNumber(long number)) -> new Said.Given<>(number);
              case Said.Given<Driver> _, Said.None<Driver> _ -> new Said.None<>();
            },
            present);
  }

  private static long parent(Said<Long> said, long present) {
    return said instanceof Said.None<Long> ? NOBODY : said.or(present);
  }

  private static List<Problem> problems(VehicleAssignment after) {
    List<Problem> problems = new ArrayList<>();
    if (after.span().backwards()) {
      problems.add(new Problem(Field.ENDED, new Rule.Ordered()));
    }
    if (after.comments().size() > MOST_COMMENTS) {
      problems.add(new Problem(Field.COMMENTS, new Rule.AtMost(MOST_COMMENTS)));
    }
    for (Comment comment : after.comments()) {
      if (comment.text().isBlank()) {
        problems.add(new Problem(Field.COMMENTS, new Rule.Present()));
      }
      if (comment.text().length() > LONGEST_COMMENT) {
        problems.add(new Problem(Field.COMMENTS, new Rule.AtMostCharacters(LONGEST_COMMENT)));
      }
      if (comment.title().filter(title -> title.length() > LONGEST_TITLE).isPresent()) {
        problems.add(new Problem(Field.COMMENTS, new Rule.AtMostCharacters(LONGEST_TITLE)));
      }
    }
    return problems;
  }

  private static List<Change> created(Snapshot fleet, VehicleAssignment after) {
    return List.of(
        new Change.Create(after),
        new Change.Schedule(Optional.empty(), Optional.of(after)),
        Change.Count.created(after.ref()),
        Event.to(after, Event.Type.CREATED, fleet));
  }

  private static List<Change> replaced(
      Snapshot fleet, VehicleAssignment before, VehicleAssignment after) {
    return List.of(
        new Change.Replace(after),
        new Change.Schedule(Optional.of(before), Optional.of(after)),
        Event.to(after, Event.Type.CHANGED, fleet));
  }

  private static List<Change> removed(Snapshot fleet, VehicleAssignment before) {
    return List.of(
        new Change.Remove(before),
        new Change.Schedule(Optional.of(before), Optional.empty()),
        Change.Count.removed(before.ref()),
        Event.to(before, Event.Type.REMOVED, fleet));
  }
}

package interline.fleet;

import interline.fleet.Failure.Conflict;
import interline.fleet.Failure.Conflict.Reason;
import interline.fleet.Failure.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What can be done with workers. Employee numbers are claimed in the transaction that writes them.
 */
public final class Workers {

  /** How many vehicles are taken from a worker in one transaction, alone or with all else. */
  private static final int MOST_ENDED = 16;

  private static final int FEW_ENDED = 6;

  /** How many teams a worker leaves in one transaction, alone or with all else. */
  private static final int MOST_LEFT = 40;

  private static final int FEW_LEFT = 15;

  private static final int LONGEST = 255;

  /** The figure that tells to how many workers work can be given. */
  public static final String WORKING = "working";

  private Workers() {}

  /** Somebody who is there to be given work. */
  public static UseCase<Worker> create(Worker.Draft draft) {
    return fleet ->
        created(
            fleet,
            fresh(
                fleet,
                Person.called(draft.name(), draft.phone(), Set.of(Role.OPERATOR, Role.TECHNICIAN)),
                draft));
  }

  /** Somebody who is whatever is said of them. */
  public static UseCase<Worker> create(Worker.Revision draft) {
    return create(draft, Worker.DEFAULT_CAPACITY);
  }

  /** Somebody who is whatever is said of them, and can hold so many tasks. */
  static UseCase<Worker> create(Worker.Revision draft, int capacity) {
    return fleet -> {
      List<Problem> problems = problems(draft.person());
      if (draft.person().first() instanceof Said.Nothing<String>) {
        problems.add(new Problem(Field.FIRST_NAME, new Rule.Present()));
      }
      Decision<Optional<Long>> group = group(fleet, draft, Optional.empty(), problems);
      refuse(problems);
      String name = draft.person().first().or("");
      Worker.Draft standing =
          new Worker.Draft(name, Optional.empty(), Duty.AVAILABLE, List.of(), capacity);
      Person nameless = Person.called(name, Optional.empty(), Set.of());
      Worker worker = fresh(fleet, nameless, standing).revised(draft, group.result(), fleet.now());
      Decision<Worker> created = created(fleet, worker);
      List<Change> changes = new ArrayList<>(group.changes());
      changes.addAll(created.changes());
      return new Decision<>(changes, worker);
    };
  }

  /**
   * Changes what the revision speaks of.
   *
   * @throws Conflict if they hold tasks, and would do no more field work
   */
  public static UseCase<Worker> revise(long number, Worker.Revision revision) {
    return fleet -> {
      Worker before = get(fleet, number);
      List<Problem> problems = problems(revision.person());
      Decision<Optional<Long>> group = group(fleet, revision, before.person().group(), problems);
      refuse(problems);
      Worker after = before.revised(revision, group.result(), fleet.now());
      if (!after.works()) {
        checkHoldsNothing(after);
      }
      List<Change> changes = new ArrayList<>(group.changes());
      changes.add(new Change.Replace(after));
      if (after.archived().isEmpty()) {
        changes.add(new Change.Enroll(after));
      }
      count(Optional.of(before), Optional.of(after)).ifPresent(changes::add);
      changes.add(Event.to(after, Event.Type.CHANGED, fleet));
      changes.addAll(claims(before, after));
      changes.add(new Change.Pin(Optional.of(before), Optional.of(after)));
      return new Decision<>(changes, after);
    };
  }

  /** Any duty may follow any other: who is on a break or off is for people to say. */
  public static UseCase<Worker> put(long number, Duty duty) {
    return fleet -> {
      Worker before = working(fleet, number);
      Worker after = before.on(duty);
      Decision<Worker> changed =
          changed(fleet, after).and(new Change.Pin(Optional.of(before), Optional.of(after)));
      if (before.duty().working() == duty.working()) {
        return changed;
      }
      Deed.What what = duty.working() ? Deed.What.WENT_ON_DUTY : Deed.What.WENT_OFF_DUTY;
      return changed.and(new Change.Trace(new Deed(number, fleet.now(), what, Optional.empty())));
    };
  }

  /** Where the worker is now; only the last position is kept. */
  public static UseCase<Worker> locate(long number, Location location) {
    return fleet -> {
      Worker before = working(fleet, number);
      Worker after = before.at(location, fleet.now());
      return changed(fleet, after).and(new Change.Pin(Optional.of(before), Optional.of(after)));
    };
  }

  /** How many days {@link #schedule} takes at a time. */
  public static final int MOST_DAYS = 90;

  /** Says when a worker works on some days; what is said of others stays. */
  public static UseCase<Worker> schedule(long number, List<WorkDay> days) {
    return fleet -> {
      Worker worker = working(fleet, number);
      if (days.size() > MOST_DAYS) {
        throw Failure.invalid(Field.DATE, new Rule.AtMost(MOST_DAYS));
      }
      if (days.stream().map(WorkDay::date).distinct().count() < days.size()) {
        throw Failure.invalid(Field.DATE, new Rule.Distinct());
      }
      Decision<Worker> changed = changed(fleet, worker);
      for (WorkDay day : days) {
        changed = changed.and(new Change.Roster(number, day));
      }
      return changed;
    };
  }

  /**
   * Puts a worker out of sight, and vehicles out of their hands. From somebody with very many of
   * them some are taken first: it is to be asked again until the result is archived.
   *
   * @throws Conflict if they hold tasks
   */
  public static UseCase<Worker> archive(long number) {
    return fleet -> {
      Worker worker = get(fleet, number);
      if (worker.archived().isPresent()) {
        return Decision.of(worker);
      }
      Worker archived = worker.archived(fleet.now());
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Replace(archived));
      changes.add(new Change.Strike(archived));
      changes.add(count(Optional.of(worker), Optional.of(archived)).orElseThrow());
      changes.add(Event.to(archived, Event.Type.ARCHIVED, fleet));
      changes.addAll(claims(worker, archived));
      changes.addAll(Metadata.retagged(worker.ref(), worker.metadata(), Metadata.NONE));
      changes.add(new Change.Pin(Optional.of(worker), Optional.empty()));
      return leaving(fleet, worker, worker, new Decision<>(changes, archived));
    };
  }

  /** Brings an archived worker back. */
  public static UseCase<Worker> restore(long number) {
    return fleet -> {
      Worker worker = get(fleet, number);
      if (worker.archived().isEmpty()) {
        return Decision.of(worker);
      }
      Worker restored = worker.restored(fleet.now());
      Decision<Worker> back =
          Decision.of(
              restored,
              new Change.Replace(restored),
              new Change.Enroll(restored),
              new Change.Pin(Optional.empty(), Optional.of(restored)),
              count(Optional.of(worker), Optional.of(restored)).orElseThrow(),
              Event.to(restored, Event.Type.RESTORED, fleet));
      return back.and(Metadata.retagged(restored.ref(), Metadata.NONE, restored.metadata()));
    };
  }

  /**
   * Removes a worker for good; what they drove until now stays on record. As with {@link #archive},
   * it is to be asked again until the result is that they are gone.
   *
   * @throws Conflict if they hold tasks
   */
  public static UseCase<Boolean> remove(long number) {
    return fleet -> {
      Worker worker = get(fleet, number);
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Remove(worker));
      if (worker.archived().isEmpty()) {
        changes.add(new Change.Strike(worker));
        count(Optional.of(worker), Optional.empty()).ifPresent(changes::add);
      }
      worker.uniques().forEach(unique -> changes.add(new Change.Release(unique, worker.ref())));
      changes.add(new Change.Pin(Optional.of(worker), Optional.empty()));
      if (worker.archived().isEmpty()) {
        changes.addAll(Metadata.retagged(worker.ref(), worker.metadata(), Metadata.NONE));
      }
      changes.add(Event.to(worker, Event.Type.REMOVED, fleet));
      return leaving(fleet, worker, false, new Decision<>(changes, true));
    };
  }

  /** Who is at work within so many metres of a place, the nearest first. */
  public static List<Worker> near(Snapshot fleet, Location place, double metres) {
    record Near(Worker worker, double metres) {}
    return fleet.near(place, metres).stream()
        .flatMap(
            worker ->
                worker.position().stream()
                    .map(position -> new Near(worker, place.metresTo(position.location()))))
        .filter(near -> near.metres() <= metres)
        .sorted(
            Comparator.comparingDouble(Near::metres)
                .thenComparingLong(near -> near.worker().number()))
        .map(Near::worker)
        .toList();
  }

  /** To how many workers work can be given. */
  public static long working(Snapshot fleet) {
    return fleet.counts(Kind.WORKER).getOrDefault(WORKING, 0L);
  }

  /**
   * Finds a worker to whom work can be given.
   *
   * @throws Failure.NotFound if there is none, or only somebody who does no field work
   */
  public static Worker working(Snapshot fleet, long number) {
    return fleet
        .find(Kind.WORKER.number(number))
        .filter(Worker::works)
        .orElseThrow(() -> new Failure.NotFound(Kind.WORKER));
  }

  /** Gives back the unique values that are theirs no more, and takes those that are. */
  private static List<Change> claims(Worker before, Worker after) {
    List<Change> changes = new ArrayList<>();
    before.uniques().stream()
        .filter(unique -> !after.uniques().contains(unique))
        .forEach(unique -> changes.add(new Change.Release(unique, after.ref())));
    after.uniques().stream()
        .filter(unique -> !before.uniques().contains(unique))
        .forEach(unique -> changes.add(new Change.Claim(unique, after.ref())));
    return changes;
  }

  /**
   * What is decided of somebody who goes, and leaves their teams with it, once few enough vehicles
   * are in their hands and they are in few enough teams.
   */
  private static <R> Decision<R> leaving(
      Snapshot fleet, Worker worker, R notYet, Decision<R> decision) {
    checkHoldsNothing(worker);
    List<VehicleAssignment> driven = fleet.driven(worker.number(), fleet.now());
    if (driven.size() > FEW_ENDED) {
      List<VehicleAssignment> some = driven.subList(0, Math.min(MOST_ENDED, driven.size()));
      List<Change> changes = new ArrayList<>(VehicleAssignments.over(fleet, some));
      if (some.stream().anyMatch(worker::shows)) {
        changes.add(new Change.Replace(worker.driving(Optional.empty())));
      }
      return new Decision<>(changes, notYet);
    }
    if (worker.teams().size() > FEW_LEFT) {
      List<Long> left = worker.teams().subList(0, Math.min(MOST_LEFT, worker.teams().size()));
      Worker rest = worker.in(worker.teams().subList(left.size(), worker.teams().size()));
      List<Change> changes = new ArrayList<>(Teams.moved(fleet, worker.number(), List.of(), left));
      changes.add(new Change.Replace(rest));
      changes.add(Event.to(rest, Event.Type.CHANGED, fleet));
      return new Decision<>(changes, notYet);
    }
    List<Change> changes = new ArrayList<>(decision.changes());
    changes.addAll(VehicleAssignments.over(fleet, driven));
    changes.addAll(Teams.moved(fleet, worker.number(), List.of(), worker.teams()));
    return new Decision<>(changes, decision.result());
  }

  private static void checkHoldsNothing(Worker worker) {
    if (worker.load() > 0) {
      throw new Conflict(Reason.WORKER_HOLDS_TASKS);
    }
  }

  private static Worker get(Snapshot fleet, long number) {
    return fleet.get(Kind.WORKER.number(number));
  }

  static Worker fresh(Snapshot fleet, Person person, Worker.Draft draft) {
    return new Worker(
        fleet.number(Kind.WORKER),
        Stamp.fresh(fleet.now()),
        person,
        Optional.empty(),
        draft.duty(),
        draft.skills(),
        draft.capacity(),
        0,
        Optional.empty(),
        Optional.empty(),
        Worker.RANK_STEP,
        List.of(),
        Optional.empty(),
        Profile.NONE,
        Details.NONE);
  }

  static Decision<Worker> created(Snapshot fleet, Worker worker) {
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Create(worker));
    changes.add(new Change.Enroll(worker));
    count(Optional.empty(), Optional.of(worker)).ifPresent(changes::add);
    worker.uniques().forEach(unique -> changes.add(new Change.Claim(unique, worker.ref())));
    changes.add(Event.to(worker, Event.Type.CREATED, fleet));
    return new Decision<>(changes, worker);
  }

  private static Optional<Change.Count> count(Optional<Worker> before, Optional<Worker> after) {
    Map<String, Integer> deltas = new LinkedHashMap<>();
    before.ifPresent(
        worker -> figures(worker).forEach(name -> deltas.merge(name, -1, Integer::sum)));
    after.ifPresent(worker -> figures(worker).forEach(name -> deltas.merge(name, 1, Integer::sum)));
    deltas.values().removeIf(delta -> delta == 0);
    return before
        .or(() -> after)
        .filter(_ -> !deltas.isEmpty())
        .map(worker -> new Change.Count(Kind.WORKER, worker.number(), deltas));
  }

  /** The figures in which a worker counts. */
  private static List<String> figures(Worker worker) {
    if (worker.archived().isPresent()) {
      return List.of();
    }
    return worker.works() ? List.of(Change.Count.TOTAL, WORKING) : List.of(Change.Count.TOTAL);
  }

  private static Decision<Worker> changed(Snapshot fleet, Worker worker) {
    return Decision.of(
        worker, new Change.Replace(worker), Event.to(worker, Event.Type.CHANGED, fleet));
  }

  private static List<Problem> problems(Person.Revision revision) {
    List<Problem> problems = new ArrayList<>();
    if (revision.first() instanceof Said.None<String>) {
      problems.add(new Problem(Field.FIRST_NAME, new Rule.Present()));
    }
    check(revision.first(), Field.FIRST_NAME, problems);
    check(revision.middle(), Field.MIDDLE_NAME, problems);
    check(revision.last(), Field.LAST_NAME, problems);
    check(revision.phone(), Field.PHONE, problems);
    check(revision.email(), Field.EMAIL, problems);
    check(revision.employeeNumber(), Field.EMPLOYEE_NUMBER, problems);
    return problems;
  }

  private static Decision<Optional<Long>> group(
      Snapshot fleet, Worker.Revision revision, Optional<Long> present, List<Problem> problems) {
    try {
      return Groups.chosen(fleet, revision.person().group(), present);
    } catch (Failure.Invalid invalid) {
      problems.addAll(invalid.problems());
      return Decision.of(present);
    }
  }

  private static void check(Said<String> said, Field field, List<Problem> problems) {
    Optional<String> text = said.given();
    if (text.filter(String::isBlank).isPresent()) {
      problems.add(new Problem(field, new Rule.Present()));
    }
    if (text.filter(it -> it.codePointCount(0, it.length()) > LONGEST).isPresent()) {
      problems.add(new Problem(field, new Rule.AtMostCharacters(LONGEST)));
    }
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new Failure.Invalid(problems);
    }
  }
}

package interline.fleet;

import static interline.fleet.TaskState.ACTIVE;
import static interline.fleet.TaskState.ASSIGNED;
import static interline.fleet.TaskState.UNASSIGNED;

import interline.fleet.Failure.Conflict;
import interline.fleet.Failure.Conflict.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What can be done with tasks, apart from giving them to workers: see {@link Assignments}. */
public final class Tasks {

  private Tasks() {}

  /**
   * How many others a task may be linked with, either way, and how many one call may go through to
   * see that nothing comes before itself. A task with so many can be removed, with all its
   * metadata, in one transaction.
   */
  static final int MOST_LINKS = 60;

  /** What a transaction holds, less what may come along with a task. */
  private static final int MOST_CHANGES = 98;

  /**
   * A new task, at the end of its container.
   *
   * @throws Failure.Invalid if a task that it depends on does not exist
   * @throws Conflict if it is for a worker who is full
   */
  public static UseCase<Task> create(Task.Draft draft) {
    return fleet -> {
      long number = fleet.number(Kind.TASK);
      Optional<Worker> worker = draft.container().byWorker().map(it -> Workers.working(fleet, it));
      Task open =
          new Task(
              number,
              Stamp.fresh(fleet.now()),
              UNASSIGNED,
              draft.type(),
              draft.recipient(),
              draft.destination(),
              draft.skills(),
              draft.day(),
              draft.slot(),
              Optional.empty(),
              Optional.of(new Place(draft.container(), Place.last(fleet.now(), 0, number))),
              Optional.empty(),
              Optional.empty(),
              draft.terms(),
              new Links(draft.dependencies(), List.of()),
              new Task.Origin(fleet.caller().user().map(User::number), draft.source()),
              Optional.empty(),
              draft.metadata(),
              draft.details());
      Task task =
          worker
              .map(it -> Assignments.assignment(fleet, open, it, it.nextRank()))
              .map(assignment -> open.given(assignment, fleet.now()))
              .orElse(open);
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Create(task));
      changes.add(Event.to(task, Event.Type.CREATED, fleet));
      changes.add(counted(number, Map.of(task.state(), 1)));
      changes.add(new Change.Join(task.member(fleet.now())));
      worker.ifPresent(it -> changes.add(new Change.Replace(it.taking(1))));
      standing(fleet, draft.container()).ifPresent(changes::add);
      changes.addAll(linked(fleet, open.linked(Links.NONE), draft.dependencies()));
      changes.addAll(Metadata.retagged(task.ref(), Metadata.NONE, task.metadata()));
      return new Decision<>(changes, task);
    };
  }

  /** A new task, and on record where and for whom it is done, as far as that is not. */
  public static UseCase<Task> create(Task.Draft draft, Stop stop) {
    return fleet -> {
      Decision<Stop.Settled> settled = stop.decide(fleet);
      Decision<Task> created = create(draft.at(settled.result())).decide(fleet);
      return and(settled, created, draft.dependencies().size());
    };
  }

  /**
   * Both at once.
   *
   * @param links how many of the changes are of links, which have to fit in with the others
   */
  private static Decision<Task> and(Decision<?> first, Decision<Task> second, int links) {
    List<Change> changes = new ArrayList<>(first.changes());
    changes.addAll(second.changes());
    int over = changes.size() - MOST_CHANGES;
    if (over > 0) {
      throw Failure.invalid(Field.DEPENDENCIES, new Rule.AtOnce(links - over));
    }
    return new Decision<>(changes, second.result());
  }

  /**
   * A new task made of another one, which stays as it is. A place on record is put on record again.
   *
   * @param stop where and for whom it is done, if it is not as with the other one
   * @param draft what is copied of the other one
   */
  public static UseCase<Task> copy(long number, Stop stop, Function<Task, Task.Draft> draft) {
    return fleet -> {
      Task task = fleet.get(Kind.TASK.number(number));
      Stop elsewhere = new Stop(stop.destination().or(() -> again(fleet, task)), stop.recipient());
      return create(draft.apply(task), elsewhere).decide(fleet);
    };
  }

  private static Optional<Stop.Named<KnownDestination.Draft>> again(Snapshot fleet, Task task) {
    return task.destination()
        .flatMap(Destination::number)
        .flatMap(number -> fleet.find(Kind.DESTINATION.number(number)))
        .map(
            known ->
                new Stop.Named.Described<>(
                    new KnownDestination.Draft(
                        new Geocoder.Place(
                            known.address(), known.location(), known.place(), known.doubts()),
                        known.notes(),
                        known.metadata())));
  }

  /**
   * Changes what a task says, and where it stands.
   *
   * @throws Conflict if some of that cannot be said any more
   * @throws Failure.Invalid if it would come before itself, or there is no room for all of it in
   *     one transaction
   */
  public static UseCase<Task> amend(long number, Task.Amendment amendment) {
    return fleet -> {
      Task before = fleet.get(Kind.TASK.number(number));
      if (!amendment.allowed(before.state())) {
        throw new Conflict(before.state() == ACTIVE ? Reason.TASK_FIXED : Reason.TASK_ENDED);
      }
      Decision<Stop.Settled> settled = amendment.stop().decide(fleet);
      Task after = before.amended(amendment, settled.result(), fleet.now());
      List<Change> links =
          amendment.dependencies().map(all -> linked(fleet, before, all)).orElse(List.of());
      Optional<Container> elsewhere =
          amendment
              .container()
              .filter(it -> before.place().filter(at -> at.container().equals(it)).isEmpty());
      Decision<Task> decision =
          elsewhere
              .map(container -> Containers.append(fleet, after, container))
              .orElseGet(
                  () ->
                      Decision.of(
                          after,
                          new Change.Replace(after),
                          Event.to(after, Event.Type.CHANGED, fleet)));
      List<Change> changes = new ArrayList<>(decision.changes());
      changes.addAll(links);
      changes.addAll(Metadata.retagged(after.ref(), before.metadata(), after.metadata()));
      return and(settled, new Decision<>(changes, decision.result()), links.size());
    };
  }

  /**
   * Ends a task whether or not work on it has begun.
   *
   * @throws Conflict if it has ended already
   */
  public static UseCase<Task> close(long number, boolean success, Optional<String> report) {
    return fleet -> {
      Task task = fleet.get(Kind.TASK.number(number));
      return ended(fleet, task, success, report);
    };
  }

  /** The decision that ends a task, which may be changed by it. */
  static Decision<Task> ended(Snapshot fleet, Task task, boolean success, Optional<String> report) {
    if (task.state().terminal()) {
      throw new Conflict(Reason.TASK_ENDED);
    }
    return moved(fleet, task.reported(report), success ? TaskState.COMPLETED : TaskState.FAILED);
  }

  /**
   * Removes a task for good, and out of the dependencies of others.
   *
   * @throws Conflict if work on it has begun or ended
   */
  public static UseCase<Task> remove(long number) {
    return fleet -> {
      Task task = fleet.get(Kind.TASK.number(number));
      if (task.state() == ACTIVE) {
        throw new Conflict(Reason.TASK_FIXED);
      }
      if (task.state().terminal()) {
        throw new Conflict(Reason.TASK_ENDED);
      }
      return new Decision<>(removal(fleet, task), task);
    };
  }

  /** What it takes for a task to be gone, and out of the dependencies of others. */
  static List<Change> removal(Snapshot fleet, Task task) {
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Remove(task));
    changes.add(Event.to(task, Event.Type.REMOVED, fleet));
    changes.add(counted(task.number(), Map.of(task.state(), -1)));
    task.place().ifPresent(place -> changes.add(new Change.Leave(place, task.number())));
    changes.addAll(Metadata.retagged(task.ref(), task.metadata(), Metadata.NONE));
    Orders.plan(fleet, task)
        .ifPresent(plan -> changes.add(RoutePlans.without(fleet, plan, task.number())));
    task.held()
        .map(held -> fleet.get(Kind.WORKER.number(held.worker())))
        .ifPresent(it -> changes.add(new Change.Replace(it.dropping(List.of(task.number())))));
    for (Task other : found(fleet, task.links().all()).values()) {
      changes.add(
          new Change.Replace(
              other.linked(
                  other.links().needingNoMore(task.number()).neededNoMoreBy(task.number()))));
    }
    task.links()
        .customer()
        .flatMap(it -> fleet.find(Kind.RECIPIENT.number(it)))
        .ifPresent(it -> changes.add(Customers.ordering(it, -1)));
    return changes;
  }

  /**
   * Some tasks of a listing.
   *
   * @param next behind what the next page begins, if there is one
   */
  public record Listed(List<Task> tasks, Optional<Listing.TasksByMoment.Mark> next) {}

  /** How many tasks one query reads where only some of them are wanted. */
  private static final int LOOKED_AT = 256;

  /** How many queries a page of some tasks takes at most. */
  private static final int MOST_LOOKS = 8;

  /** A page of a listing, which one query reads. */
  public static Listed list(Snapshot fleet, Listing.TasksByMoment listing, int most) {
    return list(fleet, listing, _ -> true, most, most, 1);
  }

  /**
   * A page of those in a listing that a filter keeps. What is looked at for it is bounded, so that
   * among very many others a page may be short, or empty, and not be the last.
   */
  public static Listed list(
      Snapshot fleet, Listing.TasksByMoment listing, Predicate<Task> filter, int most) {
    return list(fleet, listing, filter, most, LOOKED_AT, MOST_LOOKS);
  }

  private static Listed list(
      Snapshot fleet,
      Listing.TasksByMoment listing,
      Predicate<Task> filter,
      int most,
      int at,
      int looks) {
    List<Task> kept = new ArrayList<>();
    Optional<Task> last = Optional.empty();
    Optional<String> cursor = Optional.empty();
    for (int look = 0; look < looks && kept.size() < most; look++) {
      Page<Task> page = fleet.page(listing, new Page.Request(at, cursor));
      for (Task task : page.items()) {
        if (filter.test(task)) {
          if (kept.size() == most) {
            return new Listed(kept, last.map(Listing.TasksByMoment.Mark::of));
          }
          kept.add(task);
        }
        last = Optional.of(task);
      }
      cursor = page.next();
      if (cursor.isEmpty()) {
        return new Listed(kept, Optional.empty());
      }
    }
    return new Listed(kept, last.map(Listing.TasksByMoment.Mark::of));
  }

  /** Some tasks by their numbers, in the order given; those that do not exist are left out. */
  static Map<Long, Task> found(Snapshot fleet, List<Long> numbers) {
    if (numbers.isEmpty()) {
      return Map.of();
    }
    Snapshot.Found found = fleet.findAll(numbers.stream().map(Kind.TASK::number).toList());
    Map<Long, Task> tasks = new LinkedHashMap<>();
    numbers.forEach(
        number -> found.find(Kind.TASK.number(number)).ifPresent(task -> tasks.put(number, task)));
    return tasks;
  }

  /**
   * That the owner of a container exists, where nothing else in the transaction says so.
   *
   * @throws Failure.NotFound if it does not now, or is about to go
   */
  static Optional<Change> standing(Snapshot fleet, Container container) {
    return switch (container) {
      case Container.OfOrganization _, Container.OfWorker _ -> Optional.empty();
      case Container.OfTeam(long team) ->
          Optional.of(new Change.Standing(Teams.open(fleet, team).ref()));
    };
  }

  /**
   * What changes about other tasks when this one comes to depend on those: both ends of a link know
   * of it. Whoever was passed on the way to see that none of them needs this one may not change at
   * the same time.
   */
  private static List<Change> linked(Snapshot fleet, Task task, List<Long> dependencies) {
    if (Set.copyOf(dependencies).size() < dependencies.size()) {
      throw Failure.invalid(Field.DEPENDENCIES, new Rule.Distinct());
    }
    if (dependencies.contains(task.number())) {
      throw Failure.invalid(Field.DEPENDENCIES, new Rule.Acyclic());
    }
    checkLinks(dependencies.size() + task.links().dependents().size());
    List<Long> before = task.links().dependencies();
    List<Long> added = dependencies.stream().filter(it -> !before.contains(it)).toList();
    Map<Long, Task> needed = found(fleet, added);
    if (needed.size() < added.size()) {
      throw Failure.invalid(Field.DEPENDENCIES, new Rule.Known());
    }
    List<Change> changes = new ArrayList<>();
    for (Task other : needed.values()) {
      checkLinks(other.links().all().size() + 1);
      changes.add(new Change.Replace(other.linked(other.links().neededBy(task.number()))));
    }
    List<Long> dropped = before.stream().filter(it -> !dependencies.contains(it)).toList();
    for (Task other : found(fleet, dropped).values()) {
      changes.add(new Change.Replace(other.linked(other.links().neededNoMoreBy(task.number()))));
    }
    if (!task.links().dependents().isEmpty()) {
      Set<Long> written = new HashSet<>(needed.keySet());
      written.addAll(dropped);
      passed(fleet, task, needed).stream()
          .filter(other -> !written.contains(other.number()))
          .forEach(other -> changes.add(new Change.Unchanged(other)));
    }
    return changes;
  }

  private static void checkLinks(int links) {
    if (links > MOST_LINKS) {
      throw Failure.invalid(Field.DEPENDENCIES, new Rule.Linked(MOST_LINKS));
    }
  }

  /** All that come before some tasks; the one that is to depend on them may not be among these. */
  private static Collection<Task> passed(Snapshot fleet, Task task, Map<Long, Task> needed) {
    Map<Long, Task> passed = new LinkedHashMap<>(needed);
    Map<Long, Task> last = needed;
    while (!last.isEmpty()) {
      Set<Long> next = new LinkedHashSet<>();
      last.values().forEach(it -> next.addAll(it.links().dependencies()));
      if (next.contains(task.number())) {
        throw Failure.invalid(Field.DEPENDENCIES, new Rule.Acyclic());
      }
      next.removeAll(passed.keySet());
      if (passed.size() + next.size() > MOST_LINKS) {
        throw Failure.invalid(Field.DEPENDENCIES, new Rule.AtOnce(MOST_LINKS));
      }
      last = found(fleet, List.copyOf(next));
      passed.putAll(last);
    }
    return passed.values();
  }

  /**
   * Changes what a task says and, if the revision names another state, moves it there.
   *
   * @throws Conflict if the state cannot follow the present one; a state that an assignment leads
   *     to cannot be asked for here
   */
  public static UseCase<Task> revise(long number, Task.Revision revision) {
    return fleet -> {
      Task task = fleet.get(Kind.TASK.number(number)).revised(revision, fleet.now());
      Optional<TaskState> next = revision.state().filter(state -> state != task.state());
      if (next.isPresent()) {
        return move(fleet, task, next.get());
      }
      return Decision.of(task, new Change.Replace(task), Event.to(task, Event.Type.CHANGED, fleet));
    };
  }

  /** The worker begins; they can be at one task at a time. */
  public static UseCase<Task> start(long number) {
    return to(number, ACTIVE);
  }

  /** The work is done. */
  public static UseCase<Task> complete(long number) {
    return to(number, TaskState.COMPLETED);
  }

  /** The work will not be done. */
  public static UseCase<Task> cancel(long number) {
    return to(number, TaskState.CANCELLED);
  }

  private static UseCase<Task> to(long number, TaskState next) {
    return fleet -> move(fleet, fleet.get(Kind.TASK.number(number)), next);
  }

  private static Decision<Task> move(Snapshot fleet, Task task, TaskState next) {
    if (task.state() == ASSIGNED && next == UNASSIGNED) {
      return Assignments.release(fleet, List.of(task)).map(List::getFirst);
    }
    if (!task.state().leadsTo(next)) {
      throw new Conflict(Reason.ILLEGAL_TRANSITION);
    }
    if (next == ACTIVE
        && found(fleet, task.links().dependencies()).values().stream()
            .anyMatch(other -> !other.state().terminal())) {
      throw new Conflict(Reason.DEPENDENCIES_OPEN);
    }
    return moved(fleet, task, next);
  }

  static Decision<Task> moved(Snapshot fleet, Task task, TaskState next) {
    Task moved = task.in(next, fleet.now());
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Replace(moved));
    changes.add(Event.to(moved, happening(next), fleet));
    changes.add(counted(task.number(), Map.of(task.state(), -1, next, 1)));
    if (next.terminal()) {
      task.place().ifPresent(place -> changes.add(new Change.Leave(place, task.number())));
    }
    task.held().ifPresent(held -> changes.add(new Change.Replace(worker(fleet, held, next))));
    if (next.terminal()) {
      task.held()
          .map(held -> Deed.ended(held.worker(), moved, fleet.now()))
          .ifPresent(deed -> changes.add(new Change.Trace(deed)));
    }
    return new Decision<>(changes, moved);
  }

  private static Worker worker(Snapshot fleet, Assignment assignment, TaskState next) {
    Worker worker = fleet.get(Kind.WORKER.number(assignment.worker()));
    return next == ACTIVE
        ? worker.starting(assignment.task())
        : worker.dropping(List.of(assignment.task()));
  }

  private static Event.Type happening(TaskState next) {
    return switch (next) {
      case UNASSIGNED -> Event.Type.UNASSIGNED;
      case ASSIGNED -> Event.Type.ASSIGNED;
      case ACTIVE -> Event.Type.STARTED;
      case COMPLETED -> Event.Type.COMPLETED;
      case FAILED -> Event.Type.FAILED;
      case CANCELLED -> Event.Type.CANCELLED;
    };
  }

  static Change.Count counted(long shard, Map<TaskState, Integer> deltas) {
    return new Change.Count(
        Kind.TASK,
        shard,
        deltas.entrySet().stream()
            .collect(Collectors.toMap(delta -> delta.getKey().name(), Map.Entry::getValue)));
  }

  /** How many tasks there are in each state; every state is there. */
  public static Map<TaskState, Long> summary(Snapshot fleet) {
    Map<String, Long> counts = fleet.counts(Kind.TASK);
    Map<TaskState, Long> summary = new EnumMap<>(TaskState.class);
    for (TaskState state : TaskState.values()) {
      summary.put(state, counts.getOrDefault(state.name(), 0L));
    }
    return summary;
  }
}

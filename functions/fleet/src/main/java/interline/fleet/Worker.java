package interline.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Somebody who does tasks.
 *
 * @param stamp what they do, and where they are, changes its version, but not when they were
 *     changed
 * @param person who they are
 * @param archived since when they are out of sight: such a worker gets no work
 * @param skills what they can do, in the order given: at most 100, each of 1 to 100 characters
 * @param capacity the most tasks they can hold at a time, at least 1
 * @param load the tasks they hold now: those assigned to them or active
 * @param active the number of the task they are at
 * @param position where they were last seen
 * @param nextRank the rank that the next task at the end of their container gets
 * @param teams the numbers of the teams they belong to, without any twice
 * @param vehicle what they drive
 * @param profile what is known of them as a driver
 * @param details what single dialects say of them
 */
public record Worker(
    long number,
    Stamp stamp,
    Person person,
    Optional<Instant> archived,
    Duty duty,
    List<String> skills,
    int capacity,
    int load,
    Optional<Long> active,
    Optional<Position> position,
    long nextRank,
    List<Long> teams,
    Optional<Driven> vehicle,
    Profile profile,
    Details details)
    implements Movable, Metadata.Tagged {

  /** What a technician can hold unless somebody says otherwise. */
  public static final int DEFAULT_CAPACITY = 8;

  /**
   * How badges begin that nobody gave: good in every address, and behind those that somebody did.
   */
  private static final String MADE = "~";

  public Worker {
    skills = List.copyOf(skills);
    teams = List.copyOf(teams);
    Text.checkSkills(skills);
    if (capacity < 1 || capacity > MOST_CAPACITY) {
      throw Failure.invalid(Field.CAPACITY, new Rule.Between(1, MOST_CAPACITY));
    }
  }

  /** The most a worker can hold at a time. */
  public static final int MOST_CAPACITY = 10_000;

  /** A vehicle in their hands, by an assignment that may have ended since it was written. */
  public record Driven(long assignment, long vehicle, Span span) {

    static Driven by(VehicleAssignment assignment) {
      return new Driven(assignment.number(), assignment.vehicle(), assignment.span());
    }
  }

  /** Where somebody was, and when. */
  public record Position(Location location, Instant at) {}

  /** What a new worker is to be. */
  public record Draft(
      String name, Optional<String> phone, Duty duty, List<String> skills, int capacity) {}

  /** What is said of a worker, new or known, by those to whom they are a person first. */
  public record Revision(Person.Revision person, Map<String, Optional<Object>> details) {}

  @Override
  public Ref<Worker> ref() {
    return Kind.WORKER.number(number);
  }

  @Override
  public Metadata metadata() {
    return profile.metadata();
  }

  public String name() {
    return person.name();
  }

  public Optional<String> phone() {
    return person.phone();
  }

  /** What they are known by: their employee number, or one that follows from their own. */
  public String badge() {
    return person.employeeNumber().orElseGet(() -> MADE + number);
  }

  /** The number of the worker who has this badge, if it is one that nobody gave them. */
  static OptionalLong made(String badge) {
    return badge.matches(MADE + "[1-9][0-9]{0,17}")
        ? OptionalLong.of(Long.parseLong(badge.substring(MADE.length())))
        : OptionalLong.empty();
  }

  /** Whether work can be given to them at all; others are only known of. */
  public boolean works() {
    return archived.isEmpty() && (person.is(Role.OPERATOR) || person.is(Role.TECHNICIAN));
  }

  /** The unique values that they hold. */
  List<Unique> uniques() {
    return Stream.concat(
            person.employeeNumber().map(Unique::employeeNumber).stream(),
            profile.login().map(Unique::phone).stream())
        .toList();
  }

  public boolean hasRoom() {
    return load < capacity;
  }

  /** Which of these skills are missing, in the order asked. */
  public List<String> missing(List<String> required) {
    return required.stream().filter(skill -> !skills.contains(skill)).toList();
  }

  Worker on(Duty next) {
    return with(
        copy -> {
          copy.duty = next;
          copy.profile = next.working() ? profile.joined() : profile;
        });
  }

  Worker at(Location location, Instant now) {
    return at(Optional.of(new Position(location, now)));
  }

  @Override
  public boolean shows(LocationEntry entry) {
    return position.equals(Optional.of(at(entry)));
  }

  @Override
  public Optional<Instant> seen() {
    return position.map(Position::at);
  }

  @Override
  public Worker showing(Optional<LocationEntry> entry, Instant now) {
    return at(entry.map(Worker::at));
  }

  @Override
  public Worker showingTheSame(Instant now) {
    return at(position);
  }

  private static Position at(LocationEntry entry) {
    return new Position(entry.location(), entry.date());
  }

  /** A worker's record has not changed because they are somewhere else. */
  private Worker at(Optional<Position> next) {
    return with(copy -> copy.position = next);
  }

  Worker revised(Revision revision, Optional<Long> group, Instant now) {
    Person revised = person.revised(revision.person(), group);
    return with(
        copy -> {
          copy.stamp = stamp.at(now);
          copy.person = revised;
          copy.profile = profile.reachedAt(revised.phone());
          copy.details = details.with(revision.details());
        });
  }

  Worker revised(Person revised, Profile more, Instant now) {
    return with(
        copy -> {
          copy.stamp = stamp.at(now);
          copy.person = revised;
          copy.profile = more;
        });
  }

  /** The same worker under a name that was not told in parts. */
  Worker called(String name, Map<String, Optional<Object>> more, Instant now) {
    return with(
        copy -> {
          copy.stamp = stamp.at(now);
          copy.person = person.renamed(name);
          copy.details = details.with(more);
        });
  }

  /** Out of sight, in no team, with no vehicle, and with no number that is theirs alone. */
  Worker archived(Instant now) {
    return with(
        copy -> {
          copy.stamp = stamp.at(now);
          copy.archived = Optional.of(now);
          copy.teams = List.of();
          copy.vehicle = Optional.empty();
          copy.profile = profile.reachedAt(Optional.empty());
        });
  }

  Worker restored(Instant now) {
    return with(
        copy -> {
          copy.stamp = stamp.at(now);
          copy.archived = Optional.empty();
        });
  }

  /** In other teams, which does not change when their own record was changed. */
  Worker in(List<Long> next) {
    return with(copy -> copy.teams = next);
  }

  /** Driving something else, which does not change that either. */
  Worker driving(Optional<Driven> next) {
    return with(copy -> copy.vehicle = next);
  }

  /** Whether it is by this assignment that they have what they drive. */
  boolean shows(VehicleAssignment assignment) {
    return vehicle.filter(it -> it.assignment() == assignment.number()).isPresent();
  }

  /** With a vehicle in their hands: what they drive now, else what they are going to drive. */
  Worker handed(VehicleAssignment assignment, Instant now) {
    boolean lasts = assignment.span().lasts(now);
    boolean first =
        assignment.span().current(now)
            || shows(assignment)
            || vehicle.filter(it -> it.span().lasts(now)).isEmpty();
    if (lasts && first) {
      return driving(Optional.of(Driven.by(assignment)));
    }
    return shows(assignment) ? driving(Optional.empty()) : this;
  }

  /** The vehicle in their hands at a moment. */
  public Optional<Driven> vehicle(Instant now) {
    return vehicle.filter(it -> it.span().current(now));
  }

  /**
   * With so many more tasks at the end of the container.
   *
   * @throws Failure.Conflict if there is no room for them
   */
  Worker taking(int tasks) {
    return holding(tasks, nextRank + tasks * RANK_STEP);
  }

  /**
   * With so many more tasks, wherever in the container.
   *
   * @throws Failure.Conflict if there is no room for them
   */
  Worker holding(int more, long end) {
    if (more > 0 && load + more > capacity) {
      throw new Failure.Conflict(Failure.Conflict.Reason.WORKER_FULL);
    }
    return loaded(load + more, active, end);
  }

  /** Without some of the tasks they held. */
  Worker dropping(List<Long> tasks) {
    Optional<Long> remaining = active.filter(task -> !tasks.contains(task));
    return loaded(load - tasks.size(), remaining, nextRank);
  }

  /**
   * At work on a task they hold.
   *
   * @throws Failure.Conflict if they are at another one
   */
  Worker starting(long task) {
    if (active.isPresent()) {
      throw new Failure.Conflict(Failure.Conflict.Reason.WORKER_BUSY);
    }
    return loaded(load, Optional.of(task), nextRank);
  }

  private Worker loaded(int newLoad, Optional<Long> newActive, long newNextRank) {
    return with(
        copy -> {
          copy.duty = newLoad == load ? duty : duty.under(newLoad);
          copy.load = newLoad;
          copy.active = newActive;
          copy.nextRank = newNextRank;
        });
  }

  private Worker with(Consumer<Copy> change) {
    Copy copy = new Copy();
    change.accept(copy);
    return copy.made();
  }

  /** What another version of this worker says: what nobody changes stays as it is. */
  private final class Copy {
    private Stamp stamp = Worker.this.stamp;
    private Person person = Worker.this.person;
    private Optional<Instant> archived = Worker.this.archived;
    private Duty duty = Worker.this.duty;
    private int load = Worker.this.load;
    private Optional<Long> active = Worker.this.active;
    private Optional<Position> position = Worker.this.position;
    private long nextRank = Worker.this.nextRank;
    private List<Long> teams = Worker.this.teams;
    private Optional<Driven> vehicle = Worker.this.vehicle;
    private Profile profile = Worker.this.profile;
    private Details details = Worker.this.details;

    Worker made() {
      return new Worker(
          number, stamp, person, archived, duty, skills, capacity, load, active, position, nextRank,
          teams, vehicle, profile, details);
    }
  }

  /** Ranks are given out with room between them, so that a task can be put between two others. */
  static final long RANK_STEP = 1L << 20;
}

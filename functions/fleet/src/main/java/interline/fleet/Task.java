package interline.fleet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A piece of work at one place.
 *
 * @param type what kind of field work it is, where a dialect says so
 * @param skills what a worker has to be able to do, in the order given: at most 100, each of 1 to
 *     100 characters
 * @param day the day it is scheduled for
 * @param slot the part of that day
 * @param assignment who has it; kept once the task has ended, as the record of who had it last
 * @param waiting where it stands while nobody has it
 * @param started when it first became active
 * @param ended when it reached a state that nothing follows
 * @param report what was said of its end
 * @param details what single dialects say of it
 */
public record Task(
    long number,
    Stamp stamp,
    TaskState state,
    Optional<WorkType> type,
    Optional<Recipient> recipient,
    Optional<Destination> destination,
    List<String> skills,
    Optional<LocalDate> day,
    Optional<TimeSlot> slot,
    Optional<Assignment> assignment,
    Optional<Place> waiting,
    Optional<Instant> started,
    Optional<Instant> ended,
    Terms terms,
    Links links,
    Origin origin,
    Optional<String> report,
    Metadata metadata,
    Details details)
    implements Entity, Metadata.Tagged {

  public Task {
    skills = List.copyOf(skills);
    Text.checkSkills(skills);
  }

  /** A task of which nothing is said but what every dialect knows. */
  public Task(
      long number,
      Stamp stamp,
      TaskState state,
      Optional<WorkType> type,
      Optional<Recipient> recipient,
      Optional<Destination> destination,
      List<String> skills,
      Optional<LocalDate> day,
      Optional<TimeSlot> slot,
      Optional<Assignment> assignment,
      Optional<Instant> started,
      Optional<Instant> ended,
      Details details) {
    this(
        number,
        stamp,
        state,
        type,
        recipient,
        destination,
        skills,
        day,
        slot,
        assignment,
        Optional.empty(),
        started,
        ended,
        Terms.NONE,
        Links.NONE,
        Origin.UNKNOWN,
        Optional.empty(),
        Metadata.NONE,
        details);
  }

  /**
   * Where a task comes from.
   *
   * @param creator the number of the user who made it
   * @param source the number of the task that it was copied from
   */
  public record Origin(Optional<Long> creator, Optional<Long> source) {

    public static final Origin UNKNOWN = new Origin(Optional.empty(), Optional.empty());
  }

  @Override
  public Ref<Task> ref() {
    return Kind.TASK.number(number);
  }

  /** The assignment that takes up a place of the worker's capacity now, if any. */
  public Optional<Assignment> held() {
    return state.loads() ? assignment : Optional.empty();
  }

  /** Where it stands; nowhere once it has ended. */
  public Optional<Place> place() {
    return held().map(Assignment::place).or(() -> waiting);
  }

  /** Its membership in the container where it stands. */
  Optional<Member> member() {
    return place().map(place -> new Member(place, number, stamp.changed(), held()));
  }

  /** Its membership in the container where it stands, for one that stands somewhere. */
  Member member(Instant since) {
    return new Member(place().orElseThrow(), number, since, held());
  }

  /** When it ended or, as long as it has not, when it was made. */
  public Instant moment() {
    return ended.orElse(stamp.created());
  }

  Task in(TaskState next, Instant now) {
    return with(
        stamp.at(now),
        next,
        assignment,
        next.terminal() ? Optional.empty() : waiting,
        next == TaskState.ACTIVE ? started.or(() -> Optional.of(now)) : started,
        next.terminal() ? Optional.of(now) : ended);
  }

  Task given(Assignment to, Instant now) {
    return with(
        stamp.at(now),
        TaskState.ASSIGNED,
        Optional.of(to),
        Optional.empty(),
        Optional.empty(),
        ended);
  }

  Task free(Place place, Instant now) {
    return with(
        stamp.at(now),
        TaskState.UNASSIGNED,
        Optional.empty(),
        Optional.of(place),
        Optional.empty(),
        ended);
  }

  /** At another rank of the container where it is; that is no change of the task. */
  Task ranked(long rank) {
    return with(
        stamp,
        state,
        assignment.map(it -> held().isPresent() ? it.at(rank) : it),
        waiting.map(it -> new Place(it.container(), rank)),
        started,
        ended);
  }

  private Task with(
      Stamp nextStamp,
      TaskState next,
      Optional<Assignment> holder,
      Optional<Place> place,
      Optional<Instant> nextStarted,
      Optional<Instant> nextEnded) {
    return new Task(
        number,
        nextStamp,
        next,
        type,
        recipient,
        destination,
        skills,
        day,
        slot,
        holder,
        place,
        nextStarted,
        nextEnded,
        terms,
        links,
        origin,
        report,
        metadata,
        details);
  }

  Task touched(Instant now) {
    return with(stamp.at(now), state, assignment, waiting, started, ended);
  }

  /** The other end of a link that changes; that is no change of this task. */
  Task linked(Links next) {
    return new Task(
        number,
        stamp,
        state,
        type,
        recipient,
        destination,
        skills,
        day,
        slot,
        assignment,
        waiting,
        started,
        ended,
        terms,
        next,
        origin,
        report,
        metadata,
        details);
  }

  /** On a plan, or on none. */
  Task planned(Optional<Long> plan, Instant now) {
    return linked(links.on(plan)).touched(now);
  }

  /** Among the orders of a customer, or of nobody. */
  Task orderedBy(Optional<Long> customer) {
    return linked(links.orderedBy(customer));
  }

  /** To be done again, after it failed. */
  Task reopened(Place place, Instant now) {
    return free(place, now).endless();
  }

  private Task endless() {
    return with(stamp, state, assignment, waiting, started, Optional.empty());
  }

  /** In no container: nobody is to drive there. */
  Task nowhere() {
    return with(stamp, state, assignment, Optional.empty(), started, ended);
  }

  /** As it was ordered. */
  Task ordered(Orders.Draft draft, Terms next, Instant now) {
    return new Task(
        number,
        stamp.at(now),
        state,
        type,
        draft.recipient(),
        draft.destination(),
        skills,
        draft.day(),
        draft.slot(),
        assignment,
        waiting,
        started,
        ended,
        next,
        links,
        origin,
        report,
        metadata,
        details.with(draft.details()));
  }

  Task reported(Optional<String> said) {
    said.ifPresent(Text::checkNotes);
    return new Task(
        number,
        stamp,
        state,
        type,
        recipient,
        destination,
        skills,
        day,
        slot,
        assignment,
        waiting,
        started,
        ended,
        terms,
        links,
        origin,
        said,
        metadata,
        details);
  }

  Task revised(Revision revision, Instant now) {
    return new Task(
        number,
        stamp.at(now),
        state,
        revision.type().or(() -> type),
        revision.recipient().map(name -> renamed(name)).or(() -> recipient),
        revision.address().map(address -> moved(address)).or(() -> destination),
        revision.skills().orElse(skills),
        revision.day().or(() -> day),
        revision.slot().or(() -> slot),
        assignment,
        waiting,
        started,
        ended,
        terms,
        links,
        origin,
        report,
        metadata,
        details);
  }

  Task amended(Amendment amendment, Stop.Settled stop, Instant now) {
    return new Task(
        number,
        stamp.at(now),
        state,
        type,
        stop.recipient().or(recipient),
        stop.destination().or(() -> destination),
        skills,
        day,
        slot,
        assignment,
        waiting,
        started,
        ended,
        terms.revised(amendment.terms()),
        amendment.dependencies().map(links::needing).orElse(links),
        origin,
        report,
        metadata.revised(amendment.metadata()),
        details.with(amendment.details()).with(amendment.labels()));
  }

  private Recipient renamed(String name) {
    return recipient
        .map(old -> old.named(name))
        .orElseGet(() -> new Recipient(name, Optional.empty()));
  }

  private Destination moved(String address) {
    return destination
        .map(old -> old.moved(address))
        .orElseGet(() -> new Destination(address, Optional.empty()));
  }

  /**
   * What a new task is to be.
   *
   * @param dependencies the numbers of the tasks that come first
   * @param container at whose end it is put
   * @param source the number of the task that it is a copy of
   */
  public record Draft(
      Optional<WorkType> type,
      Optional<Recipient> recipient,
      Optional<Destination> destination,
      List<String> skills,
      Optional<LocalDate> day,
      Optional<TimeSlot> slot,
      Terms terms,
      List<Long> dependencies,
      Container container,
      Optional<Long> source,
      Metadata metadata,
      Details details) {

    /** The same at another place and for somebody else, where that is said. */
    Draft at(Stop.Settled stop) {
      return new Draft(
          type,
          stop.recipient().or(recipient),
          stop.destination().or(() -> destination),
          skills,
          day,
          slot,
          terms,
          dependencies,
          container,
          source,
          metadata,
          details);
    }

    /** One in nobody's hands, of which nothing else is said. */
    public Draft(
        Optional<WorkType> type,
        Optional<Recipient> recipient,
        Optional<Destination> destination,
        List<String> skills,
        Optional<LocalDate> day,
        Optional<TimeSlot> slot) {
      this(
          type,
          recipient,
          destination,
          skills,
          day,
          slot,
          Terms.NONE,
          List.of(),
          Container.organization(),
          Optional.empty(),
          Metadata.NONE,
          Details.NONE);
    }
  }

  /** What a copy of this task is to be, unless somebody says otherwise: in nobody's hands. */
  public Draft copy() {
    return new Draft(
        type,
        recipient,
        destination,
        skills,
        day,
        slot,
        terms,
        List.of(),
        Container.organization(),
        Optional.of(number),
        Metadata.NONE,
        Details.NONE);
  }

  /**
   * What is to be different about a task, in the words of those to whom it is a stop with terms.
   *
   * @param dependencies the numbers of all tasks that come first from now on
   * @param container at whose end it is put, if it is not there already
   * @param details what may be said of it until work on it begins
   * @param labels what may be said of it at any time
   */
  public record Amendment(
      Stop stop,
      Terms.Revision terms,
      Optional<List<Long>> dependencies,
      Optional<Container> container,
      Metadata.Revision metadata,
      Map<String, Optional<Object>> details,
      Map<String, Optional<Object>> labels) {

    /** Whether all of it may be said of a task in this state. */
    boolean allowed(TaskState state) {
      return switch (state) {
        case UNASSIGNED, ASSIGNED -> true;
        case ACTIVE -> !binding();
        case COMPLETED, FAILED, CANCELLED -> !binding() && terms.notes().isEmpty();
      };
    }

    private boolean binding() {
      return stop.recipient().spoken()
          || stop.destination().isPresent()
          || terms.binding()
          || dependencies.isPresent()
          || container.isPresent()
          || !details.isEmpty();
    }
  }

  /**
   * What is to be different about a task; what is empty stays as it is. Values that no task can
   * have are refused here, before anybody asks whether there is such a task.
   */
  public record Revision(
      Optional<WorkType> type,
      Optional<String> recipient,
      Optional<String> address,
      Optional<List<String>> skills,
      Optional<LocalDate> day,
      Optional<TimeSlot> slot,
      Optional<TaskState> state) {

    public Revision {
      recipient.ifPresent(name -> new Recipient(name, Optional.empty()));
      address.ifPresent(written -> new Destination(written, Optional.empty()));
      skills.ifPresent(Text::checkSkills);
    }
  }
}

package interline.fleet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

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
        copy -> {
          copy.stamp = stamp.at(now);
          copy.state = next;
          if (next == TaskState.ACTIVE) {
            copy.started = started.or(() -> Optional.of(now));
          }
          if (next.terminal()) {
            copy.waiting = Optional.empty();
            copy.ended = Optional.of(now);
          }
        });
  }

  Task given(Assignment to, Instant now) {
    return with(
        copy -> {
          copy.stamp = stamp.at(now);
          copy.state = TaskState.ASSIGNED;
          copy.assignment = Optional.of(to);
          copy.waiting = Optional.empty();
          copy.started = Optional.empty();
        });
  }

  Task free(Place place, Instant now) {
    return with(
        copy -> {
          copy.stamp = stamp.at(now);
          copy.state = TaskState.UNASSIGNED;
          copy.assignment = Optional.empty();
          copy.waiting = Optional.of(place);
          copy.started = Optional.empty();
        });
  }

  /** At another rank of the container where it is; that is no change of the task. */
  Task ranked(long rank) {
    return with(
        copy -> {
          copy.assignment = assignment.map(it -> held().isPresent() ? it.at(rank) : it);
          copy.waiting = waiting.map(it -> new Place(it.container(), rank));
        });
  }

  Task touched(Instant now) {
    return with(copy -> copy.stamp = stamp.at(now));
  }

  /** The other end of a link that changes; that is no change of this task. */
  Task linked(Links next) {
    return with(copy -> copy.links = next);
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
    return free(place, now).with(copy -> copy.ended = Optional.empty());
  }

  /** In no container: nobody is to drive there. */
  Task nowhere() {
    return with(copy -> copy.waiting = Optional.empty());
  }

  /** As it was ordered. */
  Task ordered(Orders.Draft draft, Terms next, Instant now) {
    return with(
        copy -> {
          copy.stamp = stamp.at(now);
          copy.recipient = draft.recipient();
          copy.destination = draft.destination();
          copy.day = draft.day();
          copy.slot = draft.slot();
          copy.terms = next;
          copy.details = details.with(draft.details());
        });
  }

  Task reported(Optional<String> said) {
    said.ifPresent(Text::checkNotes);
    return with(copy -> copy.report = said);
  }

  Task revised(Revision revision, Instant now) {
    return with(
        copy -> {
          copy.stamp = stamp.at(now);
          copy.type = revision.type().or(() -> type);
          copy.recipient = revision.recipient().map(this::renamed).or(() -> recipient);
          copy.destination = revision.address().map(this::moved).or(() -> destination);
          copy.skills = revision.skills().orElse(skills);
          copy.day = revision.day().or(() -> day);
          copy.slot = revision.slot().or(() -> slot);
        });
  }

  Task amended(Amendment amendment, Stop.Settled stop, Instant now) {
    return with(
        copy -> {
          copy.stamp = stamp.at(now);
          copy.recipient = stop.recipient().or(recipient);
          copy.destination = stop.destination().or(() -> destination);
          copy.terms = terms.revised(amendment.terms());
          copy.links = amendment.dependencies().map(links::needing).orElse(links);
          copy.metadata = metadata.revised(amendment.metadata());
          copy.details = details.with(amendment.details()).with(amendment.labels());
        });
  }

  private Task with(Consumer<Copy> change) {
    Copy copy = new Copy();
    change.accept(copy);
    return copy.made();
  }

  /** What another version of this task says: what nobody changes stays as it is. */
  private final class Copy {
    private Stamp stamp = Task.this.stamp;
    private TaskState state = Task.this.state;
    private Optional<WorkType> type = Task.this.type;
    private Optional<Recipient> recipient = Task.this.recipient;
    private Optional<Destination> destination = Task.this.destination;
    private List<String> skills = Task.this.skills;
    private Optional<LocalDate> day = Task.this.day;
    private Optional<TimeSlot> slot = Task.this.slot;
    private Optional<Assignment> assignment = Task.this.assignment;
    private Optional<Place> waiting = Task.this.waiting;
    private Optional<Instant> started = Task.this.started;
    private Optional<Instant> ended = Task.this.ended;
    private Terms terms = Task.this.terms;
    private Links links = Task.this.links;
    private Optional<String> report = Task.this.report;
    private Metadata metadata = Task.this.metadata;
    private Details details = Task.this.details;

    Task made() {
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
          report,
          metadata,
          details);
    }
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

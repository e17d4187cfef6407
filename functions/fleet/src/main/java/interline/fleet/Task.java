package interline.fleet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
 * @param started when it first became active
 * @param ended when it reached a state that nothing follows
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
    Optional<Instant> started,
    Optional<Instant> ended,
    Details details)
    implements Entity {

  public Task {
    skills = List.copyOf(skills);
    Text.checkSkills(skills);
  }

  @Override
  public Ref<Task> ref() {
    return Kind.TASK.number(number);
  }

  /** The assignment that takes up a place of the worker's capacity now, if any. */
  public Optional<Assignment> held() {
    return state.loads() ? assignment : Optional.empty();
  }

  Task in(TaskState next, Instant now) {
    return new Task(
        number,
        stamp.at(now),
        next,
        type,
        recipient,
        destination,
        skills,
        day,
        slot,
        assignment,
        next == TaskState.ACTIVE ? started.or(() -> Optional.of(now)) : started,
        next.terminal() ? Optional.of(now) : ended,
        details);
  }

  Task given(Assignment to, Instant now) {
    return with(TaskState.ASSIGNED, Optional.of(to), now);
  }

  Task free(Instant now) {
    return with(TaskState.UNASSIGNED, Optional.empty(), now);
  }

  private Task with(TaskState next, Optional<Assignment> holder, Instant now) {
    return new Task(
        number,
        stamp.at(now),
        next,
        type,
        recipient,
        destination,
        skills,
        day,
        slot,
        holder,
        Optional.empty(),
        ended,
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
        started,
        ended,
        details);
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

  /** What a new task is to be. */
  public record Draft(
      Optional<WorkType> type,
      Optional<Recipient> recipient,
      Optional<Destination> destination,
      List<String> skills,
      Optional<LocalDate> day,
      Optional<TimeSlot> slot) {}

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

package interline.fleet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** A task for a test: what it does not speak of has a sensible value. */
final class TaskBuilder {

  private long number = 1;
  private List<String> skills = List.of();
  private Optional<Recipient> recipient =
      Optional.of(new Recipient("Ada Lovelace", Optional.of("+1 555 0100")));
  private Optional<Destination> destination =
      Optional.of(new Destination("12 Analytical Row", Optional.of(new Location(40.7, -74.0))));
  private Optional<LocalDate> day = Optional.of(LocalDate.of(2026, 11, 23));

  static TaskBuilder aTask() {
    return new TaskBuilder();
  }

  TaskBuilder number(long value) {
    number = value;
    return this;
  }

  TaskBuilder needing(String... values) {
    skills = List.of(values);
    return this;
  }

  TaskBuilder forNobody() {
    recipient = Optional.empty();
    return this;
  }

  TaskBuilder nowhere() {
    destination = Optional.empty();
    return this;
  }

  TaskBuilder on(LocalDate value) {
    day = Optional.of(value);
    return this;
  }

  Task.Draft draft() {
    return new Task.Draft(
        Optional.of(WorkType.REPAIR),
        recipient,
        destination,
        skills,
        day,
        Optional.of(new TimeSlot(LocalTime.of(9, 0), LocalTime.of(12, 0))));
  }

  /** As it is before anybody has it. */
  Task build() {
    Task.Draft draft = draft();
    return new Task(
        number,
        Stamp.fresh(Instant.EPOCH),
        TaskState.UNASSIGNED,
        draft.type(),
        draft.recipient(),
        draft.destination(),
        draft.skills(),
        draft.day(),
        draft.slot(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Details.NONE);
  }
}

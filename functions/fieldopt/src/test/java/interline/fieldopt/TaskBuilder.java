package interline.fieldopt;

import interline.fleet.Details;
import interline.fleet.Stamp;
import interline.fleet.Task;
import interline.fleet.TaskState;
import interline.fleet.TimeSlot;
import interline.fleet.WorkType;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** A task for a test, of which nothing is said that need not be. */
final class TaskBuilder {

  private long number = 1;
  private long version = 1;
  private TaskState state = TaskState.UNASSIGNED;
  private Optional<WorkType> type = Optional.empty();
  private Optional<TimeSlot> slot = Optional.empty();

  static TaskBuilder aTask() {
    return new TaskBuilder();
  }

  TaskBuilder number(long value) {
    number = value;
    return this;
  }

  TaskBuilder version(long value) {
    version = value;
    return this;
  }

  TaskBuilder in(TaskState value) {
    state = value;
    return this;
  }

  TaskBuilder of(WorkType value) {
    type = Optional.of(value);
    return this;
  }

  TaskBuilder between(String start, String end) {
    slot = Optional.of(new TimeSlot(LocalTime.parse(start), LocalTime.parse(end)));
    return this;
  }

  Task build() {
    return new Task(
        number,
        new Stamp(version, Instant.EPOCH, Instant.EPOCH),
        state,
        type,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        slot,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Details.NONE);
  }
}

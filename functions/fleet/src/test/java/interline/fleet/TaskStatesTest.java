package interline.fleet;

import static interline.fleet.TaskBuilder.aTask;
import static interline.fleet.TaskState.ACTIVE;
import static interline.fleet.TaskState.ASSIGNED;
import static interline.fleet.TaskState.CANCELLED;
import static interline.fleet.TaskState.COMPLETED;
import static interline.fleet.TaskState.FAILED;
import static interline.fleet.TaskState.UNASSIGNED;
import static interline.fleet.WorkerBuilder.aWorker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interline.fleet.Failure.Conflict;
import interline.fleet.Failure.Conflict.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** From which state a task gets into which, and what that does to everything around it. */
class TaskStatesTest {

  private static final Instant BEGUN = PlainFleet.START;
  private static final Instant NOW = BEGUN.plus(Duration.ofHours(1));

  private final PlainFleet fleet = new PlainFleet();
  private final Worker worker = fleet.commit(Workers.create(aWorker().draft()));
  private final Task task = fleet.commit(Tasks.create(aTask().draft()));

  /** A task that was brought there at {@link #BEGUN}; it is {@link #NOW} afterwards. */
  private void givenTaskIn(TaskState state) {
    if (state.loads() || state == COMPLETED || state == FAILED) {
      fleet.commit(Assignments.assign(task.number(), worker.number()));
    }
    if (state == ACTIVE || state == COMPLETED) {
      fleet.commit(Tasks.start(task.number()));
    }
    if (state.terminal()) {
      fleet.commit(Tasks.revise(task.number(), to(state)));
    }
    fleet.pass(Duration.between(BEGUN, NOW));
  }

  static Task.Revision to(TaskState state) {
    return new Task.Revision(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(state));
  }

  // fieldopt §4.1
  @ParameterizedTest(name = "{0} to {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # from     | to         | event      | load | at it | started | ended
          UNASSIGNED | CANCELLED  | CANCELLED  | 0    | no    | never   | now
          ASSIGNED   | UNASSIGNED | UNASSIGNED | 0    | no    | never   | never
          ASSIGNED   | ACTIVE     | STARTED    | 1    | yes   | now     | never
          ASSIGNED   | FAILED     | FAILED     | 0    | no    | never   | now
          ASSIGNED   | CANCELLED  | CANCELLED  | 0    | no    | never   | now
          ACTIVE     | COMPLETED  | COMPLETED  | 0    | no    | before  | now
          ACTIVE     | FAILED     | FAILED     | 0    | no    | before  | now
          ACTIVE     | CANCELLED  | CANCELLED  | 0    | no    | before  | now
          # No move at all: the rest of the revision is written.
          UNASSIGNED | UNASSIGNED | CHANGED    | 0    | no    | never   | never
          ASSIGNED   | ASSIGNED   | CHANGED    | 1    | no    | never   | never
          ACTIVE     | ACTIVE     | CHANGED    | 1    | yes   | before  | never
          COMPLETED  | COMPLETED  | CHANGED    | 0    | no    | before  | before
          FAILED     | FAILED     | CHANGED    | 0    | no    | never   | before
          CANCELLED  | CANCELLED  | CHANGED    | 0    | no    | never   | before
          """)
  void aMoveTakesEverythingAroundTheTaskWithIt(
      TaskState from,
      TaskState to,
      Event.Type event,
      int load,
      String atIt,
      String started,
      String ended) {
    givenTaskIn(from);

    Task answered = fleet.commit(Tasks.revise(task.number(), to(to)));

    Task moved = fleet.task(task.number());
    assertThat(answered.state()).isEqualTo(to);
    assertThat(moved.state()).isEqualTo(to);
    assertThat(moved.started()).isEqualTo(stamp(started));
    assertThat(moved.ended()).isEqualTo(stamp(ended));
    assertThat(moved.stamp().changed()).isEqualTo(NOW);
    Worker now = fleet.worker(worker.number());
    assertThat(now.load()).isEqualTo(load);
    assertThat(now.duty()).isEqualTo(load == 0 ? Duty.AVAILABLE : Duty.ASSIGNED);
    assertThat(now.active())
        .isEqualTo(atIt.equals("yes") ? Optional.of(task.number()) : Optional.empty());
    assertThat(fleet.container(worker.number()))
        .isEqualTo(load == 0 ? List.of() : moved.assignment().stream().toList());
    assertThat(Tasks.summary(fleet)).isEqualTo(oneIn(to));
    assertThat(fleet.history(task.ref())).last().isEqualTo(event);
  }

  private static Optional<Instant> stamp(String when) {
    return switch (when) {
      case "never" -> Optional.empty();
      case "before" -> Optional.of(BEGUN);
      case "now" -> Optional.of(NOW);
      default -> throw new IllegalArgumentException(when);
    };
  }

  private static Map<TaskState, Long> oneIn(TaskState state) {
    Map<TaskState, Long> summary = new EnumMap<>(TaskState.class);
    for (TaskState each : TaskState.values()) {
      summary.put(each, each == state ? 1L : 0L);
    }
    return summary;
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Only an assignment leads there.
          UNASSIGNED | ASSIGNED
          UNASSIGNED | ACTIVE
          UNASSIGNED | COMPLETED
          UNASSIGNED | FAILED
          # Nobody completes what nobody began.
          ASSIGNED   | COMPLETED
          # What was begun is not laid down again.
          ACTIVE     | UNASSIGNED
          ACTIVE     | ASSIGNED
          # Nothing follows.
          COMPLETED  | UNASSIGNED
          COMPLETED  | ASSIGNED
          COMPLETED  | ACTIVE
          COMPLETED  | FAILED
          COMPLETED  | CANCELLED
          FAILED     | UNASSIGNED
          FAILED     | ASSIGNED
          FAILED     | ACTIVE
          FAILED     | COMPLETED
          FAILED     | CANCELLED
          CANCELLED  | UNASSIGNED
          CANCELLED  | ASSIGNED
          CANCELLED  | ACTIVE
          CANCELLED  | COMPLETED
          CANCELLED  | FAILED
          """)
  void everyOtherMoveIsRefused(TaskState from, TaskState to) {
    givenTaskIn(from);

    assertConflict(Tasks.revise(task.number(), to(to)), Reason.ILLEGAL_TRANSITION);
  }

  @ParameterizedTest
  @EnumSource
  void eachVerbWorksFromTheStatesThatLeadToItsOwn(TaskState from) {
    givenTaskIn(from);

    if (from != ASSIGNED) {
      assertConflict(Tasks.start(task.number()), Reason.ILLEGAL_TRANSITION);
    }
    if (from != ACTIVE) {
      assertConflict(Tasks.complete(task.number()), Reason.ILLEGAL_TRANSITION);
    }
    if (from.terminal()) {
      assertConflict(Tasks.cancel(task.number()), Reason.ILLEGAL_TRANSITION);
    } else {
      assertThat(fleet.commit(Tasks.cancel(task.number())).state()).isEqualTo(CANCELLED);
    }
  }

  @Test
  void aTaskGoesFromNobodysHandsToItsEnd() {
    fleet.commit(Assignments.assign(task.number(), worker.number()));
    fleet.commit(Tasks.start(task.number()));
    fleet.commit(Tasks.complete(task.number()));

    assertThat(fleet.history(task.ref()))
        .containsExactly(
            Event.Type.CREATED, Event.Type.ASSIGNED, Event.Type.STARTED, Event.Type.COMPLETED);
    assertThat(fleet.task(task.number()).assignment().map(Assignment::worker))
        .as("who had it last is remembered")
        .hasValue(worker.number());
    assertThat(fleet.task(task.number()).held()).as("but takes up no place").isEmpty();
  }

  @Test
  void aWorkerIsAtOneTaskAtATime() {
    Task other = fleet.commit(Tasks.create(aTask().draft()));
    fleet.commit(Assignments.assignAll(List.of(task.number(), other.number()), worker.number()));
    fleet.commit(Tasks.start(task.number()));

    assertConflict(Tasks.start(other.number()), Reason.WORKER_BUSY);

    fleet.commit(Tasks.complete(task.number()));
    assertThat(fleet.commit(Tasks.start(other.number())).state()).isEqualTo(ACTIVE);
    assertThat(fleet.worker(worker.number()).active()).hasValue(other.number());
  }

  @Test
  void theEndOfATaskThatWaitsLeavesTheWorkerAtTheirOther() {
    Task other = fleet.commit(Tasks.create(aTask().draft()));
    fleet.commit(Assignments.assignAll(List.of(task.number(), other.number()), worker.number()));
    fleet.commit(Tasks.start(task.number()));

    fleet.commit(Tasks.cancel(other.number()));

    assertThat(fleet.worker(worker.number()).active()).hasValue(task.number());
    assertThat(fleet.worker(worker.number()).load()).isEqualTo(1);
  }

  @Test
  void aNewTaskIsInNobodysHands() {
    assertThat(fleet.task(task.number()))
        .returns(UNASSIGNED, Task::state)
        .returns(Optional.empty(), Task::assignment)
        .returns(aTask().draft().recipient(), Task::recipient)
        .returns(new Stamp(1, BEGUN, BEGUN), Task::stamp);
    assertThat(Tasks.summary(fleet)).isEqualTo(oneIn(UNASSIGNED));
    assertThat(fleet.lastEvent())
        .isEqualTo(new Event(task.ref(), 1, Event.Type.CREATED, BEGUN, "a dispatcher", Map.of()));
  }

  @Test
  void aRevisionChangesWhatItSpeaksOfAndTheStateInOneWrite() {
    givenTaskIn(ASSIGNED);

    fleet.commit(
        Tasks.revise(
            task.number(),
            new Task.Revision(
                Optional.of(WorkType.INSTALL),
                Optional.of("Charles Babbage"),
                Optional.of("1 Difference Lane"),
                Optional.of(List.of("fiber")),
                Optional.of(LocalDate.of(2026, 12, 1)),
                Optional.of(new TimeSlot(LocalTime.of(8, 0), LocalTime.of(9, 0))),
                Optional.of(UNASSIGNED))));

    assertThat(fleet.task(task.number()))
        .returns(UNASSIGNED, Task::state)
        .returns(Optional.of(WorkType.INSTALL), Task::type)
        .returns(
            Optional.of(new Recipient("Charles Babbage", Optional.of("+1 555 0100"))),
            Task::recipient)
        .returns(
            Optional.of(new Destination("1 Difference Lane", Optional.empty())), Task::destination)
        .returns(List.of("fiber"), Task::skills)
        .returns(Optional.of(LocalDate.of(2026, 12, 1)), Task::day);
  }

  @Test
  void aRevisionThatSaysNothingLeavesEverything() {
    givenTaskIn(ACTIVE);
    Task before = fleet.task(task.number());

    fleet.commit(Tasks.revise(task.number(), saying(Optional.empty(), Optional.empty())));

    assertThat(fleet.task(task.number()))
        .usingRecursiveComparison()
        .ignoringFields("stamp")
        .isEqualTo(before);
  }

  @Test
  void aTaskWithoutRecipientAndDestinationCanGetThem() {
    Task bare = fleet.commit(Tasks.create(aTask().forNobody().nowhere().draft()));

    fleet.commit(
        Tasks.revise(bare.number(), saying(Optional.of("Ada"), Optional.of("1 Analytical Row"))));

    assertThat(fleet.task(bare.number()))
        .returns(Optional.of(new Recipient("Ada", Optional.empty())), Task::recipient)
        .returns(
            Optional.of(new Destination("1 Analytical Row", Optional.empty())), Task::destination);
  }

  @Test
  void theSameAddressOnceMoreKeepsItsLocation() {
    fleet.commit(
        Tasks.revise(task.number(), saying(Optional.empty(), Optional.of("12 Analytical Row"))));

    assertThat(fleet.task(task.number()).destination()).isEqualTo(aTask().draft().destination());
  }

  private static Task.Revision saying(Optional<String> recipient, Optional<String> address) {
    return new Task.Revision(
        Optional.empty(),
        recipient,
        address,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void aTaskThatIsNotThereIsNotFound() {
    for (UseCase<?> useCase :
        List.of(
            Tasks.start(99),
            Tasks.complete(99),
            Tasks.cancel(99),
            Tasks.revise(99, to(CANCELLED)))) {
      assertThatThrownBy(() -> fleet.commit(useCase))
          .isInstanceOfSatisfying(
              Failure.NotFound.class, missing -> assertThat(missing.kind()).isEqualTo(Kind.TASK));
    }
  }

  private void assertConflict(UseCase<?> useCase, Reason reason) {
    assertThatThrownBy(() -> fleet.commit(useCase))
        .isInstanceOfSatisfying(
            Conflict.class, conflict -> assertThat(conflict.reason()).isEqualTo(reason));
  }
}

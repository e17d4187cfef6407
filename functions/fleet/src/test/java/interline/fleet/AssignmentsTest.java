package interline.fleet;

import static interline.fleet.TaskBuilder.aTask;
import static interline.fleet.WorkerBuilder.aWorker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interline.fleet.Failure.Conflict;
import interline.fleet.Failure.Conflict.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AssignmentsTest {

  private final PlainFleet fleet = new PlainFleet();
  private final long grace = given(aWorker().named("Grace").capacity(4));
  private final long alan = given(aWorker().named("Alan").capacity(2));

  private long given(WorkerBuilder worker) {
    return fleet.commit(Workers.create(worker.draft())).number();
  }

  private long givenTask() {
    return fleet.commit(Tasks.create(aTask().draft())).number();
  }

  private List<Long> givenTasks(int count) {
    return Stream.generate(this::givenTask).limit(count).toList();
  }

  private long givenTaskOf(long worker) {
    long task = givenTask();
    fleet.commit(Assignments.assign(task, worker));
    return task;
  }

  @Test
  void aTaskGoesToTheEndOfTheWorkersContainer() {
    List<Long> tasks = givenTasks(3);

    Assignment first = fleet.commit(Assignments.assign(tasks.get(2), grace));
    Assignment second = fleet.commit(Assignments.assign(tasks.get(0), grace));

    assertThat(fleet.container(grace)).containsExactly(first, second);
    assertThat(first)
        .returns(tasks.get(2), Assignment::task)
        .returns(grace, Assignment::worker)
        .returns("Grace", Assignment::workerName)
        .returns(PlainFleet.START, Assignment::at);
    assertThat(second.number()).isNotEqualTo(first.number());
    assertThat(fleet.task(tasks.get(2)).assignment()).hasValue(first);
    assertThat(fleet.worker(grace).load()).isEqualTo(2);
    assertThat(fleet.lastEvent())
        .isEqualTo(
            new Event(
                Kind.TASK.number(tasks.get(0)),
                2,
                Event.Type.ASSIGNED,
                PlainFleet.START,
                "a dispatcher",
                Map.of("worker", Long.toString(grace))));
  }

  // design §4: one transaction of at most six items
  @Test
  void assigningTouchesAtMostSixItems() {
    assertThat(Assignments.assign(givenTask(), grace).decide(fleet).changes())
        .hasSizeLessThanOrEqualTo(6);
    assertThat(Assignments.reassign(givenTaskOf(grace), alan).decide(fleet).changes())
        .hasSizeLessThanOrEqualTo(6);
  }

  // fieldopt §5
  @Test
  void aFullWorkerGetsNoMore() {
    givenTaskOf(alan);
    givenTaskOf(alan);

    assertConflict(Assignments.assign(givenTask(), alan), Reason.WORKER_FULL);
    assertThat(fleet.worker(alan).load()).isEqualTo(2);
  }

  @Test
  void whatEndsMakesRoom() {
    long first = givenTaskOf(alan);
    givenTaskOf(alan);

    fleet.commit(Tasks.start(first));
    assertConflict(Assignments.assign(givenTask(), alan), Reason.WORKER_FULL);
    fleet.commit(Tasks.complete(first));

    fleet.commit(Assignments.assign(givenTask(), alan));
    assertThat(fleet.worker(alan).load()).isEqualTo(2);
  }

  // fieldopt §6.1
  @Test
  void aBatchIsGivenInItsOrder() {
    List<Long> tasks = new ArrayList<>(givenTasks(4));
    Collections.reverse(tasks);

    List<Assignment> assignments = fleet.commit(Assignments.assignAll(tasks, grace));

    assertThat(assignments).extracting(Assignment::task).containsExactlyElementsOf(tasks);
    assertThat(fleet.container(grace)).isEqualTo(assignments);
    assertThat(Tasks.summary(fleet))
        .containsEntry(TaskState.ASSIGNED, 4L)
        .containsEntry(TaskState.UNASSIGNED, 0L);
  }

  // fieldopt §6.1
  @ParameterizedTest
  @CsvSource({"TAKEN, TASK_ASSIGNED", "ENDED, TASK_NOT_OPEN", "ONE_TOO_MANY, WORKER_FULL"})
  void aBatchIsGivenAsAWholeOrNotAtAll(String flaw, Reason reason) {
    List<Long> tasks = new ArrayList<>(givenTasks(4));
    switch (flaw) {
      case "TAKEN" -> fleet.commit(Assignments.assign(tasks.get(2), alan));
      case "ENDED" -> fleet.commit(Tasks.cancel(tasks.get(2)));
      default -> tasks.add(givenTask());
    }

    assertConflict(Assignments.assignAll(tasks, grace), reason);

    assertThat(fleet.container(grace)).isEmpty();
    assertThat(fleet.worker(grace).load()).isZero();
  }

  @Test
  void anUnknownTaskOrWorkerIsNotFound() {
    long task = givenTask();

    assertNotFound(Assignments.assign(99, grace), Kind.TASK);
    assertNotFound(Assignments.assign(task, 99), Kind.WORKER);
    assertNotFound(Assignments.assignAll(List.of(task, 99L), grace), Kind.TASK);
    assertNotFound(Assignments.unassignAll(List.of(task, 99L)), Kind.TASK);
    assertNotFound(Assignments.reassign(99, grace), Kind.TASK);
    assertNotFound(Assignments.reassign(task, 99), Kind.WORKER);
    assertNotFound(Assignments.reassign(givenTaskOf(grace), 99), Kind.WORKER);
  }

  @Test
  void aBatchHasAtLeastOneTaskNoneTwiceAndNotTooMany() {
    List<Long> many = LongStream.rangeClosed(1, Assignments.MOST_AT_ONCE + 1).boxed().toList();

    assertInvalid(() -> Assignments.assignAll(List.of(), grace), new Rule.Present());
    assertInvalid(() -> Assignments.unassignAll(List.of()), new Rule.Present());
    assertInvalid(() -> Assignments.assignAll(List.of(1L, 2L, 1L), grace), new Rule.Distinct());
    assertInvalid(() -> Assignments.unassignAll(List.of(1L, 1L)), new Rule.Distinct());
    assertInvalid(
        () -> Assignments.assignAll(many, grace), new Rule.AtMost(Assignments.MOST_AT_ONCE));
    assertInvalid(() -> Assignments.unassignAll(many), new Rule.AtMost(Assignments.MOST_AT_ONCE));
  }

  /** The plain fleet itself refuses more than a hundred items, or one written twice. */
  @Property(tries = 100)
  void everyBatchFitsIntoOneTransaction(
      @ForAll @IntRange(min = 1, max = Assignments.MOST_AT_ONCE) int size,
      @ForAll @IntRange(min = 1, max = Assignments.MOST_AT_ONCE) int workers) {
    Assume.that(4 * size + Math.min(size, workers) < 100);
    PlainFleet busy = new PlainFleet();
    List<Long> all =
        Stream.generate(() -> busy.commit(Tasks.create(aTask().draft())).number())
            .limit(size)
            .toList();
    List<Long> team =
        Stream.generate(() -> busy.commit(Workers.create(aWorker().capacity(100).draft())).number())
            .limit(workers)
            .toList();

    busy.commit(Assignments.assignAll(all, team.getFirst()));
    for (int i = 0; i < size; i++) {
      busy.commit(Assignments.reassign(all.get(i), team.get(i % workers)));
    }
    busy.commit(Assignments.unassignAll(all));

    assertThat(busy.workers()).extracting(Worker::load).containsOnly(0);
    assertThat(Tasks.summary(busy)).containsEntry(TaskState.UNASSIGNED, (long) size);
  }

  @Test
  void aBatchFromTooManyWorkersIsRefused() {
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.add(givenTaskOf(fleet.commit(Workers.create(aWorker().draft())).number()));
    }

    assertInvalid(
        () -> fleet.commit(Assignments.unassignAll(all)), new Rule.AtMost(Containers.MOST_AT_ONCE));
    fleet.commit(Assignments.unassignAll(all.subList(0, Containers.MOST_AT_ONCE)));
  }

  @Test
  void aTaskIsHandedFromOneWorkerToTheOther() {
    long task = givenTaskOf(grace);
    long stays = givenTaskOf(grace);

    Assignment assignment = fleet.commit(Assignments.reassign(task, alan));

    assertThat(fleet.container(alan)).containsExactly(assignment);
    assertThat(fleet.container(grace)).extracting(Assignment::task).containsExactly(stays);
    assertThat(fleet.task(task).assignment()).hasValue(assignment);
    assertThat(fleet.worker(grace).load()).isEqualTo(1);
    assertThat(fleet.worker(alan).load()).isEqualTo(1);
    assertThat(fleet.worker(alan).duty()).isEqualTo(Duty.ASSIGNED);
    assertThat(fleet.history(Kind.TASK.number(task))).last().isEqualTo(Event.Type.REASSIGNED);
    assertThat(Tasks.summary(fleet)).containsEntry(TaskState.ASSIGNED, 2L);
  }

  @Test
  void reassigningATaskThatNobodyHasGivesIt() {
    long task = givenTask();

    fleet.commit(Assignments.reassign(task, grace));

    assertThat(fleet.container(grace)).extracting(Assignment::task).containsExactly(task);
    assertThat(Tasks.summary(fleet)).containsEntry(TaskState.ASSIGNED, 1L);
  }

  @Test
  void reassigningToTheSameWorkerChangesNothing() {
    long task = givenTaskOf(alan);
    givenTaskOf(alan);
    Assignment before = fleet.task(task).assignment().orElseThrow();

    Decision<Assignment> decision = Assignments.reassign(task, alan).decide(fleet);

    assertThat(decision.changes()).isEmpty();
    assertThat(decision.result()).isEqualTo(before);
  }

  @Test
  void aTaskIsNotHandedToAFullWorker() {
    givenTaskOf(alan);
    givenTaskOf(alan);
    long task = givenTaskOf(grace);

    assertConflict(Assignments.reassign(task, alan), Reason.WORKER_FULL);
    assertThat(fleet.container(grace)).extracting(Assignment::task).containsExactly(task);
  }

  @Test
  void aTaskThatWasBegunStaysWithItsWorker() {
    long task = givenTaskOf(grace);
    fleet.commit(Tasks.start(task));

    assertConflict(Assignments.assign(task, alan), Reason.TASK_ASSIGNED);
    assertConflict(Assignments.reassign(task, alan), Reason.ILLEGAL_TRANSITION);
    assertConflict(Assignments.reassign(task, grace), Reason.ILLEGAL_TRANSITION);
    assertConflict(Assignments.unassignAll(List.of(task)), Reason.ILLEGAL_TRANSITION);
  }

  @ParameterizedTest
  @EnumSource(names = {"COMPLETED", "FAILED", "CANCELLED"})
  void aTaskThatHasEndedIsNobodysToMove(TaskState end) {
    long task = givenTaskOf(grace);
    if (end == TaskState.COMPLETED) {
      fleet.commit(Tasks.start(task));
    }
    fleet.commit(Tasks.revise(task, TaskStatesTest.to(end)));

    assertConflict(Assignments.assign(task, alan), Reason.TASK_NOT_OPEN);
    assertConflict(Assignments.reassign(task, alan), Reason.TASK_NOT_OPEN);
    assertConflict(Assignments.reassign(task, grace), Reason.TASK_NOT_OPEN);
    assertConflict(Assignments.unassignAll(List.of(task)), Reason.TASK_NOT_ASSIGNED);
  }

  @Test
  void tasksOfSeveralWorkersAreTakenBackTogether() {
    long first = givenTaskOf(grace);
    long second = givenTaskOf(alan);
    long third = givenTaskOf(grace);
    long stays = givenTaskOf(grace);

    List<Task> freed = fleet.commit(Assignments.unassignAll(List.of(third, second, first)));

    assertThat(freed)
        .extracting(Task::number)
        .as("in the order asked")
        .containsExactly(third, second, first);
    assertThat(freed).extracting(Task::state).containsOnly(TaskState.UNASSIGNED);
    assertThat(fleet.container(grace)).extracting(Assignment::task).containsExactly(stays);
    assertThat(fleet.worker(grace).load()).isEqualTo(1);
    assertThat(fleet.worker(alan).load()).isZero();
    assertThat(Tasks.summary(fleet))
        .containsEntry(TaskState.UNASSIGNED, 3L)
        .containsEntry(TaskState.ASSIGNED, 1L);
    assertThat(fleet.history(Kind.TASK.number(second))).last().isEqualTo(Event.Type.UNASSIGNED);
  }

  @Test
  void tasksAreTakenBackAllOrNone() {
    long held = givenTaskOf(grace);
    long free = givenTask();

    assertConflict(Assignments.unassignAll(List.of(held, free)), Reason.TASK_NOT_ASSIGNED);
    assertThat(fleet.worker(grace).load()).isEqualTo(1);
  }

  @Test
  void aTaskThatWasTakenBackCanBeGivenAgain() {
    long task = givenTaskOf(grace);
    fleet.commit(Assignments.unassignAll(List.of(task)));

    Assignment again = fleet.commit(Assignments.assign(task, grace));

    assertThat(fleet.container(grace)).containsExactly(again);
  }

  // fieldopt §4.2
  @ParameterizedTest(name = "on {0}: {1} with work, {2} without")
  @CsvSource({
    "AVAILABLE, ASSIGNED, AVAILABLE",
    "ASSIGNED, ASSIGNED, AVAILABLE",
    "ON_BREAK, ON_BREAK, ON_BREAK",
    "OFF_DUTY, OFF_DUTY, OFF_DUTY"
  })
  void theDutyFollowsTheLoadUnlessThePersonSaidOtherwise(Duty before, Duty with, Duty without) {
    long worker = given(aWorker().on(before));

    long task = givenTaskOf(worker);
    assertThat(fleet.worker(worker).duty()).isEqualTo(with);

    fleet.commit(Assignments.unassignAll(List.of(task)));
    assertThat(fleet.worker(worker).duty()).isEqualTo(without);
  }

  @Test
  void aBreakThatBeginsWithWorkInHandLastsUntilItIsEndedByHand() {
    long task = givenTaskOf(grace);
    fleet.commit(Workers.put(grace, Duty.ON_BREAK));

    fleet.commit(Tasks.start(task));
    fleet.commit(Tasks.complete(task));

    assertThat(fleet.worker(grace).duty()).isEqualTo(Duty.ON_BREAK);
  }

  @Test
  void ofTwoDecisionsOnTheSameStateOnlyOneComesTrue() {
    long task = givenTask();
    Decision<?> toGrace = Assignments.assign(task, grace).decide(fleet);
    Decision<?> toAlan = Assignments.assign(task, alan).decide(fleet);
    fleet.apply(toGrace);

    assertThatThrownBy(() -> fleet.apply(toAlan)).isInstanceOf(PlainFleet.Stale.class);

    assertThat(fleet.container(alan)).isEmpty();
    assertThat(fleet.task(task).assignment().map(Assignment::worker)).hasValue(grace);
  }

  private void assertConflict(UseCase<?> useCase, Reason reason) {
    assertThatThrownBy(() -> fleet.commit(useCase))
        .isInstanceOfSatisfying(
            Conflict.class, conflict -> assertThat(conflict.reason()).isEqualTo(reason));
  }

  private void assertNotFound(UseCase<?> useCase, Kind<?> kind) {
    assertThatThrownBy(() -> fleet.commit(useCase))
        .isInstanceOfSatisfying(
            Failure.NotFound.class, missing -> assertThat(missing.kind()).isEqualTo(kind));
  }

  private static void assertInvalid(ThrowingCallable call, Rule rule) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Failure.Invalid.class,
            invalid ->
                assertThat(invalid.problems())
                    .containsExactly(new Failure.Problem(Field.TASKS, rule)));
  }
}

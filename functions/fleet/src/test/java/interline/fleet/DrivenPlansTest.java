package interline.fleet;

import static interline.fleet.TaskBuilder.aTask;
import static interline.fleet.WorkerBuilder.aWorker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interline.fleet.RoutePlan.State;
import interline.fleet.RoutePlans.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Plans and the hands that their tasks are in: both change together, whatever is cut off. */
class DrivenPlansTest {

  private static final long ADA = 1;
  private static final long BEN = 2;
  private static final RoutePlans.Fit ANY = (_, _, _) -> {};

  private final PlainFleet fleet = new PlainFleet();

  DrivenPlansTest() {
    for (long worker : List.of(ADA, BEN)) {
      hire(worker);
    }
  }

  private void hire(long worker) {
    Worker hired = aWorker().number(worker).capacity(500).build();
    fleet.apply(new Decision<>(List.of(new Change.Create(hired)), hired));
  }

  private List<Long> tasks(int count) {
    return LongStream.range(0, count)
        .mapToObj(_ -> fleet.commit(Tasks.create(aTask().draft())).number())
        .toList();
  }

  private RoutePlans.Draft draft(Optional<Long> driver, State state) {
    return new RoutePlans.Draft(
        "North",
        Instant.parse("2026-11-23T07:00:00Z"),
        driver,
        Optional.of("MS 1"),
        state,
        Map.of());
  }

  private long plan(Optional<Long> driver) {
    return fleet.commit(RoutePlans.create(draft(driver, State.PLANNED))).number();
  }

  private int steps(UseCase<Step> useCase) {
    int steps = 1;
    while (!fleet.commit(useCase).done()) {
      steps++;
      everyTaskIsWhereItSays();
    }
    everyTaskIsWhereItSays();
    return steps;
  }

  private int arrange(long plan, List<Long> tasks) {
    return steps(DrivenPlans.arrange(plan, tasks, ANY));
  }

  private List<Long> inHands(long worker) {
    return fleet.container(worker).stream().map(Assignment::task).toList();
  }

  private RoutePlan stored(long plan) {
    return fleet.get(Kind.ROUTE_PLAN.number(plan));
  }

  /** After each step: on a plan are those tasks that say so, and loads are what is in hands. */
  private void everyTaskIsWhereItSays() {
    List<Long> planned = new ArrayList<>();
    for (RoutePlan plan : fleet.all(new Listing.Everything<>(Kind.ROUTE_PLAN))) {
      planned.addAll(plan.open());
      for (long task : plan.open()) {
        assertThat(fleet.task(task).links().plan()).hasValue(plan.number());
      }
    }
    assertThat(fleet.tasks().stream().filter(it -> it.links().plan().isPresent()))
        .extracting(Task::number)
        .containsExactlyInAnyOrderElementsOf(planned);
    for (long worker : List.of(ADA, BEN)) {
      assertThat(fleet.worker(worker).load()).isEqualTo(inHands(worker).size());
    }
    for (Task task : fleet.tasks()) {
      assertThat(task.held().map(Assignment::worker))
          .isEqualTo(
              List.of(ADA, BEN).stream()
                  .filter(worker -> inHands(worker).contains(task.number()))
                  .findFirst());
    }
  }

  @Test
  void aTourOfTwentyIsOneTransaction() {
    List<Long> tasks = tasks(20);
    long plan = plan(Optional.of(ADA));

    assertThat(arrange(plan, tasks)).isEqualTo(1);

    assertThat(stored(plan).open()).isEqualTo(tasks);
    assertThat(inHands(ADA)).isEqualTo(tasks);
    assertThat(Tasks.summary(fleet)).containsEntry(TaskState.ASSIGNED, 20L);
  }

  @Test
  void whatComesGoesAndChangesItsPlaceIsOneTransaction() {
    List<Long> tasks = tasks(12);
    long plan = plan(Optional.of(ADA));
    arrange(plan, tasks.subList(0, 8));
    List<Long> next =
        List.of(tasks.get(0), tasks.get(9), tasks.get(3), tasks.get(2), tasks.get(11));

    assertThat(arrange(plan, next)).isEqualTo(1);

    assertThat(stored(plan).open()).isEqualTo(next);
    assertThat(inHands(ADA)).isEqualTo(next);
    assertThat(fleet.task(tasks.get(1)).state()).isEqualTo(TaskState.UNASSIGNED);
    assertThat(arrange(plan, next)).isEqualTo(1);
    assertThat(fleet.history(Kind.ROUTE_PLAN.number(plan)))
        .as("the same again is no change")
        .hasSize(3);
  }

  @Test
  void longToursAreDoneInStepsEachOfWhichLeavesTasksInTheHandsThatThePlanNames() {
    List<Long> tasks = tasks(90);
    long plan = plan(Optional.of(ADA));
    UseCase<Step> arranging = DrivenPlans.arrange(plan, tasks, ANY);

    Step first = fleet.commit(arranging);

    assertThat(first.done()).isFalse();
    assertThat(stored(plan).open()).isNotEmpty().isEqualTo(inHands(ADA));
    assertThat(steps(arranging)).isBetween(3, 6);
    assertThat(stored(plan).open()).isEqualTo(tasks);
    assertThat(inHands(ADA)).isEqualTo(tasks);
    assertThat(arrange(plan, tasks.reversed())).isBetween(4, 6);
    assertThat(stored(plan).open()).isEqualTo(tasks.reversed());
    assertThat(inHands(ADA)).isEqualTo(tasks.reversed());
    assertThat(arrange(plan, List.of())).isBetween(4, 6);
    assertThat(inHands(ADA)).isEmpty();
    assertThat(Tasks.summary(fleet)).containsEntry(TaskState.UNASSIGNED, 90L);
  }

  @Test
  void withoutADriverTasksStayInTheHandsTheyAreIn() {
    List<Long> tasks = tasks(3);
    fleet.commit(Assignments.assign(tasks.get(1), BEN));
    long plan = plan(Optional.empty());

    assertThat(arrange(plan, tasks)).isEqualTo(1);

    assertThat(stored(plan).open()).isEqualTo(tasks);
    assertThat(inHands(BEN)).containsExactly(tasks.get(1));
  }

  @Test
  void whoeverHasATaskLosesItToTheDriver() {
    List<Long> tasks = tasks(3);
    fleet.commit(Assignments.assign(tasks.get(1), BEN));
    long plan = plan(Optional.of(ADA));

    assertThat(arrange(plan, tasks)).isEqualTo(1);

    assertThat(inHands(ADA)).isEqualTo(tasks);
    assertThat(inHands(BEN)).isEmpty();
  }

  @Test
  void theTasksGoOverToAnotherDriverAndThePlanWithTheLastOfThem() {
    List<Long> tasks = tasks(60);
    long plan = plan(Optional.of(ADA));
    arrange(plan, tasks);
    UseCase<Step> revising = DrivenPlans.revise(plan, _ -> draft(Optional.of(BEN), State.PLANNED));

    assertThat(fleet.commit(revising).done()).isFalse();
    assertThat(stored(plan).worker()).hasValue(ADA);
    assertThat(inHands(BEN)).isNotEmpty();
    assertThat(steps(revising)).isBetween(2, 4);

    assertThat(stored(plan).worker()).hasValue(BEN);
    assertThat(inHands(BEN)).isEqualTo(tasks);
    assertThat(inHands(ADA)).isEmpty();
    assertThat(steps(DrivenPlans.revise(plan, _ -> draft(Optional.empty(), State.PLANNED))))
        .isBetween(3, 5);
    assertThat(inHands(BEN)).isEmpty();
  }

  @Test
  void aTaskThatAnotherDriverWasGivenStaysThereWhenThePlanGetsAnother() {
    List<Long> tasks = tasks(2);
    long plan = plan(Optional.of(ADA));
    arrange(plan, tasks);
    fleet.commit(Assignments.reassign(tasks.get(0), BEN));
    long third = 3;
    hire(third);

    assertThat(
            fleet
                .commit(DrivenPlans.revise(plan, _ -> draft(Optional.of(third), State.PLANNED)))
                .done())
        .isTrue();

    assertThat(inHands(third)).containsExactly(tasks.get(1));
    assertThat(inHands(BEN)).containsExactly(tasks.get(0));
  }

  @Test
  void anEndedOrRemovedPlanLetsItsTasksGo() {
    List<Long> tasks = tasks(30);
    long plan = plan(Optional.of(ADA));
    arrange(plan, tasks);

    assertThat(steps(DrivenPlans.end(plan, State.CANCELLED))).isEqualTo(2);
    assertThat(stored(plan).state()).isEqualTo(State.CANCELLED);
    assertThat(stored(plan).stops()).isEmpty();
    assertThat(inHands(ADA)).isEmpty();
    assertThatThrownBy(() -> fleet.commit(DrivenPlans.end(plan, State.FINISHED)))
        .isInstanceOf(Failure.Conflict.class);

    long other = plan(Optional.of(ADA));
    arrange(other, tasks);
    assertThat(steps(DrivenPlans.remove(other))).isEqualTo(2);
    assertThat(fleet.find(Kind.ROUTE_PLAN.number(other))).isEmpty();
    assertThat(Tasks.summary(fleet)).containsEntry(TaskState.UNASSIGNED, 30L);
    assertThat(fleet.claims().keySet()).noneMatch(unique -> unique.field() == Field.VEHICLE);
  }

  @Test
  void aPlanIsNotBegunByWhoIsGone() {
    long plan = plan(Optional.of(BEN));
    assertThat(fleet.commit(Workers.remove(BEN))).isTrue();

    assertThatThrownBy(
            () ->
                fleet.commit(DrivenPlans.revise(plan, _ -> draft(Optional.of(BEN), State.STARTED))))
        .isInstanceOfSatisfying(
            Failure.Invalid.class,
            invalid ->
                assertThat(invalid.problems())
                    .extracting(Failure.Problem::field)
                    .containsExactly(Field.WORKER));
    assertThat(stored(plan).state()).isEqualTo(State.PLANNED);
  }

  @Test
  void aFailedTaskIsReopenedIntoTheDriversHands() {
    List<Long> tasks = tasks(2);
    fleet.commit(Assignments.assign(tasks.get(0), BEN));
    fleet.commit(Tasks.start(tasks.get(0)));
    fleet.commit(
        f -> Tasks.ended(f, f.get(Kind.TASK.number(tasks.get(0))), false, Optional.empty()));
    long plan = plan(Optional.of(ADA));

    assertThat(arrange(plan, tasks)).isEqualTo(1);

    assertThat(inHands(ADA)).isEqualTo(tasks);
    assertThat(Tasks.summary(fleet))
        .containsEntry(TaskState.FAILED, 0L)
        .containsEntry(TaskState.ASSIGNED, 2L);
  }
}

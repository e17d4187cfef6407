package interline.fleet;

import static interline.fleet.TaskBuilder.aTask;
import static interline.fleet.WorkerBuilder.aWorker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interline.fleet.Containers.At;
import interline.fleet.Containers.Wish;
import interline.fleet.Failure.Conflict;
import interline.fleet.Failure.Conflict.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What does not fit as a whole is refused before any of it is done. */
class RoomTest {

  private static final int CAPACITY = 30;

  private final PlainFleet fleet = new PlainFleet();
  private final long worker =
      fleet.commit(Workers.create(aWorker().capacity(CAPACITY).draft())).number();
  private final Container container = new Container.OfWorker(worker);

  private List<Long> tasks(int count) {
    return Stream.generate(() -> fleet.commit(Tasks.create(aTask().draft())).number())
        .limit(count)
        .toList();
  }

  private void put(List<Long> tasks, At at) {
    Optional<Wish> left = Optional.of(new Wish(container, tasks, at, false));
    while (left.isPresent()) {
      left = fleet.commit(Containers.put(left.get()));
    }
  }

  private List<Long> queue() {
    return fleet.members(container).stream().map(Member::task).toList();
  }

  private static void assertFull(Runnable use) {
    assertThatThrownBy(use::run)
        .isInstanceOfSatisfying(
            Conflict.class, it -> assertThat(it.reason()).isEqualTo(Reason.WORKER_FULL));
  }

  @Test
  void noneOfSoManyTasksIsMovedIfTheWorkerHasNoRoomForAll() {
    List<Long> there = tasks(2);
    put(there, new At.End());
    List<Long> many = tasks(CAPACITY - 1);

    assertFull(() -> put(many, new At.End()));
    assertThat(queue()).isEqualTo(there);
    put(many.subList(1, many.size()), new At.Front());
    assertThat(queue()).hasSize(CAPACITY);
    put(queue().reversed(), new At.Front());
    assertThat(queue()).startsWith(there.get(1), there.getFirst()).hasSize(CAPACITY);
  }

  @Test
  void whatIsReplacedMakesRoomButNotWhatTheWorkerIsAt() {
    List<Long> there = tasks(CAPACITY);
    put(there, new At.Whole());
    fleet.commit(Tasks.start(there.getFirst()));
    List<Long> others = tasks(CAPACITY);

    assertFull(() -> put(others, new At.Whole()));
    assertThat(queue()).isEqualTo(there);
    put(others.subList(1, CAPACITY), new At.Whole());
    assertThat(queue()).containsAll(others.subList(1, CAPACITY)).contains(there.getFirst());
  }

  @Test
  void aFamilyThatHasNoRoomStaysWhereItIs() {
    List<Long> family = tasks(CAPACITY + 1);
    for (int i = 1; i < family.size(); i++) {
      long before = family.get(i - 1);
      fleet.commit(
          Tasks.amend(
              family.get(i),
              new Task.Amendment(
                  Stop.UNSAID,
                  new Terms.Revision(
                      new Said.Nothing<>(),
                      new Said.Nothing<>(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty()),
                  Optional.of(List.of(before)),
                  Optional.empty(),
                  Metadata.Revision.NOTHING,
                  Map.of(),
                  Map.of())));
    }

    assertFull(
        () ->
            fleet.commit(
                Containers.put(
                    new Wish(container, List.of(family.getFirst()), new At.End(), true))));
    assertThat(queue()).isEmpty();
  }

  @Test
  void aPlanDoesNotGoToADriverWhoHasNoRoomForItsStops() {
    RoutePlan plan = plan();
    List<Long> tasks = tasks(CAPACITY + 1);
    arrange(plan, tasks);

    assertFull(() -> fleet.commit(RoutePlans.revise(plan.number(), this::driven)));
    assertThat(fleet.get(plan.ref()).worker()).isEmpty();
    assertThat(
            fleet
                .commit(
                    RoutePlans.revise(
                        plan.number(), this::driven, Optional.of(tasks.subList(0, CAPACITY))))
                .worker())
        .contains(worker);
  }

  @Test
  void whatIsSaidOfAPlanIsNotKeptIfItsStopsAreRefused() {
    RoutePlan plan = plan();
    List<Long> tooMany = tasks(RoutePlans.MOST_STOPS + 1);

    assertThatThrownBy(
            () ->
                fleet.commit(RoutePlans.revise(plan.number(), this::driven, Optional.of(tooMany))))
        .isInstanceOfSatisfying(
            Failure.Invalid.class,
            it ->
                assertThat(it.problems())
                    .containsExactly(
                        new Failure.Problem(Field.TASKS, new Rule.AtMost(RoutePlans.MOST_STOPS))));
    fleet.commit(RoutePlans.revise(plan.number(), this::driven));
    RoutePlan driven = fleet.get(plan.ref());
    assertFull(
        () ->
            fleet.commit(
                RoutePlans.revise(
                    plan.number(), this::driven, Optional.of(tooMany.subList(0, CAPACITY + 1)))));
    assertThat(fleet.get(plan.ref())).isEqualTo(driven);
  }

  private RoutePlan plan() {
    return fleet.commit(
        RoutePlans.create(
            new RoutePlans.Draft(
                "Tour",
                fleet.now(),
                Optional.empty(),
                Optional.empty(),
                RoutePlan.State.PLANNED,
                Map.of())));
  }

  private RoutePlans.Draft driven(RoutePlan plan) {
    return new RoutePlans.Draft(
        plan.name(), plan.departure(), Optional.of(worker), plan.vehicle(), plan.state(), Map.of());
  }

  private void arrange(RoutePlan plan, List<Long> tasks) {
    RoutePlans.Step step;
    do {
      step = fleet.commit(RoutePlans.arrange(plan.number(), tasks, (_, _, _) -> {}));
    } while (!step.done());
  }
}

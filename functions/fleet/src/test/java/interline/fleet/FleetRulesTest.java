package interline.fleet;

import static interline.fleet.TaskBuilder.aTask;
import static interline.fleet.WorkerBuilder.aWorker;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** What is true of every fleet, whatever was asked of it and in which order. */
class FleetRulesTest {

  private static final int TASKS = 6;

  /** Three workers: one with room, one with little, and one on a break that nobody ends. */
  private static PlainFleet aFleet() {
    PlainFleet fleet = new PlainFleet();
    fleet.commit(Workers.create(aWorker().capacity(4).draft()));
    fleet.commit(Workers.create(aWorker().capacity(1).draft()));
    fleet.commit(Workers.create(aWorker().capacity(3).on(Duty.ON_BREAK).draft()));
    for (int i = 0; i < TASKS; i++) {
      fleet.commit(Tasks.create(aTask().draft()));
    }
    return fleet;
  }

  /** Something that can be asked, and how to say it when a property fails. */
  record Request(String words, UseCase<?> useCase) {
    @Override
    public String toString() {
      return words;
    }
  }

  @Provide
  Arbitrary<Request> requests() {
    Arbitrary<Long> task = Arbitraries.longs().between(1, TASKS + 2);
    Arbitrary<Long> worker = Arbitraries.longs().between(1, 3);
    Arbitrary<List<Long>> tasks = task.list().uniqueElements().ofMinSize(1).ofMaxSize(4);
    Arbitrary<TaskState> state = Arbitraries.of(TaskState.class);
    return Arbitraries.oneOf(
        Arbitraries.create(() -> new Request("create", Tasks.create(aTask().draft()))),
        Combinators.combine(task, worker)
            .as((t, w) -> new Request("assign " + t + " to " + w, Assignments.assign(t, w))),
        Combinators.combine(tasks, worker)
            .as((ts, w) -> new Request("assign " + ts + " to " + w, Assignments.assignAll(ts, w))),
        Combinators.combine(task, worker)
            .as((t, w) -> new Request("reassign " + t + " to " + w, Assignments.reassign(t, w))),
        tasks.map(ts -> new Request("unassign " + ts, Assignments.unassignAll(ts))),
        task.map(t -> new Request("start " + t, Tasks.start(t))),
        task.map(t -> new Request("complete " + t, Tasks.complete(t))),
        task.map(t -> new Request("cancel " + t, Tasks.cancel(t))),
        Combinators.combine(task, state)
            .as((t, s) -> new Request(t + " to " + s, Tasks.revise(t, TaskStatesTest.to(s)))));
  }

  @Provide
  Arbitrary<List<Request>> sequences() {
    return requests().list().ofMaxSize(60);
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReportMode.OFF)
  void theRulesHoldAfterEveryRequest(@ForAll("sequences") List<Request> requests) {
    PlainFleet fleet = aFleet();
    for (Request request : requests) {
      boolean done = heard(fleet, request);
      Statistics.collect(done ? "done" : "refused");
      assertRulesHold(fleet);
    }
    Statistics.coverage(
        coverage -> {
          coverage.check("done").percentage(share -> share > 15);
          coverage.check("refused").percentage(share -> share > 15);
        });
  }

  private static boolean heard(PlainFleet fleet, Request request) {
    try {
      fleet.commit(request.useCase());
      return true;
    } catch (Failure refused) {
      return false;
    }
  }

  /**
   * Two callers read the same fleet; the slower one's decision comes true as it is or not at all.
   */
  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void theRulesHoldWhenTwoDecideAtOnce(
      @ForAll("sequences") List<Request> before,
      @ForAll("requests") Request faster,
      @ForAll("requests") Request slower) {
    PlainFleet fleet = aFleet();
    before.forEach(request -> heard(fleet, request));
    Optional<Decision<?>> first = decided(fleet, faster);
    Optional<Decision<?>> second = decided(fleet, slower);

    first.ifPresent(fleet::apply);
    try {
      second.ifPresent(fleet::apply);
    } catch (PlainFleet.Stale stale) {
      // The store would read again and ask again.
    }

    assertRulesHold(fleet);
  }

  private static Optional<Decision<?>> decided(PlainFleet fleet, Request request) {
    try {
      return Optional.of(request.useCase().decide(fleet));
    } catch (Failure refused) {
      return Optional.empty();
    }
  }

  private static void assertRulesHold(PlainFleet fleet) {
    List<Task> tasks = fleet.tasks();
    fleet.workers().forEach(worker -> assertHoldsWhatItSays(fleet, worker, tasks));
    Map<TaskState, Long> tally = tasks.stream().collect(groupingBy(Task::state, counting()));
    assertThat(Tasks.summary(fleet))
        .allSatisfy(
            (state, count) ->
                assertThat(count).as("%s", state).isEqualTo(tally.getOrDefault(state, 0L)));
    assertThat(tasks)
        .allSatisfy(
            task -> {
              assertThat(task.ended().isPresent()).isEqualTo(task.state().terminal());
              if (task.state().loads()) {
                assertThat(task.held()).isPresent();
              }
              if (task.state() == TaskState.UNASSIGNED) {
                assertThat(task.assignment()).isEmpty();
              }
              if (task.state() == TaskState.ACTIVE || task.state() == TaskState.COMPLETED) {
                assertThat(task.started()).isPresent();
              }
            });
  }

  private static void assertHoldsWhatItSays(PlainFleet fleet, Worker worker, List<Task> tasks) {
    List<Task> held =
        tasks.stream()
            .filter(task -> task.held().filter(it -> it.worker() == worker.number()).isPresent())
            .toList();
    assertThat(worker.load()).as("load").isEqualTo(held.size()).isBetween(0, worker.capacity());
    assertThat(fleet.container(worker.number()))
        .as("container")
        .isEqualTo(
            held.stream()
                .flatMap(task -> task.held().stream())
                .sorted(Comparator.comparingLong(Assignment::rank))
                .toList())
        .extracting(Assignment::task)
        .doesNotHaveDuplicates();
    assertThat(worker.active().stream().toList())
        .as("at most one active task")
        .hasSizeLessThan(2)
        .isEqualTo(
            held.stream()
                .filter(task -> task.state() == TaskState.ACTIVE)
                .map(Task::number)
                .toList());
    assertThat(worker.duty())
        .as("duty")
        .isEqualTo(
            worker.number() == 3 ? Duty.ON_BREAK : held.isEmpty() ? Duty.AVAILABLE : Duty.ASSIGNED);
    assertThat(worker.nextRank())
        .as("the next rank is behind all others")
        .isGreaterThan(
            fleet.container(worker.number()).stream().mapToLong(Assignment::rank).max().orElse(0));
  }
}

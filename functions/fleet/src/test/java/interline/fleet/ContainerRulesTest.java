package interline.fleet;

import static interline.fleet.TaskBuilder.aTask;
import static interline.fleet.WorkerBuilder.aWorker;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import interline.fleet.Containers.At;
import interline.fleet.Containers.Wish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Containers beside a model of them that is a map of lists. */
class ContainerRulesTest {

  private static final int TASKS = 30;
  private static final List<Container> CONTAINERS =
      List.of(
          Container.organization(),
          new Container.OfTeam(1),
          new Container.OfWorker(1),
          new Container.OfWorker(2));

  /** Something that can be asked of the fleet and of the model alike. */
  sealed interface Request {
    record Create(Container container) implements Request {}

    record Put(Wish wish) implements Request {}

    record Assign(long task, long worker) implements Request {}

    record Unassign(long task) implements Request {}

    record Start(long task) implements Request {}

    record Close(long task) implements Request {}

    record Remove(long task) implements Request {}
  }

  @Provide
  Arbitrary<Request> requests() {
    Arbitrary<Container> container = Arbitraries.of(CONTAINERS);
    Arbitrary<Long> task = Arbitraries.longs().between(1, TASKS);
    Arbitrary<Long> worker = Arbitraries.longs().between(1, 2);
    Arbitrary<At> at =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(2, Arbitraries.create(At.Front::new)),
            net.jqwik.api.Tuple.of(2, Arbitraries.create(At.End::new)),
            net.jqwik.api.Tuple.of(6, Arbitraries.integers().between(0, 6).map(At.Index::new)),
            net.jqwik.api.Tuple.of(2, Arbitraries.create(At.Whole::new)));
    Arbitrary<List<Long>> tasks = task.list().uniqueElements().ofMaxSize(24);
    Arbitrary<List<Long>> few = task.list().uniqueElements().ofMinSize(1).ofMaxSize(2);
    return Arbitraries.oneOf(
        container.map(Request.Create::new),
        Combinators.combine(container, tasks, at)
            .as((c, ts, a) -> new Request.Put(new Wish(c, ts, a, false))),
        Combinators.combine(container, few, Arbitraries.integers().between(0, 3))
            .as((c, ts, n) -> new Request.Put(new Wish(c, ts, new At.Index(n), false))),
        Combinators.combine(task, worker).as(Request.Assign::new),
        task.map(Request.Unassign::new),
        task.map(Request.Start::new),
        task.map(Request.Close::new),
        task.map(Request.Remove::new));
  }

  @Provide
  Arbitrary<List<Request>> sequences() {
    return requests().list().ofMaxSize(80);
  }

  /** Every unfinished task is in exactly one container, in the order that the model says. */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void containersAreWhatTheModelSays(@ForAll("sequences") List<Request> requests) {
    PlainFleet fleet = aFleet();
    Model model = new Model(fleet);
    for (Request request : requests) {
      fleet.pass(Duration.ofMillis(1));
      Statistics.collect(model.hears(request) ? "done" : "refused");
      model.check();
    }
  }

  /** Always between the same two: there is room again and again. */
  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void thereIsAlwaysRoomBetweenTwo(
      @ForAll("places") Container container, @ForAll("indexes") int index) {
    PlainFleet fleet = aFleet();
    Model model = new Model(fleet);
    for (long task = 1; task <= 3; task++) {
      model.hears(put(container, task, new At.End()));
    }
    for (int i = 0; i < 150; i++) {
      model.hears(put(container, 4 + i % (TASKS - 3), new At.Index(index)));
      model.check();
    }
  }

  @Provide
  Arbitrary<Container> places() {
    return Arbitraries.of(CONTAINERS);
  }

  @Provide
  Arbitrary<Integer> indexes() {
    return Arbitraries.integers().between(0, 4);
  }

  private static Request put(Container container, long task, At at) {
    return new Request.Put(new Wish(container, List.of(task), at, false));
  }

  private static PlainFleet aFleet() {
    PlainFleet fleet = new PlainFleet();
    fleet.commit(Workers.create(aWorker().capacity(100).draft()));
    fleet.commit(Workers.create(aWorker().capacity(100).draft()));
    fleet.commit(Teams.create(team()));
    for (int i = 0; i < TASKS; i++) {
      fleet.pass(Duration.ofMillis(1));
      fleet.commit(Tasks.create(aTask().draft()));
    }
    return fleet;
  }

  private static Team.Revision team() {
    return new Team.Revision(
        new Said.Given<>("North"),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        Metadata.Revision.NOTHING);
  }

  /** The same, thought of as lists. */
  private static final class Model {
    private final PlainFleet fleet;
    private final Map<Container, List<Long>> lists = new LinkedHashMap<>();
    private final Map<Container, Optional<Long>> active = new LinkedHashMap<>();

    Model(PlainFleet fleet) {
      this.fleet = fleet;
      CONTAINERS.forEach(container -> lists.put(container, new ArrayList<>()));
      fleet.tasks().forEach(task -> list(Container.organization()).add(task.number()));
    }

    private List<Long> list(Container container) {
      return lists.computeIfAbsent(container, _ -> new ArrayList<>());
    }

    /** Asks the fleet and, if it does not refuse, does the same here. */
    boolean hears(Request request) {
      try {
        switch (request) {
          case Request.Create(Container container) -> {
            list(container).add(fleet.commit(Tasks.create(draft(container))).number());
          }
          case Request.Put(Wish wish) -> {
            Optional<Wish> left = Optional.of(wish);
            while (left.isPresent()) {
              left = fleet.commit(Containers.put(left.get()));
              checkEachIsSomewhere();
            }
            put(wish);
          }
          case Request.Assign(long task, long worker) -> {
            fleet.commit(Assignments.assign(task, worker));
            take(task);
            list(new Container.OfWorker(worker)).add(task);
          }
          case Request.Unassign(long task) -> {
            fleet.commit(Assignments.unassignAll(List.of(task)));
            take(task);
            list(Container.organization()).add(task);
          }
          case Request.Start(long task) -> {
            Container container = container(fleet.commit(Tasks.start(task)));
            active.put(container, Optional.of(task));
          }
          case Request.Close(long task) -> {
            fleet.commit(Tasks.close(task, true, Optional.empty()));
            take(task);
          }
          case Request.Remove(long task) -> {
            fleet.commit(Tasks.remove(task));
            take(task);
          }
        }
        return true;
      } catch (Failure refused) {
        return false;
      }
    }

    private static Container container(Task task) {
      return task.place().orElseThrow().container();
    }

    private static Task.Draft draft(Container container) {
      Task.Draft plain = aTask().draft();
      return new Task.Draft(
          plain.type(),
          plain.recipient(),
          plain.destination(),
          plain.skills(),
          plain.day(),
          plain.slot(),
          Terms.NONE,
          List.of(),
          container,
          Optional.empty(),
          Metadata.NONE,
          Details.NONE);
    }

    private void take(long task) {
      lists.values().forEach(list -> list.remove(task));
      active.values().removeIf(Optional.of(task)::equals);
    }

    /** The active task keeps its place, wherever that is: it is not part of the order. */
    private void put(Wish wish) {
      Container container = wish.container();
      if (wish.at() instanceof At.Whole) {
        List<Long> gone = new ArrayList<>(queue(container));
        gone.removeAll(wish.tasks());
        gone.forEach(this::take);
        list(Container.organization()).addAll(gone);
      }
      wish.tasks().forEach(this::take);
      List<Long> queue = new ArrayList<>(queue(container));
      int index =
          switch (wish.at()) {
            case At.Front _ -> 0;
            case At.Index(int n) -> Math.min(n, queue.size());
            case At.End _, At.Behind _ -> queue.size();
            case At.Whole _ -> 0;
          };
      queue.addAll(index, wish.tasks());
      active.getOrDefault(container, Optional.empty()).ifPresent(queue::add);
      lists.put(container, queue);
    }

    private List<Long> queue(Container container) {
      List<Long> queue = new ArrayList<>(list(container));
      active.getOrDefault(container, Optional.empty()).ifPresent(queue::remove);
      return queue;
    }

    private void checkEachIsSomewhere() {
      Set<Long> seen = new HashSet<>();
      for (Container container : CONTAINERS) {
        for (Member member : fleet.members(container)) {
          assertThat(seen.add(member.task())).as("in one container").isTrue();
          assertThat(fleet.task(member.task()).place()).hasValue(member.place());
          assertThat(fleet.task(member.task()).held()).isEqualTo(member.assignment());
        }
      }
      assertThat(seen)
          .isEqualTo(
              Set.copyOf(
                  fleet.tasks().stream()
                      .filter(task -> !task.state().terminal())
                      .map(Task::number)
                      .toList()));
    }

    void check() {
      checkEachIsSomewhere();
      Map<Container, List<Long>> queues =
          CONTAINERS.stream().collect(toMap(container -> container, this::queue));
      for (Container container : CONTAINERS) {
        Optional<Long> at = container.byWorker().flatMap(it -> fleet.worker(it).active());
        assertThat(
                fleet.members(container).stream()
                    .map(Member::task)
                    .filter(task -> !at.equals(Optional.of(task))))
            .as("%s", container)
            .isEqualTo(queues.get(container));
        container
            .byWorker()
            .ifPresent(
                it -> {
                  Worker worker = fleet.worker(it);
                  assertThat(worker.load()).isEqualTo(fleet.members(container).size());
                  assertThat(fleet.members(container))
                      .allMatch(member -> member.place().rank() < worker.nextRank());
                });
      }
      Map<TaskState, Long> summary = Tasks.summary(fleet);
      for (TaskState state : TaskState.values()) {
        assertThat(summary.get(state))
            .isEqualTo(fleet.tasks().stream().filter(task -> task.state() == state).count());
      }
    }
  }
}

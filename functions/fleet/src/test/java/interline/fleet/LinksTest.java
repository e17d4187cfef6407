package interline.fleet;

import static interline.fleet.TaskBuilder.aTask;
import static interline.fleet.WorkerBuilder.aWorker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How many links a task may have, and one call may change: {@link PlainFleet} counts the items. */
class LinksTest {

  private static final int MOST_METADATA = 20;

  private final PlainFleet fleet = new PlainFleet();
  private int phones;

  private List<Long> tasks(int count) {
    return Stream.generate(() -> created(List.of()).number()).limit(count).toList();
  }

  private Task created(List<Long> dependencies) {
    return fleet.commit(Tasks.create(draft(dependencies, Metadata.NONE), Stop.UNSAID));
  }

  private static Task.Draft draft(List<Long> dependencies, Metadata metadata) {
    Task.Draft plain = aTask().draft();
    return new Task.Draft(
        plain.type(),
        plain.recipient(),
        plain.destination(),
        plain.skills(),
        plain.day(),
        plain.slot(),
        plain.terms(),
        dependencies,
        plain.container(),
        Optional.empty(),
        metadata,
        Details.NONE);
  }

  private static Metadata full(String name) {
    return new Metadata(
        IntStream.range(0, MOST_METADATA)
            .mapToObj(
                i ->
                    new Metadata.Item(
                        name + i, new Metadata.Value.Flag(true), Set.of(Metadata.Viewer.CLIENTS)))
            .toList());
  }

  /** A new place and somebody new, with as much metadata as they can have. */
  private Stop described() {
    phones++;
    return new Stop(
        Optional.of(
            new Stop.Named.Described<>(
                new KnownDestination.Draft(
                    Geocoder.Place.at(Address.of("1 Analytical Row"), new Location(40.7, -74.0)),
                    "",
                    full("place")))),
        new Said.Given<>(
            new Stop.Named.Described<>(
                new KnownRecipient.Draft(
                    "Ada",
                    "+1650555" + (1000 + phones),
                    Optional.empty(),
                    Optional.empty(),
                    full("person")))));
  }

  private static Task.Amendment amendment(
      Stop stop, List<Long> dependencies, Optional<Container> container, Metadata metadata) {
    return new Task.Amendment(
        stop,
        new Terms.Revision(
            new Said.Nothing<>(),
            new Said.Nothing<>(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Optional.of(dependencies),
        container,
        new Metadata.Revision.Replaced(metadata),
        Map.of(),
        Map.of());
  }

  private static UseCase<Task> depending(long task, List<Long> dependencies) {
    return Tasks.amend(task, amendment(Stop.UNSAID, dependencies, Optional.empty(), Metadata.NONE));
  }

  private void assertRefused(UseCase<?> useCase, Rule rule) {
    assertThatThrownBy(() -> fleet.commit(useCase))
        .isInstanceOfSatisfying(
            Failure.Invalid.class,
            refused ->
                assertThat(refused.problems())
                    .containsExactly(new Failure.Problem(Field.DEPENDENCIES, rule)));
  }

  @Test
  void aTaskWithAllItsLinksAndMetadataOnAPlanAndInAWorkersHandsCanBeRemoved() {
    List<Long> needed = tasks(Tasks.MOST_LINKS / 2);
    Task task = fleet.commit(Tasks.create(draft(needed, full("task"))));
    for (int i = needed.size(); i < Tasks.MOST_LINKS; i++) {
      created(List.of(task.number()));
    }
    Worker worker = fleet.commit(Workers.create(aWorker().draft()));
    fleet.commit(Assignments.assign(task.number(), worker.number()));
    RoutePlan plan =
        fleet.commit(
            RoutePlans.create(
                new RoutePlans.Draft(
                    "Tour",
                    fleet.now(),
                    Optional.empty(),
                    Optional.empty(),
                    RoutePlan.State.PLANNED,
                    Map.of())));
    fleet.commit(RoutePlans.arrange(plan.number(), List.of(task.number()), (_, _, _) -> {}));

    fleet.commit(Tasks.remove(task.number()));

    assertThat(fleet.task(needed.getFirst()).links()).isEqualTo(Links.NONE);
    assertThat(fleet.find(task.ref())).isEmpty();
  }

  @Test
  void aTaskIsLinkedWithSixtyOthersWhicheverWay() {
    List<Long> others = tasks(Tasks.MOST_LINKS);
    Task task = created(others);
    Rule linked = new Rule.Linked(60);

    assertRefused(Tasks.create(draft(List.of(task.number()), Metadata.NONE)), linked);
    assertRefused(
        Tasks.create(
            draft(Stream.concat(others.stream(), tasks(1).stream()).toList(), Metadata.NONE)),
        linked);
    fleet.commit(depending(task.number(), others.subList(1, others.size())));
    Task next = created(List.of(task.number()));
    assertThat(fleet.task(task.number()).links().dependents()).containsExactly(next.number());
    assertRefused(depending(task.number(), others), linked);
  }

  @Test
  void aNewTaskHasAsManyLinksAsThereIsRoomForBesideAllElse() {
    List<Long> others = tasks(30);

    assertRefused(
        Tasks.create(draft(others.subList(0, 29), full("task")), described()), new Rule.AtOnce(28));
    Task task = fleet.commit(Tasks.create(draft(others.subList(0, 28), full("task")), described()));
    assertThat(task.links().dependencies()).hasSize(28);
    fleet.commit(depending(task.number(), others));
    assertThat(fleet.task(task.number()).links().dependencies()).hasSize(30);
  }

  @Test
  void anAmendmentChangesAsManyLinksAsThereIsRoomForBesideAllElse() {
    List<Long> others = tasks(2 * Tasks.MOST_LINKS);
    Worker old = fleet.commit(Workers.create(aWorker().draft()));
    Worker next = fleet.commit(Workers.create(aWorker().draft()));
    Task task = fleet.commit(Tasks.create(draft(List.of(), full("task"))));
    fleet.commit(Assignments.assign(task.number(), old.number()));
    Optional<Container> there = Optional.of(new Container.OfWorker(next.number()));

    assertRefused(
        Tasks.amend(
            task.number(), amendment(described(), others.subList(0, 10), there, full("other"))),
        new Rule.AtOnce(6));
    fleet.commit(
        Tasks.amend(
            task.number(), amendment(described(), others.subList(0, 6), there, full("other"))));
    assertThat(fleet.task(task.number()))
        .returns(others.subList(0, 6), it -> it.links().dependencies())
        .returns(full("other"), Task::metadata)
        .returns(next.number(), it -> it.held().orElseThrow().worker());
  }

  @Test
  void allLinksOfATaskCanBeReplacedInTwoCalls() {
    List<Long> others = tasks(2 * Tasks.MOST_LINKS);
    Task task = created(others.subList(0, 60));

    assertRefused(depending(task.number(), others.subList(60, 120)), new Rule.AtOnce(96));
    fleet.commit(depending(task.number(), List.of()));
    fleet.commit(depending(task.number(), others.subList(60, 120)));

    assertThat(fleet.task(task.number()).links().dependencies()).isEqualTo(others.subList(60, 120));
    assertThat(fleet.task(others.getFirst()).links()).isEqualTo(Links.NONE);
  }
}

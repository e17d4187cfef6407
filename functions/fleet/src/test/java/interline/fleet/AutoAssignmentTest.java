package interline.fleet;

import static interline.fleet.TaskBuilder.aTask;
import static interline.fleet.WorkerBuilder.aWorker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interline.fleet.AutoAssignment.Given;
import interline.fleet.AutoAssignment.Mode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

// onfleet-2 §4.1, §6.6
class AutoAssignmentTest {

  private final PlainFleet fleet = new PlainFleet();

  private static AutoAssignment by(Mode mode) {
    return new AutoAssignment(mode, Optional.empty(), false, Optional.empty(), Set.of(), false);
  }

  private static AutoAssignment upTo(int most) {
    return new AutoAssignment(
        Mode.DISTANCE, Optional.empty(), false, Optional.of(most), Set.of(), false);
  }

  /** Somebody on duty so many degrees north of the equator. */
  private long workerAt(double latitude) {
    return workerAt(latitude, aWorker());
  }

  private long workerAt(double latitude, WorkerBuilder builder) {
    long worker = fleet.commit(Workers.create(builder.draft())).number();
    fleet.commit(Workers.locate(worker, new Location(latitude, 0)));
    return worker;
  }

  private long taskAt(double latitude, Long... dependencies) {
    return taskAt(latitude, Container.organization(), dependencies);
  }

  private long taskAt(double latitude, Container container, Long... dependencies) {
    Task.Draft plain = aTask().draft();
    return fleet
        .commit(
            Tasks.create(
                new Task.Draft(
                    plain.type(),
                    plain.recipient(),
                    Optional.of(new Destination("Row", Optional.of(new Location(latitude, 0)))),
                    plain.skills(),
                    plain.day(),
                    plain.slot(),
                    plain.terms(),
                    List.of(dependencies),
                    container,
                    Optional.empty(),
                    Metadata.NONE,
                    Details.NONE)))
        .number();
  }

  private long team(Long... workers) {
    return fleet
        .commit(
            Teams.create(
                new Team.Revision(
                    new Said.Given<>("Team of " + List.of(workers)),
                    new Said.Given<>(List.of(workers)),
                    new Said.Nothing<>(),
                    new Said.Nothing<>(),
                    new Said.Nothing<>(),
                    Metadata.Revision.NOTHING)))
        .number();
  }

  private Optional<Long> chosen(AutoAssignment wish, long task) {
    return fleet.commit(wish.give(task)).map(Given::worker);
  }

  private List<Long> queue(long worker) {
    return fleet.members(new Container.OfWorker(worker)).stream().map(Member::task).toList();
  }

  @Test
  void theOneWhoIsNearestGetsItAtTheEnd() {
    long near = workerAt(1);
    long far = workerAt(3);
    long first = taskAt(5, new Container.OfWorker(near));
    long task = taskAt(0);

    assertThat(chosen(by(Mode.DISTANCE), task)).contains(near);
    assertThat(queue(near)).containsExactly(first, task);
    assertThat(queue(far)).isEmpty();
    assertThat(fleet.task(task).state()).isEqualTo(TaskState.ASSIGNED);
  }

  @Test
  void theWholeWayCountsWhereTheLoadDoes() {
    long busy = workerAt(1);
    long free = workerAt(3);
    long active = taskAt(2, new Container.OfWorker(busy));
    fleet.commit(Tasks.start(active));
    taskAt(1, new Container.OfWorker(busy));
    long task = taskAt(0);

    // 1 to 2 to 1 to 0 is as far as 3 to 0, so a little nearer decides.
    assertThat(chosen(by(Mode.DISTANCE), taskAt(0))).contains(busy);
    fleet.commit(Workers.locate(free, new Location(2.9, 0)));
    assertThat(chosen(by(Mode.LOAD), task)).contains(free);
  }

  @Test
  void aTaskIsNotOnTheWayToItself() {
    long holder = workerAt(1);
    workerAt(1.5);
    long task = taskAt(0, new Container.OfWorker(holder));

    assertThat(chosen(by(Mode.LOAD), task)).contains(holder);
    assertThat(chosen(upTo(1), task)).contains(holder);
    assertThat(queue(holder)).containsExactly(task);
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void whoIsNotThereOrNowhereOrFullOrLeftOutGetsNothing(Mode mode) {
    workerAt(0.1, aWorker().on(Duty.OFF_DUTY));
    workerAt(0.2, aWorker().on(Duty.ON_BREAK));
    fleet.commit(Workers.create(aWorker().draft()));
    long full = workerAt(0.3, aWorker().capacity(1));
    taskAt(0, new Container.OfWorker(full));
    long left = workerAt(0.4);
    long task = taskAt(0);

    AutoAssignment wish =
        new AutoAssignment(mode, Optional.empty(), false, Optional.empty(), Set.of(left), false);
    assertThat(chosen(wish, task)).isEmpty();
    assertThat(fleet.task(task).state()).isEqualTo(TaskState.UNASSIGNED);
    assertThat(chosen(by(mode), task)).contains(left);
  }

  @Test
  void onlySomeTeamsOrTheOneThatHasItAreAsked() {
    long near = workerAt(1);
    long middle = workerAt(2);
    long far = workerAt(3);
    long north = team(middle);
    long south = team(far);

    assertThat(chosen(of(Set.of(south), false), taskAt(0))).contains(far);
    assertThat(chosen(of(Set.of(south, north), false), taskAt(0))).contains(middle);
    Container ofSouth = new Container.OfTeam(south);
    assertThat(chosen(by(Mode.DISTANCE), taskAt(0, ofSouth))).contains(near);
    assertThat(
            chosen(
                new AutoAssignment(
                    Mode.DISTANCE, Optional.empty(), true, Optional.empty(), Set.of(), false),
                taskAt(0, ofSouth)))
        .contains(far);
    assertThat(chosen(of(Set.of(north), true), taskAt(0, ofSouth))).isEmpty();
    assertThat(chosen(of(Set.of(north), true), taskAt(0))).contains(middle);
  }

  private static AutoAssignment of(Set<Long> teams, boolean within) {
    return new AutoAssignment(
        Mode.DISTANCE, Optional.of(teams), within, Optional.empty(), Set.of(), false);
  }

  @Test
  void whoHasSoManyGetsNoMore() {
    long near = workerAt(1);
    long far = workerAt(3);

    assertThat(chosen(upTo(0), taskAt(0))).isEmpty();
    assertThat(chosen(upTo(2), taskAt(0))).contains(near);
    assertThat(chosen(upTo(2), taskAt(0))).contains(near);
    assertThat(chosen(upTo(2), taskAt(0))).contains(far);
    assertThat(chosen(upTo(1), taskAt(0))).isEmpty();
  }

  @Test
  void notEvenFromTwoAtTheSameTime() {
    long near = workerAt(1);
    Decision<Optional<Given>> one = upTo(1).give(taskAt(0)).decide(fleet);
    Decision<Optional<Given>> other = upTo(1).give(taskAt(0)).decide(fleet);

    fleet.apply(one);
    assertThatThrownBy(() -> fleet.apply(other)).isInstanceOf(PlainFleet.Stale.class);
    assertThat(fleet.worker(near).load()).isEqualTo(1);
  }

  @Test
  void aFamilyComesAlongToWhoHasRoomForIt() {
    long near = workerAt(1, aWorker().capacity(2));
    long far = workerAt(3);
    long first = taskAt(0);
    long second = taskAt(0, first);
    long third = taskAt(0, second);
    AutoAssignment wish =
        new AutoAssignment(
            Mode.DISTANCE, Optional.empty(), false, Optional.empty(), Set.of(), true);

    Given given = fleet.commit(wish.give(second)).orElseThrow();

    assertThat(given).isEqualTo(new Given(far, List.of(first, second, third), Optional.empty()));
    assertThat(queue(far)).containsExactly(first, second, third);
    assertThat(queue(near)).isEmpty();
  }

  @Test
  void whatSomebodyIsAtOrHasEndedOrIsNowhereIsGivenToNobody() {
    long worker = workerAt(1);
    workerAt(0);
    long active = taskAt(0, new Container.OfWorker(worker));
    fleet.commit(Tasks.start(active));
    long ended = taskAt(0);
    fleet.commit(Tasks.close(ended, true, Optional.empty()));
    long nowhere = fleet.commit(Tasks.create(aTask().nowhere().draft())).number();

    for (long task : List.of(active, ended, nowhere, 99L)) {
      assertThat(chosen(by(Mode.DISTANCE), task)).isEmpty();
    }
    assertThat(fleet.task(active).held().orElseThrow().worker()).isEqualTo(worker);
  }
}

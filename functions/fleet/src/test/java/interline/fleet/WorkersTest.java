package interline.fleet;

import static interline.fleet.WorkerBuilder.aWorker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

  private final PlainFleet fleet = new PlainFleet();

  @Test
  void aNewWorkerHasNothingToDo() {
    Worker worker =
        fleet.commit(
            Workers.create(
                aWorker().named("Grace").skilled("fiber", "copper").capacity(4).draft()));

    assertThat(fleet.worker(worker.number()))
        .returns("Grace", Worker::name)
        .returns(Duty.AVAILABLE, Worker::duty)
        .returns(List.of("fiber", "copper"), Worker::skills)
        .returns(4, Worker::capacity)
        .returns(0, Worker::load)
        .returns(Optional.empty(), Worker::active)
        .returns(Optional.empty(), Worker::position);
    assertThat(fleet.container(worker.number())).isEmpty();
    assertThat(fleet.history(worker.ref())).containsExactly(Event.Type.CREATED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void aWorkerHasAName(String name) {
    assertInvalid(aWorker().named(name), Field.NAME, new Rule.Present());
    assertInvalid(aWorker().named("x".repeat(256)), Field.NAME, new Rule.AtMostCharacters(255));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 10_001, Integer.MIN_VALUE})
  void aWorkerHoldsAtLeastOneTaskAndNotEndlesslyMany(int capacity) {
    assertInvalid(aWorker().capacity(capacity), Field.CAPACITY, new Rule.Between(1, 10_000));
  }

  private void assertInvalid(WorkerBuilder worker, Field field, Rule rule) {
    assertThatThrownBy(() -> fleet.commit(Workers.create(worker.draft())))
        .isInstanceOfSatisfying(
            Failure.Invalid.class,
            invalid ->
                assertThat(invalid.problems()).containsExactly(new Failure.Problem(field, rule)));
  }

  @ParameterizedTest
  @EnumSource
  void anyDutyMayFollowAnyOther(Duty before) {
    Worker worker = fleet.commit(Workers.create(aWorker().on(before).draft()));

    for (Duty next : Duty.values()) {
      assertThat(fleet.commit(Workers.put(worker.number(), next)).duty()).isEqualTo(next);
    }
  }

  @Test
  void onlyTheLastPositionIsKept() {
    Worker worker = fleet.commit(Workers.create(aWorker().draft()));
    fleet.commit(Workers.locate(worker.number(), new Location(1, 1)));
    fleet.pass(Duration.ofMinutes(1));

    fleet.commit(Workers.locate(worker.number(), new Location(2, 2)));

    assertThat(fleet.worker(worker.number()).position())
        .hasValue(new Worker.Position(new Location(2, 2), PlainFleet.START.plusSeconds(60)));
    assertThat(fleet.worker(worker.number()).stamp().version()).isEqualTo(3);
  }

  @Test
  void aWorkerThatIsNotThereIsNotFound() {
    assertThatThrownBy(() -> fleet.commit(Workers.put(99, Duty.ON_BREAK)))
        .isInstanceOf(Failure.NotFound.class);
    assertThatThrownBy(() -> fleet.commit(Workers.locate(99, new Location(0, 0))))
        .isInstanceOf(Failure.NotFound.class);
  }

  // fieldopt §7
  @Test
  void missingSkillsAreToldInTheOrderAsked() {
    Worker worker = aWorker().skilled("fiber").build();

    assertThat(worker.missing(List.of("splicing", "fiber", "copper")))
        .containsExactly("splicing", "copper");
    assertThat(worker.missing(List.of())).isEmpty();
  }
}

package interline.fleet;

import static interline.fleet.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interline.fleet.BulkJob.Outcome;
import interline.fleet.BulkJob.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

// fleetio §3
class BulkJobsTest {

  private static final String ID = "5b7c1e02-9d44-4f0e-8a61-0c2f6f1d7e90";
  private static final Optional<Duration> NOT_THE_LAST = Optional.empty();
  private static final Optional<Duration> LAST = Optional.of(Duration.ofMinutes(15));

  private final PlainFleet fleet = new PlainFleet();

  @BeforeEach
  void givenAJobOfThreeRows() {
    fleet.commit(BulkJobs.open(ID, Dialect.FLEETIO, "vehicle", "create", List.of("a", "b", "c")));
  }

  private BulkJob job() {
    return fleet.get(Kind.BULK_JOB.id(ID));
  }

  private State state() {
    return job().state(fleet.now());
  }

  private static UseCase<Long> creating(String name) {
    return fleet ->
        Vehicles.create(aVehicle().name(name).vin(new Said.None<>()).revision())
            .decide(fleet)
            .map(Vehicle::number);
  }

  private void rowsDone(int... rows) {
    for (int row : rows) {
      fleet.commit(BulkJobs.succeed(job(), row, creating("Truck " + row)));
    }
  }

  @Test
  void anOpenedJobWaitsWithItsRows() {
    assertThat(job())
        .returns(3, BulkJob::total)
        .returns("a dispatcher", BulkJob::caller)
        .returns(Optional.empty(), BulkJob::started);
    assertThat(state()).isEqualTo(State.PENDING);
    assertThat(fleet.rows(ID)).containsExactly("a", "b", "c");
  }

  @Test
  void aJobThatALastAttemptSentOnIsInWorkForAsLongAsItTakes() {
    fleet.commit(BulkJobs.take(ID, LAST));
    rowsDone(0);

    fleet.commit(BulkJobs.sentOn(ID));
    fleet.commit(BulkJobs.take(ID, NOT_THE_LAST));
    fleet.pass(LAST.get());

    assertThat(state()).isEqualTo(State.PROCESSING);
    fleet.commit(BulkJobs.complete(ID));
    assertThat(BulkJobs.sentOn(ID).decide(fleet).changes()).isEmpty();
  }

  @Test
  void aJobIsWorkedOffOnce() {
    Instant taken = fleet.now();
    assertThat(fleet.commit(BulkJobs.take(ID, NOT_THE_LAST)).left())
        .containsExactlyInAnyOrder(0, 1, 2);
    assertThat(state()).isEqualTo(State.PROCESSING);

    fleet.pass(Duration.ofSeconds(1));
    rowsDone(0, 1);
    fleet.commit(BulkJobs.refuse(job(), new Outcome.Refused(2, Map.of("name", List.of("bad")))));
    fleet.commit(BulkJobs.complete(ID));

    assertThat(state()).isEqualTo(State.COMPLETE);
    assertThat(job().started()).hasValue(taken);
    assertThat(job().completed()).hasValue(taken.plusSeconds(1));
    assertThat(job().reason(fleet.now())).isEmpty();
    BulkJob.Progress progress = fleet.progress(ID).orElseThrow();
    assertThat(progress.succeeded())
        .containsExactly(new Outcome.Succeeded(0, 1), new Outcome.Succeeded(1, 2));
    assertThat(progress.refused()).extracting(Outcome.Refused::index).containsExactly(2);
    assertThat(progress.done()).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void whoeverTakesAJobUpAgainDoesOnlyWhatIsLeft() {
    fleet.commit(BulkJobs.take(ID, NOT_THE_LAST));
    rowsDone(1);
    Instant started = job().started().orElseThrow();
    fleet.pass(Duration.ofMinutes(5));

    Decision<BulkJobs.Work> again = BulkJobs.take(ID, NOT_THE_LAST).decide(fleet);

    assertThat(again.result().left()).containsExactlyInAnyOrder(0, 2);
    assertThat(again.changes()).as("nothing to write").isEmpty();
    assertThat(again.result().job().started()).hasValue(started);
  }

  @Test
  void aRowsEffectAndItsOutcomeComeTrueTogetherAndOnce() {
    rowsDone(0);
    Decision<Long> other = BulkJobs.succeed(job(), 0, creating("another")).decide(fleet);

    assertThatThrownBy(() -> fleet.apply(other)).isInstanceOf(PlainFleet.Stale.class);

    assertThat(fleet.claims()).doesNotContainKey(Unique.vehicleName("another"));
    assertThat(fleet.progress(ID).orElseThrow().succeeded()).hasSize(1);
  }

  @Test
  void aRowThatTheFleetRefusesLeavesNothing() {
    rowsDone(0);

    assertThatThrownBy(() -> fleet.commit(BulkJobs.succeed(job(), 1, creating("Truck 0"))))
        .isInstanceOf(Failure.NotUnique.class);

    assertThat(fleet.progress(ID).orElseThrow().done()).containsExactly(0);
  }

  @Test
  void aCompleteJobStaysComplete() {
    fleet.commit(BulkJobs.take(ID, NOT_THE_LAST));
    rowsDone(0, 1, 2);
    fleet.commit(BulkJobs.complete(ID));
    BulkJob complete = job();
    fleet.pass(Duration.ofHours(1));

    assertThat(fleet.commit(BulkJobs.take(ID, LAST)).left()).isEmpty();
    fleet.commit(BulkJobs.complete(ID));
    fleet.commit(BulkJobs.fail(ID, "too late"));

    assertThat(job()).isEqualTo(complete);
    assertThat(state()).isEqualTo(State.COMPLETE);
  }

  @Test
  void aGivenUpJobKeepsItsFirstReasonAndTheOutcomesOfItsRows() {
    fleet.commit(BulkJobs.take(ID, NOT_THE_LAST));
    rowsDone(0);
    fleet.commit(BulkJobs.fail(ID, "the rows cannot be read"));
    BulkJob failed = job();
    fleet.pass(Duration.ofHours(1));

    fleet.commit(BulkJobs.fail(ID, "another reason"));

    assertThat(job()).isEqualTo(failed);
    assertThat(state()).isEqualTo(State.FAILED);
    assertThat(job().reason(fleet.now())).hasValue("the rows cannot be read");
    assertThat(fleet.progress(ID).orElseThrow().done()).containsExactly(0);
  }

  @Test
  void aJobThatNobodyEverTookUpCanBeGivenUp() {
    fleet.commit(BulkJobs.fail(ID, "no worker came up"));

    assertThat(state()).isEqualTo(State.FAILED);
    assertThat(job().started()).isEmpty();
  }

  @Test
  void aJobThatWasTakenBackIsNeverWorkedOff() {
    BulkJob withdrawn = fleet.commit(BulkJobs.withdraw(ID));

    Decision<BulkJobs.Work> late = BulkJobs.take(ID, NOT_THE_LAST).decide(fleet);

    assertThat(withdrawn.withdrawn()).isTrue();
    assertThat(late.result().left()).isEmpty();
    assertThat(late.changes()).isEmpty();
    assertThat(BulkJobs.complete(ID).decide(fleet).changes()).isEmpty();
    assertThat(BulkJobs.fail(ID, "late").decide(fleet).changes()).isEmpty();
    assertThat(state()).isEqualTo(State.FAILED);
    assertThat(job().reason(fleet.now())).hasValue("It could not be queued");
  }

  @Test
  void aJobThatAWorkerHasBegunIsNotTakenBack() {
    fleet.commit(BulkJobs.take(ID, NOT_THE_LAST));

    Decision<BulkJob> late = BulkJobs.withdraw(ID).decide(fleet);

    assertThat(late.changes()).isEmpty();
    assertThat(late.result().withdrawn()).isFalse();
    assertThat(state()).isEqualTo(State.PROCESSING);
  }

  @Test
  void aWorkerAndATakingBackThatMeetAreNotBothRight() {
    Decision<BulkJob> withdrawing = BulkJobs.withdraw(ID).decide(fleet);
    fleet.commit(BulkJobs.take(ID, NOT_THE_LAST));

    assertThatThrownBy(() -> fleet.apply(withdrawing)).isInstanceOf(PlainFleet.Stale.class);
  }

  @Test
  void aJobThatTheQueueHasLetGoOfHasFailedWithoutAnybodySayingSo() {
    fleet.pass(BulkQueue.KEPT.minusMillis(1));
    assertThat(state()).isEqualTo(State.PENDING);

    fleet.pass(Duration.ofMillis(1));

    assertThat(state()).isEqualTo(State.FAILED);
    assertThat(job().reason(fleet.now())).hasValue("No worker took it up in time");
    fleet.commit(BulkJobs.take(ID, NOT_THE_LAST));
    assertThat(state()).as("if the queue was slower than it should").isEqualTo(State.PROCESSING);
  }

  @Test
  void aGivenUpJobIsAtWorkAgainOnceItIsTakenUp() {
    fleet.commit(BulkJobs.take(ID, NOT_THE_LAST));
    fleet.commit(BulkJobs.fail(ID, "the store was away"));

    fleet.commit(BulkJobs.take(ID, NOT_THE_LAST));

    assertThat(state()).isEqualTo(State.PROCESSING);
    assertThat(job().reason(fleet.now())).isEmpty();
  }

  @Test
  void aJobWhoseLastAttemptFallsSilentHasFailedWithoutAnybodySayingSo() {
    fleet.commit(BulkJobs.take(ID, LAST));

    fleet.pass(Duration.ofMinutes(15).minusMillis(1));
    assertThat(state()).isEqualTo(State.PROCESSING);
    assertThat(job().reason(fleet.now())).isEmpty();

    fleet.pass(Duration.ofMillis(1));
    assertThat(state()).isEqualTo(State.FAILED);
    assertThat(job().reason(fleet.now())).isPresent();
  }

  @Test
  void theLastAttemptThatEndsInTimeCompletesTheJobForEver() {
    fleet.commit(BulkJobs.take(ID, LAST));
    rowsDone(0, 1, 2);
    fleet.commit(BulkJobs.complete(ID));

    fleet.pass(Duration.ofHours(1));

    assertThat(state()).isEqualTo(State.COMPLETE);
  }

  @Test
  void aLateDeliveryOfAnEarlierAttemptDoesNotTakeTheLastOnesEndAway() {
    fleet.commit(BulkJobs.take(ID, LAST));
    fleet.commit(BulkJobs.take(ID, NOT_THE_LAST));

    fleet.pass(Duration.ofMinutes(15));

    assertThat(state()).isEqualTo(State.FAILED);
  }

  @Test
  void aJobThatFellSilentIsAtWorkAgainOnceItIsTakenUp() {
    fleet.commit(BulkJobs.take(ID, LAST));
    fleet.pass(Duration.ofHours(1));

    fleet.commit(BulkJobs.take(ID, NOT_THE_LAST));

    assertThat(state()).isEqualTo(State.PROCESSING);
  }

  @Test
  void aJobThatIsNotThereIsNotFound() {
    for (UseCase<?> useCase :
        List.of(
            BulkJobs.take("none", LAST),
            BulkJobs.complete("none"),
            BulkJobs.fail("none", "reason"))) {
      assertThatThrownBy(() -> fleet.commit(useCase))
          .isInstanceOfSatisfying(
              Failure.NotFound.class,
              missing -> assertThat(missing.kind()).isEqualTo(Kind.BULK_JOB));
    }
  }
}

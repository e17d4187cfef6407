package interline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interline.fleet.Assignment;
import interline.fleet.BulkJob.Outcome;
import interline.fleet.Change;
import interline.fleet.Decision;
import interline.fleet.Details;
import interline.fleet.Entity;
import interline.fleet.Failure;
import interline.fleet.Field;
import interline.fleet.Kind;
import interline.fleet.Ref;
import interline.fleet.Rule;
import interline.fleet.Snapshot;
import interline.fleet.Stamp;
import interline.fleet.Task;
import interline.fleet.TaskState;
import interline.fleet.Unique;
import interline.fleet.Vehicle;
import interline.fleet.Worker;
import interline.fleet.Workers;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Under which conditions a change comes true, and what becomes of it otherwise. */
@ExtendWith(TestTable.Fresh.class)
final class ConditionsTest {

  private static final String JOB = "6f1c8f3e-0000-4000-8000-000000000001";
  private static final Unique NAME = Unique.vehicleName("Truck 7");
  private static final Ref<Vehicle> ONE = Kind.VEHICLE.number(1);
  private static final Ref<Vehicle> TWO = Kind.VEHICLE.number(2);

  @Test
  void sameRecordIsNotCreatedTwice(TestTable table) {
    table.write(new Change.Create(Samples.fullVehicle(1)));
    var before = table.contents();

    assertBusy(table, new Change.Create(Samples.emptyVehicle(1)));

    assertThat(table.contents()).isEqualTo(before);
  }

  @Test
  void recordThatNoItemHoldsIsRefused(TestTable table) {
    for (String letter : List.of("x", "\u00e9", "\u20ac", "\ud83d\ude9a")) {
      int bytes = letter.getBytes(StandardCharsets.UTF_8).length;
      assertThatThrownBy(
              () -> table.write(new Change.Create(saying(bytes, letter.repeat(400_000 / bytes)))))
          .isInstanceOfSatisfying(
              Failure.Invalid.class,
              refused ->
                  assertThat(refused.problems())
                      .containsExactly(
                          new Failure.Problem(Field.RECORD, new Rule.AtMostCharacters(400_000))));
      assertThat(table.snapshot().find(Kind.TASK.number(bytes))).isEmpty();
      table.write(new Change.Create(saying(bytes, letter.repeat(399_000 / bytes))));
      assertThat(table.snapshot().find(Kind.TASK.number(bytes))).isPresent();
    }
  }

  private static Task saying(long number, String text) {
    return new Task(
        number,
        Stamp.fresh(Instant.EPOCH),
        TaskState.UNASSIGNED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Details(Map.of("said", List.of(text, true, Map.of("n", BigDecimal.TEN)))));
  }

  @Test
  void numberInUseIsPassedOverForTheNext(TestTable table) {
    table.write(new Change.Create(Samples.worker(1, 4)), new Change.Create(Samples.worker(2, 4)));

    Worker created = table.store().commit(TestTable.CALLER, Workers.create(Samples.hand("Ada", 4)));

    assertThat(created.number()).isEqualTo(3);
  }

  @Test
  void staleRecordReplacesNothing(TestTable table) {
    table.write(new Change.Create(Samples.fullWorker(1)));
    Worker read = table.snapshot().get(Kind.WORKER.number(1));
    table.write(new Change.Replace(read));
    var before = table.contents();

    assertBusy(table, new Change.Replace(read), new Change.Create(Samples.emptyTask(1)));
    assertBusy(table, new Change.Remove(read), new Change.Create(Samples.emptyTask(1)));

    assertThat(table.contents()).isEqualTo(before);
  }

  @Test
  void useCaseThatFindsItsRecordChangedIsAskedAgain(TestTable table) {
    table.write(new Change.Create(Samples.worker(1, 4)));
    List<Long> versions = new ArrayList<>();

    long written =
        table
            .store()
            .commit(
                TestTable.CALLER,
                fleet -> {
                  Worker read = fleet.get(Kind.WORKER.number(1));
                  versions.add(read.stamp().version());
                  if (versions.size() <= 2) {
                    table.write(new Change.Replace(read));
                  }
                  return Decision.of(read.stamp().version() + 1, new Change.Replace(read));
                });

    assertThat(versions).containsExactly(1L, 2L, 3L);
    assertThat(written).isEqualTo(4);
    assertThat(stamp(table, Kind.WORKER.number(1)).version()).isEqualTo(4);
  }

  @Test
  void removedRecordIsGoneAndCannotBeReplaced(TestTable table) {
    table.write(new Change.Create(Samples.fullWorker(1)));
    Worker read = table.snapshot().get(Kind.WORKER.number(1));

    table.write(new Change.Remove(read));

    assertThat(table.snapshot().find(Kind.WORKER.number(1))).isEmpty();
    assertBusy(table, new Change.Replace(read));
  }

  @Test
  void uniqueValueHasOneHolder(TestTable table) {
    table.write(new Change.Claim(NAME, ONE));

    assertThatExceptionOfType(Failure.NotUnique.class)
        .isThrownBy(
            () ->
                table.write(
                    new Change.Create(Samples.fullVehicle(2)),
                    new Change.Claim(Unique.vehicleName("TRUCK 7 "), TWO)))
        .satisfies(failure -> assertThat(failure.field()).isEqualTo(Field.NAME));

    assertThat(table.snapshot().holder(Kind.VEHICLE, NAME)).contains(ONE);
    assertThat(table.snapshot().find(TWO)).isEmpty();
  }

  @Test
  void whoLookedForTheHolderOfATakenValueIsAskedAgain(TestTable table) {
    List<Optional<Ref<Vehicle>>> holders = new ArrayList<>();

    boolean taken =
        table
            .store()
            .commit(
                TestTable.CALLER,
                fleet -> {
                  holders.add(fleet.holder(Kind.VEHICLE, NAME));
                  if (holders.size() == 1) {
                    table.write(new Change.Claim(NAME, ONE));
                  }
                  return holders.getLast().isPresent()
                      ? Decision.of(false)
                      : Decision.of(true, new Change.Claim(NAME, TWO));
                });

    assertThat(taken).isFalse();
    assertThat(holders).containsExactly(Optional.empty(), Optional.of(ONE));
  }

  @Test
  void holderMayClaimItsOwnValueAgain(TestTable table) {
    table.write(new Change.Claim(NAME, ONE));
    table.write(new Change.Claim(NAME, ONE));

    assertThat(table.snapshot().holder(Kind.VEHICLE, NAME)).contains(ONE);
  }

  @Test
  void valueIsUniqueAmongItsKindFieldAndOrganizationOnly(TestTable table) {
    table.write(new Change.Claim(NAME, ONE));

    table.write(new Change.Claim(new Unique(Field.VIN, NAME.value()), TWO));
    table.write(new Change.Claim(NAME, Kind.WORKER.number(3)));

    assertThat(table.snapshot().holder(Kind.VEHICLE, NAME)).contains(ONE);
    assertThat(table.snapshot().holder(Kind.WORKER, NAME)).contains(Kind.WORKER.number(3));
  }

  @Test
  void releasedValueIsFreeForAnother(TestTable table) {
    table.write(new Change.Claim(NAME, ONE));

    assertBusy(table, new Change.Release(NAME, TWO));
    table.write(new Change.Release(NAME, ONE));
    table.write(new Change.Claim(NAME, TWO));

    assertThat(table.snapshot().holder(Kind.VEHICLE, NAME)).contains(TWO);
  }

  @Test
  void takenValueOnAStaleRecordIsNoAnswerYet(TestTable table) {
    table.write(
        new Change.Create(Samples.worker(1, 4)),
        new Change.Claim(NAME, ONE),
        new Change.Claim(NAME, Kind.WORKER.number(9)));
    List<Long> versions = new ArrayList<>();

    assertThatExceptionOfType(Failure.NotUnique.class)
        .isThrownBy(
            () ->
                table
                    .store()
                    .commit(
                        TestTable.CALLER,
                        fleet -> {
                          Worker read = fleet.get(Kind.WORKER.number(1));
                          versions.add(read.stamp().version());
                          if (versions.size() == 1) {
                            table.write(new Change.Replace(read));
                          }
                          return Decision.of(
                              read, new Change.Claim(NAME, read.ref()), new Change.Replace(read));
                        }));

    assertThat(versions).as("asked again before the value counts as taken").containsExactly(1L, 2L);
  }

  @Test
  void taskJoinsAContainerOnceAndLeavesItOnce(TestTable table) {
    Assignment assignment = Samples.assignment(31, 2, 5);
    table.write(new Change.Join(assignment));

    assertBusy(table, new Change.Join(assignment));
    table.write(new Change.Leave(assignment));
    assertBusy(table, new Change.Leave(assignment));

    assertThat(table.snapshot().container(5)).isEmpty();
  }

  @Test
  void rowIsDoneOnceAndItsEffectWithIt(TestTable table) {
    table.write(
        new Change.Create(Samples.emptyJob(JOB)),
        new Change.RowDone(JOB, new Outcome.Succeeded(0, 1)));
    var before = table.contents();

    assertThatExceptionOfType(Failure.NotUnique.class)
        .isThrownBy(
            () ->
                table.write(
                    new Change.Create(Samples.fullVehicle(2)),
                    new Change.RowDone(JOB, new Outcome.Refused(0, Map.of()))))
        .satisfies(failure -> assertThat(failure.field()).isEqualTo(Field.ROW));

    assertThat(table.contents()).isEqualTo(before);
  }

  /** What a second worker on the same job meets: its vehicle's name is taken, by the first one. */
  @Test
  void rowThatWasDoneByAnotherIsDoneWhateverElseStandsInTheWay(TestTable table) {
    table.write(new Change.Claim(NAME, ONE), new Change.RowDone(JOB, new Outcome.Succeeded(0, 1)));

    assertThatExceptionOfType(Failure.NotUnique.class)
        .isThrownBy(
            () ->
                table.write(
                    new Change.Create(Samples.fullVehicle(2)),
                    new Change.Claim(NAME, TWO),
                    new Change.RowDone(JOB, new Outcome.Succeeded(0, 2))))
        .satisfies(failure -> assertThat(failure.field()).isEqualTo(Field.ROW));
  }

  @Test
  void decisionWithoutChangesAsksNothingOfTheTable(TestTable table) {
    WatchedClient watched = WatchedClient.of(table);

    String answer =
        table.store(watched.client()).commit(TestTable.CALLER, _ -> Decision.of("nothing"));

    assertThat(answer).isEqualTo("nothing");
    assertThat(watched.operations()).isEmpty();
  }

  @Test
  void moreChangesThanATransactionHoldsAreRefusedAsAWhole(TestTable table) {
    List<Change> changes = new ArrayList<>();
    for (long number = 1; number <= 101; number++) {
      changes.add(new Change.Create(Samples.emptyTask(number)));
    }

    assertThatThrownBy(() -> table.write(changes.toArray(Change[]::new)))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(table.contents()).isEmpty();
  }

  @Test
  void refusalOfTheUseCaseReachesTheCallerAndNothingIsWritten(TestTable table) {
    Supplier<Decision<String>> refusal =
        () -> {
          throw new Failure.NotFound(Kind.TASK);
        };

    assertThatExceptionOfType(Failure.NotFound.class)
        .isThrownBy(() -> table.store().commit(TestTable.CALLER, _ -> refusal.get()));

    assertThat(table.contents()).isEmpty();
  }

  private static void assertBusy(TestTable table, Change... changes) {
    assertThatExceptionOfType(Failure.Busy.class).isThrownBy(() -> table.write(changes));
  }

  private static <E extends Entity> Stamp stamp(TestTable table, Ref<E> ref) {
    Snapshot snapshot = table.snapshot();
    return snapshot.get(ref).stamp();
  }
}

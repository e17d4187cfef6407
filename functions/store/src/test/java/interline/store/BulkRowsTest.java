package interline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import interline.fleet.BulkJob;
import interline.fleet.BulkJob.Outcome;
import interline.fleet.BulkJobs;
import interline.fleet.BulkRows;
import interline.fleet.Change;
import interline.fleet.Dialect;
import interline.fleet.Failure;
import interline.fleet.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(TestTable.Fresh.class)
final class BulkRowsTest {

  private static final String JOB = "6f1c8f3e-0000-4000-8000-000000000001";
  private static final int KILOBYTE = 1_000;

  @Test
  void rowsComeBackInOrderFromFewItems(TestTable table) {
    List<String> rows =
        IntStream.range(0, 500).mapToObj(i -> "{\"name\":\"Truck " + i + "\"}").toList();

    open(table, rows);

    assertThat(table.snapshot().rows(JOB)).isEqualTo(rows);
    assertThat(rowItems(table)).hasSize(1);
  }

  @Test
  void rowsThatDoNotFitIntoOneItemComeBackInOrderFromSeveral(TestTable table) {
    List<String> rows =
        IntStream.range(0, 18).mapToObj(i -> i + "€".repeat(33 * KILOBYTE)).toList();

    open(table, rows);

    assertThat(table.snapshot().rows(JOB)).isEqualTo(rows);
    assertThat(rowItems(table)).hasSize(6);
  }

  @Test
  void largestRowsFit(TestTable table) {
    List<String> rows = IntStream.range(0, 10).mapToObj(_ -> row(349_999)).toList();

    open(table, rows);

    assertThat(table.snapshot().rows(JOB)).isEqualTo(rows);
  }

  @Test
  void jobWithoutRowsHasNone(TestTable table) {
    open(table, List.of());

    assertThat(table.snapshot().rows(JOB)).isEmpty();
  }

  static Stream<List<String>> tooLarge() {
    return Stream.of(
        List.of(row(350_000)),
        List.of(row(1_000), row(5_000_000)),
        IntStream.range(0, 11).mapToObj(_ -> row(349_999)).toList(),
        IntStream.range(0, 3_801).mapToObj(_ -> row(KILOBYTE)).toList());
  }

  @ParameterizedTest
  @MethodSource("tooLarge")
  void whatIsTooLargeIsRefusedAndNothingWritten(List<String> rows, TestTable table) {
    assertThatExceptionOfType(Failure.Invalid.class)
        .isThrownBy(() -> open(table, rows))
        .satisfies(
            refusal ->
                assertThat(refusal.problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.field()).isEqualTo(Field.ROW)));

    assertThat(table.contents()).isEmpty();
  }

  @Test
  void progressHasTheOutcomesInTheOrderOfTheRows(TestTable table) {
    table.write(
        new Change.Create(Samples.emptyJob(JOB)),
        new Change.Enqueue(new BulkRows(JOB, List.of("a", "b"))));
    List<Integer> places = new ArrayList<>(IntStream.range(0, 120).boxed().toList());
    Collections.shuffle(places, new Random(7));
    for (int place : places) {
      Outcome outcome =
          place % 3 == 0
              ? new Outcome.Refused(place, Map.of("name", List.of("is taken")))
              : new Outcome.Succeeded(place, place + 1_000L);
      table.write(new Change.RowDone(JOB, outcome));
    }

    BulkJob.Progress progress = table.snapshot().progress(JOB).orElseThrow();

    assertThat(progress.job().id()).isEqualTo(JOB);
    assertThat(progress.outcomes())
        .extracting(Outcome::index)
        .isEqualTo(IntStream.range(0, 120).boxed().toList());
    assertThat(progress.refused()).hasSize(40);
    assertThat(progress.succeeded().getLast()).isEqualTo(new Outcome.Succeeded(119, 1_119));
  }

  @Test
  void jobThatDoesNotExistHasNoProgress(TestTable table) {
    assertThat(table.snapshot().progress(JOB)).isEmpty();
    assertThat(table.snapshot().rows(JOB)).isEmpty();
  }

  @Test
  void jobAndAllThatIsBehindItGoAfterThirtyDays(TestTable table) {
    open(table, List.of("a"));
    table.write(new Change.RowDone(JOB, new Outcome.Succeeded(0, 1)));

    long end = TestTable.NOW.plus(Duration.ofDays(30)).getEpochSecond();
    assertThat(table.contents().values())
        .hasSize(3)
        .allSatisfy(item -> assertThat(Item.of(item).getNumber("expires")).isEqualTo(end));
  }

  private static List<String> rowItems(TestTable table) {
    return table.contents().keySet().stream().filter(where -> where.contains("| row#")).toList();
  }

  private static void open(TestTable table, List<String> rows) {
    BulkJob _ =
        table
            .store()
            .commit(
                TestTable.CALLER, BulkJobs.open(JOB, Dialect.FLEETIO, "vehicle", "create", rows));
  }

  private static String row(int bytes) {
    return "r".repeat(bytes);
  }
}

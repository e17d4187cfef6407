package interline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import interline.fleet.ApiKey;
import interline.fleet.Caller;
import interline.fleet.Change;
import interline.fleet.Dialect;
import interline.fleet.Duty;
import interline.fleet.Entity;
import interline.fleet.Failure;
import interline.fleet.Failure.Problem;
import interline.fleet.Field;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.OrganizationId;
import interline.fleet.Page;
import interline.fleet.Rule;
import interline.fleet.Snapshot;
import interline.fleet.Task;
import interline.fleet.TaskState;
import interline.fleet.Worker;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TestTable.Fresh.class)
final class PagesTest {

  private static final int TASKS = 24;
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Listing<Task> ALL = new Listing.Everything<>(Kind.TASK);
  private static final Listing<Task> OPEN =
      new Listing.TasksIn(TaskState.UNASSIGNED, Optional.empty());

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 7, 8, 23, 24, 25, 100})
  void pagesHoldEverythingOnceInOrder(int limit, TestTable table) {
    createTasks(table);

    List<List<Long>> pages = walk(table.snapshot(), ALL, limit);

    assertThat(pages.stream().flatMap(List::stream))
        .isSorted()
        .hasSize(TASKS)
        .doesNotHaveDuplicates();
    assertThat(pages).as("no page is empty").hasSize((TASKS + limit - 1) / limit);
  }

  @Test
  void emptyListingIsOneEmptyPage(TestTable table) {
    Page<Task> page = table.snapshot().page(ALL, new Page.Request(10, Optional.empty()));

    assertThat(page.items()).isEmpty();
    assertThat(page.next()).isEmpty();
  }

  @Test
  void numbersAreListedAsNumbers(TestTable table) {
    for (long number : List.of(10L, 9L, 100L, 1L, 1L << 20)) {
      table.write(new Change.Create(Samples.emptyTask(number)));
    }

    assertThat(table.snapshot().all(ALL))
        .extracting(Task::number)
        .containsExactly(1L, 9L, 10L, 100L, 1L << 20);
  }

  @Test
  void tasksAreFoundByStateAndDay(TestTable table) {
    Task today = Samples.task(3, TaskState.ASSIGNED, Optional.of(DAY));
    Task tomorrow = Samples.task(1, TaskState.ASSIGNED, Optional.of(DAY.plusDays(1)));
    Task someday = Samples.task(2, TaskState.ASSIGNED, Optional.empty());
    Task other = Samples.task(4, TaskState.UNASSIGNED, Optional.of(DAY));
    for (Task task : List.of(today, tomorrow, someday, other)) {
      table.write(new Change.Create(task));
    }

    assertThat(table.snapshot().all(new Listing.TasksIn(TaskState.ASSIGNED, Optional.empty())))
        .extracting(Task::number)
        .as("by day, those without one first")
        .containsExactly(2L, 3L, 1L);
    assertThat(table.snapshot().all(new Listing.TasksIn(TaskState.ASSIGNED, Optional.of(DAY))))
        .extracting(Task::number)
        .containsExactly(3L);
    assertThat(table.snapshot().all(new Listing.TasksIn(TaskState.FAILED, Optional.of(DAY))))
        .isEmpty();
  }

  @Test
  void workersAreFoundByDutyUnlessTheyAreArchived(TestTable table) {
    table.write(new Change.Create(Samples.fullWorker(1)), new Change.Create(Samples.worker(2, 4)));

    assertThat(Samples.fullWorker(1))
        .returns(Duty.ASSIGNED, Worker::duty)
        .satisfies(worker -> assertThat(worker.archived()).isPresent());
    assertThat(table.snapshot().all(new Listing.WorkersOn(Duty.ASSIGNED))).isEmpty();
    assertThat(table.snapshot().all(new Listing.WorkersOn(Duty.AVAILABLE)))
        .extracting(Worker::number)
        .containsExactly(2L);
  }

  @Test
  void keysAreListedByTheOrganizationTheyOpen(TestTable table) {
    Caller operator = new Caller(OrganizationId.OPERATOR, "operator");
    table.write(
        operator, new Change.Create(Samples.fullKey()), new Change.Create(Samples.emptyKey()));

    Snapshot snapshot = table.store().snapshot(operator);

    assertThat(snapshot.all(new Listing.KeysOf(new OrganizationId(7))))
        .extracting(ApiKey::dialect)
        .containsExactly(Dialect.FRACHTPILOT, Dialect.ONFLEET);
    assertThat(snapshot.all(new Listing.KeysOf(new OrganizationId(8)))).isEmpty();
  }

  @Test
  void cursorOpensInAnotherFunction(TestTable table) {
    createTasks(table);
    String cursor = firstCursor(table.snapshot(), ALL);

    assertThat(
            table.store().snapshot(TestTable.CALLER).page(ALL, request(cursor)).items().getFirst())
        .extracting(Task::number)
        .isEqualTo(6L);
  }

  @Test
  void cursorThatWasTamperedWithIsRefused(TestTable table) {
    createTasks(table);
    byte[] cursor = Base64.getUrlDecoder().decode(firstCursor(table.snapshot(), ALL));

    for (int i = 0; i < cursor.length; i++) {
      byte[] tampered = cursor.clone();
      tampered[i] ^= 1;
      assertRefused(table.snapshot(), ALL, encode(tampered));
      assertRefused(table.snapshot(), ALL, encode(Arrays.copyOf(cursor, i)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "A", "null", "%%%", "ä", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void whatIsNoCursorIsRefused(String cursor, TestTable table) {
    assertRefused(table.snapshot(), ALL, cursor);
  }

  @Test
  void cursorIsGoodForItsOwnListingOnly(TestTable table) {
    createTasks(table);
    Snapshot snapshot = table.snapshot();
    String all = firstCursor(snapshot, ALL);
    String open = firstCursor(snapshot, OPEN);

    assertRefused(snapshot, OPEN, all);
    assertRefused(snapshot, ALL, open);
    assertRefused(snapshot, new Listing.TasksIn(TaskState.UNASSIGNED, Optional.of(DAY)), open);
    assertRefused(snapshot, new Listing.TasksIn(TaskState.ASSIGNED, Optional.empty()), open);
    assertRefused(snapshot, new Listing.Everything<>(Kind.VEHICLE), all);
  }

  @Test
  void cursorOfAnotherOrganizationIsRefused(TestTable table) {
    createTasks(table);
    String cursor = firstCursor(table.snapshot(), ALL);

    assertRefused(table.store().snapshot(new Caller(new OrganizationId(8), "eve")), ALL, cursor);
  }

  @Test
  void cursorOfAnotherTableIsRefused(TestTable table) {
    createTasks(table);
    try (TestTable other = TestTable.fresh()) {
      createTasks(other);
      assertRefused(table.snapshot(), ALL, firstCursor(other.snapshot(), ALL));
    }
  }

  @Test
  void cursorTellsNothing(TestTable table) {
    createTasks(table);

    String cursor = firstCursor(table.snapshot(), ALL);

    assertThat(cursor).matches("[A-Za-z0-9_-]+");
    assertThat(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1))
        .doesNotContain("task");
    assertThat(cursor).isNotEqualTo(firstCursor(table.snapshot(), ALL));
  }

  private static void createTasks(TestTable table) {
    List<Change> changes = new ArrayList<>();
    for (long number = 1; number <= TASKS; number++) {
      changes.add(new Change.Create(Samples.emptyTask(number)));
    }
    table.write(changes.toArray(Change[]::new));
  }

  private static List<List<Long>> walk(Snapshot snapshot, Listing<Task> listing, int limit) {
    List<List<Long>> pages = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<Task> page = snapshot.page(listing, new Page.Request(limit, cursor));
      pages.add(page.items().stream().map(Task::number).toList());
      cursor = page.next();
    } while (cursor.isPresent());
    return pages;
  }

  private static <E extends Entity> String firstCursor(Snapshot snapshot, Listing<E> listing) {
    return snapshot.page(listing, new Page.Request(5, Optional.empty())).next().orElseThrow();
  }

  private static Page.Request request(String cursor) {
    return new Page.Request(5, Optional.of(cursor));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static <E extends Entity> void assertRefused(
      Snapshot snapshot, Listing<E> listing, String cursor) {
    assertThatExceptionOfType(Failure.Invalid.class)
        .isThrownBy(() -> snapshot.page(listing, request(cursor)))
        .satisfies(
            refusal ->
                assertThat(refusal.problems())
                    .containsExactly(new Problem(Field.CURSOR, new Rule.Genuine())));
  }
}

package interline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import interline.fleet.Assignment;
import interline.fleet.Assignments;
import interline.fleet.Change;
import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.Task;
import interline.fleet.TaskState;
import interline.fleet.Tasks;
import interline.fleet.UseCase;
import interline.fleet.Vehicles;
import interline.fleet.Worker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestTable.Fresh.class)
final class RacesTest {

  private static final int CALLERS = 64;
  private static final int ROUNDS = 50;

  @Test
  void workerOfCapacityFourIsGivenFourOfSixtyFourTasks(TestTable table) throws Exception {
    DynamoStore store = table.patientStore(table.client());
    table.write(new Change.Create(Samples.worker(1, 4)));
    createTasks(store);

    List<String> answers = together(CALLERS, i -> () -> told(store, Assignments.assign(i + 1, 1)));

    assertThat(Collections.frequency(answers, "done")).isEqualTo(4);
    assertThat(Collections.frequency(answers, "Conflict: WORKER_FULL")).isEqualTo(60);
    assertThat(table.snapshot().get(Kind.WORKER.number(1)).load()).isEqualTo(4);
    assertThat(table.snapshot().container(1)).hasSize(4);
    assertThat(Tasks.summary(table.snapshot()))
        .containsEntry(TaskState.ASSIGNED, 4L)
        .containsEntry(TaskState.UNASSIGNED, 60L);
    Set<Long> held = new HashSet<>();
    for (long task = 1; task <= CALLERS; task++) {
      if (table.snapshot().get(Kind.TASK.number(task)).held().isPresent()) {
        held.add(task);
      }
    }
    assertThat(table.snapshot().container(1))
        .extracting(Assignment::task)
        .containsExactlyInAnyOrderElementsOf(held);
    assertThat(table.snapshot().container(1)).extracting(Assignment::rank).doesNotHaveDuplicates();
  }

  @Test
  void taskThatTwoReassignHasOneAssignment(TestTable table) throws Exception {
    List<DynamoStore> functions =
        List.of(table.patientStore(table.client()), table.patientStore(table.client()));
    for (long worker = 1; worker <= 3; worker++) {
      table.write(new Change.Create(Samples.worker(worker, 4)));
    }
    Task task = functions.getFirst().commit(TestTable.CALLER, Tasks.create(Samples.draft()));
    var _ = functions.getFirst().commit(TestTable.CALLER, Assignments.assign(task.number(), 1));

    for (int round = 0; round < ROUNDS; round++) {
      int first = round % 3;
      List<String> answers =
          together(
              2,
              i ->
                  () ->
                      told(
                          functions.get(i),
                          Assignments.reassign(task.number(), (first + i) % 3 + 1)));

      assertThat(answers).containsOnly("done");
      Assignment held = table.snapshot().get(task.ref()).held().orElseThrow();
      for (long worker = 1; worker <= 3; worker++) {
        Worker known = table.snapshot().get(Kind.WORKER.number(worker));
        List<Assignment> container = table.snapshot().container(worker);
        assertThat(container).isEqualTo(worker == held.worker() ? List.of(held) : List.of());
        assertThat(known.load()).isEqualTo(container.size());
      }
    }
    assertThat(Tasks.summary(table.snapshot())).containsEntry(TaskState.ASSIGNED, 1L);
  }

  /** DynamoDB would cancel one of two transactions that touch the same item. */
  @Test
  void writersOfDifferentTasksShareNoItem(TestTable table) throws Exception {
    WatchedClient watched = WatchedClient.of(table);
    DynamoStore store = table.patientStore(watched.client());
    for (long worker = 1; worker <= CALLERS; worker++) {
      table.write(new Change.Create(Samples.worker(worker, 4)));
    }

    createTasks(store);
    assertThat(watched.transactions()).hasSize(CALLERS);
    assertNoItemShared(watched);

    watched.forget();
    assertThat(together(CALLERS, i -> () -> told(store, Assignments.assign(i + 1, i + 1))))
        .containsOnly("done");
    assertThat(watched.transactions()).as("nobody had to try again").hasSize(CALLERS);
    assertNoItemShared(watched);

    watched.forget();
    assertThat(together(CALLERS, i -> () -> told(store, Tasks.start(i + 1)))).containsOnly("done");
    assertNoItemShared(watched);
  }

  /** Each function takes the first number of a block of its own. */
  @Test
  void functionsThatStartTogetherShareNoItem(TestTable table) throws Exception {
    WatchedClient watched = WatchedClient.of(table);

    assertThat(
            together(
                CALLERS,
                _ -> {
                  DynamoStore function = table.patientStore(watched.client());
                  return () -> told(function, Tasks.create(Samples.draft()));
                }))
        .containsOnly("done");

    assertNoItemShared(watched);
  }

  @Test
  void onlyOneOfManyTakesAUniqueName(TestTable table) throws Exception {
    DynamoStore store = table.patientStore(table.client());

    List<String> answers =
        together(
            CALLERS,
            i -> () -> told(store, Vehicles.create(Samples.vehicle("Truck 7", "VIN" + i))));

    assertThat(Collections.frequency(answers, "done")).isEqualTo(1);
    assertThat(Collections.frequency(answers, "Taken: NAME")).isEqualTo(CALLERS - 1);
    assertThat(table.contents().keySet().stream().filter(where -> where.contains("=vehicle#VIN")))
        .hasSize(1);
  }

  private static void assertNoItemShared(WatchedClient watched) {
    Map<String, Long> touched = new TreeMap<>();
    watched
        .transactions()
        .forEach(
            transaction ->
                WatchedClient.items(transaction)
                    .forEach(item -> touched.merge(item, 1L, Long::sum)));
    touched.values().removeIf(times -> times == 1);
    assertThat(touched).as("items that several transactions touched").isEmpty();
  }

  private static void createTasks(DynamoStore store) throws Exception {
    assertThat(together(CALLERS, _ -> () -> told(store, Tasks.create(Samples.draft()))))
        .containsOnly("done");
  }

  private static String told(DynamoStore store, UseCase<?> useCase) {
    try {
      var _ = store.commit(TestTable.CALLER, useCase);
      return "done";
    } catch (Failure refusal) {
      return Objects.requireNonNull(refusal.getMessage());
    }
  }

  /** What each of several callers was told, who all began at the same moment. */
  private static List<String> together(int callers, IntFunction<Callable<String>> call)
      throws InterruptedException, ExecutionException {
    CyclicBarrier start = new CyclicBarrier(callers);
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      List<Future<String>> answers =
          IntStream.range(0, callers)
              .mapToObj(call)
              .map(
                  each ->
                      threads.submit(
                          () -> {
                            assertThatCode(start::await).doesNotThrowAnyException();
                            return each.call();
                          }))
              .toList();
      List<String> told = new ArrayList<>();
      for (Future<String> answer : answers) {
        told.add(answer.get());
      }
      return told;
    }
  }
}

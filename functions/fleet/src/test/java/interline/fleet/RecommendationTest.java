package interline.fleet;

import static interline.fleet.TaskBuilder.aTask;
import static interline.fleet.WorkerBuilder.aWorker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// fieldopt §6.2, §6.3
class RecommendationTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "nobody",
      textBlock =
          """
          # given: number duty load/capacity skills    | the task needs | recommends
          1 AVAILABLE 0/8 fiber                        | fiber          | 1
          1 ASSIGNED  5/8 fiber                        | fiber          | 1
          1 AVAILABLE 3/8        , 2 AVAILABLE 2/8     |                | 2
          1 ASSIGNED  1/2        , 2 ASSIGNED  2/8     |                | 2
          # Nobody without all of the skills, however free.
          1 AVAILABLE 0/8 copper , 2 ASSIGNED 7/8 fiber copper | copper fiber | 2
          1 AVAILABLE 0/8 Fiber                        | fiber          | nobody
          # Nobody who is full or not there.
          1 ASSIGNED  8/8        , 2 ASSIGNED 7/8      |                | 2
          1 ON_BREAK  0/8        , 2 ASSIGNED 7/8      |                | 2
          1 OFF_DUTY  0/8        , 2 ASSIGNED 7/8      |                | 2
          1 ASSIGNED  8/8        , 2 OFF_DUTY 0/8      |                | nobody
          # Ties: the lower load, then the lower number.
          1 ASSIGNED  2/4        , 2 ASSIGNED 1/2      |                | 2
          2 AVAILABLE 0/4        , 1 AVAILABLE 0/8     |                | 1
          3 ASSIGNED  1/4        , 2 ASSIGNED  1/4     |                | 2
          """)
  void recommendsTheBestOfThoseWhoCan(
      String given, @Nullable String needs, @Nullable Long recommended) {
    Task task = aTask().needing(words(needs)).build();
    List<Worker> workers =
        Arrays.stream(given.split(",", -1)).map(RecommendationTest::worker).toList();

    assertThat(Recommendation.forTask(task, workers).map(it -> it.worker().number()))
        .isEqualTo(Optional.ofNullable(recommended));
  }

  private static String[] words(@Nullable String text) {
    return text == null ? new String[0] : text.split(" ", -1);
  }

  private static Worker worker(String words) {
    String[] word = words.strip().split(" +", 4);
    String[] load = word[2].split("/", 2);
    return aWorker()
        .number(Long.parseLong(word[0]))
        .on(Duty.valueOf(word[1]))
        .load(Integer.parseInt(load[0]))
        .capacity(Integer.parseInt(load[1]))
        .skilled(words(word.length > 3 ? word[3] : null))
        .build();
  }

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @CsvSource({
    "0, 8, 1.0", "1, 8, 0.98", "2, 8, 0.95", "3, 8, 0.93", "7, 8, 0.83",
    "1, 3, 0.93", "2, 3, 0.87", "0, 1, 1.0", "1, 4, 0.95", "9999, 10000, 0.8"
  })
  void theScoreIsFourFifthsAndTheFreeShareOfTheLastFifth(int load, int capacity, double score) {
    assertThat(
            Recommendation.forTask(
                aTask().build(), List.of(aWorker().load(load).capacity(capacity).build())))
        .map(Recommendation::score)
        .hasValue(score);
  }

  @Test
  void theFleetRecommendsAmongAllWhoAreThereAndChangesNothing() {
    PlainFleet fleet = new PlainFleet();
    fleet.commit(Workers.create(aWorker().on(Duty.OFF_DUTY).draft()));
    Worker busy = fleet.commit(Workers.create(aWorker().draft()));
    Worker free = fleet.commit(Workers.create(aWorker().draft()));
    Task task = fleet.commit(Tasks.create(aTask().draft()));
    fleet.commit(
        Assignments.assign(fleet.commit(Tasks.create(aTask().draft())).number(), busy.number()));

    assertThat(Recommendation.in(fleet, task.number()).map(it -> it.worker().number()))
        .hasValue(free.number());
    assertThat(fleet.task(task.number()).state()).isEqualTo(TaskState.UNASSIGNED);
    assertThatThrownBy(() -> Recommendation.in(fleet, 99)).isInstanceOf(Failure.NotFound.class);
  }
}

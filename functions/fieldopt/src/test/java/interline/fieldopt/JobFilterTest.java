package interline.fieldopt;

import static interline.fieldopt.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import interline.fleet.Task;
import interline.fleet.TaskState;
import interline.fleet.WorkType;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JobFilterTest {

  private static final JobFilter ANY =
      new JobFilter(Optional.empty(), Optional.empty(), Optional.empty());
  private static final JobFilter REPAIRS =
      new JobFilter(Optional.empty(), Optional.empty(), Optional.of(WorkType.REPAIR));

  @Test
  void jobsComeByNumberWhateverOrderTheyAreReadIn() {
    Task second = aTask().number(2).build();
    Task tenth = aTask().number(10).build();

    assertThat(ANY.chosen(Stream.of(tenth, second))).containsExactly(second, tenth);
  }

  @Test
  void aJobThatMovedWhileItWasReadIsShownOnceAsItIsLater() {
    Task before = aTask().version(3).in(TaskState.UNASSIGNED).build();
    Task after = aTask().version(4).in(TaskState.ASSIGNED).build();

    assertThat(ANY.chosen(Stream.of(before, after))).containsExactly(after);
    assertThat(ANY.chosen(Stream.of(after, before))).containsExactly(after);
  }

  @Test
  void whatAJobIsLaterDecidesWhetherItIsShown() {
    Task before = aTask().version(3).of(WorkType.REPAIR).build();
    Task after = aTask().version(4).of(WorkType.INSTALL).build();

    assertThat(REPAIRS.chosen(Stream.of(before, after))).isEmpty();
  }

  @Test
  void aTaskWithoutATypeIsOfNoType() {
    assertThat(REPAIRS.chosen(Stream.of(aTask().build()))).isEmpty();
  }
}

package interline.fleet;

import static interline.fleet.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class TaskPagesTest {

  private static final Listing.TasksByMoment ALL =
      new Listing.TasksByMoment(Optional.empty(), Optional.empty(), Optional.empty());

  private final PlainFleet fleet = new PlainFleet();

  @Test
  void aPageOfSomeTasksIsFullWhileThereAreMore() {
    make(700);
    Predicate<Task> tenth = task -> task.number() % 10 == 0;

    Tasks.Listed page = Tasks.list(fleet, ALL, tenth, 64);

    assertThat(page.tasks()).extracting(Task::number).hasSize(64).startsWith(10L).endsWith(640L);
    assertThat(page.next()).contains(Listing.TasksByMoment.Mark.of(fleet.task(649)));
    assertThat(Tasks.list(fleet, ALL, tenth, 70).next()).isEmpty();
  }

  @Test
  void whatIsLookedAtForAPageIsBounded() {
    make(2_100);
    Predicate<Task> ends = task -> task.number() == 1 || task.number() == 2_100;

    Tasks.Listed page = Tasks.list(fleet, ALL, ends, 64);

    assertThat(page.tasks()).extracting(Task::number).containsExactly(1L);
    assertThat(page.next()).contains(Listing.TasksByMoment.Mark.of(fleet.task(2_048)));
  }

  @Test
  void aPageOfAllIsNoMoreThanIsShown() {
    make(65);

    Tasks.Listed page = Tasks.list(fleet, ALL, 64);

    assertThat(page.tasks()).hasSize(64);
    assertThat(page.next()).contains(Listing.TasksByMoment.Mark.of(fleet.task(64)));
    assertThat(Tasks.list(fleet, ALL, 65).next()).isEmpty();
  }

  private void make(int count) {
    for (int i = 0; i < count; i++) {
      fleet.commit(Tasks.create(aTask().draft()));
    }
  }
}

package interline.fieldopt;

import static interline.fieldopt.Vocabulary.STATES;
import static interline.fieldopt.Vocabulary.TYPES;

import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Snapshot;
import interline.fleet.Task;
import interline.fleet.TaskState;
import interline.fleet.WorkType;
import interline.gateway.Fields;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** Which jobs a list is to show: those that satisfy all that is given. */
record JobFilter(Optional<LocalDate> day, Optional<TaskState> state, Optional<WorkType> type) {

  /** A job that moved between two readings is seen in both states; the later one is true. */
  private static final BinaryOperator<Task> LATER =
      BinaryOperator.maxBy(Comparator.comparingLong(task -> task.stamp().version()));

  static JobFilter of(Fields query) {
    return new JobFilter(
        query.date("scheduled_date"),
        query.word("status", STATES.meanings()),
        query.word("type", TYPES.meanings()));
  }

  /** The jobs by number. */
  List<Task> in(Snapshot fleet) {
    return chosen(listings().map(fleet::all).flatMap(Collection::stream));
  }

  /** What is to be shown of what was read. */
  List<Task> chosen(Stream<Task> read) {
    TreeMap<Long, Task> tasks = new TreeMap<>();
    read.forEach(task -> tasks.merge(task.number(), task, LATER));
    return tasks.values().stream()
        .filter(task -> type.isEmpty() || task.type().equals(type))
        .toList();
  }

  private Stream<Listing<Task>> listings() {
    if (state.isEmpty() && day.isEmpty()) {
      return Stream.of(new Listing.Everything<>(Kind.TASK));
    }
    return state
        .map(Stream::of)
        .orElseGet(() -> Stream.of(TaskState.values()))
        .map(one -> new Listing.TasksIn(one, day));
  }
}

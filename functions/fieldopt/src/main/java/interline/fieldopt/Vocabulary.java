package interline.fieldopt;

import interline.fleet.Duty;
import interline.fleet.TaskState;
import interline.fleet.WorkType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** FieldOpt's words for the values of one type: one word each, in lower case. */
record Vocabulary<T extends Enum<T>>(Function<T, String> words, Map<String, T> meanings) {

  /** How far a job has come. */
  static final Vocabulary<TaskState> STATES = of(TaskState.values(), Vocabulary::state);

  /** What kind of work a job is. */
  static final Vocabulary<WorkType> TYPES = of(WorkType.values(), Vocabulary::asWeSay);

  /** What a technician is doing. */
  static final Vocabulary<Duty> DUTIES = of(Duty.values(), Vocabulary::asWeSay);

  String word(T meaning) {
    return words.apply(meaning);
  }

  private static String state(TaskState state) {
    return switch (state) {
      case UNASSIGNED -> "pending";
      case ACTIVE -> "in_progress";
      case ASSIGNED, COMPLETED, FAILED, CANCELLED -> asWeSay(state);
    };
  }

  private static String asWeSay(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static <T extends Enum<T>> Vocabulary<T> of(T[] all, Function<T, String> words) {
    return new Vocabulary<>(
        words, Arrays.stream(all).collect(Collectors.toUnmodifiableMap(words, value -> value)));
  }
}

package interline.fleet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Values of any shape: texts, numbers, flags, and lists and maps of these. */
public final class Trees {

  static final int LARGEST_EXPONENT = 100;

  private static final int DEEPEST = 16;
  private static final int MOST_DIGITS = 38;
  private static final double GREATEST = 1e100;

  private Trees() {}

  /** Refuses a value that not every store can keep. */
  static void check(Field field, Object value) {
    broken(value)
        .ifPresent(
            rule -> {
              throw Failure.invalid(field, rule);
            });
  }

  /** Why not every store can keep a value. */
  public static Optional<Rule> broken(Object value) {
    return broken(value, 0).findFirst();
  }

  private static Stream<Rule> broken(Object value, int depth) {
    if (depth > DEEPEST) {
      return Stream.of(new Rule.AtMost(DEEPEST));
    }
    return switch (value) {
      case BigDecimal number -> broken(number.stripTrailingZeros());
      case List<?> list -> list.stream().flatMap(it -> broken(it, depth + 1));
      case Map<?, ?> map -> map.values().stream().flatMap(it -> broken(it, depth + 1));
      default -> Stream.empty();
    };
  }

  private static Stream<Rule> broken(BigDecimal number) {
    if (Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT) {
      return Stream.of(new Rule.Between(-GREATEST, GREATEST));
    }
    return number.precision() > MOST_DIGITS
        ? Stream.of(new Rule.AtMostCharacters(MOST_DIGITS))
        : Stream.empty();
  }
}

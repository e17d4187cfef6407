package interline.fleet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Values of any shape: texts, numbers, flags, and lists and maps of these. */
public final class Trees {

  static final int DEEPEST = 16;
  static final int LARGEST_EXPONENT = 100;

  private static final int MOST_DIGITS = 38;

  private Trees() {}

  /** Whether a value is such as every store can keep. */
  public static boolean kept(Object value) {
    return kept(value, 0);
  }

  private static boolean kept(Object value, int depth) {
    return depth <= DEEPEST
        && switch (value) {
          case BigDecimal number -> kept(number.stripTrailingZeros());
          case List<?> list -> list.stream().allMatch(it -> kept(it, depth + 1));
          case Map<?, ?> map -> map.values().stream().allMatch(it -> kept(it, depth + 1));
          default -> true;
        };
  }

  private static boolean kept(BigDecimal number) {
    return number.precision() <= MOST_DIGITS
        && Math.abs((long) number.precision() - number.scale()) <= LARGEST_EXPONENT;
  }
}

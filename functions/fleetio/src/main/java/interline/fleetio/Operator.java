package interline.fleetio;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a filter compares. */
enum Operator {
  EQ,
  LIKE,
  LT,
  LTE,
  GT,
  GTE,
  INCLUDE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Operator> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /** Whether a comparison, as of {@link Comparable}, comes out as it should. */
  boolean holds(int comparison) {
    return switch (this) {
      case EQ, INCLUDE -> comparison == 0;
      case LT -> comparison < 0;
      case LTE -> comparison <= 0;
      case GT -> comparison > 0;
      case GTE -> comparison >= 0;
      case LIKE -> false;
    };
  }
}

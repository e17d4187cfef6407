package interline.frachtpilot;

import interline.fleet.Failure;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with the members of a body, all of it at once. */
final class Violations extends Failure.Invalid {

  private final List<Violation> all;

  Violations(List<Violation> all) {
    super(List.of());
    this.all = List.copyOf(all);
  }

  /** One of them, as it is written. */
  record Violation(String propertyPath, String message, String code) {}

  List<Violation> all() {
    return all;
  }

  /** All of them in one line. */
  static String line(List<Violation> violations) {
    return violations.stream()
        .map(one -> one.propertyPath() + ": " + one.message())
        .collect(Collectors.joining("\n"));
  }
}

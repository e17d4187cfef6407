package interline.fleetio;

import interline.fleet.Failure;
import interline.fleet.UseCase;
import java.util.List;

/** Attributes that cannot be meant, together with what the fleet finds wrong with the others. */
final class Unreadable extends Failure.Invalid {

  private final Errors errors;

  Unreadable(Errors errors, List<Failure.Problem> others) {
    super(others);
    this.errors = errors;
  }

  Errors errors() {
    return errors;
  }

  /**
   * What a record asks for, unless some of it could not be read: then the fleet is still asked what
   * it thinks of the rest, and refused in any case.
   */
  static <R> UseCase<R> unless(Errors errors, UseCase<R> asked) {
    return errors.isEmpty()
        ? asked
        : fleet -> {
          throw new Unreadable(errors, problems(() -> asked.decide(fleet)));
        };
  }

  private static List<Failure.Problem> problems(Runnable attempt) {
    try {
      attempt.run();
      return List.of();
    } catch (Failure.Invalid invalid) {
      return invalid.problems();
    }
  }
}

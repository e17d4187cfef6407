package interline.fleetio;

import interline.gateway.Answer;
import java.util.Map;

/** A query that asks a list for what it does not have. */
final class BadQuery extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Errors errors;

  BadQuery(Errors errors) {
    super("Bad query: " + errors.messages(), null, false, false);
    this.errors = errors;
  }

  static BadQuery of(String parameter, String message) {
    Errors errors = new Errors();
    errors.add(parameter, message);
    return new BadQuery(errors);
  }

  Answer answer() {
    return Answer.of(400, Map.of("errors", errors.messages()));
  }
}

package interline.onfleet;

import interline.fleet.Failure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A refusal for which Onfleet has a number of its own. */
final class Refusal extends Failure.Invalid {

  private final ErrorNumber number;
  private final Optional<Object> cause;
  private final boolean addressed;

  private Refusal(ErrorNumber number, Optional<Object> cause, boolean addressed) {
    super(List.of());
    this.number = number;
    this.cause = cause;
    this.addressed = addressed;
  }

  /** Values that are not acceptable: 1000. */
  static Refusal content(String cause) {
    return of(ErrorNumber.CONTENT, cause);
  }

  /** Any other number, with what was wrong this time. */
  static Refusal of(ErrorNumber number, String cause) {
    return new Refusal(number, Optional.of(cause), false);
  }

  /** A number that says enough. */
  static Refusal of(ErrorNumber number) {
    return new Refusal(number, Optional.empty(), false);
  }

  /** An identifier that cannot be one, with its own text: 1005. */
  static Refusal noId(String text) {
    return of(ErrorNumber.WRONG_TYPE, text + " is not an ObjectId.");
  }

  /** A value that another record has: 1004. */
  static Refusal duplicate() {
    return new Refusal(
        ErrorNumber.DUPLICATE,
        Optional.of(Map.of("type", "duplicateKey", "key", "unknown", "value", "unknown")),
        false);
  }

  /** The same, naming the caller's address too. */
  Refusal addressed() {
    return new Refusal(number, cause, true);
  }

  ErrorNumber number() {
    return number;
  }

  Optional<Object> cause() {
    return cause;
  }

  boolean isAddressed() {
    return addressed;
  }
}

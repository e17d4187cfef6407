package interline.fleet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A rule that a value has broken, without words: each dialect says it in its own. */
public sealed interface Rule {

  /** There has to be a value. */
  record Present() implements Rule {}

  /** Nobody else may have this value. */
  record Unique() implements Rule {}

  /** The value has to name something that exists. */
  record Known() implements Rule {}

  /** The value has to be one that this service itself gave out. */
  record Genuine() implements Rule {}

  /** No longer than so many characters. */
  record AtMostCharacters(int characters) implements Rule {}

  /** No more than so many at once. */
  record AtMost(int count) implements Rule {}

  /** Nothing hangs together with more than so many others, whichever way. */
  record Linked(int most) implements Rule {}

  /** No call has to do with more than so many others, given all else that it asks for. */
  record AtOnce(int most) implements Rule {}

  /** None twice. */
  record Distinct() implements Rule {}

  record Between(double least, double most) implements Rule {}

  /** No lower than what was read before, no higher than what was read after. */
  record InSequence(Optional<BigDecimal> least, Optional<BigDecimal> most) implements Rule {}

  record OneOf(List<String> values) implements Rule {}

  /** An address that may be called from here, in full. */
  record Callable() implements Rule {}

  /** Nothing that ends a line. */
  record OneLine() implements Rule {}

  /** The beginning comes before the end. */
  record Ordered() implements Rule {}

  /** Nothing may come before itself. */
  record Acyclic() implements Rule {}
}

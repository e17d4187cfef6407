package interline.fleet;

import java.util.Optional;

/** What a request says of a value: nothing, that there is none, or what it is. */
public sealed interface Said<T> {

  record Nothing<T>() implements Said<T> {}

  record None<T>() implements Said<T> {}

  record Given<T>(T value) implements Said<T> {}

  /** The value after the request, where there has to be one: a request to clear it is not heard. */
  default T or(T present) {
    return this instanceof Given<T>(T value) ? value : present;
  }

  /** The value after the request. */
  default Optional<T> or(Optional<T> present) {
    return switch (this) {
      case Nothing<T> _ -> present;
      case None<T> _ -> Optional.empty();
      case Given<T>(T value) -> Optional.of(value);
    };
  }

  /** Whether anything is said, be it that there is none. */
  default boolean spoken() {
    return !(this instanceof Nothing<T>);
  }

  /** The value that is given, if one is. */
  default Optional<T> given() {
    return this instanceof Given<T>(T value) ? Optional.of(value) : Optional.empty();
  }
}

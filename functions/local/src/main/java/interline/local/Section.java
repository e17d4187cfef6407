package interline.local;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A map of the template with typed access to its fields.
 *
 * @param where its place in the template, for messages
 * @param evaluate works out the functions in a field; empty where the field comes to no value
 */
record Section(
    String where, Map<String, Object> fields, Function<Object, Optional<Object>> evaluate) {

  Optional<Object> value(String name) {
    return Optional.ofNullable(fields.get(name)).flatMap(evaluate);
  }

  Optional<String> text(String name) {
    return value(name).map(String::valueOf);
  }

  String required(String name) {
    return text(name).orElseThrow(() -> new StartFailure(where + ": " + name + " is missing"));
  }

  int number(String name, int otherwise) {
    return text(name).map(value -> number(name, value)).orElse(otherwise);
  }

  private int number(String name, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException _) {
      throw new StartFailure(where + ": " + name + " is not a number: " + value);
    }
  }

  boolean flag(String name, boolean otherwise) {
    return text(name).map(Boolean::parseBoolean).orElse(otherwise);
  }

  /** The map of that name; empty if there is none. */
  Section section(String name) {
    return new Section(where + "." + name, value(name).map(this::map).orElse(Map.of()), evaluate);
  }

  List<Section> sections(String name) {
    return list(name).stream()
        .map(item -> new Section(where + "." + name, map(item), evaluate))
        .toList();
  }

  List<String> texts(String name) {
    return list(name).stream().map(String::valueOf).toList();
  }

  private List<?> list(String name) {
    return switch (value(name).orElse(List.of())) {
      case List<?> list -> list;
      case Object other -> throw new StartFailure(where + ": " + name + " is no list: " + other);
    };
  }

  private Map<String, Object> map(Object value) {
    if (value instanceof Map<?, ?>) {
      return Yaml.fields(value);
    }
    throw new StartFailure(where + ": a map is expected, not " + value);
  }
}

package interline.onfleet;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is kept of a body as it was sent, for Onfleet alone: without what is null. */
final class Kept {

  private Kept() {}

  /**
   * A value as details are kept.
   *
   * @throws Refusal if no store could keep it
   */
  static Optional<Object> of(JsonNode node) {
    Optional<Object> value = read(node);
    if (value.flatMap(Trees::broken).isPresent()) {
      throw Refusal.content("A number is too large, or a value goes too deep.");
    }
    return value;
  }

  /** The elements of a list as details are kept. */
  static List<Object> all(JsonNode list) {
    List<Object> elements = new ArrayList<>();
    list.forEach(element -> of(element).ifPresent(elements::add));
    return elements;
  }

  private static Optional<Object> read(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> Optional.of(object(node));
      case ARRAY -> Optional.of(list(node));
      case BOOLEAN -> Optional.of(node.booleanValue());
      case NUMBER -> Optional.of(node.decimalValue());
      case STRING -> Optional.of(node.textValue());
      default -> Optional.empty();
    };
  }

  private static Map<String, Object> object(JsonNode node) {
    Map<String, Object> members = new LinkedHashMap<>();
    node.properties()
        .forEach(it -> read(it.getValue()).ifPresent(value -> members.put(it.getKey(), value)));
    return members;
  }

  private static List<Object> list(JsonNode node) {
    List<Object> elements = new ArrayList<>();
    node.forEach(element -> read(element).ifPresent(elements::add));
    return elements;
  }
}

package interline.frachtpilot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import interline.fleet.Details;
import interline.gateway.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What only FrachtPilot says of a record, from JSON to the record's details and back. */
final class Tree {

  private static final String PREFIX = "frachtpilot.";

  private Tree() {}

  /** The members of an object as details; null takes away what was there. */
  static Map<String, Optional<Object>> details(ObjectNode object) {
    Map<String, Optional<Object>> details = new LinkedHashMap<>();
    object.properties().forEach(it -> details.put(PREFIX + it.getKey(), value(it.getValue())));
    return details;
  }

  /** The details that these members are. */
  static ObjectNode object(Details details) {
    ObjectNode object = Json.mapper().createObjectNode();
    details
        .values()
        .forEach(
            (name, value) -> {
              if (name.startsWith(PREFIX)) {
                object.set(name.substring(PREFIX.length()), node(value));
              }
            });
    return object;
  }

  private static Optional<Object> value(JsonNode node) {
    return switch (node.getNodeType()) {
      case NULL, MISSING, BINARY, POJO -> Optional.empty();
      case BOOLEAN -> Optional.of(node.booleanValue());
      case NUMBER -> Optional.of(node.decimalValue());
      case STRING -> Optional.of(node.textValue());
      case ARRAY -> {
        List<Object> list = new ArrayList<>();
        node.forEach(element -> value(element).ifPresent(list::add));
        yield Optional.of(list);
      }
      case OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        node.properties()
            .forEach(it -> value(it.getValue()).ifPresent(one -> map.put(it.getKey(), one)));
        yield Optional.of(map);
      }
    };
  }

  private static JsonNode node(Object value) {
    return Json.mapper().valueToTree(value);
  }
}

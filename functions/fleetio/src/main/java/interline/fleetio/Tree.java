package interline.fleetio;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON that is kept as it is: text, numbers, truth values, lists and objects of these. */
final class Tree {

  /** As deep as a value may be nested: half of what the store takes. */
  private static final int DEEPEST = 16;

  /** Digits that a number may have: what the store takes. */
  private static final int DIGITS = 38;

  /** Powers of ten that a number may be away from one: a little less than what the store takes. */
  private static final int MAGNITUDE = 100;

  /** As long as anybody writes a number. */
  private static final int LONGEST = 100;

  private Tree() {}

  /** An object without its empty members, or nothing if it cannot be kept. */
  static Optional<Object> of(JsonNode node) {
    return of(node, DEEPEST);
  }

  private static Optional<Object> of(JsonNode node, int depth) {
    if (depth == 0) {
      return Optional.empty();
    }
    if (node.isNumber()) {
      return decimal(node).map(Object.class::cast);
    }
    if (node.isBoolean()) {
      return Optional.of(node.booleanValue());
    }
    if (node.isArray()) {
      return list(node, depth);
    }
    return node.isObject() ? object(node, depth) : Optional.of(node.asText());
  }

  private static Optional<Object> list(JsonNode node, int depth) {
    List<Object> list = new ArrayList<>();
    for (JsonNode element : node) {
      if (!element.isNull()) {
        Optional<Object> kept = of(element, depth - 1);
        if (kept.isEmpty()) {
          return Optional.empty();
        }
        list.add(kept.get());
      }
    }
    return Optional.of(list);
  }

  private static Optional<Object> object(JsonNode node, int depth) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!member.getValue().isNull() && !member.getKey().isEmpty()) {
        Optional<Object> kept = of(member.getValue(), depth - 1);
        if (kept.isEmpty()) {
          return Optional.empty();
        }
        object.put(member.getKey(), kept.get());
      }
    }
    return Optional.of(object);
  }

  /** A number, or text that is one, if it is of a size that somebody can mean. */
  static Optional<BigDecimal> decimal(JsonNode node) {
    String text = node.isNumber() || node.isTextual() ? node.asText().strip() : "";
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      BigDecimal number = new BigDecimal(text);
      long magnitude = (long) number.precision() - number.scale();
      return number.precision() <= DIGITS && Math.abs(magnitude) <= MAGNITUDE
          ? Optional.of(number)
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}

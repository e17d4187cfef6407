package interline.trimble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import interline.fleet.Failure;
import interline.fleet.Field;
import interline.fleet.Rule;
import interline.gateway.Expected;
import interline.gateway.Malformed;
import interline.gateway.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The members of an object of a request, whatever the case of their names. */
final class Members {

  /** As many rows as one call may bring. */
  private static final int MOST = 50;

  private static final int LONGEST = 255;

  private final Map<String, JsonNode> members = new HashMap<>();

  private Members(JsonNode object) {
    object
        .properties()
        .forEach(
            member ->
                members.putIfAbsent(member.getKey().toLowerCase(Locale.ROOT), member.getValue()));
  }

  /**
   * The rows of a body.
   *
   * @throws Malformed.Body if it is no array, or an empty one
   * @throws Failure.Invalid if there are more than a call may bring
   */
  static List<Members> rows(Request request) {
    JsonNode body = request.json();
    if (!body.isArray() || body.isEmpty()) {
      throw new Malformed.Body(Malformed.Body.Defect.NOT_AN_OBJECT);
    }
    if (body.size() > MOST) {
      throw Failure.invalid(Field.ROW, new Rule.AtMost(MOST));
    }
    List<Members> rows = new ArrayList<>(body.size());
    body.forEach(row -> rows.add(of(row)));
    return rows;
  }

  static Members of(JsonNode node) {
    if (!node.isObject()) {
      throw new Malformed.BadField("item", Expected.Form.OBJECT);
    }
    return new Members(node);
  }

  /** Text that has to be there; a number is read as its decimal text. */
  String required(String name) {
    return text(name).orElseThrow(() -> new Malformed.BadField(name, Expected.Form.PRESENT));
  }

  /** Text, without the blanks around it; blank text is none. */
  Optional<String> text(String name) {
    JsonNode node = members.getOrDefault(name.toLowerCase(Locale.ROOT), NullNode.getInstance());
    if (node.isNull()) {
      return Optional.empty();
    }
    String text = written(name, node).strip();
    if (text.codePointCount(0, text.length()) > LONGEST
        || text.codePoints().anyMatch(Character::isISOControl)) {
      throw new Malformed.BadField(name, Expected.Form.TEXT);
    }
    return Optional.of(text).filter(it -> !it.isEmpty());
  }

  private static String written(String name, JsonNode node) {
    if (node.isTextual()) {
      return node.textValue();
    }
    // What is beyond a double has been read as infinite, which has no decimal text.
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      throw new Malformed.BadField(name, Expected.Form.TEXT);
    }
    return node.isIntegralNumber()
        ? node.asText()
        : node.decimalValue().stripTrailingZeros().toPlainString();
  }

  boolean has(String name) {
    return members.containsKey(name.toLowerCase(Locale.ROOT));
  }
}

package interline.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import interline.fleet.Said;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The members of a JSON object, read as tolerantly as clients have come to expect: a number may be
 * written as text, null is as good as nothing. What cannot be meant is a {@link
 * Malformed.BadField}.
 */
public final class Fields {

  private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  /** The table keeps no greater power of ten. */
  private static final double GREATEST = 1e125;

  private static final int DATE = "YYYY-MM-DD".length();

  private final JsonNode object;
  private final String prefix;

  private Fields(JsonNode object, String prefix) {
    this.object = object;
    this.prefix = prefix;
  }

  /** One way of reading a member, such as {@code Fields::text}. */
  @FunctionalInterface
  public interface Reader<T> {
    Optional<T> read(Fields fields, String name);
  }

  /**
   * The members of an object.
   *
   * @throws Malformed.Body if it is something else
   */
  public static Fields of(JsonNode node) {
    if (!node.isObject()) {
      throw new Malformed.Body(Malformed.Body.Defect.NOT_AN_OBJECT);
    }
    return new Fields(node, "");
  }

  /** The first value of each parameter of a query, to be read like the members of a body. */
  static Fields of(Map<String, List<String>> query) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    query.forEach((name, values) -> object.put(name, values.getFirst()));
    return new Fields(object, "");
  }

  /** The object as it was sent. */
  public JsonNode json() {
    return object;
  }

  /** Whether the member is there at all, be it null. */
  public boolean has(String name) {
    return object.has(name);
  }

  /** A member as it was sent, unless absent or null. */
  public Optional<JsonNode> node(String name) {
    return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
  }

  /** A text; nothing else passes for one. */
  public Optional<String> text(String name) {
    return node(name).map(node -> text(node, name));
  }

  /** A text, or a number or flag as it would be written. */
  public Optional<String> scalar(String name) {
    return node(name)
        .map(
            node -> {
              if (!node.isValueNode()) {
                throw bad(name, Expected.Form.TEXT);
              }
              return node.asText();
            });
  }

  /** A whole number of 32 bits: 7, 7.0 and "7", but not 7.5. */
  public Optional<Integer> integer(String name) {
    return node(name)
        .map(
            node -> {
              try {
                return decimal(node, name, Expected.Form.INTEGER).intValueExact();
              } catch (ArithmeticException e) {
                throw bad(name, Expected.Form.INTEGER);
              }
            });
  }

  /**
   * The number of a record: a whole number of any size. One that is beyond all records is a good
   * number of no record, so it is read as the nearest that fits.
   */
  public Optional<Long> id(String name) {
    return node(name).map(node -> id(node, name));
  }

  /** A number that the table can keep: 41.2 and "41.2". */
  public Optional<Double> number(String name) {
    return node(name)
        .map(
            node -> {
              double number = decimal(node, name, Expected.Form.NUMBER).doubleValue();
              if (Math.abs(number) > GREATEST) {
                throw bad(name, Expected.Form.NUMBER);
              }
              return number;
            });
  }

  /** True or false, or the same as text. */
  public Optional<Boolean> flag(String name) {
    return node(name)
        .map(
            node ->
                switch (node.asText()) {
                  case "true" -> true;
                  case "false" -> false;
                  default -> throw bad(name, Expected.Form.FLAG);
                });
  }

  /** A day as YYYY-MM-DD, of a year of four digits. */
  public Optional<LocalDate> date(String name) {
    return text(name)
        .map(
            text -> {
              try {
                LocalDate date = LocalDate.parse(text);
                if (text.length() == DATE) {
                  return date;
                }
              } catch (DateTimeParseException e) {
                // Told below, like a day of a year that is too far away.
              }
              throw bad(name, Expected.Form.DATE);
            });
  }

  /** One of several words, exactly as they are written. */
  public <T> Optional<T> word(String name, Map<String, T> words) {
    return node(name)
        .map(
            node -> {
              T meaning = node.isTextual() ? words.get(node.textValue()) : null;
              if (meaning == null) {
                throw bad(name, new Expected.OneOf(words.keySet().stream().sorted().toList()));
              }
              return meaning;
            });
  }

  /** A list of texts. */
  public Optional<List<String>> texts(String name) {
    return list(name).map(list -> each(list, name, this::text));
  }

  /** A list of numbers of records. */
  public Optional<List<Long>> ids(String name) {
    return list(name).map(list -> each(list, name, this::id));
  }

  /** An object within this one; its fields are called by their whole path. */
  public Optional<Fields> object(String name) {
    return node(name).map(node -> nested(node, name));
  }

  /** A list of objects. */
  public Optional<List<Fields>> objects(String name) {
    return list(name).map(list -> each(list, name, this::nested));
  }

  /** A list of anything. */
  public Optional<JsonNode> list(String name) {
    return node(name)
        .map(
            node -> {
              if (!node.isArray()) {
                throw bad(name, Expected.Form.LIST);
              }
              return node;
            });
  }

  /**
   * A member that has to be there.
   *
   * @throws Malformed.BadField if it is absent or null
   */
  public <T> T required(String name, Reader<T> reader) {
    return reader.read(this, name).orElseThrow(() -> bad(name, Expected.Form.PRESENT));
  }

  /** What is said of a member: nothing, null, or a value. */
  public <T> Said<T> said(String name, Reader<T> reader) {
    if (!has(name)) {
      return new Said.Nothing<>();
    }
    return reader.read(this, name).<Said<T>>map(Said.Given::new).orElseGet(Said.None::new);
  }

  /** The complaint about a member of this object, by its whole path. */
  public Malformed.BadField bad(String name, Expected expected) {
    return new Malformed.BadField(prefix + name, expected);
  }

  private String text(JsonNode node, String name) {
    if (!node.isTextual()) {
      throw bad(name, Expected.Form.TEXT);
    }
    return node.textValue();
  }

  private long id(JsonNode node, String name) {
    BigDecimal number = decimal(node, name, Expected.Form.INTEGER);
    try {
      return number.abs().compareTo(LONGEST) > 0
          ? (number.signum() < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE)
          : number.longValueExact();
    } catch (ArithmeticException e) {
      throw bad(name, Expected.Form.INTEGER);
    }
  }

  private BigDecimal decimal(JsonNode node, String name, Expected expected) {
    if (!node.isNumber() && !node.isTextual()) {
      throw bad(name, expected);
    }
    String text = node.asText().strip();
    // A longer one is no quantity that anybody measured, and slow to make sense of.
    if (text.length() > 100) {
      throw bad(name, expected);
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw bad(name, expected);
    }
  }

  private Fields nested(JsonNode node, String name) {
    if (!node.isObject()) {
      throw bad(name, Expected.Form.OBJECT);
    }
    return new Fields(node, prefix + name + ".");
  }

  private static <T> List<T> each(JsonNode list, String name, Element<T> element) {
    List<T> all = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      all.add(element.read(list.get(i), name + "." + i));
    }
    return List.copyOf(all);
  }

  private interface Element<T> {
    T read(JsonNode node, String name);
  }
}

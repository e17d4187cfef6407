package interline.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item of the table by names and values; what is absent is not written. */
final class Item {

  static final String PK = "pk";
  static final String SK = "sk";
  static final String VERSION = "version";
  static final String EXPIRES = "expires";

  /** DynamoDB refuses numbers that are nearer to nothing. */
  private static final double LEAST = 1e-130;

  private static final char PADDING = '~';

  private final Map<String, AttributeValue> attributes;

  private Item(Map<String, AttributeValue> attributes) {
    this.attributes = attributes;
  }

  static Item at(String pk, String sk) {
    return new Item(new LinkedHashMap<>()).put(PK, pk).put(SK, sk);
  }

  static Item of(Map<String, AttributeValue> attributes) {
    return new Item(attributes);
  }

  static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of(PK, text(pk), SK, text(sk));
  }

  static AttributeValue text(String text) {
    return AttributeValue.fromS(text);
  }

  static AttributeValue number(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }

  Map<String, AttributeValue> attributes() {
    return attributes;
  }

  Item put(String name, String value) {
    attributes.put(name, text(value));
    return this;
  }

  Item put(String name, long value) {
    attributes.put(name, number(value));
    return this;
  }

  Item put(String name, double value) {
    double kept = Math.abs(value) < LEAST ? 0 : value;
    attributes.put(name, AttributeValue.fromN(BigDecimal.valueOf(kept).toPlainString()));
    return this;
  }

  Item put(String name, BigDecimal value) {
    attributes.put(name, AttributeValue.fromN(value.toString()));
    return this;
  }

  Item put(String name, boolean value) {
    attributes.put(name, AttributeValue.fromBool(value));
    return this;
  }

  Item put(String name, Instant value) {
    return put(name, value.toEpochMilli());
  }

  Item put(String name, Enum<?> value) {
    return put(name, value.name());
  }

  Item put(String name, List<String> texts) {
    attributes.put(name, AttributeValue.fromL(texts.stream().map(Item::text).toList()));
    return this;
  }

  /** A tree of text, numbers, truth values, lists and maps; an empty Optional for none of them. */
  Item putTree(String name, Map<String, Object> tree) {
    if (!tree.isEmpty()) {
      attributes.put(name, tree(tree));
    }
    return this;
  }

  /** Several trees, in order. */
  Item putTrees(String name, List<Map<String, Object>> trees) {
    if (!trees.isEmpty()) {
      attributes.put(name, tree(trees));
    }
    return this;
  }

  Item putText(String name, Optional<String> value) {
    value.ifPresent(present -> put(name, present));
    return this;
  }

  Item putNumber(String name, Optional<? extends Number> value) {
    value.ifPresent(present -> put(name, present.longValue()));
    return this;
  }

  /** Numbers in their order; none are not written. */
  Item putNumbers(String name, List<Long> values) {
    if (!values.isEmpty()) {
      attributes.put(name, AttributeValue.fromL(values.stream().map(Item::number).toList()));
    }
    return this;
  }

  Item putInstant(String name, Optional<Instant> value) {
    value.ifPresent(present -> put(name, present));
    return this;
  }

  /** What it takes up, near enough: DynamoDB counts names and values, in UTF-8. */
  long bytes() {
    return bytes(attributes);
  }

  private static long bytes(Map<String, AttributeValue> map) {
    long bytes = 3;
    for (Map.Entry<String, AttributeValue> entry : map.entrySet()) {
      bytes += bytes(entry.getKey()) + bytes(entry.getValue());
    }
    return bytes;
  }

  private static long bytes(AttributeValue value) {
    return switch (value.type()) {
      case S -> bytes(value.s());
      case N -> value.n().length() + 1L;
      case M -> bytes(value.m());
      case L -> value.l().stream().mapToLong(Item::bytes).sum() + 3;
      default -> 1;
    };
  }

  private static long bytes(String text) {
    long bytes = text.length() + 1L;
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      bytes += next < 0x80 ? 0 : next < 0x800 || Character.isSurrogate(next) ? 1 : 2;
    }
    return bytes;
  }

  /** Whether both stand under the same key. */
  boolean samePlace(Item other) {
    return getText(PK).equals(other.getText(PK)) && getText(SK).equals(other.getText(SK));
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  String getText(String name) {
    return attribute(name).s();
  }

  long getNumber(String name) {
    return Long.parseLong(attribute(name).n());
  }

  int getInt(String name) {
    return Integer.parseInt(attribute(name).n());
  }

  double getDouble(String name) {
    return Double.parseDouble(attribute(name).n());
  }

  BigDecimal getDecimal(String name) {
    return new BigDecimal(attribute(name).n());
  }

  boolean getFlag(String name) {
    return attribute(name).bool();
  }

  Instant getInstant(String name) {
    return Instant.ofEpochMilli(getNumber(name));
  }

  <T extends Enum<T>> T get(String name, Class<T> type) {
    return Enum.valueOf(type, getText(name));
  }

  List<String> getTexts(String name) {
    return attribute(name).l().stream().map(AttributeValue::s).toList();
  }

  Optional<String> findText(String name) {
    return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
  }

  Optional<Long> findNumber(String name) {
    return Optional.ofNullable(attributes.get(name)).map(AttributeValue::n).map(Long::valueOf);
  }

  List<Long> findNumbers(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? List.of() : value.l().stream().map(it -> Long.valueOf(it.n())).toList();
  }

  Optional<Instant> findInstant(String name) {
    return findNumber(name).map(Instant::ofEpochMilli);
  }

  <T extends Enum<T>> Optional<T> find(String name, Class<T> type) {
    return findText(name).map(text -> Enum.valueOf(type, text));
  }

  Map<String, Object> getTree(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? Map.of() : map(value);
  }

  List<Map<String, Object>> getTrees(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? List.of() : value.l().stream().map(Item::map).toList();
  }

  /** Whether the table may remove the item at any time, and readers take it for removed. */
  boolean expired(Instant now) {
    return findNumber(EXPIRES).filter(end -> end <= now.getEpochSecond()).isPresent();
  }

  private AttributeValue attribute(String name) {
    AttributeValue value = attributes.get(name);
    if (value == null) {
      throw new IllegalStateException("Item " + attributes.get(PK) + " has no " + name);
    }
    return value;
  }

  private static AttributeValue tree(Object value) {
    return switch (value) {
      case String text -> text(text);
      case BigDecimal number -> AttributeValue.fromN(number.toString());
      case Boolean flag -> AttributeValue.fromBool(flag);
      case Optional<?> nothing when nothing.isEmpty() -> AttributeValue.fromNul(true);
      case List<?> list -> AttributeValue.fromL(list.stream().map(Item::tree).toList());
      case Map<?, ?> map -> {
        Map<String, AttributeValue> members = new LinkedHashMap<>();
        map.forEach((name, member) -> members.put(kept((String) name), tree(member)));
        yield AttributeValue.fromM(members);
      }
      default -> throw new IllegalArgumentException("Not a value of a tree: " + value.getClass());
    };
  }

  private static Object value(AttributeValue value) {
    return switch (value.type()) {
      case N -> new BigDecimal(value.n());
      case BOOL -> value.bool();
      case NUL -> Optional.empty();
      case L -> {
        List<Object> list = new ArrayList<>();
        value.l().forEach(member -> list.add(value(member)));
        yield list;
      }
      case M -> map(value);
      default -> value.s();
    };
  }

  private static Map<String, Object> map(AttributeValue value) {
    Map<String, Object> map = new LinkedHashMap<>();
    value.m().forEach((name, member) -> map.put(given(name), value(member)));
    return map;
  }

  /** A name in a tree as the table keeps it: that one knows no empty names. */
  private static String kept(String name) {
    return onlyPadding(name) ? name + PADDING : name;
  }

  private static String given(String name) {
    return onlyPadding(name) ? name.substring(1) : name;
  }

  private static boolean onlyPadding(String name) {
    return name.chars().allMatch(letter -> letter == PADDING);
  }
}

package interline.fleetio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import interline.fleet.Rule;
import interline.fleet.Said;
import interline.gateway.Call;
import interline.gateway.Expected;
import interline.gateway.Fields;
import interline.gateway.Json;
import interline.gateway.Malformed;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The attributes of one record as Fleetio's clients send them: a number may be text, a blank text
 * is no value, and an attribute may go by several names, of which complaints use the first. What
 * cannot be meant is collected in {@link #errors} and counts as not spoken of.
 */
final class Attributes {

  private static final Map<String, Boolean> FLAGS =
      Map.of("true", true, "false", false, "1", true, "0", false);

  /** As large as what is kept as it is may be: several such have to fit into one item. */
  static final int LARGEST = 32_768;

  private final Fields fields;
  private final Times times;
  private final Errors errors = new Errors();

  /**
   * The attributes of a record.
   *
   * @param times how moments without an offset are meant
   */
  Attributes(Fields fields, Times times) {
    this.fields = fields;
    this.times = times;
  }

  /** The attributes in the body of a request. */
  static Attributes of(Call call) {
    return new Attributes(call.fields(), Times.of(call));
  }

  Errors errors() {
    return errors;
  }

  /** A text, or a number or flag as it would be written. */
  Said<String> text(String... names) {
    return read(Fields::scalar, names);
  }

  Said<String> textUpTo(int most, String name) {
    return held(
        text(name),
        text -> text.codePointCount(0, text.length()) <= most,
        new Rule.AtMostCharacters(most),
        name);
  }

  Said<Integer> integer(String name) {
    return read(Fields::integer, name);
  }

  Said<Integer> integerWithin(int least, int most, String name) {
    return held(
        integer(name),
        number -> least <= number && number <= most,
        new Rule.Between(least, most),
        name);
  }

  Said<BigDecimal> decimal(String... names) {
    return read((from, name) -> from.node(name).map(node -> decimal(from, name, node)), names);
  }

  Said<BigDecimal> decimalWithin(int least, int most, String name) {
    return held(
        decimal(name),
        number ->
            number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0,
        new Rule.Between(least, most),
        name);
  }

  Said<Boolean> flag(String name) {
    return read(
        (from, member) ->
            from.scalar(member)
                .map(
                    text ->
                        Optional.ofNullable(FLAGS.get(text))
                            .orElseThrow(() -> from.bad(member, Expected.Form.FLAG))),
        name);
  }

  /** A day, or a moment of which the day is taken as it is written. */
  Said<LocalDate> day(String name) {
    return read(
        (from, member) ->
            from.text(member)
                .map(
                    text ->
                        Times.day(text).orElseThrow(() -> from.bad(member, Expected.Form.DATE))),
        name);
  }

  /** A moment; one without an offset is meant in the zone of the API's user. */
  Said<Instant> moment(String name) {
    return read(
        (from, member) ->
            from.text(member)
                .map(
                    text ->
                        times.moment(text).orElseThrow(() -> from.bad(member, Expected.Form.DATE))),
        name);
  }

  /** The day that it is in the zone of the API's user at some moment. */
  Said<LocalDate> dayOf(String name) {
    return read(
        (from, member) ->
            from.text(member)
                .map(
                    text ->
                        times
                            .moment(text)
                            .orElseThrow(() -> from.bad(member, Expected.Form.DATE))
                            .atZone(times.zone())
                            .toLocalDate()),
        name);
  }

  /** One of several words, whatever their case. */
  <T> Said<T> word(Map<String, T> words, String... names) {
    return read(
        (from, name) ->
            from.scalar(name)
                .map(
                    text ->
                        words.entrySet().stream()
                            .filter(word -> word.getKey().equalsIgnoreCase(text))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElseThrow(() -> from.bad(name, oneOf(words)))),
        names);
  }

  /** The number of a record; clients send a blank text for one that they do not mean. */
  Said<Long> id(String name) {
    return blankText(name)
        ? new Said.Nothing<>()
        : held(read(Fields::id, name), id -> id >= 1, new Rule.Known(), name);
  }

  /** The numbers of records, each once. */
  Said<List<Long>> ids(String name) {
    return read((from, member) -> from.ids(member).map(Attributes::distinct), name);
  }

  Said<List<Long>> idsUpTo(int most, String name) {
    return held(ids(name), ids -> ids.size() <= most, new Rule.AtMost(most), name);
  }

  /** An object that is kept as it is, if it is no larger than a whole record of a bulk job. */
  Said<Object> tree(String... names) {
    return held(
        read((from, name) -> from.object(name).map(object -> tree(from, name, object)), names),
        tree -> Json.write(tree).getBytes(StandardCharsets.UTF_8).length <= LARGEST,
        "must be at most %d bytes long".formatted(LARGEST),
        names[0]);
  }

  /** An object within this one; what is wrong with it is wrong with this attribute. */
  Optional<Attributes> object(String name) {
    return fields
        .node(name)
        .filter(node -> isObject(node, name))
        .map(node -> new Attributes(Fields.of(node), times));
  }

  /** The objects of a list within this one. */
  List<Attributes> objects(String name) {
    Optional<JsonNode> list = fields.node(name);
    if (list.isPresent() && !list.get().isArray()) {
      errors.add(name, Words.of(Expected.Form.LIST));
      return List.of();
    }
    List<Attributes> all = new ArrayList<>();
    for (JsonNode node : list.orElseGet(MissingNode::getInstance)) {
      if (isObject(node, name)) {
        all.add(new Attributes(Fields.of(node), times));
      }
    }
    return all;
  }

  /** Takes over what is wrong with an object within this one. */
  void complain(String name, Attributes within) {
    within
        .errors
        .messages()
        .forEach((attribute, all) -> all.forEach(m -> errors.add(name + "." + attribute, m)));
  }

  private boolean isObject(JsonNode node, String name) {
    if (!node.isObject()) {
      errors.add(name, Words.of(Expected.Form.OBJECT));
    }
    return node.isObject();
  }

  /** A value that has to be there; a complaint about it is enough if there is one. */
  <T> Optional<T> required(String name, Said<T> said) {
    Optional<T> given = said.given();
    if (given.isEmpty() && !errors.speakOf(name)) {
      errors.add(name, Words.of(new Rule.Present()));
    }
    return given;
  }

  /** What is said of a parent, by the number that it has under {@code association_id}. */
  Said<Long> parent(String association) {
    String name = association + "_id";
    if (blankText(name)) {
      return new Said.Nothing<>();
    }
    try {
      return fields.said(name, Fields::id);
    } catch (Malformed.BadField noNumberOfAnything) {
      errors.add(association, Words.of(new Rule.Known()));
      return new Said.Nothing<>();
    }
  }

  private <T> Said<T> read(Fields.Reader<T> reader, String... names) {
    List<String> spoken = Arrays.stream(names).filter(fields::has).toList();
    if (spoken.isEmpty()) {
      return new Said.Nothing<>();
    }
    try {
      return spoken.stream()
          .filter(name -> fields.node(name).isPresent() && !blankText(name))
          .findFirst()
          .flatMap(name -> reader.read(fields, name))
          .<Said<T>>map(Said.Given::new)
          .orElseGet(Said.None::new);
    } catch (Malformed.BadField bad) {
      errors.add(names[0], Words.of(bad.expected()));
      return new Said.Nothing<>();
    }
  }

  private <T> Said<T> held(Said<T> said, Predicate<T> rule, Rule broken, String name) {
    return held(said, rule, Words.of(broken), name);
  }

  private <T> Said<T> held(Said<T> said, Predicate<T> rule, String broken, String name) {
    if (said.given().filter(rule.negate()).isEmpty()) {
      return said;
    }
    errors.add(name, broken);
    return new Said.Nothing<>();
  }

  private boolean blankText(String name) {
    return fields.node(name).filter(JsonNode::isTextual).map(JsonNode::textValue).stream()
        .anyMatch(String::isBlank);
  }

  private static BigDecimal decimal(Fields fields, String name, JsonNode node) {
    return Tree.decimal(node).orElseThrow(() -> fields.bad(name, Expected.Form.NUMBER));
  }

  private static Object tree(Fields fields, String name, Fields object) {
    return Tree.of(object.json()).orElseThrow(() -> fields.bad(name, new Expected.Like("{}")));
  }

  private static List<Long> distinct(List<Long> ids) {
    return ids.stream().distinct().toList();
  }

  private static Expected oneOf(Map<String, ?> words) {
    return new Expected.OneOf(words.keySet().stream().sorted().toList());
  }
}

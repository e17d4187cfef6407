package interline.frachtpilot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import interline.frachtpilot.Violations.Violation;
import interline.gateway.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A whole object as it is to be, member by member. What is wrong is collected, so that a client is
 * told all of it at once by {@link #check}; until then a wrong member is read as an absent one.
 */
final class Form {

  private static final Pattern MAIL =
      Pattern.compile("[^\\s@\"(),:;<>\\[\\]\\\\]+@[^\\s@.]+(\\.[^\\s@.]+)+");

  private static final Pattern MONEY = Pattern.compile("-?\\d{1,12}(\\.\\d{1,2})?");

  /** As much as a list or map may have: forty such objects are written together. */
  private static final int MOST_BYTES = 60_000;

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

  private final JsonNode object;
  private final JsonNode before;
  private final String prefix;
  private final List<Violation> violations;

  private Form(JsonNode object, JsonNode before, String prefix, List<Violation> violations) {
    this.object = object;
    this.before = before;
    this.prefix = prefix;
    this.violations = violations;
  }

  static Form of(JsonNode object) {
    return of(object, MissingNode.getInstance());
  }

  /**
   * An object in place of another one.
   *
   * @param before how it was: what stays so may be longer than it could be said here, as other
   *     dialects have other limits
   */
  static Form of(JsonNode object, JsonNode before) {
    return new Form(object, before, "", new ArrayList<>());
  }

  /** An object after a patch, member by member (RFC 7396). */
  static ObjectNode merged(JsonNode present, JsonNode patch) {
    ObjectNode merged = Json.mapper().createObjectNode();
    present.properties().forEach(it -> merged.set(it.getKey(), it.getValue()));
    patch
        .properties()
        .forEach(
            member -> {
              JsonNode value = member.getValue();
              if (value.isNull()) {
                merged.remove(member.getKey());
              } else {
                merged.set(
                    member.getKey(),
                    value.isObject() ? merged(merged.path(member.getKey()), value) : value);
              }
            });
    return merged;
  }

  /**
   * Lets pass what is right.
   *
   * @throws Violations if anything is not
   */
  void check() {
    if (!violations.isEmpty()) {
      throw new Violations(violations);
    }
  }

  void wrong(String name, String message, String code) {
    violations.add(new Violation(prefix + name, message, code));
  }

  boolean has(String name) {
    return node(name).isPresent();
  }

  /** Complains of a member that has grown too large to be kept with the rest of its object. */
  void bounded(String name, JsonNode kept) {
    if (kept.toString().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      wrong(name, "is larger than " + MOST_BYTES / 1_000 + " KB", "too_large");
    }
  }

  /** A text of so many characters; a blank one is none. */
  Optional<String> text(String name, int most) {
    return node(name)
        .flatMap(
            node -> {
              if (!node.isTextual()) {
                return wrongly(name, "should be a string", "invalid_type");
              }
              String text = node.textValue().strip();
              return text.codePointCount(0, text.length()) > most && !node.equals(before.path(name))
                  ? wrongly(name, "has more than " + most + " characters", "too_long")
                  : Optional.of(text).filter(it -> !it.isEmpty());
            });
  }

  /** A text that has to be there. */
  String required(String name, int most) {
    int wrong = violations.size();
    Optional<String> text = text(name, most);
    if (text.isEmpty() && violations.size() == wrong && !stays(name)) {
      missing(name);
    }
    return text.orElse("");
  }

  /** A member that has to be there, in whatever way it is read. */
  <T> Optional<T> present(String name, Function<String, Optional<T>> reader) {
    int wrong = violations.size();
    Optional<T> value = reader.apply(name);
    if (value.isEmpty() && violations.size() == wrong) {
      missing(name);
    }
    return value;
  }

  /** Whether a member says what it said before: nothing, in another dialect. */
  private boolean stays(String name) {
    return object.has(name) && before.has(name) && object.get(name).equals(before.get(name));
  }

  /** Complains that a member is not there. */
  void missing(String name) {
    wrong(name, "should not be blank", "not_blank");
  }

  Optional<String> mail(String name) {
    return text(name, 255)
        .flatMap(
            mail ->
                MAIL.matcher(mail).matches()
                    ? Optional.of(mail)
                    : wrongly(name, "no valid address", "invalid_email"));
  }

  /** One of some words. */
  Optional<String> word(String name, List<String> words) {
    return text(name, 255)
        .flatMap(
            word ->
                words.contains(word)
                    ? Optional.of(word)
                    : wrongly(name, "is none of " + String.join(", ", words), "invalid_choice"));
  }

  /** One of the constants of a type, as its small letters write it. */
  <T extends Enum<T>> Optional<T> word(String name, T[] all) {
    Map<String, T> words = new LinkedHashMap<>();
    for (T one : all) {
      words.put(one.name().toLowerCase(Locale.ROOT), one);
    }
    return word(name, List.copyOf(words.keySet()))
        .flatMap(word -> Optional.ofNullable(words.get(word)));
  }

  boolean flag(String name, boolean usual) {
    return node(name)
        .flatMap(
            node ->
                node.isBoolean()
                    ? Optional.of(node.booleanValue())
                    : wrongly(name, "should be true or false", "invalid_type"))
        .orElse(usual);
  }

  int integer(String name, int least, int most, int usual) {
    return node(name)
        .flatMap(
            node ->
                whole(node) && node.intValue() >= least && node.intValue() <= most
                    ? Optional.of(node.intValue())
                    : wrongly(
                        name, "should be a whole number " + least + " to " + most, "out_of_range"))
        .orElse(usual);
  }

  /** Whether this is a number of 32 bits without a fraction, however it is written. */
  private static boolean whole(JsonNode node) {
    return node.isNumber()
        && node.canConvertToInt()
        && node.decimalValue().stripTrailingZeros().scale() <= 0;
  }

  Optional<Double> number(String name, double least, double most) {
    return node(name)
        .flatMap(
            node ->
                node.isNumber() && node.doubleValue() >= least && node.doubleValue() <= most
                    ? Optional.of(node.doubleValue())
                    : wrongly(name, "should be a number " + least + " to " + most, "out_of_range"));
  }

  /** A number with so many digits behind the point at most. */
  Optional<BigDecimal> decimal(String name, BigDecimal least, BigDecimal most, int digits) {
    return node(name)
        .flatMap(
            node -> {
              if (!node.isNumber()) {
                return wrongly(name, "should be a number", "invalid_type");
              }
              BigDecimal value = node.decimalValue();
              return value.compareTo(least) < 0
                      || value.compareTo(most) > 0
                      || value.stripTrailingZeros().scale() > digits
                  ? wrongly(name, "is out of range", "out_of_range")
                  : Optional.of(value);
            });
  }

  /** Money, as text or as a number, to the cent. */
  Optional<BigDecimal> money(String name) {
    return node(name)
        .flatMap(
            node ->
                node.isValueNode() && MONEY.matcher(node.asText()).matches()
                    ? Optional.of(
                        new BigDecimal(node.asText()).setScale(2, RoundingMode.UNNECESSARY))
                    : wrongly(name, "should be an amount like \"12.50\"", "invalid_money"));
  }

  Optional<LocalDate> date(String name) {
    return parsed(name, 10, LocalDate::parse, "should be a date like 2025-03-09", "invalid_date");
  }

  Optional<LocalTime> time(String name) {
    return parsed(
        name,
        5,
        text -> LocalTime.parse(text, MINUTE),
        "should be a time like 07:30",
        "invalid_time");
  }

  private <T> Optional<T> parsed(
      String name, int length, Function<String, T> parser, String message, String code) {
    return text(name, 255)
        .flatMap(
            text -> {
              try {
                if (text.length() == length) {
                  return Optional.of(parser.apply(text));
                }
              } catch (DateTimeParseException e) {
                // Told below.
              }
              return wrongly(name, message, code);
            });
  }

  /** A reference to another object: its path, by either name, or its number. */
  Optional<Long> reference(String name, String... resources) {
    return node(name)
        .flatMap(
            node -> {
              Optional<Long> number = reference(node, resources);
              return number.isPresent()
                  ? number
                  : wrongly(name, "should be a path or an id", "invalid_reference");
            });
  }

  private static Optional<Long> reference(JsonNode node, String... resources) {
    if (node.isIntegralNumber() && node.canConvertToLong() && node.longValue() > 0) {
      return Optional.of(node.longValue());
    }
    return referred(node.isTextual() ? node.textValue().strip() : "", resources);
  }

  /** The number that a path or a text is of. */
  static Optional<Long> referred(String path, String... resources) {
    String text = path;
    for (String resource : resources) {
      String start = "/api_v2/" + resource + "/";
      text = text.startsWith(start) ? text.substring(start.length()) : text;
    }
    return text.matches("[1-9][0-9]{0,17}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  /** A list of references. */
  List<Long> references(String name, String... resources) {
    List<Long> all = new ArrayList<>();
    for (JsonNode node : list(name)) {
      reference(node, resources)
          .ifPresentOrElse(
              all::add,
              () ->
                  wrong(
                      name + "[" + all.size() + "]",
                      "should be a path or an id",
                      "invalid_reference"));
    }
    return all;
  }

  /** Some of these words, each once. */
  List<String> words(String name, List<String> words) {
    List<String> all = new ArrayList<>();
    for (JsonNode node : list(name)) {
      if (!node.isTextual() || !words.contains(node.textValue())) {
        wrong(name, "has others than " + String.join(", ", words), "invalid_choice");
      } else if (!all.contains(node.textValue())) {
        all.add(node.textValue());
      }
    }
    return all;
  }

  /** Whole numbers of a range, none twice. */
  List<Integer> integers(String name, int least, int most) {
    List<Integer> all = new ArrayList<>();
    for (JsonNode node : list(name)) {
      if (whole(node) && node.intValue() >= least && node.intValue() <= most) {
        all.add(node.intValue());
      } else {
        wrong(name, "should be whole numbers " + least + " to " + most, "out_of_range");
      }
    }
    if (new HashSet<>(all).size() < all.size()) {
      wrong(name, "names one twice", "not_distinct");
    }
    return all;
  }

  /** Texts by name. */
  Map<String, String> texts(String name, int most) {
    Map<String, String> texts = new LinkedHashMap<>();
    node(name)
        .ifPresent(
            node -> {
              if (!node.isObject()) {
                wrong(name, "should be an object", "invalid_type");
              }
              if (node.size() > most) {
                wrong(name, "has more than " + most + " pairs", "too_many");
              }
              node.properties()
                  .forEach(
                      member -> {
                        if (member.getValue().isTextual()) {
                          texts.put(member.getKey(), member.getValue().textValue());
                        } else {
                          wrong(name + "." + member.getKey(), "should be a string", "invalid_type");
                        }
                      });
            });
    return texts;
  }

  /** The objects of a list. */
  List<Form> objects(String name) {
    List<Form> all = new ArrayList<>();
    for (JsonNode node : list(name)) {
      all.add(nested(node, name + "[" + all.size() + "]"));
    }
    return all;
  }

  Optional<Form> object(String name) {
    return node(name).map(node -> nested(node, name));
  }

  private Form nested(JsonNode node, String name) {
    if (!node.isObject()) {
      wrong(name, "should be an object", "invalid_type");
    }
    return new Form(node, MissingNode.getInstance(), prefix + name + ".", violations);
  }

  private Iterable<JsonNode> list(String name) {
    Optional<JsonNode> node = node(name);
    if (node.isPresent() && !node.get().isArray()) {
      wrong(name, "should be an array", "invalid_type");
      return List.of();
    }
    return node.<Iterable<JsonNode>>map(it -> it).orElse(List.of());
  }

  private Optional<JsonNode> node(String name) {
    return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
  }

  private <T> Optional<T> wrongly(String name, String message, String code) {
    wrong(name, message, code);
    return Optional.empty();
  }
}

package interline.fleetio;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A filter of the older style, which looks at a record as it is shown. */
record HeaderFilter(String parameter, String attribute, Predicate predicate, String value) {

  /** How an attribute is compared. */
  enum Predicate {
    EQ,
    MATCHES,
    LT,
    LTEQ,
    GT,
    GTEQ,
    CONT,
    IN_S,
    TRUE,
    FALSE,
    PRESENT,
    NULL
  }

  /** {@code q[attribute_predicate]}. */
  static Optional<HeaderFilter> read(String parameter, String value) {
    if (!parameter.endsWith("]")) {
      return Optional.empty();
    }
    String name = parameter.substring("q[".length(), parameter.length() - 1);
    return Arrays.stream(Predicate.values())
        .filter(predicate -> name.endsWith(suffix(predicate)))
        .filter(predicate -> name.length() > suffix(predicate).length())
        .map(
            predicate ->
                new HeaderFilter(
                    parameter,
                    name.substring(0, name.length() - suffix(predicate).length()),
                    predicate,
                    value))
        .findFirst();
  }

  private static String suffix(Predicate predicate) {
    return "_" + predicate.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a record is asked for.
   *
   * @throws BadQuery if it has no such attribute
   */
  boolean keeps(JsonNode record, Times times) {
    JsonNode shown = record.path(attribute);
    if (shown.isMissingNode()) {
      throw BadQuery.of(parameter, "is no filter of this list");
    }
    boolean blank = shown.isNull() || (shown.isValueNode() && shown.asText().isBlank());
    String text = shown.isValueNode() ? shown.asText() : shown.toString();
    return switch (predicate) {
      case EQ -> !shown.isNull() && (text.equals(value) || compared(text, times) == 0);
      case MATCHES -> !shown.isNull() && like(text);
      case CONT ->
          !shown.isNull() && text.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
      case LT -> !shown.isNull() && compared(text, times) < 0;
      case LTEQ -> !shown.isNull() && compared(text, times) <= 0;
      case GT -> !shown.isNull() && compared(text, times) > 0;
      case GTEQ -> !shown.isNull() && compared(text, times) >= 0;
      case IN_S -> !shown.isNull() && List.of(value.split(",", -1)).contains(text);
      case TRUE -> text.equals("true") == yes();
      case FALSE -> text.equals("false") == yes();
      case PRESENT -> blank != yes();
      case NULL -> shown.isNull() == yes();
    };
  }

  private boolean yes() {
    return !value.matches("0|false");
  }

  /** A percent sign stands for anything. */
  private boolean like(String text) {
    int from = 0;
    String lower = text.toLowerCase(Locale.ROOT);
    List<String> parts = List.of(value.toLowerCase(Locale.ROOT).split("%", -1));
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      boolean last = i == parts.size() - 1;
      int found = last && i > 0 ? lower.length() - part.length() : lower.indexOf(part, from);
      if (found < from || !lower.startsWith(part, found) || (i == 0 && found != 0)) {
        return false;
      }
      from = found + part.length();
    }
    return from == lower.length();
  }

  /** As numbers if both are, as times if both are, else as texts. */
  private int compared(String text, Times times) {
    Optional<BigDecimal> left = decimal(text);
    Optional<BigDecimal> right = decimal(value);
    if (left.isPresent() && right.isPresent()) {
      return left.get().compareTo(right.get());
    }
    Optional<Instant> moment = times.moment(text);
    Optional<Instant> bound = times.asked(value);
    if (moment.isPresent() && bound.isPresent()) {
      return moment.get().compareTo(bound.get());
    }
    return text.compareTo(value);
  }

  private static Optional<BigDecimal> decimal(String text) {
    return text.matches("-?[0-9]{1,30}([.][0-9]{1,30})?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }
}

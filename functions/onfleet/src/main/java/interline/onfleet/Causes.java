package interline.onfleet;

import interline.fleet.Failure;
import interline.fleet.Field;
import interline.fleet.Rule;
import interline.gateway.Expected;
import interline.gateway.Malformed;
import java.util.Locale;
import java.util.stream.Collectors;

/** What went wrong this time. No client compares it; people read it. */
final class Causes {

  static final String NO_MEMBERS = "Managers or workers are invalid.";

  static final String NO_TEAMS = "One or more teams are invalid.";

  private Causes() {}

  static String of(Failure.Problem problem) {
    return switch (problem) {
      case Failure.Problem(Field field, Rule.Known()) when field == Field.MEMBERS -> NO_MEMBERS;
      case Failure.Problem(Field field, Rule.Known()) when field == Field.TEAMS -> NO_TEAMS;
      case Failure.Problem(Field field, Rule rule) -> name(field) + " " + of(rule) + ".";
    };
  }

  static String of(Failure.Conflict.Reason reason) {
    String words = reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  static String of(Malformed malformed) {
    return switch (malformed) {
      case Malformed.Body body -> of(body.defect());
      case Malformed.BadField bad -> bad.name() + " " + of(bad.expected()) + ".";
    };
  }

  private static String of(Malformed.Body.Defect defect) {
    return switch (defect) {
      case EMPTY -> "The body is empty, it has to be a JSON object.";
      case NOT_TEXT -> "The body is not text in UTF-8.";
      case NOT_JSON -> "The body is not JSON.";
      case NOT_AN_OBJECT -> "The body is not a JSON object.";
    };
  }

  static String of(Expected expected) {
    return switch (expected) {
      case Expected.Form form ->
          switch (form) {
            case PRESENT -> "is required";
            case TEXT -> "has to be a string";
            case INTEGER -> "has to be an integer";
            case NUMBER -> "has to be a number";
            case FLAG -> "has to be a boolean";
            case DATE -> "has to be a date such as 2026-04-15";
            case OBJECT -> "has to be an object";
            case LIST -> "has to be an array";
          };
      case Expected.OneOf(var words) ->
          "has to be one of "
              + words.stream().map(String::valueOf).collect(Collectors.joining(", "));
      case Expected.Like(String example) -> "has to be like " + example;
    };
  }

  private static String of(Rule rule) {
    return switch (rule) {
      case Rule.Present() -> "is required";
      case Rule.Unique() -> "is not unique";
      case Rule.Known() -> "is not known";
      case Rule.Genuine() -> "is not of a form that is possible";
      case Rule.AtMostCharacters(int characters) -> "is longer than " + characters + " characters";
      case Rule.AtMost(int count) -> "has more than " + count;
      case Rule.Linked(int most) -> "would link a task with more than " + most + " others";
      case Rule.AtOnce(int most) ->
          "has to do with more than " + most + " other tasks, given all else in this call";
      case Rule.Distinct() -> "has one of them twice";
      case Rule.Between(double least, double most) ->
          "has to be between " + plain(least) + " and " + plain(most);
      case Rule.InSequence _ -> "is out of sequence";
      case Rule.OneOf(var values) -> "has to be one of " + String.join(", ", values);
      case Rule.Callable() -> "has to be a public https address";
      case Rule.OneLine() -> "has to be one line";
      case Rule.Ordered() -> "has to come later";
      case Rule.Acyclic() -> "would come before itself";
    };
  }

  private static String plain(double number) {
    return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /** The fleet's word for a value, in the way in which Onfleet writes the names of members. */
  private static String name(Field field) {
    if (field == Field.VEHICLE_TYPE) {
      return "vehicle.type";
    }
    StringBuilder name = new StringBuilder();
    for (String word : field.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      name.append(
          name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }
}

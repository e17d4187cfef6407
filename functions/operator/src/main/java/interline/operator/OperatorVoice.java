package interline.operator;

import interline.fleet.Failure;
import interline.fleet.Field;
import interline.fleet.Rule;
import interline.gateway.Answer;
import interline.gateway.Expected;
import interline.gateway.Malformed;
import interline.gateway.Request;
import interline.gateway.Voice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;

/** Says what is wrong in problem objects. */
final class OperatorVoice implements Voice {

  @Override
  public Answer failure(Request request, Failure failure) {
    return switch (failure) {
      case Failure.NotFound missing ->
          Problem.answer(404, "Not found", "There is no such " + missing.kind() + ".");
      case Failure.Invalid invalid -> Problem.unprocessable(errors(request, invalid));
      case Failure.NotUnique taken ->
          Problem.unprocessable(Map.of(name(request, taken.field()), List.of("is taken")));
      case Failure.Conflict _ ->
          Problem.answer(409, "Conflict", "That does not go with the present state.");
      case Failure.NotAllowed _ ->
          Problem.answer(403, "Forbidden", "This is for the operator of the deployment.");
      case Failure.Unauthenticated _ ->
          Problem.answer(403, "Forbidden", "This is for the operator of the deployment.");
      case Failure.TooMany limit ->
          Problem.answer(429, "Too many requests", "Try again later.")
              .header("Retry-After", Long.toString(limit.retryAfter().plusMillis(999).toSeconds()));
      case Failure.Busy _ ->
          Problem.answer(503, "Busy", "Others are changing the same. Try again.")
              .header("Retry-After", "1");
    };
  }

  @Override
  public Answer malformed(Request request, Malformed malformed) {
    return switch (malformed) {
      case Malformed.Body body -> Problem.answer(400, "Malformed", words(body.defect()));
      case Malformed.BadField bad ->
          Problem.unprocessable(Map.of(bad.name(), List.of(words(bad.expected()))));
    };
  }

  @Override
  public Answer noSuchPath(Request request) {
    return Problem.answer(404, "Not found", "There is nothing at this path.");
  }

  @Override
  public Answer methodNotAllowed(Request request, SortedSet<String> allowed) {
    return Problem.answer(
        405, "Method not allowed", "Allowed are: " + String.join(", ", allowed) + ".");
  }

  @Override
  public Answer tooLarge(Request request) {
    return Problem.answer(413, "Too large", "Ask for fewer at a time.");
  }

  @Override
  public Answer fault(Request request) {
    return Problem.answer(
        500, "Internal error", "Look for request " + request.requestId() + " in the log.");
  }

  private static Map<String, List<String>> errors(Request request, Failure.Invalid invalid) {
    Map<String, List<String>> errors = new LinkedHashMap<>();
    for (Failure.Problem problem : invalid.problems()) {
      errors
          .computeIfAbsent(name(request, problem.field()), _ -> new ArrayList<>())
          .add(words(problem.rule()));
    }
    return errors;
  }

  /** Two fields of the fleet have two names each here: which one depends on what was asked. */
  private static String name(Request request, Field field) {
    return switch (field) {
      case NAME -> request.path().endsWith("/keys") ? "label" : "name";
      case LIMIT -> request.method().equals("GET") ? "limit" : "limits";
      default -> field.name().toLowerCase(Locale.ROOT);
    };
  }

  private static String words(Rule rule) {
    return switch (rule) {
      case Rule.Present() -> "must be there";
      case Rule.Unique() -> "is taken";
      case Rule.Known() -> "is not known";
      case Rule.Genuine() -> "was not given out here";
      case Rule.AtMostCharacters(int characters) -> "is longer than " + characters + " characters";
      case Rule.AtMost(int count) -> "has more than " + count;
      case Rule.Linked(int most) -> "links one with more than " + most + " others";
      case Rule.AtOnce(int most) -> "has to do with more than " + most + " at once";
      case Rule.Distinct() -> "has one of them twice";
      case Rule.Between(double least, double most) ->
          "must be between " + Math.round(least) + " and " + Math.round(most);
      case Rule.InSequence _ -> "is out of order";
      case Rule.OneOf(List<String> values) -> "must be one of " + String.join(", ", values);
      case Rule.Callable() -> "must be an address that may be called";
      case Rule.OneLine() -> "must be one line";
      case Rule.Ordered() -> "ends before it begins";
      case Rule.Acyclic() -> "comes before itself";
    };
  }

  private static String words(Expected expected) {
    return switch (expected) {
      case Expected.Form form -> words(form);
      case Expected.OneOf(List<String> words) -> "must be one of " + String.join(", ", words);
      case Expected.Like(String example) -> "must be written like " + example;
    };
  }

  private static String words(Expected.Form form) {
    return switch (form) {
      case PRESENT -> "must be there";
      case TEXT -> "must be a text";
      case INTEGER -> "must be a whole number";
      case NUMBER -> "must be a number";
      case FLAG -> "must be true or false";
      case DATE -> "must be a date";
      case OBJECT -> "must be an object";
      case LIST -> "must be a list";
    };
  }

  private static String words(Malformed.Body.Defect defect) {
    return switch (defect) {
      case EMPTY -> "There is no body.";
      case NOT_TEXT -> "The body is not UTF-8.";
      case NOT_JSON -> "The body is not JSON.";
      case NOT_AN_OBJECT -> "The body is not a JSON object.";
    };
  }
}

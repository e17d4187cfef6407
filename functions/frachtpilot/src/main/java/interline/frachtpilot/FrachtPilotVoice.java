package interline.frachtpilot;

import interline.fleet.Failure;
import interline.fleet.Failure.Conflict;
import interline.fleet.Field;
import interline.fleet.Rule;
import interline.frachtpilot.Violations.Violation;
import interline.gateway.Answer;
import interline.gateway.Malformed;
import interline.gateway.Request;
import interline.gateway.Voice;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;

/** How FrachtPilot says that something went wrong. */
final class FrachtPilotVoice implements Voice {

  private final Format usual;

  FrachtPilotVoice(Format usual) {
    this.usual = usual;
  }

  @Override
  public Answer failure(Request request, Failure failure) {
    return switch (failure) {
      case Failure.NotFound _ -> notFound(request);
      case Violations violations -> violated(request, violations.all());
      case Failure.Invalid invalid ->
          violated(
              request,
              invalid.problems().stream()
                  .map(it -> new Violation(property(it.field()), words(it.rule()), code(it.rule())))
                  .toList());
      case Failure.NotUnique taken when taken.field() == Field.VEHICLE ->
          said(request, 409, "Conflict", words(Conflict.Reason.VEHICLE_TAKEN));
      case Failure.NotUnique taken ->
          violated(
              request,
              List.of(new Violation(property(taken.field()), "is taken already", "not_unique")));
      case Conflict conflict -> said(request, 409, "Conflict", words(conflict.reason()));
      case Failure.NotAllowed _ -> said(request, 403, "Forbidden", "Your rights do not allow this");
      case Failure.Unauthenticated _ ->
          said(request, 401, "Unauthorized", "Not a valid X-AUTH-TOKEN with its X-CSRF-TOKEN")
              .header("WWW-Authenticate", "X-AUTH-TOKEN");
      case Failure.TooMany many ->
          said(request, 429, "Too Many Requests", "The limit of your company is reached")
              .header("Retry-After", Long.toString(many.retryAfter().plusMillis(999).toSeconds()));
      case Failure.Busy _ ->
          said(request, 503, "Service Unavailable", "Others change the same objects, try again")
              .header("Retry-After", "1");
    };
  }

  @Override
  public Answer malformed(Request request, Malformed malformed) {
    return switch (malformed) {
      case Malformed.Body _ -> said(request, 400, "Bad Request", "The body is no JSON object");
      case Malformed.BadField bad when bad.name().equals(Paths.ID) -> notFound(request);
      case Malformed.BadField bad when bad.name().equals(Paths.STOP) -> notFound(request);
      case Malformed.BadField bad ->
          said(request, 400, "Bad Request", "The parameter " + bad.name() + " is not valid");
    };
  }

  @Override
  public Answer noSuchPath(Request request) {
    return notFound(request);
  }

  @Override
  public Answer methodNotAllowed(Request request, SortedSet<String> allowed) {
    return said(request, 405, "Method Not Allowed", "Allowed here: " + String.join(", ", allowed));
  }

  @Override
  public Answer tooLarge(Request request) {
    return said(request, 400, "Bad Request", "Ask for fewer itemsPerPage");
  }

  @Override
  public Answer fault(Request request) {
    return said(request, 500, "Internal Server Error", "The service failed");
  }

  private Answer notFound(Request request) {
    return said(request, 404, "Not Found", "There is nothing at this path");
  }

  private Answer violated(Request request, List<Violation> violations) {
    return Problem.of(
        request, usual, 422, "An error occurred", Violations.line(violations), violations);
  }

  private Answer said(Request request, int status, String title, String detail) {
    return Problem.of(request, usual, status, title, detail);
  }

  private static String words(Conflict.Reason reason) {
    return switch (reason) {
      case PROTECTED, ACCOUNT_OWNER_STAYS -> "The owner cannot be deleted, shut out or given a key";
      case IN_USE -> "There are orders of it; set it inactive instead";
      case ILLEGAL_TRANSITION, TASK_NOT_OPEN -> "The status does not allow this";
      case TASK_ASSIGNED -> "The order is on a tour already";
      case TASK_NOT_ASSIGNED -> "The order is on no tour";
      case WORKER_FULL -> "The driver can take no more stops";
      case WORKER_BUSY -> "The driver is at another stop";
      case WORKER_HOLDS_TASKS -> "The user still has stops on a tour";
      case WORKER_ARCHIVED, NOT_AN_OPERATOR -> "The user is no driver";
      case VEHICLE_TAKEN, VEHICLE_ARCHIVED -> "The vehicle is on another tour at that time";
      case TASK_FIXED, TASK_ENDED -> "The order is under way or over";
      case DEPENDENCIES_OPEN -> "Another stop has to come first";
      case CONTAINER_FULL -> "There is no room for more stops";
      case GROUP_NOT_EMPTY, TEAM_NOT_EMPTY -> "There is something in it";
    };
  }

  private static String property(Field field) {
    return switch (field) {
      case EMAIL -> "email";
      case FIRST_NAME, NAME -> "firstName";
      case LAST_NAME -> "lastName";
      case CUSTOMER_NUMBER -> "customerNumber";
      case WORKER -> "driver";
      case TASKS -> "stops";
      default -> {
        String[] words = field.name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
          name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        yield name.toString();
      }
    };
  }

  private static String words(Rule rule) {
    return switch (rule) {
      case Rule.Present() -> "should not be blank";
      case Rule.Unique() -> "is taken already";
      case Rule.Known() -> "does not exist";
      case Rule.AtMostCharacters(int characters) -> "has more than " + characters + " characters";
      case Rule.AtMost(int count) -> "has more than " + count + " elements";
      case Rule.Linked(int most) -> "links one with more than " + most + " others";
      case Rule.AtOnce(int most) -> "has to do with more than " + most + " at once";
      case Rule.Distinct() -> "names one twice";
      case Rule.Between(double least, double most) -> "is not from " + least + " to " + most;
      case Rule.OneOf(var values) -> "is none of " + String.join(", ", values);
      default -> "is not valid";
    };
  }

  private static String code(Rule rule) {
    return rule.getClass()
        .getSimpleName()
        .replaceAll("(?<=.)([A-Z])", "_$1")
        .toLowerCase(Locale.ROOT);
  }
}

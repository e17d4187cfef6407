package interline.trimble;

import interline.fleet.Failure;
import interline.fleet.Field;
import interline.fleet.Kind;
import interline.fleet.Rule;
import interline.gateway.Answer;
import interline.gateway.Expected;
import interline.gateway.Malformed;
import interline.gateway.Request;
import interline.gateway.Voice;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** How Trimble says that something went wrong: {@code {"error": {"message", "code"}}}. */
final class TrimbleVoice implements Voice {

  /** Where a key is exchanged for a token: whatever is wrong there is wrong with the key. */
  static final String AUTHENTICATE = "/accounts/authenticate";

  private static final String BAD_KEY = "Invalid apiKey value or alias sent";

  @Override
  public Answer failure(Request request, Failure failure) {
    return switch (failure) {
      case Failure.NotFound missing ->
          ErrorBody.answer(400, "No " + name(missing.kind()) + " found");
      case Failure.Invalid invalid -> invalid(invalid);
      case Failure.NotUnique _ ->
          ErrorBody.answer(400, "The name is used already", ErrorBody.DUPLICATE);
      case Failure.Conflict conflict ->
          ErrorBody.answer(
              400,
              switch (conflict.reason()) {
                case WORKER_HOLDS_TASKS -> "The driver still has work to do";
                case VEHICLE_ARCHIVED -> "The vehicle is archived";
                case WORKER_FULL,
                    WORKER_BUSY,
                    TASK_ASSIGNED,
                    TASK_NOT_ASSIGNED,
                    TASK_NOT_OPEN,
                    ILLEGAL_TRANSITION,
                    WORKER_ARCHIVED,
                    NOT_AN_OPERATOR,
                    VEHICLE_TAKEN,
                    GROUP_NOT_EMPTY,
                    TASK_FIXED,
                    TASK_ENDED,
                    DEPENDENCIES_OPEN,
                    CONTAINER_FULL,
                    TEAM_NOT_EMPTY,
                    ACCOUNT_OWNER_STAYS,
                    PROTECTED,
                    IN_USE ->
                    "That does not go with the present state of the account";
              });
      case Failure.NotAllowed refusal -> ErrorBody.answer(400, said(refusal));
      case Failure.Unauthenticated _ ->
          isAuthentication(request)
              ? ErrorBody.answer(400, BAD_KEY)
              : ErrorBody.answer(401, "The token is missing, unknown or expired")
                  .header("WWW-Authenticate", "Bearer");
      case Failure.TooMany many ->
          ErrorBody.answer(429, "Too many requests")
              .header("Retry-After", Long.toString(many.retryAfter().plusMillis(999).toSeconds()));
      case Failure.Busy _ ->
          ErrorBody.answer(503, "Others are changing the same records, try again")
              .header("Retry-After", "1");
    };
  }

  @Override
  public Answer malformed(Request request, Malformed malformed) {
    if (isAuthentication(request)) {
      return ErrorBody.answer(400, BAD_KEY);
    }
    return switch (malformed) {
      case Malformed.Body _ ->
          ErrorBody.answer(400, "The body has to be a JSON array of objects", ErrorBody.BAD_BODY);
      case Malformed.BadField bad ->
          ErrorBody.answer(
              400,
              "Invalid " + bad.name() + ": " + expected(bad.expected()),
              request.method().equals("GET") ? ErrorBody.BAD_QUERY : ErrorBody.BAD_ITEM);
    };
  }

  @Override
  public Answer noSuchPath(Request request) {
    return ErrorBody.answer(404, "Nothing is at this path");
  }

  @Override
  public Answer methodNotAllowed(Request request, SortedSet<String> allowed) {
    return ErrorBody.answer(405, "Allowed are " + String.join(", ", allowed));
  }

  @Override
  public Answer tooLarge(Request request) {
    return ErrorBody.answer(400, "Too many for one answer, use a lower limit", ErrorBody.BAD_QUERY);
  }

  @Override
  public Answer fault(Request request) {
    return ErrorBody.answer(500, "Internal server error");
  }

  private static boolean isAuthentication(Request request) {
    return request.path().endsWith(AUTHENTICATE);
  }

  private static String said(Failure.NotAllowed refusal) {
    return String.valueOf(refusal.getMessage());
  }

  private static String name(Kind<?> kind) {
    return kind.equals(Kind.WORKER) ? "driver" : kind.word().replace('_', ' ');
  }

  private static Answer invalid(Failure.Invalid invalid) {
    boolean tooMany =
        invalid.problems().stream()
            .anyMatch(
                problem -> problem.field() == Field.ROW && problem.rule() instanceof Rule.AtMost);
    return ErrorBody.answer(
        400,
        invalid.problems().stream()
            .map(problem -> member(problem.field()) + " " + broken(problem.rule()))
            .collect(Collectors.joining("; ")),
        tooMany ? ErrorBody.TOO_MANY : ErrorBody.BAD_ITEM);
  }

  private static String member(Field field) {
    return switch (field) {
      case EMPLOYEE_NUMBER -> "driverId";
      case ROW, RECORD -> "The request";
      case GROUP, PARENT -> "The account";
      default -> "Name";
    };
  }

  private static String broken(Rule rule) {
    return switch (rule) {
      case Rule.Present() -> "must not be empty";
      case Rule.AtMostCharacters(int characters) ->
          "must be at most " + characters + " characters long";
      case Rule.AtMost(int count) -> "must have at most " + count + " entries";
      case Rule.Linked(int most) -> "must not link one with more than " + most + " others";
      case Rule.AtOnce(int most) -> "must not have to do with more than " + most + " at once";
      case Rule.Genuine() -> "has a form that is not free to choose";
      case Rule.Unique _,
          Rule.Known _,
          Rule.Distinct _,
          Rule.Between _,
          Rule.InSequence _,
          Rule.OneOf _,
          Rule.Callable _,
          Rule.OneLine _,
          Rule.Ordered _,
          Rule.Acyclic _ ->
          "is not valid";
    };
  }

  private static String expected(Expected expected) {
    return switch (expected) {
      case Expected.Form form ->
          switch (form) {
            case PRESENT -> "it has to be there";
            case TEXT -> "expected text of 1 to 255 printable characters";
            case INTEGER -> "expected a whole number that is large enough";
            case OBJECT -> "expected an object";
            case LIST -> "expected an array";
            case NUMBER, FLAG, DATE -> "expected another value";
          };
      case Expected.OneOf(var words) -> "expected one of " + String.join(", ", words);
      case Expected.Like(String example) -> "expected " + example;
    };
  }
}

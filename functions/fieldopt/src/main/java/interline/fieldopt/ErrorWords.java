package interline.fieldopt;

import interline.fleet.Failure;
import interline.fleet.Failure.Conflict;
import interline.fleet.Field;
import interline.fleet.Kind;
import interline.fleet.Rule;
import interline.gateway.Answer;
import interline.gateway.Expected;
import interline.gateway.Malformed;
import interline.gateway.Request;
import interline.gateway.Voice;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** How FieldOpt says that something went wrong: {@code {"detail": "..."}}. */
final class ErrorWords implements Voice {

  private static final String BAD_BODY = "Invalid request body";

  private static final Map<Kind<?>, String> KINDS =
      Map.of(Kind.TASK, "Job", Kind.WORKER, "Technician", Kind.ASSIGNMENT, "Assignment");

  /** Members that FieldOpt calls differently than the fleet. */
  private static final Map<Field, String> MEMBERS =
      Map.of(Field.RECIPIENT, "customer", Field.DESTINATION, "address", Field.TASKS, "job_ids");

  private record Detail(String detail) {}

  @Override
  public Answer failure(Request request, Failure failure) {
    return switch (failure) {
      case Failure.NotFound missing -> notFound(missing.kind());
      case Failure.Invalid invalid -> error(400, BAD_BODY + ": " + problems(request, invalid));
      case Failure.NotUnique taken ->
          error(409, member(request, taken.field()) + " is already taken");
      case Conflict conflict -> conflict(conflict.reason());
      case Failure.NotAllowed _ -> error(403, "Not allowed");
      case Failure.Unauthenticated _ ->
          error(401, "Not authenticated").header("WWW-Authenticate", "Bearer");
      case Failure.TooMany many ->
          error(429, "Too many requests")
              .header("Retry-After", Long.toString(many.retryAfter().plusMillis(999).toSeconds()));
      case Failure.Busy _ -> error(409, "Others are changing the same records, try again");
    };
  }

  @Override
  public Answer malformed(Request request, Malformed malformed) {
    return switch (malformed) {
      case Malformed.Body _ -> error(400, BAD_BODY);
      case Malformed.BadField bad
          when bad.name().equals(InPath.JOB) || bad.name().equals(InPath.TECHNICIAN) ->
          error(400, "Invalid " + bad.name() + " id");
      case Malformed.BadField bad ->
          error(
              400,
              (request.method().equals("GET") ? "Invalid query" : BAD_BODY)
                  + ": "
                  + bad.name()
                  + " "
                  + expected(bad.expected()));
    };
  }

  @Override
  public Answer noSuchPath(Request request) {
    return error(404, "Not Found");
  }

  @Override
  public Answer methodNotAllowed(Request request, SortedSet<String> allowed) {
    return error(405, "Method Not Allowed");
  }

  @Override
  public Answer tooLarge(Request request) {
    return error(400, "Too many jobs or technicians for one answer, narrow the filters");
  }

  @Override
  public Answer fault(Request request) {
    return error(500, "Internal server error");
  }

  private static Answer error(int status, String detail) {
    return Answer.of(status, new Detail(detail));
  }

  private static Answer notFound(Kind<?> kind) {
    return error(404, KINDS.getOrDefault(kind, "Record") + " not found");
  }

  private static Answer conflict(Conflict.Reason reason) {
    return switch (reason) {
      case WORKER_FULL -> error(409, "Technician already has maximum capacity");
      case WORKER_BUSY -> error(409, "Technician is already working on another job");
      case TASK_ASSIGNED -> error(409, "Job is already assigned");
      case TASK_NOT_ASSIGNED -> notFound(Kind.ASSIGNMENT);
      case TASK_NOT_OPEN -> error(409, "Job has already ended");
      case ILLEGAL_TRANSITION -> error(409, "Job cannot go from its status to this one");
      case TEAM_NOT_EMPTY -> error(409, "Team still has members or tasks");
      case WORKER_HOLDS_TASKS -> error(409, "Technician still has jobs");
      case WORKER_ARCHIVED, NOT_AN_OPERATOR -> notFound(Kind.WORKER);
      case VEHICLE_ARCHIVED, VEHICLE_TAKEN -> error(409, "Vehicle is taken");
      case PROTECTED -> error(409, "This cannot be changed");
      case IN_USE -> error(409, "This is in use");
      case ACCOUNT_OWNER_STAYS -> error(409, "The account is in this name");
      case GROUP_NOT_EMPTY -> error(409, "There are groups in the group");
      case TASK_FIXED -> error(409, "Job is in progress");
      case TASK_ENDED -> error(409, "Job has already ended");
      case DEPENDENCIES_OPEN -> error(409, "Job depends on others that have not ended");
      case CONTAINER_FULL -> error(409, "There are too many jobs");
    };
  }

  private static String problems(Request request, Failure.Invalid invalid) {
    return invalid.problems().stream()
        .map(problem -> member(request, problem.field()) + " " + broken(problem.rule()))
        .collect(Collectors.joining("; "));
  }

  private static String member(Request request, Field field) {
    if (field == Field.SKILLS && request.path().startsWith("/api/v1/jobs")) {
      return "skills_required";
    }
    return MEMBERS.getOrDefault(field, field.name().toLowerCase(Locale.ROOT));
  }

  private static String broken(Rule rule) {
    return switch (rule) {
      case Rule.Present() -> "must not be empty";
      case Rule.Unique() -> "is already taken";
      case Rule.Known() -> "is not known";
      case Rule.Genuine() -> "is not genuine";
      case Rule.AtMostCharacters(int characters) ->
          "must be at most " + characters + " characters long";
      case Rule.AtMost(int count) -> "must have at most " + count + " entries";
      case Rule.Linked(int most) -> "must not link one with more than " + most + " others";
      case Rule.AtOnce(int most) -> "must not have to do with more than " + most + " at once";
      case Rule.Distinct() -> "must not name the same one twice";
      case Rule.Between(double least, double most) ->
          "must be between " + written(least) + " and " + written(most);
      case Rule.InSequence _ -> "must be in order";
      case Rule.OneOf(var values) -> "must be one of " + String.join(", ", values);
      case Rule.Callable() -> "must be an address that may be called";
      case Rule.OneLine() -> "must be one line";
      case Rule.Ordered() -> "must end after it starts";
      case Rule.Acyclic() -> "must not come before itself";
    };
  }

  private static String expected(Expected expected) {
    return switch (expected) {
      case Expected.Form form ->
          switch (form) {
            case PRESENT -> "is required";
            case TEXT -> "must be a string";
            case INTEGER -> "must be an integer";
            case NUMBER -> "must be a number";
            case FLAG -> "must be true or false";
            case DATE -> "must be a date like 2026-04-15";
            case OBJECT -> "must be an object";
            case LIST -> "must be an array";
          };
      case Expected.OneOf(var words) -> "must be one of " + String.join(", ", words);
      case Expected.Like(String example) -> "must be written like " + example;
    };
  }

  private static String written(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}

package interline.fleetio;

import interline.fleet.Failure;
import interline.gateway.Answer;
import interline.gateway.Malformed;
import interline.gateway.Request;
import interline.gateway.Voice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** How Fleetio says no. */
final class FleetioVoice implements Voice {

  private static final String NOT_FOUND = "Not Found";

  @Override
  public Answer failure(Request request, Failure failure) {
    return switch (failure) {
      case Failure.Invalid _, Failure.NotUnique _, Failure.Conflict _ ->
          unprocessable(Words.of(failure));
      case Failure.NotFound _ -> noSuchRecord(request);
      case Failure.Unauthenticated _ ->
          Problem.answer(
                  request,
                  401,
                  "Unauthorized",
                  "The headers Authorization and Account-Token must be those of one account.")
              .header("WWW-Authenticate", "Token");
      case Failure.NotAllowed _ ->
          Problem.answer(request, 403, "Forbidden", "The user of this key may not do this.");
      case Failure.TooMany tooMany ->
          Answer.of(
                  429,
                  Map.of("error", "The limit of requests in a minute is reached, try again later."))
              .header("Retry-After", Long.toString(seconds(tooMany.retryAfter())));
      case Failure.Busy _ ->
          unavailable(request, "Others are changing the same records, nothing was written.");
    };
  }

  @Override
  public Answer malformed(Request request, Malformed malformed) {
    return switch (malformed) {
      case Malformed.Body body ->
          Problem.answer(request, 400, "Bad Request", detail(body.defect()));
      // Bodies have no such attribute: what is no number is in the path, and leads nowhere.
      case Malformed.BadField bad when bad.name().equals(FleetioFront.ID) -> noSuchRecord(request);
      case Malformed.BadField bad ->
          unprocessable(Map.of(bad.name(), List.of(Words.of(bad.expected()))));
    };
  }

  @Override
  public Answer noSuchPath(Request request) {
    return Problem.answer(request, 404, NOT_FOUND, "There is nothing at this path.");
  }

  @Override
  public Answer methodNotAllowed(Request request, SortedSet<String> allowed) {
    return Problem.answer(
        request,
        405,
        "Method Not Allowed",
        "This path answers to %s.".formatted(String.join(", ", allowed)));
  }

  @Override
  public Answer tooLarge(Request request) {
    return Problem.answer(
        request, 400, "Bad Request", "The answer would be too large, ask for less at a time.");
  }

  @Override
  public Answer fault(Request request) {
    return Problem.answer(
        request, 500, "Internal Server Error", "The service failed, try again later.");
  }

  @Override
  public Answer unqueued(Request request) {
    return unavailable(
        request,
        "The job could not be queued. Nothing of it is done, now or later; send it again.");
  }

  private static Answer unavailable(Request request, String detail) {
    return Problem.answer(request, 503, "Service Unavailable", detail).header("Retry-After", "1");
  }

  private static Answer noSuchRecord(Request request) {
    return Problem.answer(request, 404, NOT_FOUND, "There is no such record in this account.");
  }

  private static Answer unprocessable(Map<String, List<String>> errors) {
    return Answer.of(422, Map.of("errors", errors));
  }

  private static String detail(Malformed.Body.Defect defect) {
    return switch (defect) {
      case EMPTY -> "The body is empty, it has to be a JSON object.";
      case NOT_TEXT -> "The body is not text in UTF-8.";
      case NOT_JSON -> "The body is not JSON.";
      case NOT_AN_OBJECT -> "The body is not a JSON object.";
    };
  }

  /** Whole seconds after which the time has passed. */
  private static long seconds(Duration duration) {
    return Math.max(1, duration.plusSeconds(1).minusNanos(1).toSeconds());
  }
}

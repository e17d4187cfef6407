package interline.onfleet;

import interline.fleet.Failure;
import interline.fleet.Field;
import interline.gateway.Answer;
import interline.gateway.Malformed;
import interline.gateway.Request;
import interline.gateway.Voice;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How Onfleet says no. */
final class OnfleetVoice implements Voice {

  private static final String CONTAINERS = OnfleetFront.PREFIX + "/containers/";

  private final Supplier<UUID> requests;

  OnfleetVoice(Supplier<UUID> requests) {
    this.requests = requests;
  }

  @Override
  public Answer failure(Request request, Failure failure) {
    return switch (failure) {
      case Refusal refusal when refusal.isAddressed() ->
          ErrorBody.answer(refusal.number(), refusal.cause(), requests.get(), request);
      case Refusal refusal -> answer(refusal.number(), refusal.cause());
      case Failure.Invalid invalid ->
          answer(
              invalid.problems().stream().anyMatch(problem -> problem.field() == Field.TIME_WINDOW)
                  ? ErrorNumber.TIMES
                  : ErrorNumber.CONTENT,
              invalid.problems().stream().map(Causes::of).collect(Collectors.joining(" ")));
      case Failure.NotFound _ -> answer(ErrorNumber.NOT_FOUND, Optional.empty());
      case Failure.NotUnique _ -> {
        Refusal duplicate = Refusal.duplicate();
        yield answer(duplicate.number(), duplicate.cause());
      }
      case Failure.Conflict conflict ->
          answer(number(request, conflict.reason()), Causes.of(conflict.reason()));
      case Failure.NotAllowed _ -> answer(ErrorNumber.FORBIDDEN, Optional.empty());
      case Failure.Unauthenticated _ ->
          answer(ErrorNumber.KEY, "The API key does not exist or is no longer active.")
              .header("WWW-Authenticate", "Basic");
      case Failure.TooMany _ -> answer(ErrorNumber.TOO_MANY, Optional.empty());
      case Failure.Busy _ ->
          answer(
              request.path().startsWith(CONTAINERS) ? ErrorNumber.LOCKED : ErrorNumber.BUSY,
              Optional.empty());
    };
  }

  /** A task that is fixed: what is to change about it cannot, or it cannot be done with it. */
  private static ErrorNumber number(Request request, Failure.Conflict.Reason reason) {
    return switch (reason) {
      case TASK_FIXED, TASK_ENDED ->
          request.path().startsWith(CONTAINERS)
              ? ErrorNumber.CONTENT
              : request.method().equals("PUT") ? ErrorNumber.FROZEN : ErrorNumber.ARGUMENT;
      default -> ErrorNumber.CONTENT;
    };
  }

  @Override
  public Answer malformed(Request request, Malformed malformed) {
    return answer(ErrorNumber.CONTENT, Causes.of(malformed));
  }

  @Override
  public Answer noSuchPath(Request request) {
    return answer(ErrorNumber.NOT_FOUND, request.path() + " does not exist.");
  }

  @Override
  public Answer methodNotAllowed(Request request, SortedSet<String> allowed) {
    return answer(ErrorNumber.METHOD, request.method() + " is not allowed.");
  }

  @Override
  public Answer tooLarge(Request request) {
    return answer(ErrorNumber.CONTENT, "The answer would be too large, ask for less at a time.");
  }

  @Override
  public Answer fault(Request request) {
    return answer(ErrorNumber.FAULT, Optional.empty());
  }

  private Answer answer(ErrorNumber number, String cause) {
    return answer(number, Optional.of(cause));
  }

  private Answer answer(ErrorNumber number, Optional<Object> cause) {
    return ErrorBody.answer(number, cause, requests.get());
  }
}

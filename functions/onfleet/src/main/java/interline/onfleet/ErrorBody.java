package interline.onfleet;

import com.fasterxml.jackson.annotation.JsonInclude;
import interline.gateway.Answer;
import interline.gateway.Request;
import java.util.Optional;
import java.util.UUID;

/** Why there is no answer, as Onfleet says it. */
record ErrorBody(String code, Message message) {

  /**
   * What clients look at.
   *
   * @param error the number they tell errors apart by
   * @param cause a text, or the object for what is not unique
   * @param request never absent: a client that finds none fails
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Message(
      int error,
      String message,
      Optional<Object> cause,
      String request,
      Optional<String> remoteAddress) {}

  static Answer answer(ErrorNumber number, Optional<Object> cause, UUID request) {
    return answer(number, cause, request, Optional.empty());
  }

  /** An error that names the caller's address. */
  static Answer answer(
      ErrorNumber number, Optional<Object> cause, UUID request, Request addressed) {
    return answer(number, cause, request, addressed.sourceIp());
  }

  private static Answer answer(
      ErrorNumber number, Optional<Object> cause, UUID request, Optional<String> remoteAddress) {
    Message message =
        new Message(number.number, number.sentence, cause, request.toString(), remoteAddress);
    return Answer.of(number.status, new ErrorBody(number.code, message));
  }
}

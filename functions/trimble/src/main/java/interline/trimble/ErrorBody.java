package interline.trimble;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import interline.gateway.Answer;
import java.util.List;

/**
 * What went wrong, in whole or in part.
 *
 * @param code -11 and -12 are Trimble's, -1 to -4 ours; else the status
 * @param duplicateIds what was there already, as it was sent
 * @param idsNotFound what was not there, as it was sent
 */
record ErrorBody(
    String message,
    int code,
    @JsonProperty("duplicate_ids") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> duplicateIds,
    @JsonProperty("ids_not_found") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> idsNotFound) {

  static final int BAD_BODY = -1;
  static final int TOO_MANY = -2;
  static final int BAD_ITEM = -3;
  static final int BAD_QUERY = -4;
  static final int NOT_FOUND = -11;
  static final int DUPLICATE = -12;

  /** An answer that is nothing but an error. */
  record Whole(ErrorBody error) {}

  static ErrorBody duplicates(String message, List<String> ids) {
    return new ErrorBody(message, DUPLICATE, ids, List.of());
  }

  static ErrorBody notFound(String message, List<String> ids) {
    return new ErrorBody(message, NOT_FOUND, List.of(), ids);
  }

  static Answer answer(int status, String message) {
    return answer(status, message, status);
  }

  static Answer answer(int status, String message, int code) {
    return Answer.of(status, new Whole(new ErrorBody(message, code, List.of(), List.of())));
  }
}

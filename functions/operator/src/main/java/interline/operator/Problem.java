package interline.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import interline.gateway.Answer;
import java.util.List;
import java.util.Map;

/**
 * Why there is no answer, after RFC 9457.
 *
 * @param title the kind of problem
 * @param detail what it is this time
 * @param errors what is wrong with which value, where it is about values
 */
record Problem(
    int status,
    String title,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, List<String>> errors) {

  static Answer answer(int status, String title, String detail) {
    return new Problem(status, title, detail, Map.of()).answer();
  }

  static Answer unprocessable(Map<String, List<String>> errors) {
    return new Problem(422, "Unprocessable", "Some values are not as they have to be.", errors)
        .answer();
  }

  private Answer answer() {
    return Answer.of(status, this).header("Content-Type", "application/problem+json");
  }
}

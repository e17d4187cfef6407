package interline.frachtpilot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import interline.frachtpilot.Violations.Violation;
import interline.gateway.Answer;
import interline.gateway.Json;
import interline.gateway.Request;
import java.util.List;

/** How a refusal is written. */
final class Problem {

  private Problem() {}

  static Answer of(Request request, Format usual, int status, String title, String detail) {
    return of(request, usual, status, title, detail, List.of());
  }

  static Answer of(
      Request request,
      Format usual,
      int status,
      String title,
      String detail,
      List<Violation> violations) {
    Format format = Format.wanted(request, usual).orElse(usual);
    ObjectNode body = Json.mapper().createObjectNode();
    if (format == Format.LINKED) {
      String type = violations.isEmpty() ? "hydra:Error" : "ConstraintViolationList";
      body.put("@context", "/api_v2/contexts/" + type.replace("hydra:", ""))
          .put("@type", type)
          .put("hydra:title", title)
          .put("hydra:description", detail);
    }
    body.put("type", "about:blank").put("title", title).put("status", status).put("detail", detail);
    if (!violations.isEmpty()) {
      body.set("violations", Json.mapper().valueToTree(violations));
    }
    return Answer.of(status, body).header("Content-Type", format.problemType());
  }
}

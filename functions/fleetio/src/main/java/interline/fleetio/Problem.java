package interline.fleetio;

import interline.gateway.Answer;
import interline.gateway.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What Fleetio answers when it is not about the attributes of a record.
 *
 * @param title the kind of problem, the same each time
 * @param detail this occurrence of it
 * @param instance the path that was asked for
 */
record Problem(int status, String title, String detail, String instance) {

  static Answer answer(Request request, int status, String title, String detail) {
    String path =
        URLEncoder.encode(request.path(), StandardCharsets.UTF_8)
            .replace("%2F", "/")
            .replace("%3A", ":")
            .replace("+", "%20");
    return Answer.of(status, new Problem(status, title, detail, path));
  }
}

package interline.trimble;

import com.fasterxml.jackson.databind.JsonNode;
import interline.gateway.Answer;
import interline.gateway.Expected;
import interline.gateway.Malformed;
import interline.gateway.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How requests name records by the ids that their callers gave them. */
final class Named {

  private Named() {}

  /** What is said of a record that is gone. */
  record Removed(String message) {}

  /** The rows of a body, of several that name the same record the last. */
  static List<Members> last(List<Members> rows, String id) {
    Map<String, Members> last = new LinkedHashMap<>();
    rows.forEach(row -> last.put(row.required(id).toLowerCase(Locale.ROOT), row));
    return List.copyOf(last.values());
  }

  /**
   * The one record that a request names in its query, its path or its body; where it is named more
   * than once, in whatever case, as it is written first.
   *
   * @throws Malformed.BadField if it names none, or several
   */
  static String one(Request request, String id) {
    List<String> named = new ArrayList<>();
    request
        .query()
        .forEach(
            (name, values) -> {
              if (name.equalsIgnoreCase(id)) {
                named.addAll(values);
              }
            });
    request.find("id").ifPresent(named::add);
    if (!request.body().isBlank()) {
      JsonNode body = request.json();
      named.add(Members.of(body.size() == 1 && body.isArray() ? body.get(0) : body).required(id));
    }
    named.replaceAll(String::strip);
    if (named.isEmpty() || named.getFirst().isEmpty()) {
      throw new Malformed.BadField(id, Expected.Form.PRESENT);
    }
    if (!named.stream().allMatch(named.getFirst()::equalsIgnoreCase)) {
      throw new Malformed.BadField(id, new Expected.Like("one of them"));
    }
    return named.getFirst();
  }

  /** What is said of a record that is not there. */
  static Answer none(String kind, String id) {
    return Answer.of(
        400,
        new ErrorBody.Whole(
            ErrorBody.notFound("No %s found with Id: %s".formatted(kind, id), List.of(id))));
  }
}

package interline.onfleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import interline.gateway.Call;
import interline.gateway.Fields;
import interline.gateway.Malformed;

/** Bodies as Onfleet's clients send them: some say {@code null} where they have nothing to say. */
final class Bodies {

  private Bodies() {}

  /**
   * The members of a body that has to be there.
   *
   * @throws Malformed.Body if it is no JSON object
   */
  static Fields required(Call call) {
    JsonNode json = call.request().json();
    if (json.isNull()) {
      throw new Malformed.Body(Malformed.Body.Defect.EMPTY);
    }
    return Fields.of(json);
  }

  /**
   * The members of a body; without one, there are none.
   *
   * @throws Malformed.Body if there is a body that is no JSON object
   */
  static Fields optional(Call call) {
    if (call.request().body().isBlank() || call.request().json().isNull()) {
      return Fields.of(JsonNodeFactory.instance.objectNode());
    }
    return Fields.of(call.request().json());
  }

  /**
   * A body that is a list.
   *
   * @throws Refusal if it is anything else
   */
  static JsonNode list(Call call) {
    JsonNode json = call.request().json();
    if (!json.isArray()) {
      throw Refusal.content("The body has to be an array.");
    }
    return json;
  }
}

package interline.onfleet;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Entity;
import interline.fleet.Kind;
import interline.fleet.Said;
import interline.fleet.Team;
import interline.gateway.Call;
import interline.gateway.Fields;
import java.util.ArrayList;
import java.util.List;

/** What a body says of a team. */
final class TeamBody {

  private TeamBody() {}

  /**
   * What is said of a new team.
   *
   * @throws Refusal if it has no name
   */
  static Team.Revision draft(Call call) {
    Team.Revision draft = read(call, Bodies.required(call));
    if (!(draft.name() instanceof Said.Given<String>)) {
      throw Refusal.of(ErrorNumber.CONTENT);
    }
    return draft;
  }

  /** What is said of a known team: an empty name and lists that are null say nothing. */
  static Team.Revision revision(Call call) {
    return read(call, Bodies.optional(call));
  }

  private static Team.Revision read(Call call, Fields fields) {
    Ids ids = Ids.of(call);
    return new Team.Revision(
        fields
            .text("name")
            .filter(name -> !name.isBlank())
            .<Said<String>>map(Said.Given::new)
            .orElseGet(Said.Nothing::new),
        members(fields, "workers", ids, Kind.WORKER),
        members(fields, "managers", ids, Kind.ADMINISTRATOR),
        hub(fields, ids),
        fields
            .flag("enableSelfAssignment")
            .<Said<Boolean>>map(Said.Given::new)
            .orElseGet(Said.Nothing::new),
        MetadataBody.revised(fields));
  }

  private static Said<Long> hub(Fields fields, Ids ids) {
    if (!fields.has("hub")) {
      return new Said.Nothing<>();
    }
    return fields
        .text("hub")
        .filter(text -> !text.isBlank())
        .<Said<Long>>map(
            text ->
                new Said.Given<>(
                    ids.find(text, Kind.HUB)
                        .orElseThrow(() -> Refusal.content("There is no such hub."))))
        .orElseGet(Said.None::new);
  }

  /** Clients send lists with null in them, which name nobody. */
  private static Said<List<Long>> members(
      Fields fields, String name, Ids ids, Kind<? extends Entity> kind) {
    if (fields.node(name).isEmpty()) {
      return new Said.Nothing<>();
    }
    JsonNode list = fields.node(name).filter(JsonNode::isArray).orElseThrow(TeamBody::malformed);
    List<Long> numbers = new ArrayList<>();
    for (JsonNode each : list) {
      if (!each.isNull()) {
        if (!each.isTextual()) {
          throw malformed();
        }
        numbers.add(
            ids.find(each.textValue(), kind).orElseThrow(() -> Refusal.content(Causes.NO_MEMBERS)));
      }
    }
    return new Said.Given<>(List.copyOf(numbers));
  }

  private static Refusal malformed() {
    return Refusal.of(ErrorNumber.CONTENT);
  }
}

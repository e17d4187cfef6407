package interline.onfleet;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Geocoder;
import interline.fleet.Hub;
import interline.fleet.Kind;
import interline.gateway.Call;
import interline.gateway.Expected;
import interline.gateway.Fields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** A hub as Onfleet's clients describe one; some say {@code team} for the list of its teams. */
final class HubBody {

  private HubBody() {}

  static Hub.Draft created(Call call, Fields body, Geocoder geocoder) {
    return new Hub.Draft(
        name(body).orElseThrow(() -> body.bad("name", Expected.Form.PRESENT)),
        AddressBody.require(call, body, geocoder),
        teams(call, body).orElse(List.of()));
  }

  static Hub.Revision revised(Call call, Fields body, Geocoder geocoder) {
    return new Hub.Revision(name(body), AddressBody.find(call, body, geocoder), teams(call, body));
  }

  private static Optional<String> name(Fields body) {
    return body.text("name").filter(name -> !name.isBlank());
  }

  private static Optional<List<Long>> teams(Call call, Fields body) {
    return body.node("teams").or(() -> body.node("team")).map(node -> teams(call, node));
  }

  private static List<Long> teams(Call call, JsonNode node) {
    LinkedHashSet<Long> teams = new LinkedHashSet<>();
    for (JsonNode each : node.isArray() ? node : List.of(node)) {
      if (!each.isNull()) {
        teams.add(
            Ids.of(call)
                .find(each.asText(), Kind.TEAM)
                .orElseThrow(() -> Refusal.content(Causes.NO_TEAMS)));
      }
    }
    return new ArrayList<>(teams);
  }
}

package interline.onfleet;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Crews;
import interline.fleet.Kind;
import interline.fleet.Profile;
import interline.fleet.Said;
import interline.gateway.Call;
import interline.gateway.Expected;
import interline.gateway.Fields;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a body says of a worker. */
final class WorkerBody {

  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);
  private static final int MOST_DIGITS = 6;

  private WorkerBody() {}

  /** Somebody new. */
  record Draft(String phone, Crews.Revision revision) {}

  /**
   * What is said of somebody new.
   *
   * @throws Refusal if there are no teams, or the phone cannot be one
   */
  static Draft draft(Call call) {
    Fields fields = Bodies.required(call);
    if (fields.node("teams").filter(JsonNode::isArray).isEmpty()) {
      throw Refusal.of(ErrorNumber.ARGUMENT, "The array of team ids, teams, is missing.");
    }
    Crews.Revision revision = read(call, fields);
    String phone =
        fields
            .node("phone")
            .filter(JsonNode::isTextual)
            .map(JsonNode::textValue)
            .orElseThrow(() -> Refusal.content("The phone number format is invalid."));
    return new Draft(Phones.normal(phone, call.organization()), revision);
  }

  /** What is said of somebody who is known; their phone cannot change. */
  static Crews.Revision revision(Call call) {
    return read(call, Bodies.optional(call));
  }

  private static Crews.Revision read(Call call, Fields fields) {
    Ids ids = Ids.of(call);
    Said<String> name = given(fields.text("name"));
    return new Crews.Revision(
        name, teams(fields, ids), profile(fields, ids), Rides.read(fields, name.or("")));
  }

  private static Profile.Revision profile(Fields fields, Ids ids) {
    Optional<Fields> more = fields.object("additionalCapacities");
    return new Profile.Revision(
        fields.said("displayName", Fields::text),
        units(fields, "capacity"),
        more.map(it -> units(it, "capacityA")).orElseGet(Said.Nothing::new),
        more.map(it -> units(it, "capacityB")).orElseGet(Said.Nothing::new),
        more.map(it -> units(it, "capacityC")).orElseGet(Said.Nothing::new),
        fields.said("timezone", WorkerBody::zone),
        home(fields, ids),
        MetadataBody.revised(fields));
  }

  /** Clients call it by either name. */
  private static Said<Long> home(Fields fields, Ids ids) {
    Optional<Fields> addresses = fields.object("addresses").or(() -> fields.object("address"));
    if (addresses.filter(it -> it.has("routing")).isEmpty()) {
      return new Said.Nothing<>();
    }
    return addresses
        .flatMap(it -> it.text("routing"))
        .<Said<Long>>map(
            text ->
                new Said.Given<>(
                    ids.find(text, Kind.DESTINATION)
                        .orElseThrow(() -> Refusal.content("There is no such destination."))))
        .orElseGet(Said.None::new);
  }

  private static Said<BigDecimal> units(Fields fields, String name) {
    return given(
        fields
            .number(name)
            .map(
                number -> {
                  BigDecimal units = BigDecimal.valueOf(number).stripTrailingZeros();
                  if (units.signum() < 0
                      || units.compareTo(MOST) > 0
                      || units.scale() > MOST_DIGITS) {
                    throw Refusal.content(name + " has to be between 0 and " + MOST + ".");
                  }
                  return units;
                }));
  }

  static Optional<ZoneId> zone(Fields fields, String name) {
    return fields
        .text(name)
        .filter(text -> !text.isBlank())
        .map(
            text -> {
              try {
                return ZoneId.of(text);
              } catch (DateTimeException _) {
                throw fields.bad(name, new Expected.Like("America/Los_Angeles"));
              }
            });
  }

  private static Said<List<Long>> teams(Fields fields, Ids ids) {
    Optional<JsonNode> list = fields.list("teams");
    if (list.isEmpty()) {
      return new Said.Nothing<>();
    }
    List<Long> numbers = new ArrayList<>();
    for (JsonNode each : list.get()) {
      if (!each.isNull()) {
        numbers.add(
            ids.find(each.asText(), Kind.TEAM).orElseThrow(() -> Refusal.content(Causes.NO_TEAMS)));
      }
    }
    return new Said.Given<>(List.copyOf(numbers));
  }

  static <T> Said<T> given(Optional<T> value) {
    return value.<Said<T>>map(Said.Given::new).orElseGet(Said.Nothing::new);
  }
}

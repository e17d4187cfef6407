package interline.onfleet;

import interline.fleet.Entity;
import interline.fleet.Kind;
import interline.fleet.RoutePlan;
import interline.fleet.RoutePlans;
import interline.gateway.Call;
import interline.gateway.Fields;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A route plan as Onfleet's clients write one. What only Onfleet says of it is kept as details. */
record RoutePlanBody(Call call, Fields body) {

  static final String COLOR = "color";
  static final String VEHICLE_TYPE = "vehicleType";
  static final String TEAM = "team";
  static final String START_AT = "startAt";
  static final String END_AT = "endAt";
  static final String STARTING_HUB = "startingHubId";
  static final String ENDING_HUB = "endingHubId";
  static final String END_TIME = "endTime";
  static final String TIMEZONE = "timezone";

  private static final String HUB = "HUB";

  private static final Map<String, String> SIDES =
      Map.of(HUB, HUB, "WORKER_LOCATION", "WORKER_LOCATION", "WORKER_ADDRESS", "WORKER_ADDRESS");

  static RoutePlanBody of(Call call) {
    return new RoutePlanBody(call, Bodies.required(call));
  }

  /** A new plan. */
  RoutePlans.Draft created() {
    return checked(
        new RoutePlans.Draft(
            body.required("name", Fields::text),
            body.required("startTime", TaskBody::millis),
            worker(Optional.empty()),
            Optional.empty(),
            RoutePlan.State.PLANNED,
            details()),
        Map.of());
  }

  /** A plan as it is to be; what nothing is said of stays. */
  RoutePlans.Draft revised(RoutePlan before) {
    return checked(
        new RoutePlans.Draft(
            body.text("name").orElse(before.name()),
            TaskBody.millis(body, "startTime").orElse(before.departure()),
            worker(before.worker()),
            before.vehicle(),
            before.state(),
            details()),
        before.details().values());
  }

  /** The tasks on the plan, in their order, if anything is said of them. */
  Optional<List<Long>> tasks() {
    return body.texts("tasks")
        .or(() -> body.texts("taskIds"))
        .map(all -> TaskBody.tasks(Ids.of(call), all));
  }

  private Optional<Long> worker(Optional<Long> before) {
    return body.has("worker") ? number("worker", Kind.WORKER) : before;
  }

  private Map<String, Optional<Object>> details() {
    Map<String, Optional<Object>> details = new LinkedHashMap<>();
    keep(details, COLOR, color());
    keep(details, VEHICLE_TYPE, body.text(VEHICLE_TYPE).map(this::vehicleType));
    keep(details, TEAM, known(TEAM, Kind.TEAM));
    side(details, START_AT, "start");
    side(details, END_AT, "end");
    keep(details, STARTING_HUB, known(STARTING_HUB, Kind.HUB));
    keep(details, ENDING_HUB, known(ENDING_HUB, Kind.HUB));
    keep(
        details,
        END_TIME,
        TaskBody.millis(body, END_TIME).map(it -> BigDecimal.valueOf(it.toEpochMilli())));
    keep(details, TIMEZONE, body.text(TIMEZONE).map(RoutePlanBody::zone));
    return details;
  }

  private void keep(Map<String, Optional<Object>> details, String name, Optional<?> value) {
    if (body.has(name)) {
      details.put(TaskBody.DETAIL + name, value.map(it -> it));
    }
  }

  /** A side under its name, or as the Go client calls it. */
  private void side(Map<String, Optional<Object>> details, String name, String alias) {
    String said = body.has(name) ? name : alias;
    if (body.has(said)) {
      details.put(
          TaskBody.DETAIL + name,
          body.text(said).filter(it -> !it.isEmpty()).flatMap(_ -> body.word(said, SIDES)));
    }
  }

  private Optional<String> color() {
    Optional<String> color = body.text(COLOR).filter(it -> !it.isEmpty());
    if (color.filter(it -> !it.matches("#?[0-9A-Fa-f]{3,8}")).isPresent()) {
      throw Refusal.content("color has to be in hexadecimal digits.");
    }
    return color;
  }

  private String vehicleType(String word) {
    return Rides.mode(word)
        .map(Enum::name)
        .orElseThrow(() -> Refusal.content("vehicleType " + word + " is not known."));
  }

  private static String zone(String name) {
    try {
      return ZoneId.of(name).getId();
    } catch (DateTimeException _) {
      throw Refusal.content("timezone " + name + " is not known.");
    }
  }

  private Optional<Long> number(String name, Kind<? extends Entity> kind) {
    return body.text(name)
        .filter(id -> !id.isEmpty())
        .map(
            id -> {
              if (!Ids.wellFormed(id)) {
                throw Refusal.noId(id);
              }
              return Ids.of(call).find(id, kind).orElseThrow(() -> unknown(name));
            });
  }

  /** The number of a record that is there. */
  private Optional<BigDecimal> known(String name, Kind<? extends Entity> kind) {
    Optional<Long> number = number(name, kind);
    if (number.flatMap(it -> call.fleet().find(kind.number(it))).isEmpty() && number.isPresent()) {
      throw unknown(name);
    }
    return number.map(BigDecimal::valueOf);
  }

  private static Refusal unknown(String name) {
    return Refusal.content(name + " does not exist.");
  }

  /** What has to go together, of what is said and what was said before. */
  private static RoutePlans.Draft checked(RoutePlans.Draft draft, Map<String, Object> before) {
    Optional<Instant> end =
        said(draft, before, END_TIME)
            .map(it -> Instant.ofEpochMilli(((BigDecimal) it).longValueExact()));
    if (end.filter(it -> it.isBefore(draft.departure())).isPresent()) {
      throw Refusal.of(ErrorNumber.TIMES, "endTime has to come after startTime.");
    }
    hub(draft, before, START_AT, STARTING_HUB);
    hub(draft, before, END_AT, ENDING_HUB);
    return draft;
  }

  private static void hub(
      RoutePlans.Draft draft, Map<String, Object> before, String side, String hub) {
    if (said(draft, before, side).filter(HUB::equals).isPresent()
        && said(draft, before, hub).isEmpty()) {
      throw Refusal.content(hub + " is required.");
    }
  }

  private static Optional<Object> said(
      RoutePlans.Draft draft, Map<String, Object> before, String name) {
    return Optional.ofNullable(draft.details().get(TaskBody.DETAIL + name))
        .orElseGet(() -> Optional.ofNullable(before.get(TaskBody.DETAIL + name)));
  }
}

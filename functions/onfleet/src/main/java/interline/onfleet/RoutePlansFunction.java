package interline.onfleet;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Page;
import interline.fleet.RoutePlan;
import interline.fleet.Snapshot;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Fields;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** {@code routePlans}: tasks that are done on one tour. */
public final class RoutePlansFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final int MOST = 500;

  /**
   * Some plans.
   *
   * @param lastId only there if there are more behind them
   */
  private record Listed(
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> lastId,
      List<Map<String, Object>> routePlans) {}

  private final Front front;

  public RoutePlansFunction() {
    this(System.getenv());
  }

  public RoutePlansFunction(Map<String, String> environment) {
    front =
        OnfleetFront.of(Wiring.open(environment), "/routePlans")
            .routing(
                OnfleetFront.routes("routePlans")
                    .get("", call -> Answer.ok(list(call).routePlans()))
                    .post("", call -> shown(call, new Planning(call).create(body(call))))
                    .get("/all", call -> Answer.ok(list(call)))
                    .get("/{id}", call -> shown(call, get(call)))
                    .put("/{id}", RoutePlansFunction::revise)
                    .delete("/{id}", RoutePlansFunction::remove)
                    .put("/{id}/tasks", RoutePlansFunction::extend)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static RoutePlanBody body(Call call) {
    return RoutePlanBody.of(call);
  }

  private static long id(Call call) {
    return Ids.inPath(call, "id", Kind.ROUTE_PLAN);
  }

  private static RoutePlan get(Call call) {
    return call.fleet().get(Kind.ROUTE_PLAN.number(id(call)));
  }

  private static Answer shown(Call call, RoutePlan plan) {
    return Answer.ok(RoutePlanAnswers.one(call, plan));
  }

  private static Answer revise(Call call) {
    return shown(call, new Planning(call).revise(id(call), body(call)));
  }

  private static Answer remove(Call call) {
    new Planning(call).remove(id(call));
    return Answer.empty(200);
  }

  private static Answer extend(Call call) {
    List<String> tasks = Bodies.required(call).required("tasks", Fields::texts);
    return shown(call, new Planning(call).extend(id(call), TaskBody.tasks(Ids.of(call), tasks)));
  }

  private static Listed list(Call call) {
    Query query = Query.of(call);
    Snapshot fleet = call.fleet();
    Ids ids = Ids.of(call);
    Listing<RoutePlan> listing =
        new Listing.RoutePlansOf(
            query.text("workerId").map(id -> ids.require(id, Kind.WORKER)),
            query.text("lastId").map(id -> behind(ids, id)).orElse(0L));
    Predicate<RoutePlan> filter =
        between(query, "startTime", RoutePlan::departure)
            .and(between(query, "createdTime", plan -> plan.stamp().created()));
    if (query.text("hasTasks").isPresent()) {
      boolean wanted = query.flag("hasTasks");
      filter = filter.and(plan -> plan.stops().isEmpty() != wanted);
    }
    int limit = limit(query);
    List<RoutePlan> plans = plans(fleet, listing, filter, limit + 1);
    List<RoutePlan> shown = plans.subList(0, Math.min(limit, plans.size()));
    RoutePlanAnswers answers = RoutePlanAnswers.of(call, fleet, shown);
    return new Listed(
        shown.size() < plans.size()
            ? Optional.of(ids.of(Kind.ROUTE_PLAN, shown.getLast().number()))
            : Optional.empty(),
        shown.stream().map(answers::answer).toList());
  }

  private static long behind(Ids ids, String id) {
    if (!Ids.wellFormed(id)) {
      throw Refusal.noId(id);
    }
    return ids.find(id, Kind.ROUTE_PLAN)
        .orElseThrow(() -> Refusal.content("lastId is not from a page of this list."));
  }

  private static List<RoutePlan> plans(
      Snapshot fleet, Listing<RoutePlan> listing, Predicate<RoutePlan> filter, int most) {
    List<RoutePlan> plans = new ArrayList<>();
    Optional<String> next = Optional.empty();
    do {
      Page<RoutePlan> page =
          fleet.page(listing, new Page.Request(most - plans.size(), next), filter);
      plans.addAll(page.items());
      next = page.next();
    } while (next.isPresent() && plans.size() < most);
    return plans;
  }

  private static int limit(Query query) {
    int limit = query.number("limit").map(Number::intValue).orElse(MOST);
    if (limit < 1 || limit > MOST) {
      throw Refusal.content("limit has to be between 1 and 500.");
    }
    return limit;
  }

  private static Predicate<RoutePlan> between(
      Query query, String name, Function<RoutePlan, Instant> moment) {
    Optional<Instant> from = query.millis(name + "From");
    Optional<Instant> to = query.millis(name + "To");
    return plan ->
        from.filter(moment.apply(plan)::isBefore).isEmpty()
            && to.filter(moment.apply(plan)::isAfter).isEmpty();
  }
}

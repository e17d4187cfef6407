package interline.frachtpilot;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.RoutePlan;
import interline.fleet.RoutePlans;
import interline.fleet.Snapshot;
import interline.fleet.Task;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Json;
import interline.gateway.Routes;
import interline.gateway.Wiring;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** {@code tours}: the fleet's route plans. */
public final class ToursFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final Map<String, Comparator<RoutePlan>> ORDERS =
      Map.of(
          "date", Comparator.comparing(Tour::date),
          "departureTime", Comparator.comparing(Tour::time));

  private final Front front;
  private final Writer writer;

  public ToursFunction() {
    this(System.getenv());
  }

  public ToursFunction(Map<String, String> environment) {
    Wiring wiring = Wiring.open(environment);
    Format usual = Format.usual(wiring);
    Gate gate = new Gate(usual);
    Resource tours = Resource.TOURS;
    writer = new Writer(usual, tours);
    front =
        FrachtPilotFront.of(wiring, usual, "/api_v2/tours/1")
            .routing(
                Routes.at("/api_v2/tours")
                    .get("", gate.reading(tours, this::list))
                    .post("", gate.writing(tours, this::create))
                    .get("/{id}", gate.reading(tours, this::show))
                    .put("/{id}", gate.writing(tours, call -> revise(call, Tour::replaced)))
                    .patch("/{id}", gate.writing(tours, call -> revise(call, Tour::patched)))
                    .delete("/{id}", gate.writing(tours, this::remove))
                    .put("/{id}/stops", gate.writing(tours, this::arrange))
                    .patch("/{id}/stops/{stop}", gate.reporting(this::report))
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private Answer list(Call call) {
    Snapshot fleet = call.fleet();
    Query<RoutePlan> query = Query.<RoutePlan>of(call).ordered(ORDERS);
    query.bounded("date", Query::day, LocalDate::equals, it -> Optional.of(Tour.date(it)));
    query.between("date", Query::day, it -> Optional.of(Tour.date(it)));
    query.bounded("driver", Query.id("users"), Long::equals, RoutePlan::worker);
    query.equals("vehicle", RoutePlan::vehicle);
    query.equals("status", it -> Optional.of(Tour.status(it)));
    query.equals("baseTour", Tour::baseTour);
    Query.Result<RoutePlan> page =
        Own.of(call, Resource.TOURS, fleet)
            .map(own -> query.part(own.tours()))
            .orElseGet(() -> query.page(fleet, listing(query), Kind.ROUTE_PLAN));
    Map<Long, Task> tasks = Tour.tasks(fleet, page.items());
    List<ObjectNode> tours = page.items().stream().map(it -> Tour.of(it, tasks)).toList();
    return writer.page(call, query.paging(), page.total(), tours);
  }

  /** Where those are that the query asks for. */
  private static Listing<RoutePlan> listing(Query<RoutePlan> query) {
    Optional<Long> driver = query.said("driver", Query.id("users"));
    if (driver.isPresent()) {
      return new Listing.RoutePlansOf(driver.get());
    }
    Query.Bounds<LocalDate> days = query.days("date");
    return days.open()
        ? new Listing.Everything<>(Kind.ROUTE_PLAN)
        : new Listing.RoutePlansByDeparture(
            days.from().map(day -> day.atStartOfDay(CsrfToken.ZONE).toInstant()),
            days.until().map(day -> day.plusDays(1).atStartOfDay(CsrfToken.ZONE).toInstant()));
  }

  private Answer show(Call call) {
    return shown(call, visible(call));
  }

  private Answer shown(Call call, RoutePlan plan) {
    return writer.ok(call, Tour.of(plan, Tour.tasks(call.fleet(), List.of(plan))));
  }

  /** The tour in the path, if it is one that the caller may see. */
  private static RoutePlan visible(Call call) {
    RoutePlan plan = call.fleet().get(Kind.ROUTE_PLAN.number(call.id(Paths.ID)));
    boolean own = plan.worker().equals(Optional.of(Gate.caller(call).number()));
    if (!own && !Gate.rights(call).reach(Resource.TOURS, Rights.Level.READ)) {
      throw new Failure.NotFound(Kind.ROUTE_PLAN);
    }
    return plan;
  }

  private Answer create(Call call) {
    JsonNode body = call.fields().json();
    RoutePlan plan = call.commit(fleet -> RoutePlans.create(Tour.draft(body)).decide(fleet));
    return writer.created(call, Tour.of(plan, Map.of()));
  }

  private Answer revise(Call call, BiFunction<RoutePlan, JsonNode, RoutePlans.Draft> revision) {
    JsonNode body = call.fields().json();
    return shown(
        call, new Dispatch(call).revise(call.id(Paths.ID), plan -> revision.apply(plan, body)));
  }

  private Answer remove(Call call) {
    new Dispatch(call).remove(call.id(Paths.ID));
    return Answer.noContent();
  }

  /** The stops as an array, or as the member of an object. */
  private Answer arrange(Call call) {
    JsonNode body = call.request().json();
    ObjectNode object = Json.mapper().createObjectNode();
    object.set("stops", body.isObject() ? body.path("stops") : body);
    return shown(call, new Dispatch(call).arrange(call.id(Paths.ID), Form.of(object)));
  }

  private Answer report(Call call) {
    JsonNode body = call.fields().json();
    RoutePlan plan = visible(call);
    long stop = call.id(Paths.STOP);
    if (plan.stop(stop).isEmpty()) {
      throw new Failure.NotFound(Kind.TASK);
    }
    RoutePlan after =
        call.commit(
            fleet ->
                RoutePlans.report(plan.number(), stop, Tour.report(body, fleet.now()))
                    .decide(fleet));
    new Dispatch(call).next(after);
    return shown(call, after);
  }
}

package interline.frachtpilot;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Orders;
import interline.fleet.RoutePlan;
import interline.fleet.Snapshot;
import interline.fleet.Task;
import interline.fleet.Tasks;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Routes;
import interline.gateway.Wiring;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** {@code orders}: the fleet's tasks, and what was ordered with them. */
public final class OrdersFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final Map<String, Comparator<Task>> ORDERS =
      Map.of(
          "orderNumber", Comparator.comparingLong(Task::number),
          "deliveryDate", Comparator.comparing(it -> Order.day(it).orElse(LocalDate.EPOCH)),
          "updatedAt", Comparator.comparing(it -> it.stamp().changed()));

  private final Front front;
  private final Writer writer;

  public OrdersFunction() {
    this(System.getenv());
  }

  public OrdersFunction(Map<String, String> environment) {
    Wiring wiring = Wiring.open(environment);
    Format usual = Format.usual(wiring);
    Gate gate = new Gate(usual);
    writer = new Writer(usual, Resource.ORDERS);
    front =
        FrachtPilotFront.of(wiring, usual, "/api_v2/orders/1")
            .routing(
                Routes.at("/api_v2/orders")
                    .get("", gate.reading(Resource.ORDERS, this::list))
                    .post("", gate.writing(Resource.ORDERS, this::create))
                    .get("/{id}", gate.reading(Resource.ORDERS, this::show))
                    .put(
                        "/{id}",
                        gate.writing(Resource.ORDERS, call -> revise(call, Order::replaced)))
                    .patch(
                        "/{id}",
                        gate.writing(Resource.ORDERS, call -> revise(call, Order::patched)))
                    .delete("/{id}", gate.writing(Resource.ORDERS, this::remove))
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private Answer list(Call call) {
    Snapshot fleet = call.fleet();
    Query<Task> query = Query.<Task>of(call).ordered(ORDERS);
    Optional<Own> own = Own.of(call, Resource.ORDERS, fleet);
    own.ifPresent(tours -> query.only(it -> tours.hasOrder(it.number())));
    query.bounded("account", Query.id("accounts", "customers"), Long::equals, Order::account);
    query.bounded("tour", Query.id("tours"), Long::equals, it -> it.links().plan());
    query.bounded("deliveryDate", Query::day, LocalDate::equals, Order::day);
    query.between("deliveryDate", Query::day, Order::day);
    query.equals("orderNumber", it -> Optional.of(Order.orderNumber(it)));
    query.equals("invoiceStatus", _ -> Optional.of("none"));
    query.between(
        "updatedAt",
        Query::moment,
        it -> Optional.of(it.stamp().changed().truncatedTo(ChronoUnit.SECONDS)));
    Listing<Task> all = new Listing.Everything<>(Kind.TASK);
    Query.Result<Task> page;
    if (call.request().query("status").filter(it -> !it.isEmpty()).isPresent()) {
      List<Task> tasks = fleet.all(all);
      Map<Long, RoutePlan> plans = Order.plans(fleet, tasks);
      query.equals("status", it -> Optional.of(Order.status(it, Order.plan(it, plans))));
      page = query.part(tasks);
    } else {
      page =
          query.page(
              fleet,
              all,
              () -> Tasks.summary(fleet).values().stream().mapToLong(Long::longValue).sum());
    }
    Map<Long, RoutePlan> plans = Order.plans(fleet, page.items());
    return writer.page(
        call,
        query.paging(),
        page.total(),
        page.items().stream().map(it -> Order.of(it, Order.plan(it, plans))).toList());
  }

  private Answer show(Call call) {
    Snapshot fleet = call.fleet();
    long id = call.id(Paths.ID);
    if (Own.of(call, Resource.ORDERS, fleet).filter(own -> !own.hasOrder(id)).isPresent()) {
      throw new Failure.NotFound(Kind.TASK);
    }
    Task task = fleet.get(Kind.TASK.number(id));
    return writer.ok(call, Order.of(task, Orders.plan(fleet, task)));
  }

  private Answer create(Call call) {
    JsonNode body = call.fields().json();
    Task task = call.commit(Orders.create(account(body), account -> Order.draft(body, account)));
    return writer.created(call, Order.of(task, Optional.empty()));
  }

  private Answer revise(Call call, BiFunction<Orders.Standing, JsonNode, Orders.Draft> revision) {
    JsonNode body = call.fields().json();
    Orders.Standing after =
        call.commit(
            Orders.revise(
                call.id(Paths.ID), account(body), standing -> revision.apply(standing, body)));
    return writer.ok(call, Order.of(after.task(), after.plan()));
  }

  private static Optional<Long> account(JsonNode body) {
    return Form.of(body).reference("account", "accounts", "customers");
  }

  private Answer remove(Call call) {
    call.commit(Orders.remove(call.id(Paths.ID)));
    return Answer.noContent();
  }
}

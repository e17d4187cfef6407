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
import interline.fleet.TaskState;
import interline.fleet.Tasks;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Routes;
import interline.gateway.Wiring;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
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
    Query<Task> query = Query.<Task>of(call).ordered(ORDERS, "orderNumber");
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
    Optional<String> status = query.said("status", Optional::of);
    Query.Result<Task> page =
        query.whole() && status.isEmpty()
            ? query.page(fleet, new Listing.TasksByNumber(), () -> count(fleet))
            : query.part(in(fleet, status, found(fleet, query, own, status)));
    Map<Long, RoutePlan> plans = Order.plans(fleet, page.items());
    return writer.page(
        call,
        query.paging(),
        page.total(),
        page.items().stream().map(it -> Order.of(it, Order.plan(it, plans))).toList());
  }

  private static long count(Snapshot fleet) {
    return Tasks.summary(fleet).values().stream().mapToLong(Long::longValue).sum();
  }

  /** What may be asked for, from where the narrowest index leads to. */
  private static Collection<Task> found(
      Snapshot fleet, Query<Task> query, Optional<Own> own, Optional<String> status) {
    Optional<List<Long>> named =
        own.map(Own::orders)
            .or(() -> query.said("orderNumber", text -> Optional.of(Order.numbered(text))))
            .or(() -> query.said("tour", Query.id("tours")).map(tour -> on(fleet, tour)));
    if (named.isPresent()) {
      return Tour.known(fleet, named.get()).values();
    }
    Query.Bounds<LocalDate> days = query.days("deliveryDate");
    if (days.open() && status.isEmpty()) {
      return query.read(fleet, List.of(new Listing.Everything<>(Kind.TASK)));
    }
    List<Listing<Task>> listings = new ArrayList<>();
    for (TaskState state : status.map(Order::states).orElse(List.of(TaskState.values()))) {
      if (days.open()) {
        listings.add(new Listing.TasksIn(state, Optional.empty()));
      } else {
        // Where others made the task, its day may follow from its times.
        listings.add(new Listing.TasksUndated(state));
        listings.add(new Listing.TasksOn(state, days.from(), days.until()));
      }
    }
    return query.read(fleet, listings);
  }

  /** The tasks on a tour, reported on or not. */
  private static List<Long> on(Snapshot fleet, long tour) {
    return fleet
        .find(Kind.ROUTE_PLAN.number(tour))
        .map(plan -> plan.stops().stream().map(RoutePlan.Stop::task).toList())
        .orElse(List.of());
  }

  private static Collection<Task> in(
      Snapshot fleet, Optional<String> status, Collection<Task> tasks) {
    if (status.isEmpty()) {
      return tasks;
    }
    Map<Long, RoutePlan> plans = Order.plans(fleet, tasks);
    return tasks.stream()
        .filter(it -> status.get().equals(Order.status(it, Order.plan(it, plans))))
        .toList();
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

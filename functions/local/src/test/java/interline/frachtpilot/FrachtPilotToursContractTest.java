package interline.frachtpilot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Container;
import interline.fleet.Containers;
import interline.fleet.Identity;
import interline.fleet.Kind;
import interline.fleet.Member;
import interline.fleet.Task;
import interline.fleet.TaskState;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.Tenant;
import interline.local.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Orders and the tours that bring them: tasks of the fleet in containers of its workers. */
class FrachtPilotToursContractTest {

  /** A Tuesday. */
  private static final String DAY = "2027-03-09";

  private static final String POSITIONS =
      "\"positions\":[{\"name\":\"Eggs\",\"quantity\":2,\"unitPrice\":\"3.50\"},"
          + "{\"name\":\"Crate\",\"quantity\":0,\"unitPrice\":\"1.00\",\"taxRate\":19}]";

  private final Tenant tenant = TestServer.tenant();
  private final Http admin = Http.frachtPilot(tenant);
  private final Http fieldOpt = Http.fieldOpt(tenant);

  private JsonNode made(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.json();
  }

  private JsonNode ok(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  private long account(String more) {
    return made(admin.post(
            "/accounts",
            "{\"lastName\":\"Moll\",\"street\":\"Am Hof\",\"city\":\"Telgte\"" + more + "}"))
        .path("id")
        .longValue();
  }

  private Reply order(long account, String more) {
    return admin.post(
        "/orders",
        "{\"account\":\"/api_v2/accounts/%d\",\"deliveryDate\":\"%s\",%s%s}"
            .formatted(account, DAY, POSITIONS, more));
  }

  private long ordered(long account) {
    return made(order(account, "")).path("id").longValue();
  }

  private List<Long> ordered(long account, int count) {
    List<Long> orders = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      orders.add(ordered(account));
    }
    return orders;
  }

  private long driver() {
    return made(admin.post(
            "/users", "{\"firstName\":\"Ina\",\"lastName\":\"Brand\",\"roles\":[\"driver\"]}"))
        .path("id")
        .longValue();
  }

  private long tour(String more) {
    return made(admin.post(
            "/tours", "{\"date\":\"" + DAY + "\",\"departureTime\":\"07:30\"" + more + "}"))
        .path("id")
        .longValue();
  }

  private Reply stops(long tour, List<Long> orders) {
    return admin.put("/tours/" + tour + "/stops", orders.toString());
  }

  private String status(long order) {
    return ok(admin.get("/orders/" + order)).path("status").textValue();
  }

  private Task task(long order) {
    return TestServer.store().snapshot(tenant.caller()).get(Kind.TASK.number(order));
  }

  private List<Long> container(Container container) {
    return TestServer.store().snapshot(tenant.caller()).members(container).stream()
        .map(Member::task)
        .toList();
  }

  // frachtpilot §6.2
  @Test
  void anOrderIsATaskWithWhatWasOrdered() {
    long account = account(",\"type\":\"private\",\"extraStopMinutes\":5");
    JsonNode order = made(order(account, ",\"deliveryFee\":\"4.5\",\"note\":\"Ring\""));

    long id = order.path("id").longValue();
    assertThat(order.path("orderNumber").textValue()).isEqualTo("B" + (10_000 + id));
    assertThat(order.path("account").textValue()).isEqualTo("/api_v2/accounts/" + account);
    assertThat(order.path("shipping").textValue()).isEqualTo("tour");
    assertThat(order.path("billing").textValue()).isEqualTo("collective");
    assertThat(order.path("status").textValue()).isEqualTo("open");
    assertThat(order.path("invoiceStatus").textValue()).isEqualTo("none");
    assertThat(order.path("tour").isNull()).isTrue();
    assertThat(order.path("requestedDate").isNull()).isTrue();
    // 7.00 gross with 7 %, and the fee
    assertThat(order.path("totalGross").textValue()).isEqualTo("11.50");
    assertThat(order.path("totalNet").textValue()).isEqualTo("11.04");
    assertThat(order.at("/positions/0/unit").textValue()).isEqualTo("Stk");
    assertThat(order.at("/positions/0/taxRate").intValue()).isEqualTo(7);
    assertThat(order.at("/positions/1/position").intValue()).isEqualTo(2);
    assertThat(ok(admin.get("/orders/" + id))).isEqualTo(order);

    JsonNode job = ok(fieldOpt.get("/jobs/" + id));
    assertThat(job.path("status").textValue()).isEqualTo("pending");
    assertThat(job.path("customer").textValue()).isEqualTo("Moll");
    assertThat(job.path("address").textValue()).isEqualTo("Am Hof, Telgte, DE");
    assertThat(job.path("scheduled_date").textValue()).isEqualTo(DAY);
    assertThat(container(Container.organization())).containsExactly(id);
  }

  // frachtpilot §10.15
  @Test
  void check15AnOrderForAnotherDayMovesToTheNextDeliveryDay() {
    JsonNode order = made(order(account(",\"deliveryDays\":[5]"), ""));

    assertThat(order.path("deliveryDate").textValue()).isEqualTo("2027-03-12");
    assertThat(order.path("requestedDate").textValue()).isEqualTo(DAY);
    JsonNode patched =
        ok(admin.patch("/orders/" + order.path("id").asText(), "{\"note\":\"Later\"}"));
    assertThat(patched.path("requestedDate").textValue()).isEqualTo(DAY);
  }

  // frachtpilot §10.16
  @Test
  void check16ACustomerWithOrdersStays() {
    long account = account("");
    long order = ordered(account);

    assertThat(admin.delete("/accounts/" + account).status()).isEqualTo(409);
    assertThat(admin.delete("/orders/" + order).status()).isEqualTo(204);
    assertThat(admin.get("/orders/" + order).status()).isEqualTo(404);
    assertThat(admin.delete("/accounts/" + account).status()).isEqualTo(204);
    assertThat(order(account, "").status()).isEqualTo(422);
  }

  // A customer's orders are counted, whoever removes one
  @Test
  void anOrderThatOnfleetRemovesIsNobodysAnyMore() {
    long account = account("");
    long order = ordered(account);
    String task = new Identity(tenant.id()).encode(Kind.TASK, order);

    assertThat(Http.onfleet(tenant).delete("/tasks/" + task).status()).isEqualTo(200);
    assertThat(admin.get("/orders/" + order).status()).isEqualTo(404);
    assertThat(admin.delete("/accounts/" + account).status()).isEqualTo(204);
  }

  // frachtpilot §7: date, departureTime, status
  @Test
  void whatIsBlankIsNotThere() {
    Reply tour = admin.post("/tours", "{\"date\":\"\",\"departureTime\":\" \"}");

    assertThat(tour.status()).as(tour.text()).isEqualTo(422);
    assertThat(tour.json().path("violations").findValuesAsText("propertyPath"))
        .containsExactly("date", "departureTime");

    long order = ordered(account(""));
    long planned = tour("");
    ok(stops(planned, List.of(order)));
    Reply report = admin.patch("/tours/" + planned + "/stops/" + order, "{\"status\":\"\"}");
    assertThat(report.status()).as(report.text()).isEqualTo(422);
    assertThat(admin.patch("/orders/" + order, "{\"deliveryDate\":\"\"}").status()).isEqualTo(422);
  }

  // frachtpilot §6.2: account active, positions
  @Test
  void aQuantityBeyondAllNumbersIsRefused() {
    Reply reply = admin.post("/orders", "{\"positions\":[{\"name\":\"Eggs\",\"quantity\":1e400}]}");

    assertThat(reply.status()).as(reply.text()).isEqualTo(422);
    assertThat(reply.json().path("violations").findValuesAsText("propertyPath"))
        .contains("positions[0].quantity");
  }

  // frachtpilot §6.2, §6.3: nothing begins as anything but open or planned
  @Test
  void whatIsMadeBeginsAtTheBeginning() {
    Reply order = order(account(""), ",\"status\":\"delivered\"");
    Reply tour =
        admin.post(
            "/tours",
            "{\"date\":\"%s\",\"departureTime\":\"07:30\",\"status\":\"finished\"}".formatted(DAY));

    for (Reply refused : List.of(order, tour)) {
      assertThat(refused.status()).as(refused.text()).isEqualTo(422);
      assertThat(refused.json().at("/violations/0/propertyPath").textValue()).isEqualTo("status");
    }
    assertThat(order(account(""), ",\"status\":\"open\"").status()).isEqualTo(201);
  }

  // frachtpilot §5.5: a PUT that does not speak of the status is not about it
  @Test
  void aPutLeavesTheStatusThatItDoesNotName() {
    String tour = "{\"date\":\"" + DAY + "\",\"departureTime\":\"07:30\",\"name\":\"North\"";
    String driver = ",\"driver\":" + driver();
    long id = made(admin.post("/tours", tour + driver + "}")).path("id").longValue();
    ok(admin.patch("/tours/" + id, "{\"status\":\"started\"}"));

    JsonNode renamed = ok(admin.put("/tours/" + id, tour.replace("North", "South") + driver + "}"));

    assertThat(renamed.path("status").textValue()).isEqualTo("started");
    assertThat(renamed.path("name").textValue()).isEqualTo("South");
  }

  // What is larger than a record can be is refused, not a fault
  @Test
  void listsAndMapsAreBounded() {
    String position = "{\"name\":\"" + "x".repeat(200) + "\",\"quantity\":1,\"unitPrice\":\"1\"},";
    String many = position.repeat(300);
    Reply order =
        admin.post(
            "/orders",
            "{\"account\":%d,\"deliveryDate\":\"%s\",\"positions\":[%s]}"
                .formatted(account(""), DAY, many.substring(0, many.length() - 1)));
    Reply account =
        admin.post(
            "/accounts",
            "{\"lastName\":\"Moll\",\"attributes\":{\"a\":\"" + "y".repeat(400_000) + "\"}}");

    assertThat(order.status()).isEqualTo(422);
    assertThat(order.json().at("/violations/0/propertyPath").textValue()).isEqualTo("positions");
    assertThat(order.json().at("/violations/0/code").textValue()).isEqualTo("too_large");
    assertThat(account.status()).isEqualTo(422);
    assertThat(account.json().at("/violations/0/propertyPath").textValue()).isEqualTo("attributes");
  }

  @Test
  void whatCannotBeOrdered() {
    long inactive = account(",\"status\":\"inactive\"");

    assertThat(order(inactive, "").json().at("/violations/0/propertyPath").textValue())
        .isEqualTo("account");
    Reply empty = admin.post("/orders", "{\"positions\":[{\"quantity\":1.2345}]}");
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.json().path("violations").findValuesAsText("propertyPath"))
        .containsExactlyInAnyOrder(
            "account",
            "deliveryDate",
            "positions[0].name",
            "positions[0].quantity",
            "positions[0].unitPrice");
  }

  // frachtpilot §6.2: moves
  @Test
  void whatIsFetchedIsInNoContainerAndIsDeliveredByHand() {
    long account = account(",\"selfCollector\":true");
    JsonNode order = made(order(account, ""));
    long id = order.path("id").longValue();

    assertThat(order.path("shipping").textValue()).isEqualTo("pickup");
    assertThat(container(Container.organization())).isEmpty();
    assertThat(stops(tour(""), List.of(id)).status()).isEqualTo(422);
    assertThat(
            ok(admin.patch("/orders/" + id, "{\"status\":\"delivered\"}"))
                .path("status")
                .textValue())
        .isEqualTo("delivered");
    assertThat(task(id).state()).isEqualTo(TaskState.COMPLETED);
    assertThat(admin.patch("/orders/" + id, "{\"status\":\"open\"}").status()).isEqualTo(409);
    assertThat(admin.delete("/orders/" + id).status()).isEqualTo(409);

    long toTour = made(order(account, "")).path("id").longValue();
    ok(admin.patch("/orders/" + toTour, "{\"shipping\":\"tour\"}"));
    assertThat(container(Container.organization())).containsExactly(toTour);
    assertThat(admin.patch("/orders/" + toTour, "{\"status\":\"delivered\"}").status())
        .isEqualTo(409);
    ok(admin.patch("/orders/" + toTour, "{\"shipping\":\"parcel\"}"));
    assertThat(container(Container.organization())).isEmpty();
    ok(admin.patch("/orders/" + toTour, "{\"status\":\"cancelled\"}"));
    assertThat(task(toTour).state()).isEqualTo(TaskState.CANCELLED);
    assertThat(admin.delete("/orders/" + toTour).status()).isEqualTo(204);
  }

  // frachtpilot §6.3: a tour is a container of its driver
  @Test
  void aToursTasksAreInTheDriversContainerInTheOrderOfItsStops() {
    long driver = driver();
    List<Long> orders = ordered(account(""), 4);
    long tour = tour(",\"driver\":" + driver + ",\"vehicle\":\"MS-AB 1\"");

    JsonNode arranged = ok(stops(tour, orders.subList(0, 3)));
    assertThat(arranged.path("stops").findValuesAsText("order"))
        .containsExactly(
            "/api_v2/orders/" + orders.get(0),
            "/api_v2/orders/" + orders.get(1),
            "/api_v2/orders/" + orders.get(2));
    assertThat(arranged.at("/stops/2/sequence").intValue()).isEqualTo(3);
    assertThat(container(new Container.OfWorker(driver))).isEqualTo(orders.subList(0, 3));
    assertThat(status(orders.get(0))).isEqualTo("planned");
    assertThat(fieldOpt.get("/jobs/" + orders.get(0)).json().path("status").textValue())
        .isEqualTo("assigned");

    List<Long> other = List.of(orders.get(2), orders.get(0), orders.get(3));
    ok(stops(tour, other));
    assertThat(container(new Container.OfWorker(driver))).isEqualTo(other);
    assertThat(container(Container.organization())).containsExactly(orders.get(1));
    assertThat(status(orders.get(1))).isEqualTo("open");
    assertThat(ok(admin.get("/orders?tour=" + tour))).hasSize(3);
    assertThat(ok(admin.get("/orders?status=open"))).hasSize(1);

    ok(admin.patch("/tours/" + tour, "{\"driver\":null}"));
    assertThat(container(new Container.OfWorker(driver))).isEmpty();
    assertThat(status(orders.get(0))).isEqualTo("planned");
    ok(admin.patch("/tours/" + tour, "{\"driver\":\"/api_v2/users/" + driver + "\"}"));
    assertThat(container(new Container.OfWorker(driver))).isEqualTo(other);
  }

  // frachtpilot §6.3: what another dialect moves, moves here
  @Test
  void whatIsMovedInAContainerIsStillOnItsTour() {
    long driver = driver();
    long other = driver();
    List<Long> orders = ordered(account(""), 2);
    long tour = tour(",\"driver\":" + driver);
    ok(stops(tour, orders));

    // What an Onfleet client does with the other worker's container.
    TestServer.store()
        .commit(
            tenant.caller(),
            Containers.put(
                new Containers.Wish(
                    new Container.OfWorker(other),
                    List.of(orders.get(1)),
                    new Containers.At.End(),
                    false,
                    false)));

    assertThat(container(new Container.OfWorker(other))).containsExactly(orders.get(1));
    assertThat(status(orders.get(1))).isEqualTo("planned");
    ok(admin.patch("/tours/" + tour, "{\"status\":\"started\"}"));
    ok(report(tour, orders.get(1), "{\"status\":\"delivered\"}"));
    assertThat(task(orders.get(1)).state()).isEqualTo(TaskState.COMPLETED);
    assertThat(container(new Container.OfWorker(other))).isEmpty();
  }

  // An Onfleet client sees a tour's tasks and moves them; a stop report completes them
  @Test
  void anOnfleetClientSeesAndMovesWhatIsOnATour() {
    Http onfleet = Http.onfleet(tenant);
    Identity ids = new Identity(tenant.id());
    long driver = driver();
    List<Long> orders = ordered(account(",\"phone\":\"0251 7654321\""), 2);
    long tour = tour(",\"driver\":" + driver);
    ok(stops(tour, orders));
    String worker = ids.encode(Kind.WORKER, driver);
    List<String> tasks = orders.stream().map(order -> ids.encode(Kind.TASK, order)).toList();

    assertThat(texts(ok(onfleet.get("/containers/workers/" + worker)).path("tasks")))
        .isEqualTo(tasks);
    JsonNode task = ok(onfleet.get("/tasks/" + tasks.get(0)));
    assertThat(task.path("state").intValue()).isEqualTo(1);
    assertThat(task.at("/recipients/0/phone").textValue()).isEqualTo("+492517654321");
    ok(
        onfleet.put(
            "/containers/workers/" + worker,
            "{\"tasks\":[\"" + tasks.get(1) + "\",\"" + tasks.get(0) + "\"]}"));
    assertThat(container(new Container.OfWorker(driver))).isEqualTo(orders.reversed());
    assertThat(status(orders.get(0))).isEqualTo("planned");

    ok(admin.patch("/tours/" + tour, "{\"status\":\"started\"}"));
    assertThat(ok(onfleet.get("/tasks/" + tasks.get(0))).path("state").intValue()).isEqualTo(2);
    ok(report(tour, orders.get(0), "{\"status\":\"delivered\",\"note\":\"At the door\"}"));
    JsonNode done = ok(onfleet.get("/tasks/" + tasks.get(0)));
    assertThat(done.path("state").intValue()).isEqualTo(3);
    assertThat(done.at("/completionDetails/success").booleanValue()).isTrue();
    ok(report(tour, orders.get(1), "{\"status\":\"failed\"}"));
    JsonNode failed = ok(onfleet.get("/tasks/" + tasks.get(1)));
    assertThat(failed.path("state").intValue()).isEqualTo(3);
    assertThat(failed.at("/completionDetails/success").booleanValue()).isFalse();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(it -> texts.add(it.textValue()));
    return texts;
  }

  private Reply report(long tour, long stop, String body) {
    return admin.patch("/tours/" + tour + "/stops/" + stop, body);
  }

  // frachtpilot §6.3: start, report, finish
  @Test
  void aStopReportCompletesATask() {
    long driver = driver();
    List<Long> orders = ordered(account(""), 3);
    long tour = tour("");
    ok(stops(tour, orders));
    assertThat(admin.patch("/tours/" + tour, "{\"status\":\"started\"}").status()).isEqualTo(422);
    assertThat(report(tour, orders.get(0), "{\"status\":\"delivered\"}").status()).isEqualTo(409);
    ok(admin.patch("/tours/" + tour, "{\"driver\":" + driver + "}"));

    ok(admin.patch("/tours/" + tour, "{\"status\":\"started\"}"));
    assertThat(status(orders.get(0))).isEqualTo("in_delivery");
    assertThat(status(orders.get(2))).isEqualTo("in_delivery");
    assertThat(task(orders.get(0)).state()).isEqualTo(TaskState.ACTIVE);
    assertThat(task(orders.get(1)).state()).isEqualTo(TaskState.ASSIGNED);
    assertThat(
            admin
                .patch("/orders/" + orders.get(2), "{" + POSITIONS.replace("3.50", "3.60") + "}")
                .status())
        .isEqualTo(409);
    assertThat(admin.patch("/orders/" + orders.get(2), "{\"note\":\"x\"}").status()).isEqualTo(200);
    assertThat(stops(tour, orders.subList(0, 1)).status()).isEqualTo(409);
    assertThat(admin.delete("/tours/" + tour).status()).isEqualTo(409);

    JsonNode after =
        ok(
            report(
                tour,
                orders.get(0),
                "{\"status\":\"delivered\",\"note\":\"At the door\",\"signatureName\":\"Moll\"}"));
    assertThat(after.at("/stops/0/status").textValue()).isEqualTo("delivered");
    assertThat(after.at("/stops/0/signatureName").textValue()).isEqualTo("Moll");
    assertThat(status(orders.get(0))).isEqualTo("delivered");
    assertThat(task(orders.get(0)).state()).isEqualTo(TaskState.COMPLETED);
    assertThat(task(orders.get(1)).state()).isEqualTo(TaskState.ACTIVE);
    assertThat(report(tour, orders.get(0), "{\"status\":\"failed\"}").status()).isEqualTo(409);

    // Nobody at home: open again, and the tour keeps the report.
    ok(report(tour, orders.get(1), "{\"status\":\"failed\",\"note\":\"Nobody there\"}"));
    assertThat(status(orders.get(1))).isEqualTo("open");
    assertThat(task(orders.get(1)).state()).isEqualTo(TaskState.FAILED);

    // The driver's own app in another dialect ends the last one.
    assertThat(fieldOpt.post("/jobs/" + orders.get(2) + "/complete", "").status()).isEqualTo(200);
    assertThat(ok(admin.get("/tours/" + tour)).at("/stops/2/status").textValue())
        .isEqualTo("delivered");
    JsonNode finished = ok(admin.patch("/tours/" + tour, "{\"status\":\"finished\"}"));
    assertThat(finished.path("status").textValue()).isEqualTo("finished");
    assertThat(finished.at("/stops/1/note").textValue()).isEqualTo("Nobody there");

    // What failed can go on another tour.
    long again = tour("");
    ok(stops(again, List.of(orders.get(1))));
    assertThat(task(orders.get(1)).state()).isEqualTo(TaskState.UNASSIGNED);
    assertThat(status(orders.get(1))).isEqualTo("planned");
  }

  // frachtpilot §6.3: on one tour only, same date, no pickups
  @Test
  void whatATourCannotTake() {
    long account = account("");
    long order = ordered(account);
    long tour = tour("");
    ok(stops(tour, List.of(order)));

    Reply twice = stops(tour(""), List.of(order));
    assertThat(twice.status()).isEqualTo(422);
    assertThat(twice.json().at("/violations/0/code").textValue()).isEqualTo("on_another_tour");
    Reply wrong = stops(tour, List.of(order, 99_999L));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().at("/violations/0/propertyPath").textValue()).isEqualTo("stops[1]");
    long later =
        made(admin.post("/tours", "{\"date\":\"2027-03-10\",\"departureTime\":\"07:30\"}"))
            .path("id")
            .longValue();
    long free = ordered(account);
    assertThat(stops(later, List.of(free)).json().at("/violations/0/code").textValue())
        .isEqualTo("wrong_date");
    assertThat(admin.patch("/tours/" + tour, "{\"date\":\"2027-03-10\"}").status()).isEqualTo(409);
    assertThat(admin.patch("/orders/" + order, "{\"deliveryDate\":\"2027-03-10\"}").status())
        .isEqualTo(409);
    assertThat(admin.patch("/orders/" + order, "{\"shipping\":\"parcel\"}").status())
        .isEqualTo(409);
    assertThat(admin.delete("/orders/" + order).status()).isEqualTo(409);
    ok(admin.patch("/orders/" + order, "{\"status\":\"cancelled\"}"));
    assertThat(ok(admin.get("/tours/" + tour)).path("stops")).isEmpty();
  }

  // frachtpilot §6.3: an order on one tour, whoever asks at the same time
  @Test
  void oneTourGetsAnOrderThatManyWant() {
    long order = ordered(account(""));
    List<Long> tours = IntStream.range(0, 6).mapToObj(_ -> tour("")).toList();
    Map<Integer, Integer> statuses = new ConcurrentHashMap<>();

    tours.parallelStream()
        .forEach(tour -> statuses.merge(stops(tour, List.of(order)).status(), 1, Integer::sum));

    assertThat(statuses).containsExactlyInAnyOrderEntriesOf(Map.of(200, 1, 422, 5));
    assertThat(
            tours.stream()
                .filter(tour -> !admin.get("/tours/" + tour).json().path("stops").isEmpty()))
        .hasSize(1);
  }

  // frachtpilot §6.3: a vehicle is on one tour at a time
  @Test
  void aVehicleIsOnOneTourAtATime() {
    String at = "{\"date\":\"" + DAY + "\",\"vehicle\":\"MS-AB 1\",\"departureTime\":\"%s\"}";
    long first = made(admin.post("/tours", at.formatted("07:30"))).path("id").longValue();

    assertThat(admin.post("/tours", at.formatted("09:00")).status()).isEqualTo(409);
    assertThat(admin.post("/tours", at.formatted("11:30")).status()).isEqualTo(201);
    assertThat(admin.patch("/tours/" + first, "{\"departureTime\":\"08:00\"}").status())
        .isEqualTo(409);
    assertThat(admin.patch("/tours/" + first, "{\"status\":\"cancelled\"}").status())
        .isEqualTo(200);
    assertThat(admin.post("/tours", at.formatted("07:00")).status()).isEqualTo(201);
    assertThat(admin.patch("/tours/" + first, "{\"status\":\"started\"}").status()).isIn(409, 422);
  }

  // frachtpilot §6.3: orders fall back to open
  @Test
  void aCancelledOrRemovedTourLetsItsOrdersGo() {
    long driver = driver();
    List<Long> orders = ordered(account(""), 2);
    long tour = tour(",\"driver\":" + driver);
    ok(stops(tour, orders));

    ok(admin.patch("/tours/" + tour, "{\"status\":\"cancelled\"}"));
    assertThat(status(orders.get(0))).isEqualTo("open");
    assertThat(container(new Container.OfWorker(driver))).isEmpty();
    long other = tour(",\"driver\":" + driver);
    ok(stops(other, orders));
    assertThat(admin.delete("/tours/" + other).status()).isEqualTo(204);
    assertThat(status(orders.get(1))).isEqualTo("open");
    assertThat(container(Container.organization())).containsExactlyElementsOf(orders);
    assertThat(admin.get("/tours/" + other).status()).isEqualTo(404);
    assertThat(admin.delete("/tours/" + tour).status()).isEqualTo(204);
  }

  // frachtpilot §6.3: more stops than a transaction holds
  @Test
  void aTourOfFiftyStops() {
    long driver =
        made(admin.post(
                "/users", "{\"firstName\":\"Ina\",\"lastName\":\"B\",\"roles\":[\"driver\"]}"))
            .path("id")
            .longValue();
    List<Long> orders = ordered(account(""), 50);
    long tour = tour(",\"driver\":" + driver);

    assertThat(ok(stops(tour, orders)).path("stops")).hasSize(50);
    assertThat(container(new Container.OfWorker(driver))).isEqualTo(orders);
    assertThat(ok(stops(tour, orders.reversed())).path("stops")).hasSize(50);
    assertThat(container(new Container.OfWorker(driver))).isEqualTo(orders.reversed());
    ok(stops(tour, List.of()));
    assertThat(container(new Container.OfWorker(driver))).isEmpty();
  }

  // frachtpilot §10.9, §7
  @Test
  void check9ADriverSeesOwnToursOnly() {
    long driver = driver();
    Http client =
        Http.frachtPilot(
            made(admin.post("/users/" + driver + "/api_key", "")).path("apiKey").textValue(), "");
    long own = account("");
    long other = account("");
    long order = ordered(own);
    long others = ordered(other);
    long tour = tour(",\"driver\":" + driver);
    long foreign = tour("");
    ok(stops(tour, List.of(order)));
    ok(stops(foreign, List.of(others)));

    assertThat(client.get("/accounts/" + other).status()).isEqualTo(404);
    assertThat(client.get("/accounts/" + own).status()).isEqualTo(200);
    assertThat(client.get("/accounts").json()).hasSize(1);
    assertThat(client.get("/orders/" + others).status()).isEqualTo(404);
    assertThat(client.get("/orders").json()).hasSize(1);
    assertThat(client.get("/tours/" + foreign).status()).isEqualTo(404);
    assertThat(client.get("/tours").json()).hasSize(1);
    assertThat(client.get("/users").status()).isEqualTo(403);
    assertThat(client.patch("/tours/" + tour, "{}").status()).isEqualTo(403);
    ok(admin.patch("/tours/" + tour, "{\"status\":\"started\"}"));
    assertThat(
            client
                .patch("/tours/" + foreign + "/stops/" + others, "{\"status\":\"delivered\"}")
                .status())
        .isEqualTo(404);
    ok(client.patch("/tours/" + tour + "/stops/" + order, "{\"status\":\"delivered\"}"));
    assertThat(status(order)).isEqualTo("delivered");
  }

  // A job of FieldOpt is an order, and keeps what is said of it here
  @Test
  void aTaskMadeElsewhereIsAnOrder() {
    long job =
        fieldOpt
            .post("/jobs", "{\"type\":\"install\",\"customer\":\"Acme\",\"address\":\"1 Main St\"}")
            .json()
            .path("id")
            .longValue();

    JsonNode order = ok(admin.get("/orders/" + job));
    assertThat(order.path("account").isNull()).isTrue();
    assertThat(order.path("positions")).isEmpty();
    assertThat(order.path("status").textValue()).isEqualTo("open");
    assertThat(ok(admin.get("/orders")).findValuesAsText("id")).containsExactly(job + "");
    assertThat(admin.get("/orders").header("X-Total-Count")).hasValue("1");

    ok(admin.patch("/orders/" + job, "{\"deliveryDate\":\"" + DAY + "\",\"note\":\"Ring\"}"));
    JsonNode same = fieldOpt.get("/jobs/" + job).json();
    assertThat(same.path("type").textValue()).isEqualTo("install");
    assertThat(same.path("address").textValue()).isEqualTo("1 Main St");
    assertThat(same.path("scheduled_date").textValue()).isEqualTo(DAY);
    assertThat(Optional.of(task(job).terms().notes())).hasValue("Ring");
  }
}

package interline.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Change;
import interline.fleet.Decision;
import interline.fleet.Dialect;
import interline.fleet.Metadata;
import interline.fleet.Store;
import interline.fleet.Task;
import interline.fleet.Tasks;
import interline.local.Http.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every route costs in DynamoDB once a function is warm, held to a budget. The table is
 * printed; the budgets stand here and nowhere else.
 */
class PriceTest {

  private static final String JOB =
      """
      {"type":"install","customer":"Acme Corp","address":"123 Main St, NYC",\
      "scheduled_date":"2026-04-15","time_slot":"08:00-12:00","skills_required":["install"]}\
      """;

  private static final List<String> LISTS =
      List.of(
          "",
          "sort%5Bid%5D=asc",
          "sort%5Bupdated_at%5D=asc",
          "filter%5Bname%5D%5Blike%5D=van",
          "sort%5Bupdated_at%5D=desc&filter%5Bupdated_at%5D%5Bgte%5D=2026-01-01");

  private static final List<String> DRIVER_SORTS =
      List.of("", "?sortDirection=DESC", "?sortExpression=driverName");

  private final AtomicReference<Price> last = new AtomicReference<>(Price.NOTHING);
  private final LocalServer server =
      LocalServer.start(
          TestServer.apart()
              .withoutTriggers() // or a worker's price could be taken for that of a call
              .withInterceptor(
                  (_, event, function) -> Meter.measure(() -> function.handle(event), last::set)));
  private final Store store = TestServer.store(server.stack());
  private final Tenant tenant = Tenant.create(store);
  private final Http fieldOpt =
      new Http(server.uri().resolve("/api/v1"), Http.fieldOpt(tenant).headers());
  private final Http fleetio = Http.fleetio(server, tenant);
  private final List<String> table = new ArrayList<>();
  private final SoftAssertions prices = new SoftAssertions();

  /** The most that a call may cost. */
  private record Budget(int requests, double readUnits, double writeUnits, int transaction) {

    static Budget read(int requests, double units) {
      return new Budget(requests, units, 0, 0);
    }
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void everyRouteKeepsToItsBudget() {
    fieldOpt.post("/technicians/", technician("Ella"));
    fieldOpt.post("/technicians/", technician("Miles"));
    IntStream.range(0, 10).forEach(_ -> fieldOpt.post("/jobs/", JOB));
    warmUp();

    costs("GET /technicians/", fieldOpt.get("/technicians/"), Budget.read(1, 1));
    costs("GET /technicians/{id}", fieldOpt.get("/technicians/1"), Budget.read(1, 1));
    costs(
        "POST /technicians/",
        fieldOpt.post("/technicians/", technician("Chet")),
        new Budget(1, 0, 22, 5));
    costs(
        "PATCH /technicians/{id}/status",
        fieldOpt.patch("/technicians/1/status", "{\"status\":\"on_break\"}"),
        new Budget(2, 1, 14, 3));
    fieldOpt.patch("/technicians/1/status", "{\"status\":\"available\"}");
    costs(
        "PATCH /technicians/{id}/location",
        fieldOpt.patch("/technicians/1/location", "{\"latitude\":40.7,\"longitude\":-74}"),
        new Budget(2, 1, 12, 3));

    costs("GET /jobs/{id}", fieldOpt.get("/jobs/1"), Budget.read(1, 1));
    costs("POST /jobs/", fieldOpt.post("/jobs/", JOB), new Budget(1, 0, 14, 4));
    costs(
        "PATCH /jobs/{id}",
        fieldOpt.patch("/jobs/1", "{\"customer\":\"Other\"}"),
        new Budget(2, 1, 10, 2));
    costs("GET /jobs/", fieldOpt.get("/jobs/"), Budget.read(1, 3));
    costs("GET /jobs/?status=", fieldOpt.get("/jobs/?status=pending"), Budget.read(1, 3));
    costs(
        "GET /jobs/?status=&scheduled_date=",
        fieldOpt.get("/jobs/?status=pending&scheduled_date=2026-04-15"),
        Budget.read(1, 3));
    costs(
        "GET /jobs/?scheduled_date=",
        fieldOpt.get("/jobs/?scheduled_date=2026-04-15"),
        Budget.read(6, 6));
    costs("GET /jobs/summary", fieldOpt.get("/jobs/summary"), Budget.read(1, 8));
    costs("GET /jobs/{id}/can-do/{tech_id}", fieldOpt.get("/jobs/1/can-do/1"), Budget.read(1, 2));

    costs(
        "POST /routing/auto-route",
        fieldOpt.post("/routing/auto-route", "{\"job_id\":1}"),
        Budget.read(3, 3));
    costs("GET /routing/best-tech/{id}", fieldOpt.get("/routing/best-tech/1"), Budget.read(3, 3));

    Budget assign = new Budget(2, 2, 28, 6);
    costs("POST /assignments/", fieldOpt.post("/assignments/", assignment(1, 1)), assign);
    costs(
        "POST /assignments/reassign",
        fieldOpt.post("/assignments/reassign", "{\"job_id\":1,\"new_technician_id\":2}"),
        new Budget(3, 3, 34, 6));
    costs(
        "GET /assignments/technician/{id}",
        fieldOpt.get("/assignments/technician/2"),
        Budget.read(1, 1));
    costs("GET /assignments/job/{id}", fieldOpt.get("/assignments/job/1"), Budget.read(1, 1));
    costs(
        "POST /assignments/unassign",
        fieldOpt.post("/assignments/unassign", "{\"job_id\":1}"),
        new Budget(3, 2, 28, 6));
    costs(
        "POST /assignments/batch-assign (4)",
        fieldOpt.post("/assignments/batch-assign", "{\"job_ids\":[1,2,3,4],\"technician_id\":1}"),
        new Budget(2, 5, 82, 18));
    costs(
        "POST /assignments/batch-unassign (2)",
        fieldOpt.post("/assignments/batch-unassign", "{\"job_ids\":[3,4]}"),
        new Budget(3, 3, 46, 10));
    costs("POST /jobs/{id}/start", fieldOpt.post("/jobs/1/start", ""), new Budget(3, 2, 22, 4));
    costs(
        "POST /jobs/{id}/complete", fieldOpt.post("/jobs/1/complete", ""), new Budget(3, 2, 26, 6));
    costs("POST /jobs/{id}/cancel", fieldOpt.post("/jobs/2/cancel", ""), new Budget(3, 2, 26, 6));

    Reply job =
        costs(
            "POST /bulk_api_jobs (2 rows)",
            fleetio.post(
                "/bulk_api_jobs",
                """
                {"resource":"vehicle","operation":"create","records":[\
                {"name":"Van","primary_meter_unit":"mi","vehicle_type_id":3,"vehicle_status_id":1},\
                {"name":"Bus","primary_meter_unit":"mi","vehicle_type_id":6,"vehicle_status_id":1}]}\
                """),
            new Budget(1, 0, 4, 2));
    costs(
        "GET /bulk_api_jobs/{id}",
        fleetio.get("/bulk_api_jobs/" + job.json().path("id").textValue()),
        Budget.read(1, 1));
    fleetio.post("/vehicles", vehicle("Warm"));
    costs("POST /vehicles", fleetio.post("/vehicles", vehicle("Van 1")), new Budget(1, 0, 16, 4));
    costs(
        "GET /vehicles/vin:{VIN} (unknown)", fleetio.get("/vehicles/vin:none"), Budget.read(1, 1));
    costs("GET /vehicles?per_page=50", fleetio.get("/vehicles"), Budget.read(1, 2));
    String id = fleetio.get("/vehicles").json().at("/records/0/id").asText();
    costs(
        "PATCH /vehicles/{id}",
        fleetio.patch("/vehicles/" + id, "{\"color\":\"red\"}"),
        new Budget(2, 1, 16, 2));
    Reply found = costs("GET /vehicles/{id}", fleetio.get("/vehicles/" + id), Budget.read(1, 1));
    assertThat(found.status()).isEqualTo(200);
    costs(
        "PATCH /vehicles/{id}/archive",
        fleetio.patch("/vehicles/" + id + "/archive", ""),
        new Budget(3, 2, 30, 4));
    costs("GET /vehicles/{id} (archived)", fleetio.get("/vehicles/" + id), Budget.read(1, 1));
    costs("GET /vehicles/{id} (unknown)", fleetio.get("/vehicles/999999"), Budget.read(1, 1));

    entriesKeepToTheirBudgets();
    usersFaultsAndWebhooksKeepToTheirBudgets();
    Budget list = Budget.read(2, 8);
    costs("GET /contacts", fleetio.get("/contacts"), list);
    costs("GET /contacts/{id}", fleetio.get("/contacts/1"), Budget.read(1, 1));
    costs(
        "POST /contacts",
        fleetio.post("/contacts", "{\"first_name\":\"Nina\",\"vehicle_operator\":true}"),
        new Budget(1, 0, 22, 5));
    costs(
        "PATCH /contacts/{id}",
        fleetio.patch("/contacts/1", "{\"city\":\"Rome\"}"),
        new Budget(2, 1, 22, 4));
    costs(
        "PATCH /contacts/{id}/archive",
        fleetio.patch("/contacts/3/archive", ""),
        new Budget(3, 2, 30, 5));
    costs(
        "PATCH /contacts/{id}/restore",
        fleetio.patch("/contacts/3/restore", ""),
        new Budget(2, 1, 30, 5));
    long van =
        fleetio
            .post(
                "/vehicles",
                "{\"name\":\"Hearse\",\"meter_unit\":\"mi\",\"vehicle_type_id\":1,\"vehicle_status_id\":1}")
            .json()
            .path("id")
            .longValue();
    fleetio.post(
        "/vehicle_assignments",
        "{\"vehicle_id\":%d,\"contact_id\":1,\"ended_at\":\"2020-01-01\"}".formatted(van));
    Reply drives =
        costs(
            "POST /vehicle_assignments",
            fleetio.post(
                "/vehicle_assignments",
                "{\"vehicle_id\":%d,\"contact_id\":1,\"started_at\":\"2026-01-01\"}"
                    .formatted(van)),
            new Budget(4, 5, 44, 7));
    String path = "/vehicle_assignments/" + drives.json().path("id").longValue();
    costs("GET /vehicle_assignments", fleetio.get("/vehicle_assignments"), Budget.read(3, 9));
    costs("GET /vehicle_assignments/{id}", fleetio.get(path), Budget.read(2, 2));
    costs(
        "GET /vehicles/{id}/current_assignment",
        fleetio.get("/vehicles/" + van + "/current_assignment"),
        Budget.read(3, 3));
    costs(
        "PATCH /vehicle_assignments/{id}/unassign",
        fleetio.patch(path + "/unassign", ""),
        new Budget(4, 3, 32, 6));

    print();
  }

  /** Each call reads how its user gets in: that is the first request, and half a unit or one. */
  @Test
  void frachtPilotsRoutesKeepToTheirBudgets() {
    Http client = new Http(server.uri().resolve("/api_v2"), Http.frachtPilot(tenant).headers());
    client.get("/me");
    client.get("/accounts/1");
    client.get("/orders/1");
    client.get("/tours/1");
    String account = "{\"lastName\":\"Moll\",\"customerNumber\":\"%s\"}";
    client.post("/accounts", account.formatted("A0"));
    Reply made =
        costs(
            "POST /api_v2/accounts",
            client.post("/accounts", account.formatted("A1")),
            new Budget(2, 1, 14, 4));
    String id = made.json().path("id").asText();
    costs("GET /api_v2/accounts/{id}", client.get("/accounts/" + id), Budget.read(2, 2));
    costs("GET /api_v2/accounts", client.get("/accounts"), Budget.read(3, 5));
    costs(
        "PATCH /api_v2/accounts/{id}",
        client.patch("/accounts/" + id, "{\"city\":\"Telgte\"}"),
        new Budget(3, 2, 12, 2));
    String order =
        "{\"account\":%s,\"deliveryDate\":\"2027-03-09\",\"positions\":[{\"name\":\"Eggs\",\"quantity\":1,\"unitPrice\":\"1.00\"}]}"
            .formatted(id);
    client.post("/orders", order);
    Reply ordered =
        costs("POST /api_v2/orders", client.post("/orders", order), new Budget(3, 2, 24, 5));
    String number = ordered.json().path("id").asText();
    costs("GET /api_v2/orders/{id}", client.get("/orders/" + number), Budget.read(2, 2));
    costs("GET /api_v2/orders", client.get("/orders"), Budget.read(4, 8));
    Reply tour = client.post("/tours", "{\"date\":\"2027-03-09\",\"departureTime\":\"07:30\"}");
    String plan = tour.json().path("id").asText();
    costs(
        "PUT /api_v2/tours/{id}/stops (1)",
        client.put("/tours/" + plan + "/stops", "[" + number + "]"),
        new Budget(8, 8, 24, 4));
    costs("GET /api_v2/tours/{id}", client.get("/tours/" + plan), Budget.read(3, 3));
    print();
  }

  @Test
  void trimblesRoutesKeepToTheirBudgets() {
    Http trimble = Http.trimble(server, tenant.key(Dialect.TRIMBLE));
    trimble.post("/drivers", driver("Warm"));
    // The key that seals cursors is read, or made, once.
    trimble.post("/drivers", driver("Warmer"));
    trimble.get("/drivers?limit=1");
    trimble.post("/vehicles", "[{\"vehicleId\":\"Warm\"},{\"vehicleId\":\"Warmer\"}]");
    trimble.get("/vehicles?limit=1");
    costs(
        "POST /accounts/authenticate",
        trimble.post(
            "/accounts/authenticate", "{\"apiKey\":\"%s\"}".formatted(tenant.key(Dialect.TRIMBLE))),
        Budget.read(0, 0));
    costs("POST /drivers (1)", trimble.post("/drivers", driver("K-1")), new Budget(2, 1, 28, 6));
    costs("POST /drivers (duplicate)", trimble.post("/drivers", driver("K-1")), Budget.read(1, 1));
    costs("PUT /drivers (1)", trimble.put("/drivers", driver("K-1")), new Budget(3, 2, 28, 4));
    costs("GET /drivers", trimble.get("/drivers?limit=5"), Budget.read(3, 10));
    costs("DELETE /drivers", trimble.delete("/drivers?driverId=K-1"), new Budget(5, 4, 32, 6));
    costs(
        "POST /vehicles (1)",
        trimble.post("/vehicles", "[{\"vehicleId\":\"V-1\"}]"),
        new Budget(2, 1, 16, 4));
    costs("GET /vehicles", trimble.get("/vehicles?limit=5"), Budget.read(3, 10));
    print();
  }

  @Test
  void onfleetsRoutesKeepToTheirBudgets() {
    Http onfleet = Http.onfleet(server, tenant);
    String north = idOf(onfleet.post("/teams", "{\"name\":\"North\"}"));
    String south = idOf(onfleet.post("/teams", "{\"name\":\"South\"}"));
    String worker =
        idOf(
            onfleet.post(
                "/workers",
                "{\"name\":\"Ada\",\"phone\":\"+15035550142\",\"teams\":[\"%s\"]}"
                    .formatted(north)));
    fieldOpt.post("/technicians/", technician("Warm"));
    fieldOpt.patch("/technicians/1/status", "{\"status\":\"available\"}");
    fieldOpt.patch("/technicians/1/location", "{\"latitude\":45.5,\"longitude\":-122.6}");
    String place =
        "{\"address\":{\"number\":\"1\",\"street\":\"Main"
            + " St\",\"city\":\"Salem\",\"country\":\"USA\"},\"location\":[-122.6,45.5]}";
    String person = "{\"name\":\"Bo\",\"phone\":\"+1503555%04d\"}";
    String destination = idOf(onfleet.post("/destinations", place));
    String recipient = idOf(onfleet.post("/recipients", person.formatted(199)));
    String byIds =
        "{\"destination\":\"%s\",\"recipients\":[\"%s\"]%%s}".formatted(destination, recipient);
    String rare = ",\"metadata\":[{\"name\":\"lot\",\"type\":\"string\",\"value\":\"rare\"}]";
    String task = idOf(onfleet.post("/tasks", byIds.formatted(rare)));
    onfleet.get("/containers/teams/" + north);

    costs(
        "POST /api/v2/tasks (ids)",
        onfleet.post("/tasks", byIds.formatted("")),
        new Budget(4, 4, 14, 4));
    costs(
        "POST /api/v2/tasks (inline)",
        onfleet.post(
            "/tasks",
            "{\"destination\":%s,\"recipients\":[%s]}".formatted(place, person.formatted(198))),
        new Budget(3, 3, 32, 10));
    costs(
        "POST /api/v2/tasks (ids, for a worker)",
        onfleet.post(
            "/tasks",
            byIds.formatted(
                ",\"container\":{\"type\":\"WORKER\",\"worker\":\"%s\"}".formatted(worker))),
        new Budget(5, 5, 24, 5));
    costs(
        "POST /api/v2/tasks (ids, for a team)",
        onfleet.post(
            "/tasks",
            byIds.formatted(",\"container\":{\"type\":\"TEAM\",\"team\":\"%s\"}".formatted(north))),
        new Budget(5, 5, 16, 5));
    costs("GET /api/v2/tasks/{id}", onfleet.get("/tasks/" + task), Budget.read(2, 3));
    costs(
        "PUT /api/v2/tasks/{id}",
        onfleet.put("/tasks/" + task, "{\"notes\":\"n\"}"),
        new Budget(3, 3, 12, 2));
    costs("GET /api/v2/workers/{id}", onfleet.get("/workers/" + worker), Budget.read(2, 2));
    costs("GET /api/v2/workers", onfleet.get("/workers"), Budget.read(2, 2));
    costs(
        "GET /api/v2/workers/location",
        onfleet.get("/workers/location?longitude=-122.6&latitude=45.5"),
        Budget.read(2, 2));
    costs(
        "GET /api/v2/recipients/{id}", onfleet.get("/recipients/" + recipient), Budget.read(1, 1));
    costs(
        "GET /api/v2/recipients/phone/{phone}",
        onfleet.get("/recipients/phone/+15035550199"),
        Budget.read(2, 2));
    String lot = "[{\"name\":\"lot\",\"type\":\"string\",\"value\":\"rare\"}%s]";
    String common = ",{\"name\":\"lot\",\"type\":\"string\",\"value\":\"common\"}";
    Metadata.Item many = new Metadata.Item("lot", new Metadata.Value.Words("common"));
    for (int records : new int[] {100, 10_000}) {
      TaskItems.writeTags(server.stack(), tenant.id(), many, records);
      Reply found =
          costs(
              "POST /api/v2/tasks/metadata (1) of " + records,
              onfleet.post("/tasks/metadata", lot.formatted("")),
              Budget.read(3, 4));
      assertThat(found.json()).hasSize(1);
      costs(
          "POST /api/v2/tasks/metadata (2) of " + records,
          onfleet.post("/tasks/metadata", lot.formatted(common)),
          Budget.read(3, 4));
    }
    int there = 0;
    for (int tasks : new int[] {100, 3_000}) {
      TaskItems.write(server.stack(), tenant.id(), Optional.empty(), there, tasks);
      there = tasks;
      // The key that seals marks is read once.
      onfleet.get("/tasks/all?from=1");
      Reply page =
          costs(
              "GET /api/v2/tasks/all of " + tasks,
              onfleet.get("/tasks/all?from=1&state=0,1"),
              Budget.read(1, 7));
      assertThat(page.json().path("tasks")).hasSize(64);
    }
    TaskItems.write(server.stack(), tenant.id(), Optional.of(1L), there, there + 10);
    TaskItems.write(server.stack(), tenant.id(), Optional.of(2L), there + 10, there + 1_010);
    for (String team : List.of(north, south)) {
      // A container is shown as a whole: a hundred bytes for each of its tasks.
      double shown = team.equals(north) ? 0 : 1_000 * 100 / 4_096.0;
      for (int at : new int[] {-1, 0, 5}) {
        String moved = idOf(onfleet.post("/tasks", byIds.formatted("")));
        costs(
            "PUT /api/v2/containers/teams/{id} [%d] of %d"
                .formatted(at, team.equals(north) ? 10 : 1_000),
            onfleet.put(
                "/containers/teams/" + team, "{\"tasks\":[%d,\"%s\"]}".formatted(at, moved)),
            new Budget(8, 8 + shown, 18, 5));
      }
      costs(
          "GET /api/v2/containers/teams/{id} of " + (team.equals(north) ? 10 : 1_000),
          onfleet.get("/containers/teams/" + team),
          Budget.read(2, 2 + shown));
    }
    String moved = idOf(onfleet.post("/tasks", byIds.formatted("")));
    costs(
        "PUT /api/v2/containers/workers/{id} [-1]",
        onfleet.put("/containers/workers/" + worker, "{\"tasks\":[-1,\"%s\"]}".formatted(moved)),
        new Budget(7, 6, 26, 6));
    costs(
        "POST /api/v2/tasks/{id}/complete",
        onfleet.post("/tasks/" + moved + "/complete", "{\"completionDetails\":{\"success\":true}}"),
        new Budget(3, 2, 26, 6));
    print();
  }

  private static String idOf(Reply made) {
    assertThat(made.status()).as(made.text()).isEqualTo(200);
    return made.json().path("id").textValue();
  }

  private static String driver(String id) {
    return "[{\"driverId\":\"%s\",\"Name\":\"Oda Brandt\"}]".formatted(id);
  }

  private void entriesKeepToTheirBudgets() {
    long vehicle =
        fleetio
            .post(
                "/vehicles",
                """
                {"name":"Priced","primary_meter_unit":"mi","vehicle_type_id":3,\
                "vehicle_status_id":1}\
                """)
            .json()
            .path("id")
            .longValue();
    entry("/meter_entries", vehicle, "\"date\":\"2026-01-01\",\"value\":1");
    entry("/location_entries", vehicle, "\"date\":\"2026-01-01\",\"latitude\":1,\"longitude\":1");
    for (int i = 0; i < 40; i++) {
      fleetio.get("/meter_entries/999999");
      fleetio.get("/location_entries/999999");
    }

    costs(
        "POST /meter_entries (in order)",
        entry("/meter_entries", vehicle, "\"date\":\"2026-02-01\",\"value\":2"),
        new Budget(2, 1, 24, 5));
    costs(
        "POST /meter_entries (in between)",
        entry("/meter_entries", vehicle, "\"date\":\"2026-01-15\",\"value\":1.5"),
        new Budget(4, 3, 24, 5));
    costs("GET /meter_entries/{id}", fleetio.get("/meter_entries/1"), Budget.read(1, 1));
    costs("GET /meter_entries", fleetio.get("/meter_entries"), Budget.read(1, 1));
    costs(
        "GET /vehicles/{id}/meter_entries",
        fleetio.get("/vehicles/" + vehicle + "/meter_entries"),
        Budget.read(2, 2));
    costs(
        "GET /vehicles/{id}/meter_entries?sort[date]",
        fleetio.get("/vehicles/" + vehicle + "/meter_entries?sort%5Bdate%5D=desc"),
        Budget.read(4, 3));
    costs(
        "POST /location_entries",
        entry(
            "/location_entries", vehicle, "\"date\":\"2026-02-01\",\"latitude\":1,\"longitude\":1"),
        new Budget(3, 2, 24, 5));
    costs("GET /location_entries/{id}", fleetio.get("/location_entries/1"), Budget.read(2, 2));
    costs("GET /location_entries", fleetio.get("/location_entries"), Budget.read(2, 2));
  }

  private void usersFaultsAndWebhooksKeepToTheirBudgets() {
    long vehicle = fleetio.post("/vehicles", vehicle("Faulty")).json().path("id").longValue();
    String fault = "{\"vehicle_id\":%d,\"code\":\"P0420\"}".formatted(vehicle);
    String webhook = "{\"url\":\"https://hooks.example.com/f\",\"fault_created\":true}";
    fleetio.post("/faults", fault);
    fleetio.post("/fault_rules", "{\"code\":\"P0001\"}");
    fleetio.post("/webhooks", webhook);
    for (int i = 0; i < 40; i++) {
      for (String path : List.of("/users/me", "/faults/999999", "/fault_rules/999999")) {
        fleetio.get(path);
      }
      fleetio.get("/webhooks/999999");
    }

    costs("GET /users/me", fleetio.get("/users/me"), Budget.read(0, 0));
    Reply made = costs("POST /faults", fleetio.post("/faults", fault), new Budget(4, 2, 18, 4));
    String path = "/faults/" + made.json().path("id").longValue();
    costs("GET /faults/{id}", fleetio.get(path), Budget.read(3, 2));
    costs(
        "PATCH /faults/{id}",
        fleetio.patch(path, "{\"status\":\"resolved\"}"),
        new Budget(4, 2, 18, 3));
    costs("GET /faults", fleetio.get("/faults"), Budget.read(3, 2));
    costs(
        "POST /fault_rules",
        fleetio.post("/fault_rules", "{\"code\":\"P0420\"}"),
        new Budget(1, 0, 12, 4));
    Reply hook =
        costs("POST /webhooks", fleetio.post("/webhooks", webhook), new Budget(1, 0, 10, 3));
    String at = "/webhooks/" + hook.json().path("id").longValue();
    costs("GET /webhooks/{id}", fleetio.get(at), Budget.read(1, 1));
    costs("GET /webhooks", fleetio.get("/webhooks"), Budget.read(1, 1));
    costs(
        "PATCH /webhooks/{id}", fleetio.patch(at, "{\"enabled\":false}"), new Budget(2, 1, 16, 2));
  }

  private Reply entry(String path, long vehicle, String rest) {
    return fleetio.post(path, "{\"vehicle_id\":%d,%s}".formatted(vehicle, rest));
  }

  @Test
  void theSummaryCostsTheSameWhateverTheNumberOfJobs() {
    warmUp();
    for (int jobs : new int[] {10, 1_000, 10_000}) {
      createUpTo(jobs);

      Reply summary = fieldOpt.get("/jobs/summary");

      assertThat(summary.json().path("total_jobs").intValue()).isEqualTo(jobs);
      assertThat(last.get().total()).isEqualTo(1);
      assertThat(last.get().readUnits()).isLessThanOrEqualTo(8);
    }
  }

  // fleetio §2: no list costs more than its page
  @Test
  void aPageCostsTheSameWhateverTheLengthOfTheList() {
    warmUp();
    int there = 0;
    for (int vehicles : new int[] {100, 1_000, 100_000}) {
      VehicleItems.write(server.stack(), tenant.id(), there, vehicles);
      there = vehicles;
      // The key that seals cursors is read once.
      fleetio.get("/vehicles?per_page=2");

      for (String query : LISTS) {
        Reply page = fleetio.get("/vehicles?per_page=50&" + query);

        assertThat(page.json().path("records").size()).as(query + page.text()).isEqualTo(50);
        assertThat(page.json().path("next_cursor").isTextual()).isTrue();
        assertThat(last.get().requests()).as(query).doesNotContainKey("Scan");
        // A page of 51, and the figures that tell how many there are.
        assertThat(last.get().total()).as(query).isLessThanOrEqualTo(2);
        assertThat(last.get().readUnits()).as(query).isLessThanOrEqualTo(4);
        costs("GET /vehicles?" + query + " of " + vehicles, page, Budget.read(2, 4));
      }
    }
    print();
  }

  // trimble §4.3: size and a first page cost the same, whatever the number of drivers; a deep page
  // costs beside that what the keys of those before it weigh, in either order
  @Test
  void aPageOfDriversCostsItsKeysAndItself() {
    Http trimble = Http.trimble(server, tenant.key(Dialect.TRIMBLE));
    int there = 0;
    for (int drivers : new int[] {100, 3_000}) {
      WorkerItems.write(server.stack(), tenant.id(), there, drivers);
      there = drivers;
      // The key and its organization are read once, and so is the key that seals cursors.
      trimble.get("/drivers?limit=2");

      Budget page = Budget.read(3, 26);
      for (String sort : DRIVER_SORTS) {
        JsonNode first =
            costs(
                    "GET /drivers" + sort + " of " + drivers,
                    trimble.get("/drivers?limit=20" + sort.replace('?', '&')),
                    page)
                .json();
        assertThat(first.path("size").intValue()).isEqualTo(drivers);
        assertThat(first.path("data")).hasSize(20);
      }
    }
    // 2,900 records of 1.4 KB would be 500 units; their keys are 200 bytes each.
    double keys = 2_900 * 200 / 4_096.0 / 2;
    for (String sort : DRIVER_SORTS) {
      JsonNode deep =
          costs(
                  "GET /drivers" + sort + " behind 2900 of 3000",
                  trimble.get("/drivers?offset=2900&limit=20" + sort.replace('?', '&')),
                  Budget.read(4, 26 + keys))
              .json();
      int first = sort.contains("DESC") ? 1_099 : 3_900;
      assertThat(deep.at("/data/0/driverId").textValue()).isEqualTo(WorkerItems.badge(first));
    }
    print();
  }

  // fleetio §2.1: a page with a number is counted off from the beginning
  @Test
  void aDeepPageIsWhatIsThere() {
    VehicleItems.write(server.stack(), tenant.id(), 0, 1_200);
    Http old = fleetio.with("X-Api-Version", "2023-03-01");

    Reply deep = old.get("/vehicles?page=11");

    assertThat(deep.json()).hasSize(100);
    assertThat(deep.json().path(0).path("id").longValue()).isEqualTo(VehicleItems.behind(1_000));
    assertThat(deep.json().path(99).path("id").longValue()).isEqualTo(VehicleItems.behind(1_099));
    assertThat(deep.header("X-Pagination-Current-Page")).hasValue("11");
    assertThat(deep.header("X-Pagination-Total-Pages")).hasValue("12");
    assertThat(last.get().requests()).doesNotContainKey("Scan");
    assertThat(old.get("/vehicles?page=12&q%5Bs%5D=id+desc").json().path(99).path("id").longValue())
        .isEqualTo(VehicleItems.behind(0));
    assertThat(old.get("/vehicles?page=13").json()).isEmpty();
  }

  /** Each function's credentials, connections and numbers; what they cost comes once in a while. */
  private void warmUp() {
    fleetio.post("/contacts", "{\"first_name\":\"Warm\"}");
    fleetio.get("/vehicle_assignments/999999");
    fieldOpt.post("/technicians/", technician("Warm"));
    fieldOpt.post("/jobs/", JOB);
    fieldOpt.get("/assignments/technician/999999");
    fieldOpt.post("/assignments/", assignment(9, 2));
    fieldOpt.post("/assignments/unassign", "{\"job_id\":9}");
    fieldOpt.get("/routing/best-tech/1");
    // Leases of permits grow with use: behind forty calls the next ones cost none.
    for (int i = 0; i < 40; i++) {
      fleetio.get("/vehicles/999999");
      fleetio.get("/contacts/999999");
      fleetio.get("/vehicle_assignments/999999");
      fleetio.get("/bulk_api_jobs/00000000-0000-0000-0000-000000000000");
    }
  }

  private Reply costs(String call, Reply reply, Budget budget) {
    Price price = last.get();
    table.add(
        "| %s | %s | %s | %s | %s |"
            .formatted(
                call,
                price.requests().entrySet().stream()
                    .map(request -> request.getValue() + " " + request.getKey())
                    .collect(Collectors.joining(", ")),
                units(price.readUnits()),
                units(price.writeUnits()),
                price.largestTransaction()));
    assertThat(reply.status()).as(call + " " + reply.text()).isIn(200, 201, 404);
    prices
        .assertThat(price.total())
        .as(call + " " + price)
        .isBetween(Math.min(1, budget.requests()), budget.requests());
    prices
        .assertThat(price.readUnits())
        .as(call + " reads")
        .isLessThanOrEqualTo(budget.readUnits());
    prices
        .assertThat(price.writeUnits())
        .as(call + " writes")
        .isLessThanOrEqualTo(budget.writeUnits());
    prices
        .assertThat(price.largestTransaction())
        .as(call + " items")
        .isLessThanOrEqualTo(budget.transaction());
    return reply;
  }

  private void print() {
    System.out.println(
        "\n| Call | Requests | Read units | Write units | Items in the transaction |\n"
            + "| --- | --- | --- | --- | --- |\n"
            + String.join("\n", table)
            + "\n");
    prices.assertAll();
  }

  private static String units(double units) {
    return units == Math.rint(units)
        ? Long.toString((long) units)
        : String.format(Locale.ROOT, "%.1f", units);
  }

  /** Each is four items of the hundred that a transaction holds. */
  private static final int MOST_CREATED = 25;

  private void createUpTo(int jobs) {
    long there =
        Tasks.summary(store.snapshot(tenant.caller())).values().stream()
            .mapToLong(Long::longValue)
            .sum();
    for (long left = jobs - there; left > 0; left -= MOST_CREATED) {
      int now = (int) Math.min(left, MOST_CREATED);
      store.commit(
          tenant.caller(),
          fleet -> {
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < now; i++) {
              changes.addAll(Tasks.create(draft()).decide(fleet).changes());
            }
            return new Decision<>(changes, now);
          });
    }
  }

  private static Task.Draft draft() {
    return new Task.Draft(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static String technician(String name) {
    return "{\"name\":\"%s\",\"phone\":\"555-0102\",\"skills\":[\"install\"]}".formatted(name);
  }

  private static String vehicle(String name) {
    return """
    {"name":"%s","primary_meter_unit":"mi","vehicle_type_id":3,"vehicle_status_id":1}\
    """
        .formatted(name);
  }

  private static String assignment(long job, long technician) {
    return "{\"job_id\":%d,\"technician_id\":%d}".formatted(job, technician);
  }
}

package interline.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.BulkJobs;
import interline.fleet.Dialect;
import interline.fleet.Identity;
import interline.fleet.Kind;
import interline.fleet.Webhook;
import interline.fleet.Webhooks;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.Tenant;
import interline.local.TestServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the operator is told about an identifier. */
class IdMapContractTest {

  private static final String TECHNICIAN = "{\"name\":\"Ella\",\"skills\":[]}";
  private static final String JOB =
      "{\"type\":\"install\",\"customer\":\"Acme Corp\",\"address\":\"123 Main St, NYC\"}";
  private static final String VAN =
      """
      {"name":"Van","primary_meter_unit":"mi","vehicle_type_id":3,"vehicle_status_id":1}\
      """;
  private static final String PLACE =
      "{\"address\":{\"number\":\"12\",\"street\":\"Analytical Row\",\"city\":\"London\","
          + "\"country\":\"UK\"},\"location\":[-0.12,51.5]}";

  private final Tenant tenant = Tenant.create(TestServer.store());
  private final Http operator =
      new Http(TestServer.shared().uri().resolve("/operator/ids"), Map.of());
  private final Http onfleet = Http.onfleet(tenant);
  private final Http trimble = Http.trimble(tenant);
  private final Http frachtPilot = Http.frachtPilot(tenant);
  private final Http fieldOpt = client("Bearer " + tenant.key(Dialect.FIELDOPT));
  private final Http fleetio = client("Token " + tenant.key(Dialect.FLEETIO));

  @Test
  void aWorkerIsCalledByTheDialectsThatShowThem() {
    JsonNode ella =
        fieldOpt.post("/api/v1/technicians/", "{\"name\":\"Ella\",\"skills\":[]}").json();
    long number = ella.path("id").longValue();

    Reply reply = operator.get("/" + number + "?organization=" + tenant.organization().number());

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    JsonNode worker = only(reply, "worker");
    assertThat(worker.path("organization").longValue()).isEqualTo(tenant.organization().number());
    assertThat(worker.path("number").textValue()).isEqualTo(Long.toString(number));
    assertThat(path(worker, "fieldopt")).isEqualTo("/api/v1/technicians/" + number);
    assertThat(path(worker, "fleetio")).isEqualTo("/api/v1/contacts/" + number);
    assertThat(fieldOpt.get(path(worker, "fieldopt")).json().path("name").textValue())
        .isEqualTo("Ella");
    assertThat(fleetio.get(path(worker, "fleetio")).json().path("name").textValue())
        .isEqualTo("Ella");
  }

  /** What each kind of record is made as, and by which of its identifiers it is looked for. */
  private Map<String, Made> oneOfEachKind() {
    Map<String, Made> made = new LinkedHashMap<>();
    made.put("technician", of(fieldOpt, "/api/v1/technicians/", TECHNICIAN, "worker", "/id"));
    made.put("job", of(fieldOpt, "/api/v1/jobs/", JOB, "task", "/id"));
    made.put("van", of(fleetio, "/api/v1/vehicles", VAN, "vehicle", "/id"));
    made.put(
        "contact", of(fleetio, "/api/v1/contacts", "{\"first_name\":\"Ada\"}", "worker", "/id"));
    String van = made.get("van").id();
    made.put(
        "vehicle assignment",
        of(
            fleetio,
            "/api/v1/vehicle_assignments",
            "{\"vehicle_id\":%s,\"contact_id\":%s,\"started_at\":\"2026-01-01\"}"
                .formatted(van, made.get("technician").id()),
            "vehicle_assignment",
            "/id"));
    String of = "{\"vehicle_id\":%s,".formatted(van);
    made.put(
        "meter entry",
        of(
            fleetio,
            "/api/v1/meter_entries",
            of + "\"value\":5,\"date\":\"2026-01-01\"}",
            "meter_entry",
            "/id"));
    made.put(
        "location entry",
        of(
            fleetio,
            "/api/v1/location_entries",
            of + "\"date\":\"2026-01-01\",\"latitude\":1,\"longitude\":1}",
            "location_entry",
            "/id"));
    made.put("fault", of(fleetio, "/api/v1/faults", of + "\"code\":\"P0420\"}", "fault", "/id"));
    made.put(
        "fault rule", of(fleetio, "/api/v1/fault_rules", "{\"code\":\"P1\"}", "fault_rule", "/id"));
    for (String named : List.of("group", "label", "vehicle_type", "vehicle_status", "fuel_type")) {
      String path = "/api/v1/" + (named.endsWith("s") ? named + "es" : named + "s");
      made.put(named, of(fleetio, path, "{\"name\":\"North\"}", named, "/id"));
    }
    made.put(
        "webhook",
        of(
            fleetio,
            "/api/v1/webhooks",
            "{\"url\":\"https://hooks.example.com/f\"}",
            "webhook",
            "/id"));
    String job = UUID.randomUUID().toString();
    TestServer.store()
        .commit(
            tenant.caller(),
            BulkJobs.open(job, Dialect.FLEETIO, "vehicle", "create", List.of(VAN)));
    made.put("bulk job", new Made("bulk", job));
    made.put(
        "administrator",
        of(
            onfleet,
            "/admins",
            "{\"name\":\"Mina\",\"email\":\"m@example.org\"}",
            "administrator",
            "/id"));
    made.put("team", of(onfleet, "/teams", "{\"name\":\"North\"}", "team", "/id"));
    String team = made.get("team").id();
    Reply driver =
        onfleet.post(
            "/workers",
            """
            {"name":"Bo","phone":"+14155550123","teams":["%s"],
             "vehicle":{"type":"CAR","licensePlate":"B-1"}}\
            """
                .formatted(team));
    made.put("worker", new Made("worker", driver.json().at("/id").asText()));
    made.put("vehicle of a worker", new Made("vehicle", driver.json().at("/vehicle/id").asText()));
    made.put("destination", of(onfleet, "/destinations", PLACE, "destination", "/id"));
    made.put(
        "recipient",
        of(
            onfleet,
            "/recipients",
            "{\"name\":\"Lu\",\"phone\":\"+14155550124\"}",
            "recipient",
            "/id"));
    made.put(
        "hub",
        of(onfleet, "/hubs", PLACE.replaceFirst("\\{", "{\"name\":\"Depot\","), "hub", "/id"));
    Reply task =
        onfleet.post(
            "/tasks",
            "{\"destination\":%s,\"recipients\":[{\"name\":\"Al\",\"phone\":\"+14155550125\"}]}"
                .formatted(PLACE));
    made.put("task", new Made("task", task.json().at("/id").asText()));
    made.put("short task", new Made("task", task.json().at("/shortId").asText()));
    made.put("task's place", new Made("destination", task.json().at("/destination/id").asText()));
    made.put(
        "task's recipient", new Made("recipient", task.json().at("/recipients/0/id").asText()));
    String own = onfleet.get("/organization").json().at("/id").asText();
    made.put("organization", new Made("organization", own));
    Webhook hook =
        TestServer.store()
            .commit(
                tenant.caller(),
                Webhooks.create(
                    Dialect.ONFLEET,
                    "https://hooks.example.com/o",
                    Optional.empty(),
                    0,
                    Optional.empty(),
                    OptionalInt.empty()));
    made.put(
        "hook", new Made("webhook", new Identity(tenant.id()).encode(Kind.WEBHOOK, hook.number())));
    of(trimble, "/drivers", "[{\"driverId\":\"K-017\",\"Name\":\"Oda\"}]", "worker", "/data/0/Id");
    made.put("driver", new Made("worker", "K-017"));
    of(trimble, "/vehicles", "[{\"vehicleId\":\"Truck 7\"}]", "vehicle", "/data/0/Id");
    made.put("truck", new Made("vehicle", "Truck 7"));
    made.put(
        "driver group",
        of(
            trimble,
            "/drivergroups",
            "[{\"driverGroupName\":\"Night\"}]",
            "driver_group",
            "/0/driverGroupId"));
    Made account =
        of(
            frachtPilot,
            "/accounts",
            "{\"lastName\":\"Moll\",\"customerNumber\":\"MOLL\"}",
            "recipient",
            "/id");
    made.put("account", account);
    made.put("customer", new Made("recipient", "MOLL"));
    made.put(
        "order",
        of(
            frachtPilot,
            "/orders",
            "{\"account\":%s,\"deliveryDate\":\"2027-03-09\",\"positions\":[{\"name\":\"Eggs\",\"quantity\":1,\"unitPrice\":\"1.00\"}]}"
                .formatted(account.id()),
            "task",
            "/id"));
    made.put(
        "tour",
        of(
            frachtPilot,
            "/tours",
            "{\"date\":\"2027-03-09\",\"departureTime\":\"07:30\"}",
            "route_plan",
            "/id"));
    made.put(
        "user",
        of(
            frachtPilot,
            "/users",
            "{\"firstName\":\"Eva\",\"lastName\":\"Lind\"}",
            "worker",
            "/id"));
    return made;
  }

  /** A record, of the kind that the operator calls so. */
  private record Made(String kind, String id) {}

  private static Made of(Http client, String path, String body, String kind, String id) {
    Reply made = client.post(path, body);
    assertThat(made.status()).as(path + made.text()).isBetween(200, 201);
    return new Made(kind, made.json().at(id).asText());
  }

  @Test
  void everyPathIsReadByClientsOfTheDialect() {
    Map<String, Http> clients =
        Map.of(
            "fieldopt", fieldOpt,
            "fleetio", fleetio,
            "onfleet", at(onfleet),
            "trimble", at(trimble),
            "frachtpilot", at(frachtPilot));
    Set<String> spoken = new TreeSet<>();

    oneOfEachKind()
        .forEach(
            (what, made) -> {
              JsonNode record = only(ids(made.id()), made.kind());
              assertThat(record.path("names").findValuesAsText("id")).as(what).isNotEmpty();
              record
                  .path("names")
                  .properties()
                  .forEach(
                      dialect ->
                          dialect
                              .getValue()
                              .forEach(
                                  name -> {
                                    String id = name.path("id").asText();
                                    assertThat(only(ids(id), made.kind())).as(id).isEqualTo(record);
                                    if (name.path("path").isTextual()) {
                                      String path = name.path("path").asText();
                                      Reply read =
                                          Objects.requireNonNull(clients.get(dialect.getKey()))
                                              .get(path);
                                      assertThat(read.status())
                                          .as("%s: %s", what, path)
                                          .isEqualTo(200);
                                      assertThat(read.text()).as(path).contains(id);
                                      spoken.add(dialect.getKey());
                                    }
                                  }));
            });

    assertThat(spoken).isEqualTo(clients.keySet());
  }

  @Test
  void anIdentifierOfOnfleetsTellsItsOrganization() {
    String id = onfleet.post("/teams", "{\"name\":\"South\"}").json().path("id").asText();
    String own = onfleet.get("/organization").json().path("id").asText();

    assertThat(only(operator.get("/" + id), "team").path("organization").longValue())
        .isEqualTo(tenant.organization().number());
    assertThat(only(operator.get("/" + own), "organization").path("number").asLong())
        .isEqualTo(tenant.organization().number());
  }

  private Reply ids(String id) {
    Reply reply =
        operator.get(
            "/" + id.replace(" ", "%20") + "?organization=" + tenant.organization().number());
    assertThat(reply.status()).as(id + reply.text()).isEqualTo(200);
    return reply;
  }

  private static Http at(Http client) {
    return new Http(TestServer.shared().uri(), client.headers());
  }

  @Test
  void aNumberMeansNothingWithoutItsOrganization() {
    Reply reply = operator.get("/1");

    assertThat(reply.status()).as(reply.text()).isEqualTo(422);
    assertThat(reply.json().path("errors").path("organization").path(0).textValue())
        .isEqualTo("must be there");
  }

  @Test
  void anIdentifierOfNothingIsNotFound() {
    assertThat(operator.get("/999999999?organization=" + tenant.organization().number()).status())
        .isEqualTo(404);
    assertThat(operator.get("/ab*dEFghijklmnopqrst~vwx").status()).isEqualTo(404);
  }

  private static JsonNode only(Reply reply, String kind) {
    for (JsonNode record : reply.json().path("records")) {
      if (record.path("kind").textValue().equals(kind)) {
        return record;
      }
    }
    throw new AssertionError("No " + kind + " in " + reply.text());
  }

  private static String path(JsonNode record, String dialect) {
    return record.path("names").path(dialect).path(0).path("path").textValue();
  }

  private Http client(String authorization) {
    return new Http(
        TestServer.shared().uri(),
        Map.of(
            "Authorization", authorization, "Account-Token", tenant.organization().accountToken()));
  }
}

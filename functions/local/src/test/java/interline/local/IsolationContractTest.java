package interline.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Dialect;
import interline.fleet.Identity;
import interline.fleet.Kind;
import interline.fleet.OrganizationId;
import interline.fleet.Webhooks;
import interline.local.Http.Reply;
import interline.local.Surface.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * What one organization has is nothing to another, whichever route of whichever dialect it asks:
 * each identifier is as good as one that names nothing at all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationContractTest {

  /** In every name and text of the organization that the others reach for. */
  private static final String MARK = "Isolde";

  private static final String PHONE = "+14155550161";
  private static final String PLACE =
      """
      {"address":{"number":"12","street":"Isolde Row","city":"London","country":"UK"},
       "location":[-0.12,51.5]}\
      """;
  private static final String DAY = "2027-03-09";

  /** Numbers that Fleetio's and Trimble's catalogues give to nobody by themselves. */
  private static final List<String> NUMBERS = List.of("1", "2", "3", "4");

  private static final Set<String> CATALOGUES =
      Set.of("vehicle_types", "vehicle_statuses", "fuel_types", "labels", "drivergroups");

  private static final Identity NOBODY = new Identity(new OrganizationId(987_654_321));

  private final Tenant owner = TestServer.tenant();
  private final List<Asked> surface = Surface.of(TestServer.shared());

  /** Identifiers of the owner's, each with one of the same form that names nothing. */
  private final Map<String, String> names = new TreeMap<>();

  @BeforeAll
  void aFleetToReachFor() {
    Http fieldOpt = Http.fieldOpt(owner);
    made(fieldOpt, "/technicians", "{\"name\":\"Isolde One\",\"skills\":[]}");
    for (int i = 0; i < 2; i++) {
      made(
          fieldOpt,
          "/jobs",
          "{\"type\":\"install\",\"customer\":\"Isolde Corp\",\"address\":\"Isolde St\"}");
    }
    made(fieldOpt, "/assignments", "{\"job_id\":1,\"technician_id\":1}");
    Http fleetio = Http.fleetio(owner);
    made(
        fleetio,
        "/vehicles",
        "{\"name\":\"Isolde Van\",\"primary_meter_unit\":\"mi\",\"vehicle_type_id\":3,"
            + "\"vehicle_status_id\":1}");
    made(fleetio, "/contacts", "{\"first_name\":\"Isolde\",\"last_name\":\"Two\"}");
    made(
        fleetio,
        "/vehicle_assignments",
        "{\"vehicle_id\":1,\"contact_id\":1,\"started_at\":\"2026-01-01\"}");
    made(fleetio, "/meter_entries", "{\"vehicle_id\":1,\"value\":5,\"date\":\"2026-01-01\"}");
    made(
        fleetio,
        "/location_entries",
        "{\"vehicle_id\":1,\"date\":\"2026-01-01\",\"latitude\":1,\"longitude\":1}");
    made(fleetio, "/faults", "{\"vehicle_id\":1,\"code\":\"Isolde\"}");
    made(fleetio, "/fault_rules", "{\"code\":\"Isolde\"}");
    for (String catalogue :
        List.of("groups", "labels", "vehicle_types", "vehicle_statuses", "fuel_types")) {
      made(fleetio, "/" + catalogue, "{\"name\":\"Isolde\"}");
    }
    made(fleetio, "/webhooks", "{\"url\":\"https://hooks.example.com/Isolde\"}");
    Http trimble = Http.trimble(owner);
    made(trimble, "/drivers", "[{\"driverId\":\"Isolde-17\",\"Name\":\"Isolde\"}]");
    made(trimble, "/vehicles", "[{\"vehicleId\":\"Isolde-7\"}]");
    made(trimble, "/drivergroups", "[{\"driverGroupName\":\"Isolde\"}]");
    Http frachtPilot = Http.frachtPilot(owner);
    made(frachtPilot, "/accounts", "{\"lastName\":\"Isolde\",\"customerNumber\":\"Isolde-1\"}");
    made(
        frachtPilot,
        "/orders",
        ("{\"account\":1,\"deliveryDate\":\"%s\",\"positions\":"
                + "[{\"name\":\"Isolde\",\"quantity\":1,\"unitPrice\":\"1.00\"}]}")
            .formatted(DAY));
    made(
        frachtPilot,
        "/tours",
        "{\"name\":\"Isolde\",\"date\":\"%s\",\"departureTime\":\"07:30\"}".formatted(DAY));
    made(frachtPilot, "/users", "{\"firstName\":\"Isolde\",\"lastName\":\"Three\"}");
    onfleet();
  }

  private void onfleet() {
    Http onfleet = Http.onfleet(owner);
    made(
        onfleet,
        "/admins",
        "{\"name\":\"Isolde\",\"email\":\"%s@example.org\"}".formatted(owner.secret()));
    String team = id(made(onfleet, "/teams", "{\"name\":\"Isolde\"}"));
    made(
        onfleet,
        "/workers",
        """
        {"name":"Isolde","phone":"+14155550160","teams":["%s"],
         "vehicle":{"type":"CAR","licensePlate":"Isolde 1"}}\
        """
            .formatted(team));
    made(onfleet, "/destinations", PLACE);
    made(onfleet, "/recipients", "{\"name\":\"Isolde Vier\",\"phone\":\"%s\"}".formatted(PHONE));
    made(onfleet, "/hubs", PLACE.replaceFirst("\\{", "{\"name\":\"Isolde\","));
    made(onfleet, "/tasks", "{\"destination\":%s,\"notes\":\"Isolde\"}".formatted(PLACE));
    TestServer.store()
        .commit(
            owner.caller(),
            Webhooks.create(
                Dialect.ONFLEET,
                "https://hooks.example.com/Isolde/o",
                Optional.of("Isolde"),
                0,
                Optional.empty(),
                OptionalInt.empty()));
    Identity own = new Identity(owner.id());
    Identity nobody = NOBODY;
    for (Kind<?> kind :
        List.of(
            Kind.TASK,
            Kind.TASK_DESTINATION,
            Kind.TASK_RECIPIENT,
            Kind.WORKER,
            Kind.WORKER_CONTAINER,
            Kind.TEAM,
            Kind.TEAM_CONTAINER,
            Kind.ADMINISTRATOR,
            Kind.DESTINATION,
            Kind.RECIPIENT,
            Kind.HUB,
            Kind.WEBHOOK,
            Kind.VEHICLE,
            Kind.ROUTE_PLAN,
            Kind.USER)) {
      for (long number = 1;
          number <= (kind == Kind.WORKER || kind == Kind.TASK ? 4 : 1);
          number++) {
        names.put(own.encode(kind, number), nobody.encode(kind, number));
      }
    }
    names.put(
        own.encode(Kind.ORGANIZATION_CONTAINER, owner.organization().number()),
        nobody.encode(Kind.ORGANIZATION_CONTAINER, 987_654_321));
    names.put(own.ofOrganization(), nobody.ofOrganization());
    names.put(own.shorten(Kind.TASK, 1), nobody.shorten(Kind.TASK, 4_000_000_000L));
    names.put(PHONE, "+14155550162");
    names.put("Isolde%20Vier", "Isolde%20Zehn");
  }

  // issue 6: every id of the one tried with every credential of the other
  @ParameterizedTest
  @EnumSource
  void anIdentifierOfAnotherOrganizationNamesNothing(Dialect dialect) {
    Http stranger = stranger(dialect, TestServer.tenant());
    Map<String, Map<String, AttributeValue>> before = owned();
    List<String> told = new ArrayList<>();

    for (Asked asked : surface) {
      if (asked.dialect() == dialect && asked.named()) {
        for (Map.Entry<String, String> name : named(asked).entrySet()) {
          for (String pattern : literal(asked.pattern())) {
            Reply theirs = send(stranger, asked, pattern, name.getKey());
            Reply nobodys = send(stranger, asked, pattern, name.getValue());
            if (theirs.status() < 400
                || !plain(theirs, name.getKey()).equals(plain(nobodys, name.getValue()))
                || plain(theirs, name.getKey()).contains(MARK)) {
              told.add(
                  "%s %s with %s: %s, and with %s: %s"
                      .formatted(
                          asked.method(),
                          pattern,
                          name.getKey(),
                          plain(theirs, name.getKey()),
                          name.getValue(),
                          plain(nobodys, name.getValue())));
            }
          }
        }
      }
    }

    assertThat(told).isEmpty();
    assertThat(owned()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void bodiesThatNameRecordsOfAnotherOrganizationNameNothing(Dialect dialect) {
    Map<String, Map<String, AttributeValue>> before = owned();
    List<String> told = new ArrayList<>();

    for (Asked asked : surface) {
      if (asked.dialect() == dialect && !asked.named() && !alias(asked)) {
        for (List<String> bodies : bodies(asked)) {
          Reply theirs = fresh(asked, bodies.getFirst());
          Reply nobodys = fresh(asked, bodies.getLast());
          if (!plain(theirs, "").equals(plain(nobodys, ""))) {
            told.add(
                "%s %s %s: %s, and %s: %s"
                    .formatted(
                        asked.method(),
                        asked.pattern(),
                        bodies.getFirst(),
                        plain(theirs, ""),
                        bodies.getLast(),
                        plain(nobodys, "")));
          }
        }
      }
    }

    assertThat(told).isEmpty();
    assertThat(owned()).isEqualTo(before);
  }

  @Test
  void noListShowsWhatAnotherOrganizationHas() {
    Tenant stranger = TestServer.tenant();
    for (Asked asked : surface) {
      if (asked.reads() && !asked.named()) {
        Reply read = stranger(asked.dialect(), stranger).get(asked.pattern());
        assertThat(read.text()).as(asked.pattern()).doesNotContain(MARK);
        names.keySet().forEach(id -> assertThat(read.text()).as("%s", asked).doesNotContain(id));
      }
    }
  }

  @Test
  void theFleetThatIsReachedForIsThere() {
    Set<String> missing = new TreeSet<>();
    for (Asked asked : surface) {
      if (asked.reads() && asked.named() && !alias(asked)) {
        boolean found =
            named(asked).keySet().stream()
                .flatMap(
                    name ->
                        literal(asked.pattern()).stream()
                            .map(
                                pattern ->
                                    send(stranger(asked.dialect(), owner), asked, pattern, name)))
                .anyMatch(reply -> reply.status() == 200);
        if (!found) {
          missing.add(asked.pattern());
        }
      }
    }

    assertThat(missing)
        .containsExactlyInAnyOrder(
            // A bulk job has no number, and is reached for by CredentialsContractTest.
            "/api/v1/bulk_api_jobs/{}",
            "/api/v2/tasks/batch/{}",
            // Nobody has said what the van cost, or where to.
            "/api/v1/vehicles/{}/purchase_detail",
            "/api/v1/vehicles/{}/purchase_details",
            "/api/v2/teams/{}/estimate",
            "/api/v2/customFields/{}",
            "/api/v2/recipients/name/{}/{}",
            "/api/v2/recipients/name/{}/{}/{}");
  }

  /** What takes the places of parameters, with what is the same and names nothing. */
  private Map<String, String> named(Asked asked) {
    if (asked.dialect() == Dialect.ONFLEET) {
      return names;
    }
    Map<String, String> numbers = new TreeMap<>();
    boolean catalogue = CATALOGUES.stream().anyMatch(asked.pattern()::contains);
    // Every organization of FrachtPilot has an owner and the users of its keys.
    boolean users = asked.pattern().contains("/users");
    (catalogue ? List.of("101") : users ? List.of("4", "5", "6") : NUMBERS)
        .forEach(number -> numbers.put(number, "999999999"));
    if (asked.dialect() == Dialect.TRIMBLE) {
      numbers.put("Isolde-17", "Nobody-17");
      numbers.put("Isolde-7", "Nobody-7");
      numbers.put("~1", "~999999999");
    }
    return numbers;
  }

  /** Containers are named by the type of their owners first. */
  private static List<String> literal(String pattern) {
    return pattern.endsWith("/containers/{}/{}")
        ? List.of("workers", "teams", "organizations").stream()
            .map(type -> pattern.replaceFirst("\\{}", type))
            .toList()
        : List.of(pattern);
  }

  private static Reply send(Http client, Asked asked, String pattern, String name) {
    return client.send(
        asked.method(),
        pattern.replace("{}", name),
        asked.reads() || asked.method().equals("DELETE") ? "" : plain(asked, "1"));
  }

  private static Reply fresh(Asked asked, String body) {
    Http stranger = stranger(asked.dialect(), TestServer.tenant());
    return body.startsWith("?")
        ? stranger.send(asked.method(), asked.pattern() + body, "")
        : stranger.send(asked.method(), asked.pattern(), body);
  }

  /** Bodies with the owner's identifiers, each with one that is the same but for these. */
  private List<List<String>> bodies(Asked asked) {
    List<List<String>> bodies = new ArrayList<>();
    switch (asked.dialect()) {
      case FIELDOPT, FLEETIO, FRACHTPILOT -> {
        if (!asked.reads()) {
          bodies.add(List.of(plain(asked, "1"), plain(asked, "999999999")));
        }
      }
      case TRIMBLE -> {
        if (asked.method().equals("DELETE")) {
          for (String member : List.of("driverId", "vehicleId")) {
            bodies.add(List.of("?" + member + "=Isolde-17", "?" + member + "=Nobody-17"));
            bodies.add(List.of("?" + member + "=Isolde-7", "?" + member + "=Nobody-7"));
          }
        } else if (!asked.reads()) {
          bodies.add(List.of(plain(asked, "Isolde-17"), plain(asked, "Nobody-17")));
          bodies.add(List.of(plain(asked, "Isolde-7"), plain(asked, "Nobody-7")));
        }
      }
      case ONFLEET -> {
        if (!asked.reads()) {
          Identity own = new Identity(owner.id());
          SHAPES.forEach(shape -> bodies.add(List.of(filled(shape, own), filled(shape, NOBODY))));
        }
      }
    }
    return bodies;
  }

  private static String filled(String shape, Identity identity) {
    return shape
        .replace("WORKER-ID", identity.encode(Kind.WORKER, 1))
        .replace("TEAM-ID", identity.encode(Kind.TEAM, 1))
        .replace("ADMIN-ID", identity.encode(Kind.ADMINISTRATOR, 1))
        .replace("HUB-ID", identity.encode(Kind.HUB, 1))
        .replace("TASK-ID", identity.encode(Kind.TASK, 1))
        .replace("PLACE-ID", identity.encode(Kind.DESTINATION, 1))
        .replace("PERSON-ID", identity.encode(Kind.RECIPIENT, 1));
  }

  /** What Onfleet's bodies can name, with all else that one or another resource wants. */
  private static final List<String> SHAPES =
      Stream.of(
              "\"teams\":[\"TEAM-ID\"]",
              "\"workers\":[\"WORKER-ID\"]",
              "\"managers\":[\"ADMIN-ID\"]",
              "\"hub\":\"HUB-ID\"",
              "\"tasks\":[\"TASK-ID\"]",
              "\"dependencies\":[\"TASK-ID\"]",
              "\"destination\":\"PLACE-ID\"",
              "\"recipients\":[\"PERSON-ID\"]",
              "\"container\":{\"type\":\"WORKER\",\"worker\":\"WORKER-ID\"}",
              "\"container\":{\"type\":\"TEAM\",\"team\":\"TEAM-ID\"}")
          .map(
              named ->
                  "{%s%s,\"name\":\"Eve\",\"phone\":\"+14155550177\",\"email\":\"eve@example.org\"}"
                      .formatted(
                          named.startsWith("\"destination")
                              ? ""
                              : "\"destination\":{\"address\":{\"unparsed\":\"Here\"},\"location\":[1,2]},",
                          named))
          .toList();

  /** A body that has all that any resource of the dialect wants, and names a record wherever. */
  private static String plain(Asked asked, String id) {
    return switch (asked.dialect()) {
      case FIELDOPT ->
          """
          {"name":"Eve","skills":[],"type":"install","customer":"Eve","address":"Here",
           "job_id":ID,"technician_id":ID,"job_ids":[ID],"status":"cancelled",
           "jobs":[{"type":"install","customer":"Eve","address":"Here"}],
           "latitude":1,"longitude":2,"new_technician_id":ID}\
          """
              .replace("ID", id);
      case FLEETIO ->
          """
          {"name":"Eve","first_name":"Eve","primary_meter_unit":"mi","vehicle_type_id":3,
           "vehicle_status_id":1,"vehicle_id":ID,"contact_id":ID,"group_id":ID,"parent_id":ID,
           "value":9,"date":"2026-02-02","started_at":"2026-02-02","latitude":3,"longitude":4,
           "code":"P1","url":"https://hooks.example.com/eve","resource":"vehicle",
           "operation":"update","records":[{"id":ID,"name":"Eve"}]}\
          """
              .replace("ID", id);
      case TRIMBLE ->
          asked.named()
              ? "{\"driverGroupName\":\"Eve\",\"vehicleGroupName\":\"Eve\"}"
              : """
              [{"driverId":"ID","vehicleId":"ID","Name":"Eve","driverGroupName":"Eve",
                "vehicleGroupName":"Eve"}]\
              """
                  .replace("ID", id);
      case FRACHTPILOT ->
          """
          {"lastName":"Eve","firstName":"Eve","account":ID,"deliveryDate":"2027-03-09",
           "positions":[{"name":"Eggs","quantity":1,"unitPrice":"1.00"}],"date":"2027-03-09",
           "departureTime":"07:30","driver":ID,"stops":[ID],"status":"cancelled"}\
          """
              .replace("ID", id);
      case ONFLEET ->
          """
          {"name":"Eve","phone":"+14155550177","email":"eve@example.org","notes":"x","teams":[],
           "workers":[],"tasks":[],"completionDetails":{"success":true},
           "destination":{"address":{"unparsed":"Here"},"location":[1,2]}}\
          """;
    };
  }

  /** Fleetio's paths without a version, and FrachtPilot's other word for accounts. */
  private static boolean alias(Asked asked) {
    return asked.pattern().matches("/api/(?!v\\d|assets).*|/api/v2/contacts.*|.*/customers.*");
  }

  /** An answer without what no two answers share. */
  private static String plain(Reply reply, String name) {
    String text = reply.text();
    String said = name.replace("%20", " ");
    return reply.status()
        + " "
        + (said.isEmpty()
                ? text
                : text.replaceAll("(?<![\\w~])" + Pattern.quote(said) + "(?!\\w)", "<id>"))
            .replaceAll("\"(account|created_by)_id\":\\d+", "")
            .replaceAll("\"shared_key\":\"[^\"]*\"", "")
            .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<uuid>")
            .replaceAll("[A-Za-z0-9*~]{24}", "<id>")
            .replaceAll("\"(https://onf.lt/)?[0-9a-f]{8}\"", "<short>")
            .replaceAll("\\b1[0-9]{12}\\b", "<time>")
            .replaceAll("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+(Z|[+-]\\d\\d:\\d\\d)?", "<time>")
            .replaceAll("(Isolde|Nobody)-1?7", "<id>")
            .replaceAll("\\b(1|999999999)\\b", "<number>");
  }

  private static Http stranger(Dialect dialect, Tenant tenant) {
    Http client =
        switch (dialect) {
          case FIELDOPT -> Http.fieldOpt(tenant);
          case FLEETIO -> Http.fleetio(tenant);
          case ONFLEET -> Http.onfleet(tenant);
          case TRIMBLE -> Http.trimble(tenant);
          case FRACHTPILOT -> Http.frachtPilot(tenant);
        };
    return new Http(TestServer.shared().uri(), client.headers());
  }

  private static JsonNode made(Http client, String path, String body) {
    Reply made = client.post(path, body);
    assertThat(made.status()).as(path + made.text()).isBetween(200, 201);
    return made.json();
  }

  private static String id(JsonNode record) {
    return record.path("id").asText();
  }

  /** Everything that the table holds of the owner, whatever it is. */
  private Map<String, Map<String, AttributeValue>> owned() {
    Map<String, Map<String, AttributeValue>> items = new TreeMap<>();
    Stack stack = TestServer.shared().stack();
    stack
        .dynamoDb()
        .scanPaginator(
            ScanRequest.builder()
                .tableName(stack.tableName("Table"))
                .consistentRead(true)
                .filterExpression("begins_with(pk, :owner)")
                .expressionAttributeValues(Map.of(":owner", AttributeValue.fromS(owner.id() + "#")))
                .build())
        .items()
        .forEach(item -> items.put(item.get("pk") + " " + item.get("sk"), item));
    assertThat(items).hasSizeGreaterThan(50);
    return items;
  }
}

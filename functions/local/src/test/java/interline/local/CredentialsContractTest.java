package interline.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import interline.fleet.ApiKey;
import interline.fleet.BulkJobs;
import interline.fleet.Caller;
import interline.fleet.Dialect;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Organization;
import interline.fleet.OrganizationId;
import interline.fleet.Organizations;
import interline.fleet.Snapshot;
import interline.local.Http.Reply;
import interline.local.Template.Authorization;
import interline.local.Template.Route;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call of every dialect needs a key of that dialect, and opens one organization only. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CredentialsContractTest {

  private static final Caller OPERATOR = new Caller(OrganizationId.OPERATOR, "test");
  private static final String BULK_JOB = "3f0e2c9a-5b7d-4c1e-9a64-8d2b7f31c0e5";
  private static final String TECHNICIAN = "{\"name\":\"Ella\",\"skills\":[\"install\"]}";
  private static final String JOB =
      "{\"type\":\"install\",\"customer\":\"Acme Corp\",\"address\":\"123 Main St, NYC\"}";
  private static final String VEHICLE =
      """
      {"name":"Van","primary_meter_unit":"mi","vehicle_type_id":3,"vehicle_status_id":1}\
      """;
  private static final String TOUR = "{\"date\":\"2027-03-09\",\"departureTime\":\"07:30\"}";
  private static final String ORDER =
      "{\"account\":1,\"deliveryDate\":\"2027-03-09\","
          + "\"positions\":[{\"name\":\"Eggs\",\"quantity\":1,\"unitPrice\":\"1.00\"}]}";
  private static final String ASSIGNMENT =
      "{\"vehicle_id\":1,\"contact_id\":1,\"started_at\":\"2026-01-01\"}";
  private static final String METER_ENTRY =
      "{\"vehicle_id\":1,\"value\":5,\"date\":\"2026-01-01\"}";
  private static final String LOCATION_ENTRY =
      "{\"vehicle_id\":1,\"date\":\"2026-01-01\",\"latitude\":1,\"longitude\":1}";
  private static final String FAULT = "{\"vehicle_id\":1,\"code\":\"P0420\"}";

  /** What a Fleetio account can have one of, with which it is made. */
  private static final Map<String, String> RECORDS =
      Map.of(
          "/vehicle_assignments", ASSIGNMENT,
          "/meter_entries", METER_ENTRY,
          "/location_entries", LOCATION_ENTRY,
          "/faults", FAULT,
          "/fault_rules", "{\"code\":\"P0420\"}",
          "/groups", "{\"name\":\"North\"}",
          "/labels", "{\"name\":\"Winter\"}",
          "/vehicle_types", "{\"name\":\"Crane\"}",
          "/vehicle_statuses", "{\"name\":\"On loan\"}",
          "/webhooks", "{\"url\":\"https://hooks.example.com/f\"}");

  private static final String BULK =
      "{\"resource\":\"vehicle\",\"operation\":\"create\",\"records\":[" + VEHICLE + "]}";

  /**
   * A call that succeeds with a key of the organization that {@link #aFleetToReachFor} fills.
   *
   * @param foreign what an organization is told that owns nothing of what the call speaks of
   */
  record Call(Dialect dialect, String method, String path, String body, int foreign) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private static final List<Call> CALLS =
      List.of(
          fieldOpt("GET", "/technicians", "", 200),
          fieldOpt("POST", "/technicians", TECHNICIAN, 201),
          fieldOpt("GET", "/technicians/1", "", 404),
          fieldOpt("PATCH", "/technicians/1/status", "{\"status\":\"on_break\"}", 404),
          fieldOpt("PATCH", "/technicians/1/location", "{\"latitude\":1,\"longitude\":1}", 404),
          fieldOpt("GET", "/jobs", "", 200),
          fieldOpt("POST", "/jobs", JOB, 201),
          fieldOpt("GET", "/jobs/summary", "", 200),
          fieldOpt("GET", "/jobs/1", "", 404),
          fieldOpt("PATCH", "/jobs/1", "{\"customer\":\"Other\"}", 404),
          fieldOpt("POST", "/jobs/1/start", "", 404),
          fieldOpt("POST", "/jobs/1/complete", "", 404),
          fieldOpt("POST", "/jobs/1/cancel", "", 404),
          fieldOpt("GET", "/jobs/1/can-do/1", "", 404),
          fieldOpt("POST", "/assignments", "{\"job_id\":2,\"technician_id\":1}", 404),
          fieldOpt(
              "POST", "/assignments/batch-assign", "{\"job_ids\":[2],\"technician_id\":1}", 404),
          fieldOpt("POST", "/assignments/batch-unassign", "{\"job_ids\":[1]}", 404),
          fieldOpt("POST", "/assignments/unassign", "{\"job_id\":1}", 404),
          fieldOpt("POST", "/assignments/reassign", "{\"job_id\":1,\"new_technician_id\":1}", 404),
          fieldOpt("GET", "/assignments/technician/1", "", 404),
          fieldOpt("GET", "/assignments/job/1", "", 404),
          fieldOpt("POST", "/routing/auto-route", "{\"job_id\":1}", 404),
          fieldOpt("GET", "/routing/best-tech/1", "", 404),
          frachtPilot("GET", "/me", "", 200),
          frachtPilot("GET", "/accounts", "", 200),
          frachtPilot("POST", "/accounts", "{\"lastName\":\"Moll\"}", 201),
          frachtPilot("GET", "/accounts/1", "", 404),
          frachtPilot("PUT", "/accounts/1", "{\"lastName\":\"Moll\"}", 404),
          frachtPilot("PATCH", "/customers/1", "{}", 404),
          frachtPilot("DELETE", "/customers/1", "", 404),
          frachtPilot("GET", "/orders", "", 200),
          frachtPilot("POST", "/orders", ORDER, 422),
          frachtPilot("GET", "/orders/1", "", 404),
          frachtPilot("PATCH", "/orders/1", "{\"note\":\"x\"}", 404),
          frachtPilot("DELETE", "/orders/1", "", 404),
          frachtPilot("GET", "/tours", "", 200),
          frachtPilot("POST", "/tours", TOUR, 201),
          frachtPilot("GET", "/tours/1", "", 404),
          frachtPilot("PATCH", "/tours/1", "{}", 404),
          frachtPilot("PUT", "/tours/1/stops", "[1]", 404),
          frachtPilot("PATCH", "/tours/1/stops/1", "{\"status\":\"failed\"}", 404),
          frachtPilot("DELETE", "/tours/1", "", 404),
          frachtPilot("GET", "/users/3", "", 404),
          frachtPilot("PATCH", "/users/3", "{}", 404),
          frachtPilot("POST", "/users/3/api_key", "", 404),
          frachtPilot("DELETE", "/users/3", "", 404),
          fleetio("POST", "/api/v1/bulk_api_jobs", BULK, 201),
          fleetio("POST", "/api/bulk_api_jobs", BULK, 201),
          fleetio("GET", "/api/v1/bulk_api_jobs/" + BULK_JOB, "", 404),
          fleetio("GET", "/api/bulk_api_jobs/" + BULK_JOB, "", 404),
          fleetio("GET", "/api/v1/vehicles/1", "", 404),
          fleetio("GET", "/api/vehicles/1", "", 404),
          fleetio("GET", "/api/v1/vehicles", "", 200),
          fleetio("PATCH", "/api/v1/vehicles/1", "{\"color\":\"red\"}", 404),
          fleetio("PATCH", "/api/v1/vehicles/1/archive", "", 404),
          fleetio("PATCH", "/api/v1/vehicles/1/restore", "", 404),
          fleetio("DELETE", "/api/v1/vehicles/1", "", 404),
          fleetio("GET", "/api/v1/vehicles/1/meter_entries", "", 404),
          fleetio("GET", "/api/v1/vehicles/1/location_entries", "", 404),
          fleetio("GET", "/api/v1/vehicles/1/vehicle_assignments", "", 404),
          fleetio("GET", "/api/v1/vehicles/1/current_assignment", "", 404),
          fleetio("GET", "/api/v1/vehicles/1/linked_vehicles", "", 404),
          fleetio("GET", "/api/v1/vehicles/1/fuel_entries", "", 404),
          fleetio("GET", "/api/v1/contacts", "", 200),
          fleetio("GET", "/api/v1/contacts?include_archived=1", "", 200),
          fleetio("GET", "/api/v2/contacts/1", "", 404),
          fleetio("PATCH", "/api/v1/contacts/1", "{\"city\":\"Rome\"}", 404),
          fleetio("PATCH", "/api/v1/contacts/1/archive", "", 404),
          fleetio("PATCH", "/api/v1/contacts/1/restore", "", 404),
          fleetio("DELETE", "/api/v1/contacts/1", "", 404),
          fleetio("POST", "/api/v1/contacts", "{\"first_name\":\"A\",\"group_id\":1}", 422),
          fleetio("GET", "/api/v1/vehicle_assignments", "", 200),
          fleetio("GET", "/api/v1/vehicle_assignments/1", "", 404),
          fleetio("POST", "/api/v1/vehicle_assignments", ASSIGNMENT, 422),
          fleetio("PATCH", "/api/v1/vehicle_assignments/1", ASSIGNMENT, 404),
          fleetio("PATCH", "/api/v1/vehicle_assignments/1/unassign", "", 404),
          fleetio("DELETE", "/api/v1/vehicle_assignments/1", "", 404),
          fleetio("GET", "/api/v1/meter_entries", "", 200),
          fleetio("GET", "/api/v1/meter_entries/1", "", 404),
          fleetio("POST", "/api/v1/meter_entries", METER_ENTRY, 422),
          fleetio("PATCH", "/api/v1/meter_entries/1", "{\"value\":9}", 404),
          fleetio("DELETE", "/api/v1/meter_entries/1", "", 404),
          fleetio("GET", "/api/v1/location_entries", "", 200),
          fleetio("GET", "/api/v1/location_entries/1", "", 404),
          fleetio("POST", "/api/v1/location_entries", LOCATION_ENTRY, 422),
          fleetio("PATCH", "/api/v1/location_entries/1", "{\"latitude\":9}", 404),
          fleetio("DELETE", "/api/v1/location_entries/1", "", 404),
          fleetio("GET", "/api/v1/faults", "", 200),
          fleetio("GET", "/api/v1/faults/1", "", 404),
          fleetio("POST", "/api/v1/faults", FAULT, 422),
          fleetio("PATCH", "/api/v1/faults/1", "{\"count\":9}", 404),
          fleetio("DELETE", "/api/v1/faults/1", "", 404),
          fleetio("GET", "/api/v1/fault_rules", "", 200),
          fleetio("GET", "/api/v1/fault_rules/1", "", 404),
          fleetio("PATCH", "/api/v1/fault_rules/1", "{\"name\":\"x\"}", 404),
          fleetio("DELETE", "/api/v1/fault_rules/1", "", 404),
          fleetio("GET", "/api/v1/groups", "", 200),
          fleetio("GET", "/api/v1/groups/1", "", 404),
          fleetio("PATCH", "/api/v1/groups/1", "{\"name\":\"x\"}", 404),
          fleetio("DELETE", "/api/v1/groups/1", "", 404),
          fleetio("GET", "/api/v1/labels", "", 200),
          fleetio("GET", "/api/v1/labels/101", "", 404),
          fleetio("GET", "/api/v1/vehicle_types/101", "", 404),
          fleetio("PATCH", "/api/v1/vehicle_types/101", "{\"name\":\"x\"}", 404),
          fleetio("DELETE", "/api/v1/vehicle_types/101", "", 404),
          fleetio("GET", "/api/v1/vehicle_statuses/101", "", 404),
          fleetio("GET", "/api/v1/fuel_types/101", "", 404),
          fleetio("GET", "/api/v1/webhooks", "", 200),
          fleetio("GET", "/api/v1/webhooks/1", "", 404),
          fleetio("PATCH", "/api/v1/webhooks/1", "{\"enabled\":false}", 404),
          fleetio("DELETE", "/api/v1/webhooks/1", "", 404),
          fleetio("GET", "/api/v1/webhook_events", "", 200),
          onfleet("GET", "/auth/test", "", 200),
          onfleet("GET", "/organization", "", 200),
          onfleet("GET", "/organizations/000000000000000000000000", "", 401),
          onfleet("GET", "/admins", "", 200),
          onfleet("POST", "/admins", "{\"name\":\"Mina\",\"email\":\"mina@example.org\"}", 200),
          onfleet("GET", "/webhooks", "", 200),
          onfleet("GET", "/customFields/Task", "", 200),
          onfleet("POST", "/tasks/batch", "{\"tasks\":[]}", 200),
          onfleet("GET", "/tasks/batch/000000000000000000000000", "", 404),
          onfleet("GET", "/routePlans", "", 200),
          onfleet("POST", "/integrations/marketplace", "{}", 400),
          trimble("GET", "/drivers", "", 200),
          trimble("POST", "/drivers", "[{\"driverId\":\"K-1\"}]", 200),
          trimble("PUT", "/drivers", "[{\"driverId\":\"~1\",\"Name\":\"Other\"}]", 200),
          trimble("DELETE", "/drivers?driverId=~1", "", 400),
          trimble("DELETE", "/drivers/~1", "", 400),
          trimble("GET", "/vehicles", "", 200),
          trimble("POST", "/vehicles", "[{\"vehicleId\":\"V-1\"}]", 200),
          trimble("PUT", "/vehicles", "[{\"vehicleId\":\"Van\",\"Name\":\"Other\"}]", 200),
          trimble("DELETE", "/vehicles?vehicleId=Van", "", 400),
          trimble("DELETE", "/vehicles/Van", "", 400),
          trimble("POST", "/vehiclegroups", "[{\"vehicleGroupName\":\"North\"}]", 200),
          trimble("PUT", "/vehiclegroups/1", "{\"vehicleGroupName\":\"North\"}", 400),
          trimble("POST", "/drivergroups", "[{\"driverGroupName\":\"Night\"}]", 200),
          trimble("PUT", "/drivergroups/101", "{\"driverGroupName\":\"Night\"}", 400));

  private static final String TRIMBLE = "/api/assets/v1";

  /**
   * Where tokens come from: a server of its own, so that the functions which are tried have not
   * seen the keys when they were still good.
   */
  private static final LocalServer ISSUER = TestServer.startBesideShared();

  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  private final Tenant owner = TestServer.tenant();
  private final Tenant revoked = TestServer.tenant();
  private final Tenant disabled = TestServer.tenant();

  private static Call fieldOpt(String method, String path, String body, int foreign) {
    return new Call(Dialect.FIELDOPT, method, "/api/v1" + path, body, foreign);
  }

  private static Call fleetio(String method, String path, String body, int foreign) {
    return new Call(Dialect.FLEETIO, method, path, body, foreign);
  }

  private static Call frachtPilot(String method, String path, String body, int foreign) {
    return new Call(Dialect.FRACHTPILOT, method, "/api_v2" + path, body, foreign);
  }

  private static Call onfleet(String method, String path, String body, int foreign) {
    return new Call(Dialect.ONFLEET, method, "/api/v2" + path, body, foreign);
  }

  private static Call trimble(String method, String path, String body, int foreign) {
    return new Call(Dialect.TRIMBLE, method, TRIMBLE + path, body, foreign);
  }

  static List<Call> calls() {
    return CALLS;
  }

  /** Every route of every function, but for the one at which keys are shown to get in. */
  static List<Call> allCalls() {
    return Stream.concat(
            CALLS.stream(),
            Surface.of(TestServer.shared()).stream()
                .filter(asked -> !asked.pattern().endsWith("/authenticate"))
                .map(
                    asked ->
                        new Call(
                            asked.dialect(),
                            asked.method(),
                            asked.pattern().replace("{}", "1"),
                            "",
                            404)))
        .toList();
  }

  @BeforeAll
  void aFleetToReachFor() {
    Http fieldOpt = Http.fieldOpt(owner);
    fieldOpt.post("/technicians", TECHNICIAN);
    fieldOpt.post("/jobs", JOB);
    fieldOpt.post("/jobs", JOB);
    fieldOpt.post("/assignments", "{\"job_id\":1,\"technician_id\":1}");
    Http frachtPilot = Http.frachtPilot(owner);
    frachtPilot.post("/accounts", "{\"lastName\":\"Moll\"}");
    frachtPilot.post("/tours", TOUR);
    TestServer.store()
        .commit(
            owner.caller(),
            BulkJobs.open(BULK_JOB, Dialect.FLEETIO, "vehicle", "create", List.of(VEHICLE)));
    TestServer.shared()
        .invoke(
            "BulkFunction",
            "{\"Records\":[{\"messageId\":\"1\",\"body\":\"{\\\"organization\\\":%s,\\\"job\\\":\\\"%s\\\"}\"}]}"
                .formatted(owner.id(), BULK_JOB));
    for (Tenant tenant : List.of(revoked, disabled)) {
      String _ =
          TOKENS.computeIfAbsent(tenant.key(Dialect.TRIMBLE), CredentialsContractTest::token);
    }
    Http fleetio = Http.fleetio(owner);
    RECORDS.forEach(
        (path, record) -> {
          Reply made = fleetio.post(path, record);
          assertThat(made.status()).as(path + made.text()).isEqualTo(201);
        });
    assertThat(fleetio.post("/fuel_types", "{\"name\":\"Wood\"}").status()).isEqualTo(201);
    for (Dialect dialect : Dialect.values()) {
      String hash = ApiKey.hash(revoked.key(dialect));
      TestServer.store()
          .commit(OPERATOR, Organizations.revoke(revoked.organization().number(), hash));
    }
    TestServer.store()
        .commit(
            OPERATOR,
            Organizations.revise(
                disabled.organization().number(),
                Optional.empty(),
                Optional.of(false),
                Optional.empty()));
  }

  @Test
  void everyPathOfEveryDialectIsCalled() {
    List<Call> calls = allCalls();

    assertThat(TestServer.shared().template().routes())
        .filteredOn(route -> route.authorization() == Authorization.NONE)
        .extracting(Route::path)
        .allSatisfy(
            path -> {
              String start = path.replace("/{proxy+}", "");
              assertThat(calls).anyMatch(call -> call.path().startsWith(start));
            });
  }

  @Test
  void theOwnerReachesWhatOthersReachFor() {
    CALLS.stream()
        .filter(call -> call.method().equals("GET"))
        .filter(call -> !call.path().matches(".*/0{24}")) // no record is called that
        .forEach(
            call ->
                assertThat(send(call, headers(call, owner)).status())
                    .as("%s", call)
                    .isEqualTo(200));
  }

  @ParameterizedTest
  @MethodSource("allCalls")
  void nobodyIsLetInWithoutAKeyOfTheDialect(Call call) {
    Map<String, String> good = headers(call, owner);
    Map<String, Map<String, String>> strangers = new LinkedHashMap<>();
    strangers.put("no key", changed(good, ""));
    for (String malformed :
        List.of("Bearer", "Token", "Token token=", "Basic Zm9vOmJhcg==", "%00", "\u00e9")) {
      strangers.put(malformed, changed(good, malformed));
    }
    strangers.put("no such key", changed(good, authorization(call.dialect(), "0".repeat(32))));
    for (Dialect other : Dialect.values()) {
      if (other != call.dialect()) {
        strangers.put(
            "the key of " + other, changed(good, authorization(call.dialect(), owner.key(other))));
      }
    }
    if (call.dialect() == Dialect.TRIMBLE) {
      strangers.put("a token that was good", changed(good, "Bearer " + expired(owner)));
      strangers.put("a token that others signed", changed(good, "Bearer " + forged(owner)));
    }
    if (call.dialect() == Dialect.FRACHTPILOT) {
      for (String signature : List.of("", "x", Http.csrf("", LocalDate.of(2025, 3, 9)))) {
        strangers.put(
            "the signature " + signature,
            new Http(TestServer.shared().uri(), good).with("X-CSRF-TOKEN", signature).headers());
      }
    }
    strangers.put("a revoked key", headers(call, revoked));
    strangers.put("the key of a disabled organization", headers(call, disabled));
    long before = owned();

    strangers.forEach(
        (who, headers) -> {
          Reply reply = send(call, headers);
          assertThat(reply.status()).as("%s with %s: %s", call, who, reply.text()).isEqualTo(401);
          assertThat(reply.header("www-authenticate"))
              .as("%s with %s", call, who)
              .hasValue(scheme(call.dialect()));
          assertThat(reply.json().at(form(call.dialect())).asText())
              .as("%s with %s: %s", call, who, reply.text())
              .isNotEmpty();
        });

    assertThat(owned()).isEqualTo(before);
  }

  @Test
  void aKeyIsNoneForTheAccountOfAnother() {
    Tenant other = TestServer.tenant();
    CALLS.stream()
        .filter(call -> call.dialect() == Dialect.FLEETIO)
        .forEach(
            call -> {
              Map<String, String> mixed = new LinkedHashMap<>(headers(call, other));
              mixed.put("Account-Token", owner.organization().accountToken());
              assertThat(send(call, mixed).status()).as("%s", call).isEqualTo(401);
            });
  }

  @ParameterizedTest
  @MethodSource("calls")
  void nothingOfAnotherOrganizationIsWithinReach(Call call) {
    Tenant other = TestServer.tenant();
    Snapshot fleet = TestServer.store().snapshot(owner.caller());
    long before = owned();

    Reply reply = send(call, headers(call, other));

    assertThat(reply.status()).as(reply.text()).isEqualTo(call.foreign());
    assertThat(owned()).isEqualTo(before);
    assertThat(TestServer.store().snapshot(owner.caller()).get(Kind.TASK.number(1)))
        .isEqualTo(fleet.get(Kind.TASK.number(1)));
    if (call.method().equals("GET") && call.foreign() == 200) {
      assertThat(reply.json().isArray() ? reply.json().size() : total(reply)).isZero();
    }
  }

  private static int total(Reply summary) {
    return summary.json().path("total_jobs").intValue() + summary.json().path("records").size();
  }

  /** How much there is of the organization that the strangers reach for. */
  private long owned() {
    Snapshot fleet = TestServer.store().snapshot(owner.caller());
    return Stream.of(
            Kind.TASK,
            Kind.WORKER,
            Kind.VEHICLE,
            Kind.VEHICLE_ASSIGNMENT,
            Kind.METER_ENTRY,
            Kind.LOCATION_ENTRY,
            Kind.FAULT,
            Kind.FAULT_RULE,
            Kind.GROUP,
            Kind.LABEL,
            Kind.VEHICLE_TYPE,
            Kind.WEBHOOK)
        .mapToLong(kind -> fleet.all(new Listing.Everything<>(kind)).size())
        .sum();
  }

  /** Where the dialect's errors say what is wrong. */
  private static String form(Dialect dialect) {
    return switch (dialect) {
      case FIELDOPT, FRACHTPILOT -> "/detail";
      case FLEETIO -> "/title";
      case ONFLEET -> "/message/error";
      case TRIMBLE -> "/error/message";
    };
  }

  private static String expired(Tenant tenant) {
    return signed(tenant, TestServer.store().secret("trimble"), Instant.now().minusSeconds(60));
  }

  private static String forged(Tenant tenant) {
    return signed(tenant, new byte[32], Instant.now().plusSeconds(600));
  }

  private static String signed(Tenant tenant, byte[] secret, Instant until) {
    return JWT.create()
        .withIssuer("interline/trimble")
        .withSubject(ApiKey.hash(tenant.key(Dialect.TRIMBLE)))
        .withClaim("account", tenant.organization().number())
        .withIssuedAt(until.minusSeconds(3600))
        .withExpiresAt(until)
        .sign(Algorithm.HMAC256(secret));
  }

  private static String scheme(Dialect dialect) {
    return switch (dialect) {
      case FLEETIO -> "Token";
      case ONFLEET -> "Basic";
      case FRACHTPILOT -> "X-AUTH-TOKEN";
      case FIELDOPT, TRIMBLE -> "Bearer";
    };
  }

  private static String authorization(Dialect dialect, String key) {
    return switch (dialect) {
      case ONFLEET -> Http.basic(key + ":");
      case FRACHTPILOT -> key;
      case FLEETIO, FIELDOPT, TRIMBLE -> scheme(dialect) + " " + key;
    };
  }

  private static String token(String key) {
    return Http.trimbleToken(ISSUER, key);
  }

  private static Map<String, String> headers(Call call, Tenant tenant) {
    Organization organization = tenant.organization();
    Map<String, String> headers = new LinkedHashMap<>();
    if (call.dialect() == Dialect.FRACHTPILOT) {
      return Http.frachtPilot(tenant).headers();
    }
    String key = tenant.key(call.dialect());
    headers.put(
        "Authorization",
        authorization(
            call.dialect(),
            call.dialect() == Dialect.TRIMBLE
                ? TOKENS.computeIfAbsent(key, CredentialsContractTest::token)
                : key));
    if (call.dialect() == Dialect.FLEETIO) {
      headers.put("Account-Token", organization.accountToken());
    }
    return headers;
  }

  private static Map<String, String> changed(Map<String, String> headers, String authorization) {
    return new Http(TestServer.shared().uri(), headers)
        .with(headers.containsKey("X-AUTH-TOKEN") ? "X-AUTH-TOKEN" : "Authorization", authorization)
        .headers();
  }

  private static Reply send(Call call, Map<String, String> headers) {
    return new Http(TestServer.shared().uri(), headers)
        .send(call.method(), call.path(), call.body());
  }
}

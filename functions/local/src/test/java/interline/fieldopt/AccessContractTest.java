package interline.fieldopt;

import static interline.fieldopt.Dispatcher.assertRefused;
import static interline.fieldopt.Dispatcher.ids;
import static org.assertj.core.api.Assertions.assertThat;

import interline.fleet.ApiKey;
import interline.fleet.Caller;
import interline.fleet.Dialect;
import interline.fleet.OrganizationId;
import interline.fleet.Organizations;
import interline.fleet.Store;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.LocalServer;
import interline.local.Tenant;
import interline.local.TestServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call. The contract knows no credentials and leaves the choice: fieldopt §11. */
class AccessContractTest {

  private static final List<String> PATHS =
      List.of(
          "/technicians/",
          "/technicians/1",
          "/jobs/",
          "/jobs/1",
          "/jobs/summary",
          "/assignments/job/1",
          "/routing/best-tech/1");

  private static final Caller OPERATOR = new Caller(OrganizationId.OPERATOR, "test");

  @SuppressWarnings("NullAway.Init") // before all
  private static LocalServer open;

  private final Tenant tenant = TestServer.tenant();
  private final Http http = Http.fieldOpt(tenant);

  @BeforeAll
  static void startOpen() {
    open = TestServer.startOpen();
  }

  @AfterAll
  static void stop() {
    open.close();
  }

  private static Http openToAnybody() {
    return new Http(open.uri().resolve("/api/v1"), Map.of());
  }

  // fieldopt §11: off where the stack does not say open, as when deployed
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer wrong",
        "Basic Zm9vOmJhcg==",
        "fieldoptsecret",
        "Bearerx y"
      })
  void aClosedStackNeedsAKey(String authorization) {
    for (String path : PATHS) {
      Reply reply = http.with("Authorization", authorization).get(path);

      assertRefused(reply, 401, "Not authenticated");
      assertThat(reply.header("www-authenticate")).hasValue("Bearer");
    }
    Reply reply =
        http.with("Authorization", authorization).post("/technicians/", "{\"name\": \"T\"}");
    assertRefused(reply, 401, "Not authenticated");
    assertThat(ids(http.get("/technicians/"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer %s", "bearer %s", "BEARER   %s"})
  void aKeyOpensItsFleet(String authorization) {
    Http caller = http.with("Authorization", authorization.formatted(tenant.key(Dialect.FIELDOPT)));

    assertThat(caller.post("/technicians/", "{\"name\": \"T\"}").status()).isEqualTo(201);
    assertThat(ids(caller.get("/technicians/"))).hasSize(1);
  }

  @Test
  void aKeyOpensNoOtherFleet() {
    long job = new Dispatcher(http).job();
    long technician = new Dispatcher(http).technician();
    Dispatcher other = new Dispatcher();

    assertRefused(other.get("/jobs/" + job), 404, "Job not found");
    assertRefused(other.get("/technicians/" + technician), 404, "Technician not found");
    assertRefused(other.assigning(job, technician), 404, "Job not found");
    assertThat(ids(other.get("/jobs/"))).isEmpty();
    assertThat(ids(other.get("/technicians/"))).isEmpty();
    assertThat(ids(http.get("/jobs/"))).containsExactly(job);
  }

  @Test
  void aKeyOfAnotherDialectOpensNothing() {
    for (Dialect dialect : Dialect.values()) {
      if (dialect != Dialect.FIELDOPT) {
        assertRefused(
            http.with("Authorization", "Bearer " + tenant.key(dialect)).get("/jobs/"),
            401,
            "Not authenticated");
      }
    }
  }

  @Test
  void aRevokedKeyOpensNothing() {
    String hash = ApiKey.hash(tenant.key(Dialect.FIELDOPT));
    TestServer.store().commit(OPERATOR, Organizations.revoke(tenant.organization().number(), hash));

    assertRefused(http.get("/jobs/"), 401, "Not authenticated");
  }

  @Test
  void aKeyOfADisabledOrganizationOpensNothing() {
    disable(TestServer.store(), tenant.organization().number());

    assertRefused(http.get("/jobs/"), 401, "Not authenticated");
  }

  // Whether there is such a path is no secret
  @Test
  void pathsAndMethodsAreToldToAnybody() {
    Http stranger = http.with("Authorization", "");

    assertRefused(stranger.get("/jobs/1/nothing"), 404, "Not Found");
    assertRefused(stranger.delete("/jobs/1"), 405, "Method Not Allowed");
  }

  // fieldopt §1: no authentication
  @Test
  void anOpenStackNeedsNoKey() {
    for (String authorization : List.of("", "Basic Zm9vOmJhcg==")) {
      Reply reply =
          openToAnybody()
              .with("Authorization", authorization)
              .post("/technicians/", "{\"name\": \"T\"}");

      assertThat(reply.status()).isEqualTo(201);
    }
    assertThat(ids(openToAnybody().get("/technicians/"))).hasSize(2);
  }

  @Test
  void aKeyIsCheckedAndUsedEvenWhereNoneIsNeeded() {
    Tenant other = Tenant.create(TestServer.store(open.stack()));
    Http caller = openToAnybody().with("Authorization", "Bearer " + other.key(Dialect.FIELDOPT));
    long job = new Dispatcher(caller).job();

    assertThat(ids(caller.get("/jobs/"))).containsExactly(job);
    assertThat(ids(openToAnybody().get("/jobs/"))).isEmpty();
    for (String wrong : List.of("Bearer wrong", "Bearer", "Bearer " + other.key(Dialect.ONFLEET))) {
      assertRefused(
          openToAnybody().with("Authorization", wrong).get("/jobs/"), 401, "Not authenticated");
    }
  }

  @Test
  void anOpenStackWhoseOrganizationIsDisabledIsShut() {
    try (LocalServer server = TestServer.startOpen()) {
      disable(TestServer.store(server.stack()), 1);

      assertRefused(
          new Http(server.uri().resolve("/api/v1"), Map.of()).get("/jobs/"),
          401,
          "Not authenticated");
    }
  }

  private static void disable(Store store, long organization) {
    store.commit(
        OPERATOR,
        Organizations.revise(organization, Optional.empty(), Optional.of(false), Optional.empty()));
  }
}

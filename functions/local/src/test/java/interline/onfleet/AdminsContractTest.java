package interline.onfleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Identity;
import interline.fleet.Kind;
import interline.fleet.Metadata;
import interline.fleet.Said;
import interline.fleet.Team;
import interline.fleet.Teams;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.Tenant;
import interline.local.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Administrators: onfleet 1 §6.3, §6.4. */
class AdminsContractTest {

  private final Tenant tenant = TestServer.tenant();
  private final Http client = Http.onfleet(tenant);

  @Test
  void anAdministratorIsMadeListedChangedAndTakenAway() {
    Reply made =
        client.post("/admins", "{\"name\":\"Mina Okafor\",\"email\":\"mina@example.org\"}");

    assertThat(made.status()).as(made.text()).isEqualTo(200);
    JsonNode admin = made.json();
    String id = admin.path("id").textValue();
    assertThat(id).matches("[A-Za-z0-9*~]{24}");
    assertThat(admin.path("organization").textValue())
        .isEqualTo(new Identity(tenant.id()).ofOrganization());
    assertThat(admin.path("timeCreated").longValue() % 1000).isZero();
    assertThat(admin.path("name").textValue()).isEqualTo("Mina Okafor");
    assertThat(admin.path("email").textValue()).isEqualTo("mina@example.org");
    assertThat(admin.path("type").textValue()).isEqualTo("standard");
    assertThat(admin.path("isActive").booleanValue()).isFalse();
    assertThat(admin.path("isReadOnly").booleanValue()).isFalse();
    assertThat(admin.path("isAccountOwner").booleanValue()).isFalse();
    assertThat(admin.has("phone")).isFalse();
    assertThat(admin.path("teams").isArray()).isTrue();
    assertThat(admin.path("metadata").isArray()).isTrue();
    assertThat(client.get("/admins/" + id).json()).isEqualTo(admin);
    assertThat(client.get("/admins").json()).containsExactly(admin);

    Reply changed =
        client.put(
            "/admins/" + id, "{\"phone\":\"(503) 555-0142\",\"isReadOnly\":true,\"name\":null}");
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.json().path("phone").textValue()).isEqualTo("+15035550142");
    assertThat(changed.json().path("isReadOnly").booleanValue()).isTrue();
    assertThat(changed.json().path("name").textValue()).isEqualTo("Mina Okafor");
    assertThat(changed.json().path("email").textValue()).isEqualTo("mina@example.org");

    assertThat(client.put("/admins/" + id, "null").json().path("phone").textValue())
        .isEqualTo("+15035550142");

    Reply gone = client.send("DELETE", "/admins/" + id, "null");
    assertThat(gone.status()).isEqualTo(200);
    assertThat(gone.text()).isEmpty();
    error(client.get("/admins/" + id), 404, 1402);
    error(client.delete("/admins/" + id), 404, 1402);
    error(client.put("/admins/" + id, "{}"), 404, 1402);
    assertThat(client.get("/admins").json()).isEmpty();
  }

  // onfleet 1 §6.4: more teams than one transaction holds beside the administrator
  @Test
  void whoManagesVeryManyTeamsIsTakenAwayInOneCall() {
    String id =
        client
            .post("/admins", "{\"name\":\"A\",\"email\":\"a@example.org\"}")
            .json()
            .path("id")
            .textValue();
    List<Long> managers =
        List.of(new Identity(tenant.id()).decode(Kind.ADMINISTRATOR, id).orElseThrow());
    for (int i = 0; i < 48; i++) {
      Team.Revision draft =
          new Team.Revision(
              new Said.Given<>("T" + i),
              new Said.Nothing<>(),
              new Said.Given<>(managers),
              new Said.Nothing<>(),
              new Said.Nothing<>(),
              Metadata.Revision.NOTHING);
      TestServer.store().commit(tenant.caller(), Teams.create(draft));
    }

    assertThat(client.delete("/admins/" + id).status()).isEqualTo(200);

    error(client.get("/admins/" + id), 404, 1402);
    JsonNode teams = client.get("/teams").json();
    assertThat(teams).hasSize(48);
    assertThat(teams).allSatisfy(team -> assertThat(team.path("managers")).isEmpty());
  }

  // onfleet 1 §5.2, §5.3
  @Test
  void administratorsAreFoundByTheirMetadata() {
    String floor = "{\"name\":\"floor\",\"type\":\"string\",\"value\":\"3rd\"}";
    String id =
        client
            .post(
                "/admins",
                "{\"name\":\"A\",\"email\":\"a@example.org\",\"metadata\":[%s]}".formatted(floor))
            .json()
            .path("id")
            .textValue();
    client.post("/admins", "{\"name\":\"B\",\"email\":\"b@example.org\"}");

    JsonNode found = client.post("/admins/metadata", "[" + floor + "]").json();

    assertThat(found).hasSize(1);
    assertThat(found.path(0).path("id").textValue()).isEqualTo(id);
    assertThat(found.path(0).path("metadata").path(0).path("value").textValue()).isEqualTo("3rd");
    Reply popped = client.put("/admins/" + id, "{\"metadata\":{\"$pop\":[{\"name\":\"floor\"}]}}");
    assertThat(popped.json().path("metadata")).isEmpty();
    assertThat(client.post("/admins/metadata", "[" + floor + "]").json()).isEmpty();
  }

  // onfleet 1 §4.4: an e-mail address that is in use
  @Test
  void noTwoHaveOneAddressOrOnePhone() {
    client.post(
        "/admins", "{\"name\":\"A\",\"email\":\"a@example.org\",\"phone\":\"+15035550142\"}");

    Reply taken = client.post("/admins", "{\"name\":\"B\",\"email\":\"A@Example.org\"}");

    error(taken, 400, 1004);
    JsonNode cause = taken.json().path("message").path("cause");
    assertThat(cause.path("type").textValue()).isEqualTo("duplicateKey");
    assertThat(cause.path("key").textValue()).isEqualTo("unknown");
    assertThat(cause.path("value").textValue()).isEqualTo("unknown");
    error(
        client.post(
            "/admins", "{\"name\":\"B\",\"email\":\"b@example.org\",\"phone\":\"503-555-0142\"}"),
        400,
        1004);
    assertThat(
            Http.onfleet(TestServer.tenant())
                .post("/admins", "{\"name\":\"A\",\"email\":\"a@example.org\"}")
                .status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "[]",
        "no json",
        "{\"name\":\"A\"}",
        "{\"email\":\"a@example.org\"}",
        "{\"name\":\" \",\"email\":\"a@example.org\"}",
        "{\"name\":\"A\",\"email\":\"nobody\"}",
        "{\"name\":\"A\",\"email\":\"a@example.org\",\"phone\":\"12\"}",
        "{\"name\":\"A\",\"email\":\"a@example.org\",\"type\":\"king\"}",
        "{\"name\":7,\"email\":\"a@example.org\"}"
      })
  void whatCannotBeMeantIsRefused(String body) {
    error(client.post("/admins", body), 400, 1000);
    assertThat(client.get("/admins").json()).isEmpty();
  }

  // onfleet 1 §6.4: the owner of the account, and so the last super, stays
  @Test
  void theFirstSuperOwnsTheAccountAndStays() throws Exception {
    List<Future<Reply>> made = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      IntStream.range(0, 8)
          .forEach(
              i ->
                  made.add(
                      threads.submit(
                          () ->
                              client.post(
                                  "/admins",
                                  "{\"name\":\"A\",\"type\":\"super\",\"email\":\"%s@example.org\"}"
                                      .formatted(i)))));
    }
    List<JsonNode> owners = new ArrayList<>();
    List<JsonNode> others = new ArrayList<>();
    for (Future<Reply> each : made) {
      assertThat(each.get().status()).as(each.get().text()).isEqualTo(200);
      JsonNode admin = each.get().json();
      (admin.path("isAccountOwner").booleanValue() ? owners : others).add(admin);
    }

    assertThat(owners).hasSize(1);
    String owner = "/admins/" + owners.getFirst().path("id").textValue();
    for (JsonNode other : others) {
      assertThat(client.delete("/admins/" + other.path("id").textValue()).status()).isEqualTo(200);
    }
    error(client.delete(owner), 400, 1000);
    error(client.put(owner, "{\"type\":\"standard\"}"), 400, 1000);
    assertThat(client.put(owner, "{\"name\":\"Renamed\"}").status()).isEqualTo(200);
  }

  private static void error(Reply reply, int status, int number) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.json().path("message").path("error").intValue())
        .as(reply.text())
        .isEqualTo(number);
  }
}

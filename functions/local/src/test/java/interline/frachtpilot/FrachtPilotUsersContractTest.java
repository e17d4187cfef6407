package interline.frachtpilot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.ApiKey;
import interline.fleet.Dialect;
import interline.fleet.Kind;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.Tenant;
import interline.local.TestServer;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Users, their keys and rights. */
class FrachtPilotUsersContractTest {

  private final Tenant tenant = TestServer.tenant();
  private final Http admin = Http.frachtPilot(tenant);

  private JsonNode user(String more) {
    Reply reply =
        admin.post("/users", "{\"firstName\":\"Ina\",\"lastName\":\"Brand\"" + more + "}");
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.json();
  }

  private Http keyed(long id, String mail) {
    Reply key = admin.post("/users/" + id + "/api_key", "");
    assertThat(key.status()).as(key.text()).isEqualTo(201);
    return Http.frachtPilot(key.json().path("apiKey").textValue(), mail);
  }

  private Http withRoles(String roles) {
    return keyed(user(",\"roles\":[" + roles + "]").path("id").longValue(), "");
  }

  private long owner() {
    admin.get("/me");
    for (JsonNode user : admin.get("/users").json()) {
      if (user.path("isOwner").booleanValue()) {
        return user.path("id").longValue();
      }
    }
    throw new AssertionError("No owner");
  }

  // frachtpilot §6.4
  @Test
  void aUserIsMadeShownAndRemoved() {
    String mail = UUID.randomUUID() + "@hof.example";
    Reply made =
        admin.post(
            "/users",
            """
            {"firstName":"Ina","lastName":"Brand","email":"%s","roles":["office"],\
            "rights":["users.write"],"isOwner":true,"unknown":1}\
            """
                .formatted(mail));

    assertThat(made.status()).as(made.text()).isEqualTo(201);
    long id = made.json().path("id").longValue();
    assertThat(made.header("Location")).hasValue("/api_v2/users/" + id);
    assertThat(made.json().path("isOwner").booleanValue()).isFalse();
    assertThat(made.json().path("hasApiKey").booleanValue()).isFalse();
    assertThat(made.json().path("rights").toString()).isEqualTo("[\"users.write\"]");
    assertThat(admin.get("/users/" + id).json()).isEqualTo(made.json());
    assertThat(admin.delete("/users/" + id).status()).isEqualTo(204);
    assertThat(admin.get("/users/" + id).status()).isEqualTo(404);
  }

  // frachtpilot §10.12
  @Test
  void check12AKeyForTheOwnerIs409() {
    long owner = owner();

    assertThat(admin.post("/users/" + owner + "/api_key", "").status()).isEqualTo(409);
    assertThat(admin.delete("/users/" + owner).status()).isEqualTo(409);
    assertThat(admin.patch("/users/" + owner, "{\"active\":false}").status()).isEqualTo(409);
    assertThat(admin.patch("/users/" + owner, "{\"roles\":[]}").status()).isEqualTo(409);
    assertThat(admin.patch("/users/" + owner, "{\"lastName\":\"Ebers\"}").status()).isEqualTo(200);
  }

  // frachtpilot §10.13
  @Test
  void check13ARotatedKeyIs401AtOnce() {
    long id = user(",\"roles\":[\"readonly\"]").path("id").longValue();
    Http old = keyed(id, "");
    assertThat(old.get("/me").status()).isEqualTo(200);

    Http fresh = keyed(id, "");

    assertThat(old.get("/me").status()).isEqualTo(401);
    assertThat(fresh.get("/me").status()).isEqualTo(200);
    assertThat(admin.get("/users/" + id).json().path("hasApiKey").booleanValue()).isTrue();
    assertThat(admin.delete("/users/" + id + "/api_key").status()).isEqualTo(204);
    assertThat(fresh.get("/me").status()).isEqualTo(401);
  }

  // frachtpilot §6.4: keys are stored hashed, with 32 characters of chance or more
  @Test
  void aKeyIsShownOnceAndKeptHashed() {
    long id = user("").path("id").longValue();
    Reply key = admin.post("/users/" + id + "/api_key", "");
    String secret = key.json().path("apiKey").textValue();

    assertThat(secret.length()).isGreaterThanOrEqualTo(32);
    assertThat(key.header("Cache-Control")).hasValue("no-store");
    assertThat(
            TestServer.store()
                .snapshot(tenant.caller())
                .find(Kind.API_KEY.id(ApiKey.hash(secret)))
                .map(ApiKey::dialect))
        .hasValue(Dialect.FRACHTPILOT);
    assertThat(admin.get("/users/" + id).text()).doesNotContain(secret, ApiKey.hash(secret));
  }

  // frachtpilot §6.4: apiKeyLastUsedAt
  @Test
  void whenAKeyWasLastUsedIsKept() {
    long id = user("").path("id").longValue();
    Http client = keyed(id, "");
    JsonNode before = admin.get("/users/" + id).json();
    assertThat(before.path("apiKeyCreatedAt").isTextual()).isTrue();
    assertThat(before.path("apiKeyLastUsedAt").isNull()).isTrue();

    String seen = client.get("/me").json().path("apiKeyLastUsedAt").textValue();

    assertThat(OffsetDateTime.parse(seen))
        .isAfterOrEqualTo(OffsetDateTime.parse(before.path("apiKeyCreatedAt").textValue()));
    JsonNode after = admin.get("/users/" + id).json();
    assertThat(after.path("apiKeyLastUsedAt").textValue()).isEqualTo(seen);
    assertThat(after.path("updatedAt")).isEqualTo(before.path("updatedAt"));
    Http _ = keyed(id, "");
    assertThat(admin.get("/users/" + id).json().path("apiKeyLastUsedAt").isNull()).isTrue();
  }

  // frachtpilot §5.2, §6.4
  @Test
  void mailRightsAndActivityCountAtOnce() {
    long id = user(",\"roles\":[\"admin\"]").path("id").longValue();
    Http client = keyed(id, "");
    String mail = UUID.randomUUID() + "@hof.example";
    assertThat(client.get("/users").status()).isEqualTo(200);

    admin.patch("/users/" + id, "{\"email\":\"" + mail + "\"}");
    assertThat(client.get("/me").status()).isEqualTo(401);
    client = client.with("X-CSRF-TOKEN", Http.csrf(mail));
    assertThat(client.get("/me").status()).isEqualTo(200);

    admin.patch("/users/" + id, "{\"roles\":[\"picker\"]}");
    assertThat(client.get("/users").status()).isEqualTo(403);

    admin.patch("/users/" + id, "{\"active\":false}");
    assertThat(client.get("/me").status()).isEqualTo(401);
  }

  // frachtpilot §6.4: unique over all companies
  @Test
  void aMailIsOneUsersInAllCompanies() {
    String mail = UUID.randomUUID() + "@hof.example";
    user(",\"email\":\"" + mail + "\"");

    Reply other =
        Http.frachtPilot(TestServer.tenant())
            .post("/users", "{\"firstName\":\"A\",\"lastName\":\"B\",\"email\":\"" + mail + "\"}");

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.json().at("/violations/0/propertyPath").textValue()).isEqualTo("email");
  }

  // frachtpilot §6.4: nobody may grant rights he lacks
  @Test
  void nobodyGrantsWhatTheyLack() {
    Http office = withRoles("\"office\"],\"rights\":[\"users.write\"");
    long id = user(",\"roles\":[\"admin\"]").path("id").longValue();

    assertThat(
            office
                .post("/users", "{\"firstName\":\"A\",\"lastName\":\"B\",\"roles\":[\"office\"]}")
                .status())
        .isEqualTo(201);
    assertThat(
            office
                .post("/users", "{\"firstName\":\"A\",\"lastName\":\"B\",\"roles\":[\"admin\"]}")
                .status())
        .isEqualTo(201);
    Http dispatcher = withRoles("\"dispatcher\"],\"rights\":[\"users.write\"");
    assertThat(
            dispatcher
                .post("/users", "{\"firstName\":\"A\",\"lastName\":\"B\",\"roles\":[\"office\"]}")
                .status())
        .isEqualTo(403);
    // What somebody has already is not granted again, but a key of theirs would be.
    assertThat(dispatcher.patch("/users/" + id, "{\"lastName\":\"Ebers\"}").status())
        .isEqualTo(200);
    assertThat(dispatcher.post("/users/" + id + "/api_key", "").status()).isEqualTo(403);
  }

  // frachtpilot §10.8, users
  @Test
  void aReadonlyUserHasNoSayInUsers() {
    Http readonly = withRoles("\"readonly\"");

    assertThat(readonly.get("/me").json().path("rights").toString())
        .isEqualTo("[\"accounts.read\",\"orders.read\",\"tours.read\"]");
    assertThat(readonly.get("/users").status()).isEqualTo(403);
    assertThat(readonly.post("/users", "{}").status()).isEqualTo(403);
    assertThat(withRoles("\"office\"").post("/users", "{}").status()).isEqualTo(403);
  }

  // frachtpilot §5.5, §5.6
  @Test
  void putReplacesAndPatchMerges() {
    long id = user(",\"rights\":[\"orders.read\"],\"roles\":[\"picker\"]").path("id").longValue();

    JsonNode patched = admin.patch("/users/" + id, "{\"lastName\":\"Ebers\"}").json();
    assertThat(patched.path("roles").toString()).isEqualTo("[\"picker\"]");
    JsonNode put =
        admin.put("/users/" + id, "{\"firstName\":\"Ina\",\"lastName\":\"Ebers\"}").json();
    assertThat(put.path("roles")).isEmpty();
    assertThat(put.path("rights")).isEmpty();
    Reply empty = admin.put("/users/" + id, "{\"roles\":[\"king\"],\"email\":\"nobody\"}");
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.json().path("violations").findValuesAsText("propertyPath"))
        .containsExactlyInAnyOrder("roles", "firstName", "lastName", "email");
    assertThat(admin.put("/users/99999", "{}").status()).isEqualTo(404);
  }

  // Whoever gets work is a driver in every dialect
  @Test
  void aDriverIsATechnicianAndTheOtherWayRound() {
    Http fieldOpt = Http.fieldOpt(tenant);
    long driver = user(",\"roles\":[\"driver\"]").path("id").longValue();
    long office = user(",\"roles\":[\"office\"]").path("id").longValue();
    long technician =
        fieldOpt.post("/technicians", "{\"name\":\"Ella Fitz\"}").json().path("id").longValue();

    assertThat(fieldOpt.get("/technicians/" + driver).json().path("name").textValue())
        .isEqualTo("Ina Brand");
    assertThat(fieldOpt.get("/technicians/" + office).status()).isEqualTo(404);
    JsonNode user = admin.get("/users/" + technician).json();
    assertThat(user.path("roles").toString()).isEqualTo("[\"driver\"]");
    assertThat(user.path("lastName").textValue()).isEqualTo("Fitz");
    assertThat(admin.patch("/users/" + technician, "{\"roles\":[\"office\"]}").status())
        .isEqualTo(200);
    assertThat(fieldOpt.get("/technicians/" + technician).status()).isEqualTo(404);
  }

  // frachtpilot §10.14
  @Test
  void check14TheIdOfAnotherCompanyIs404() {
    long id = user("").path("id").longValue();
    Http stranger = Http.frachtPilot(TestServer.tenant());
    stranger.get("/me");

    assertThat(stranger.get("/users/" + (id + 1000)).status()).isEqualTo(404);
    assertThat(stranger.delete("/users/" + id).status()).isEqualTo(404);
    assertThat(stranger.post("/users/" + id + "/api_key", "").status()).isEqualTo(404);
  }
}

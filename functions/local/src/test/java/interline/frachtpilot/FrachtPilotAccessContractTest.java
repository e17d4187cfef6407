package interline.frachtpilot;

import static org.assertj.core.api.Assertions.assertThat;

import interline.fleet.ApiKey;
import interline.fleet.Caller;
import interline.fleet.Dialect;
import interline.fleet.Organization;
import interline.fleet.OrganizationId;
import interline.fleet.Organizations;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.Tenant;
import interline.local.TestServer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both headers of every request, formats and errors. */
class FrachtPilotAccessContractTest {

  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));

  private final Tenant tenant = TestServer.tenant();
  private final Http client = Http.frachtPilot(tenant);

  // frachtpilot §10.2
  @Test
  void check2TheTokenOfTwoDaysAgoIs401() {
    assertThat(client.with("X-CSRF-TOKEN", Http.csrf("", today.minusDays(2))).get("/me").status())
        .isEqualTo(401);
    assertThat(client.with("X-CSRF-TOKEN", Http.csrf("", today.minusDays(1))).get("/me").status())
        .isEqualTo(200);
    assertThat(client.with("X-CSRF-TOKEN", Http.csrf("", today.plusDays(1))).get("/me").status())
        .isEqualTo(200);
  }

  // frachtpilot §10.3
  @Test
  void check3WithoutATokenEvenAGetIs401() {
    Reply reply = client.with("X-CSRF-TOKEN", "").get("/me");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("Content-Type")).hasValue("application/problem+json");
    assertThat(reply.header("WWW-Authenticate")).hasValue("X-AUTH-TOKEN");
    assertThat(reply.json().path("status").intValue()).isEqualTo(401);
  }

  // frachtpilot §10.4
  @Test
  void check4AUserWithoutMailSignsWithTheDot() {
    Reply me = client.get("/me");

    assertThat(me.status()).as(me.text()).isEqualTo(200);
    assertThat(me.json().path("email").isNull()).isTrue();
    assertThat(me.json().path("roles").toString()).isEqualTo("[\"admin\"]");
    assertThat(me.json().path("rights").toString())
        .isEqualTo(
            "[\"accounts.read\",\"accounts.write\",\"orders.read\",\"orders.write\","
                + "\"tours.read\",\"tours.write\",\"users.read\",\"users.write\"]");
    assertThat(me.json().path("hasApiKey").booleanValue()).isTrue();
    assertThat(me.json().path("isOwner").booleanValue()).isFalse();
  }

  // frachtpilot §10.5
  @Test
  void check5AnotherUsersMailInTheTokenIs401() {
    String mail = UUID.randomUUID() + "@hof-linde.example";
    String secret = UUID.randomUUID().toString();
    TestServer.store()
        .commit(
            new Caller(OrganizationId.OPERATOR, "test"),
            Organizations.issue(
                tenant.organization().number(),
                new ApiKey.Draft(Dialect.FRACHTPILOT, "shop", Optional.of(mail)),
                secret));

    assertThat(Http.frachtPilot(secret, mail).get("/me").json().path("email").textValue())
        .isEqualTo(mail);
    assertThat(Http.frachtPilot(secret, "x" + mail).get("/me").status()).isEqualTo(401);
    assertThat(Http.frachtPilot(secret, "").get("/me").text())
        .isEqualTo(Http.frachtPilot("no such key", "").get("/me").text());
    assertThat(Http.frachtPilot(tenant.key(Dialect.FRACHTPILOT), mail).get("/me").status())
        .isEqualTo(401);
  }

  // frachtpilot §5.2: hex digits are compared without regard to case
  @Test
  void tokensInCapitalsAreAsGood() {
    String token = Http.csrf("", today).toUpperCase(java.util.Locale.ROOT);

    assertThat(client.with("X-CSRF-TOKEN", token).get("/me").status()).isEqualTo(200);
  }

  // frachtpilot §5.3
  @ParameterizedTest
  @ValueSource(strings = {"", "*/*", "application/ld+json", "text/html, application/*;q=0.8"})
  void linkedDataIsWhatClientsGetWhoDoNotSay(String accept) {
    Reply me = client.with("Accept", accept).get("/me/");

    assertThat(me.header("Content-Type")).hasValue("application/ld+json");
    assertThat(me.json().path("@type").textValue()).isEqualTo("User");
    assertThat(me.json().path("@context").textValue()).isEqualTo("/api_v2/contexts/User");
    assertThat(me.json().path("@id").textValue())
        .isEqualTo("/api_v2/users/" + me.json().path("id").asText());
  }

  // frachtpilot §5.1 row 3, §9.16
  @Test
  void aCompanyThatIsShutOffIs403() {
    Tenant shut =
        TestServer.tenant(new Organization.Limits(100_000, 100_000, Optional.empty(), false));

    assertThat(Http.frachtPilot(shut).get("/me").status()).isEqualTo(403);
    assertThat(Http.frachtPilot(shut).get("/users/1/2/3").status()).isEqualTo(403);
    assertThat(Http.frachtPilot(shut).with("X-CSRF-TOKEN", "x").get("/me").status()).isEqualTo(401);
  }

  // frachtpilot §5.6
  @Test
  void errorsAreInTheFormatThatIsWanted() {
    Reply linked = client.with("Accept", "application/ld+json").get("/users/99999");
    Reply plain = client.get("/users/99999");

    assertThat(linked.status()).isEqualTo(404);
    assertThat(linked.header("Content-Type")).hasValue("application/ld+json");
    assertThat(linked.json().path("@type").textValue()).isEqualTo("hydra:Error");
    assertThat(linked.json().has("hydra:description")).isTrue();
    assertThat(plain.header("Content-Type")).hasValue("application/problem+json");
    assertThat(plain.json().has("violations")).isFalse();
  }

  // frachtpilot §5.1
  @Test
  void whatIsNotThereIsToldApart() {
    assertThat(client.get("/users/1/2/3").status()).isEqualTo(404);
    assertThat(client.get("/users/x").status()).isEqualTo(404);
    Reply wrong = client.delete("/me");
    assertThat(wrong.status()).isEqualTo(405);
    assertThat(wrong.header("Allow")).hasValue("GET");
    assertThat(client.with("Accept", "text/html").get("/me").status()).isEqualTo(406);
    assertThat(client.post("/users", "{").status()).isEqualTo(400);
    assertThat(client.post("/users", "[]").status()).isEqualTo(400);
    // Nobody is told what there is without a key.
    assertThat(client.with("X-AUTH-TOKEN", "").delete("/me").status()).isEqualTo(401);
  }
}

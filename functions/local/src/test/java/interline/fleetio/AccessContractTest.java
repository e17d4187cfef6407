package interline.fleetio;

import static org.assertj.core.api.Assertions.assertThat;

import interline.fleet.ApiKey;
import interline.fleet.Caller;
import interline.fleet.Dialect;
import interline.fleet.OrganizationId;
import interline.fleet.Organizations;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.Tenant;
import interline.local.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call, and how often: fleetio §1 and §1.3. */
class AccessContractTest {

  private static final String VEHICLE = "/vehicles/1";
  private static final String JOB = "/bulk_api_jobs/3f0e2c9a-5b7d-4c1e-9a64-8d2b7f31c0e5";
  private static final Caller OPERATOR = new Caller(OrganizationId.OPERATOR, "test");

  private final Tenant tenant = TestServer.tenant();
  private final Http client = Http.fleetio(tenant);
  private final String key = tenant.key(Dialect.FLEETIO);

  @ParameterizedTest
  @ValueSource(strings = {"Token %s", "Token token=\"%s\"", "Token token=%s", "token %s"})
  void aKeyIsKnownInEverySpelling(String spelling) {
    Http spelled = client.with("Authorization", spelling.formatted(key));

    assertThat(spelled.get(VEHICLE).status()).isEqualTo(404);
    assertThat(spelled.get(JOB).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "%s",
        "Bearer %s",
        "Basic %s",
        "Token",
        "Token x%s",
        "Token %s x",
        "Token token="
      })
  void nobodyIsKnownOtherwise(String spelling) {
    unknown(client.with("Authorization", spelling.formatted(key)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x%s", "%s x"})
  void aKeyIsGoodWithTheTokenOfItsAccountOnly(String spelling) {
    unknown(client.with("Account-Token", spelling.formatted(tenant.organization().accountToken())));
  }

  @Test
  void theTokenOfAnotherAccountOpensNeither() {
    unknown(client.with("Account-Token", TestServer.tenant().organization().accountToken()));
  }

  @Test
  void theKeyOfAnotherDialectOpensNothing() {
    unknown(client.with("Authorization", "Token " + tenant.key(Dialect.ONFLEET)));
  }

  @Test
  void aRevokedKeyOpensNothing() {
    TestServer.store()
        .commit(OPERATOR, Organizations.revoke(tenant.organization().number(), ApiKey.hash(key)));

    unknown(client);
  }

  @Test
  void aDisabledAccountIsClosed() {
    TestServer.store()
        .commit(
            OPERATOR,
            Organizations.revise(
                tenant.organization().number(),
                Optional.empty(),
                Optional.of(false),
                Optional.empty()));

    unknown(client);
  }

  /** Calls beyond the limit are refused until the minute of the clock is over. */
  @Test
  void anAccountHasItsLimitInEachMinuteOfTheClock() {
    int limit = 5;
    BulkClient limited = withinAMinute(limit);

    Reply reply = limited.http().get(VEHICLE);

    Duration left = Duration.ofMillis(60_000 - System.currentTimeMillis() % 60_000);
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.json().propertyStream().map(Map.Entry::getKey)).containsExactly("error");
    assertThat(reply.json().path("error").textValue()).isNotBlank();
    long retryAfter = Long.parseLong(reply.header("Retry-After").orElseThrow());
    assertThat(retryAfter).isBetween(Math.max(1, left.toSeconds()), left.toSeconds() + 10);
    assertThat(limited.post("vehicle", "create", BulkClient.van("Van 1")).status()).isEqualTo(429);
    assertThat(client.get(VEHICLE).status()).isEqualTo(404);
  }

  @Test
  void whoIsNotKnownDoesNotUseUpTheLimit() {
    BulkClient limited = BulkClient.limited(1);
    for (int call = 0; call < 5; call++) {
      unknown(limited.http().with("Authorization", "Token x"));
    }

    assertThat(limited.http().get(VEHICLE).status()).isEqualTo(404);
  }

  /** An account that has made as many calls as it may, all in the minute that it still is. */
  private static BulkClient withinAMinute(int limit) {
    while (true) {
      BulkClient limited = BulkClient.limited(limit);
      long minute = Instant.now().getEpochSecond() / 60;
      for (int call = 0; call < limit; call++) {
        assertThat(limited.http().get(call % 2 == 0 ? VEHICLE : JOB).status()).isEqualTo(404);
      }
      if (Instant.now().plusSeconds(2).getEpochSecond() / 60 == minute) {
        return limited;
      }
    }
  }

  private static void unknown(Http stranger) {
    for (String path : new String[] {VEHICLE, JOB}) {
      Reply reply = stranger.get(path);
      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.json().propertyStream().map(Map.Entry::getKey))
          .containsExactly("status", "title", "detail", "instance");
      assertThat(reply.json().path("status").intValue()).isEqualTo(401);
      assertThat(reply.json().path("instance").textValue()).isEqualTo("/api/v1" + path);
    }
    assertThat(stranger.post("/bulk_api_jobs", "{}").status()).isEqualTo(401);
  }
}

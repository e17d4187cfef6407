package interline.fleetio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.ApiKey;
import interline.fleet.Caller;
import interline.fleet.Dialect;
import interline.fleet.OrganizationId;
import interline.fleet.Organizations;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.Tenant;
import interline.local.TestServer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who calls, where they live, and which version they speak: fleetio §1. */
class ApiUserContractTest {

  private static final Caller OPERATOR = new Caller(OrganizationId.OPERATOR, "test");

  private final Tenant tenant = TestServer.tenant();
  private final Http anybody = Http.fleetio(tenant);
  private final Http chicago = user("chicago", "America/Chicago", LocalDate.of(2023, 3, 1));

  @Test
  void tellsWhoTheUserIs() {
    Reply me = chicago.get("/users/me");

    assertThat(me.status()).isEqualTo(200);
    assertThat(me.json().path("id").longValue()).isPositive();
    assertThat(me.json().path("email").textValue()).isEqualTo("chicago@example.com");
    assertThat(me.json().path("username").textValue()).isEqualTo("chicago@example.com");
    assertThat(me.json().path("time_zone_name").textValue()).isEqualTo("America/Chicago");
    assertThat(anybody.get("/users/me").json().path("time_zone_name").textValue()).isEqualTo("UTC");
    assertThat(anybody.get("/users/me").json().path("id")).isNotEqualTo(me.json().path("id"));
  }

  // fleetio §1: GET /accounts works with the key alone
  @Test
  void tellsWhichAccountsAKeyOpensWithoutNamingOne() {
    Http keyOnly = chicago.with("Account-Token", "");

    JsonNode old = keyOnly.get("/accounts").json();
    assertThat(old)
        .hasToString(
            "[{\"name\":\"Test\",\"token\":\"%s\",\"role\":\"Administrator\"}]"
                .formatted(tenant.organization().accountToken()));

    Reply now = keyOnly.with("X-Api-Version", "2025-05-05").get("/accounts");
    assertThat(now.json().propertyStream().map(Map.Entry::getKey))
        .containsExactly(
            "start_cursor",
            "next_cursor",
            "per_page",
            "estimated_remaining_count",
            "filtered_by",
            "sorted_by",
            "records");
    assertThat(now.json().path("records").path(0).path("token").textValue())
        .isEqualTo(tenant.organization().accountToken());
    assertThat(keyOnly.get("/users/me").status()).isEqualTo(401);
    assertThat(keyOnly.with("Authorization", "Token x").get("/accounts").status()).isEqualTo(401);
  }

  @Test
  void aKeySpeaksTheVersionThatItWasLockedTo() {
    assertThat(chicago.get("/faults").json().isArray()).isTrue();
    assertThat(anybody.get("/faults").json().isObject()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2022-12-31, true",
    "2023-03-01, true",
    "2023-12-31, true",
    "2024-01-01, false",
    "2024-02-01, false",
    "2025-05-05, false",
    "2031-01-01, false"
  })
  void theHeaderChoosesAnotherVersion(String version, boolean array) {
    assertThat(anybody.with("X-Api-Version", version).get("/faults").json().isArray())
        .isEqualTo(array);
  }

  @Test
  void whatIsNoVersionIsRefused() {
    Reply reply = anybody.with("X-Api-Version", "newest").get("/users/me");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json()).hasToString("{\"errors\":{\"X-Api-Version\":[\"is invalid\"]}}");
  }

  // fleetio §1.1: no offset: the API user's zone; output: with the offset of that zone at the time
  @ParameterizedTest
  @CsvSource({
    "2026-07-01T08:00:00, 2026-07-01T08:00:00.000-05:00",
    "2026-12-01T08:00:00, 2026-12-01T08:00:00.000-06:00",
    "2026-12-01 08:00, 2026-12-01T08:00:00.000-06:00",
    "2026-12-01, 2026-12-01T00:00:00.000-06:00",
    "1/12/2026 8:00, ",
    "1/12/2026 08:00, 2026-12-01T08:00:00.000-06:00",
    "2026-12-01T08:00:00Z, 2026-12-01T02:00:00.000-06:00",
    "2026-12-01T08:00:00.25+0100, 2026-12-01T01:00:00.250-06:00"
  })
  void timesAreReadAndPrintedWhereTheUserLives(String said, String printed) {
    long van = van();

    Reply made =
        chicago.post(
            "/faults",
            "{\"vehicle_id\":%d,\"code\":\"P1\",\"last_occurred_at\":\"%s\"}".formatted(van, said));

    if (printed == null) {
      assertThat(made.status()).isEqualTo(422);
      return;
    }
    assertThat(made.json().path("last_occurred_at").textValue()).isEqualTo(printed);
    assertThat(made.json().path("created_at").textValue()).matches(".*-0[56]:00");
    assertThat(
            anybody
                .get("/faults/" + made.json().path("id").longValue())
                .json()
                .path("last_occurred_at")
                .textValue())
        .endsWith("+00:00");
  }

  @Test
  void timesInARowAreReadWhereItsSenderLives() {
    long van = van();
    BulkClient script = new BulkClient(tenant, chicago);

    Reply posted =
        script.post(
            "fault",
            "create",
            "{\"vehicle_id\":%d,\"code\":\"P1\",\"last_occurred_at\":\"2026-07-01T08:00:00\"}"
                .formatted(van));
    JsonNode job = script.done(posted.json().path("id").textValue());

    assertThat(job.path("created_at").textValue()).matches(".*-0[56]:00");
    long id = job.path("successful_record_ids").path(0).longValue();
    assertThat(anybody.get("/faults/" + id).json().path("last_occurred_at").textValue())
        .isEqualTo("2026-07-01T13:00:00.000+00:00");
  }

  // fleetio §1.1, §5.1: what is asked for is meant where the user lives, too
  @Test
  void listsAreAskedForInTheZoneOfTheUser() {
    Http tokyo = user("tokyo", "Asia/Tokyo", LocalDate.of(2025, 5, 5));
    long van = van();
    Reply made =
        tokyo.post(
            "/meter_entries",
            "{\"vehicle_id\":%d,\"value\":1,\"date\":\"2026-03-01T00:30:00\"}".formatted(van));
    assertThat(made.json().path("date").textValue()).isEqualTo("2026-03-01");

    for (String query :
        List.of(
            "filter%5Bdate%5D%5Beq%5D=2026-03-01",
            "filter%5Bdate%5D%5Beq%5D=2026-02-28T15:30:00Z",
            "filter%5Bdate%5D%5Blte%5D=2026-03-01&sort%5Bdate%5D=asc",
            "filter%5Bdate%5D%5Bgte%5D=2026-03-01&sort%5Bdate%5D=desc")) {
      assertThat(tokyo.get("/meter_entries?" + query).json().path("records")).as(query).hasSize(1);
    }
    assertThat(
            tokyo
                .get("/meter_entries?filter%5Bdate%5D%5Blt%5D=2026-03-01&sort%5Bdate%5D=asc")
                .json()
                .path("records"))
        .isEmpty();
    Reply old =
        tokyo.with("X-Api-Version", "2023-03-01").get("/meter_entries?q%5Bdate_eq%5D=2026-03-01");
    assertThat(old.json()).hasSize(1);
  }

  private long van() {
    return new BulkClient(tenant, anybody).vehicles("Van 1").getFirst();
  }

  private Http user(String name, String zone, LocalDate version) {
    String secret = name + tenant.secret();
    TestServer.store()
        .commit(
            OPERATOR,
            Organizations.issue(
                tenant.organization().number(),
                new ApiKey.Draft(
                    Dialect.FLEETIO,
                    name,
                    Optional.of(name + "@example.com"),
                    ZoneId.of(zone),
                    Optional.of(version)),
                secret));
    return anybody.with("Authorization", "Token " + secret);
  }
}

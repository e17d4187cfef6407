package interline.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interline.fleet.ApiKey;
import interline.fleet.Dialect;
import interline.fleet.Failure;
import interline.fleet.Organization;
import interline.fleet.OrganizationId;
import interline.fleet.Page;
import interline.fleet.Stamp;
import interline.fleet.User;
import interline.gateway.Expected;
import interline.gateway.Fields;
import interline.gateway.Json;
import interline.gateway.Malformed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTest {

  private static final Organization.Limits LIMITS = new Organization.Limits(20, 200);
  private static final Stamp STAMP =
      new Stamp(2, Instant.parse("2026-11-22T10:00:00Z"), Instant.parse("2026-11-22T11:00:00Z"));
  private static final String HASH = ApiKey.hash("sesame");

  @ParameterizedTest
  @CsvSource({
    "Acme, acme",
    "Acme Logistics GmbH & Co. KG, acme-logistics-gmbh-co-kg",
    "'  Jörg''s Öl! ', jorg-s-ol",
    "株式会社, ''"
  })
  void derivesTheAccountTokenFromTheName(String name, String token) {
    Fields body = body("{\"name\": " + Json.write(name) + "}");

    assertThat(NewOrganization.read(body, LIMITS))
        .isEqualTo(new NewOrganization(name, token, LIMITS));
  }

  @Test
  void cutsALongNameForItsAccountToken() {
    Fields body = body("{\"name\": \"" + "a".repeat(62) + " b\"}");

    assertThat(NewOrganization.read(body, LIMITS).accountToken()).isEqualTo("a".repeat(62));
  }

  @Test
  void takesTheAccountTokenAndTheLimitsThatAreGiven() {
    Fields body =
        body(
            """
            {"name": "Acme", "account_token": "a_C-1", "limits": {"fleetio_per_minute": "7"}}
            """);

    assertThat(NewOrganization.read(body, LIMITS))
        .isEqualTo(new NewOrganization("Acme", "a_C-1", new Organization.Limits(20, 7)));
  }

  @Test
  void needsAName() {
    assertBad("{}", b -> NewOrganization.read(b, LIMITS), "name", Expected.Form.PRESENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a\\r\\nb", "ä", "a,b"})
  void refusesAnAccountTokenThatNoHeaderCouldCarry(String token) {
    assertBad(
        "{\"name\": \"A\", \"account_token\": \"" + token + "\"}",
        b -> NewOrganization.read(b, LIMITS),
        "account_token",
        new Expected.Like("acme-logistics"));
  }

  @Test
  void callsALimitWithinAnOrganizationByItsWholePath() {
    assertBad(
        "{\"name\": \"A\", \"limits\": {\"onfleet_per_second\": 1.5}}",
        b -> NewOrganization.read(b, LIMITS),
        "limits.onfleet_per_second",
        Expected.Form.INTEGER);
  }

  @Test
  void setsAllLimitsOrNone() {
    assertThat(LimitsBody.read(body("{\"onfleet_per_second\": 1, \"fleetio_per_minute\": 2}")))
        .isEqualTo(new Organization.Limits(1, 2));
    assertBad(
        "{\"onfleet_per_second\": 1}",
        LimitsBody::read,
        "fleetio_per_minute",
        Expected.Form.PRESENT);
    assertThatThrownBy(
            () -> LimitsBody.read(body("{\"onfleet_per_second\": 0, \"fleetio_per_minute\": 2}")))
        .isInstanceOf(Failure.Invalid.class);
  }

  @Test
  void readsWhatIsToChange() {
    assertThat(OrganizationRevision.read(body("{\"enabled\": false, \"name\": null}")))
        .isEqualTo(new OrganizationRevision(Optional.empty(), Optional.of(false)));
  }

  @Test
  void readsAKey() {
    assertThat(
            NewKey.read(
                body(
                    """
                    {"dialect": "frachtpilot", "label": "shop", "email": "ada@example.com"}
                    """)))
        .isEqualTo(new ApiKey.Draft(Dialect.FRACHTPILOT, "shop", Optional.of("ada@example.com")));
  }

  @Test
  void readsWhereTheUserOfAKeyLivesAndWhichEditionItIsLockedTo() {
    assertThat(
            NewKey.read(
                body(
                    """
                    {"dialect": "fleetio", "label": "tap", "time_zone": "America/Chicago",
                     "api_version": "2024-03-15"}
                    """)))
        .isEqualTo(
            new ApiKey.Draft(
                Dialect.FLEETIO,
                "tap",
                Optional.empty(),
                ZoneId.of("America/Chicago"),
                Optional.of(LocalDate.of(2024, 3, 15))));
    assertBad(
        "{\"dialect\": \"fleetio\", \"label\": \"x\", \"time_zone\": \"Chicago\"}",
        NewKey::read,
        "time_zone",
        new Expected.Like("America/Chicago"));
    assertBad(
        "{\"dialect\": \"fleetio\", \"label\": \"x\", \"api_version\": \"2024\"}",
        NewKey::read,
        "api_version",
        new Expected.OneOf(List.of("2023-03-01", "2024-01-01", "2024-03-15", "2025-05-05")));
  }

  @Test
  void refusesAKeyForNoDialect() {
    assertBad(
        "{\"dialect\": \"FLEETIO\", \"label\": \"x\"}",
        NewKey::read,
        "dialect",
        new Expected.OneOf(List.of("fieldopt", "fleetio", "frachtpilot", "onfleet", "trimble")));
    assertBad(
        "{\"dialect\": \"fleetio\", \"label\": \"x\", \"email\": \"ada\"}",
        NewKey::read,
        "email",
        new Expected.Like("ada@example.com"));
  }

  @Test
  void knowsEveryDialectByItsWord() {
    assertThat(NewKey.DIALECTS.values()).containsExactlyInAnyOrder(Dialect.values());
  }

  @Test
  void showsAnOrganization() {
    Organization acme = new Organization(7, STAMP, "Acme", "acme", true, LIMITS);

    assertJson(
        PageBody.of(new Page<>(List.of(acme), Optional.empty()), OrganizationBody::of),
        """
        {
          "items": [
            {
              "number": 7,
              "name": "Acme",
              "account_token": "acme",
              "enabled": true,
              "limits": {"onfleet_per_second": 20, "fleetio_per_minute": 200},
              "profile": {
                "country": "US",
                "time_zone": "UTC",
                "email": "",
                "driver_support_email": null,
                "image": null,
                "delegatees": []
              },
              "created_at": "2026-11-22T10:00:00Z",
              "updated_at": "2026-11-22T11:00:00Z"
            }
          ],
          "next_cursor": null
        }
        """);
  }

  @Test
  void showsASecretWithTheKeyOnceOnly() {
    ApiKey key =
        new ApiKey(
            HASH,
            STAMP,
            new OrganizationId(7),
            Dialect.FLEETIO,
            "script",
            new User(
                51,
                Optional.empty(),
                ZoneId.of("America/Chicago"),
                Optional.of(LocalDate.of(2024, 3, 15))),
            Optional.of(STAMP.changed()));

    assertJson(
        KeyBody.of(key),
        """
        {
          "id": "%s",
          "dialect": "fleetio",
          "label": "script",
          "user_id": 51,
          "email": null,
          "time_zone": "America/Chicago",
          "api_version": "2024-03-15",
          "created_at": "2026-11-22T10:00:00Z",
          "revoked_at": "2026-11-22T11:00:00Z"
        }
        """
            .formatted(HASH));
    IssuedKeyBody issued = IssuedKeyBody.of(key, "sesame");
    assertJson(
        issued,
        """
        {
          "id": "%s",
          "dialect": "fleetio",
          "label": "script",
          "user_id": 51,
          "email": null,
          "time_zone": "America/Chicago",
          "api_version": "2024-03-15",
          "created_at": "2026-11-22T10:00:00Z",
          "revoked_at": "2026-11-22T11:00:00Z",
          "secret": "sesame"
        }
        """
            .formatted(HASH));
    assertThat(issued.toString()).doesNotContain("sesame");
  }

  private static Fields body(String json) {
    return Fields.of(Json.read(json));
  }

  private static void assertBad(
      String json, Function<Fields, ?> reader, String name, Expected expected) {
    assertThatThrownBy(() -> reader.apply(body(json)))
        .isInstanceOfSatisfying(
            Malformed.BadField.class,
            bad -> {
              assertThat(bad.name()).isEqualTo(name);
              assertThat(bad.expected()).isEqualTo(expected);
            });
  }

  private static void assertJson(Object body, String json) {
    assertThat(Json.read(Json.write(body))).isEqualTo(Json.read(json));
  }
}

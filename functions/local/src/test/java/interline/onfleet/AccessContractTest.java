package interline.onfleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Dialect;
import interline.fleet.Identity;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.Tenant;
import interline.local.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, errors and the ways in which clients say nothing: onfleet 1 §1 to §4. */
class AccessContractTest {

  private final Tenant tenant = TestServer.tenant();
  private final Http client = Http.onfleet(tenant);
  private final String organization = new Identity(tenant.id()).ofOrganization();

  // onfleet 1 §2, GET /auth/test
  @Test
  void aKeyIsGreetedWithTheOrganizationInQuotesAndTheCallersAddress() {
    Reply reply = client.get("/auth/test");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().size()).isEqualTo(1);
    assertThat(reply.json().path("message").textValue())
        .isEqualTo("Hello organization '%s', hello from 127.0.0.1".formatted(organization));
    assertThat(organization).matches("[A-Za-z0-9]{24}");
  }

  // onfleet 1 §2: what arrives in the header
  @Test
  void aKeyIsReadInEverySpelling() {
    String key = tenant.key(Dialect.ONFLEET);
    Base64.Encoder url = Base64.getUrlEncoder();
    List<String> spellings =
        List.of(
            Http.basic(key + ":"),
            Http.basic(key),
            Http.basic(key + ":" + key),
            "Basic " + url.encodeToString((key + ":?>~\u00fc").getBytes(StandardCharsets.UTF_8)),
            "Basic " + url.withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8)),
            "basic  " + Http.basic(key).substring(6).replace("=", ""));

    for (String spelling : spellings) {
      assertThat(client.with("Authorization", spelling).get("/auth/test").status())
          .as(spelling)
          .isEqualTo(200);
    }
  }

  // onfleet 1 §2, failure cases
  @ParameterizedTest
  @ValueSource(strings = {"", "Basic", "Basic Og==", "Basic !!!", "Bearer abc", "Basic MTIzOg=="})
  void nobodyIsGreetedWithoutAKey(String authorization) {
    Reply reply = client.with("Authorization", authorization).get("/auth/test");

    assertThat(reply.status()).isEqualTo(401);
    assertError(reply, "InvalidCredentials", 1102);
    assertThat(reply.json().path("message").path("cause").textValue()).isNotBlank();
  }

  // onfleet 1 §4.1: routing errors, as objects
  @ParameterizedTest
  @CsvSource({
    "GET, /nothing, 404, ResourceNotFound, 1402",
    "GET, '', 404, ResourceNotFound, 1402",
    "POST, /organization, 405, MethodNotAllowed, 1900",
    "DELETE, /auth/test, 405, MethodNotAllowed, 1900",
    "GET, /organizations/:orgId, 400, InvalidContent, 1005",
    "GET, /organizations/ab, 400, InvalidContent, 1005",
    "GET, /organizations/ab*dEFghijklmnopqrst~vwx, 401, InvalidCredentials, 1103"
  })
  void whatIsNotThereIsSaidInObjects(
      String method, String path, int status, String code, int number) {
    Reply reply = client.send(method, path, "");

    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertError(reply, code, number);
  }

  // onfleet 1 §4.4: the cause of a malformed id is its text
  @Test
  void aMalformedIdIsNamed() {
    assertThat(client.get("/organizations/:orgId").json().path("message").path("cause").textValue())
        .startsWith(":orgId ");
  }

  // onfleet 1 §1.3
  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", " null ", "[]", "no json"})
  void aBodyOfNothingIsNothing(String body) {
    assertThat(client.send("GET", "/organization", body).status()).isEqualTo(200);
    assertThat(client.get("/organization?from=1700000000000.0&").status()).isEqualTo(200);
  }

  // onfleet 1 §6.1
  @Test
  void anOrganizationTellsOfItself() {
    Reply reply = client.get("/organization");

    assertThat(reply.status()).isEqualTo(200);
    JsonNode own = reply.json();
    assertThat(own.path("id").textValue()).isEqualTo(organization);
    assertThat(own.path("name").textValue()).isEqualTo("Test");
    assertThat(own.path("email").textValue()).isEmpty();
    assertThat(own.path("country").textValue()).isEqualTo("US");
    assertThat(own.path("timezone").textValue()).isEqualTo("UTC");
    assertThat(own.path("image").isNull()).isTrue();
    assertThat(own.path("driverSupportEmail").isNull()).isTrue();
    assertThat(own.path("delegatees").isArray()).isTrue();
    assertThat(own.path("timeCreated").longValue() % 1000).isZero();
    assertThat(own.path("timeLastModified").longValue() - own.path("timeCreated").longValue())
        .isBetween(0L, 999L);
  }

  private static void assertError(Reply reply, String code, int number) {
    assertThat(reply.json().path("code").textValue()).isEqualTo(code);
    JsonNode message = reply.json().path("message");
    assertThat(message.path("error").intValue()).isEqualTo(number);
    assertThat(message.path("message").textValue()).isNotBlank();
    assertThat(UUID.fromString(message.path("request").textValue()).version()).isEqualTo(4);
    assertThat(reply.header("X-RateLimit-Limit")).isPresent();
    assertThat(Integer.parseInt(reply.header("X-RateLimit-Remaining").orElseThrow())).isPositive();
  }
}

package interline.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.ApiKey;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.LocalServer;
import interline.local.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every route of the operator, from this machine, and what it does to the dialects' clients. */
class OperatorContractTest {

  private static final List<String> DIALECTS =
      List.of("fieldopt", "fleetio", "frachtpilot", "onfleet", "trimble");

  private final Http operator = operator(TestServer.shared());

  @Test
  void anOrganizationIsMadeAndShown() {
    String token = token();

    Reply made = operator.post("", "{\"name\":\"Acme\",\"account_token\":\"" + token + "\"}");

    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.json().path("name").textValue()).isEqualTo("Acme");
    assertThat(made.json().path("account_token").textValue()).isEqualTo(token);
    assertThat(made.json().path("enabled").booleanValue()).isTrue();
    assertThat(made.json().path("limits").path("onfleet_per_second").intValue()).isEqualTo(20);
    assertThat(made.json().path("limits").path("fleetio_per_minute").intValue()).isEqualTo(50);
    String location = made.header("Location").orElseThrow();
    assertThat(location).isEqualTo("/operator/organizations/" + number(made));
    assertThat(operator.get("/" + number(made)).json()).isEqualTo(made.json());
  }

  @Test
  void anAccountTokenFollowsFromTheNameAndIsOnesOwn() {
    String name = "Größe & Söhne " + token();

    Reply made = operator.post("", "{\"name\":\"" + name + "\"}");
    Reply again = operator.post("", "{\"name\":\"" + name + "\"}");

    assertThat(made.json().path("account_token").textValue()).startsWith("gro-e-sohne-t");
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.json().path("errors").path("account_token").path(0).textValue())
        .isEqualTo("is taken");
  }

  @Test
  void organizationsAreListedPageByPageToTheEnd() {
    try (LocalServer server = TestServer.startOpen()) {
      Http fresh = operator(server);
      IntStream.rangeClosed(2, 6)
          .forEach(i -> assertThat(fresh.post("", named("Acme " + i)).status()).isEqualTo(201));

      List<List<JsonNode>> pages = pages(fresh, "?limit=2");

      assertThat(pages).extracting(List::size).containsExactly(2, 2, 2);
      assertThat(pages.stream().flatMap(List::stream).map(item -> item.path("name").textValue()))
          .containsExactly("Demo", "Acme 2", "Acme 3", "Acme 4", "Acme 5", "Acme 6");
      assertThat(pages(fresh, "?limit=100")).hasSize(1);
      assertThat(pages(fresh, "")).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=101", "limit=many", "cursor=abc"})
  void aPageThatThereIsNotIsRefused(String query) {
    Reply reply = operator.get("?" + query);

    problem(reply, 422);
    assertThat(reply.json().path("errors").has(query.split("=", 2)[0])).isTrue();
  }

  @Test
  void anOrganizationIsRenamedDisabledAndEnabled() {
    long number = organization();
    String path = "/" + number;

    assertThat(operator.patch(path, "{\"name\":\"Other\"}").json().path("name").textValue())
        .isEqualTo("Other");
    assertThat(operator.patch(path, "{\"enabled\":false}").json().path("enabled").booleanValue())
        .isFalse();
    JsonNode shown = operator.get(path).json();
    assertThat(shown.path("name").textValue()).isEqualTo("Other");
    assertThat(shown.path("enabled").booleanValue()).isFalse();
    assertThat(operator.patch(path, "{\"enabled\":true}").json().path("enabled").booleanValue())
        .isTrue();
  }

  @Test
  void limitsAreSetTogetherAndShown() {
    String path = "/" + organization() + "/limits";
    String wanted = "{\"onfleet_per_second\":5,\"fleetio_per_minute\":7}";

    Reply set = operator.put(path, wanted);

    assertThat(set.status()).isEqualTo(200);
    assertThat(set.text()).isEqualTo(wanted);
    assertThat(operator.get(path).text()).isEqualTo(wanted);
    problem(operator.put(path, "{\"fleetio_per_minute\":7}"), 422);
    problem(operator.put(path, "{\"onfleet_per_second\":0,\"fleetio_per_minute\":7}"), 422);
    assertThat(operator.get(path).text()).isEqualTo(wanted);
  }

  @Test
  void aSecretIsShownOnce() {
    long number = organization();

    for (String dialect : DIALECTS) {
      Reply issued = issue(number, dialect);
      String secret = issued.json().path("secret").textValue();
      String id = issued.json().path("id").textValue();

      assertThat(secret).matches("[0-9a-f]{32}");
      assertThat(id).isEqualTo(ApiKey.hash(secret));
      assertThat(issued.json().path("dialect").textValue()).isEqualTo(dialect);
      assertThat(issued.header("Cache-Control")).hasValue("no-store");
      Reply list = operator.get("/" + number + "/keys");
      assertThat(list.text()).contains(id).doesNotContain(secret).doesNotContain("\"secret\"");
    }
  }

  @Test
  void keysAreListedPageByPageToTheEndRevokedOnesToo() {
    long number = organization();
    List<String> ids =
        IntStream.range(0, 4)
            .mapToObj(_ -> issue(number, "fieldopt").json().path("id").textValue())
            .toList();
    operator.delete("/" + number + "/keys/" + ids.getFirst());

    List<List<JsonNode>> pages = pages(operator, "/" + number + "/keys?limit=2");

    assertThat(pages).extracting(List::size).containsExactly(2, 2);
    List<JsonNode> keys = pages.stream().flatMap(List::stream).toList();
    assertThat(keys.stream().map(key -> key.path("id").textValue()))
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(keys)
        .filteredOn(key -> !key.path("revoked_at").isNull())
        .singleElement()
        .returns(ids.getFirst(), key -> key.path("id").textValue());
  }

  @Test
  void aKeyOpensItsDialectUntilItIsRevoked() {
    long number = organization();
    String account = operator.get("/" + number).json().path("account_token").textValue();
    Reply fieldOpt = issue(number, "fieldopt");
    Reply fleetio = issue(number, "fleetio");
    assertThat(jobs(TestServer.shared(), fieldOpt).status()).isEqualTo(200);
    assertThat(vehicle(TestServer.shared(), fleetio, account).status()).isEqualTo(404);

    for (Reply key : List.of(fieldOpt, fleetio, fleetio)) {
      Reply revoked = operator.delete("/" + number + "/keys/" + key.json().path("id").textValue());
      assertThat(revoked.status()).isEqualTo(204);
    }

    try (LocalServer fresh = TestServer.startBesideShared()) {
      assertThat(jobs(fresh, fieldOpt).status()).isEqualTo(401);
      assertThat(vehicle(fresh, fleetio, account).status()).isEqualTo(401);
    }
  }

  @Test
  void aDisabledOrganizationsKeysOpenNothing() {
    long number = organization();
    String account = operator.get("/" + number).json().path("account_token").textValue();
    Reply fieldOpt = issue(number, "fieldopt");
    Reply fleetio = issue(number, "fleetio");
    operator.patch("/" + number, "{\"enabled\":false}");

    assertThat(jobs(TestServer.shared(), fieldOpt).status()).isEqualTo(401);
    assertThat(vehicle(TestServer.shared(), fleetio, account).status()).isEqualTo(401);

    operator.patch("/" + number, "{\"enabled\":true}");
    try (LocalServer fresh = TestServer.startBesideShared()) {
      assertThat(jobs(fresh, fieldOpt).status()).isEqualTo(200);
      assertThat(vehicle(fresh, fleetio, account).status()).isEqualTo(404);
    }
  }

  /** Three calls fall into two minutes of the clock at the most, so one of them is too many. */
  @Test
  void theLimitOfFleetioIsWhatTheOperatorSays() {
    long number = organization();
    String account = operator.get("/" + number).json().path("account_token").textValue();
    operator.put("/" + number + "/limits", "{\"onfleet_per_second\":20,\"fleetio_per_minute\":1}");
    Reply key = issue(number, "fleetio");

    List<Reply> replies =
        IntStream.range(0, 3).mapToObj(_ -> vehicle(TestServer.shared(), key, account)).toList();

    assertThat(replies.getFirst().status()).isEqualTo(404);
    assertThat(replies)
        .filteredOn(reply -> reply.status() == 429)
        .isNotEmpty()
        .allSatisfy(
            reply ->
                assertThat(Long.parseLong(reply.header("Retry-After").orElseThrow()))
                    .isBetween(1L, 60L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /999999999               |                                            | 404
          GET    | /nobody                  |                                            | 422
          PATCH  | /999999999               | {"name":"Other"}                           | 404
          GET    | /999999999/limits        |                                            | 404
          PUT    | /999999999/limits        | {"onfleet_per_second":1,"fleetio_per_minute":1} | 404
          GET    | /999999999/keys          |                                            | 404
          POST   | /999999999/keys          | {"dialect":"fieldopt","label":"x"}         | 404
          DELETE | /999999999/keys/abc      |                                            | 404
          GET    | /1/nothing               |                                            | 404
          DELETE | /1                       |                                            | 405
          PUT    | /1/keys                  | {}                                         | 405
          POST   |                          |                                            | 400
          POST   |                          | {                                          | 400
          POST   |                          | []                                         | 400
          POST   |                          | {}                                         | 422
          POST   |                          | {"name":"A","account_token":"with space"}  | 422
          POST   |                          | {"name":"A","limits":7}                    | 422
          """)
  void whatCannotBeDoneIsAProblem(String method, String path, String body, int status) {
    problem(operator.send(method, path == null ? "" : path, body == null ? "" : body), status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"label":"x"}                                              | dialect
          {"dialect":"klingon","label":"x"}                          | dialect
          {"dialect":"fieldopt"}                                     | label
          {"dialect":"fieldopt","label":""}                          | label
          {"dialect":"frachtpilot","label":"x","email":"nobody"}     | email
          """)
  void aKeyThatCannotBeIssuedIsTold(String body, String field) {
    long number = organization();

    Reply reply = operator.post("/" + number + "/keys", body);

    problem(reply, 422);
    assertThat(reply.json().path("errors").has(field)).as(reply.text()).isTrue();
    assertThat(operator.get("/" + number + "/keys").json().path("items")).isEmpty();
  }

  @Test
  void aKeyIsRevokedOnlyByItsOrganization() {
    long number = organization();
    Reply key = issue(number, "fieldopt");

    problem(
        operator.delete("/" + organization() + "/keys/" + key.json().path("id").textValue()), 404);

    try (LocalServer fresh = TestServer.startBesideShared()) {
      assertThat(jobs(fresh, key).status()).isEqualTo(200);
    }
  }

  private static Http operator(LocalServer server) {
    return new Http(server.uri().resolve("/operator/organizations"), Map.of());
  }

  private long organization() {
    return number(operator.post("", named("Acme " + token())));
  }

  private Reply issue(long organization, String dialect) {
    Reply issued =
        operator.post(
            "/" + organization + "/keys", "{\"dialect\":\"" + dialect + "\",\"label\":\"test\"}");
    assertThat(issued.status()).as(issued.text()).isEqualTo(201);
    return issued;
  }

  private static List<List<JsonNode>> pages(Http client, String first) {
    List<List<JsonNode>> pages = new ArrayList<>();
    String path = first;
    while (true) {
      Reply page = client.get(path);
      assertThat(page.status()).as(page.text()).isEqualTo(200);
      pages.add(page.json().path("items").valueStream().toList());
      JsonNode next = page.json().path("next_cursor");
      if (next.isNull()) {
        return pages;
      }
      path = first + (first.contains("?") ? "&" : "?") + "cursor=" + next.textValue();
    }
  }

  private static Reply jobs(LocalServer server, Reply key) {
    return new Http(
            server.uri(), Map.of("Authorization", "Bearer " + key.json().path("secret").asText()))
        .get("/api/v1/jobs");
  }

  private static Reply vehicle(LocalServer server, Reply key, String account) {
    return new Http(
            server.uri(),
            Map.of(
                "Authorization",
                "Token " + key.json().path("secret").asText(),
                "Account-Token",
                account))
        .get("/api/v1/vehicles/1");
  }

  private static void problem(Reply reply, int status) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.header("content-type")).hasValue("application/problem+json");
    assertThat(reply.json().path("status").intValue()).isEqualTo(status);
    assertThat(reply.json().path("title").textValue()).isNotBlank();
    assertThat(reply.json().path("detail").textValue()).isNotBlank();
  }

  private static long number(Reply organization) {
    return organization.json().path("number").longValue();
  }

  private static String named(String name) {
    return "{\"name\":\"" + name + "\"}";
  }

  private static String token() {
    return "t" + UUID.randomUUID().toString().substring(0, 12);
  }
}

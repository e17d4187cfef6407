package interline.trimble;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import interline.fleet.ApiKey;
import interline.fleet.Caller;
import interline.fleet.Dialect;
import interline.fleet.OrganizationId;
import interline.fleet.Organizations;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.LocalServer;
import interline.local.Tenant;
import interline.local.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, tokens and accounts, as trimble §2 has them. */
class AccountsContractTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Caller OPERATOR = new Caller(OrganizationId.OPERATOR, "test");
  private static final String BAD_KEY = "Invalid apiKey value or alias sent";

  private final Tenant tenant = TestServer.tenant();
  private final Http nobody =
      new Http(TestServer.shared().uri().resolve("/api/assets/v1"), Map.of());

  // trimble §2 POST /accounts/authenticate
  @Test
  void aKeyIsGoodForATokenThatOpensTheAccount() {
    Instant before = Instant.now();

    Reply reply = authenticate(tenant.key(Dialect.TRIMBLE));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().properties().stream().map(Map.Entry::getKey))
        .containsExactly("token", "expires");
    assertThat(reply.header("cache-control")).hasValue("no-store");
    String expires = reply.json().path("expires").textValue();
    assertThat(expires).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    assertThat(Duration.between(before, Instant.parse(expires)))
        .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
    DecodedJWT token = JWT.decode(token(reply));
    assertThat(token.getAlgorithm()).isEqualTo("HS256");
    assertThat(token.getExpiresAtAsInstant()).isEqualTo(Instant.parse(expires));
    assertThat(drivers(token(reply)).status()).isEqualTo(200);
  }

  // trimble §2: members in any case, the key's own account may be named
  @Test
  void aDirectKeyMayNameItsOwnAccount() {
    Reply own =
        nobody.post(
            "/accounts/authenticate",
            "{\"ApiKey\":\"%s\",\"AccountId\":\"%s\"}"
                .formatted(tenant.key(Dialect.TRIMBLE), tenant.organization().accountToken()));
    Reply other =
        authenticate(
            tenant.key(Dialect.TRIMBLE), TestServer.tenant().organization().accountToken());

    assertThat(drivers(token(own)).status()).isEqualTo(200);
    assertThat(other.status()).isEqualTo(400);
  }

  // trimble §2, §10.1
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"apiKey\":\"wrong\"}",
        "{\"apiKey\":\"\"}",
        "{\"apiKey\":[]}",
        "{\"apiKey\":null}",
        "{}",
        "[]",
        "{",
        "",
        "text"
      })
  void aWrongKeyIs400(String body) throws Exception {
    Reply reply = nobody.post("/accounts/authenticate", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json())
        .isEqualTo(
            JSON.readTree("{\"error\":{\"message\":\"%s\",\"code\":400}}".formatted(BAD_KEY)));
  }

  @Test
  void aKeyOfAnotherDialectIsAWrongOne() {
    for (Dialect other : List.of(Dialect.FIELDOPT, Dialect.FLEETIO, Dialect.ONFLEET)) {
      assertThat(authenticate(tenant.key(other)).status()).isEqualTo(400);
    }
  }

  // trimble §2 GET /accounts, §10.2
  @Test
  void aDirectCustomersTokenHasNoAccountsToList() {
    Reply reply = with(token(authenticate(tenant.key(Dialect.TRIMBLE)))).get("/accounts");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/message").textValue())
        .isEqualTo("Token does not have partner level access");
  }

  // trimble §2: call order of a partner
  @Test
  void aPartnerListsItsAccountsAndOpensOneOfThem() throws Exception {
    Tenant one = TestServer.tenant();
    Tenant two = TestServer.tenant();
    String key = partnerKey(one, two);

    String partner = token(authenticate(key));
    Reply accounts = with(partner).get("/accounts");

    assertThat(accounts.status()).isEqualTo(200);
    assertThat(accounts.json())
        .isEqualTo(
            JSON.readTree(
                """
                {"data":[{"AccountName":"Test","AccountId":"%s"},\
                {"AccountName":"Test","AccountId":"%s"}]}\
                """
                    .formatted(
                        one.organization().accountToken(), two.organization().accountToken())));
    Reply early = drivers(partner);
    assertThat(early.status()).isEqualTo(400);
    assertThat(early.json().at("/error/message").textValue())
        .isEqualTo("Token does not have account level access");

    Http inTwo = with(token(authenticate(key, two.organization().accountToken())));
    assertThat(inTwo.post("/drivers", "[{\"driverId\":\"K-1\"}]").status()).isEqualTo(200);
    assertThat(Http.trimble(two).get("/drivers").json().path("size").intValue()).isEqualTo(1);
    assertThat(Http.trimble(one).get("/drivers").json().path("size").intValue()).isZero();
    assertThat(inTwo.get("/accounts").status()).isEqualTo(400);
  }

  @Test
  void aPartnerOpensNoAccountButItsOwn() {
    String key = partnerKey(TestServer.tenant());

    Reply reply = authenticate(key, TestServer.tenant().organization().accountToken());
    Reply issuers = authenticate(key, tenant.organization().accountToken());

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/message").textValue()).isEqualTo(BAD_KEY);
    assertThat(issuers.status()).isEqualTo(400);
  }

  // trimble §2 Using the token
  @Test
  void theSchemeIsReadInAnyCase() {
    String token = token(authenticate(tenant.key(Dialect.TRIMBLE)));

    for (String scheme : List.of("bearer ", "Bearer ", "BEARER  ")) {
      assertThat(nobody.with("Authorization", scheme + token).get("/drivers").status())
          .isEqualTo(200);
    }
  }

  // trimble §2 Using the token
  @Test
  void aTokenThatIsNotOursOrNoLongerGoodIs401() throws Exception {
    String good = token(authenticate(tenant.key(Dialect.TRIMBLE)));
    DecodedJWT read = JWT.decode(good);
    Algorithm ours = Algorithm.HMAC256(TestServer.store().secret("trimble"));
    Algorithm theirs = Algorithm.HMAC256("guess".repeat(8).getBytes(StandardCharsets.UTF_8));
    Instant now = Instant.now();

    List<String> bad =
        List.of(
            sign(read, ours, now.minusSeconds(7200), now.minusSeconds(2)),
            sign(read, theirs, now, now.plusSeconds(60)),
            sign(read, Algorithm.none(), now, now.plusSeconds(60)),
            good.substring(0, good.length() - 2),
            good.replaceFirst("\\.", ".x"),
            "a.b.c",
            tenant.key(Dialect.TRIMBLE));

    assertThat(drivers(sign(read, ours, now, now.plusSeconds(60))).status()).isEqualTo(200);
    for (String token : bad) {
      Reply reply = drivers(token);
      assertThat(reply.status()).as(token).isEqualTo(401);
      assertThat(reply.header("www-authenticate")).hasValue("Bearer");
      assertThat(reply.json().at("/error/code").intValue()).isEqualTo(401);
    }
  }

  @Test
  void aTokenIsWorthNoMoreThanItsKey() {
    String token = token(authenticate(tenant.key(Dialect.TRIMBLE)));
    TestServer.store()
        .commit(
            OPERATOR,
            Organizations.revoke(
                tenant.organization().number(), ApiKey.hash(tenant.key(Dialect.TRIMBLE))));

    // Another server, whose functions have not seen the key in the minute before.
    try (LocalServer fresh = TestServer.startBesideShared()) {
      Http client = new Http(fresh.uri().resolve("/api/assets/v1"), Map.of());
      assertThat(client.with("Authorization", "bearer " + token).get("/drivers").status())
          .isEqualTo(401);
      assertThat(
              client
                  .post(
                      "/accounts/authenticate",
                      "{\"apiKey\":\"%s\"}".formatted(tenant.key(Dialect.TRIMBLE)))
                  .status())
          .isEqualTo(400);
    }
  }

  // trimble §2: the operator sets it up
  @Test
  void theOperatorIssuesKeysForPartners() {
    Http operator = new Http(TestServer.shared().uri().resolve("/operator"), Map.of());
    String keys = "/organizations/" + tenant.organization().number() + "/keys";
    long account = TestServer.tenant().organization().number();

    Reply issued =
        operator.post(
            keys,
            "{\"dialect\":\"trimble\",\"label\":\"reseller\",\"accounts\":[%d]}"
                .formatted(account));

    assertThat(issued.status()).as(issued.text()).isEqualTo(201);
    assertThat(issued.json().path("accounts"))
        .extracting(JsonNode::longValue)
        .containsExactly(account);
    String partner = token(authenticate(issued.json().path("secret").textValue()));
    assertThat(with(partner).get("/accounts").json().path("data")).hasSize(1);
    assertThat(
            operator
                .post(keys, "{\"dialect\":\"trimble\",\"label\":\"x\",\"accounts\":[999999999]}")
                .status())
        .isEqualTo(422);
    assertThat(
            operator
                .post(
                    keys,
                    "{\"dialect\":\"fleetio\",\"label\":\"x\",\"accounts\":[%d]}"
                        .formatted(account))
                .status())
        .isEqualTo(422);
  }

  // trimble §8: unknown path and method
  @Test
  void whatIsNotThereIsToldInErrors() {
    Http client = Http.trimble(tenant);

    Reply path = client.get("/drivers/a/b");
    Reply method = client.patch("/drivers", "[]");

    assertThat(path.status()).isEqualTo(404);
    assertThat(path.json().at("/error/code").intValue()).isEqualTo(404);
    assertThat(method.status()).isEqualTo(405);
    assertThat(method.header("allow")).hasValue("DELETE, GET, POST, PUT");
  }

  private static String sign(DecodedJWT like, Algorithm algorithm, Instant from, Instant to) {
    return JWT.create()
        .withIssuer(like.getIssuer())
        .withSubject(like.getSubject())
        .withClaim("account", like.getClaim("account").asLong())
        .withIssuedAt(from)
        .withExpiresAt(to)
        .sign(algorithm);
  }

  private String partnerKey(Tenant... accounts) {
    String secret = UUID.randomUUID().toString();
    TestServer.store()
        .commit(
            OPERATOR,
            Organizations.issue(
                tenant.organization().number(),
                new ApiKey.Draft(
                    Dialect.TRIMBLE,
                    "partner",
                    Optional.empty(),
                    ZoneOffset.UTC,
                    Optional.empty(),
                    List.of(accounts).stream().map(it -> it.organization().number()).toList()),
                secret));
    return secret;
  }

  private Reply authenticate(String key) {
    return nobody.post("/accounts/authenticate", "{\"apiKey\":\"%s\"}".formatted(key));
  }

  private Reply authenticate(String key, String account) {
    return nobody.post(
        "/accounts/authenticate",
        "{\"apiKey\":\"%s\",\"accountId\":\"%s\"}".formatted(key, account));
  }

  private Http with(String token) {
    return nobody.with("Authorization", "bearer " + token);
  }

  private Reply drivers(String token) {
    return with(token).get("/drivers");
  }

  private static String token(Reply reply) {
    return reply.json().path("token").asText();
  }
}

package interline.frachtpilot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Customers;
import interline.fleet.Kind;
import interline.fleet.KnownRecipient;
import interline.fleet.Metadata;
import interline.fleet.Recipients;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.Tenant;
import interline.local.TestServer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Accounts, alias customers. */
class FrachtPilotAccountsContractTest {

  private static final String CAFE =
      """
      {"type":"business","company":"Café Weidenhof","lastName":"Ebers",\
      "email":"einkauf@weidenhof.example","phone":"0251 1234567","street":"Am Hof",\
      "houseNumber":"3","zip":"48291","city":"Telgte","deliveryDays":[2,5],\
      "attributes":{"door":"blue"},"note":"Ring twice","unknown":true,"id":7}\
      """;

  private final Tenant tenant = TestServer.tenant();
  private final Http admin = Http.frachtPilot(tenant);

  private long account(String body) {
    Reply reply = admin.post("/accounts", body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.json().path("id").longValue();
  }

  private Http withRole(String role) {
    long id =
        admin
            .post("/users", "{\"firstName\":\"A\",\"lastName\":\"B\",\"roles\":[\"" + role + "\"]}")
            .json()
            .path("id")
            .longValue();
    return Http.frachtPilot(
        admin.post("/users/" + id + "/api_key", "").json().path("apiKey").textValue(), "");
  }

  // frachtpilot §6.1, §8
  @Test
  void anAccountIsMadeWithItsDefaults() {
    Reply made = admin.post("/accounts", CAFE);

    assertThat(made.status()).as(made.text()).isEqualTo(201);
    JsonNode account = made.json();
    long id = account.path("id").longValue();
    assertThat(made.header("Location")).hasValue("/api_v2/accounts/" + id);
    assertThat(account.path("customerNumber").textValue()).isEqualTo("K" + (2000 + id));
    assertThat(account.path("country").textValue()).isEqualTo("DE");
    assertThat(account.path("invoiceType").textValue()).isEqualTo("net");
    assertThat(account.path("billingInterval").textValue()).isEqualTo("monthly");
    assertThat(account.path("status").textValue()).isEqualTo("active");
    assertThat(account.path("deliveryDays").toString()).isEqualTo("[2,5]");
    assertThat(account.path("attributes").toString()).isEqualTo("{\"door\":\"blue\"}");
    assertThat(account.path("firstName").isNull()).isTrue();
    assertThat(account.path("latitude").isNull()).isTrue();
    assertThat(account.path("updatedAt").textValue()).matches(".*T.*[+]0[12]:00");
    assertThat(admin.get("/accounts/" + id).json()).isEqualTo(account);
  }

  // frachtpilot §10.6
  @Test
  void check6PagesOfSixtyOne() {
    IntStream.rangeClosed(1, 61)
        .forEach(
            i ->
                TestServer.store()
                    .commit(
                        tenant.caller(),
                        Customers.create(
                            new Customers.Draft(
                                "Name " + i, Optional.empty(), "", Optional.empty(), Map.of()))));

    Reply first = admin.get("/accounts?page=1");
    assertThat(first.json()).hasSize(30);
    assertThat(first.header("X-Total-Count")).hasValue("61");
    assertThat(first.header("Link"))
        .hasValue(
            "</api_v2/accounts?page=1>; rel=\"first\", </api_v2/accounts?page=3>; rel=\"last\","
                + " </api_v2/accounts?page=2>; rel=\"next\"");
    JsonNode linked = admin.with("Accept", "application/ld+json").get("/customers?page=2").json();
    assertThat(linked.path("hydra:totalItems").intValue()).isEqualTo(61);
    assertThat(linked.path("hydra:member")).hasSize(30);
    assertThat(linked.at("/hydra:view/hydra:last").textValue())
        .isEqualTo("/api_v2/customers?page=3");
    assertThat(linked.at("/hydra:view/hydra:previous").textValue())
        .isEqualTo("/api_v2/customers?page=1");
    assertThat(linked.at("/hydra:member/0/@id").textValue())
        .isEqualTo("/api_v2/customers/" + linked.at("/hydra:member/0/id").asText());
    assertThat(admin.get("/accounts?page=3").json()).hasSize(1);
    Reply beyond = admin.get("/accounts?page=4");
    assertThat(beyond.status()).isEqualTo(200);
    assertThat(beyond.json()).isEmpty();
    for (String bad :
        List.of("page=0", "page=-1", "page=x", "itemsPerPage=0", "itemsPerPage=101")) {
      assertThat(admin.get("/accounts?" + bad).status()).as(bad).isEqualTo(400);
    }
    assertThat(admin.get("/accounts?itemsPerPage=100").json()).hasSize(61);
    Set<Long> seen = new HashSet<>();
    for (int page = 1; page <= 3; page++) {
      admin
          .get("/accounts?order[id]=desc&page=" + page)
          .json()
          .forEach(it -> seen.add(it.path("id").longValue()));
    }
    assertThat(seen).hasSize(61);
  }

  // frachtpilot §10.7
  @Test
  void check7AccountsAndCustomersAreTheSame() {
    long id = account(CAFE);

    assertThat(admin.get("/customers/" + id).json()).isEqualTo(admin.get("/accounts/" + id).json());
    assertThat(
            admin
                .with("Accept", "*/*")
                .get("/customers/" + id + "/")
                .json()
                .path("@id")
                .textValue())
        .isEqualTo("/api_v2/customers/" + id);
  }

  // frachtpilot §10.8
  @Test
  void check8AReadonlyUserReadsOnly() {
    long id = account(CAFE);
    Http readonly = withRole("readonly");

    assertThat(readonly.post("/accounts", CAFE).status()).isEqualTo(403);
    assertThat(readonly.patch("/accounts/" + id, "{}").status()).isEqualTo(403);
    assertThat(readonly.get("/accounts/" + id).status()).isEqualTo(200);
    assertThat(readonly.get("/accounts").json()).hasSize(1);
  }

  // frachtpilot §10.10
  @Test
  void check10ABusinessNeedsACompany() {
    Reply reply = admin.post("/accounts", "{\"type\":\"business\",\"email\":\"nobody\"}");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().path("violations").findValuesAsText("propertyPath"))
        .containsExactly("company", "email");
    Reply linked =
        admin.with("Accept", "application/ld+json").post("/accounts", "{\"type\":\"business\"}");
    assertThat(linked.json().path("@type").textValue()).isEqualTo("ConstraintViolationList");
    assertThat(linked.json().at("/violations/0/propertyPath").textValue()).isEqualTo("company");
  }

  // frachtpilot §10.11
  @Test
  void check11PatchKeepsAndPutResets() {
    long id = account(CAFE);

    JsonNode patched = admin.patch("/accounts/" + id, "{\"priority\":1,\"zip\":null}").json();
    assertThat(patched.path("priority").intValue()).isEqualTo(1);
    assertThat(patched.path("city").textValue()).isEqualTo("Telgte");
    assertThat(patched.path("zip").isNull()).isTrue();
    assertThat(patched.path("note").textValue()).isEqualTo("Ring twice");
    JsonNode merged = admin.patch("/accounts/" + id, "{\"attributes\":{\"bell\":\"2\"}}").json();
    assertThat(merged.path("attributes").toString())
        .isEqualTo("{\"door\":\"blue\",\"bell\":\"2\"}");

    JsonNode put =
        admin.put("/accounts/" + id, "{\"type\":\"business\",\"company\":\"Neu\"}").json();
    assertThat(put.path("priority").intValue()).isZero();
    assertThat(put.path("city").isNull()).isTrue();
    assertThat(put.path("note").isNull()).isTrue();
    assertThat(put.path("customerNumber")).isEqualTo(patched.path("customerNumber"));
    assertThat(admin.put("/accounts/" + id, "{}").status()).isEqualTo(422);
    assertThat(admin.put("/accounts/99999", CAFE).status()).isEqualTo(404);
  }

  // frachtpilot §10.14
  @Test
  void check14AnotherCompanysAccountIs404() {
    long id = account(CAFE);
    Http stranger = Http.frachtPilot(TestServer.tenant());

    assertThat(stranger.get("/accounts/" + id).status()).isEqualTo(404);
    assertThat(stranger.patch("/accounts/" + id, "{\"email\":\"nobody\"}").status()).isEqualTo(404);
    assertThat(stranger.delete("/accounts/" + id).status()).isEqualTo(404);
    assertThat(stranger.get("/accounts").json()).isEmpty();
  }

  // frachtpilot §10.17
  @Test
  void check17MergePatchIsReadAndTextIsNot() {
    long id = account(CAFE);

    assertThat(
            admin
                .with("Content-Type", "application/merge-patch+json")
                .patch("/accounts/" + id, "{\"priority\":-1}")
                .status())
        .isEqualTo(200);
    assertThat(admin.with("Content-Type", "text/plain").post("/accounts", CAFE).status())
        .isEqualTo(415);
    assertThat(
            admin
                .with("Content-Type", "application/merge-patch+json")
                .post("/accounts", CAFE)
                .status())
        .isEqualTo(415);
    assertThat(admin.with("Content-Type", "application/ld+json").post("/accounts", CAFE).status())
        .isEqualTo(201);
  }

  // frachtpilot §6.1: status moves
  @Test
  void statusMovesOnlyWhereItMay() {
    long id = account("{\"lastName\":\"Moll\",\"status\":\"pending\"}");

    assertThat(status(id, "inactive")).isEqualTo(409);
    assertThat(status(id, "rejected")).isEqualTo(200);
    assertThat(status(id, "pending")).isEqualTo(409);
    assertThat(status(id, "active")).isEqualTo(200);
    assertThat(status(id, "inactive")).isEqualTo(200);
    assertThat(status(id, "active")).isEqualTo(200);
    assertThat(status(id, "gone")).isEqualTo(422);
  }

  private int status(long id, String status) {
    return admin.patch("/accounts/" + id, "{\"status\":\"" + status + "\"}").status();
  }

  // frachtpilot §6.1: values
  @Test
  void whatCannotBeIsToldAllAtOnce() {
    Reply reply =
        admin.post(
            "/accounts",
            """
            {"firstName":7,"country":"XX","latitude":91,"timeFrom":"18:00","timeTo":"07:00",\
            "deliveryDays":[1,1,8],"priority":2,"extraStopMinutes":241,"attributes":{"a":1}}\
            """);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(new HashSet<>(reply.json().path("violations").findValuesAsText("propertyPath")))
        .containsExactlyInAnyOrder(
            "firstName",
            "lastName",
            "country",
            "latitude",
            "longitude",
            "timeTo",
            "deliveryDays",
            "priority",
            "extraStopMinutes",
            "attributes.a");
  }

  // frachtpilot §6.1: filters and orders
  @Test
  void filtersAndOrders() {
    long cafe = account(CAFE);
    long moll =
        account(
            "{\"lastName\":\"Moll\",\"firstName\":\"Ada\",\"zip\":\"48155\",\"city\":\"Münster\","
                + "\"customerNumber\":\"A-1\"}");

    assertThat(ids("city=elgt")).containsExactly(cafe);
    assertThat(ids("zip=48")).containsExactly(cafe, moll);
    assertThat(ids("zip=481")).containsExactly(moll);
    assertThat(ids("type=private")).containsExactly(moll);
    assertThat(ids("customerNumber=A-1")).containsExactly(moll);
    assertThat(ids("customerNumber=K" + (2000 + cafe))).containsExactly(cafe);
    assertThat(ids("customerNumber=none")).isEmpty();
    assertThat(ids("email=EINKAUF@weidenhof.example")).containsExactly(cafe);
    assertThat(ids("search=ada")).containsExactly(moll);
    assertThat(ids("order[customerNumber]=asc")).containsExactly(moll, cafe);
    assertThat(ids("order[lastName]=desc")).containsExactly(moll, cafe);
    String updated = admin.get("/accounts/" + moll).json().path("updatedAt").textValue();
    assertThat(ids("updatedAt[after]=" + updated.replace("+", "%2B"))).contains(moll);
    assertThat(ids("updatedAt[after]=2999-01-01")).isEmpty();
    assertThat(ids("nonsense=1")).containsExactly(cafe, moll);
    assertThat(admin.get("/accounts?order[zip]=asc").status()).isEqualTo(400);
    assertThat(admin.get("/accounts?order[id]=up").status()).isEqualTo(400);
    Reply taken = admin.post("/accounts", "{\"lastName\":\"X\",\"customerNumber\":\"a-1\"}");
    assertThat(taken.status()).isEqualTo(422);
    assertThat(taken.json().at("/violations/0/propertyPath").textValue())
        .isEqualTo("customerNumber");
  }

  private List<Long> ids(String query) {
    return admin
        .get("/accounts?" + query.replace("[", "%5B").replace("]", "%5D"))
        .json()
        .findValuesAsText("id")
        .stream()
        .map(Long::valueOf)
        .toList();
  }

  // A recipient of Onfleet is an account, and the other way round
  @Test
  void aRecipientIsAnAccount() {
    KnownRecipient known =
        TestServer.store()
            .commit(
                tenant.caller(),
                Recipients.create(
                    new KnownRecipient.Draft(
                        "Ada van Moll",
                        "+492511234567",
                        Optional.of("Ring twice"),
                        Optional.of(true),
                        Metadata.NONE)));

    JsonNode account = admin.get("/accounts/" + known.number()).json();
    assertThat(account.path("lastName").textValue()).isEqualTo("van Moll");
    assertThat(account.path("phone").textValue()).isEqualTo("+492511234567");
    assertThat(account.path("note").textValue()).isEqualTo("Ring twice");
    assertThat(admin.get("/accounts").header("X-Total-Count")).hasValue("1");

    assertThat(admin.patch("/accounts/" + known.number(), "{\"city\":\"Telgte\"}").status())
        .isEqualTo(200);
    KnownRecipient after =
        TestServer.store().snapshot(tenant.caller()).get(Kind.RECIPIENT.number(known.number()));
    assertThat(after.name()).isEqualTo("Ada van Moll");
    assertThat(after.phone()).isEqualTo("+492511234567");
    assertThat(after.silent()).isTrue();

    long cafe = account(CAFE.replace("1234567", "7654321"));
    assertThat(
            Recipients.withPhone(TestServer.store().snapshot(tenant.caller()), "+492517654321")
                .map(KnownRecipient::number))
        .hasValue(cafe);
  }

  // Unique under concurrency
  @Test
  void aCustomerNumberIsOnesWhoeverAsksAtTheSameTime() {
    admin.get("/me");
    Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    IntStream.range(0, 8)
        .parallel()
        .forEach(
            i ->
                statuses.merge(
                    admin
                        .post("/accounts", "{\"lastName\":\"N\",\"customerNumber\":\"X1\"}")
                        .status(),
                    1,
                    Integer::sum));

    assertThat(statuses).containsExactlyInAnyOrderEntriesOf(Map.of(201, 1, 422, 7));
  }
}

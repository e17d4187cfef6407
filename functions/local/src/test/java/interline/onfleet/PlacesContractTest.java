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
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Metadata, hubs, destinations and recipients: onfleet 1 §5 and §9 to §11. */
class PlacesContractTest {

  private static final String ADDRESS =
      """
      {"number":"1200","street":"Southeast Morrison Street","apartment":"","city":"Portland",\
      "state":"OR","postalCode":"97214","country":"US"}\
      """;

  private final Tenant tenant = TestServer.tenant();
  private final Http client = Http.onfleet(tenant);

  // onfleet 1 §10.2
  @Test
  void aDestinationWithALocationIsKeptAsItWasSent() {
    Reply made =
        client.post(
            "/destinations",
            """
            {"address":%s,"location":[-122.6587,45.5122],"notes":"side door"}\
            """
                .formatted(ADDRESS));

    assertThat(made.status()).isEqualTo(200);
    JsonNode destination = made.json();
    assertThat(destination.path("id").textValue()).matches("[A-Za-z0-9*~]{24}");
    assertThat(destination.path("location").toString()).isEqualTo("[-122.6587,45.5122]");
    assertThat(destination.path("address").path("state").textValue()).isEqualTo("OR");
    assertThat(destination.path("address").path("apartment").textValue()).isEmpty();
    assertThat(destination.path("address").has("name")).isFalse();
    assertThat(destination.path("notes").textValue()).isEqualTo("side door");
    assertThat(destination.path("metadata").toString()).isEqualTo("[]");
    assertThat(destination.path("warnings").toString()).isEqualTo("[]");
    assertThat(destination.get("googlePlaceId").isNull()).isTrue();
    assertThat(destination.path("timeCreated").longValue() % 1000).isZero();
    assertThat(client.get("/destinations/" + destination.path("id").textValue()).json())
        .isEqualTo(destination);
  }

  // onfleet 1 §10.1; without a geocoder nobody knows where it is, and the answer says so
  @Test
  void anAddressThatNobodyCanLookUpIsSpelledOutAndKeptWithAWarning() {
    JsonNode parts = client.post("/destinations", "{\"address\":%s}".formatted(ADDRESS)).json();
    assertThat(parts.path("address").path("state").textValue()).isEqualTo("Oregon");
    assertThat(parts.path("address").path("country").textValue()).isEqualTo("United States");
    assertThat(parts.get("location").isNull()).isTrue();
    assertThat(parts.path("warnings").toString()).isEqualTo("[\"PARTIAL_MATCH\"]");

    JsonNode whole =
        client
            .post(
                "/destinations",
                """
                {"address":{"unparsed":"1200 SE Morrison, Portland","name":"Depot","number":"",
                 "street":"","city":"","country":"","apartment":"4"}}\
                """)
            .json();
    assertThat(whole.path("address").path("street").textValue())
        .isEqualTo("1200 SE Morrison, Portland");
    assertThat(whole.path("address").path("name").textValue()).isEqualTo("Depot");
    assertThat(whole.path("address").path("apartment").textValue()).isEqualTo("4");
    assertThat(whole.path("address").has("unparsed")).isFalse();
  }

  // onfleet 1 §10.2
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"address\":null}",
        "{\"address\":\"Portland\"}",
        "{\"address\":{\"number\":\"1\",\"street\":\"a\",\"city\":\"\",\"country\":\"US\"}}",
        "{\"address\":{\"unparsed\":\"a\"},\"location\":[1,2]}",
        "{\"address\":{\"number\":\"1\",\"street\":\"a\",\"city\":\"b\",\"country\":\"US\"},"
            + "\"location\":[1,91]}",
        "{\"address\":{\"number\":\"1\",\"street\":\"a\",\"city\":\"b\",\"country\":\"US\"},"
            + "\"location\":[1]}"
      })
  void anAddressThatIsNoneIsRefused(String body) {
    assertError(client.post("/destinations", body), 400, "InvalidContent", 1000);
  }

  // onfleet 1 §10.3, §4.4
  @Test
  void destinationsCannotBeListedChangedOrMistakenForOthers() {
    String id =
        client
            .post("/destinations", "{\"address\":%s}".formatted(ADDRESS))
            .json()
            .path("id")
            .textValue();

    assertThat(client.get("/destinations").status()).isEqualTo(405);
    assertThat(client.put("/destinations/" + id, "{}").status()).isEqualTo(405);
    assertThat(client.delete("/destinations/" + id).status()).isEqualTo(405);
    assertError(client.get("/recipients/" + id), 404, "ResourceNotFound", 1402);
    assertError(client.get("/destinations/:destinationId"), 400, "InvalidContent", 1005);
    assertError(
        Http.onfleet(TestServer.tenant()).get("/destinations/" + id),
        404,
        "ResourceNotFound",
        1402);
  }

  // onfleet 1 §11.1, §11.2, §1.4
  @Test
  void aRecipientIsKeptUnderTheInternationalFormOfItsPhone() {
    Reply made =
        client.post("/recipients", "{\"name\":\"Boris Foster\",\"phone\":\"(650) 555-1133\"}");

    assertThat(made.status()).isEqualTo(200);
    JsonNode recipient = made.json();
    assertThat(recipient.path("phone").textValue()).isEqualTo("+16505551133");
    assertThat(recipient.path("organization").textValue())
        .isEqualTo(new Identity(tenant.id()).ofOrganization());
    assertThat(recipient.path("notes").textValue()).isEmpty();
    assertThat(recipient.path("skipSMSNotifications").isBoolean()).isTrue();
    assertThat(recipient.path("skipSMSNotifications").booleanValue()).isFalse();
    assertThat(recipient.path("metadata").toString()).isEqualTo("[]");
    assertThat(client.get("/recipients/" + recipient.path("id").textValue()).json())
        .isEqualTo(recipient);
  }

  // onfleet 1 §11.3, clients §2.2 and §3.4: raw and escaped
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/phone/+16505551133",
        "/phone/%2B16505551133",
        "/phone/+16505551133?skipPhoneNumberValidation=true",
        "/phone/650-555-1133",
        "/name/Boris%20Foster",
        "/name/bORIS%20fOSTER",
        "/name/Boris+Foster"
      })
  void aRecipientIsFoundByPhoneAndByName(String path) {
    String id = recipient("Boris Foster", "+16505551133");

    Reply found = client.get("/recipients" + path);

    assertThat(found.status()).isEqualTo(200);
    assertThat(found.json().path("id").textValue()).isEqualTo(id);
  }

  // onfleet 1 §11.3
  @Test
  void ofSeveralOfANameTheLastIsTakenAndAPlusIsOneWhereItIsMeant() {
    recipient("Ada", "+16505551131");
    String last = recipient("ADA", "+16505551132");
    String plus = recipient("A+B/C", "+16505551133");
    recipient("A B/C", "+16505551134");

    assertThat(client.get("/recipients/name/ada").json().path("id").textValue()).isEqualTo(last);
    assertThat(client.get("/recipients/name/A+B/C").json().path("id").textValue()).isEqualTo(plus);
    assertError(client.get("/recipients/name/nobody"), 404, "ResourceNotFound", 1402);
    assertError(client.get("/recipients/phone/+16505559999"), 404, "ResourceNotFound", 1402);
  }

  // onfleet 1 §1.4.4, §11.2
  @Test
  void aPhoneThatNobodyCanHaveIsTakenOnlyUnchecked() {
    String body = "{\"name\":\"R\",\"phone\":\"%s\",\"skipPhoneNumberValidation\":%s}";

    assertError(
        client.post("/recipients", body.formatted("+1555", "false")), 400, "InvalidContent", 1000);
    assertError(
        client.post("/recipients", body.formatted("555-CALL", "true")),
        400,
        "InvalidContent",
        1000);
    Reply made = client.post("/recipients", body.formatted("+15550001", "true"));
    assertThat(made.json().path("phone").textValue()).isEqualTo("+15550001");
    assertThat(client.get("/recipients/phone/+15550001").status()).isEqualTo(200);
  }

  // onfleet 1 §4.4, §11.2
  @Test
  void aPhoneIsSomebodysOwn() {
    recipient("Ada", "+16505551133");

    Reply again = client.post("/recipients", "{\"name\":\"Bea\",\"phone\":\"+16505551133\"}");

    assertError(again, 400, "InvalidContent", 1004);
    assertThat(again.json().path("message").path("cause").path("type").textValue())
        .isEqualTo("duplicateKey");
    assertThat(again.json().has("id")).isFalse();
  }

  // onfleet 1 §11.4
  @Test
  void aRecipientIsChangedInPartAndNeverInPhone() {
    String id = recipient("Ada", "+16505551133");

    JsonNode after =
        client
            .put(
                "/recipients/" + id,
                "{\"notes\":\"rear\",\"skipSMSNotifications\":true,\"phone\":\"+16505551134\"}")
            .json();

    assertThat(after.path("name").textValue()).isEqualTo("Ada");
    assertThat(after.path("notes").textValue()).isEqualTo("rear");
    assertThat(after.path("skipSMSNotifications").booleanValue()).isTrue();
    assertThat(after.path("phone").textValue()).isEqualTo("+16505551133");
    JsonNode renamed = client.put("/recipients/" + id, "{\"name\":\"Bea\"}").json();
    assertThat(renamed.path("notes").textValue()).isEqualTo("rear");
    assertThat(client.get("/recipients/name/Bea").json().path("id").textValue()).isEqualTo(id);
    assertThat(client.get("/recipients/name/Ada").status()).isEqualTo(404);
  }

  // onfleet 1 §5.1
  @Test
  void metadataComesBackAsItWasSent() {
    String metadata =
        """
        [{"name":"coldBox","type":"boolean","value":true,"visibility":["api","worker"]},\
        {"name":"zones","type":"array","subtype":"number","value":[4,9],"visibility":["api"]},\
        {"name":"who","type":"object","value":{"a":{"b":[1,null,"x"]},"c":1.5},\
        "visibility":["api"]},\
        {"name":"n","type":"number","value":7,"visibility":["api"]},\
        {"name":"s","type":"string","value":"","visibility":["api"]}]\
        """;

    JsonNode made = withMetadata("+16505551133", metadata).json();

    assertThat(made.path("metadata").toString()).isEqualTo(metadata);
    assertThat(
            withMetadata("+16505551134", "[{\"name\":\"n\",\"type\":\"number\",\"value\":1}]")
                .json()
                .path("metadata")
                .toString())
        .isEqualTo("[{\"name\":\"n\",\"type\":\"number\",\"value\":1,\"visibility\":[\"api\"]}]");
  }

  // onfleet 1 §5.1
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"n\",\"type\":\"number\",\"value\":\"1\"}",
        "{\"name\":\"n\",\"type\":\"boolean\",\"value\":1}",
        "{\"name\":\"n\",\"type\":\"string\",\"value\":null}",
        "{\"name\":\"n\",\"type\":\"date\",\"value\":\"1\"}",
        "{\"name\":\"n\",\"value\":\"1\"}",
        "{\"type\":\"string\",\"value\":\"1\"}",
        "{\"name\":\"\",\"type\":\"string\",\"value\":\"1\"}",
        "{\"name\":\"n\",\"type\":\"array\",\"subtype\":\"number\",\"value\":[1,\"2\"]}",
        "{\"name\":\"n\",\"type\":\"array\",\"subtype\":\"array\",\"value\":[[1]]}",
        "{\"name\":\"n\",\"type\":\"number\",\"value\":1e999}",
        "{\"name\":\"n\",\"type\":\"string\",\"value\":\"1\",\"visibility\":[\"all\"]}"
      })
  void metadataThatIsNotOfItsTypeIsRefused(String item) {
    assertError(withMetadata("+16505551133", "[" + item + "]"), 400, "InvalidContent", 1000);
    assertError(client.post("/recipients/metadata", "[" + item + "]"), 400, "InvalidContent", 1000);
  }

  // onfleet 1 §5.2
  @Test
  void metadataIsReplacedAsAWholeOrByOperators() {
    String id =
        withMetadata("+16505551133", list(text("a", "1"), text("b", "2")))
            .json()
            .path("id")
            .textValue();

    assertThat(names(put(id, "{\"notes\":\"\"}"))).containsExactly("a", "b");
    assertThat(
            names(
                put(
                    id,
                    "{\"metadata\":{\"$set\":%s}}"
                        .formatted(list(text("b", "3"), text("c", "4"))))))
        .containsExactly("a", "b", "c");
    assertThat(found(list(text("b", "3")))).containsExactly(id);
    assertThat(found(list(text("b", "2")))).isEmpty();
    assertThat(names(put(id, "{\"metadata\":{\"$pop\":[{\"name\":\"a\"},\"c\"]}}")))
        .containsExactly("b");
    assertThat(
            names(
                put(
                    id,
                    "{\"metadata\":{\"$set\":%s,\"$pop\":[{\"name\":\"b\"},{\"name\":\"x\"}]}}"
                        .formatted(list(text("x", "1"), text("y", "1"))))))
        .containsExactly("y");
    assertThat(names(put(id, "{\"metadata\":%s}".formatted(list(text("z", "1"))))))
        .containsExactly("z");
    assertThat(names(put(id, "{\"metadata\":[]}"))).isEmpty();
    assertThat(found(list(text("z", "1")))).isEmpty();
    assertError(
        client.put("/recipients/" + id, "{\"metadata\":{\"$push\":[]}}"),
        400,
        "InvalidContent",
        1000);
  }

  // onfleet 1 §5.3
  @Test
  void recordsAreFoundByAllItemsAsAWholeWhateverTheOrderOfMembers() {
    String object = "{\"name\":\"o\",\"type\":\"object\",\"value\":%s}";
    String array = "{\"name\":\"l\",\"type\":\"array\",\"subtype\":\"string\",\"value\":%s}";
    String first =
        withMetadata(
                "+16505551131",
                list(
                    text("a", "1"),
                    object.formatted("{\"x\":1,\"y\":[true]}"),
                    array.formatted("[\"p\",\"q\"]")))
            .json()
            .path("id")
            .textValue();
    String second =
        withMetadata(
                "+16505551132",
                list(
                    text("a", "1"),
                    "{\"name\":\"w\",\"type\":\"string\",\"value\":\"1\",\"visibility\":[\"worker\"]}"))
            .json()
            .path("id")
            .textValue();

    assertThat(found(list(text("a", "1")))).containsExactly(first, second);
    assertThat(found(list(object.formatted("{\"y\":[true],\"x\":1.0}"), text("a", "1"))))
        .containsExactly(first);
    assertThat(found(list(object.formatted("{\"x\":1}")))).isEmpty();
    assertThat(found(list(array.formatted("[\"p\",\"q\"]")))).containsExactly(first);
    assertThat(found(list(array.formatted("[\"q\",\"p\"]")))).isEmpty();
    String untold = list("{\"name\":\"l\",\"type\":\"array\",\"value\":[\"p\",\"q\"]}");
    assertThat(found(untold)).containsExactly(first);
    assertError(withMetadata("+16505551133", untold), 400, "InvalidContent", 1000);
    assertThat(found(list(text("A", "1")))).isEmpty();
    assertThat(found(list("{\"name\":\"a\",\"type\":\"number\",\"value\":1}"))).isEmpty();
    assertThat(found(list(text("w", "1")))).isEmpty();
    assertThat(found("[]")).isEmpty();
    assertThat(client.post("/destinations/metadata", list(text("a", "1"))).text()).isEqualTo("[]");
    assertError(client.post("/recipients/metadata", "{}"), 400, "InvalidContent", 1000);
    assertError(client.post("/recipients/metadata", "null"), 400, "InvalidContent", 1000);
  }

  // onfleet 1 §9
  @Test
  void aHubIsShownWithItsTeamsWhichHaveOneHubAtMost() {
    Identity identity = new Identity(tenant.id());
    long northern = team("North");
    String team = identity.encode(Kind.TEAM, northern);
    String other = identity.encode(Kind.TEAM, team("South"));
    JsonNode hub =
        client
            .post(
                "/hubs",
                "{\"name\":\"Depot\",\"address\":%s,\"location\":[-122.6587,45.5122],\"teams\":[\"%s\"]}"
                    .formatted(ADDRESS, team))
            .json();

    assertThat(members(hub)).containsExactly("id", "name", "location", "address", "teams");
    assertThat(hub.path("teams").toString()).isEqualTo("[\"" + team + "\"]");
    assertThat(hubOf(northern)).contains(1L);

    JsonNode second =
        client
            .post(
                "/hubs",
                "{\"name\":\"Other\",\"address\":%s,\"team\":[\"%s\",\"%s\"]}"
                    .formatted(ADDRESS, team, other))
            .json();
    assertThat(second.path("teams").size()).isEqualTo(2);

    JsonNode changed =
        client
            .put(
                "/hubs/" + second.path("id").textValue(),
                "{\"name\":\"New\",\"teams\":[\"%s\"]}".formatted(other))
            .json();
    assertThat(changed.path("name").textValue()).isEqualTo("New");
    assertThat(changed.path("address")).isEqualTo(second.path("address"));
    assertThat(hubOf(northern)).isEmpty();
    assertThat(client.get("/hubs").json().findValuesAsText("name")).contains("Depot", "New");
    assertError(
        client.post(
            "/hubs",
            "{\"name\":\"X\",\"address\":%s,\"teams\":[\"%s\"]}"
                .formatted(ADDRESS, hub.path("id").textValue())),
        400,
        "InvalidContent",
        1000);
    assertThat(client.get("/hubs/" + hub.path("id").textValue()).status()).isEqualTo(405);
  }

  /** A job's customer and address have no record of their own; they are shown all the same. */
  @Test
  void customerAndAddressOfAJobAreShownUnderIdentifiersOfTheirOwn() {
    Reply job =
        Http.fieldOpt(tenant)
            .post(
                "/jobs",
                "{\"type\":\"install\",\"customer\":\"Acme Corp\",\"address\":\"123 Main St\"}");
    long number = job.json().path("id").longValue();
    Identity identity = new Identity(tenant.id());

    JsonNode recipient =
        client.get("/recipients/" + identity.encode(Kind.TASK_RECIPIENT, number)).json();
    JsonNode destination =
        client.get("/destinations/" + identity.encode(Kind.TASK_DESTINATION, number)).json();

    assertThat(recipient.path("name").textValue()).isEqualTo("Acme Corp");
    assertThat(recipient.get("phone").isNull()).isTrue();
    assertThat(destination.path("address").path("street").textValue()).isEqualTo("123 Main St");
    assertError(
        client.get("/recipients/" + identity.encode(Kind.TASK_RECIPIENT, number + 1)),
        404,
        "ResourceNotFound",
        1402);
  }

  private long team(String name) {
    Team.Revision draft =
        new Team.Revision(
            new Said.Given<>(name),
            new Said.Nothing<>(),
            new Said.Nothing<>(),
            new Said.Nothing<>(),
            new Said.Nothing<>(),
            Metadata.Revision.NOTHING);
    return TestServer.store().commit(tenant.caller(), Teams.create(draft)).number();
  }

  private Optional<Long> hubOf(long team) {
    return TestServer.store().snapshot(tenant.caller()).get(Kind.TEAM.number(team)).hub();
  }

  private String recipient(String name, String phone) {
    Reply made =
        client.post("/recipients", "{\"name\":\"%s\",\"phone\":\"%s\"}".formatted(name, phone));
    assertThat(made.status()).as(made.text()).isEqualTo(200);
    return made.json().path("id").textValue();
  }

  private Reply withMetadata(String phone, String metadata) {
    return client.post(
        "/recipients",
        "{\"name\":\"Ada\",\"phone\":\"%s\",\"metadata\":%s}".formatted(phone, metadata));
  }

  private JsonNode put(String id, String body) {
    Reply reply = client.put("/recipients/" + id, body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  private List<String> found(String query) {
    Reply reply = client.post("/recipients/metadata", query);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.json().isArray()).isTrue();
    return StreamSupport.stream(reply.json().spliterator(), false)
        .map(each -> each.path("id").textValue())
        .toList();
  }

  private static List<String> names(JsonNode recipient) {
    return recipient.path("metadata").findValuesAsText("name");
  }

  private static List<String> members(JsonNode object) {
    return object.properties().stream().map(member -> member.getKey()).toList();
  }

  private static String text(String name, String value) {
    return "{\"name\":\"%s\",\"type\":\"string\",\"value\":\"%s\"}".formatted(name, value);
  }

  private static String list(String... items) {
    return "[" + String.join(",", items) + "]";
  }

  private static void assertError(Reply reply, int status, String code, int number) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.json().path("code").textValue()).isEqualTo(code);
    assertThat(reply.json().path("message").path("error").intValue()).isEqualTo(number);
  }
}

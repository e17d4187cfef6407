package interline.fleetio;

import static interline.fleetio.BulkClient.change;
import static interline.fleetio.BulkClient.van;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Vehicle;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.TestServer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Bulk jobs as a script meets them: the seed, and fleetio §3. */
class BulkApiJobsContractTest {

  private static final String TIME =
      "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}[+-]\\d{2}:\\d{2}";

  private final BulkClient client = BulkClient.create();

  // The seed, step 1

  @Test
  void aJobIsQueuedAndToldOfAtOnce() {
    Reply reply = client.post("vehicle", "create", van("Van 1"), van("Van 2"));

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.header("Content-Type")).contains("application/json");
    JsonNode job = reply.json();
    assertThat(job.propertyStream().map(Map.Entry::getKey))
        .containsExactly(
            "id",
            "completed_at",
            "completed_count",
            "created_at",
            "failed_count",
            "failed_records",
            "operation",
            "resource",
            "started_at",
            "state",
            "successful_record_ids",
            "successful_records",
            "total_count",
            "updated_at");
    assertThat(UUID.fromString(job.path("id").textValue())).hasToString(job.path("id").asText());
    assertThat(job.path("completed_at").isNull()).isTrue();
    assertThat(job.path("completed_count").isInt()).isTrue();
    assertThat(job.path("completed_count").intValue()).isZero();
    assertThat(job.path("created_at").textValue()).matches(TIME);
    assertThat(job.path("failed_count").intValue()).isZero();
    assertThat(job.path("failed_records")).hasToString("[]");
    assertThat(job.path("operation").textValue()).isEqualTo("create");
    assertThat(job.path("resource").textValue()).isEqualTo("vehicle");
    assertThat(job.path("started_at").isNull()).isTrue();
    assertThat(job.path("state").textValue()).isEqualTo("pending");
    assertThat(job.path("successful_record_ids")).hasToString("[]");
    assertThat(job.path("successful_records")).hasToString("[]");
    assertThat(job.path("total_count").intValue()).isEqualTo(2);
    assertThat(job.path("updated_at")).isEqualTo(job.path("created_at"));
  }

  // fleetio §1.2

  @Test
  void itsLocationIsWhereToAskForIt() {
    Reply reply = client.post("vehicle", "create", van("Van 1"));

    String location = reply.header("Location").orElseThrow();
    assertThat(location).isEqualTo("/api/v1/bulk_api_jobs/" + reply.json().path("id").asText());
    assertThat(client.http().get(location.substring("/api/v1".length())).json().path("id"))
        .isEqualTo(reply.json().path("id"));
  }

  // The seed, step 2

  @Test
  void whatBecameOfEachRowIsToldByItsIndex() {
    Reply pending =
        client.post("vehicle", "create", van("Van 1"), van(""), van("Van 3"), van("Van 4"));

    JsonNode job = client.done(pending.json().path("id").textValue());

    assertThat(job.path("state").textValue()).isEqualTo("complete");
    assertThat(job.path("total_count").intValue()).isEqualTo(4);
    assertThat(job.path("completed_count").intValue()).isEqualTo(3);
    assertThat(job.path("failed_count").intValue()).isEqualTo(1);
    assertThat(job.path("failed_records"))
        .hasToString("[{\"index\":1,\"error_messages\":{\"name\":[\"can't be blank\"]}}]");
    JsonNode made = job.path("successful_records");
    assertThat(made.valueStream().map(r -> r.path("index").intValue())).containsExactly(0, 2, 3);
    assertThat(made.valueStream().map(r -> client.vehicle(r.path("id").longValue()).path("name")))
        .extracting(JsonNode::textValue)
        .containsExactly("Van 1", "Van 3", "Van 4");
    assertThat(job.path("successful_record_ids").valueStream())
        .containsExactlyElementsOf(made.valueStream().map(r -> r.path("id")).toList());
    assertThat(job.path("created_at")).isEqualTo(pending.json().path("created_at"));
    assertThat(job.path("started_at").textValue()).matches(TIME);
    assertThat(job.path("completed_at").textValue()).matches(TIME);
    assertThat(job.path("updated_at")).isEqualTo(job.path("completed_at"));
    assertThat(job.has("failure_reason")).isFalse();
  }

  @Test
  void aJobOfNothingButBadRowsIsCompleteToo() {
    JsonNode job = client.done("create", "{}", "{}");

    assertThat(job.path("state").textValue()).isEqualTo("complete");
    assertThat(job.path("completed_count").intValue()).isZero();
    assertThat(job.path("failed_count").intValue()).isEqualTo(2);
    assertThat(job.path("successful_records")).isEmpty();
  }

  @Test
  void allThatIsWrongWithARowIsTold() {
    JsonNode job =
        client.done(
            "create",
            """
            {"name":"%s","vin":"123456789012345678","meter_unit":"parsec","vehicle_type_id":99,
             "year":"soon","ownership":"stolen","registration_expiration_month":13}
            """
                .formatted("n".repeat(256)));

    assertThat(errors(job, 0))
        .containsOnly(
            Map.entry("name", "is too long (maximum is 255 characters)"),
            Map.entry("vin", "is too long (maximum is 17 characters)"),
            Map.entry("meter_unit", "must be one of the predefined values (hr, km, mi)"),
            Map.entry("vehicle_type", "can't be blank"),
            Map.entry("vehicle_status", "can't be blank"),
            Map.entry("year", "must be an integer"),
            Map.entry(
                "ownership",
                "must be one of the predefined values (customer, leased, owned, rented)"),
            Map.entry("registration_expiration_month", "must be between 0 and 12"));
  }

  @Test
  void whatIsRequiredIsAskedFor() {
    assertThat(errors(client.done("create", "{\"wings\":2}"), 0))
        .containsOnly(
            Map.entry("name", "can't be blank"),
            Map.entry("meter_unit", "can't be blank"),
            Map.entry("vehicle_status", "can't be blank"),
            Map.entry("vehicle_type", "can't be blank"));
  }

  @Test
  void aRowThatIsNoObjectFailsAndTheOthersGoOn() {
    JsonNode job = client.done("create", "null", "7", "\"Van\"", "[]", van("Van 1"));

    assertThat(job.path("completed_count").intValue()).isEqualTo(1);
    for (int index = 0; index < 4; index++) {
      assertThat(errors(job, index)).containsOnly(Map.entry("base", "must be an object"));
    }
  }

  @Test
  void rowsThatNoStoreCouldKeepFailAndTheOthersGoOn() {
    JsonNode job =
        client.done(
            "create",
            van("Van 1", "\"custom_fields\":{\"big\":1e300}"),
            van("Van 2", "\"estimated_resale_price\":1e99999999"),
            van("Van 3", "\"specs\":{\"deep\":" + "[".repeat(40) + "]".repeat(40) + "}"),
            van("Van 4", "\"specs\":{\"\":1,\"a\":null},\"year\":1e99999999"),
            van("Van \\ud83d"),
            van("Van 6", "\"specs\":{\"\":1,\"a\":[null,\"\"]}"));

    assertThat(job.path("state").textValue()).isEqualTo("complete");
    assertThat(errors(job, 0)).containsOnlyKeys("custom_fields");
    assertThat(errors(job, 1)).containsOnlyKeys("estimated_resale_price");
    assertThat(errors(job, 2)).containsOnlyKeys("specs");
    assertThat(errors(job, 3)).containsOnlyKeys("year");
    assertThat(indexes(job)).containsExactly(4, 5);
  }

  @Test
  void aVehicleOfWhichAllIsSaidThatCanBeIsKept() {
    long id = client.vehicles("Van 1").getFirst();
    String many = "1,".repeat(16_000) + "1";
    long label =
        client.http().post("/labels", "{\"name\":\"Winter\"}").json().path("id").longValue();
    String labels = (label + ",").repeat(8_000) + label;

    JsonNode job =
        client.done(
            "update",
            change("id", id, "\"label_ids\":[%s]".formatted(labels)),
            change("id", id, "\"linked_vehicle_ids\":[%s]".formatted(many)),
            change("id", id, "\"purchase_detail\":{\"a\":[%s]}".formatted(many)),
            change("id", id, "\"specs\":{\"a\":[%s]}".formatted(many)),
            change("id", id, "\"custom_fields\":{\"a\":[%s]}".formatted(many)));

    assertThat(job.path("state").textValue()).isEqualTo("complete");
    assertThat(job.path("completed_count").intValue()).isEqualTo(5);
  }

  // fleetio §3.5: processed in order; the second fails

  @Test
  void theSecondOfTwoRowsWithOneNameFails() {
    JsonNode job = client.done("create", van("Van 1"), van("van 1"), van("Van 2"));

    assertThat(indexes(job)).containsExactly(0, 2);
    assertThat(errors(job, 1)).containsOnly(Map.entry("name", "has already been taken"));
  }

  @Test
  void theSecondOfTwoRowsWithOneVinFails() {
    JsonNode job =
        client.done(
            "create",
            van("Van 1", "\"vin\":\"1FTBW9CK5RKA00001\""),
            van("Van 2", "\"vin\":\"1ftbw9ck5rka00001\""));

    assertThat(indexes(job)).containsExactly(0);
    assertThat(errors(job, 1)).containsOnly(Map.entry("vin", "has already been taken"));
  }

  @Test
  void aHundredRowsAsLargeAsTheyMayBeKeepTheirOrder() {
    String[] vans =
        IntStream.range(0, 100)
            .mapToObj(i -> van("Van " + i, "\"notes\":\"%s\"".formatted("x".repeat(32_000))))
            .toArray(String[]::new);

    JsonNode job = client.done("create", vans);

    assertThat(indexes(job)).containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
    assertThat(job.path("successful_record_ids").valueStream().map(JsonNode::longValue))
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(vehicles()).hasSize(100);
  }

  // The seed, "Updating records"

  @Test
  void oneJobChangesVehiclesByVinByNameAndById() {
    JsonNode made =
        client.done(
            "create",
            van("Old 1", "\"vin\":\"12345678901234567\""),
            van("Current vehicle name"),
            van("Old 3"));
    List<Long> ids =
        made.path("successful_record_ids").valueStream().map(JsonNode::longValue).toList();

    JsonNode job =
        client.done(
            "update",
            """
            {"identifier_field_name":"vin","identifier_field_value":"12345678901234567",
             "name":"A new vehicle name","color":"Blue"}
            """,
            """
            {"identifier_field_name":"name","identifier_field_value":"Current vehicle name",
             "name":"Another new vehicle name","color":"Black"}
            """,
            """
            {"identifier_field_name":"id","identifier_field_value":%d,
             "name":"A third new vehicle name","color":"Red"}
            """
                .formatted(ids.get(2)));

    assertThat(job.path("operation").textValue()).isEqualTo("update");
    assertThat(job.path("failed_records")).isEmpty();
    assertThat(job.path("successful_record_ids")).isEqualTo(made.path("successful_record_ids"));
    assertThat(ids.stream().map(client::vehicle))
        .extracting(
            vehicle -> vehicle.path("name").asText() + ": " + vehicle.path("color").asText())
        .containsExactly(
            "A new vehicle name: Blue",
            "Another new vehicle name: Black",
            "A third new vehicle name: Red");
    assertThat(client.vehicle(ids.getFirst()).path("vin").asText()).isEqualTo("12345678901234567");
  }

  @Test
  void aVehicleGoesByItsNewNameFromTheNextRowOn() {
    long id = client.vehicles("Van 1").getFirst();

    JsonNode job =
        client.done(
            "update",
            change("name", "Van 1", "\"name\":\"Bus 1\",\"color\":\"Blue\""),
            change("name", "Van 1", "\"color\":\"Black\""),
            change("name", "Bus 1", "\"make\":\"Ford\",\"color\":\"Red\""));

    assertThat(indexes(job)).containsExactly(0, 2);
    assertThat(errors(job, 1)).containsOnly(Map.entry("vehicle", "can't be blank"));
    assertThat(client.vehicle(id).path("name").textValue()).isEqualTo("Bus 1");
    assertThat(client.vehicle(id).path("color").textValue()).isEqualTo("Red");
    assertThat(client.vehicle(id).path("make").textValue()).isEqualTo("Ford");
  }

  @Test
  void aNameThatWasGivenUpIsFreeForTheNextRow() {
    List<Long> ids = client.vehicles("Van 1", "Van 2");

    JsonNode job =
        client.done(
            "update",
            change("id", ids.get(1), "\"name\":\"Van 1\""),
            change("id", ids.get(0), "\"name\":\"Van 3\""),
            change("id", ids.get(1), "\"name\":\"Van 1\""));

    assertThat(indexes(job)).containsExactly(1, 2);
    assertThat(errors(job, 0)).containsOnly(Map.entry("name", "has already been taken"));
    assertThat(client.vehicle(ids.get(1)).path("name").textValue()).isEqualTo("Van 1");
  }

  @Test
  void whatAnUpdateDoesNotSpeakOfStays() {
    long id =
        client
            .done(
                "create",
                van(
                    "Van 1",
                    "\"make\":\"Ford\",\"trim\":\"XLT\",\"ownership\":\"leased\"",
                    "\"custom_fields\":{\"a\":\"b\"},\"year\":2024"))
            .path("successful_record_ids")
            .path(0)
            .longValue();
    JsonNode before = client.vehicle(id);

    client.done(
        "update", change("id", id, "\"model\":\"Transit\",\"year\":null,\"group_id\":\"\""));

    JsonNode after = client.vehicle(id);
    assertThat(after.path("model").textValue()).isEqualTo("Transit");
    assertThat(after.path("year").isNull()).isTrue();
    assertThat(after.path("updated_at").textValue())
        .isGreaterThan(before.path("updated_at").textValue());
    for (String same :
        List.of("name", "make", "trim", "ownership", "custom_fields", "created_at")) {
      assertThat(after.path(same)).isEqualTo(before.path(same));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                                     | {identifier_field_name=can't be blank, identifier_field_value=can't be blank}
          {"identifier_field_name":"vin"}                                        | {identifier_field_value=can't be blank}
          {"identifier_field_value":7}                                           | {identifier_field_name=can't be blank}
          {"identifier_field_name":"color","identifier_field_value":"Red"}       | {identifier_field_name=must be one of the predefined values (id, name, vin)}
          {"identifier_field_name":"id","identifier_field_value":[]}             | {identifier_field_value=must be a string}
          {"identifier_field_name":"color","year":"soon"}                        | {identifier_field_name=must be one of the predefined values (id, name, vin), identifier_field_value=can't be blank, year=must be an integer}
          {"identifier_field_name":"id","identifier_field_value":999999}         | {vehicle=can't be blank}
          {"identifier_field_name":"id","identifier_field_value":0}              | {vehicle=can't be blank}
          {"identifier_field_name":"id","identifier_field_value":-1}             | {vehicle=can't be blank}
          {"identifier_field_name":"id","identifier_field_value":"Van 1"}        | {vehicle=can't be blank}
          {"identifier_field_name":"id","identifier_field_value":99999999999999999999999} | {vehicle=can't be blank}
          {"identifier_field_name":"name","identifier_field_value":"Van 2"}      | {vehicle=can't be blank}
          {"identifier_field_name":"vin","identifier_field_value":"Van 1"}       | {vehicle=can't be blank}
          """)
  void aRowHasToNameItsVehicle(String row, String errors) {
    client.vehicles("Van 1");

    assertThat(errors(client.done("update", row), 0)).hasToString(errors);
  }

  @Test
  void aNameThatIsTooLongForAnyVehicleIsNobodys() {
    JsonNode job = client.done("update", change("name", "n".repeat(4000), "\"color\":\"Red\""));

    assertThat(errors(job, 0)).containsOnly(Map.entry("vehicle", "can't be blank"));
  }

  @Test
  void anUpdateIsHeldToTheRulesOfACreate() {
    long id = client.vehicles("Van 1").getFirst();

    JsonNode job =
        client.done(
            "update", change("id", id, "\"name\":\"\",\"vehicle_status_id\":99,\"year\":\"x\""));

    assertThat(errors(job, 0))
        .containsOnly(
            Map.entry("name", "can't be blank"),
            Map.entry("vehicle_status", "can't be blank"),
            Map.entry("year", "must be an integer"));
    assertThat(client.vehicle(id).path("name").textValue()).isEqualTo("Van 1");
  }

  @Test
  void anotherAccountsVehicleIsNoVehicle() {
    long id = BulkClient.create().vehicles("Van 1").getFirst();

    JsonNode job =
        client.done(
            "update",
            change("id", id, "\"color\":\"Red\""),
            change("name", "Van 1", "\"color\":\"Red\""));

    assertThat(job.path("failed_count").intValue()).isEqualTo(2);
  }

  // fleetio §3.5: 422 on that key, nothing enqueued

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"resource":"spaceship","operation":"create","records":[{}]} | resource  | must be one of the predefined values (RESOURCES)
          {"operation":"create","records":[{}]}                        | resource  | can't be blank
          {"resource":"vehicle","operation":"delete","records":[{}]}   | operation | must be one of the predefined values (create, update)
          {"resource":"vehicle","records":[{}]}                        | operation | can't be blank
          {"resource":"vehicle","operation":"create"}                  | records   | can't be blank
          {"resource":"vehicle","operation":"create","records":[]}     | records   | can't be blank
          {"resource":"vehicle","operation":"create","records":{}}     | records   | must be an array
          {"resource":"vehicle","operation":"create","records":"[]"}   | records   | must be an array
          """)
  void whatIsNoJobIsRefusedAndNothingIsQueued(String body, String attribute, String message) {
    Reply reply = client.http().post("/bulk_api_jobs", body);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.text())
        .isEqualTo(
            "{\"errors\":{\"%s\":[\"%s\"]}}",
            attribute, message.replace("RESOURCES", String.join(", ", BulkOperation.resources())));
    assertThat(jobs()).isZero();
  }

  @Test
  void aHundredAndOneRowsAreRefusedAndNothingIsQueued() {
    String[] vans = IntStream.range(0, 101).mapToObj(i -> van("Van " + i)).toArray(String[]::new);

    Reply reply = client.post("vehicle", "create", vans);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.text())
        .isEqualTo("{\"errors\":{\"records\":[\"is too long (maximum is 100 records)\"]}}");
    assertThat(jobs()).isZero();
  }

  @Test
  void aRowTooLargeToKeepIsRefusedAndNothingIsQueued() {
    String large = van("Van 2", "\"notes\":\"%s\"".formatted("x".repeat(33_000)));

    Reply reply = client.post("vehicle", "create", van("Van 1"), large);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.text())
        .isEqualTo("{\"errors\":{\"records\":[\"must each be at most 32768 bytes long\"]}}");
    assertThat(jobs()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "7", "\"{}\"", "{\"records\":[{}],\"records\":[{}]}"})
  void aBodyThatIsNoObjectIsABadRequest(String body) {
    Reply reply = client.http().post("/bulk_api_jobs", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("status").intValue()).isEqualTo(400);
    assertThat(reply.json().path("instance").textValue()).isEqualTo("/api/v1/bulk_api_jobs");
  }

  // fleetio §3.3

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3f0e2c9a-5b7d-4c1e-9a64-8d2b7f31c0e5",
        "7",
        "x",
        "%23",
        "done%230",
        "..%2Fvehicles"
      })
  void aJobThatIsNotThereIsNotFound(String id) {
    Reply reply = client.http().get("/bulk_api_jobs/" + id);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().propertyStream().map(Map.Entry::getKey))
        .containsExactly("status", "title", "detail", "instance");
  }

  @Test
  void anotherAccountsJobIsNotFound() {
    String id = BulkClient.create().done("create", van("Van 1")).path("id").textValue();

    assertThat(client.http().get("/bulk_api_jobs/" + id).status()).isEqualTo(404);
  }

  @Test
  void thereIsNoListAndNothingToChangeOrRemove() {
    String id = client.done("create", van("Van 1")).path("id").textValue();

    Reply list = client.http().get("/bulk_api_jobs");
    assertThat(list.status()).isEqualTo(405);
    assertThat(list.header("Allow")).contains("POST");
    for (String method : List.of("PATCH", "PUT", "DELETE")) {
      Reply reply = client.http().send(method, "/bulk_api_jobs/" + id, "{}");
      assertThat(reply.status()).isEqualTo(405);
      assertThat(reply.header("Allow")).contains("GET");
    }
    assertThat(client.http().get("/bulk_api_jobs/" + id + "/rows").status()).isEqualTo(404);
  }

  // fleetio §1: every route under /api/v1 and under /api

  @Test
  void thePathNeedNotNameAVersion() {
    String body =
        "{\"resource\":\"vehicle\",\"operation\":\"create\",\"records\":[" + van("Van 1") + "]}";
    var unversioned = new Http(TestServer.shared().uri().resolve("/api"), client.http().headers());

    Reply reply = unversioned.post("/bulk_api_jobs/", body);

    String id = reply.json().path("id").textValue();
    assertThat(reply.header("Location")).contains("/api/bulk_api_jobs/" + id);
    long vehicle = client.done(id).path("successful_record_ids").path(0).longValue();
    assertThat(unversioned.get("/bulk_api_jobs/" + id).status()).isEqualTo(200);
    assertThat(unversioned.get("/vehicles/" + vehicle).json()).isEqualTo(client.vehicle(vehicle));
  }

  /** What is wrong with a row, by attribute. */
  private static Map<String, String> errors(JsonNode job, int index) {
    JsonNode messages =
        job.path("failed_records")
            .valueStream()
            .filter(record -> record.path("index").intValue() == index)
            .findFirst()
            .orElseThrow(() -> new AssertionError("Row " + index + " did not fail: " + job))
            .path("error_messages");
    return messages
        .propertyStream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> {
                  assertThat(entry.getValue()).hasSize(1);
                  return entry.getValue().path(0).textValue();
                },
                (a, _) -> a,
                TreeMap::new));
  }

  private static List<Integer> indexes(JsonNode job) {
    return job.path("successful_records")
        .valueStream()
        .map(r -> r.path("index").intValue())
        .toList();
  }

  private List<Vehicle> vehicles() {
    return TestServer.store()
        .snapshot(client.tenant().caller())
        .all(new Listing.Everything<>(Kind.VEHICLE));
  }

  /** How many items there are of bulk jobs of this account. */
  private int jobs() {
    var stack = TestServer.shared().stack();
    return stack
        .dynamoDb()
        .scanPaginator(
            scan ->
                scan.tableName(stack.tableName("Table"))
                    .filterExpression("begins_with(pk, :jobs)")
                    .expressionAttributeValues(
                        Map.of(
                            ":jobs",
                            AttributeValue.fromS(
                                client.tenant().id() + "#" + Kind.BULK_JOB + "#"))))
        .items()
        .stream()
        .toList()
        .size();
  }
}

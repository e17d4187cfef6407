package interline.fleetio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.local.Http.Reply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults and the rules that name them: fleetio §7. */
class FaultsContractTest {

  private final BulkClient client = BulkClient.create();
  private final long van = client.vehicles("Van 1").getFirst();

  @Test
  void aFaultIsRecordedAndRead() {
    Reply made =
        client
            .http()
            .post(
                "/faults",
                """
                {"vehicle_id":"%d","code":"P0300","name":"Misfire","description":"Cylinder 1",
                 "count":3,"external_id":"dtc-1","last_occurred_at":"2026-07-01T08:00:00-05:00",
                 "source":"telematics","unheard_of":1}
                """
                    .formatted(van));

    assertThat(made.status()).as(made.text()).isEqualTo(201);
    long id = made.json().path("id").longValue();
    assertThat(made.header("Location")).contains("/api/v1/faults/" + id);
    assertThat(made.json().propertyStream().map(Map.Entry::getKey))
        .containsExactly(
            "id",
            "created_at",
            "updated_at",
            "account_id",
            "vehicle_id",
            "code",
            "count",
            "description",
            "external_id",
            "last_occurred_at",
            "name",
            "status",
            "source",
            "vehicle_archived_at",
            "fault_rule_id",
            "is_sample",
            "idempotency_key");
    assertThat(made.json().path("vehicle_id").longValue()).isEqualTo(van);
    assertThat(made.json().path("status").textValue()).isEqualTo("open");
    assertThat(made.json().path("last_occurred_at").textValue())
        .isEqualTo("2026-07-01T13:00:00.000+00:00");
    assertThat(made.json().path("fault_rule_id").isNull()).isTrue();
    assertThat(client.http().get("/faults/" + id).json()).isEqualTo(made.json());
  }

  @Test
  void aFaultNeedsAVehicleAndACode() {
    refused("{}", "vehicle", "can't be blank", "code", "can't be blank");
    refused(
        "{\"vehicle_id\":999999,\"code\":\" \"}",
        "vehicle",
        "can't be blank",
        "code",
        "can't be blank");
    refused("{\"vehicle_id\":\"\",\"code\":\"P1\"}", "vehicle", "can't be blank");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status | \"closed\" | must be one of the predefined values (ignored, open, resolved)",
        "count | -1 | must be between 0 and 2147483647",
        "count | \"many\" | must be an integer",
        "last_occurred_at | \"yesterday\" | is not a valid date"
      })
  void aFaultIsRefusedByAttribute(String attribute, String value, String message) {
    refused(
        "{\"vehicle_id\":%d,\"code\":\"P1\",\"%s\":%s}".formatted(van, attribute, value),
        attribute,
        message);
  }

  // fleetio §7: at most 255 characters
  @ParameterizedTest
  @ValueSource(strings = {"name", "external_id", "source", "idempotency_key"})
  void aTextThatIsTooLongIsRefusedByItsOwnName(String attribute) {
    refused(
        "{\"vehicle_id\":%d,\"code\":\"P1\",\"%s\":\"%s\"}"
            .formatted(van, attribute, "x".repeat(256)),
        attribute,
        "is too long (maximum is 255 characters)");
  }

  @Test
  void aFaultIsChangedAndTakenAway() {
    long id = fault("P0300", "\"name\":\"Misfire\"");

    Reply changed =
        client.http().patch("/faults/" + id, "{\"status\":\"resolved\",\"name\":null,\"count\":7}");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().path("status").textValue()).isEqualTo("resolved");
    assertThat(changed.json().path("name").isNull()).isTrue();
    assertThat(changed.json().path("count").intValue()).isEqualTo(7);
    assertThat(changed.json().path("code").textValue()).isEqualTo("P0300");
    assertThat(client.http().patch("/faults/" + id, "{\"code\":\"\"}").status()).isEqualTo(422);

    assertThat(client.http().delete("/faults/" + id).status()).isEqualTo(204);
    assertThat(client.http().get("/faults/" + id).status()).isEqualTo(404);
    assertThat(client.http().patch("/faults/" + id, "{}").status()).isEqualTo(404);
    assertThat(client.http().delete("/faults/" + id).status()).isEqualTo(404);
  }

  @Test
  void aRuleNamesTheFaultsOfItsCodeOldAndNew() {
    long before = fault("P0300", "\"name\":\"dtc\"");
    long other = fault("p0300", "\"name\":\"dtc\"");

    Reply rule = client.http().post("/fault_rules", "{\"code\":\"P0300\",\"name\":\"Misfire\"}");

    assertThat(rule.status()).as(rule.text()).isEqualTo(201);
    assertThat(rule.json().propertyStream().map(Map.Entry::getKey))
        .containsExactly(
            "id",
            "created_at",
            "updated_at",
            "account_id",
            "code",
            "name",
            "description",
            "priority_handling");
    long id = rule.json().path("id").longValue();
    assertThat(rule.header("Location")).contains("/api/v1/fault_rules/" + id);
    long after = fault("P0300", "\"description\":\"own\"");
    for (long fault : new long[] {before, after}) {
      JsonNode shown = client.http().get("/faults/" + fault).json();
      assertThat(shown.path("name").textValue()).isEqualTo("Misfire");
      assertThat(shown.path("fault_rule_id").longValue()).isEqualTo(id);
    }
    assertThat(client.http().get("/faults/" + after).json().path("description").textValue())
        .isEqualTo("own");
    assertThat(client.http().get("/faults/" + other).json().path("name").textValue())
        .isEqualTo("dtc");

    client.http().patch("/fault_rules/" + id, "{\"name\":\"Random misfire\"}");
    assertThat(client.http().get("/faults/" + before).json().path("name").textValue())
        .isEqualTo("Random misfire");
    client.http().patch("/fault_rules/" + id, "{\"code\":\"p0300\"}");
    assertThat(client.http().get("/faults/" + other).json().path("name").textValue())
        .isEqualTo("Random misfire");
    client.http().delete("/fault_rules/" + id);
    assertThat(client.http().get("/faults/" + other).json().path("name").textValue())
        .isEqualTo("dtc");
    assertThat(client.http().get("/fault_rules/" + id).status()).isEqualTo(404);
  }

  @Test
  void aCodeHasOneRule() {
    client.http().post("/fault_rules", "{\"code\":\"P0300\"}");

    Reply second = client.http().post("/fault_rules", "{\"code\":\"P0300\"}");

    assertThat(second.status()).isEqualTo(422);
    assertThat(second.json()).hasToString("{\"errors\":{\"code\":[\"has already been taken\"]}}");
    assertThat(client.http().post("/fault_rules", "{\"code\":\"P0301\"}").status()).isEqualTo(201);
    assertThat(client.http().post("/fault_rules", "{}").text()).contains("can't be blank");
    assertThat(ids(client.http().get("/fault_rules?" + encoded("filter[code][eq]=P0301"))))
        .hasSize(1);
  }

  @Test
  void anIdempotencyKeyRecordsOnce() throws Exception {
    String body = "{\"vehicle_id\":%d,\"code\":\"P1\",\"idempotency_key\":\"k1\"}".formatted(van);
    List<Reply> replies;
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      List<Future<Reply>> calls =
          IntStream.range(0, 8)
              .mapToObj(_ -> pool.submit(() -> client.http().post("/faults", body)))
              .toList();
      pool.shutdown();
      assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
      replies = calls.stream().map(Future::resultNow).toList();
    }

    assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(201));
    assertThat(replies.stream().map(reply -> reply.json().path("id")))
        .hasSize(8)
        .containsOnly(replies.getFirst().json().path("id"));
    assertThat(replies.getFirst().json().path("idempotency_key").textValue()).isEqualTo("k1");
  }

  // fleetio §3: the rows of a job are refused as single records are
  @Test
  void faultsAreRecordedInBulk() {
    Reply posted =
        client.post(
            "fault",
            "create",
            "{\"vehicle_id\":%d,\"code\":\"P1\"}".formatted(van),
            "{\"vehicle_id\":999999,\"code\":\"P1\"}",
            "{\"vehicle_id\":%d}".formatted(van),
            "{\"vehicle_id\":%d,\"code\":\"P2\",\"status\":\"nonsense\"}".formatted(van));

    assertThat(posted.status()).as(posted.text()).isEqualTo(201);
    JsonNode job = client.done(posted.json().path("id").textValue());

    assertThat(job.path("completed_count").intValue()).isEqualTo(1);
    assertThat(job.path("failed_records"))
        .hasToString(
            """
            [{"index":1,"error_messages":{"vehicle":["can't be blank"]}},\
            {"index":2,"error_messages":{"code":["can't be blank"]}},\
            {"index":3,"error_messages":{"status":\
            ["must be one of the predefined values (ignored, open, resolved)"]}}]\
            """);
    long id = job.path("successful_records").path(0).path("id").longValue();
    assertThat(client.http().get("/faults/" + id).json().path("code").textValue()).isEqualTo("P1");
  }

  @Test
  void faultsAreListedByWhatTheyAreLike() {
    long bus = client.vehicles("Bus 1").getFirst();
    long first = fault("P1", "\"name\":\"Pump\",\"last_occurred_at\":\"2026-03-01\"");
    long second = fault("P2", "\"name\":\"Fan\",\"external_id\":\"x\",\"status\":\"ignored\"");
    long third =
        client
            .http()
            .post(
                "/faults",
                "{\"vehicle_id\":%d,\"code\":\"P1\",\"last_occurred_at\":\"2026-02-01\"}"
                    .formatted(bus))
            .json()
            .path("id")
            .longValue();
    long rule =
        client
            .http()
            .post("/fault_rules", "{\"code\":\"P1\",\"name\":\"Fuel pump\"}")
            .json()
            .path("id")
            .longValue();

    assertThat(list("")).containsExactly(third, second, first);
    assertThat(list("filter[vehicle_id][eq]=" + van)).containsExactly(second, first);
    assertThat(list("filter[vehicle_id][eq]=" + van + "&sort[id]=asc"))
        .containsExactly(first, second);
    assertThat(list("filter[code][eq]=P1")).containsExactly(third, first);
    assertThat(list("filter[name][like]=pump")).containsExactly(third, first);
    assertThat(list("filter[name][eq]=Pump")).isEmpty();
    assertThat(list("filter[external_id][eq]=x")).containsExactly(second);
    assertThat(list("filter[fault_rule_id][eq]=" + rule)).containsExactly(third, first);
    assertThat(list("filter[status_id][include]=ignored,resolved")).containsExactly(second);
    assertThat(list("filter[last_occurred_at][gte]=2026-02-15")).containsExactly(first);
    assertThat(list("sort[last_occurred_at]=desc")).containsExactly(first, third, second);
    assertThat(list("sort[last_occurred_at]=asc&filter[last_occurred_at][lt]=2026-02-15"))
        .containsExactly(third);
    assertThat(list("sort[updated_at]=asc")).containsExactly(first, second, third);
    assertThat(
            client
                .http()
                .get("/faults?" + encoded("filter[status_id][include]=open"))
                .json()
                .path("filtered_by"))
        .hasToString("[{\"status\":{\"include\":\"open\"}}]");
    assertThat(client.http().get("/faults?" + encoded("filter[count][eq]=1")).status())
        .isEqualTo(400);

    client.http().patch("/faults/" + second, "{\"vehicle_id\":%d}".formatted(bus));
    assertThat(list("filter[vehicle_id][eq]=" + van)).containsExactly(first);
    client.http().delete("/faults/" + first);
    assertThat(list("sort[last_occurred_at]=desc")).containsExactly(third, second);
  }

  @Test
  void olderClientsGetAnArray() {
    long id = fault("P1", "\"name\":\"Pump\"");

    Reply reply = client.http().with("X-Api-Version", "2023-03-01").get("/faults");

    assertThat(ids(reply.json())).containsExactly(id);
    assertThat(reply.header("X-Pagination-Total-Count")).contains("1");
  }

  private long fault(String code, String more) {
    Reply made =
        client
            .http()
            .post("/faults", "{\"vehicle_id\":%d,\"code\":\"%s\",%s}".formatted(van, code, more));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.json().path("id").longValue();
  }

  private List<Long> list(String query) {
    Reply reply = client.http().get("/faults?" + encoded(query));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return ids(reply.json().path("records"));
  }

  private static List<Long> ids(Reply reply) {
    return ids(reply.json().path("records"));
  }

  private static List<Long> ids(JsonNode records) {
    return records.valueStream().map(record -> record.path("id").longValue()).toList();
  }

  private static String encoded(String query) {
    return query.replace("[", "%5B").replace("]", "%5D");
  }

  private void refused(String body, String... attributesAndMessages) {
    Reply reply = client.http().post("/faults", body);

    assertThat(reply.status()).as(reply.text()).isEqualTo(422);
    assertThat(
            reply
                .json()
                .path("errors")
                .propertyStream()
                .flatMap(error -> Stream.of(error.getKey(), error.getValue().path(0).asText())))
        .containsExactlyInAnyOrder(attributesAndMessages);
  }
}

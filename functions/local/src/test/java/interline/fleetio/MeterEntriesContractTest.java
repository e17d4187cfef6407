package interline.fleetio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.local.Http;
import interline.local.Http.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Meter entries: fleetio §5. */
class MeterEntriesContractTest {

  private final BulkClient client = BulkClient.create();
  private final Http http = client.http();
  private final long vehicle = client.vehicles("Van").getFirst();

  // fleetio §5.3
  @Test
  void anEntryIsShownWithItsValueAsTextAndItsDateWithoutTime() {
    Reply reply =
        http.post(
            "/meter_entries",
            """
            {"vehicle_id":"%d","value":"12345.5","date":"2026-01-05T10:00:00Z"}
            """
                .formatted(vehicle));

    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    JsonNode entry = reply.json();
    long id = entry.path("id").longValue();
    assertThat(reply.header("Location")).hasValueSatisfying(l -> assertThat(l).endsWith("/" + id));
    assertThat(entry.path("vehicle_id").longValue()).isEqualTo(vehicle);
    assertThat(entry.path("account_id").longValue()).isEqualTo(client.tenant().id().number());
    assertThat(entry.path("value").textValue()).isEqualTo("12345.5");
    assertThat(entry.path("date").textValue()).isEqualTo("2026-01-05");
    assertThat(entry.path("void").isBoolean()).isTrue();
    assertThat(entry.path("void").booleanValue()).isFalse();
    assertThat(entry.path("category").textValue()).isEqualTo("manual");
    assertThat(entry.path("created_at").textValue()).isNotBlank();
    for (String nothing :
        List.of(
            "meter_type",
            "meterable_type",
            "meterable_id",
            "auto_voided_at",
            "gps_provider",
            "type")) {
      assertThat(entry.has(nothing)).as(nothing).isTrue();
      assertThat(entry.path(nothing).isNull()).as(nothing).isTrue();
    }
    assertThat(http.get("/meter_entries/" + id).json()).isEqualTo(entry);
  }

  // fleetio §5.2
  @Test
  void whatIsMissingOrCannotBeMeantIsToldByAttribute() {
    assertRefused(http.post("/meter_entries", "{}"), "vehicle", "can't be blank");
    assertRefused(http.post("/meter_entries", "{}"), "value", "can't be blank");
    assertRefused(http.post("/meter_entries", "{}"), "date", "can't be blank");
    assertRefused(entry(999_999, "2026-01-01", "1"), "vehicle", "can't be blank");
    assertRefused(entry(vehicle, "2026-01-01", "\"far\""), "value", "is not a number");
    assertRefused(entry(vehicle, "yesterday", "1"), "date", "is not a valid date");
    assertRefused(
        entry(vehicle, "2026-01-01", "-0.5"), "value", "must be between 0 and 1000000000000");
    assertRefused(
        entry(vehicle, "2026-01-01", "1,\"meter_type\":\"third\""),
        "meter_type",
        "must be one of the predefined values (secondary)");
  }

  // fleetio §5.2
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-01-15 | 9999.5 | must be between 10,000 and 20,000.5 or marked as void",
        "2026-01-15 | 20001 | must be between 10,000 and 20,000.5 or marked as void",
        "2026-01-05 | 10001 | must be less than or equal to 10,000 or marked as void",
        "2026-01-25 | 20000 | must be greater than or equal to 20,000.5 or marked as void"
      })
  void aValueOutOfSequenceIsRefused(String date, String value, String message) {
    created(vehicle, "2026-01-10", "10000");
    created(vehicle, "2026-01-20", "20000.5");

    assertRefused(entry(vehicle, date, value), "value", message);
    assertThat(created(vehicle, date, value + ",\"void\":true").path("void").booleanValue())
        .isTrue();
    assertThat(vehicle().path("primary_meter_value").textValue()).isEqualTo("20000.5");
  }

  // fleetio §5.2
  @Test
  void equalValuesAndTheOrderWithinADayAreFine() {
    created(vehicle, "2026-01-10", "100");
    created(vehicle, "2026-01-10", "90");
    created(vehicle, "2026-01-10", "110");
    created(vehicle, "2026-01-10", "110");
    created(vehicle, "2026-01-11", "110");
    created(vehicle, "2026-01-09", "90");

    assertThat(vehicle().path("primary_meter_value").textValue()).isEqualTo("110.0");
    assertThat(vehicle().path("primary_meter_date").textValue()).isEqualTo("2026-01-11");
    assertThat(vehicle().path("current_meter_value").doubleValue()).isEqualTo(110);
  }

  // fleetio §5.2
  @Test
  void theSecondaryMeterHasASequenceOfItsOwn() {
    created(vehicle, "2026-01-10", "10000");

    JsonNode entry = created(vehicle, "2026-01-20", "5.25,\"meter_type\":\"secondary\"");

    assertThat(entry.path("meter_type").textValue()).isEqualTo("secondary");
    assertThat(vehicle().path("primary_meter_value").textValue()).isEqualTo("10000.0");
    assertThat(vehicle().path("secondary_meter_value").textValue()).isEqualTo("5.25");
    assertThat(vehicle().path("secondary_meter_date").textValue()).isEqualTo("2026-01-20");
  }

  // fleetio §5.2
  @Test
  void voidingDeletingAndCorrectingMoveTheCurrentReading() {
    created(vehicle, "2026-01-10", "100");
    long middle = id(created(vehicle, "2026-01-20", "200"));
    long last = id(created(vehicle, "2026-01-20", "250"));

    assertThat(http.patch("/meter_entries/" + last, "{\"void\":true}").status()).isEqualTo(204);
    assertThat(vehicle().path("primary_meter_value").textValue()).isEqualTo("200.0");

    assertThat(http.patch("/meter_entries/" + middle, "{\"value\":150}").status()).isEqualTo(204);
    assertThat(vehicle().path("primary_meter_value").textValue()).isEqualTo("150.0");

    assertThat(http.delete("/meter_entries/" + middle).status()).isEqualTo(204);
    assertThat(vehicle().path("primary_meter_value").textValue()).isEqualTo("100.0");
    assertThat(vehicle().path("primary_meter_date").textValue()).isEqualTo("2026-01-10");
    assertThat(http.get("/meter_entries/" + middle).status()).isEqualTo(404);
    assertThat(http.delete("/meter_entries/" + middle).status()).isEqualTo(404);
  }

  // fleetio §5.2: un-voiding checks again
  @Test
  void anEntryIsCheckedWhenItIsNoLongerVoid() {
    created(vehicle, "2026-01-10", "100");
    long wrong = id(created(vehicle, "2026-01-20", "50,\"void\":true"));

    assertRefused(
        http.patch("/meter_entries/" + wrong, "{\"void\":false}"),
        "value",
        "must be greater than or equal to 100 or marked as void");
    assertThat(http.patch("/meter_entries/" + wrong, "{\"void\":false,\"value\":\"120\"}").status())
        .isEqualTo(204);
    assertThat(vehicle().path("primary_meter_value").textValue()).isEqualTo("120.0");
  }

  @Test
  void whatCannotBeClearedIsRefused() {
    long entry = id(created(vehicle, "2026-01-10", "100"));

    assertRefused(
        http.patch("/meter_entries/" + entry, "{\"value\":null}"), "value", "can't be blank");
    assertRefused(
        http.patch("/meter_entries/" + entry, "{\"date\":\"\"}"), "date", "can't be blank");
  }

  @Test
  void anEntryOfAnotherAccountIsNotThere() {
    long entry = id(created(vehicle, "2026-01-10", "100"));
    Http stranger = BulkClient.create().http();

    assertThat(stranger.get("/meter_entries/" + entry).status()).isEqualTo(404);
    assertThat(stranger.patch("/meter_entries/" + entry, "{}").status()).isEqualTo(404);
    assertThat(stranger.delete("/meter_entries/" + entry).status()).isEqualTo(404);
  }

  // fleetio §5.1, §2.2
  @Test
  void entriesAreListedFilteredAndSorted() {
    long other = client.vehicles("Bus").getFirst();
    long first = id(created(vehicle, "2026-01-20", "100"));
    long second = id(created(vehicle, "2026-01-10", "90"));
    long third = id(created(other, "2026-01-15", "7"));
    http.patch("/meter_entries/" + second, "{\"value\":80}");

    assertThat(ids("/meter_entries")).containsExactly(third, second, first);
    assertThat(ids("/meter_entries?sort[date]=asc")).containsExactly(second, third, first);
    assertThat(ids("/meter_entries?sort[updated_at]=desc")).containsExactly(second, third, first);
    assertThat(ids("/meter_entries?filter[vehicle_id][eq]=" + vehicle))
        .containsExactly(second, first);
    assertThat(ids("/meter_entries?filter[date][gte]=2026-01-15&sort[date]=desc"))
        .containsExactly(first, third);
    assertThat(ids("/meter_entries?filter[date][eq]=2026-01-15")).containsExactly(third);
    assertThat(ids("/meter_entries?filter[category][include]=nightly")).isEmpty();
    assertThat(ids("/meter_entries?filter[category][include]=manual,nightly")).hasSize(3);
    assertThat(ids("/meter_entries?filter[meterable_id][eq]=1")).isEmpty();
    assertThat(ids("/vehicles/" + vehicle + "/meter_entries")).containsExactly(second, first);
    assertThat(ids("/vehicles/" + vehicle + "/meter_entries?sort[date]=desc"))
        .containsExactly(first, second);
    assertThat(http.get("/vehicles/999999/meter_entries").status()).isEqualTo(404);
    assertThat(http.get("/meter_entries?sort%5Bvalue%5D=asc").status()).isEqualTo(400);
    assertThat(http.get("/meter_entries?filter%5Bvalue%5D%5Beq%5D=1").status()).isEqualTo(400);
  }

  // fleetio §5.1, §2.2: in the order of days, whatever their meter, void ones too
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/vehicles/%d/meter_entries?sort[date]=",
        "/meter_entries?filter[vehicle_id][eq]=%d&sort[date]="
      })
  void theEntriesOfAVehicleAreSortedByDayPageByPage(String path) {
    long other = client.vehicles("Bus").getFirst();
    long third = id(created(vehicle, "2026-01-20", "100,\"void\":true"));
    long first = id(created(vehicle, "2026-01-10", "90"));
    created(other, "2026-01-12", "7");
    long fourth = id(created(vehicle, "2026-01-25", "95"));
    long second = id(created(vehicle, "2026-01-12", "3,\"meter_type\":\"secondary\""));
    created(other, "2026-01-20", "8");
    long fifth = id(created(vehicle, "2026-01-30", "4,\"meter_type\":\"secondary\""));
    http.patch("/meter_entries/" + third, "{\"value\":1,\"date\":\"2026-01-21\"}");

    String sorted = path.formatted(vehicle);

    assertThat(pages(sorted + "asc&per_page=2"))
        .containsExactly(
            "5 " + List.of(first, second), "3 " + List.of(third, fourth), "1 " + List.of(fifth));
    assertThat(pages(sorted + "desc&per_page=2"))
        .containsExactly(
            "5 " + List.of(fifth, fourth), "3 " + List.of(third, second), "1 " + List.of(first));
    assertThat(pages(sorted + "desc&per_page=2&filter[date][lte]=2026-01-21"))
        .containsExactly("3 " + List.of(third, second), "1 " + List.of(first));
    assertThat(pages(sorted + "asc&per_page=2&filter[date][gt]=2026-01-12"))
        .containsExactly("3 " + List.of(third, fourth), "1 " + List.of(fifth));
  }

  // fleetio §5.1: date eq; §2.2: remaining including the records on this page
  @Test
  void theEntriesOfADayAreARangeOfTheirOwn() {
    created(vehicle, "2026-01-10", "90");
    List<Long> day = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      day.addFirst(id(created(vehicle, "2026-01-11", "90")));
    }

    assertThat(pages("/meter_entries?per_page=2&filter[date][eq]=2026-01-11"))
        .containsExactly(
            "5 " + day.subList(0, 2), "3 " + day.subList(2, 4), "1 " + day.subList(4, 5));
  }

  @Test
  void theLastDayThatThereIsIsABoundToo() {
    long entry = id(created(vehicle, "9999-12-31", "90"));

    assertThat(ids("/meter_entries?sort[date]=asc&filter[date][lte]=9999-12-31"))
        .containsExactly(entry);
    assertThat(ids("/meter_entries?filter[date][eq]=9999-12-31")).containsExactly(entry);
  }

  // fleetio §2.1
  @Test
  void olderVersionsGetAnArray() {
    created(vehicle, "2026-01-10", "90");

    Reply reply = http.with("X-Api-Version", "2023-03-01").get("/meter_entries");

    assertThat(reply.json()).hasSize(1);
    assertThat(reply.header("X-Pagination-Total-Count")).hasValue("1");
  }

  // fleetio §3.2, seed: the example job
  @Test
  void theSeedsJobMakesTwoEntries() {
    long other = client.vehicles("Bus").getFirst();
    Reply reply =
        client.post(
            "meter_entry",
            "create",
            "{\"vehicle_id\":%d, \"date\":\"2020-01-01\", \"value\":10000}".formatted(vehicle),
            "{\"vehicle_id\":%d, \"date\":\"2020-01-01\", \"value\":25000}".formatted(other));

    assertThat(reply.status()).isEqualTo(201);
    JsonNode job = client.done(reply.json().path("id").textValue());
    assertThat(job.path("state").textValue()).isEqualTo("complete");
    assertThat(job.path("resource").textValue()).isEqualTo("meter_entry");
    assertThat(job.path("completed_count").intValue()).isEqualTo(2);
    assertThat(job.path("failed_count").intValue()).isZero();
    assertThat(job.path("failed_records")).isEmpty();
    assertThat(job.path("successful_records")).hasSize(2);
    assertThat(job.path("successful_records").path(1).path("index").intValue()).isEqualTo(1);
    long made = job.path("successful_record_ids").path(1).longValue();
    assertThat(http.get("/meter_entries/" + made).json().path("value").textValue())
        .isEqualTo("25000.0");
    assertThat(vehicle().path("primary_meter_value").textValue()).isEqualTo("10000.0");
  }

  // fleetio §3.4: error_messages as a single record would get them
  @Test
  void rowsFailAsSingleEntriesDo() {
    JsonNode job =
        client.done(
            client
                .post(
                    "meter_entry",
                    "create",
                    "{\"vehicle_id\":%d,\"date\":\"2026-01-10\",\"value\":100}".formatted(vehicle),
                    "{\"vehicle_id\":%d,\"date\":\"2026-01-11\",\"value\":99}".formatted(vehicle),
                    "{\"vehicle_id\":999999,\"date\":\"2026-01-11\",\"value\":99}",
                    "{\"date\":\"2026-01-11\",\"value\":99}",
                    "{\"vehicle_id\":%d,\"date\":\"2026-01-12\"}".formatted(vehicle),
                    "{\"vehicle_id\":%d,\"date\":\"2026-01-12\",\"value\":1,\"void\":true,\"x\":1}"
                        .formatted(vehicle),
                    "7")
                .json()
                .path("id")
                .textValue());

    assertThat(job.path("completed_count").intValue()).isEqualTo(2);
    assertThat(job.path("failed_count").intValue()).isEqualTo(5);
    assertThat(messages(job, 1, "value"))
        .isEqualTo("must be greater than or equal to 100 or marked as void");
    assertThat(messages(job, 2, "vehicle")).isEqualTo("can't be blank");
    assertThat(messages(job, 3, "vehicle")).isEqualTo("can't be blank");
    assertThat(messages(job, 4, "value")).isEqualTo("can't be blank");
    assertThat(vehicle().path("primary_meter_value").textValue()).isEqualTo("100.0");
  }

  // fleetio §3.1
  @ParameterizedTest
  @ValueSource(strings = {"update", "delete"})
  void entriesCanOnlyBeCreatedInBulk(String operation) {
    assertRefused(
        client.post("meter_entry", operation, "{}"),
        "operation",
        "must be one of the predefined values (create)");
  }

  // fleetio §5.2, under concurrency
  @Test
  void writersOfOneVehicleCannotBreakTheOrderTogether() throws Exception {
    List<Callable<Reply>> calls = new ArrayList<>();
    IntStream.range(0, 8)
        .forEach(
            i -> {
              // The first kind rises from day to day; the second falls, so no two of it fit.
              calls.add(() -> entry(vehicle, "2026-01-1" + i, "1" + i + "00"));
              calls.add(() -> entry(vehicle, "2026-01-1" + i, "9" + (9 - i) + "00"));
            });
    List<Integer> statuses = new ArrayList<>();
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Reply> reply : clients.invokeAll(calls)) {
        statuses.add(reply.get().status());
      }
    }

    assertThat(statuses).containsAnyOf(201).isSubsetOf(201, 422);
    List<JsonNode> entries =
        http.get("/meter_entries?sort%5Bdate%5D=asc").json().path("records").valueStream().toList();
    assertThat(entries).hasSize((int) statuses.stream().filter(s -> s == 201).count());
    for (JsonNode left : entries) {
      for (JsonNode right : entries) {
        if (left.path("date").textValue().compareTo(right.path("date").textValue()) < 0) {
          assertThat(left.path("value").asDouble())
              .isLessThanOrEqualTo(right.path("value").asDouble());
        }
      }
    }
    double highest =
        entries.stream().mapToDouble(entry -> entry.path("value").asDouble()).max().orElseThrow();
    assertThat(vehicle().path("current_meter_value").asDouble()).isEqualTo(highest);
  }

  private Reply entry(long of, String date, String value) {
    return http.post(
        "/meter_entries",
        "{\"vehicle_id\":%d,\"date\":\"%s\",\"value\":%s}".formatted(of, date, value));
  }

  private JsonNode created(long of, String date, String value) {
    Reply reply = entry(of, date, value);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.json();
  }

  private JsonNode vehicle() {
    return client.vehicle(vehicle);
  }

  /** Each page: how many records remain, and the numbers of those on it. */
  private List<String> pages(String path) {
    List<String> pages = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = list(path + cursor);
      pages.add(page.path("estimated_remaining_count").intValue() + " " + ids(page));
      cursor = "&start_cursor=" + page.path("next_cursor").asText("");
    } while (!cursor.endsWith("="));
    return pages;
  }

  private List<Long> ids(String path) {
    return ids(list(path));
  }

  private static List<Long> ids(JsonNode page) {
    return page.path("records").valueStream().map(MeterEntriesContractTest::id).toList();
  }

  private JsonNode list(String path) {
    Reply reply = http.get(path.replace("[", "%5B").replace("]", "%5D"));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  private static long id(JsonNode entry) {
    return entry.path("id").longValue();
  }

  private static String messages(JsonNode job, int index, String field) {
    return job.path("failed_records")
        .valueStream()
        .filter(failed -> failed.path("index").intValue() == index)
        .map(failed -> failed.path("error_messages").path(field).path(0).asText())
        .findFirst()
        .orElse("nothing");
  }

  private static void assertRefused(Reply reply, String field, String message) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(422);
    assertThat(reply.json().path("errors").path(field).path(0).asText())
        .as(reply.text())
        .isEqualTo(message);
  }
}

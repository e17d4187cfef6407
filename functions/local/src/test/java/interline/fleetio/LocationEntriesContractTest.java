package interline.fleetio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.local.Http;
import interline.local.Http.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Location entries: fleetio §6. */
class LocationEntriesContractTest {

  private final BulkClient client = BulkClient.create();
  private final Http http = client.http();
  private final Http fieldOpt = Http.fieldOpt(client.tenant());
  private final long vehicle = client.vehicles("Van").getFirst();

  // fleetio §6
  @Test
  void anEntryOfAVehicleIsShown() {
    Reply reply =
        http.post(
            "/location_entries",
            """
            {"vehicle_id":%d,"contact_id":"","date":"2026-01-05T10:00:00-06:00",
             "latitude":"41.25","longitude":-95.93}
            """
                .formatted(vehicle));

    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    JsonNode entry = reply.json();
    long id = id(entry);
    assertThat(reply.header("Location")).hasValueSatisfying(l -> assertThat(l).endsWith("/" + id));
    assertThat(entry.path("date").textValue()).isEqualTo("2026-01-05T16:00:00.000+00:00");
    assertThat(entry.path("item_type").textValue()).isEqualTo("Vehicle");
    assertThat(entry.path("item_id").longValue()).isEqualTo(vehicle);
    assertThat(entry.path("vehicle_id").longValue()).isEqualTo(vehicle);
    assertThat(entry.path("contact_id").isNull()).isTrue();
    assertThat(entry.path("is_current").booleanValue()).isTrue();
    assertThat(entry.path("location").textValue()).isEqualTo("POINT (41.250000,-95.930000)");
    assertThat(entry.path("geolocation").path("latitude").doubleValue()).isEqualTo(41.25);
    for (String nothing :
        List.of(
            "locatable_type",
            "locatable_id",
            "address",
            "address_components",
            "vehicle_archived_at",
            "contact_archived_at")) {
      assertThat(entry.has(nothing)).as(nothing).isTrue();
      assertThat(entry.path(nothing).isNull()).as(nothing).isTrue();
    }
    assertThat(http.get("/location_entries/" + id).json()).isEqualTo(entry);
    assertThat(current()).isEqualTo(id);
  }

  // fleetio §6
  @Test
  void whatIsMissingOrCannotBeMeantIsToldByAttribute() {
    Reply empty = http.post("/location_entries", "{}");
    assertRefused(empty, "vehicle", "can't be blank");
    assertRefused(empty, "date", "can't be blank");
    assertRefused(empty, "latitude", "can't be blank");
    assertRefused(empty, "longitude", "can't be blank");
    assertRefused(
        http.post(
            "/location_entries",
            "{\"contact_id\":999999,\"date\":\"2026-01-05\",\"latitude\":1,\"longitude\":1}"),
        "contact",
        "can't be blank");
    assertRefused(
        http.post(
            "/location_entries",
            "{\"vehicle_id\":999999,\"date\":\"2026-01-05\",\"latitude\":1,\"longitude\":1}"),
        "vehicle",
        "can't be blank");
    Reply away =
        http.post(
            "/location_entries",
            "{\"vehicle_id\":%d,\"date\":\"2026-01-05\",\"latitude\":91,\"longitude\":181}"
                .formatted(vehicle));
    assertRefused(away, "latitude", "must be between -90 and 90");
    assertRefused(away, "longitude", "must be between -180 and 180");
  }

  // fleetio §6: the newest is current
  @Test
  void theNewestEntryIsWhereTheVehicleIs() {
    long noon = id(created("2026-01-05T12:00:00Z", 10));
    long morning = id(created("2026-01-05T09:00:00Z", 9));
    assertThat(current()).isEqualTo(noon);

    long evening = id(created("2026-01-05T18:00:00Z", 11));
    assertThat(current()).isEqualTo(evening);
    assertThat(http.get("/location_entries/" + noon).json().path("is_current").booleanValue())
        .isFalse();

    Reply moved = http.patch("/location_entries/" + evening, "{\"date\":\"2026-01-05T10:00:00Z\"}");
    assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    assertThat(moved.json().path("is_current").booleanValue()).isFalse();
    assertThat(current()).isEqualTo(noon);

    assertThat(http.delete("/location_entries/" + noon).status()).isEqualTo(204);
    assertThat(current()).isEqualTo(evening);
    assertThat(http.delete("/location_entries/" + evening).status()).isEqualTo(204);
    assertThat(current()).isEqualTo(morning);
    assertThat(http.delete("/location_entries/" + morning).status()).isEqualTo(204);
    assertThat(client.vehicle(vehicle).path("current_location_entry_id").isNull()).isTrue();
  }

  // A contact is a worker of the fleet, whom FieldOpt calls a technician.
  @Test
  void theNewestEntryOfAContactIsWhereTheTechnicianIs() {
    long technician = id(fieldOpt.post("/technicians/", "{\"name\":\"Ella\"}").json());

    Reply reply =
        http.post(
            "/location_entries",
            """
            {"contact_id":%d,"date":"2026-01-05T10:00:00Z","latitude":41.25,"longitude":-95.93}
            """
                .formatted(technician));

    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    assertThat(reply.json().path("item_type").textValue()).isEqualTo("Contact");
    assertThat(reply.json().path("contact_id").longValue()).isEqualTo(technician);
    assertThat(reply.json().path("is_current").booleanValue()).isTrue();
    assertThat(ids("/location_entries?filter[contact_id][eq]=" + technician))
        .containsExactly(id(reply.json()));

    fieldOpt.patch(
        "/technicians/" + technician + "/location", "{\"latitude\":40.7,\"longitude\":-74}");
    assertThat(
            http.get("/location_entries/" + id(reply.json()))
                .json()
                .path("is_current")
                .booleanValue())
        .isFalse();

    String archived =
        http.patch("/contacts/" + technician + "/archive", "")
            .json()
            .path("archived_at")
            .textValue();
    assertThat(
            http.get("/location_entries/" + id(reply.json()))
                .json()
                .path("contact_archived_at")
                .textValue())
        .isEqualTo(archived);
  }

  // fleetio §6, §2.2
  @Test
  void entriesAreListed() {
    long first = id(created("2026-01-05T12:00:00Z", 10));
    long second = id(created("2026-01-05T09:00:00Z", 9));
    http.patch("/location_entries/" + first, "{\"latitude\":12}");
    String nested = "/vehicles/" + vehicle + "/location_entries";

    assertThat(ids("/location_entries")).containsExactly(second, first);
    assertThat(ids("/location_entries?sort[updated_at]=desc")).containsExactly(first, second);
    assertThat(ids("/location_entries?filter[vehicle_id][eq]=" + vehicle)).hasSize(2);
    assertThat(ids(nested)).containsExactly(second, first);
    assertThat(ids(nested + "?sort[updated_at]=desc")).containsExactly(first, second);
    assertThat(ids(nested + "?filter[locatable_type][eq]=FuelEntry")).isEmpty();
    assertThat(ids(nested + "?filter[contact_id][eq]=1")).isEmpty();
    assertThat(http.get("/vehicles/999999/location_entries").status()).isEqualTo(404);
    JsonNode records = http.get("/location_entries").json().path("records");
    assertThat(records.path(1).path("is_current").booleanValue()).isTrue();
    assertThat(records.path(0).path("is_current").booleanValue()).isFalse();
  }

  @Test
  void anEntryOfAnotherAccountIsNotThere() {
    long entry = id(created("2026-01-05T12:00:00Z", 10));
    Http stranger = BulkClient.create().http();

    assertThat(stranger.get("/location_entries/" + entry).status()).isEqualTo(404);
    assertThat(stranger.patch("/location_entries/" + entry, "{}").status()).isEqualTo(404);
    assertThat(stranger.delete("/location_entries/" + entry).status()).isEqualTo(404);
  }

  // fleetio §3.1
  @Test
  void aBulkJobMakesEntriesAndTellsWhatIsWrong() {
    JsonNode job =
        client.done(
            client
                .post(
                    "location_entry",
                    "create",
                    row(vehicle, "2026-01-05T12:00:00Z", "10"),
                    row(vehicle, "2026-01-05T13:00:00Z", "11"),
                    row(999_999, "2026-01-05T13:00:00Z", "11"),
                    row(vehicle, "2026-01-05T14:00:00Z", "100"),
                    row(vehicle, "never", "10"))
                .json()
                .path("id")
                .textValue());

    assertThat(job.path("completed_count").intValue()).isEqualTo(2);
    assertThat(job.path("failed_records").path(0).toString())
        .isEqualTo("{\"index\":2,\"error_messages\":{\"vehicle\":[\"can't be blank\"]}}");
    assertThat(job.path("failed_records").path(1).path("error_messages").has("latitude")).isTrue();
    assertThat(job.path("failed_records").path(2).path("error_messages").has("date")).isTrue();
    assertThat(current()).isEqualTo(job.path("successful_record_ids").path(1).longValue());
  }

  private static String row(long vehicle, String date, String latitude) {
    return "{\"vehicle_id\":%d,\"date\":\"%s\",\"latitude\":%s,\"longitude\":20}"
        .formatted(vehicle, date, latitude);
  }

  private JsonNode created(String date, int latitude) {
    Reply reply = http.post("/location_entries", row(vehicle, date, Integer.toString(latitude)));
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.json();
  }

  private long current() {
    return client.vehicle(vehicle).path("current_location_entry_id").longValue();
  }

  private List<Long> ids(String path) {
    Reply reply = http.get(path.replace("[", "%5B").replace("]", "%5D"));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json().path("records").valueStream().map(LocationEntriesContractTest::id).toList();
  }

  private static long id(JsonNode record) {
    return record.path("id").longValue();
  }

  private static void assertRefused(Reply reply, String field, String message) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(422);
    assertThat(reply.json().path("errors").path(field).path(0).asText())
        .as(reply.text())
        .isEqualTo(message);
  }
}

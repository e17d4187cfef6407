package interline.fleetio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.Tenant;
import interline.local.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who drives what, and when. */
class VehicleAssignmentsContractTest {

  private static final String MARCH = "2026-03-01T00:00:00Z";
  private static final String APRIL = "2026-04-01T00:00:00Z";
  private static final String MAY = "2026-05-01T00:00:00Z";
  private static final String OVERLAP = "overlaps another assignment of the vehicle";

  private final Tenant tenant = TestServer.tenant();
  private final Http fleetio = Http.fleetio(tenant);
  private long vehicle;
  private long ella;

  @BeforeEach
  void aVanAndItsDriver() {
    vehicle = FleetioVehicles.made(tenant, "Van 1");
    ella =
        contact(
            "{\"first_name\":\"Ella\",\"last_name\":\"F\",\"employee_number\":\"E-1\",\"vehicle_operator\":true}");
  }

  // fleetio §9
  @Test
  void isMadeAndShown() {
    Reply made =
        fleetio.post(
            "/vehicle_assignments",
            """
            {"vehicle_id":"%d","contact_id":%d,"started_at":"2026-03-01T08:30:00-06:00",\
            "starting_meter_entry_attributes":{"value":"1204.50"},\
            "comments_attributes":[{"title":"Keys","comment":"at the desk"}],\
            "custom_fields":{"shift":"early"}}\
            """
                .formatted(vehicle, ella));

    assertThat(made.status()).as(made.text()).isEqualTo(201);
    long id = made.json().path("id").longValue();
    assertThat(made.header("Location").orElseThrow()).endsWith("/vehicle_assignments/" + id);
    JsonNode shown = fleetio.get("/vehicle_assignments/" + id).json();
    assertThat(shown).isEqualTo(made.json());
    assertThat(shown.path("vehicle_id").longValue()).isEqualTo(vehicle);
    assertThat(shown.path("contact_id").longValue()).isEqualTo(ella);
    assertThat(shown.path("contact_full_name").textValue()).isEqualTo("Ella F");
    assertThat(moment(shown, "started_at")).isEqualTo("2026-03-01T14:30:00Z");
    assertThat(shown.path("ended_at").isNull()).isTrue();
    assertThat(shown.path("current").booleanValue()).isTrue();
    assertThat(shown.path("future").booleanValue()).isFalse();
    assertThat(shown.path("starting_meter_entry_value").textValue()).isEqualTo("1204.5");
    assertThat(shown.path("ending_meter_entry_value").isNull()).isTrue();
    assertThat(shown.path("comments_count").intValue()).isEqualTo(1);
    assertThat(shown.path("comments").path(0).path("comment").textValue()).isEqualTo("at the desk");
    assertThat(shown.path("custom_fields").path("shift").textValue()).isEqualTo("early");
  }

  // fleetio §9: create meter entries tied to the assignment
  @Test
  void entersWhatTheMeterShowedAtItsEnds() {
    Reply made = driven("2026-03-01T23:30:00Z", "2026-03-09T08:00:00Z", "1204.5", "1310");

    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.json().path("starting_meter_entry_value").textValue()).isEqualTo("1204.5");
    assertThat(made.json().path("ending_meter_entry_value").textValue()).isEqualTo("1310.0");
    JsonNode entries = entries();
    assertThat(entries).hasSize(2);
    JsonNode ending = entries.path(0);
    JsonNode starting = entries.path(1);
    assertThat(starting.path("value").textValue()).isEqualTo("1204.5");
    assertThat(starting.path("date").textValue()).isEqualTo("2026-03-01");
    assertThat(starting.path("category").textValue()).isEqualTo("starting");
    assertThat(starting.path("meterable_type").textValue()).isEqualTo("VehicleAssignment");
    assertThat(starting.path("meterable_id").longValue()).isEqualTo(id(made));
    assertThat(ending.path("value").textValue()).isEqualTo("1310.0");
    assertThat(ending.path("date").textValue()).isEqualTo("2026-03-09");
    assertThat(ending.path("category").textValue()).isEqualTo("ending");
    assertThat(fleetio.get("/vehicles/" + vehicle).json().path("primary_meter_value").textValue())
        .isEqualTo("1310.0");
    JsonNode listed = fleetio.get("/vehicle_assignments").json().path("records").path(0);
    assertThat(listed.path("starting_meter_entry_value").textValue()).isEqualTo("1204.5");
    assertThat(listed.path("ending_meter_entry_value").textValue()).isEqualTo("1310.0");
  }

  // fleetio §9: meter rules of 5.2 apply; equal is fine
  @Test
  void takesNoReadingOutOfOrder() {
    fleetio.post(
        "/meter_entries",
        "{\"vehicle_id\":%d,\"value\":10000,\"date\":\"2026-02-01\"}".formatted(vehicle));
    fleetio.post(
        "/meter_entries",
        "{\"vehicle_id\":%d,\"value\":12000,\"date\":\"2026-03-05\"}".formatted(vehicle));

    Reply low = driven(MARCH, APRIL, "9999", "12000");
    assertThat(error(low, "starting_meter_entry.value"))
        .isEqualTo("must be between 10,000 and 12,000 or marked as void");
    Reply back = driven(MARCH, APRIL, "11000", "11999");
    assertThat(error(back, "ending_meter_entry.value"))
        .isEqualTo("must be greater than or equal to 12,000 or marked as void");
    Reply negative = driven(MARCH, APRIL, "-1", "12000");
    assertThat(error(negative, "starting_meter_entry.value")).startsWith("must be between 0 and");
    assertThat(entries()).hasSize(2);
    assertThat(fleetio.get("/vehicle_assignments").json().path("records")).isEmpty();

    assertThat(driven(MARCH, APRIL, "10000", "12000").status()).isEqualTo(201);
    assertThat(entries()).hasSize(4);
  }

  // fleetio §5.2: void skips the check
  @Test
  void keepsAVoidReadingOutOfTheMeter() {
    Reply made =
        fleetio.post(
            "/vehicle_assignments",
            """
            {"vehicle_id":%d,"contact_id":%d,"started_at":"2026-03-01T00:00:00Z",\
            "starting_meter_entry_attributes":{"value":5,"void":true},\
            "ending_meter_entry_attributes":{"value":"","void":false}}\
            """
                .formatted(vehicle, ella));

    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.json().path("starting_meter_entry_value").textValue()).isEqualTo("5.0");
    assertThat(made.json().path("ending_meter_entry_value").isNull()).isTrue();
    assertThat(entries()).hasSize(1);
    assertThat(entries().path(0).path("void").booleanValue()).isTrue();
    assertThat(fleetio.get("/vehicles/" + vehicle).json().path("primary_meter_date").isNull())
        .isTrue();
  }

  // fleetio §9: the same entry as long as it is there
  @Test
  void correctsItsReading() {
    long id = id(driven(MARCH, APRIL, "100", "200"));

    Reply corrected =
        fleetio.patch(
            "/vehicle_assignments/" + id, "{\"starting_meter_entry_attributes\":{\"value\":150}}");

    assertThat(corrected.json().path("starting_meter_entry_value").textValue()).isEqualTo("150.0");
    assertThat(entries()).hasSize(2);
    Reply over =
        fleetio.patch(
            "/vehicle_assignments/" + id, "{\"starting_meter_entry_attributes\":{\"value\":201}}");
    assertThat(error(over, "starting_meter_entry.value"))
        .isEqualTo("must be less than or equal to 200 or marked as void");

    long ending = entries().path(0).path("id").longValue();
    assertThat(fleetio.delete("/meter_entries/" + ending).status()).isEqualTo(204);
    assertThat(
            fleetio
                .get("/vehicle_assignments/" + id)
                .json()
                .path("ending_meter_entry_value")
                .isNull())
        .isTrue();
    Reply anew =
        fleetio.patch(
            "/vehicle_assignments/" + id, "{\"ending_meter_entry_attributes\":{\"value\":300}}");
    assertThat(anew.json().path("ending_meter_entry_value").textValue()).isEqualTo("300.0");
    assertThat(entries()).hasSize(2);
  }

  // fleetio §9: archiving ends them
  @Test
  void endsWhenItsVehicleIsArchived() {
    long past = id(assign(vehicle, ella, "2025-01-01T00:00:00Z", "2025-02-01T00:00:00Z"));
    long running = id(assign(vehicle, ella, MARCH, "2098-12-31T00:00:00Z"));
    List<Long> coming = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      coming.add(
          id(
              assign(
                  vehicle,
                  ella,
                  "%d-01-01T00:00:00Z".formatted(2100 + i),
                  "%d-06-01T00:00:00Z".formatted(2100 + i))));
    }

    Reply archived = fleetio.patch("/vehicles/" + vehicle + "/archive", "");

    assertThat(archived.json().path("archived_at").isTextual()).as(archived.text()).isTrue();
    assertThat(ids("/vehicle_assignments")).containsExactly(running, past);
    JsonNode ended = fleetio.get("/vehicle_assignments/" + running).json();
    assertThat(ended.path("current").booleanValue()).isFalse();
    assertThat(moment(ended, "ended_at")).isEqualTo(moment(archived.json(), "archived_at"));
    assertThat(moment(fleetio.get("/vehicle_assignments/" + past).json(), "ended_at"))
        .isEqualTo("2025-02-01T00:00:00Z");
    assertThat(fleetio.get("/vehicle_assignments/" + coming.getFirst()).status()).isEqualTo(404);
  }

  // fleetio §4.1: delete is permanent; what was recorded stays, and can be read and deleted
  @Test
  void staysOnRecordWhenItsVehicleIsDeleted() {
    long running = id(driven(MARCH, "2098-12-31T00:00:00Z", "100", "200"));
    long entry = entries().path(1).path("id").longValue();
    long fault =
        fleetio
            .post("/faults", "{\"vehicle_id\":%d,\"code\":\"P0420\"}".formatted(vehicle))
            .json()
            .path("id")
            .longValue();
    long place =
        fleetio
            .post(
                "/location_entries",
                """
                {"vehicle_id":%d,"date":"2026-03-02","latitude":1,"longitude":2}\
                """
                    .formatted(vehicle))
            .json()
            .path("id")
            .longValue();

    assertThat(fleetio.delete("/vehicles/" + vehicle).status()).isEqualTo(204);

    JsonNode listed = records("/vehicle_assignments").getFirst();
    assertThat(listed.path("id").longValue()).isEqualTo(running);
    assertThat(listed.path("vehicle").isNull()).isTrue();
    assertThat(listed.path("vehicle_id").longValue()).isEqualTo(vehicle);
    assertThat(listed.path("current").booleanValue()).isFalse();
    assertThat(fleetio.get("/vehicles/" + vehicle + "/meter_entries").status()).isEqualTo(404);
    assertThat(ids("/meter_entries?filter[vehicle_id][eq]=" + vehicle)).hasSize(2);
    for (String path :
        List.of("/meter_entries/" + entry, "/location_entries/" + place, "/faults/" + fault)) {
      JsonNode left = fleetio.get(path).json();
      assertThat(left.path("vehicle_id").longValue()).as(path).isEqualTo(vehicle);
    }
    assertThat(error(fleetio.patch("/meter_entries/" + entry, "{\"value\":150}"), "vehicle"))
        .isEqualTo("can't be blank");
    assertThat(error(fleetio.patch("/location_entries/" + place, "{\"latitude\":3}"), "vehicle"))
        .isEqualTo("can't be blank");
    for (String path :
        List.of(
            "/meter_entries/" + entry,
            "/location_entries/" + place,
            "/faults/" + fault,
            "/vehicle_assignments/" + running)) {
      assertThat(fleetio.delete(path).status()).as(path).isEqualTo(204);
    }
  }

  // fleetio §9: or give contact_employee_number
  @Test
  void findsTheContactByItsEmployeeNumber() {
    Reply made =
        fleetio.post(
            "/vehicle_assignments",
            "{\"vehicle_id\":%d,\"contact_id\":\"\",\"contact_employee_number\":\"e-1\"}"
                .formatted(vehicle));
    assertThat(made.json().path("contact_id").longValue()).isEqualTo(ella);

    Reply unknown =
        fleetio.post(
            "/vehicle_assignments",
            "{\"vehicle_id\":%d,\"contact_employee_number\":\"E-2\"}".formatted(vehicle));
    assertThat(error(unknown, "contact")).isEqualTo("can't be blank");
  }

  // fleetio §1.2: a missing parent goes by the name of the association
  @ParameterizedTest
  @CsvSource({
    "{}, vehicle",
    "{}, contact",
    "'{\"vehicle_id\":999,\"contact_id\":999}', vehicle",
    "'{\"vehicle_id\":999,\"contact_id\":999}', contact",
    "'{\"vehicle_id\":null,\"contact_id\":null}', contact",
  })
  void needsAVehicleAndAContact(String body, String association) {
    assertThat(error(fleetio.post("/vehicle_assignments", body), association))
        .isEqualTo("can't be blank");
  }

  // fleetio §9
  @Test
  void endsAfterItStarts() {
    assertThat(error(assign(vehicle, ella, MAY, APRIL), "ended_at"))
        .isEqualTo("must not end before it starts");
    assertThat(error(assign(vehicle, ella, "soon", ""), "started_at")).isNotEmpty();
  }

  // fleetio §9: contact must be a vehicle operator
  @Test
  void isOnlyForOperators() {
    long clerk = contact("{\"first_name\":\"Bob\",\"technician\":true}");
    assertThat(error(assign(vehicle, clerk, "", ""), "contact"))
        .isEqualTo("must be a vehicle operator");

    fleetio.patch("/contacts/" + ella + "/archive", "");
    assertThat(error(assign(vehicle, ella, "", ""), "contact")).isEqualTo("is archived");
  }

  // fleetio §9: no overlap, and ends that touch are refused
  @ParameterizedTest
  @CsvSource({
    "2026-02-01T00:00:00Z, 2026-02-28T00:00:00Z, 201",
    "2026-02-01T00:00:00Z, 2026-03-01T00:00:00Z, 422",
    "2026-03-10T00:00:00Z, 2026-03-11T00:00:00Z, 422",
    "2026-04-01T00:00:00Z, 2026-04-02T00:00:00Z, 422",
    "2026-04-01T00:00:00.001Z, 2026-04-02T00:00:00Z, 201",
    "2026-01-01T00:00:00Z, 2026-12-01T00:00:00Z, 422",
    "'', 2026-02-01T00:00:00Z, 201",
    "'', 2026-03-01T00:00:00Z, 422",
    "2026-04-02T00:00:00Z, '', 201",
    "2026-04-01T00:00:00Z, '', 422",
    "'', '', 422"
  })
  void doesNotOverlap(String start, String end, int status) {
    assertThat(assign(vehicle, ella, MARCH, APRIL).status()).isEqualTo(201);

    Reply second = assign(vehicle, ella, start, end);

    assertThat(second.status()).as(second.text()).isEqualTo(status);
    if (status == 422) {
      assertThat(error(second, "base")).isEqualTo(OVERLAP);
    }
    long other = FleetioVehicles.made(tenant, "Van 2");
    assertThat(assign(other, ella, start, end).status()).isEqualTo(201);
  }

  // fleetio §9
  @Test
  void atMostOneStartAndOneEndIsOpen() {
    assertThat(assign(vehicle, ella, "", MARCH).status()).isEqualTo(201);
    assertThat(assign(vehicle, ella, "", "2026-01-01").status()).isEqualTo(422);
    assertThat(assign(vehicle, ella, MAY, "").status()).isEqualTo(201);
    assertThat(assign(vehicle, ella, "2026-06-01", "").status()).isEqualTo(422);
    assertThat(assign(vehicle, ella, "2026-03-02", "2026-03-03").status()).isEqualTo(201);
  }

  // fleetio §9: 200 and the record
  @Test
  void isChanged() {
    long id = id(assign(vehicle, ella, MARCH, APRIL));
    long later = id(assign(vehicle, ella, MAY, ""));
    long bob = contact("{\"first_name\":\"Bob\",\"vehicle_operator\":true}");

    Reply moved =
        patch(
            id,
            "{\"contact_id\":%d,\"started_at\":\"2026-03-02\",\"comments_attributes\":[{\"comment\":\"x\"}]}"
                .formatted(bob));
    assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    assertThat(moved.json().path("contact_full_name").textValue()).isEqualTo("Bob");
    assertThat(moment(moved.json(), "started_at")).isEqualTo("2026-03-02T00:00:00Z");
    assertThat(moment(moved.json(), "ended_at")).isEqualTo(APRIL);
    assertThat(moved.json().path("comments")).hasSize(1);

    assertThat(error(patch(id, "{\"ended_at\":null}"), "base")).isEqualTo(OVERLAP);
    assertThat(error(patch(id, "{\"ended_at\":\"" + MAY + "\"}"), "base")).isEqualTo(OVERLAP);
    assertThat(error(patch(id, "{\"vehicle_id\":null}"), "vehicle")).isEqualTo("can't be blank");
    assertThat(patch(later, "{\"started_at\":\"2026-04-15\"}").status()).isEqualTo(200);
    assertThat(patch(id, "{\"ended_at\":\"2026-04-14\"}").status()).isEqualTo(200);

    long other = FleetioVehicles.made(tenant, "Van 2");
    assertThat(patch(later, "{\"vehicle_id\":%d}".formatted(other)).status()).isEqualTo(200);
    assertThat(patch(id, "{\"ended_at\":null}").status()).isEqualTo(200);
    assertThat(fleetio.patch("/vehicle_assignments/999", "{}").status()).isEqualTo(404);
  }

  // fleetio §9: ends it immediately
  @Test
  void isEndedNow() {
    long id = id(assign(vehicle, ella, MARCH, ""));
    assertThat(
            fleetio
                .get("/vehicles/" + vehicle + "/current_assignment")
                .json()
                .path("id")
                .longValue())
        .isEqualTo(id);

    Reply ended = fleetio.patch("/vehicle_assignments/" + id + "/unassign", "");

    assertThat(ended.status()).isEqualTo(200);
    assertThat(moment(ended.json(), "ended_at"))
        .isBetween(Instant.now().minusSeconds(30), Instant.now().plusSeconds(1));
    assertThat(ended.json().path("current").booleanValue()).isFalse();
    assertThat(fleetio.get("/vehicles/" + vehicle + "/current_assignment").status()).isEqualTo(404);
    Reply again = fleetio.patch("/vehicle_assignments/" + id + "/unassign", "");
    assertThat(again.json()).isEqualTo(ended.json());
    assertThat(fleetio.get("/vehicles/999/current_assignment").status()).isEqualTo(404);
  }

  // fleetio §9: future allowed
  @Test
  void mayBeginInTheFuture() {
    String tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();
    Reply made = assign(vehicle, ella, tomorrow, "");

    assertThat(made.json().path("future").booleanValue()).isTrue();
    assertThat(made.json().path("current").booleanValue()).isFalse();
    assertThat(fleetio.get("/vehicles/" + vehicle + "/current_assignment").status()).isEqualTo(404);
    assertThat(
            error(fleetio.patch("/vehicle_assignments/" + id(made) + "/unassign", ""), "ended_at"))
        .isEqualTo("must not end before it starts");
  }

  // fleetio §9
  @Test
  void leavesItsTimeToOthersOnceDeleted() {
    long id = id(assign(vehicle, ella, "", ""));
    assertThat(fleetio.delete("/vehicle_assignments/" + id).status()).isEqualTo(204);

    assertThat(fleetio.get("/vehicle_assignments/" + id).status()).isEqualTo(404);
    assertThat(fleetio.delete("/vehicle_assignments/" + id).status()).isEqualTo(404);
    assertThat(assign(vehicle, ella, MARCH, "").status()).isEqualTo(201);
  }

  // fleetio §8: archiving a contact ends its current vehicle assignments
  @Test
  void endsWhenItsContactIsArchived() {
    long past = id(assign(vehicle, ella, "", MARCH));
    long current = id(assign(vehicle, ella, APRIL, "2090-01-01"));
    long future = id(assign(vehicle, ella, "2091-01-01", ""));
    JsonNode before = fleetio.get("/vehicle_assignments/" + past).json();

    assertThat(fleetio.patch("/contacts/" + ella + "/archive", "").status()).isEqualTo(200);

    assertThat(fleetio.get("/vehicle_assignments/" + past).json()).isEqualTo(before);
    JsonNode ended = fleetio.get("/vehicle_assignments/" + current).json();
    assertThat(ended.path("current").booleanValue()).isFalse();
    assertThat(moment(ended, "ended_at")).isBefore(Instant.now().plusSeconds(1));
    assertThat(fleetio.get("/vehicle_assignments/" + future).status()).isEqualTo(404);
    assertThat(fleetio.get("/vehicles/" + vehicle + "/current_assignment").status()).isEqualTo(404);
  }

  // fleetio §8: also of somebody with very many vehicles
  @Test
  void allOfThemEndWhenTheirContactGoes() {
    for (int i = 0; i < 40; i++) {
      long next = FleetioVehicles.made(tenant, "Fleet " + i);
      assertThat(assign(next, ella, MARCH, "").status()).isEqualTo(201);
    }
    assertThat(fleetio.patch("/contacts/" + ella + "/archive", "").status()).isEqualTo(200);

    List<JsonNode> all = records("/vehicle_assignments?per_page=100");
    assertThat(all).hasSize(40);
    assertThat(all).allSatisfy(it -> assertThat(it.path("current").booleanValue()).isFalse());
    assertThat(fleetio.delete("/contacts/" + ella).status()).isEqualTo(204);
    assertThat(records("/vehicle_assignments").getFirst().path("contact").isNull()).isTrue();
  }

  // fleetio §9: index
  @Test
  void isListedWithItsContactAndVehicle() {
    long bob = contact("{\"first_name\":\"Bob\",\"vehicle_operator\":true}");
    long other = FleetioVehicles.made(tenant, "Van 2");
    long first = id(assign(vehicle, ella, MAY, ""));
    long second = id(assign(vehicle, bob, "", MARCH));
    long third = id(assign(other, ella, APRIL, MAY));

    JsonNode record = records("/vehicle_assignments").getFirst();
    assertThat(record.path("id").longValue()).isEqualTo(third);
    assertThat(record.path("contact").path("name").textValue()).isEqualTo("Ella F");
    assertThat(record.path("vehicle").path("name").textValue()).isEqualTo("Van 2");
    assertThat(record.has("contact_full_name")).isFalse();
    assertThat(ids("/vehicle_assignments")).containsExactly(third, second, first);
    assertThat(ids("/vehicle_assignments?filter[vehicle_id][eq]=" + vehicle))
        .containsExactly(second, first);
    assertThat(ids("/vehicle_assignments?filter[contact_id][eq]=" + ella))
        .containsExactly(third, first);
    assertThat(ids("/vehicle_assignments?filter[ended_at][lte]=" + MARCH)).containsExactly(second);
    assertThat(ids("/vehicle_assignments?sort[started_at]=asc"))
        .containsExactly(second, third, first);
    assertThat(ids("/vehicle_assignments?sort[ended_at]=asc&filter[ended_at][gt]=" + MARCH))
        .containsExactly(third);
    assertThat(ids("/vehicle_assignments?sort[ended_at]=desc"))
        .containsExactly(first, third, second);
    patch(first, "{\"comments_attributes\":[{\"comment\":\"x\"}]}");
    assertThat(ids("/vehicle_assignments?sort[updated_at]=desc"))
        .containsExactly(first, third, second);
    assertThat(fleetio.get("/vehicle_assignments?filter%5Bcurrent%5D%5Beq%5D=1").status())
        .isEqualTo(400);
    String ofVehicle = "/vehicles/" + vehicle + "/vehicle_assignments";
    assertThat(ids(ofVehicle)).containsExactly(second, first);
    for (String order : List.of("started_at", "ended_at")) {
      assertThat(ids(ofVehicle + "?sort[" + order + "]=asc")).containsExactly(second, first);
      assertThat(
              ids(
                  "/vehicle_assignments?filter[vehicle_id][eq]=%d&sort[%s]=desc"
                      .formatted(vehicle, order)))
          .containsExactly(first, second);
    }
    assertThat(ids(ofVehicle + "?sort[ended_at]=asc&filter[ended_at][lte]=" + MARCH))
        .containsExactly(second);
    assertThat(ids(ofVehicle + "?sort[updated_at]=desc")).containsExactly(first, second);
    assertThat(fleetio.get("/vehicles/999/vehicle_assignments").status()).isEqualTo(404);
  }

  @Test
  void oneOfThirtyTwoGetsTheVehicle() throws Exception {
    List<Long> drivers =
        IntStream.range(0, 8)
            .mapToObj(_ -> contact("{\"first_name\":\"D\",\"vehicle_operator\":true}"))
            .toList();
    List<Reply> replies = new ArrayList<>();
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Reply>> calls =
          IntStream.range(0, 32)
              .mapToObj(
                  i ->
                      clients.submit(
                          () ->
                              assign(
                                  vehicle,
                                  drivers.get(i % 8),
                                  "2026-04-%02dT00:00:00Z".formatted(i % 28 + 1),
                                  i % 2 == 0 ? "" : MAY)))
              .toList();
      for (Future<Reply> call : calls) {
        replies.add(call.get());
      }
    }

    assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
    assertThat(replies)
        .filteredOn(reply -> reply.status() != 201)
        .hasSize(31)
        .allSatisfy(reply -> assertThat(error(reply, "base")).isEqualTo(OVERLAP));
    assertThat(ids("/vehicles/" + vehicle + "/vehicle_assignments")).hasSize(1);
  }

  private long contact(String body) {
    return id(fleetio.post("/contacts", body));
  }

  private Reply assign(long to, long contact, String start, String end) {
    return fleetio.post(
        "/vehicle_assignments",
        "{\"vehicle_id\":%d,\"contact_id\":%d,\"started_at\":\"%s\",\"ended_at\":\"%s\"}"
            .formatted(to, contact, start, end));
  }

  private Reply driven(String start, String end, String startReading, String endReading) {
    return fleetio.post(
        "/vehicle_assignments",
        """
        {"vehicle_id":%d,"contact_id":%d,"started_at":"%s","ended_at":"%s",\
        "starting_meter_entry_attributes":{"value":"%s"},\
        "ending_meter_entry_attributes":{"value":%s}}\
        """
            .formatted(vehicle, ella, start, end, startReading, endReading));
  }

  private JsonNode entries() {
    return fleetio.get("/vehicles/" + vehicle + "/meter_entries").json().path("records");
  }

  private Reply patch(long id, String body) {
    return fleetio.patch("/vehicle_assignments/" + id, body);
  }

  private List<Long> ids(String path) {
    return records(path).stream().map(record -> record.path("id").longValue()).toList();
  }

  private List<JsonNode> records(String path) {
    List<JsonNode> records = new ArrayList<>();
    fleetio
        .get(path.replace("[", "%5B").replace("]", "%5D"))
        .json()
        .path("records")
        .forEach(records::add);
    return records;
  }

  private static long id(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.json().path("id").longValue();
  }

  private static Instant moment(JsonNode record, String attribute) {
    return OffsetDateTime.parse(record.path(attribute).textValue()).toInstant();
  }

  private static String error(Reply reply, String attribute) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(422);
    return reply.json().path("errors").path(attribute).path(0).asText();
  }
}

package interline.fleetio;

import static interline.fleetio.BulkClient.change;
import static interline.fleetio.BulkClient.van;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import interline.local.Http;
import interline.local.Http.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Vehicles and what they are sorted by: fleetio §4. */
class VehiclesContractTest {

  private final BulkClient client = BulkClient.create();

  @Test
  void aVehicleIsReadAsItWasWritten() {
    long id =
        client
            .done(
                "create",
                """
                {"name":"Van 1","vin":"1FTBW9CK5RKA00001","license_plate":"B-IL 1","make":"Ford",
                 "model":"Transit","year":"2024","color":"Blue","trim":"XLT","ownership":"Leased",
                 "primary_meter_unit":"km","vehicle_status_id":"1","vehicle_type_name":"Van",
                 "registration_expiration_month":12,"secondary_meter":true,
                 "secondary_meter_unit":"hr","in_service_date":"2024-02-29",
                 "in_service_meter_value":"12.5","estimated_resale_price":4999.99,
                 "external_ids":{"erp":"A-1"},"custom_fields":{"winter_tyres":true,"bay":"7"}}
                """)
            .path("successful_record_ids")
            .path(0)
            .longValue();

    Reply reply = client.http().get("/vehicles/" + id);

    assertThat(reply.status()).isEqualTo(200);
    JsonNode vehicle = reply.json();
    assertThat(vehicle.path("id").longValue()).isEqualTo(id);
    assertThat(vehicle.path("account_id").longValue()).isEqualTo(client.tenant().id().number());
    assertThat(vehicle.propertyStream().toList())
        .contains(
            text("name", "Van 1"),
            text("vin", "1FTBW9CK5RKA00001"),
            text("license_plate", "B-IL 1"),
            text("make", "Ford"),
            text("model", "Transit"),
            text("color", "Blue"),
            text("trim", "XLT"),
            text("ownership", "Leased"),
            text("meter_unit", "km"),
            text("primary_meter_unit", "km"),
            text("primary_meter_value", "0.0"),
            text("secondary_meter_unit", "hr"),
            text("vehicle_status_name", "Active"),
            text("vehicle_type_name", "Van"),
            text("in_service_date", "2024-02-29"),
            text("in_service_meter_value", "12.5"));
    assertThat(vehicle.path("year").intValue()).isEqualTo(2024);
    assertThat(vehicle.path("current_meter_value").isNumber()).isTrue();
    assertThat(vehicle.path("secondary_meter").booleanValue()).isTrue();
    assertThat(vehicle.path("registration_expiration_month").intValue()).isEqualTo(12);
    assertThat(vehicle.path("estimated_resale_price_cents").intValue()).isEqualTo(499_999);
    assertThat(vehicle.path("external_ids")).hasToString("{\"erp\":\"A-1\"}");
    assertThat(vehicle.path("custom_fields").path("winter_tyres").booleanValue()).isTrue();
    assertThat(vehicle.path("created_at").textValue())
        .matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}\\+00:00")
        .isEqualTo(vehicle.path("updated_at").textValue());
  }

  @Test
  void aVehicleGoesByItsVinToo() {
    long id =
        client
            .done("create", van("Van 1", "\"vin\":\"1FTBW9CK5RKA00001\""))
            .path("successful_record_ids")
            .path(0)
            .longValue();

    assertThat(client.http().get("/vehicles/vin:1ftbw9ck5rka00001").json())
        .isEqualTo(client.vehicle(id));

    client.done("update", change("id", id, "\"vin\":\"1FTBW9CK5RKA00002\""));
    assertThat(client.http().get("/vehicles/vin:1FTBW9CK5RKA00001").status()).isEqualTo(404);
    assertThat(client.http().get("/vehicles/vin:1FTBW9CK5RKA00002").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "999999",
        "99999999999999999999999",
        "1.0",
        "Van%201",
        "name:Van%201",
        "vin:",
        "vin:Van%201",
        "license_plate:x",
        "%23"
      })
  void whatIsNoVehicleIsNotFound(String id) {
    client.vehicles("Van 1");

    Reply reply = client.http().get("/vehicles/" + id);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().propertyStream().map(Map.Entry::getKey))
        .containsExactly("status", "title", "detail", "instance");
    assertThat(reply.json().path("instance").textValue()).isEqualTo("/api/v1/vehicles/" + id);
  }

  @Test
  void aVinThatIsTooLongForAnyVehicleIsNobodys() {
    assertThat(client.http().get("/vehicles/vin:" + "1".repeat(4000)).status()).isEqualTo(404);
  }

  @Test
  void anotherAccountsVehicleIsNotFound() {
    long id = client.vehicles("Van 1", "Van 2").get(1);

    assertThat(BulkClient.create().http().get("/vehicles/" + id).status()).isEqualTo(404);
  }

  // fleetio §1.2, §4.1, §4.3
  @Test
  void aVehicleIsCreatedChangedAndDeleted() {
    Reply created = client.http().post("/vehicles", van("Van 1", "\"vin\":\"V1\""));

    assertThat(created.status()).as(created.text()).isEqualTo(201);
    String id = created.json().path("id").asText();
    assertThat(created.header("Location")).hasValue("/api/v1/vehicles/" + id);
    Reply changed = client.http().patch("/vehicles/vin:V1", "{\"name\":\"Bus 1\",\"vin\":null}");
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.json().path("name").textValue()).isEqualTo("Bus 1");
    assertThat(changed.json().path("vin").isNull()).isTrue();
    assertThat(client.http().post("/vehicles", van("Van 2", "\"vin\":\"V1\"")).status())
        .isEqualTo(201);
    assertThat(client.http().delete("/vehicles/" + id).status()).isEqualTo(204);
    assertThat(client.http().get("/vehicles/" + id).status()).isEqualTo(404);
    assertThat(client.http().post("/vehicles", van("bus 1")).status()).isEqualTo(201);
  }

  // fleetio §1.2
  @Test
  void whatIsWrongIsToldByAttribute() {
    client.vehicles("Van 1");

    assertThat(client.http().post("/vehicles", "{}").json())
        .hasToString(
            "{\"errors\":{\"name\":[\"can't be blank\"],\"meter_unit\":[\"can't be"
                + " blank\"],\"vehicle_status\":[\"can't be blank\"],\"vehicle_type\":[\"can't be"
                + " blank\"]}}");
    Reply taken = client.http().post("/vehicles", van("VAN 1"));
    assertThat(taken.status()).isEqualTo(422);
    assertThat(taken.json()).hasToString("{\"errors\":{\"name\":[\"has already been taken\"]}}");
  }

  // fleetio §4.1: archived ones are read-only and not in lists
  @Test
  void anArchivedVehicleIsPutAwayUntilItIsRestored() {
    List<Long> ids = client.vehicles("Van 1", "Van 2");
    String id = "/vehicles/" + ids.getFirst();

    Reply archived = client.http().patch(id + "/archive", "");

    assertThat(archived.status()).as(archived.text()).isEqualTo(200);
    assertThat(archived.json().path("archived_at").isTextual()).isTrue();
    assertThat(client.http().patch(id, "{\"color\":\"red\"}").status()).isEqualTo(422);
    assertThat(ids(client.http().get("/vehicles"))).containsExactly(ids.get(1));
    assertThat(ids(client.http().get("/vehicles?include_archived=1")))
        .containsExactly(ids.get(1), ids.get(0));
    assertThat(ids(client.http().get("/vehicles/archived"))).containsExactly(ids.get(0));
    assertThat(client.http().post("/vehicles", van("Van 1")).status()).isEqualTo(422);
    assertThat(client.http().patch(id + "/restore", "").json().path("archived_at").isNull())
        .isTrue();
    assertThat(ids(client.http().get("/vehicles?sort%5Bname%5D=asc")))
        .containsExactly(ids.get(0), ids.get(1));
  }

  // fleetio §4.1: key:value
  @Test
  void aVehicleGoesByWhatOtherSystemsCallIt() {
    client.http().post("/vehicles", van("Van 1", "\"external_ids\":{\"accounting_id\":\"A-1\"}"));

    assertThat(client.http().get("/vehicles/accounting_id:A-1").json().path("name").textValue())
        .isEqualTo("Van 1");
    assertThat(
            client
                .http()
                .post("/vehicles", van("Van 2", "\"external_ids\":{\"accounting_id\":\"A-1\"}"))
                .json()
                .at("/errors/external_ids/0")
                .textValue())
        .isEqualTo("has already been taken");
  }

  // fleetio §4.3, §4.5
  @Test
  void groupsOfAPathAreMadeWhereMissing() {
    JsonNode first =
        client.http().post("/vehicles", van("Van 1", "\"group_hierarchy\":\"North|Depot\"")).json();
    JsonNode second =
        client.http().post("/vehicles", van("Van 2", "\"group_hierarchy\":\"north|Yard\"")).json();

    assertThat(first.path("group_name").textValue()).isEqualTo("Depot");
    assertThat(second.path("group_ancestry")).isEqualTo(first.path("group_ancestry"));
    assertThat(client.http().get("/groups").json().path("records")).hasSize(3);
    String north = first.path("group_ancestry").textValue();
    assertThat(client.http().delete("/groups/" + north).status()).isEqualTo(422);
    JsonNode job =
        client.done(
            client
                .post(
                    "group",
                    "update",
                    "{\"identifier_field_name\":\"id\",\"identifier_field_value\":%s,\"name\":\"East\"}"
                        .formatted(north))
                .json()
                .path("id")
                .textValue());
    assertThat(job.path("completed_count").intValue()).as(job.toString()).isEqualTo(1);
    assertThat(client.http().get("/groups/" + north).json().path("name").textValue())
        .isEqualTo("East");
  }

  // fleetio §4.5: the one default of a catalogue
  @Test
  void ofManyWhoWantToBeTheDefaultOneIs() throws Exception {
    List<Long> types =
        IntStream.range(0, 6)
            .mapToObj(
                i -> client.http().post("/vehicle_types", "{\"name\":\"Type %d\"}".formatted(i)))
            .map(made -> made.json().path("id").longValue())
            .toList();

    try (var hands = Executors.newFixedThreadPool(6)) {
      List<Future<Reply>> all = new ArrayList<>();
      for (long type : types) {
        all.add(
            hands.submit(
                () -> client.http().patch("/vehicle_types/" + type, "{\"default\":true}")));
      }
      for (Future<Reply> each : all) {
        assertThat(each.get().status()).isIn(200, 503);
      }
    }

    List<Long> preferred = new ArrayList<>();
    for (long type : types) {
      JsonNode shown = client.http().get("/vehicle_types/" + type).json();
      if (shown.path("default").booleanValue()) {
        preferred.add(type);
      }
    }
    assertThat(preferred).hasSize(1);
    assertThat(client.http().get("/vehicle_types/1").json().path("default").booleanValue())
        .isFalse();

    client.http().patch("/vehicle_types/" + preferred.getFirst(), "{\"default\":false}");
    assertThat(client.http().get("/vehicle_types/1").json().path("default").booleanValue())
        .isTrue();
    client.http().patch("/vehicle_types/" + types.getFirst(), "{\"default\":true}");
    assertThat(client.http().delete("/vehicle_types/" + types.getFirst()).status()).isEqualTo(204);
    assertThat(client.http().get("/vehicle_types/1").json().path("default").booleanValue())
        .isTrue();
  }

  // fleetio §4.5
  @Test
  void cataloguesHaveWhatEverybodyHasAndWhatIsAdded() {
    for (String catalogue : List.of("vehicle_types", "vehicle_statuses", "labels", "fuel_types")) {
      Reply made = client.http().post("/" + catalogue, "{\"name\":\"Own\",\"default\":true}");
      assertThat(made.status()).as(made.text()).isEqualTo(201);
      String path = "/" + catalogue + "/" + made.json().path("id").asText();
      assertThat(made.header("Location")).hasValue("/api/v1" + path);
      assertThat(client.http().post("/" + catalogue, "{\"name\":\"own\"}").status()).isEqualTo(422);
      assertThat(client.http().patch(path, "{\"name\":\"Ours\"}").json().path("name").textValue())
          .isEqualTo("Ours");
      JsonNode list = client.http().get("/" + catalogue).json().path("records");
      assertThat(list.path(0).path("name").textValue()).isEqualTo("Ours");
      assertThat(list.valueStream().filter(entry -> entry.path("default").booleanValue()))
          .hasSize(1);
      if (!catalogue.equals("labels")) {
        assertThat(list.size()).isGreaterThan(5);
        assertThat(client.http().delete("/" + catalogue + "/1").status()).isEqualTo(403);
      }
      assertThat(client.http().delete(path).status()).isEqualTo(204);
      assertThat(client.http().get(path).status()).isEqualTo(404);
    }
  }

  @Test
  void ownTypesStatusesAndLabelsAreShownByName() {
    client.http().post("/vehicle_types", "{\"name\":\"Crane\"}");
    client.http().post("/vehicle_statuses", "{\"name\":\"On loan\",\"color\":\"#ff0000\"}");
    long label =
        client.http().post("/labels", "{\"name\":\"Winter\"}").json().path("id").longValue();

    JsonNode vehicle =
        client
            .http()
            .post(
                "/vehicles",
                """
                {"name":"Crane 1","primary_meter_unit":"hr","vehicle_type_name":"crane",
                 "vehicle_status_name":"On loan","label_ids":[%d]}
                """
                    .formatted(label))
            .json();

    assertThat(vehicle.path("vehicle_type_name").textValue()).isEqualTo("Crane");
    assertThat(vehicle.path("vehicle_status_color").textValue()).isEqualTo("#ff0000");
    assertThat(vehicle.at("/labels/0/name").textValue()).isEqualTo("Winter");
    assertThat(ids(client.http().get("/vehicles?filter%5Blabels%5D%5Binclude%5D=Summer,Winter")))
        .hasSize(1);
    assertThat(ids(client.http().get("/vehicles?filter%5Blabels%5D%5Binclude%5D=Summer")))
        .isEmpty();
    assertThat(
            client
                .http()
                .get("/vehicle_types/" + vehicle.path("vehicle_type_id").asText())
                .json()
                .path("vehicles_count")
                .intValue())
        .isEqualTo(1);
  }

  // fleetio §4.3: what a vehicle names has to be there
  @Test
  void labelsAndFuelTypesHaveToBeThere() {
    long label =
        client.http().post("/labels", "{\"name\":\"Winter\"}").json().path("id").longValue();
    String van =
        "{\"name\":\"Van"
            + " 9\",\"meter_unit\":\"mi\",\"vehicle_type_id\":1,\"vehicle_status_id\":1,%s}";

    Reply refused =
        client
            .http()
            .post(
                "/vehicles",
                van.formatted("\"label_ids\":[%d,9999],\"fuel_type_id\":9999".formatted(label)));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().at("/errors/label_ids/0").textValue()).isEqualTo("can't be blank");
    assertThat(refused.json().at("/errors/fuel_type/0").textValue()).isEqualTo("can't be blank");
    Reply unreadable =
        client.http().post("/vehicles", van.formatted("\"fuel_type_id\":\"petrol\""));
    assertThat(unreadable.json()).hasToString("{\"errors\":{\"fuel_type\":[\"can't be blank\"]}}");

    JsonNode made =
        client
            .http()
            .post(
                "/vehicles",
                van.formatted("\"label_ids\":[%d],\"fuel_type_id\":2".formatted(label)))
            .json();
    assertThat(made.path("fuel_type_name").textValue()).isEqualTo("Diesel");
    String path = "/vehicles/" + made.path("id").asText();
    client.http().delete("/labels/" + label);
    // A label that it has already is not asked for again.
    assertThat(client.http().patch(path, "{\"label_ids\":[%d]}".formatted(label)).status())
        .isEqualTo(200);
  }

  // fleetio §4.1, §4.3
  @Test
  void specsPurchaseAndLinksAreShown() {
    long other =
        client
            .http()
            .post(
                "/vehicles",
                "{\"name\":\"Trailer"
                    + " 77\",\"meter_unit\":\"mi\",\"vehicle_type_id\":7,\"vehicle_status_id\":1}")
            .json()
            .path("id")
            .longValue();
    JsonNode made =
        client
            .http()
            .post(
                "/vehicles",
                """
                {"name":"Van 78","meter_unit":"mi","vehicle_type_id":1,"vehicle_status_id":1,
                 "specs_attributes":{"doors":4},"purchase_detail_attributes":{"price":19000.5},
                 "linked_vehicle_ids":["%d"]}
                """
                    .formatted(other))
            .json();

    String path = "/vehicles/" + made.path("id").asText();
    assertThat(client.http().get(path).json()).isEqualTo(made);
    assertThat(made.at("/specs/doors").intValue()).isEqualTo(4);
    assertThat(made.at("/purchase_detail/price").doubleValue()).isEqualTo(19000.5);
    assertThat(made.at("/linked_vehicle_ids/0").longValue()).isEqualTo(other);
    assertThat(client.http().get(path + "/purchase_detail").json())
        .isEqualTo(made.path("purchase_detail"));
    assertThat(client.http().get("/vehicles/" + other + "/purchase_details").status())
        .isEqualTo(404);
  }

  // fleetio §4.1, §2.2: nested lists
  @Test
  void linkedVehiclesAreListedPageByPage() {
    List<Long> linked = client.vehicles("Van 1", "Van 2", "Van 3");
    long van = client.vehicles("Van 4").getFirst();
    client.http().patch("/vehicles/" + van, "{\"linked_vehicle_ids\":" + linked + "}");
    String path = "/vehicles/" + van + "/linked_vehicles";

    Reply first = client.http().get(path + "?per_page=2");
    String cursor = first.json().path("next_cursor").textValue();
    Reply second = client.http().get(path + "?per_page=2&start_cursor=" + cursor);

    assertThat(ids(first)).containsExactly(linked.get(2), linked.get(1));
    assertThat(first.json().path("per_page").intValue()).isEqualTo(2);
    assertThat(first.json().path("estimated_remaining_count").intValue()).isEqualTo(3);
    assertThat(ids(second)).containsExactly(linked.get(0));
    assertThat(second.json().path("start_cursor").textValue()).isEqualTo(cursor);
    assertThat(second.json().path("next_cursor").isNull()).isTrue();
    assertThat(second.json().path("estimated_remaining_count").intValue()).isEqualTo(1);
    assertThat(ids(client.http().get(path + "?sort%5Bid%5D=asc"))).isEqualTo(linked);
    for (String wrong :
        List.of("per_page=1", "start_cursor=3", "sort%5Bname%5D=asc", "filter%5Bid%5D%5Beq%5D=1")) {
      assertThat(client.http().get(path + "?" + wrong).status()).as(wrong).isEqualTo(400);
    }
    Http old = client.http().with("X-Api-Version", "2023-03-01");
    assertThat(old.get(path).json()).hasSize(3);
    assertThat(old.get(path).json().path(0).path("id").longValue()).isEqualTo(linked.getFirst());
    assertThat(old.get(path + "?page=2").text()).isEqualTo("[]");
  }

  // fleetio §4.1
  @ParameterizedTest
  @ValueSource(strings = {"fuel_entries", "service_entries"})
  void whatIsNotKeptIsAnEmptyList(String entries) {
    long van = client.vehicles("Van 1").getFirst();

    assertThat(ids(client.http().get("/vehicles/" + van + "/" + entries))).isEmpty();
    assertThat(client.http().get("/vehicles/999999/" + entries).status()).isEqualTo(404);
  }

  private static List<Long> ids(Reply list) {
    assertThat(list.status()).as(list.text()).isEqualTo(200);
    return list.json()
        .path("records")
        .valueStream()
        .map(each -> each.path("id").longValue())
        .toList();
  }

  private static Map.Entry<String, JsonNode> text(String member, String value) {
    return Map.entry(member, new TextNode(value));
  }
}

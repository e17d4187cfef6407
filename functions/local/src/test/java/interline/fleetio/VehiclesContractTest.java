package interline.fleetio;

import static interline.fleetio.BulkClient.change;
import static interline.fleetio.BulkClient.van;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import interline.local.Http.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading a vehicle: fleetio §4.1 and §4.4. */
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

  @Test
  void otherMethodsAreNotThereYet() {
    long id = client.vehicles("Van 1").getFirst();

    for (String method : List.of("PATCH", "PUT", "DELETE", "POST")) {
      Reply reply = client.http().send(method, "/vehicles/" + id, "{}");
      assertThat(reply.status()).isEqualTo(405);
      assertThat(reply.header("Allow")).contains("GET");
    }
    assertThat(client.http().get("/vehicles").status()).isEqualTo(404);
  }

  private static Map.Entry<String, JsonNode> text(String member, String value) {
    return Map.entry(member, new TextNode(value));
  }
}

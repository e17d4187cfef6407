package interline.trimble;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import interline.fleet.ApiKey;
import interline.fleet.Caller;
import interline.fleet.Dialect;
import interline.fleet.OrganizationId;
import interline.fleet.Organizations;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.Tenant;
import interline.local.TestServer;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Vehicles, as far as trimble §5 goes. */
class VehiclesContractTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Tenant tenant = TestServer.tenant();
  private final Http client = Http.trimble(tenant);
  private final Http fleetio = Http.fleetio(tenant);

  // trimble §5 POST
  @Test
  void addsTheNewAndTellsTheDuplicates() throws Exception {
    client.post("/vehicles", "[{\"vehicleId\":\"V-1\",\"Name\":\"Red van\"}]");

    Reply reply =
        client.post(
            "/vehicles",
            """
            [{"VehicleID":"v-1","Name":"Red van"},{"vehicleId":"V-2","Name":"Red van"}]\
            """);

    assertThat(reply.status()).isEqualTo(200);
    JsonNode row = reply.json().at("/data/0");
    assertThat(reply.json())
        .isEqualTo(
            JSON.readTree(
                """
                {"error":{"message":"The request finished without adding duplicate vehicleIds",
                   "code":-12,"duplicate_ids":["v-1"]},
                 "data":[{"Id":%d,"Name":"Red van","VehicleId":"V-2","ModifiedOn":"%s"}]}
                """
                    .formatted(row.path("Id").longValue(), row.path("ModifiedOn").textValue())));
  }

  // trimble §5: the message of a partner
  @Test
  void aPartnerIsToldOfDuplicatesForThePartner() {
    String secret = UUID.randomUUID().toString();
    TestServer.store()
        .commit(
            new Caller(OrganizationId.OPERATOR, "test"),
            Organizations.issue(
                tenant.organization().number(),
                new ApiKey.Draft(
                    Dialect.TRIMBLE,
                    "partner",
                    Optional.empty(),
                    ZoneOffset.UTC,
                    Optional.empty(),
                    List.of(tenant.organization().number())),
                secret));
    Http nobody = new Http(client.base(), Map.of());
    String token =
        nobody
            .post(
                "/accounts/authenticate",
                "{\"apiKey\":\"%s\",\"accountId\":\"%s\"}"
                    .formatted(secret, tenant.organization().accountToken()))
            .json()
            .path("token")
            .asText();
    client.post("/vehicles", "[{\"vehicleId\":\"V-1\"}]");

    Reply reply =
        nobody
            .with("Authorization", "bearer " + token)
            .post("/vehicles", "[{\"vehicleId\":\"V-1\"}]");

    assertThat(reply.json().at("/error/message").textValue())
        .isEqualTo("The request finished without adding duplicate vehicleIds for the Partner");
  }

  @Test
  void fiftyAreAddedListedAndRenamed() {
    Reply added = client.post("/vehicles", rows(50));
    Reply over = client.post("/vehicles", rows(51));

    assertThat(added.json().path("data")).hasSize(50);
    assertThat(added.json().path("message").textValue())
        .isEqualTo("Successfully added all vehicles to the account.");
    assertThat(over.json().at("/error/code").intValue()).isEqualTo(-2);
    JsonNode page = client.get("/vehicles?offset=20&limit=10&sortExpression=vehicleId").json();
    assertThat(page.path("size").intValue()).isEqualTo(50);
    assertThat(ids(page))
        .containsExactlyElementsOf(IntStream.range(20, 30).mapToObj("v%03d"::formatted).toList());
    assertThat(page.at("/data/0").properties().stream().map(Map.Entry::getKey))
        .containsExactly("id", "name", "vehicleId", "modifiedOn");
    assertThat(ids(client.get("/vehicles?limit=2&sortDirection=DESC").json()))
        .containsExactly("v049", "v048");
    Reply renamed = client.put("/vehicles", rows(50).replace("Name", "Other"));
    assertThat(renamed.json().path("data")).hasSize(50);
    Reply named =
        client.put(
            "/vehicles",
            "[{\"vehicleId\":\"v001\",\"Name\":\"Blue\"},{\"vehicleId\":\"none\",\"Name\":\"x\"}]");
    assertThat(named.json().at("/error/code").intValue()).isEqualTo(-11);
    assertThat(named.json().at("/error/message").textValue())
        .isEqualTo("The request finished without updating non-existent vehicles");
    assertThat(named.json().at("/error/ids_not_found/0").textValue()).isEqualTo("none");
    assertThat(named.json().at("/data/0/Name").textValue()).isEqualTo("Blue");
  }

  @Test
  void removesOneByItsIdAndThenThereIsNone() {
    client.post("/vehicles", "[{\"vehicleId\":\"V-1\"}]");

    Reply removed = client.delete("/vehicles?vehicleId=V-1");
    Reply again = client.delete("/vehicles/V-1");

    assertThat(removed.json().path("message").textValue())
        .isEqualTo("Successfully deleted vehicle with Id: V-1");
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.json().at("/error/message").textValue())
        .isEqualTo("No vehicle found with Id: V-1");
  }

  // Interline §2: vehicles are the fleet's
  @Test
  void aVehicleOfFleetioIsHereAndKeepsWhatTrimbleCannotSay() {
    long number =
        fleetio
            .post(
                "/vehicles",
                """
                {"name":"Truck 17","vin":"1FTBW9CK5RKA00001","primary_meter_unit":"km",\
                "vehicle_type_name":"Truck","vehicle_status_name":"In Shop","color":"red"}\
                """)
            .json()
            .path("id")
            .longValue();

    JsonNode row = client.get("/vehicles").json().at("/data/0");
    assertThat(row.path("id").longValue()).isEqualTo(number);
    assertThat(row.path("vehicleId").textValue()).isEqualTo("Truck 17");
    assertThat(row.path("name").isNull()).isTrue();
    client.put("/vehicles", "[{\"vehicleId\":\"truck 17\",\"Name\":\"The old one\"}]");
    fleetio.patch("/vehicles/" + number, "{\"color\":\"blue\"}");

    assertThat(client.get("/vehicles").json().at("/data/0/name").textValue())
        .isEqualTo("The old one");
    JsonNode kept = fleetio.get("/vehicles/" + number).json();
    assertThat(kept.path("name").textValue()).isEqualTo("Truck 17");
    assertThat(kept.path("vin").textValue()).isEqualTo("1FTBW9CK5RKA00001");
    assertThat(kept.path("vehicle_status_name").textValue()).isEqualTo("In Shop");
    fleetio.patch("/vehicles/" + number + "/archive", "");
    assertThat(client.get("/vehicles").json().path("size").intValue()).isZero();
    assertThat(client.put("/vehicles", "[{\"vehicleId\":\"Truck 17\"}]").json().path("data"))
        .isEmpty();
    assertThat(client.delete("/vehicles?vehicleId=Truck%2017").status()).isEqualTo(400);
  }

  @Test
  void aVehicleMadeHereIsFleetiosToo() {
    client.post("/vehicles", "[{\"vehicleId\":\"V-9\",\"Name\":\"Red van\"}]");

    JsonNode vehicle = fleetio.get("/vehicles").json().at("/records/0");

    assertThat(vehicle.path("name").textValue()).isEqualTo("V-9");
    assertThat(vehicle.path("vehicle_status_name").textValue()).isEqualTo("Active");
  }

  @Test
  void sortsByTheIdAlone() {
    Reply reply = client.get("/vehicles?sortExpression=vehicleName");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/code").intValue()).isEqualTo(-4);
  }

  private static String rows(int to) {
    return IntStream.range(0, to)
        .mapToObj("{\"vehicleId\":\"v%1$03d\",\"Name\":\"Name %1$03d\"}"::formatted)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static List<String> ids(JsonNode page) {
    return StreamSupport.stream(page.path("data").spliterator(), false)
        .map(row -> row.path("vehicleId").textValue())
        .toList();
  }
}

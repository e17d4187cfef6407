package interline.trimble;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.Tenant;
import interline.local.TestServer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Vehicle and driver groups, as far as trimble §6 goes. */
class GroupsContractTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Tenant tenant = TestServer.tenant();
  private final Http client = Http.trimble(tenant);

  // trimble §6 POST /vehiclegroups
  @Test
  void vehicleGroupsAreAnsweredInAnObject() throws Exception {
    Reply added = client.post("/vehiclegroups", "[{\"VehicleGroupName\":\"North\"}]");

    JsonNode row = added.json().at("/data/0");
    assertThat(added.status()).isEqualTo(200);
    assertThat(added.json())
        .isEqualTo(
            JSON.readTree(
                """
                {"message":"Successfully added all vehicle groups to the account.",
                 "data":[{"vehicleGroupId":%d,"vehicleGroupName":"North","modifiedOn":"%s"}]}
                """
                    .formatted(
                        row.path("vehicleGroupId").longValue(),
                        row.path("modifiedOn").textValue())));
    Reply again =
        client.post(
            "/vehiclegroups",
            "[{\"vehicleGroupName\":\"north\"},{\"vehicleGroupName\":\"South\"}]");
    assertThat(again.json().at("/error/message").textValue())
        .isEqualTo("The request finished without adding duplicate vehicle groups.");
    assertThat(again.json().at("/error/code").intValue()).isEqualTo(-12);
    assertThat(again.json().at("/error/duplicate_ids/0").textValue()).isEqualTo("north");
    assertThat(again.json().path("data")).hasSize(1);
  }

  // trimble §6 PUT /vehiclegroups/{vehicleGroupId}
  @Test
  void aVehicleGroupIsRenamed() throws Exception {
    long north = id(client.post("/vehiclegroups", "[{\"vehicleGroupName\":\"North\"}]"));
    client.post("/vehiclegroups", "[{\"vehicleGroupName\":\"South\"}]");

    Reply renamed = client.put("/vehiclegroups/" + north, "{\"vehicleGroupName\":\"East\"}");
    Reply taken = client.put("/vehiclegroups/" + north, "{\"vehicleGroupName\":\"south\"}");
    Reply unknown = client.put("/vehiclegroups/999", "{\"vehicleGroupName\":\"x\"}");

    assertThat(renamed.json())
        .isEqualTo(
            JSON.readTree(
                "{\"message\":\"Successfully updated the vehicle group.\",\"data\":true}"));
    assertThat(taken.status()).isEqualTo(400);
    assertThat(taken.json().at("/error/code").intValue()).isEqualTo(-12);
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.json().at("/error/message").textValue()).isEqualTo("No group found");
    // Interline §2: they are the groups of the fleet
    assertThat(Http.fleetio(tenant).get("/groups").json().findValuesAsText("name"))
        .contains("East", "South");
  }

  // trimble §6 POST and PUT /drivergroups
  @Test
  void driverGroupsAreAnsweredInABareArray() throws Exception {
    client.post("/vehiclegroups", "[{\"vehicleGroupName\":\"Night shift\"}]");

    Reply added = client.post("/drivergroups", "[{\"driverGroupName\":\"Night shift\"}]");

    JsonNode row = added.json().path(0);
    assertThat(added.json())
        .isEqualTo(
            JSON.readTree(
                "[{\"driverGroupId\":%d,\"driverGroupName\":\"Night shift\",\"modifiedOn\":\"%s\"}]"
                    .formatted(
                        row.path("driverGroupId").longValue(),
                        row.path("modifiedOn").textValue())));
    Reply again = client.post("/drivergroups", "[{\"driverGroupName\":\"Night shift\"}]");
    assertThat(again.json().at("/error/message").textValue())
        .isEqualTo("The request finished without adding duplicate driver groups.");
    assertThat(again.json().path("data")).isEmpty();
    Reply renamed =
        client.put(
            "/drivergroups/" + row.path("driverGroupId").longValue(),
            "{\"driverGroupName\":\"Day shift\"}");
    assertThat(renamed.json().path("data").booleanValue()).isTrue();
  }

  // trimble §3: at most 50 a call
  @Test
  void fiftyGroupsAtATime() {
    assertThat(client.post("/drivergroups", names("driverGroupName", 50)).json()).hasSize(50);
    assertThat(
            client
                .post("/vehiclegroups", names("vehicleGroupName", 51))
                .json()
                .at("/error/code")
                .intValue())
        .isEqualTo(-2);
    Reply nameless = client.post("/vehiclegroups", "[{\"name\":\"x\"}]");
    assertThat(nameless.json().at("/error/code").intValue()).isEqualTo(-3);
  }

  // trimble §8: nothing is stored
  @Test
  void aNameThatIsAPathIsRefusedBeforeAnyIsStored() {
    String fifty = names("vehicleGroupName", 50).replace("Group 49", "North|East");

    Reply reply = client.post("/vehiclegroups", fifty);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/code").intValue()).isEqualTo(-3);
    assertThat(Http.fleetio(tenant).get("/groups").json().findValuesAsText("name")).isEmpty();
  }

  private static String names(String member, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{\"%s\":\"Group %d\"}".formatted(member, i))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static long id(Reply added) {
    return added.json().at("/data/0/vehicleGroupId").longValue();
  }
}

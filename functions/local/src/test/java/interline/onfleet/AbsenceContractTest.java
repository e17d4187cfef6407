package interline.onfleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is missing is null, or not there at all where Onfleet's clients look for the key. */
class AbsenceContractTest {

  private final Http client = Http.onfleet(TestServer.tenant());

  // onfleet 1 §2.1, §3
  @Test
  void anOrganizationHasNulls() {
    JsonNode organization = client.get("/organization").json();

    assertThat(nulls(organization)).containsExactly("image", "driverSupportEmail");
  }

  // onfleet 1 §6: phone is not there when never set
  @Test
  void anAdministratorWithoutPhoneHasNoPhone() {
    JsonNode admin = post("/admins", "{'name':'Ada','email':'ada@example.com'}");

    assertThat(admin.has("phone")).isFalse();
    assertThat(nulls(admin)).isEmpty();
    assertThat(client.get("/admins").json().toString()).doesNotContain("null");
  }

  // onfleet 1 §7.1
  @Test
  void aTeamHasANullHub() {
    assertThat(nulls(team())).containsExactly("hub");
  }

  // onfleet 1 §8.1
  @Test
  void aWorkerHasNullsAndNeitherAnalyticsNorPassword() {
    JsonNode worker =
        post(
            "/workers",
            "{'name':'Grace','phone':'+15035550142','teams':['%s'],'metadata':[{'name':'a','type':'string','value':'b'}]}"
                .formatted(team().path("id").textValue()));

    assertThat(nulls(worker))
        .containsExactlyInAnyOrder(
            "displayName",
            "activeTask",
            "timeLastSeen",
            "timezone",
            "imageUrl",
            "delayTime",
            "location",
            "vehicle");
    assertThat(worker.at("/addresses").get("routing").isNull()).isTrue();
    assertThat(worker.has("analytics")).isFalse();
    assertThat(worker.has("password")).isFalse();
    assertThat(worker.has("isResponding")).isFalse();
    assertThat(worker.at("/metadata/0").has("subtype")).isFalse();
  }

  // onfleet 1 §10.1: the name of an address is only there when it was given
  @Test
  void aDestinationHasNullsAndNoName() {
    JsonNode place = post("/destinations", "{'address':{'unparsed':'1 Main St'}}");

    assertThat(nulls(place)).containsExactly("location", "googlePlaceId");
    assertThat(place.path("address").has("name")).isFalse();
    assertThat(place.path("address").has("county")).isFalse();
    assertThat(place.path("address").get("city").isNull()).isTrue();
    assertThat(place.at("/address/apartment").textValue()).isEmpty();
  }

  // onfleet 1 §11.1
  @Test
  void aRecipientHasNoNulls() {
    JsonNode recipient = post("/recipients", "{'name':'Bo','phone':'+15035550199'}");

    assertThat(nulls(recipient)).isEmpty();
    assertThat(recipient.path("notes").textValue()).isEmpty();
  }

  // onfleet 2 §2.1, §2.2
  @Test
  void aTaskHasNullsAndNoKeysOfWhatIsNot() {
    JsonNode made = post("/tasks", "{'destination':{'address':{'unparsed':'1 Main St'}}}");
    String path = "/tasks/" + made.path("id").textValue();

    assertThat(nulls(made))
        .containsExactlyInAnyOrder(
            "orderShortId", "worker", "completeAfter", "completeBefore", "customFieldGroup");
    for (String key :
        List.of("barcodes", "sourceTaskId", "routePlan", "didAutoAssign", "eta", "delayTime")) {
      assertThat(made.has(key)).as(key).isFalse();
    }
    assertThat(nulls(made.path("completionDetails")))
        .containsExactlyInAnyOrder("time", "photoUploadId", "photoUploadIds", "signatureUploadId");
    assertThat(made.path("completionDetails").has("success")).isFalse();
    assertThat(made.path("completionDetails").has("notes")).isFalse();
    assertThat(made.path("appearance").get("triangleColor").isNull()).isTrue();
    assertThat(nulls(made.path("overrides"))).hasSize(4);
    assertThat(nulls(client.get(path).json()))
        .contains("estimatedCompletionTime", "estimatedArrivalTime", "eta", "delayTime");

    client.post(path + "/complete", "{\"completionDetails\":{\"success\":true}}");
    assertThat(client.get(path).json().has("container")).isFalse();
    assertThat(client.get("/tasks/all?from=1").json().has("lastId")).isFalse();
  }

  private JsonNode team() {
    return post("/teams", "{'name':'North','workers':[],'managers':[]}");
  }

  private JsonNode post(String path, String body) {
    Reply reply = client.post(path, body.replace('\'', '"'));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  private static List<String> nulls(JsonNode object) {
    List<String> names = new ArrayList<>();
    object
        .properties()
        .forEach(
            member -> {
              if (member.getValue().isNull()) {
                names.add(member.getKey());
              }
            });
    return names;
  }
}

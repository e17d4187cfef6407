package interline.onfleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Dialect;
import interline.fleet.Identity;
import interline.fleet.OrganizationId;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the operator says of an organization, as Onfleet shows it: onfleet 1 §6.1, §6.2. */
class OrganizationContractTest {

  private final Http operator =
      new Http(TestServer.shared().uri().resolve("/operator/organizations"), Map.of());

  private static String id(long number) {
    return new Identity(new OrganizationId(number)).ofOrganization();
  }

  private long organization(String profile) {
    Reply made =
        operator.post(
            "", "{\"name\":\"A%d\",\"profile\":{%s}}".formatted(System.nanoTime(), profile));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.json().path("number").longValue();
  }

  private Http onfleet(long organization) {
    Reply key =
        operator.post("/" + organization + "/keys", "{\"dialect\":\"onfleet\",\"label\":\"test\"}");
    String secret = key.json().path("secret").textValue();
    assertThat(secret).matches("[0-9a-f]{32}");
    assertThat(Dialect.ONFLEET.editions()).isEmpty();
    return new Http(
        TestServer.shared().uri().resolve("/api/v2"), Map.of("Authorization", Http.basic(secret)));
  }

  @Test
  void anOrganizationSeesItselfAndThoseItIsConnectedTo() {
    long connected = organization("\"email\":\"office@example.org\"");
    long stranger = organization("");
    long own =
        organization(
            "\"country\":\"DE\",\"time_zone\":\"Europe/Berlin\",\"email\":\"a@example.org\",\"delegatees\":[%d],"
                    .formatted(connected)
                + "\"driver_support_email\":\"help@example.org\",\"image\":\"5f0c6c4b8e9d3a0012345678\"");
    Http client = onfleet(own);

    JsonNode shown = client.get("/organization").json();
    assertThat(shown.path("id").textValue()).isEqualTo(id(own));
    assertThat(shown.path("country").textValue()).isEqualTo("DE");
    assertThat(shown.path("timezone").textValue()).isEqualTo("Europe/Berlin");
    assertThat(shown.path("email").textValue()).isEqualTo("a@example.org");
    assertThat(shown.path("driverSupportEmail").textValue()).isEqualTo("help@example.org");
    assertThat(shown.path("image").textValue()).isEqualTo("5f0c6c4b8e9d3a0012345678");
    assertThat(shown.path("delegatees")).hasSize(1);
    assertThat(shown.path("delegatees").path(0).textValue()).isEqualTo(id(connected));

    Reply other = client.get("/organizations/" + id(connected));
    assertThat(other.status()).as(other.text()).isEqualTo(200);
    assertThat(other.json().path("id").textValue()).isEqualTo(id(connected));
    assertThat(other.json().path("email").textValue()).isEqualTo("office@example.org");
    assertThat(other.json().path("isFulfillment").booleanValue()).isFalse();
    assertThat(other.json().has("timeCreated")).isFalse();
    assertThat(other.json().has("delegatees")).isFalse();
    assertThat(client.get("/organizations/" + id(own)).status()).isEqualTo(200);
    Reply foreign = client.get("/organizations/" + id(stranger));
    assertThat(foreign.status()).isEqualTo(401);
    assertThat(foreign.json().path("message").path("error").intValue()).isEqualTo(1103);
    assertThat(foreign.json().path("message").path("remoteAddress").textValue())
        .isEqualTo("127.0.0.1");
    assertThat(foreign.json().path("message").has("cause")).isFalse();
    // A number without a plus is German here.
    assertThat(
            client
                .post(
                    "/admins",
                    "{\"name\":\"A\",\"email\":\"a@example.org\",\"phone\":\"030 1234567\"}")
                .json()
                .path("phone")
                .textValue())
        .isEqualTo("+49301234567");
  }

  // onfleet 2 §12.3: no call of Onfleet's reads or rotates the secret
  @Test
  void theOperatorReadsAndRotatesTheSecretOfWebhooks() {
    String path = "/" + organization("") + "/webhook_secret";

    assertThat(operator.get(path).json().path("webhook_secret").isNull()).isTrue();
    Reply made = operator.post(path, "");
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.json().path("webhook_secret").textValue()).matches("[0-9a-f]{64}");
    assertThat(operator.get(path).json()).isEqualTo(made.json());
    assertThat(operator.post(path, "").json()).isNotEqualTo(made.json());
  }

  @Test
  void whatIsNoProfileIsRefused() {
    for (String profile :
        new String[] {
          "\"country\":\"Germany\"", "\"time_zone\":\"Berlin\"", "\"delegatees\":[999999999]"
        }) {
      assertThat(
              operator.post("", "{\"name\":\"Odd\",\"profile\":{%s}}".formatted(profile)).status())
          .as(profile)
          .isEqualTo(422);
    }
  }
}

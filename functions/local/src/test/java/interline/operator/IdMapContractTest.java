package interline.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Dialect;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.Tenant;
import interline.local.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the operator is told about an identifier. */
class IdMapContractTest {

  private final Tenant tenant = Tenant.create(TestServer.store());
  private final Http operator =
      new Http(TestServer.shared().uri().resolve("/operator/ids"), Map.of());
  private final Http fieldOpt = client("Bearer " + tenant.key(Dialect.FIELDOPT));
  private final Http fleetio = client("Token " + tenant.key(Dialect.FLEETIO));

  @Test
  void aWorkerIsCalledByTheDialectsThatShowThem() {
    JsonNode ella =
        fieldOpt.post("/api/v1/technicians/", "{\"name\":\"Ella\",\"skills\":[]}").json();
    long number = ella.path("id").longValue();

    Reply reply = operator.get("/" + number + "?organization=" + tenant.organization().number());

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    JsonNode worker = only(reply, "worker");
    assertThat(worker.path("organization").longValue()).isEqualTo(tenant.organization().number());
    assertThat(worker.path("number").textValue()).isEqualTo(Long.toString(number));
    assertThat(path(worker, "fieldopt")).isEqualTo("/api/v1/technicians/" + number);
    assertThat(path(worker, "fleetio")).isEqualTo("/api/v1/contacts/" + number);
    assertThat(fieldOpt.get(path(worker, "fieldopt")).json().path("name").textValue())
        .isEqualTo("Ella");
    assertThat(fleetio.get(path(worker, "fleetio")).json().path("name").textValue())
        .isEqualTo("Ella");
  }

  @Test
  void aNumberMeansNothingWithoutItsOrganization() {
    Reply reply = operator.get("/1");

    assertThat(reply.status()).as(reply.text()).isEqualTo(422);
    assertThat(reply.json().path("errors").path("organization").path(0).textValue())
        .isEqualTo("must be there");
  }

  @Test
  void anIdentifierOfNothingIsNotFound() {
    assertThat(operator.get("/999999999?organization=" + tenant.organization().number()).status())
        .isEqualTo(404);
    assertThat(operator.get("/ab*dEFghijklmnopqrst~vwx").status()).isEqualTo(404);
  }

  private static JsonNode only(Reply reply, String kind) {
    for (JsonNode record : reply.json().path("records")) {
      if (record.path("kind").textValue().equals(kind)) {
        return record;
      }
    }
    throw new AssertionError("No " + kind + " in " + reply.text());
  }

  private static String path(JsonNode record, String dialect) {
    return record.path("names").path(dialect).path(0).path("path").textValue();
  }

  private Http client(String authorization) {
    return new Http(
        TestServer.shared().uri(),
        Map.of(
            "Authorization", authorization, "Account-Token", tenant.organization().accountToken()));
  }
}

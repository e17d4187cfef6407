package interline.onfleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Custom fields of tasks: onfleet 1 §12. */
class CustomFieldsContractTest {

  private static final String DOCK =
      """
      {"model":"Task","field":[{"key":"dock","name":"Dock","type":"single_line_text_field"},
       {"key":"Ages","name":"Ages","description":"Of all","type":"integer","asArray":true,
        "visibility":["admin","api","worker"],"editability":["api"],
        "contexts":[{"isRequired":true,"conditions":[],"name":"save"}]}],"integration":"shopify"}
      """;

  private final Http client = Http.onfleet(TestServer.tenant());

  @Test
  void fieldsAreMadeChangedAndTakenAway() {
    assertThat(client.get("/customFields/Task").json().path("fields")).isEmpty();
    Reply made = client.post("/customFields", DOCK);
    assertThat(made.status()).as(made.text()).isEqualTo(200);
    assertThat(made.text()).isEmpty();

    JsonNode fields = client.get("/customFields/Task").json().path("fields");
    assertThat(fields).hasSize(2);
    assertThat(fields.path(0).path("key").textValue()).isEqualTo("dock");
    assertThat(fields.path(0).path("type").textValue()).isEqualTo("single_line_text_field");
    assertThat(fields.path(0).path("asArray").booleanValue()).isFalse();
    assertThat(fields.path(1).path("key").textValue()).isEqualTo("Ages");
    assertThat(fields.path(1).path("description").textValue()).isEqualTo("Of all");
    assertThat(fields.path(1).path("asArray").booleanValue()).isTrue();
    assertThat(fields.path(1).path("visibility")).hasSize(3);
    assertThat(fields.path(1).path("editability").path(0).textValue()).isEqualTo("api");
    assertThat(fields.path(1).path("contexts").path(0).path("isRequired").booleanValue()).isTrue();
    assertThat(fields.path(1).path("contexts").path(0).path("name").textValue()).isEqualTo("save");
    assertThat(client.get("/customFields/Task?integration=shopify").json().path("fields"))
        .hasSize(2);
    assertThat(client.get("/customFields/Task?integration=other").json().path("fields")).isEmpty();

    Reply changed =
        client.put(
            "/customFields",
            "{\"model\":\"Task\",\"field\":[{\"key\":\"dock\",\"name\":\"Gate\"}]}");
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(
            client.get("/customFields/Task").json().path("fields").path(0).path("name").textValue())
        .isEqualTo("Gate");

    Reply gone =
        client.send(
            "DELETE", "/customFields", "{\"model\":\"Task\",\"field\":[{\"key\":\"dock\"}]}");
    assertThat(gone.status()).as(gone.text()).isEqualTo(200);
    assertThat(client.get("/customFields/Task").json().path("fields")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | {\"model\":\"Task\",\"field\":[{\"key\":\"dock\",\"type\":\"date\"}]} | 400 | 1004",
        "POST | {\"model\":\"Task\",\"field\":[{\"key\":\"x\",\"type\":\"url\"}]} | 400 | 1000",
        "POST | {\"model\":\"Task\",\"field\":[{\"key\":\"x\"}]} | 400 | 1000",
        "POST | {\"model\":\"Worker\",\"field\":[]} | 400 | 1000",
        "PUT | {\"model\":\"Task\",\"field\":[{\"key\":\"DOCK\",\"name\":\"x\"}]} | 404 | 1402",
        "DELETE | {\"model\":\"Task\",\"field\":[{\"key\":\"x\"}]} | 404 | 1402",
        "DELETE | null | 400 | 1000",
        "GET | '' | 400 | 1000"
      })
  void whatCannotBeMeantIsRefused(String method, String body, int status, int number) {
    client.post("/customFields", DOCK);

    Reply reply =
        client.send(
            method, method.equals("GET") ? "/customFields/:modelName" : "/customFields", body);

    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.json().path("message").path("error").intValue()).isEqualTo(number);
    assertThat(client.get("/customFields/Task").json().path("fields")).hasSize(2);
  }
}

package interline.onfleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  // onfleet 2 §2.3: the definition is merged in; onfleet 1 §12: keys of no field are dropped
  @Test
  void aTaskShowsItsValuesWithWhatTheFieldsAre() {
    client.post("/customFields", DOCK);
    Reply made =
        task(
            "[{'key':'Ages','value':[3,4]},{'key':'DOCK','value':'x'},{'key':'dock','value':'7'}]");
    assertThat(made.status()).as(made.text()).isEqualTo(200);

    JsonNode fields = made.json().path("customFields");
    assertThat(fields).hasSize(2);
    assertThat(fields.path(0).path("key").textValue()).isEqualTo("Ages");
    assertThat(fields.path(0).path("value").toString()).isEqualTo("[3,4]");
    JsonNode definition = client.get("/customFields/Task").json().at("/fields/1");
    definition
        .properties()
        .forEach(it -> assertThat(fields.path(0).get(it.getKey())).isEqualTo(it.getValue()));
    assertThat(fields.path(0)).hasSize(definition.size() + 1);
    assertThat(fields.path(1).path("value").textValue()).isEqualTo("7");
    String path = "/tasks/" + made.json().path("id").textValue();
    assertThat(client.get(path).json().path("customFields")).isEqualTo(fields);
    assertThat(client.get("/tasks/all?from=1").json().at("/tasks/0/customFields"))
        .isEqualTo(fields);

    client.send("DELETE", "/customFields", "{\"model\":\"Task\",\"field\":[{\"key\":\"dock\"}]}");
    assertThat(client.get(path).json().path("customFields")).hasSize(1);
  }

  // onfleet 2 §5.1
  @Test
  void aTaskThatSpeaksOfFieldsSaysWhatHasToBeThere() {
    client.post("/customFields", DOCK);

    for (String said : new String[] {"[]", "[{'key':'dock','value':'7'}]", "[{'key':'Ages'}]"}) {
      Reply reply = task(said);
      assertThat(reply.status()).as(reply.text()).isEqualTo(400);
      assertThat(reply.json().path("message").path("error").intValue()).isEqualTo(1000);
    }
  }

  // onfleet 1 §12: a value is of its field's type, and such as can be kept
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'key':'dock','value':7}",
        "{'key':'dock','value':'a\\nb'}",
        "{'key':'Ages','value':'3'}",
        "{'key':'Ages','value':3}",
        "{'key':'Ages','value':[3.5]}",
        "{'key':'Ages','value':[1e200]}",
        "{'key':'Ages','value':[1e400]}"
      })
  void aValueIsOfTheTypeOfItsField(String said) {
    client.post("/customFields", DOCK);

    Reply reply = task("[{'key':'Ages','value':[3]},%s]".formatted(said));

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.json().path("message").path("error").intValue()).isEqualTo(1000);
  }

  private Reply task(String fields) {
    return client.post(
        "/tasks",
        "{'destination':{'address':{'unparsed':'1 Main St'}},'customFields':%s}"
            .formatted(fields)
            .replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | {\"model\":\"Task\",\"field\":[{\"key\":\"dock\",\"type\":\"date\"}]} | 400 | 1004",
        "POST | {\"model\":\"Task\",\"field\":[{\"key\":\"x\",\"type\":\"url\"}]} | 400 | 1000",
        "POST | {\"model\":\"Task\",\"field\":[{\"key\":\"x\"}]} | 400 | 1000",
        "POST | {\"model\":\"Worker\",\"field\":[]} | 400 | 1000",
        "POST | {\"field\":[{\"key\":\"x\",\"type\":\"date\",\"contexts\":[{\"a\":1e200}]}]} | 400"
            + " | 1000",
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

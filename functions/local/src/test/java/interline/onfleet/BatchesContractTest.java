package interline.onfleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.Tenant;
import interline.local.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Several tasks at a time: onfleet 2 §6.1 to §6.3. Alone, as a worker has two minutes for 500 rows,
 * however many others ask the one thread of DynamoDB Local.
 */
@Isolated
class BatchesContractTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration BETWEEN_POLLS = Duration.ofMillis(20);

  private static final String PLACE =
      "{\"address\":{\"number\":\"12\",\"street\":\"Analytical Row\",\"city\":\"London\","
          + "\"country\":\"UK\"},\"location\":[-0.12,51.5]}";

  private static final String DOUBTED =
      "{\"destination\":{\"address\":{\"unparsed\":\"12 Analytical Row\"}},\"notes\":\"D\"}";

  private final Tenant tenant = TestServer.tenant();
  private final Http client = Http.onfleet(tenant);

  private static String task(String notes, String... more) {
    return "{\"destination\":%s,\"notes\":\"%s\"%s}"
        .formatted(PLACE, notes, more.length == 0 ? "" : "," + String.join(",", more));
  }

  private static String tasks(String... tasks) {
    return "{\"tasks\":[%s]}".formatted(String.join(",", tasks));
  }

  private JsonNode batch(String... tasks) {
    Reply reply = client.post("/tasks/batch", tasks(tasks));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  private String submitted(String... tasks) {
    Reply reply = client.post("/tasks/batch-async", tasks(tasks));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.json().path("status").textValue()).isEqualTo("pending");
    assertThat(names(reply.json())).containsExactlyInAnyOrder("status", "jobId");
    return reply.json().path("jobId").textValue();
  }

  private JsonNode show(String job) {
    Reply reply = client.get("/tasks/batch/" + job);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  private JsonNode done(String job) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      JsonNode shown = show(job);
      if (!shown.path("status").asText().equals("pending")) {
        return shown;
      }
      pause();
    }
    throw new AssertionError("Job " + job + " was not worked off within " + PATIENCE);
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_POLLS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<String> each(JsonNode list, String name) {
    List<String> texts = new ArrayList<>();
    list.forEach(it -> texts.add(it.path(name).asText()));
    return texts;
  }

  private static List<String> names(JsonNode object) {
    return object.propertyStream().map(Map.Entry::getKey).toList();
  }

  // onfleet 2 §6.1

  @Test
  void aBatchMakesWhatItCanInOrderAndSaysWhyNotTheRest() {
    JsonNode answer =
        batch(
            task("A"),
            task("B", "\"recipients\":[{\"name\":\"Ada\",\"phone\":\"12\"}]"),
            task("C", "\"completeAfter\":20,\"completeBefore\":10"),
            "7",
            "{\"notes\":\"E\"}",
            task("F", "\"autoAssign\":{\"mode\":\"load\"}"),
            task("G", "\"merchant\":\"nobody\""),
            task("H"));

    assertThat(names(answer)).containsExactly("tasks", "errors");
    assertThat(each(answer.path("tasks"), "notes")).containsExactly("A", "H");
    answer
        .path("tasks")
        .forEach(
            task -> {
              assertThat(task.has("eta")).isFalse();
              assertThat(client.get("/tasks/" + task.path("id").textValue()).status())
                  .isEqualTo(200);
            });
    JsonNode errors = answer.path("errors");
    assertThat(each(errors, "task")).hasSize(6);
    assertThat(errors.findValuesAsText("statusCode")).isEqualTo(Collections.nCopies(6, "400"));
    assertThat(errors.valueStream().map(it -> it.path("error").path("error").intValue()))
        .containsExactly(1000, 1009, 1000, 1000, 1000, 1000);
    assertThat(errors.get(0).path("error").path("message").textValue()).isNotEmpty();
    assertThat(errors.get(0).path("error").path("cause").textValue()).isNotEmpty();
    assertThat(errors.get(1).path("task").path("completeAfter").intValue()).isEqualTo(20);
    assertThat(errors.get(2).path("task").intValue()).isEqualTo(7);
  }

  @Test
  void anItemOfABatchIsRefusedWithWhatASingleTaskIsRefusedWith() {
    for (String odd :
        List.of(
            task("A", "\"dependencies\":[\"odd\"]"),
            task("A", "\"container\":{\"type\":\"TEAM\",\"team\":\"ab*dEFghijklmnopqrst~vwx\"}"),
            "{\"destination\":\"ab*dEFghijklmnopqrst~vwx\"}",
            task("A", "\"quantity\":\"many\""))) {
      JsonNode alone = client.post("/tasks", odd).json().path("message");
      JsonNode among = batch(odd).path("errors").get(0).path("error");

      assertThat(among.path("error")).as(odd).isEqualTo(alone.path("error"));
      assertThat(among.path("message")).as(odd).isEqualTo(alone.path("message"));
      if (alone.has("cause")) {
        assertThat(among.path("cause")).as(odd).isEqualTo(alone.path("cause"));
      }
    }
  }

  @Test
  void aBatchMayBeEmptyButHasNoMoreThanAHundred() {
    assertThat(batch().toString()).isEqualTo("{\"tasks\":[],\"errors\":[]}");
    assertError(
        client.post("/tasks/batch", tasks(Collections.nCopies(101, "{}").toArray(String[]::new))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "null", "{\"tasks\":null}", "{\"tasks\":{}}"})
  void aBatchIsAListOfTasks(String body) {
    assertError(client.post("/tasks/batch", body));
    assertError(client.post("/tasks/batch-async", body));
  }

  // onfleet 2 §6.2, §6.3

  @Test
  void aJobMakesItsTasksInOrderAndTellsOfThemAtTheEnd() {
    String job = submitted(task("A"), task("B"), task("C"));

    assertThat(job).matches("[A-Za-z0-9*~]{24}");
    JsonNode done = done(job);
    assertThat(names(done))
        .containsExactly(
            "status",
            "submitted",
            "tasksReceived",
            "tasksCreated",
            "tasksErrored",
            "newTasks",
            "newTasksWithWarnings",
            "failedTasks",
            "errors");
    assertThat(done.path("status").textValue()).isEqualTo("succeeded");
    assertThat(done.path("submitted").textValue()).matches("(a few seconds|\\d minutes?) ago\\.");
    assertThat(done.path("tasksReceived").intValue()).isEqualTo(3);
    assertThat(done.path("tasksCreated").intValue()).isEqualTo(3);
    assertThat(done.path("tasksErrored").intValue()).isZero();
    assertThat(each(done.path("newTasks"), "notes")).containsExactly("A", "B", "C");
    assertThat(done.path("newTasksWithWarnings").toString()).isEqualTo("[]");
    assertThat(done.path("failedTasks").toString()).isEqualTo("[]");
    assertThat(done.path("errors").toString()).isEqualTo("[]");
    String first = done.path("newTasks").get(0).path("id").textValue();
    assertThat(client.get("/tasks/" + first).json()).isEqualTo(done.path("newTasks").get(0));
  }

  @Test
  void aJobSaysWhichTasksFailedAndWhy() {
    String odd = task("B", "\"recipients\":[{\"name\":\"Ada\",\"phone\":\"12\"}]");
    JsonNode alone = client.post("/tasks", odd).json().path("message");

    JsonNode done = done(submitted(task("A"), odd, "7", DOUBTED));

    assertThat(done.path("status").textValue()).isEqualTo("completedWithErrors");
    assertThat(done.path("tasksReceived").intValue()).isEqualTo(4);
    assertThat(done.path("tasksCreated").intValue()).isEqualTo(2);
    assertThat(done.path("tasksErrored").intValue()).isEqualTo(2);
    assertThat(each(done.path("newTasks"), "notes")).containsExactly("A");
    assertThat(each(done.path("newTasksWithWarnings"), "notes")).containsExactly("D");
    assertThat(done.path("failedTasks").get(0).path("notes").textValue()).isEqualTo("B");
    assertThat(done.path("failedTasks").get(1).intValue()).isEqualTo(7);
    JsonNode error = done.path("errors").get(0);
    assertThat(names(error))
        .containsExactly("statusCode", "errorCode", "message", "cause", "taskData");
    assertThat(error.path("statusCode").intValue()).isEqualTo(400);
    assertThat(error.path("errorCode")).isEqualTo(alone.path("error"));
    assertThat(error.path("message")).isEqualTo(alone.path("message"));
    assertThat(error.path("cause")).isEqualTo(alone.path("cause"));
    assertThat(error.path("taskData")).isEqualTo(done.path("failedTasks").get(0));
  }

  @Test
  void theStatusTellsWarningsAndCompleteFailure() {
    assertThat(done(submitted(task("A"), DOUBTED)).path("status").textValue())
        .isEqualTo("succeededWithWarnings");
    assertThat(done(submitted("{}", "{}")).path("status").textValue()).isEqualTo("failed");
  }

  @Test
  void fiveHundredAreTakenAndNoMore() {
    String[] many = Collections.nCopies(501, "{}").toArray(String[]::new);
    assertError(client.post("/tasks/batch-async", tasks(many)));
    JsonNode done = done(submitted(Collections.nCopies(500, "{}").toArray(String[]::new)));
    assertThat(done.path("tasksReceived").intValue()).isEqualTo(500);
    assertThat(done.path("tasksErrored").intValue()).isEqualTo(500);
    assertThat(done.path("errors")).hasSize(500);
    assertError(client.post("/tasks/batch-async", tasks()));
  }

  @Test
  void aJobThatNobodyKnowsIsNotFound() {
    String foreign =
        Http.onfleet(TestServer.tenant())
            .post("/tasks/batch-async", tasks("{}"))
            .json()
            .path("jobId")
            .textValue();
    assertThat(client.get("/tasks/batch/" + foreign).status()).isEqualTo(404);
    assertThat(
            client.get("/tasks/batch/" + foreign).json().path("message").path("error").intValue())
        .isEqualTo(1402);
    assertThat(client.get("/tasks/batch/odd").json().path("message").path("error").intValue())
        .isEqualTo(1005);
  }

  private static void assertError(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.json().path("message").path("error").intValue()).isEqualTo(1000);
  }
}

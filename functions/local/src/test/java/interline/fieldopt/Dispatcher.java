package interline.fieldopt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Somebody who dispatches with FieldOpt: a fleet of their own, and short ways to fill it. */
record Dispatcher(Http http) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** With an empty fleet. */
  Dispatcher() {
    this(Http.fieldOpt(TestServer.tenant()));
  }

  Reply get(String path) {
    return http.get(path);
  }

  Reply post(String path, String body) {
    return http.post(path, body);
  }

  Reply patch(String path, String body) {
    return http.patch(path, body);
  }

  /** A new technician; what is not named has a sensible value. */
  long technician(Map<String, ?> members) {
    return created("/technicians/", Map.of("name", "Miles Davis"), members);
  }

  long technician() {
    return technician(Map.of());
  }

  long technician(List<String> skills) {
    return technician(Map.of("skills", skills));
  }

  /** A new job; what is not named has a sensible value. */
  long job(Map<String, ?> members) {
    Map<String, String> sensible =
        Map.of("type", "install", "customer", "Acme Corp", "address", "123 Main St, NYC");
    return created("/jobs/", sensible, members);
  }

  long job() {
    return job(Map.of());
  }

  long job(List<String> skills) {
    return job(Map.of("skills_required", skills));
  }

  /** A new job that is as far as this; a technician of its own has it where one has to. */
  long jobThatIs(String status) {
    long job = job();
    switch (status) {
      case "pending" -> {}
      case "cancelled" -> succeed("/jobs/" + job + "/cancel");
      case "assigned" -> assign(job, technician());
      case "in_progress" -> {
        assign(job, technician());
        succeed("/jobs/" + job + "/start");
      }
      case "completed" -> {
        assign(job, technician());
        succeed("/jobs/" + job + "/start");
        succeed("/jobs/" + job + "/complete");
      }
      case "failed" -> {
        assign(job, technician());
        assertThat(patch("/jobs/" + job, "{\"status\":\"failed\"}").status()).isEqualTo(200);
      }
      default -> throw new IllegalArgumentException(status);
    }
    return job;
  }

  /** Tries to give a job to a technician. */
  Reply assigning(long job, long technician) {
    return post("/assignments/", "{\"job_id\":%d,\"technician_id\":%d}".formatted(job, technician));
  }

  void assign(long job, long technician) {
    assertThat(assigning(job, technician).status()).isEqualTo(201);
  }

  /** Calls something that needs no body and has to work. */
  void succeed(String path) {
    assertThat(post(path, "").status()).isEqualTo(200);
  }

  JsonNode jobNow(long job) {
    return get("/jobs/" + job).json();
  }

  String status(long job) {
    return jobNow(job).path("status").textValue();
  }

  JsonNode technicianNow(long technician) {
    return get("/technicians/" + technician).json();
  }

  int workload(long technician) {
    return technicianNow(technician).path("current_workload").intValue();
  }

  private long created(String path, Map<String, ?> sensible, Map<String, ?> members) {
    Map<String, Object> body = new HashMap<>(sensible);
    body.putAll(members);
    Reply reply = post(path, written(body));
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.json().path("id").longValue();
  }

  static String written(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** JSON to compare with what came back. */
  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** An object but for a member that nobody can foretell. */
  static JsonNode without(JsonNode object, String member) {
    assertThat(object.has(member)).isTrue();
    ObjectNode rest = object.deepCopy();
    rest.remove(member);
    return rest;
  }

  /** The ids of an array of objects, in its order. */
  static List<Long> ids(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return each(reply).map(object -> object.path("id").longValue()).toList();
  }

  static Stream<JsonNode> each(Reply reply) {
    assertThat(reply.json().isArray()).as(reply.text()).isTrue();
    return StreamSupport.stream(reply.json().spliterator(), false);
  }

  /** What is wrong is said in the one way that FieldOpt has for it. */
  static void assertRefused(Reply reply, int status, String detail) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.json()).isEqualTo(JSON.createObjectNode().put("detail", detail));
    assertThat(reply.header("content-type")).hasValue("application/json");
  }
}

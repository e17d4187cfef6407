package interline.fieldopt;

import static interline.fieldopt.Dispatcher.assertRefused;
import static interline.fieldopt.Dispatcher.ids;
import static org.assertj.core.api.Assertions.assertThat;

import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.LocalServer;
import interline.local.TestServer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said when nothing of the fleet is to blame: fieldopt §1. */
class ErrorsContractTest {

  private final Dispatcher dispatcher = new Dispatcher();

  // fieldopt §1.3: no JSON object at all, on every call that needs one
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "null", "[]", "7", "\"{}\"", "{} {}", "{\"a\":1,\"a\":2}"})
  void anUnreadableBodyIsRefused(String body) {
    for (String path :
        List.of(
            "/technicians/",
            "/jobs/",
            "/assignments/",
            "/assignments/batch-assign",
            "/assignments/batch-unassign",
            "/assignments/unassign",
            "/assignments/reassign",
            "/routing/auto-route")) {
      assertRefused(dispatcher.post(path, body), 400, "Invalid request body");
    }
    for (String path : List.of("/technicians/1/status", "/technicians/1/location", "/jobs/1")) {
      assertRefused(dispatcher.patch(path, body), 400, "Invalid request body");
    }
  }

  // fieldopt §1: unsaid what else a body may call itself; it is read as what it is
  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json; charset=utf-8"
      })
  void aBodyIsJsonWhateverItIsCalled(String type) {
    Http http = dispatcher.http().with("Content-Type", type);

    assertThat(http.post("/technicians/", "{\"name\": \"Jörg Straße 🚐\"}").status())
        .isEqualTo(201);
    assertThat(dispatcher.get("/technicians/").text()).contains("Jörg Straße 🚐");
  }

  // fieldopt §1.1, §13.12: both spellings answer alike
  @Test
  void aSlashAtTheEndMakesNoDifference() {
    long technician = dispatcher.technician();
    long job = dispatcher.job();

    for (String path :
        List.of(
            "/technicians",
            "/technicians/" + technician,
            "/jobs",
            "/jobs/" + job,
            "/jobs/summary",
            "/jobs/" + job + "/can-do/" + technician,
            "/assignments/technician/" + technician,
            "/routing/best-tech/" + job)) {
      Reply without = dispatcher.get(path);
      assertThat(without.status()).as(path).isEqualTo(200);
      assertThat(dispatcher.get(path + "/").json()).as(path).isEqualTo(without.json());
    }
    assertThat(ids(dispatcher.get("/jobs/?status=pending"))).containsExactly(job);
    assertThat(ids(dispatcher.get("/jobs?status=pending"))).containsExactly(job);
    String body = "{\"job_id\": %d, \"technician_id\": %d}".formatted(job, technician);
    assertThat(dispatcher.post("/assignments", body).status()).isEqualTo(201);
    assertThat(dispatcher.post("/jobs/" + job + "/start/", "").status()).isEqualTo(200);
    assertThat(dispatcher.patch("/jobs/" + job + "/", "{}").status()).isEqualTo(200);
    assertThat(dispatcher.post("/assignments/unassign/", "{\"job_id\": 0}").status())
        .isEqualTo(404);
  }

  // fieldopt §1.3: an unknown route is 404, and never HTML
  @ParameterizedTest
  @CsvSource({
    "GET, /technicians/1/jobs",
    "PATCH, /technicians/1/name",
    "GET, /jobs/1/start/now",
    "POST, /jobs/1/fail",
    "GET, /jobs/1/can-do",
    "GET, /jobs//can-do/1",
    "POST, /assignments/batch-reassign",
    "GET, /assignments/7",
    "GET, /assignments/technician",
    "GET, /routing",
    "GET, /routing/best-tech",
    "DELETE, /routing/auto-route/1"
  })
  void anUnknownPathIsNotFound(String method, String path) {
    assertRefused(dispatcher.http().send(method, path, ""), 404, "Not Found");
  }

  // fieldopt §1.3: a wrong method is 405, and Allow names all that would do
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PUT    | /technicians/           | GET, POST
          DELETE | /technicians/1          | GET
          POST   | /technicians/1/status   | PATCH
          GET    | /technicians/1/location | PATCH
          DELETE | /jobs                   | GET, POST
          PUT    | /jobs/1                 | GET, PATCH
          POST   | /jobs/summary           | GET
          GET    | /jobs/1/start           | POST
          PATCH  | /jobs/1/complete        | POST
          GET    | /jobs/1/cancel          | POST
          POST   | /jobs/1/can-do/1        | GET
          GET    | /assignments/           | POST
          GET    | /assignments/unassign   | POST
          DELETE | /assignments/job/1      | GET
          POST   | /assignments/technician/1 | GET
          GET    | /routing/auto-route     | POST
          POST   | /routing/best-tech/1    | GET
          """)
  void aWrongMethodIsNotAllowed(String method, String path, String allowed) {
    Reply reply = dispatcher.http().send(method, path, "");

    assertRefused(reply, 405, "Method Not Allowed");
    assertThat(reply.header("allow")).hasValue(allowed);
  }

  // An answer that Lambda could not hand over: the filters are there to make it smaller
  @Test
  void aListThatIsTooLongAsksForFilters() {
    // Quotes are written as two characters, each of which is escaped in what the function returns.
    Map<String, ?> large =
        Map.of(
            "skills_required",
            Collections.nCopies(100, "\"".repeat(100)),
            "scheduled_date",
            "2026-04-15");
    for (int i = 0; i < 155; i++) {
      dispatcher.job(large);
    }
    long small = dispatcher.job(Map.of("scheduled_date", "2026-04-16"));

    assertRefused(
        dispatcher.get("/jobs/"),
        400,
        "Too many jobs or technicians for one answer, narrow the filters");
    assertThat(ids(dispatcher.get("/jobs/?scheduled_date=2026-04-16"))).containsExactly(small);
  }

  // fieldopt §1.3: a fault is JSON, and tells nothing about the inside
  @Test
  void aFaultIsSaidWithoutItsReason() {
    try (LocalServer server = TestServer.startOpen()) {
      Http http = new Http(server.uri().resolve("/api/v1"), Map.of());
      assertThat(http.get("/jobs/").status()).isEqualTo(200);
      server.stack().dynamoDb().deleteTable(r -> r.tableName(server.tableName("Table")));

      assertRefused(http.get("/jobs/1"), 500, "Internal server error");
    }
  }
}

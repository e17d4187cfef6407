package interline.fieldopt;

import static interline.fieldopt.Dispatcher.json;
import static interline.fieldopt.Dispatcher.without;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.local.Http;
import interline.local.LocalServer;
import interline.local.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The calls of FieldOpt's own documentation as it prints them, through a shell and curl: only the
 * port is another. The fleet is as empty before as that of a newcomer.
 */
class SeedContractTest {

  private final LocalServer server = TestServer.startOpen();
  private final Dispatcher dispatcher =
      new Dispatcher(new Http(server.uri().resolve("/api/v1"), Map.of()));

  @BeforeEach
  void curlIsThere() throws Exception {
    Assumptions.assumeTrue(
        new ProcessBuilder("sh", "-c", "command -v curl").start().waitFor() == 0, "no curl here");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theCallsOfTheDocumentationWorkAsPrinted() throws Exception {
    JsonNode job =
        shell(
            """
            curl -X POST http://localhost:8000/api/v1/jobs/ \\
            -H "Content-Type: application/json" \\
            -d '{
            "type": "install",
            "customer": "Test Co",
            "address": "456 Oak Ave, NYC",
            "skills_required": ["install"],
            "time_slot": "10:00-14:00"
            }'
            """);
    assertThat(job)
        .isEqualTo(
            json(
                """
                {"id": 1, "type": "install", "customer": "Test Co",
                 "address": "456 Oak Ave, NYC", "skills_required": ["install"],
                 "status": "pending", "scheduled_date": null, "time_slot": "10:00-14:00",
                 "assigned_technician": null}
                """));

    String list = "curl http://localhost:8000/api/v1/technicians/";
    assertThat(shell(list)).isEqualTo(json("[]"));
    dispatcher.technician(Map.of("name", "Miles Davis", "skills", List.of("install", "repair")));
    assertThat(shell(list))
        .isEqualTo(
            json(
                """
                [{"id": 1, "name": "Miles Davis", "status": "available", "phone": null,
                  "skills": ["install", "repair"], "capacity": 8, "current_workload": 0}]
                """));

    JsonNode recommended =
        shell(
            """
            curl -X POST http://localhost:8000/api/v1/routing/auto-route \\
            -H "Content-Type: application/json" \\
            -d '{ "job_id": 1 }'
            """);
    assertThat(recommended)
        .isEqualTo(
            json(
                """
                {"job_id": 1, "recommended_technician": {"id": 1, "name": "Miles Davis",
                 "skills": ["install", "repair"], "capacity_available": true,
                 "match_score": 1.0}}
                """));

    assertThat(shell("curl http://localhost:8000/api/v1/jobs/1/can-do/1"))
        .isEqualTo(
            json("{\"can_do\": true, \"tech_id\": 1, \"job_id\": 1, \"missing_skills\": []}"));

    JsonNode assignment =
        shell(
            """
            curl -X POST http://localhost:8000/api/v1/assignments/ \\
            -H "Content-Type: application/json" \\
            -d '{
            "job_id": 1,
            "technician_id": 1
            }'
            """);
    assertThat(without(assignment, "assigned_at"))
        .isEqualTo(json("{\"id\": 1, \"job_id\": 1, \"technician_id\": 1}"));

    dispatcher.post("/assignments/unassign", "{\"job_id\": 1}");
    for (int i = 2; i <= 5; i++) {
      assertThat(dispatcher.job()).isEqualTo(i);
    }
    JsonNode batch =
        shell(
            """
            curl -X POST http://localhost:8000/api/v1/assignments/batch-assign \\
            -H "Content-Type: application/json" \\
            -d '{
            "job_ids": [1, 2, 3, 4, 5],
            "technician_id": 1
            }'
            """);
    assertThat(batch)
        .isEqualTo(
            json(
                """
                {"assigned_count": 5, "assignments": [
                  {"job_id": 1, "technician_id": 1},
                  {"job_id": 2, "technician_id": 1},
                  {"job_id": 3, "technician_id": 1},
                  {"job_id": 4, "technician_id": 1},
                  {"job_id": 5, "technician_id": 1}]}
                """));
  }

  /** What a command line of the documentation prints, the port apart. */
  private JsonNode shell(String command) throws IOException, InterruptedException {
    ProcessBuilder shell =
        new ProcessBuilder(
                "sh", "-c", command.replace("localhost:8000", server.uri().getAuthority()))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    shell.environment().put("no_proxy", "*");
    Process running = shell.start();
    String printed = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(running.waitFor(10, SECONDS)).isTrue();
    assertThat(running.exitValue()).isZero();
    return json(printed);
  }
}

package interline.fieldopt;

import static interline.fieldopt.Dispatcher.assertRefused;
import static interline.fieldopt.Dispatcher.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.local.Http.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is recommended for a job: fieldopt §6.2 and §6.3. */
class RoutingContractTest {

  private final Dispatcher dispatcher = new Dispatcher();

  // fieldopt §6.2, §6.3: 0.8 for the skills, 0.2 for the free share of the capacity
  @Test
  void theBestTechnicianIsRecommended() {
    long job = dispatcher.job(List.of("install"));
    long technician =
        dispatcher.technician(
            Map.of("name", "Chet Baker", "skills", List.of("install", "repair"), "capacity", 4));
    dispatcher.assign(dispatcher.job(), technician);

    Reply reply = autoRoute(job);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json())
        .isEqualTo(
            json(
                """
                {"job_id": %d, "recommended_technician": {"id": %d, "name": "Chet Baker",
                 "skills": ["install", "repair"], "capacity_available": true,
                 "match_score": 0.95}}
                """
                    .formatted(job, technician)));
  }

  // fieldopt §6.2: the GET form of the same
  @Test
  void bestTechSaysTheSame() {
    long job = dispatcher.job(List.of("install"));
    dispatcher.technician(List.of("install"));
    dispatcher.technician(List.of("install", "repair"));

    Reply reply = dispatcher.get("/routing/best-tech/" + job);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json()).isEqualTo(autoRoute(job).json());
  }

  // fieldopt §6.2: recommends; nothing is changed
  @Test
  void askingChangesNothing() {
    long job = dispatcher.job();
    long technician = dispatcher.technician();
    JsonNode jobBefore = dispatcher.jobNow(job);
    JsonNode technicianBefore = dispatcher.technicianNow(technician);

    autoRoute(job);
    dispatcher.get("/routing/best-tech/" + job);

    assertThat(dispatcher.jobNow(job)).isEqualTo(jobBefore);
    assertThat(dispatcher.technicianNow(technician)).isEqualTo(technicianBefore);
    assertThat(dispatcher.get("/jobs/summary").json().path("pending").intValue()).isEqualTo(1);
  }

  // fieldopt §6.3: all skills, on duty, with room; §13.10: nobody fits -> null
  @Test
  void whoDoesNotFitIsNotRecommended() {
    long job = dispatcher.job(List.of("install", "repair"));
    dispatcher.technician(List.of("install"));
    dispatcher.technician(Map.of("skills", List.of("install", "repair"), "status", "on_break"));
    dispatcher.technician(Map.of("skills", List.of("install", "repair"), "status", "off_duty"));
    long full =
        dispatcher.technician(Map.of("skills", List.of("install", "repair"), "capacity", 1));
    dispatcher.assign(dispatcher.job(), full);

    for (Reply reply : List.of(autoRoute(job), dispatcher.get("/routing/best-tech/" + job))) {
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.json())
          .isEqualTo(json("{\"job_id\": %d, \"recommended_technician\": null}".formatted(job)));
    }
  }

  // fieldopt §4.2, §6.3: who has jobs but room is a candidate
  @Test
  void whoIsAssignedButHasRoomIsRecommended() {
    long busy = dispatcher.technician();
    dispatcher.assign(dispatcher.job(), busy);

    assertThat(recommended(dispatcher.job())).isEqualTo(busy);
  }

  // fieldopt §6.3: higher score, then lower load, then lower id
  @Test
  void theHigherScoreComesFirstThenTheLowerLoadThenTheLowerId() {
    long small = dispatcher.technician(Map.of("capacity", 2));
    long large = dispatcher.technician(Map.of("capacity", 4));
    long same = dispatcher.technician(Map.of("capacity", 4));
    List<Long> byId = List.of(small, large, same).stream().sorted().toList();
    long job = dispatcher.job();

    assertThat(recommended(job)).isEqualTo(byId.getFirst());

    dispatcher.assign(dispatcher.job(), small);
    dispatcher.assign(dispatcher.job(), large);
    assertThat(recommended(job)).isEqualTo(same);

    dispatcher.assign(dispatcher.job(), same);
    dispatcher.assign(dispatcher.job(), large);
    dispatcher.assign(dispatcher.job(), same);
    // small: 1 of 2, large and same: 2 of 4
    assertThat(recommended(job)).isEqualTo(small);
  }

  // fieldopt §1.3, §6.2
  @Test
  void theJobHasToExist() {
    assertRefused(autoRoute(999_999), 404, "Job not found");
    assertRefused(autoRoute(0), 404, "Job not found");
    assertRefused(dispatcher.get("/routing/best-tech/999999"), 404, "Job not found");
    assertRefused(dispatcher.get("/routing/best-tech/-5"), 404, "Job not found");
    assertRefused(dispatcher.get("/routing/best-tech/x"), 400, "Invalid job id");
  }

  // fieldopt §6.2: job_id is required; the original's own body is no request for all jobs
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                             | job_id is required
          {"target_date": "2026-04-15"}  | job_id is required
          {"job_id": null}               | job_id is required
          {"job_id": "x"}                | job_id must be an integer
          """)
  void autoRouteNeedsAJob(String body, String detail) {
    assertRefused(
        dispatcher.post("/routing/auto-route", body), 400, "Invalid request body: " + detail);
  }

  private Reply autoRoute(long job) {
    return dispatcher.post("/routing/auto-route", "{\"job_id\": %d}".formatted(job));
  }

  private long recommended(long job) {
    return autoRoute(job).json().path("recommended_technician").path("id").longValue();
  }
}

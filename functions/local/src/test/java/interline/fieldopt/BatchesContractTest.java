package interline.fieldopt;

import static interline.fieldopt.Dispatcher.assertRefused;
import static interline.fieldopt.Dispatcher.each;
import static interline.fieldopt.Dispatcher.json;
import static interline.fieldopt.Dispatcher.written;
import static org.assertj.core.api.Assertions.assertThat;

import interline.local.Http.Reply;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A batch happens completely or not at all: fieldopt §6.1. */
class BatchesContractTest {

  private final Dispatcher dispatcher = new Dispatcher();

  // fieldopt §6.1, §13.5: 201, the pairs in the order of the request
  @Test
  void allJobsGoToOneTechnician() {
    long a = dispatcher.job();
    long b = dispatcher.job();
    long c = dispatcher.job();
    long technician = dispatcher.technician();

    Reply reply = assigning(List.of(c, a, b), technician);

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json())
        .isEqualTo(
            json(
                """
                {"assigned_count": 3, "assignments": [
                  {"job_id": %2$d, "technician_id": %1$d},
                  {"job_id": %3$d, "technician_id": %1$d},
                  {"job_id": %4$d, "technician_id": %1$d}]}
                """
                    .formatted(technician, c, a, b)));
    assertThat(dispatcher.workload(technician)).isEqualTo(3);
    assertThat(each(dispatcher.get("/assignments/technician/" + technician)))
        .extracting(assignment -> assignment.path("job_id").longValue())
        .containsExactly(c, a, b);
    assertThat(dispatcher.get("/jobs/summary").json().path("assigned").intValue()).isEqualTo(3);
  }

  // fieldopt §6.1, §5: one that does not fit undoes the rest
  @ParameterizedTest
  @CsvSource({
    "unknown, 404, Job not found",
    "assigned, 409, Job is already assigned",
    "completed, 409, Job has already ended",
    "cancelled, 409, Job has already ended"
  })
  void oneJobThatCannotBeAssignedStopsTheBatch(String kind, int status, String detail) {
    long a = dispatcher.job();
    long b = dispatcher.job();
    long bad = kind.equals("unknown") ? 999_999 : dispatcher.jobThatIs(kind);
    long technician = dispatcher.technician();

    assertRefused(assigning(List.of(a, bad, b), technician), status, detail);
    assertNothingHappened(technician, a, b);
  }

  // fieldopt §5: load + new jobs > capacity
  @Test
  void aBatchThatDoesNotFitIsRefusedWhole() {
    long technician = dispatcher.technician(Map.of("capacity", 2));
    List<Long> jobs = List.of(dispatcher.job(), dispatcher.job(), dispatcher.job());

    assertRefused(assigning(jobs, technician), 409, "Technician already has maximum capacity");
    assertNothingHappened(technician, jobs.get(0), jobs.get(1), jobs.get(2));

    assertThat(assigning(jobs.subList(0, 2), technician).status()).isEqualTo(201);
  }

  // fieldopt §1.3: existence (the jobs first) before state
  @Test
  void anUnknownTechnicianIsNotFound() {
    long assigned = dispatcher.jobThatIs("assigned");

    assertRefused(assigning(List.of(assigned), 999_999), 404, "Technician not found");
    assertRefused(assigning(List.of(assigned, 999_999L), 999_999), 404, "Job not found");
  }

  // fieldopt §6.1: empty list 400, duplicates 400
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"technician_id": 1}                              | job_ids is required
          {"job_ids": null, "technician_id": 1}             | job_ids is required
          {"job_ids": 1, "technician_id": 1}                | job_ids must be an array
          {"job_ids": [1, "x"], "technician_id": 1}         | job_ids.1 must be an integer
          {"job_ids": [1, null], "technician_id": 1}        | job_ids.1 must be an integer
          {"job_ids": [], "technician_id": 1}               | job_ids must not be empty
          {"job_ids": [1, 2, "1"], "technician_id": 1}      | job_ids must not name the same one twice
          """)
  void aBatchNamesItsJobsOnceEach(String body, String detail) {
    for (String call : List.of("batch-assign", "batch-unassign")) {
      assertRefused(
          dispatcher.post("/assignments/" + call, body), 400, "Invalid request body: " + detail);
    }
  }

  // fieldopt §6.1
  @Test
  void aBatchNamesATechnician() {
    assertRefused(
        dispatcher.post("/assignments/batch-assign", "{\"job_ids\": [1]}"),
        400,
        "Invalid request body: technician_id is required");
  }

  // More than one transaction holds cannot be all or nothing
  @Test
  void aBatchHasABound() {
    long technician = dispatcher.technician(Map.of("capacity", 30));
    List<Long> jobs = Stream.generate(dispatcher::job).limit(24).toList();
    List<Long> oneMore = LongStream.rangeClosed(1, 25).boxed().toList();
    String detail = "Invalid request body: job_ids must have at most 24 entries";

    assertRefused(assigning(oneMore, technician), 400, detail);
    assertRefused(unassigning(oneMore), 400, detail);
    assertThat(assigning(jobs, technician).status()).isEqualTo(201);
    assertThat(dispatcher.workload(technician)).isEqualTo(24);
    assertThat(unassigning(jobs).status()).isEqualTo(200);
    assertThat(dispatcher.workload(technician)).isZero();
  }

  // fieldopt §6.1, §13.4: 200, said as batch-assign says it
  @Test
  void jobsOfSeveralTechniciansAreTakenBack() {
    long a = dispatcher.jobThatIs("assigned");
    long b = dispatcher.jobThatIs("assigned");
    long technician = dispatcher.jobNow(a).path("assigned_technician").path("id").longValue();

    Reply reply = unassigning(List.of(b, a));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json())
        .isEqualTo(json("{\"unassigned_count\": 2, \"job_ids\": [%d, %d]}".formatted(b, a)));
    assertNothingHappened(technician, a, b);
  }

  // fieldopt §6.1: all or nothing
  @ParameterizedTest
  @CsvSource({
    "unknown, 404, Job not found",
    "pending, 404, Assignment not found",
    "completed, 404, Assignment not found",
    "in_progress, 409, Job cannot go from its status to this one"
  })
  void oneJobThatCannotBeTakenBackStopsTheBatch(String kind, int status, String detail) {
    long assigned = dispatcher.jobThatIs("assigned");
    long bad = kind.equals("unknown") ? 999_999 : dispatcher.jobThatIs(kind);

    assertRefused(unassigning(List.of(assigned, bad)), status, detail);
    assertThat(dispatcher.status(assigned)).isEqualTo("assigned");
  }

  private void assertNothingHappened(long technician, long... jobs) {
    for (long job : jobs) {
      assertThat(dispatcher.status(job)).isEqualTo("pending");
      assertThat(dispatcher.jobNow(job).path("assigned_technician").isNull()).isTrue();
    }
    assertThat(dispatcher.workload(technician)).isZero();
    assertThat(dispatcher.get("/assignments/technician/" + technician).text()).isEqualTo("[]");
  }

  private Reply assigning(List<Long> jobs, long technician) {
    return dispatcher.post(
        "/assignments/batch-assign", written(Map.of("job_ids", jobs, "technician_id", technician)));
  }

  private Reply unassigning(List<Long> jobs) {
    return dispatcher.post("/assignments/batch-unassign", written(Map.of("job_ids", jobs)));
  }
}

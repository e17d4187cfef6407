package interline.fieldopt;

import static interline.fieldopt.Dispatcher.assertRefused;
import static interline.fieldopt.Dispatcher.each;
import static interline.fieldopt.Dispatcher.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import interline.local.Http.Reply;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentsContractTest {

  private static final String FULL = "Technician already has maximum capacity";

  private final Dispatcher dispatcher = new Dispatcher();

  // fieldopt §3.3, §2.4, §1: instants in UTC, of whole seconds
  @Test
  void aJobIsGivenToATechnician() {
    long job = dispatcher.job();
    long technician = dispatcher.technician();

    Reply reply = dispatcher.assigning(job, technician);

    assertThat(reply.status()).isEqualTo(201);
    long id = reply.json().path("id").longValue();
    String at = reply.json().path("assigned_at").textValue();
    assertThat(id).isPositive();
    assertThat(at).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
    assertThat(Instant.parse(at)).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    assertThat(reply.json())
        .isEqualTo(
            json(
                "{\"id\": %d, \"job_id\": %d, \"technician_id\": %d, \"assigned_at\": \"%s\"}"
                    .formatted(id, job, technician, at)));
    assertThat(dispatcher.get("/assignments/job/" + job).json()).isEqualTo(reply.json());
    assertThat(each(dispatcher.get("/assignments/technician/" + technician)))
        .containsExactly(reply.json());
  }

  // fieldopt §3.3, §2.3, §13.1
  @Test
  void theJobThenNamesItsTechnician() {
    long job = dispatcher.job();
    long technician = dispatcher.technician(Map.of("name", "Chet Baker"));

    dispatcher.assign(job, technician);

    assertThat(dispatcher.status(job)).isEqualTo("assigned");
    assertThat(dispatcher.jobNow(job).path("assigned_technician"))
        .isEqualTo(json("{\"id\": %d, \"name\": \"Chet Baker\"}".formatted(technician)));
  }

  // fieldopt §5, §4.2: load and status follow by themselves
  @Test
  void theTechnicianThenIsAssigned() {
    long technician = dispatcher.technician();

    dispatcher.assign(dispatcher.job(), technician);
    dispatcher.assign(dispatcher.job(), technician);

    JsonNode now = dispatcher.technicianNow(technician);
    assertThat(now.path("current_workload").intValue()).isEqualTo(2);
    assertThat(now.path("status").textValue()).isEqualTo("assigned");
  }

  // fieldopt §4.2: a break or the end of a shift is never overwritten; §13.9: nor asked about
  @ParameterizedTest
  @ValueSource(strings = {"on_break", "off_duty"})
  void whoIsNotThereCanBeAssignedAndStaysAway(String status) {
    long technician = dispatcher.technician(Map.of("status", status));
    long job = dispatcher.job(List.of("a skill that nobody has"));

    dispatcher.assign(job, technician);
    assertThat(dispatcher.technicianNow(technician).path("status").textValue()).isEqualTo(status);

    dispatcher.succeed("/jobs/" + job + "/cancel");
    assertThat(dispatcher.technicianNow(technician).path("status").textValue()).isEqualTo(status);
  }

  // fieldopt §5: 409 when full; starting changes no load; an end frees a place
  @Test
  void aTechnicianHoldsNoMoreThanTheirCapacity() {
    long technician = dispatcher.technician(Map.of("capacity", 2));
    long first = dispatcher.job();
    dispatcher.assign(first, technician);
    dispatcher.assign(dispatcher.job(), technician);
    long third = dispatcher.job();

    assertRefused(dispatcher.assigning(third, technician), 409, FULL);
    dispatcher.succeed("/jobs/" + first + "/start");
    assertRefused(dispatcher.assigning(third, technician), 409, FULL);
    assertThat(dispatcher.status(third)).isEqualTo("pending");
    assertThat(dispatcher.workload(technician)).isEqualTo(2);

    dispatcher.succeed("/jobs/" + first + "/complete");
    dispatcher.assign(third, technician);
  }

  // fieldopt §1.3
  @ParameterizedTest
  @CsvSource({
    "assigned, Job is already assigned",
    "in_progress, Job is already assigned",
    "completed, Job has already ended",
    "failed, Job has already ended",
    "cancelled, Job has already ended"
  })
  void onlyAPendingJobCanBeAssigned(String status, String detail) {
    long job = dispatcher.jobThatIs(status);
    JsonNode before = dispatcher.jobNow(job);

    assertRefused(dispatcher.assigning(job, dispatcher.technician()), 409, detail);
    assertThat(dispatcher.jobNow(job)).isEqualTo(before);
  }

  // fieldopt §1.3: unknown ids in a body are 404, the job before the technician, both before state
  @Test
  void bothHaveToExist() {
    long free = dispatcher.job();
    long ended = dispatcher.jobThatIs("completed");
    long technician = dispatcher.technician();

    assertRefused(dispatcher.assigning(999_999, 999_999), 404, "Job not found");
    assertRefused(dispatcher.assigning(-1, technician), 404, "Job not found");
    assertRefused(dispatcher.assigning(free, 999_999), 404, "Technician not found");
    assertRefused(dispatcher.assigning(ended, 0), 404, "Technician not found");
    assertRefused(reassigning(999_999, 999_999), 404, "Job not found");
    assertRefused(reassigning(free, 999_999), 404, "Technician not found");
    assertRefused(reassigning(ended, 999_999), 404, "Technician not found");
    assertRefused(unassigning(999_999), 404, "Job not found");
  }

  // fieldopt §1: lax numbers
  @Test
  void idsMayBeWrittenAsText() {
    long job = dispatcher.job();
    long technician = dispatcher.technician();

    Reply reply =
        dispatcher.post(
            "/assignments/",
            "{\"job_id\": \"%d\", \"technician_id\": %d.0}".formatted(job, technician));

    assertThat(reply.status()).isEqualTo(201);
  }

  // fieldopt §1.3
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                   | {"technician_id": 1}                | job_id is required
                   | {"job_id": 1}                       | technician_id is required
                   | {"job_id": null, "technician_id": 1} | job_id is required
                   | {"job_id": 1.5, "technician_id": 1} | job_id must be an integer
                   | {"job_id": 1, "technician_id": "x"} | technician_id must be an integer
                   | {"job_id": [1], "technician_id": 1} | job_id must be an integer
          unassign | {}                                  | job_id is required
          unassign | {"job_id": "x"}                     | job_id must be an integer
          reassign | {"job_id": 1, "technician_id": 1}   | new_technician_id is required
          reassign | {"new_technician_id": 1}            | job_id is required
          """)
  void aCallNamesJobAndTechnician(String call, String body, String detail) {
    String path = "/assignments/" + (call == null ? "" : call);

    assertRefused(dispatcher.post(path, body), 400, "Invalid request body: " + detail);
  }

  // fieldopt §3.3, §13.4: 200 with the original's envelope
  @Test
  void anAssignedJobIsTakenBack() {
    long job = dispatcher.job();
    long technician = dispatcher.technician();
    JsonNode before = dispatcher.jobNow(job);
    dispatcher.assign(job, technician);

    Reply reply = unassigning(job);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json())
        .isEqualTo(json("{\"success\": true, \"message\": \"Job unassigned\"}"));
    assertThat(dispatcher.jobNow(job)).isEqualTo(before);
    assertThat(dispatcher.workload(technician)).isZero();
    assertRefused(dispatcher.get("/assignments/job/" + job), 404, "Assignment not found");
    dispatcher.assign(job, technician);
  }

  // fieldopt §3.3: 404 where there is no assignment; §4.1: work that has begun is not taken back
  @ParameterizedTest
  @CsvSource({
    "pending, 404, Assignment not found",
    "completed, 404, Assignment not found",
    "failed, 404, Assignment not found",
    "cancelled, 404, Assignment not found",
    "in_progress, 409, Job cannot go from its status to this one"
  })
  void onlyAnAssignedJobIsTakenBack(String status, int code, String detail) {
    long job = dispatcher.jobThatIs(status);
    JsonNode before = dispatcher.jobNow(job);

    assertRefused(unassigning(job), code, detail);
    assertThat(dispatcher.jobNow(job)).isEqualTo(before);
  }

  // fieldopt §3.3, §12.19, §13.4: 200 with the new assignment
  @Test
  void aJobGoesToAnotherTechnician() {
    long job = dispatcher.job();
    long before = dispatcher.technician();
    long after = dispatcher.technician(Map.of("name", "Chet Baker"));
    dispatcher.assign(job, before);
    long old = dispatcher.get("/assignments/job/" + job).json().path("id").longValue();

    Reply reply = reassigning(job, after);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("id").longValue()).isPositive().isNotEqualTo(old);
    assertThat(reply.json().path("job_id").longValue()).isEqualTo(job);
    assertThat(reply.json().path("technician_id").longValue()).isEqualTo(after);
    assertThat(reply.json().path("assigned_at").isTextual()).isTrue();
    assertThat(dispatcher.get("/assignments/job/" + job).json()).isEqualTo(reply.json());
    assertThat(dispatcher.status(job)).isEqualTo("assigned");
    assertThat(dispatcher.jobNow(job).path("assigned_technician").path("name").textValue())
        .isEqualTo("Chet Baker");
    assertThat(dispatcher.workload(before)).isZero();
    assertThat(dispatcher.workload(after)).isEqualTo(1);
    assertThat(dispatcher.get("/assignments/technician/" + before).text()).isEqualTo("[]");
  }

  // fieldopt §3.3: on a job that nobody has it acts as a plain assign
  @Test
  void reassigningAPendingJobAssignsIt() {
    long job = dispatcher.job();
    long technician = dispatcher.technician();

    assertThat(reassigning(job, technician).status()).isEqualTo(200);
    assertThat(dispatcher.status(job)).isEqualTo("assigned");
    assertThat(dispatcher.workload(technician)).isEqualTo(1);
  }

  // fieldopt §3.3: a full technician's own job is no further one
  @Test
  void reassigningToTheSameTechnicianChangesNothing() {
    long job = dispatcher.job();
    long technician = dispatcher.technician(Map.of("capacity", 1));
    dispatcher.assign(job, technician);
    JsonNode before = dispatcher.get("/assignments/job/" + job).json();

    Reply reply = reassigning(job, technician);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json()).isEqualTo(before);
    assertThat(dispatcher.workload(technician)).isEqualTo(1);
  }

  // fieldopt §3.3, §5
  @Test
  void aFullTechnicianTakesNoReassignedJob() {
    long full = dispatcher.technician(Map.of("capacity", 1));
    dispatcher.assign(dispatcher.job(), full);
    long job = dispatcher.jobThatIs("assigned");
    JsonNode before = dispatcher.jobNow(job);

    assertRefused(reassigning(job, full), 409, FULL);
    assertRefused(reassigning(dispatcher.job(), full), 409, FULL);
    assertThat(dispatcher.jobNow(job)).isEqualTo(before);
    assertThat(dispatcher.workload(full)).isEqualTo(1);
  }

  // fieldopt §4.1
  @ParameterizedTest
  @CsvSource({
    "in_progress, Job cannot go from its status to this one",
    "completed, Job has already ended",
    "failed, Job has already ended",
    "cancelled, Job has already ended"
  })
  void workThatHasBegunIsNotReassigned(String status, String detail) {
    long job = dispatcher.jobThatIs(status);

    assertRefused(reassigning(job, dispatcher.technician()), 409, detail);
    assertThat(dispatcher.status(job)).isEqualTo(status);
  }

  // fieldopt §3.3: what a technician has now, in the order in which they got it
  @Test
  void theAssignmentsOfATechnicianAreThoseTheyHold() {
    long technician = dispatcher.technician();
    long assigned = dispatcher.job();
    long active = dispatcher.job();
    long done = dispatcher.job();
    for (long job : List.of(done, active, assigned)) {
      dispatcher.assign(job, technician);
    }
    dispatcher.succeed("/jobs/" + done + "/start");
    dispatcher.succeed("/jobs/" + done + "/complete");
    dispatcher.succeed("/jobs/" + active + "/start");

    Reply reply = dispatcher.get("/assignments/technician/" + technician);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(each(reply))
        .containsExactly(
            dispatcher.get("/assignments/job/" + active).json(),
            dispatcher.get("/assignments/job/" + assigned).json());
  }

  // fieldopt §3.3: an unknown technician is 404, one without jobs has an empty list
  @Test
  void aTechnicianWithoutJobsIsNotAnUnknownOne() {
    long technician = dispatcher.technician();

    assertThat(dispatcher.get("/assignments/technician/" + technician).text()).isEqualTo("[]");
    assertRefused(dispatcher.get("/assignments/technician/999999"), 404, "Technician not found");
    assertRefused(dispatcher.get("/assignments/technician/-1"), 404, "Technician not found");
    assertRefused(dispatcher.get("/assignments/technician/x"), 400, "Invalid technician id");
  }

  // fieldopt §3.3: 404 when none
  @Test
  void theAssignmentOfAJobIsThereUntilItIsTakenBack() {
    long completed = dispatcher.jobThatIs("completed");
    long pending = dispatcher.job();

    assertThat(dispatcher.get("/assignments/job/" + completed).json().path("job_id").longValue())
        .isEqualTo(completed);
    assertRefused(dispatcher.get("/assignments/job/" + pending), 404, "Assignment not found");
    assertRefused(dispatcher.get("/assignments/job/999999"), 404, "Job not found");
    assertRefused(dispatcher.get("/assignments/job/x"), 400, "Invalid job id");
  }

  // fieldopt §3.3: there is no list of all assignments, and none by its own id
  @Test
  void assignmentsAreOnlyFoundByJobOrTechnician() {
    assertRefused(dispatcher.get("/assignments/"), 405, "Method Not Allowed");
    assertRefused(dispatcher.get("/assignments/1"), 404, "Not Found");
  }

  private Reply unassigning(long job) {
    return dispatcher.post("/assignments/unassign", "{\"job_id\": %d}".formatted(job));
  }

  private Reply reassigning(long job, long technician) {
    return dispatcher.post(
        "/assignments/reassign",
        "{\"job_id\": %d, \"new_technician_id\": %d}".formatted(job, technician));
  }
}

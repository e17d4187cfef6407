package interline.fieldopt;

import static interline.fieldopt.Dispatcher.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.local.Http.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may follow what: fieldopt §4.1, and §13.6. */
class JobStatesContractTest {

  private static final String ILLEGAL = "Job cannot go from its status to this one";

  private final Dispatcher dispatcher = new Dispatcher();

  // fieldopt §3.2, §13.4: 200 with the job
  @ParameterizedTest
  @CsvSource({
    "assigned, start, in_progress",
    "in_progress, complete, completed",
    "pending, cancel, cancelled",
    "assigned, cancel, cancelled",
    "in_progress, cancel, cancelled"
  })
  void aCallMovesAJobOn(String from, String call, String to) {
    long job = dispatcher.jobThatIs(from);

    Reply reply = dispatcher.post("/jobs/" + job + "/" + call, "");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("status").textValue()).isEqualTo(to);
    assertThat(reply.json()).isEqualTo(dispatcher.jobNow(job));
  }

  // fieldopt §1.3: an illegal transition is 409; the same state again is one too
  @ParameterizedTest
  @CsvSource({
    "pending, start",
    "in_progress, start",
    "completed, start",
    "failed, start",
    "cancelled, start",
    "pending, complete",
    "assigned, complete",
    "completed, complete",
    "failed, complete",
    "cancelled, complete",
    "completed, cancel",
    "failed, cancel",
    "cancelled, cancel"
  })
  void aCallThatCannotFollowIsRefused(String from, String call) {
    long job = dispatcher.jobThatIs(from);

    assertRefused(dispatcher.post("/jobs/" + job + "/" + call, ""), 409, ILLEGAL);
    assertThat(dispatcher.status(job)).isEqualTo(from);
  }

  // fieldopt §3.2: whatever a body says is not read
  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"reason\": \"rain\"}", "not JSON"})
  void aCallNeedsNoBody(String body) {
    long job = dispatcher.job();

    assertThat(dispatcher.post("/jobs/" + job + "/cancel?reason=rain", body).status())
        .isEqualTo(200);
  }

  // fieldopt §3.2, §12.8, §4.1
  @ParameterizedTest
  @CsvSource({
    "pending, cancelled",
    "assigned, in_progress",
    "assigned, pending",
    "assigned, failed",
    "assigned, cancelled",
    "in_progress, completed",
    "in_progress, failed",
    "in_progress, cancelled"
  })
  void aPatchMovesAJobOn(String from, String to) {
    long job = dispatcher.jobThatIs(from);

    Reply reply =
        dispatcher.patch(
            "/jobs/" + job, "{\"status\": \"%s\", \"customer\": \"Updated Name\"}".formatted(to));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("status").textValue()).isEqualTo(to);
    assertThat(reply.json().path("customer").textValue()).isEqualTo("Updated Name");
    assertThat(reply.json()).isEqualTo(dispatcher.jobNow(job));
  }

  // fieldopt §4.1: anything else is 409, and nothing of the patch is done
  @ParameterizedTest
  @CsvSource({
    "pending, assigned",
    "pending, in_progress",
    "pending, completed",
    "pending, failed",
    "assigned, completed",
    "in_progress, pending",
    "in_progress, assigned",
    "completed, pending",
    "completed, assigned",
    "completed, in_progress",
    "completed, failed",
    "completed, cancelled",
    "failed, pending",
    "failed, assigned",
    "failed, in_progress",
    "failed, completed",
    "failed, cancelled",
    "cancelled, pending",
    "cancelled, assigned",
    "cancelled, in_progress",
    "cancelled, completed",
    "cancelled, failed"
  })
  void aPatchThatCannotFollowIsRefused(String from, String to) {
    long job = dispatcher.jobThatIs(from);
    JsonNode before = dispatcher.jobNow(job);

    assertRefused(
        dispatcher.patch(
            "/jobs/" + job, "{\"status\": \"%s\", \"customer\": \"Updated Name\"}".formatted(to)),
        409,
        ILLEGAL);
    assertThat(dispatcher.jobNow(job)).isEqualTo(before);
  }

  // fieldopt §3.2, §13.6: a client that sends back what it read changes nothing
  @ParameterizedTest
  @ValueSource(strings = {"pending", "assigned", "in_progress", "completed", "failed", "cancelled"})
  void aPatchWithTheStatusThatItHasIsNoMove(String status) {
    long job = dispatcher.jobThatIs(status);
    JsonNode before = dispatcher.jobNow(job);

    Reply reply = dispatcher.patch("/jobs/" + job, before.toString());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json()).isEqualTo(before);
  }

  // fieldopt §4.1: leaving an active state ends the technician's load; §4.2: and their status
  @ParameterizedTest
  @CsvSource({
    "assigned, pending",
    "assigned, failed",
    "assigned, cancelled",
    "in_progress, completed",
    "in_progress, failed",
    "in_progress, cancelled"
  })
  void theEndOfAJobFreesItsTechnician(String from, String to) {
    long job = dispatcher.jobThatIs(from);
    long technician = dispatcher.jobNow(job).path("assigned_technician").path("id").longValue();
    assertThat(dispatcher.workload(technician)).isEqualTo(1);

    dispatcher.patch("/jobs/" + job, "{\"status\": \"%s\"}".formatted(to));

    assertThat(dispatcher.workload(technician)).isZero();
    assertThat(dispatcher.technicianNow(technician).path("status").textValue())
        .isEqualTo("available");
    assertThat(dispatcher.get("/assignments/technician/" + technician).text()).isEqualTo("[]");
  }

  // fieldopt §2.3, §13.1: who had it is still to be seen when it has ended, and only then
  @ParameterizedTest
  @CsvSource({
    "assigned, failed, true",
    "assigned, cancelled, true",
    "in_progress, completed, true",
    "assigned, pending, false"
  })
  void anEndedJobTellsWhoHadIt(String from, String to, boolean told) {
    long job = dispatcher.jobThatIs(from);
    JsonNode technician = dispatcher.jobNow(job).path("assigned_technician");

    dispatcher.patch("/jobs/" + job, "{\"status\": \"%s\"}".formatted(to));

    JsonNode after = dispatcher.jobNow(job).path("assigned_technician");
    assertThat(after.isNull()).isEqualTo(!told);
    if (told) {
      assertThat(after).isEqualTo(technician);
    }
  }

  // One active task per technician: the fleet's rule, said as a state conflict
  @Test
  void aTechnicianIsAtOneJobAtATime() {
    long technician = dispatcher.technician();
    long first = dispatcher.job();
    long second = dispatcher.job();
    dispatcher.assign(first, technician);
    dispatcher.assign(second, technician);
    dispatcher.succeed("/jobs/" + first + "/start");

    for (Reply reply :
        List.of(
            dispatcher.post("/jobs/" + second + "/start", ""),
            dispatcher.patch("/jobs/" + second, "{\"status\": \"in_progress\"}"))) {
      assertRefused(reply, 409, "Technician is already working on another job");
    }
    assertThat(dispatcher.status(second)).isEqualTo("assigned");

    dispatcher.succeed("/jobs/" + first + "/complete");
    dispatcher.succeed("/jobs/" + second + "/start");
  }
}

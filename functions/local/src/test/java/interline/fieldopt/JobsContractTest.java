package interline.fieldopt;

import static interline.fieldopt.Dispatcher.assertRefused;
import static interline.fieldopt.Dispatcher.each;
import static interline.fieldopt.Dispatcher.ids;
import static interline.fieldopt.Dispatcher.json;
import static interline.fieldopt.Dispatcher.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import interline.local.Http.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobsContractTest {

  private static final String SOME_JOB =
      "{\"type\": \"repair\", \"customer\": \"Acme\", \"address\": \"1 Main St\", %s}";

  private final Dispatcher dispatcher = new Dispatcher();

  // fieldopt §3.2, §2.3
  @Test
  void aJobIsCreatedAsSentAndPending() {
    Reply reply =
        dispatcher.post(
            "/jobs/",
            """
            {"type": "install", "customer": "Acme Corp", "address": "123 Main St, NYC",
             "scheduled_date": "2026-04-15", "time_slot": "08:00-12:00",
             "skills_required": ["install", "service_change"]}
            """);

    assertThat(reply.status()).isEqualTo(201);
    long id = reply.json().path("id").longValue();
    assertThat(id).isPositive();
    assertThat(reply.json())
        .isEqualTo(
            json(
                """
                {"id": %d, "type": "install", "customer": "Acme Corp",
                 "address": "123 Main St, NYC", "skills_required": ["install", "service_change"],
                 "status": "pending", "scheduled_date": "2026-04-15",
                 "time_slot": "08:00-12:00", "assigned_technician": null}
                """
                    .formatted(id)));
    assertThat(dispatcher.jobNow(id)).isEqualTo(reply.json());
  }

  // fieldopt §2.3, §13.3
  @Test
  void typeCustomerAndAddressAreEnough() {
    Reply reply =
        dispatcher.post(
            "/jobs/",
            "{\"type\": \"inspection\", \"customer\": \"Acme\", \"address\": \"1 Main St\"}");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(without(reply.json(), "id"))
        .isEqualTo(
            json(
                """
                {"type": "inspection", "customer": "Acme", "address": "1 Main St",
                 "skills_required": [], "status": "pending", "scheduled_date": null,
                 "time_slot": null, "assigned_technician": null}
                """));
  }

  // fieldopt §2.1
  @ParameterizedTest
  @ValueSource(
      strings = {"install", "repair", "maintenance", "disconnect", "service_change", "inspection"})
  void allSixTypesAreKnown(String type) {
    long id = dispatcher.job(Map.of("type", type));

    assertThat(dispatcher.jobNow(id).path("type").textValue()).isEqualTo(type);
  }

  // fieldopt §1: unknown members ignored, null as not sent; a new job is pending whatever is sent
  @Test
  void aBodyIsReadTolerantly() {
    Reply reply =
        dispatcher.post(
            "/jobs/",
            SOME_JOB.formatted(
                """
                "status": "completed", "priority": 1, "scheduled_date": null, "time_slot": null,
                "skills_required": null\
                """));

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().path("status").textValue()).isEqualTo("pending");
  }

  // fieldopt §1.3, §2.3
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"customer": "A", "address": "B"}                          | type is required
          {"type": "install", "address": "B"}                        | customer is required
          {"type": "install", "customer": "A"}                       | address is required
          {"type": "install", "customer": "", "address": "B"}        | customer must not be empty
          {"type": "install", "customer": "A", "address": " "}       | address must not be empty
          {"type": "install", "customer": ["A"], "address": "B"}     | customer must be a string
          {"type": "Install", "customer": "A", "address": "B"}       | type must be one of disconnect, inspection, install, maintenance, repair, service_change
          """)
  void aJobWithoutItsEssentialsIsRefused(String body, String detail) {
    assertRefused(dispatcher.post("/jobs/", body), 400, "Invalid request body: " + detail);
    assertThat(ids(dispatcher.get("/jobs/"))).isEmpty();
  }

  // fieldopt §2.3, §1: both halves are real times, and the first comes first
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "time_slot": "25:00-26:00"          | time_slot must be written like 08:00-12:00
          "time_slot": "08:00-12:60"          | time_slot must be written like 08:00-12:00
          "time_slot": "8:00-12:00"           | time_slot must be written like 08:00-12:00
          "time_slot": "08:00 - 12:00"        | time_slot must be written like 08:00-12:00
          "time_slot": "08:00"                | time_slot must be written like 08:00-12:00
          "time_slot": ""                     | time_slot must be written like 08:00-12:00
          "time_slot": "20:00-24:00"          | time_slot must be written like 08:00-12:00
          "time_slot": 8                      | time_slot must be a string
          "time_slot": "12:00-08:00"          | time_slot must end after it starts
          "time_slot": "08:00-08:00"          | time_slot must end after it starts
          "scheduled_date": "15.04.2026"      | scheduled_date must be a date like 2026-04-15
          "scheduled_date": "2026-02-30"      | scheduled_date must be a date like 2026-04-15
          "scheduled_date": "2026-4-15"       | scheduled_date must be a date like 2026-04-15
          "scheduled_date": "2026-04-15T00:00:00Z" | scheduled_date must be a date like 2026-04-15
          "scheduled_date": "+12026-04-15"    | scheduled_date must be a date like 2026-04-15
          "scheduled_date": 1776211200        | scheduled_date must be a string
          "skills_required": "install"        | skills_required must be an array
          "skills_required": [null]           | skills_required.0 must be a string
          "skills_required": ["install", ""]  | skills_required must not be empty
          """)
  void aDayOrSlotThatIsNoneIsRefused(String member, String detail) {
    long job = dispatcher.job();

    assertRefused(
        dispatcher.post("/jobs/", SOME_JOB.formatted(member)),
        400,
        "Invalid request body: " + detail);
    assertRefused(
        dispatcher.patch("/jobs/" + job, "{%s}".formatted(member)),
        400,
        "Invalid request body: " + detail);
  }

  // fieldopt §1, §1.3
  @ParameterizedTest
  @ValueSource(strings = {"999", "0", "-1", "99999999999999999999"})
  void anUnknownJobIsNotFound(String id) {
    String path = "/jobs/" + id;

    assertRefused(dispatcher.get(path), 404, "Job not found");
    assertRefused(dispatcher.patch(path, "{\"customer\": \"Acme\"}"), 404, "Job not found");
    for (String call : List.of("start", "complete", "cancel")) {
      assertRefused(dispatcher.post(path + "/" + call, ""), 404, "Job not found");
    }
  }

  // fieldopt §1.3: a bad path id is 400
  @ParameterizedTest
  @ValueSource(strings = {"abc", "1.0", "+1", "summary-of-all"})
  void whatIsNoNumberIsNoJobId(String id) {
    assertRefused(dispatcher.get("/jobs/" + id), 400, "Invalid job id");
    assertRefused(dispatcher.post("/jobs/" + id + "/start", ""), 400, "Invalid job id");
  }

  // fieldopt §3.2: partial update
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "type": "repair"
          "customer": "Updated Name"
          "address": "456 Oak Ave, NYC"
          "skills_required": ["repair", "x"]
          "skills_required": []
          "scheduled_date": "2026-05-01"
          "time_slot": "13:30-14:00"
          "customer": "B", "address": "C", "status": "cancelled"
          """)
  void aPatchChangesWhatItNamesAndNothingElse(String members) {
    long id =
        dispatcher.job(
            Map.of(
                "skills_required",
                List.of("install"),
                "scheduled_date",
                "2026-04-15",
                "time_slot",
                "08:00-12:00"));
    ObjectNode expected = (ObjectNode) dispatcher.jobNow(id);
    expected.setAll((ObjectNode) json("{%s}".formatted(members)));

    Reply reply = dispatcher.patch("/jobs/" + id, "{%s}".formatted(members));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json()).isEqualTo(expected);
    assertThat(dispatcher.jobNow(id)).isEqualTo(expected);
  }

  // fieldopt §1: null is as good as not sent; nothing can be cleared, as in the original
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"priority\": 1, \"assigned_technician\": 7, \"id\": 8}",
        """
        {"type": null, "customer": null, "address": null, "skills_required": null, \
        "scheduled_date": null, "time_slot": null, "status": null}\
        """
      })
  void aPatchThatNamesNothingChangesNothing(String body) {
    long id = dispatcher.job(Map.of("scheduled_date", "2026-04-15", "time_slot", "08:00-12:00"));
    JsonNode before = dispatcher.jobNow(id);

    Reply reply = dispatcher.patch("/jobs/" + id, body);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json()).isEqualTo(before);
  }

  // fieldopt §1.3: validation comes before existence
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"customer": ""}       | customer must not be empty
          {"address": ""}        | address must not be empty
          {"type": "paint"}      | type must be one of disconnect, inspection, install, maintenance, repair, service_change
          {"status": "on_hold"}  | status must be one of assigned, cancelled, completed, failed, in_progress, pending
          {"status": 3}          | status must be one of assigned, cancelled, completed, failed, in_progress, pending
          """)
  void aPatchThatNoJobCouldBearIsRefused(String body, String detail) {
    long job = dispatcher.job();
    JsonNode before = dispatcher.jobNow(job);

    for (long id : List.of(job, 999_999L)) {
      assertRefused(dispatcher.patch("/jobs/" + id, body), 400, "Invalid request body: " + detail);
    }
    assertThat(dispatcher.jobNow(job)).isEqualTo(before);
  }

  // fieldopt §3.2: all parameters optional, joined by AND; by number
  @Test
  void theListTakesFiltersInAnyCombination() {
    long a = dispatcher.job(Map.of("scheduled_date", "2026-04-15", "type", "repair"));
    long b = dispatcher.job(Map.of("scheduled_date", "2026-04-15"));
    long c = dispatcher.job(Map.of("scheduled_date", "2026-04-16", "type", "repair"));
    long d = dispatcher.job(Map.of("type", "repair"));
    long technician = dispatcher.technician();
    dispatcher.assign(a, technician);
    dispatcher.assign(c, technician);
    dispatcher.assign(d, technician);

    assertListed("", a, b, c, d);
    assertListed("?scheduled_date=2026-04-15", a, b);
    assertListed("?status=assigned", a, c, d);
    assertListed("?status=pending", b);
    assertListed("?type=repair", a, c, d);
    assertListed("?scheduled_date=2026-04-15&status=pending", b);
    assertListed("?scheduled_date=2026-04-15&status=assigned", a);
    assertListed("?status=assigned&type=repair", a, c, d);
    assertListed("?scheduled_date=2026-04-15&type=install", b);
    assertListed("?type=repair&status=assigned&scheduled_date=2026-04-16", c);
    assertListed("?type=install&status=assigned&scheduled_date=2026-04-16");
    assertListed("?scheduled_date=2026-04-17");
    assertListed("?status=failed");
  }

  // fieldopt §2.1, §13.11: the filter knows every status
  @ParameterizedTest
  @ValueSource(strings = {"pending", "assigned", "in_progress", "completed", "failed", "cancelled"})
  void theListKnowsEveryStatus(String status) {
    long wanted = dispatcher.jobThatIs(status);
    dispatcher.jobThatIs(status.equals("pending") ? "assigned" : "pending");

    Reply list = dispatcher.get("/jobs/?status=" + status);

    assertThat(each(list)).containsExactly(dispatcher.jobNow(wanted));
  }

  // fieldopt §3.2 and §1: unknown parameters are ignored
  @Test
  void theListIgnoresWhatItDoesNotKnow() {
    long job = dispatcher.job();

    assertListed("?limit=0&skip=7&colour=red", job);
  }

  // fieldopt §3.2: bad values are 400
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          scheduled_date=15.04.2026  | scheduled_date must be a date like 2026-04-15
          scheduled_date=            | scheduled_date must be a date like 2026-04-15
          status=open                | status must be one of assigned, cancelled, completed, failed, in_progress, pending
          status=Pending             | status must be one of assigned, cancelled, completed, failed, in_progress, pending
          type=paint                 | type must be one of disconnect, inspection, install, maintenance, repair, service_change
          """)
  void aFilterThatCannotBeMeantIsRefused(String query, String detail) {
    assertRefused(dispatcher.get("/jobs/?" + query), 400, "Invalid query: " + detail);
  }

  // fieldopt §12.22: the list is complete
  @Test
  void theListDoesNotEndAtAHundred() {
    for (int i = 0; i < 101; i++) {
      dispatcher.job(Map.of("scheduled_date", "2026-04-15"));
    }

    assertThat(ids(dispatcher.get("/jobs/"))).hasSize(101).isSorted().doesNotHaveDuplicates();
    assertThat(ids(dispatcher.get("/jobs/?scheduled_date=2026-04-15"))).hasSize(101).isSorted();
  }

  // fieldopt §8
  @Test
  void theSummaryCountsEveryJobOnce() {
    assertThat(dispatcher.get("/jobs/summary").json())
        .isEqualTo(
            json(
                """
                {"total_jobs": 0, "pending": 0, "assigned": 0, "in_progress": 0, "completed": 0,
                 "failed": 0, "cancelled": 0}
                """));
    for (String status :
        List.of(
            "pending", "pending", "assigned", "in_progress", "completed", "failed", "cancelled")) {
      dispatcher.jobThatIs(status);
    }

    Reply summary = dispatcher.get("/jobs/summary");

    assertThat(summary.status()).isEqualTo(200);
    assertThat(summary.json())
        .isEqualTo(
            json(
                """
                {"total_jobs": 7, "pending": 2, "assigned": 1, "in_progress": 1, "completed": 1,
                 "failed": 1, "cancelled": 1}
                """));
  }

  // fieldopt §7: the verdict is skills only
  @Test
  void whoHoldsAllSkillsCanDoIt() {
    long job = dispatcher.job(List.of("install", "repair"));
    long technician =
        dispatcher.technician(
            Map.of("skills", List.of("repair", "x", "install"), "status", "off_duty"));

    Reply reply = dispatcher.get("/jobs/" + job + "/can-do/" + technician);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json())
        .isEqualTo(
            json(
                "{\"can_do\": true, \"tech_id\": %d, \"job_id\": %d, \"missing_skills\": []}"
                    .formatted(technician, job)));
  }

  // fieldopt §7: missing ones in the job's order; exact match
  @Test
  void whatIsMissingIsListed() {
    long job = dispatcher.job(List.of("repair", "install", "inspection"));
    long technician = dispatcher.technician(List.of("install", "Repair"));

    assertThat(dispatcher.get("/jobs/" + job + "/can-do/" + technician).json())
        .isEqualTo(
            json(
                """
                {"can_do": false, "tech_id": %d, "job_id": %d,
                 "missing_skills": ["repair", "inspection"]}
                """
                    .formatted(technician, job)));
  }

  // fieldopt §7: job checked first
  @Test
  void canDoNeedsBothToExist() {
    long job = dispatcher.job();

    assertRefused(dispatcher.get("/jobs/999999/can-do/999999"), 404, "Job not found");
    assertRefused(dispatcher.get("/jobs/" + job + "/can-do/999999"), 404, "Technician not found");
    assertRefused(dispatcher.get("/jobs/" + job + "/can-do/-1"), 404, "Technician not found");
    assertRefused(dispatcher.get("/jobs/x/can-do/1"), 400, "Invalid job id");
    assertRefused(dispatcher.get("/jobs/1/can-do/x"), 400, "Invalid technician id");
  }

  private void assertListed(String query, Long... jobs) {
    assertThat(ids(dispatcher.get("/jobs/" + query)))
        .as(query)
        .containsExactlyElementsOf(List.of(jobs).stream().sorted().toList());
  }
}

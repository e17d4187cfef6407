package interline.fleetio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.Tenant;
import interline.local.TestServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contacts, and the workers whom FieldOpt calls technicians. */
class ContactsContractTest {

  private static final String FULL =
      """
      {"first_name":"Ella","middle_name":"Jane","last_name":"Fitzgerald","email":"ella@x.example",\
      "mobile_phone_number":"555-0101","home_phone_number":"555-0102","city":"Newport News",\
      "employee_number":"E-1","birth_date":"1987-04-25","license_expiration":"2030-01-02T10:00:00Z",\
      "vehicle_operator":true,"technician":false,"employee":"1","hourly_labor_rate":"31.255",\
      "group_id":"","custom_fields":{"shirt":"M"},"nobody_knows":1}\
      """;

  private final Tenant tenant = TestServer.tenant();
  private final Http fleetio = Http.fleetio(tenant);
  private final Http fieldOpt = Http.fieldOpt(tenant);

  // fleetio §8
  @Test
  void isMadeAndShownWithAllItsAttributes() {
    Reply made = fleetio.post("/contacts", FULL);

    assertThat(made.status()).isEqualTo(201);
    long id = made.json().path("id").longValue();
    assertThat(made.header("Location").orElseThrow()).endsWith("/contacts/" + id);
    JsonNode shown = fleetio.get("/contacts/" + id).json();
    assertThat(shown).isEqualTo(made.json());
    assertThat(shown.path("name").textValue()).isEqualTo("Ella Jane Fitzgerald");
    assertThat(shown.path("first_name").textValue()).isEqualTo("Ella");
    assertThat(shown.path("home_phone_number").textValue()).isEqualTo("555-0102");
    assertThat(shown.path("license_expiration").textValue()).isEqualTo("2030-01-02");
    assertThat(shown.path("hourly_labor_rate_cents").intValue()).isEqualTo(3126);
    assertThat(shown.path("vehicle_operator").booleanValue()).isTrue();
    assertThat(shown.path("technician").booleanValue()).isFalse();
    assertThat(shown.path("employee").booleanValue()).isTrue();
    assertThat(shown.path("custom_fields").path("shirt").textValue()).isEqualTo("M");
    assertThat(shown.path("archived_at").isNull()).isTrue();
    assertThat(shown.has("hourly_labor_rate")).isFalse();
    assertThat(shown.has("nobody_knows")).isFalse();
  }

  // fleetio §1, §8
  @ParameterizedTest
  @ValueSource(strings = {"/api/v1", "/api/v2", "/api"})
  void isServedUnderEveryVersion(String base) {
    URI root = TestServer.shared().uri();
    Http client = new Http(root.resolve(base), fleetio.headers());

    assertThat(client.post("/contacts", "{\"first_name\":\"Ella\"}").status()).isEqualTo(201);
    assertThat(client.get("/contacts").json().path("records")).hasSize(1);
  }

  // fleetio §8
  @ParameterizedTest
  @CsvSource({
    "{}, first_name",
    "'{\"first_name\":\"  \"}', first_name",
    "'{\"first_name\":\"E\",\"birth_date\":\"soon\"}', birth_date",
    "'{\"first_name\":\"E\",\"technician\":\"maybe\"}', technician",
    "'{\"first_name\":\"E\",\"hourly_labor_rate\":\"a lot\"}', hourly_labor_rate"
  })
  void isRefusedByAttribute(String body, String attribute) {
    Reply refused = fleetio.post("/contacts", body);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("errors").path(attribute)).hasSize(1);
    assertThat(refused.json().path("errors")).hasSize(1);
  }

  // fleetio §8
  @Test
  void hasTextsOfAtMost255Characters() {
    for (String attribute : List.of("first_name", "email", "employee_number", "city")) {
      Reply refused =
          fleetio.post("/contacts", "{\"%s\":\"%s\"}".formatted(attribute, "x".repeat(256)));

      assertThat(refused.status()).as(attribute).isEqualTo(422);
      assertThat(refused.json().path("errors").path(attribute).path(0).textValue())
          .isEqualTo("is too long (maximum is 255 characters)");
    }
  }

  // fleetio §8: employee_number is unique
  @Test
  void hasAnEmployeeNumberThatNobodyElseHas() {
    long first = contact("{\"first_name\":\"A\",\"employee_number\":\"E-7\"}");
    long second = contact("{\"first_name\":\"B\",\"employee_number\":\"E-8\"}");

    Reply taken = fleetio.post("/contacts", "{\"first_name\":\"C\",\"employee_number\":\"e-7\"}");
    assertThat(taken.status()).isEqualTo(422);
    assertThat(taken.json().path("errors").path("employee_number").path(0).textValue())
        .isEqualTo("has already been taken");
    assertThat(patch(second, "{\"employee_number\":\"E-7\"}").status()).isEqualTo(422);

    assertThat(patch(first, "{\"employee_number\":\"\"}").status()).isEqualTo(200);
    assertThat(patch(second, "{\"employee_number\":\"E-7\"}").status()).isEqualTo(200);
    assertThat(fleetio.delete("/contacts/" + second).status()).isEqualTo(204);
    assertThat(patch(first, "{\"employee_number\":\"E-7\"}").status()).isEqualTo(200);
  }

  // fleetio §8
  @Test
  void changesOnlyWhatIsSpokenOf() {
    long id = contact(FULL);

    JsonNode changed = patch(id, "{\"last_name\":\"Brown\",\"city\":null}").json();

    assertThat(changed.path("name").textValue()).isEqualTo("Ella Jane Brown");
    assertThat(changed.path("city").isNull()).isTrue();
    assertThat(changed.path("email").textValue()).isEqualTo("ella@x.example");
    assertThat(changed.path("vehicle_operator").booleanValue()).isTrue();
    assertThat(patch(id, "{\"first_name\":\"\"}").status()).isEqualTo(422);
  }

  // fleetio §8, §2.2
  @Test
  void isListedUntilItIsArchived() {
    long north = group("North");
    long south = group("South");
    long first =
        contact(
            "{\"first_name\":\"A\",\"group_id\":%d,\"email\":\"a@x.example\"}".formatted(south));
    long second =
        contact("{\"first_name\":\"B\",\"last_name\":\"Bee\",\"group_id\":%d}".formatted(north));
    long third = contact("{\"first_name\":\"C\",\"employee_number\":\"E-3\"}");

    assertThat(ids("/contacts")).containsExactly(third, second, first);
    assertThat(ids("/contacts?sort[group_id]=asc")).containsExactly(third, second, first);
    assertThat(ids("/contacts?filter[group_id][eq]=" + south)).containsExactly(first);
    assertThat(ids("/contacts?filter[email][like]=X.EX")).containsExactly(first);
    assertThat(ids("/contacts?filter[last_name][eq]=Bee")).containsExactly(second);
    assertThat(ids("/contacts?filter[employee_number][eq]=E-3")).containsExactly(third);
    patch(first, "{\"city\":\"Rome\"}");
    assertThat(ids("/contacts?sort[updated_at]=desc")).containsExactly(first, third, second);
    assertThat(fleetio.get("/contacts?filter[vehicle_operator][eq]=true").status()).isEqualTo(400);

    JsonNode archived = fleetio.patch("/contacts/" + second + "/archive", "").json();
    assertThat(archived.path("archived_at").isTextual()).isTrue();
    assertThat(ids("/contacts")).containsExactly(third, first);
    assertThat(ids("/contacts?sort[updated_at]=asc")).containsExactly(third, first);
    assertThat(ids("/contacts/archived")).containsExactly(second);

    assertThat(fleetio.patch("/contacts/" + second + "/restore", "").status()).isEqualTo(200);
    assertThat(ids("/contacts")).containsExactly(third, second, first);
    assertThat(ids("/contacts/archived")).isEmpty();
  }

  // fleetio §8: group_id or group_hierarchy, missing groups are created
  @Test
  void isInAGroup() {
    long unknown = 999;
    Reply refused =
        fleetio.post(
            "/contacts",
            "{\"first_name\":\"A\",\"group_id\":%d,\"email\":\"a\"}".formatted(unknown));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("errors").path("group").path(0).textValue())
        .isEqualTo("can't be blank");

    long id = contact("{\"first_name\":\"A\",\"group_hierarchy\":\"North|Depot 1\"}");
    JsonNode shown =
        fleetio.get("/contacts/" + id + "?expand[]=group".replace("[]", "%5B%5D")).json();
    assertThat(shown.path("group_name").textValue()).isEqualTo("Depot 1");
    assertThat(shown.path("group_hierarchy").textValue()).isEqualTo("North|Depot 1");
    assertThat(shown.path("group").path("id")).isEqualTo(shown.path("group_id"));
    assertThat(shown.path("group").path("name").textValue()).isEqualTo("Depot 1");
    assertThat(fleetio.get("/contacts/" + id).json().has("group")).isFalse();
    assertThat(fleetio.get("/groups").json().path("records")).hasSize(2);

    patch(id, "{\"group_name\":\"north\"}");
    JsonNode listed = fleetio.get("/contacts").json().path("records").path(0);
    assertThat(listed.path("group_name").textValue()).isEqualTo("North");
    assertThat(listed.path("group_hierarchy").textValue()).isEqualTo("North");
    patch(id, "{\"group_id\":null}");
    assertThat(fleetio.get("/contacts/" + id).json().path("group_id").isNull()).isTrue();
    assertThat(fleetio.get("/contacts/" + id).json().path("group_name").isNull()).isTrue();
  }

  // fleetio §2.1, §8: archived ones among the others
  @Test
  void isListedWithTheArchivedOnes() {
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      long id = contact("{\"first_name\":\"C%d\"}".formatted(i));
      all.addFirst(id);
      if (i % 3 != 1) {
        fleetio.patch("/contacts/" + id + "/archive", "");
      }
    }

    List<Long> paged = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonNode page =
          fleetio.get("/contacts?include_archived=1&per_page=2&start_cursor=" + cursor).json();
      page.path("records").forEach(record -> paged.add(record.path("id").longValue()));
      cursor = page.path("next_cursor").textValue();
    }
    assertThat(paged).isEqualTo(all);
    assertThat(ids("/contacts?include_archived=true&sort[id]=asc")).isEqualTo(all.reversed());
    assertThat(ids("/contacts")).hasSize(3);

    Reply old = fleetio.with("X-Api-Version", "2023-03-01").get("/contacts?include_archived=1");
    List<Long> shown = new ArrayList<>();
    old.json().forEach(record -> shown.add(record.path("id").longValue()));
    assertThat(shown).isEqualTo(all.reversed());
    assertThat(old.header("X-Pagination-Total-Count")).hasValue("9");
  }

  // fleetio §2.1
  @Test
  void isListedInTheOldStyle() {
    contact("{\"first_name\":\"A\"}");
    contact("{\"first_name\":\"B\"}");

    Reply page = fleetio.with("X-Api-Version", "2023-03-01").get("/contacts");

    assertThat(page.json().isArray()).isTrue();
    assertThat(page.json()).hasSize(2);
    assertThat(page.header("X-Pagination-Total-Count")).hasValue("2");
  }

  // fleetio §8
  @Test
  void isGoneOnceItIsDeleted() {
    long id = contact(FULL);

    assertThat(fleetio.delete("/contacts/" + id).status()).isEqualTo(204);

    assertThat(fleetio.get("/contacts/" + id).status()).isEqualTo(404);
    assertThat(fleetio.delete("/contacts/" + id).status()).isEqualTo(404);
    assertThat(patch(id, "{\"city\":\"Rome\"}").status()).isEqualTo(404);
    assertThat(ids("/contacts")).isEmpty();
  }

  @Test
  void aTechnicianIsAContact() {
    long id =
        fieldOpt
            .post("/technicians/", "{\"name\":\"Ludwig van Beethoven\",\"phone\":\"555\"}")
            .json()
            .path("id")
            .longValue();

    JsonNode contact = fleetio.get("/contacts/" + id).json();

    assertThat(contact.path("name").textValue()).isEqualTo("Ludwig van Beethoven");
    assertThat(contact.path("first_name").textValue()).isEqualTo("Ludwig");
    assertThat(contact.path("middle_name").isNull()).isTrue();
    assertThat(contact.path("last_name").textValue()).isEqualTo("van Beethoven");
    assertThat(contact.path("mobile_phone_number").textValue()).isEqualTo("555");
    assertThat(contact.path("technician").booleanValue()).isTrue();
    assertThat(contact.path("vehicle_operator").booleanValue()).isTrue();
    assertThat(ids("/contacts")).containsExactly(id);
  }

  @ParameterizedTest
  @CsvSource({"vehicle_operator, true", "technician, true", "employee, false"})
  void aContactInTheFieldIsATechnician(String role, boolean technician) {
    long id =
        contact("{\"first_name\":\"Ella\",\"last_name\":\"Fitz\",\"%s\":true}".formatted(role));

    JsonNode all = fieldOpt.get("/technicians/").json();
    Reply one = fieldOpt.get("/technicians/" + id);

    assertThat(all).hasSize(technician ? 1 : 0);
    assertThat(one.status()).isEqualTo(technician ? 200 : 404);
    if (technician) {
      assertThat(one.json().path("name").textValue()).isEqualTo("Ella Fitz");
      assertThat(one.json().path("status").textValue()).isEqualTo("available");
      assertThat(one.json().path("capacity").intValue()).isEqualTo(8);
    }
  }

  @Test
  void whoIsArchivedOrDoesNoFieldWorkGetsNoJobs() {
    long archived = contact("{\"first_name\":\"A\",\"technician\":true}");
    fleetio.patch("/contacts/" + archived + "/archive", "");
    long clerk = contact("{\"first_name\":\"B\",\"employee\":true}");
    long job = job();

    for (long nobody : List.of(archived, clerk)) {
      String path = "/technicians/" + nobody;
      assertThat(assign(job, nobody).status()).isEqualTo(404);
      assertThat(fieldOpt.get(path).status()).isEqualTo(404);
      assertThat(fieldOpt.patch(path + "/status", "{\"status\":\"on_break\"}").status())
          .isEqualTo(404);
      assertThat(fieldOpt.get("/jobs/" + job + "/can-do/" + nobody).status()).isEqualTo(404);
      assertThat(fieldOpt.get("/assignments/technician/" + nobody).status()).isEqualTo(404);
    }
    assertThat(fieldOpt.get("/technicians/").json()).isEmpty();
    assertThat(fieldOpt.get("/routing/best-tech/" + job).text()).doesNotContain("\"name\":\"A\"");
  }

  @Test
  void whoHoldsJobsStays() {
    long id = contact("{\"first_name\":\"A\",\"technician\":true}");
    long job = job();
    assertThat(assign(job, id).status()).isEqualTo(201);

    assertThat(fleetio.delete("/contacts/" + id).status()).isEqualTo(422);
    assertThat(fleetio.patch("/contacts/" + id + "/archive", "").status()).isEqualTo(422);
    assertThat(patch(id, "{\"technician\":false}").status()).isEqualTo(422);
    assertThat(patch(id, "{\"technician\":false,\"vehicle_operator\":true}").status())
        .isEqualTo(200);

    fieldOpt.post("/assignments/unassign", "{\"job_id\":%d}".formatted(job));
    assertThat(fleetio.delete("/contacts/" + id).status()).isEqualTo(204);
  }

  @Test
  void nothingIsLostWhenTheOtherDialectWrites() {
    long id = contact(FULL);
    JsonNode before = fleetio.get("/contacts/" + id).json();
    long technician =
        fieldOpt
            .post("/technicians/", "{\"name\":\"M\",\"skills\":[\"install\"],\"capacity\":3}")
            .json()
            .path("id")
            .longValue();

    fieldOpt.patch("/technicians/" + id + "/status", "{\"status\":\"off_duty\"}");
    fieldOpt.patch("/technicians/" + id + "/location", "{\"latitude\":40.7,\"longitude\":-74}");
    patch(technician, "{\"last_name\":\"Davis\",\"license_class\":\"B\"}");

    assertThat(fleetio.get("/contacts/" + id).json()).isEqualTo(before);
    JsonNode other = fieldOpt.get("/technicians/" + technician).json();
    assertThat(other.path("name").textValue()).isEqualTo("M Davis");
    assertThat(other.path("capacity").intValue()).isEqualTo(3);
    assertThat(other.path("skills").path(0).textValue()).isEqualTo("install");
  }

  private long group(String name) {
    return fleetio
        .post("/groups", "{\"name\":\"%s\"}".formatted(name))
        .json()
        .path("id")
        .longValue();
  }

  private long contact(String body) {
    return fleetio.post("/contacts", body).json().path("id").longValue();
  }

  private Reply patch(long id, String body) {
    return fleetio.patch("/contacts/" + id, body);
  }

  private List<Long> ids(String path) {
    List<Long> ids = new ArrayList<>();
    fleetio
        .get(path.replace("[", "%5B").replace("]", "%5D"))
        .json()
        .path("records")
        .forEach(record -> ids.add(record.path("id").longValue()));
    return ids;
  }

  private long job() {
    return fieldOpt
        .post("/jobs/", "{\"type\":\"install\",\"customer\":\"Acme\",\"address\":\"1 Main St\"}")
        .json()
        .path("id")
        .longValue();
  }

  private Reply assign(long job, long technician) {
    return fieldOpt.post(
        "/assignments/", "{\"job_id\":%d,\"technician_id\":%d}".formatted(job, technician));
  }
}

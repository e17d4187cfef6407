package interline.fieldopt;

import static interline.fieldopt.Dispatcher.assertRefused;
import static interline.fieldopt.Dispatcher.ids;
import static interline.fieldopt.Dispatcher.json;
import static interline.fieldopt.Dispatcher.without;
import static org.assertj.core.api.Assertions.assertThat;

import interline.local.Http.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TechniciansContractTest {

  private final Dispatcher dispatcher = new Dispatcher();

  // fieldopt §3.1, §2.2
  @Test
  void aTechnicianIsCreatedAsSent() {
    Reply reply =
        dispatcher.post(
            "/technicians/",
            """
            {"name": "John Coltrane", "phone": "555-0102", "status": "available",
             "skills": ["repair", "maintenance"], "capacity": 4}
            """);

    assertThat(reply.status()).isEqualTo(201);
    long id = reply.json().path("id").longValue();
    assertThat(id).isPositive();
    assertThat(reply.json())
        .isEqualTo(
            json(
                """
                {"id": %d, "name": "John Coltrane", "status": "available", "phone": "555-0102",
                 "skills": ["repair", "maintenance"], "capacity": 4, "current_workload": 0}
                """
                    .formatted(id)));
    assertThat(dispatcher.technicianNow(id)).isEqualTo(reply.json());
  }

  // fieldopt §2.2, §13.2, §13.3
  @Test
  void onlyTheNameIsNeeded() {
    Reply reply = dispatcher.post("/technicians/", "{\"name\": \"Chet Baker\"}");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(without(reply.json(), "id"))
        .isEqualTo(
            json(
                """
                {"name": "Chet Baker", "status": "available", "phone": null, "skills": [],
                 "capacity": 8, "current_workload": 0}
                """));
  }

  // fieldopt §1: lax numbers, null as not sent, unknown members ignored
  @Test
  void aBodyIsReadTolerantly() {
    Reply reply =
        dispatcher.post(
            "/technicians/",
            """
            {"name": "Chet Baker", "capacity": "3", "status": null, "skills": null,
             "phone": " ", "employee_id": "E-7", "home_latitude": 40.7}
            """);

    assertThat(reply.status()).isEqualTo(201);
    assertThat(without(reply.json(), "id"))
        .isEqualTo(
            json(
                """
                {"name": "Chet Baker", "status": "available", "phone": null, "skills": [],
                 "capacity": 3, "current_workload": 0}
                """));
  }

  // fieldopt §12.4: the status of a new technician is honoured
  @ParameterizedTest
  @ValueSource(strings = {"available", "on_break", "assigned", "off_duty"})
  void aTechnicianBeginsWithTheStatusSent(String status) {
    long id = dispatcher.technician(Map.of("status", status));

    assertThat(dispatcher.technicianNow(id).path("status").textValue()).isEqualTo(status);
  }

  // fieldopt §2.1: skills are free words, kept in order, with duplicates
  @Test
  void skillsAreKeptAsTheyWereSent() {
    long id = dispatcher.technician(List.of("Rohre", "install", "install", "INSTALL"));

    assertThat(dispatcher.technicianNow(id).path("skills"))
        .isEqualTo(json("[\"Rohre\", \"install\", \"install\", \"INSTALL\"]"));
  }

  // fieldopt §1.3, §2.2
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                       | name is required
          {"name": null}                           | name is required
          {"name": ""}                             | name must not be empty
          {"name": " "}                            | name must not be empty
          {"name": 7}                              | name must be a string
          {"name": "T", "phone": 5550102}          | phone must be a string
          {"name": "T", "status": "on_job"}        | status must be one of assigned, available, off_duty, on_break
          {"name": "T", "status": "Available"}     | status must be one of assigned, available, off_duty, on_break
          {"name": "T", "skills": "install"}       | skills must be an array
          {"name": "T", "skills": ["install", 7]}  | skills.1 must be a string
          {"name": "T", "skills": ["install", " "]}| skills must not be empty
          {"name": "T", "capacity": 0}             | capacity must be between 1 and 10000
          {"name": "T", "capacity": 10001}         | capacity must be between 1 and 10000
          {"name": "T", "capacity": 1.5}           | capacity must be an integer
          {"name": "T", "capacity": "four"}        | capacity must be an integer
          """)
  void whatNoTechnicianCanBeIsRefused(String body, String detail) {
    assertRefused(dispatcher.post("/technicians/", body), 400, "Invalid request body: " + detail);
    assertThat(ids(dispatcher.get("/technicians/"))).isEmpty();
  }

  // fieldopt §2.2, as far as this service goes
  @Test
  void textsAndListsHaveABound() {
    String longName = "{\"name\": \"%s\"}".formatted("n".repeat(256));
    String longPhone = "{\"name\": \"T\", \"phone\": \"%s\"}".formatted("5".repeat(256));
    String manySkills = "{\"name\": \"T\", \"skills\": [\"s\"%s]}".formatted(",\"s\"".repeat(100));

    assertRefused(
        dispatcher.post("/technicians/", longName),
        400,
        "Invalid request body: name must be at most 255 characters long");
    assertRefused(
        dispatcher.post("/technicians/", longPhone),
        400,
        "Invalid request body: phone must be at most 255 characters long");
    assertRefused(
        dispatcher.post("/technicians/", manySkills),
        400,
        "Invalid request body: skills must have at most 100 entries");
  }

  // fieldopt §3.1: everything; §13: by id
  @Test
  void theListIsCompleteAndByNumber() {
    assertThat(dispatcher.get("/technicians/").text()).isEqualTo("[]");
    long first = dispatcher.technician(Map.of("status", "off_duty"));
    long second = dispatcher.technician();
    dispatcher.patch("/technicians/" + first + "/status", "{\"status\": \"on_break\"}");

    Reply list = dispatcher.get("/technicians/");

    assertThat(ids(list))
        .containsExactlyElementsOf(List.of(first, second).stream().sorted().toList());
    assertThat(Dispatcher.each(list))
        .containsExactlyInAnyOrder(
            dispatcher.technicianNow(first), dispatcher.technicianNow(second));
  }

  // fieldopt §1, §1.3
  @ParameterizedTest
  @ValueSource(strings = {"999", "0", "-1", "99999999999999999999"})
  void anUnknownTechnicianIsNotFound(String id) {
    String path = "/technicians/" + id;

    assertRefused(dispatcher.get(path), 404, "Technician not found");
    assertRefused(
        dispatcher.patch(path + "/status", "{\"status\": \"on_break\"}"),
        404,
        "Technician not found");
    assertRefused(
        dispatcher.patch(path + "/location", "{\"latitude\": 40, \"longitude\": -74}"),
        404,
        "Technician not found");
  }

  // fieldopt §1.3: a bad path id is 400
  @ParameterizedTest
  @ValueSource(strings = {"abc", "1.0", "+1", "1e3", "%20"})
  void whatIsNoNumberIsNoTechnicianId(String id) {
    assertRefused(dispatcher.get("/technicians/" + id), 400, "Invalid technician id");
    assertRefused(
        dispatcher.patch("/technicians/" + id + "/status", "{\"status\": \"on_break\"}"),
        400,
        "Invalid technician id");
  }

  // fieldopt §3.1, §4.2: any status may follow any other; §13.4: 200 with the technician
  @Test
  void theStatusIsSetByHand() {
    long id = dispatcher.technician();

    for (String status : List.of("on_break", "off_duty", "assigned", "available", "available")) {
      Reply reply =
          dispatcher.patch(
              "/technicians/" + id + "/status", "{\"status\": \"%s\"}".formatted(status));

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.json().path("status").textValue()).isEqualTo(status);
      assertThat(reply.json()).isEqualTo(dispatcher.technicianNow(id));
    }
  }

  // fieldopt §3.1, and §1.3: validation comes before existence
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                     | status is required
          {"status": null}       | status is required
          {"status": "en_route"} | status must be one of assigned, available, off_duty, on_break
          {"status": 1}          | status must be one of assigned, available, off_duty, on_break
          """)
  void anUnknownStatusIsRefused(String body, String detail) {
    long id = dispatcher.technician();

    for (String path : List.of("/technicians/" + id, "/technicians/999999")) {
      assertRefused(
          dispatcher.patch(path + "/status", body), 400, "Invalid request body: " + detail);
    }
    assertThat(dispatcher.technicianNow(id).path("status").textValue()).isEqualTo("available");
  }

  // fieldopt §3.1, §2.2: no location in the technician; §13.4: 200 with the technician
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"latitude\": 40.7128, \"longitude\": -74.0060}",
        "{\"latitude\": \"40.7128\", \"longitude\": \"-74\"}",
        "{\"latitude\": 90, \"longitude\": -180}",
        "{\"latitude\": 0, \"longitude\": 0}"
      })
  void theLocationIsTaken(String body) {
    long id = dispatcher.technician();

    Reply reply = dispatcher.patch("/technicians/" + id + "/location", body);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json()).isEqualTo(dispatcher.technicianNow(id));
    assertThat(reply.json().size()).isEqualTo(7);
  }

  // fieldopt §3.1, and §1.3: validation comes before existence
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"longitude": 1}                      | latitude is required
          {"latitude": 1}                       | longitude is required
          {"latitude": null, "longitude": 1}    | latitude is required
          {"latitude": "north", "longitude": 1} | latitude must be a number
          {"latitude": true, "longitude": 1}    | latitude must be a number
          {"latitude": 90.1, "longitude": 1}    | latitude must be between -90 and 90
          {"latitude": 1, "longitude": -180.5}  | longitude must be between -180 and 180
          {"latitude": 1e999, "longitude": 1}   | latitude must be a number
          """)
  void aPlaceThatIsNotOnEarthIsRefused(String body, String detail) {
    long id = dispatcher.technician();

    for (String path : List.of("/technicians/" + id, "/technicians/999999")) {
      assertRefused(
          dispatcher.patch(path + "/location", body), 400, "Invalid request body: " + detail);
    }
  }
}

package interline.trimble;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.Tenant;
import interline.local.TestServer;
import interline.local.WorkerItems;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Drivers, as trimble §4 and the seed have them. */
class DriversContractTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String BOTH =
      """
      [{"driverId":"drv1","Name":"driver 1"},{"driverId":"drv2","Name":"driver 2"}]\
      """;

  private final Tenant tenant = TestServer.tenant();
  private final Http client = Http.trimble(tenant);
  private final Http fieldOpt = Http.fieldOpt(tenant);
  private final Http fleetio = Http.fleetio(tenant);

  // trimble seed: Add Drivers, sample request and response
  @Test
  void theSeedsRequestGivesTheSeedsAnswer() throws Exception {
    client.post("/drivers", "[{\"driverId\":\"drv1\",\"Name\":\"driver 1\"}]");

    Reply reply = client.post("/drivers", BOTH);

    assertThat(reply.status()).isEqualTo(200);
    JsonNode row = reply.json().at("/data/0");
    assertThat(reply.json())
        .isEqualTo(
            JSON.readTree(
                """
                {"error": {
                   "message": "The request finished without adding duplicate driverIds",
                   "code": -12,
                   "duplicate_ids": ["drv1"]},
                 "data": [
                   {"Id": %d, "Name": "driver 2", "DriverId": "drv2", "ModifiedOn": "%s"}]}
                """
                    .formatted(row.path("Id").longValue(), row.path("ModifiedOn").textValue())));
    assertThat(names(reply.json())).containsExactly("error", "data");
    assertThat(names(row)).containsExactly("Id", "Name", "DriverId", "ModifiedOn");
    assertThat(row.path("Id").longValue()).isPositive();
    assertThat(LocalDateTime.parse(row.path("ModifiedOn").textValue())).isNotNull();
  }

  // trimble §9.7
  @Test
  void aCleanRunSaysSoInAMessage() {
    Reply added = client.post("/drivers", BOTH);
    Reply updated = client.send("PUT", "/drivers", BOTH);

    assertThat(names(added.json())).containsExactly("message", "data");
    assertThat(added.json().path("message").textValue())
        .isEqualTo("Successfully added all drivers to the account.");
    assertThat(added.json().path("data")).hasSize(2);
    assertThat(updated.json().path("message").textValue())
        .isEqualTo("Successfully updated all drivers in the account.");
  }

  // trimble §4.1 decision table, §10.3
  @Test
  void aKnownIdUnderAnotherNameIsADuplicateAndKeepsItsName() {
    client.post("/drivers", "[{\"driverId\":\"K-017\",\"Name\":\"Oda Brandt\"}]");

    Reply reply =
        client.post(
            "/drivers",
            """
            [{"driverId":"K-017","Name":"Else"},{"driverId":"K-018","Name":"Tom"}]\
            """);

    assertThat(reply.json().at("/error/code").intValue()).isEqualTo(-12);
    assertThat(texts(reply.json().at("/error/duplicate_ids"))).containsExactly("K-017");
    assertThat(driverIds(reply)).containsExactly("K-018");
    assertThat(client.get("/drivers").json().at("/data/0/name").textValue())
        .isEqualTo("Oda Brandt");
  }

  // trimble §4.1, §10.4
  @Test
  void aNameMayBeUsedTwice() {
    client.post("/drivers", "[{\"driverId\":\"a\",\"Name\":\"Same\"}]");

    Reply reply = client.post("/drivers", "[{\"driverId\":\"b\",\"Name\":\"Same\"}]");

    assertThat(driverIds(reply)).containsExactly("b");
    assertThat(reply.json().has("error")).isFalse();
  }

  // trimble §4.1: all rows duplicates
  @Test
  void whenAllAreDuplicatesThereIsNoData() {
    client.post("/drivers", BOTH);

    Reply reply = client.post("/drivers", BOTH);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("data").isArray()).isTrue();
    assertThat(reply.json().path("data")).isEmpty();
    assertThat(texts(reply.json().at("/error/duplicate_ids"))).containsExactly("drv1", "drv2");
  }

  // trimble §9.13
  @Test
  void ofTwoRowsWithOneIdTheFirstIsStored() {
    Reply reply =
        client.post(
            "/drivers",
            "[{\"driverId\":\"x\",\"Name\":\"First\"},{\"driverId\":\"X\",\"Name\":\"Second\"}]");

    assertThat(driverIds(reply)).containsExactly("x");
    assertThat(reply.json().at("/data/0/Name").textValue()).isEqualTo("First");
    assertThat(texts(reply.json().at("/error/duplicate_ids"))).containsExactly("X");
  }

  // trimble §9.15
  @Test
  void idsAreComparedWithoutCaseAndKeepTheirFirstSpelling() {
    client.post("/drivers", "[{\"driverId\":\"Drv-A\",\"Name\":\"Ann\"}]");

    Reply again = client.post("/drivers", "[{\"driverId\":\"DRV-a\",\"Name\":\"Ann\"}]");
    Reply renamed = client.send("PUT", "/drivers", "[{\"driverId\":\"drv-a\",\"Name\":\"Anna\"}]");

    assertThat(texts(again.json().at("/error/duplicate_ids"))).containsExactly("DRV-a");
    assertThat(renamed.json().at("/data/0/DriverId").textValue()).isEqualTo("Drv-A");
  }

  // trimble §9.1, §9.6
  @Test
  void membersAreReadInAnyCaseAndNumbersAsText() {
    Reply reply = client.post("/drivers", "[{\"DRIVERID\":4711,\"name\":\"Nina\"}]");

    assertThat(reply.json().at("/data/0/DriverId").textValue()).isEqualTo("4711");
    assertThat(reply.json().at("/data/0/Name").textValue()).isEqualTo("Nina");
    assertThat(driverIds(client.post("/drivers", "[{\"driverId\":12345678.0},{\"driverId\":1e3}]")))
        .containsExactly("12345678", "1000");
  }

  // trimble §9.11
  @Test
  void aDriverMayHaveNoName() {
    Reply reply = client.post("/drivers", "[{\"driverId\":\"K-1\"}]");

    assertThat(reply.json().at("/data/0/Name").isNull()).isTrue();
    assertThat(client.get("/drivers").json().at("/data/0/name").isNull()).isTrue();
    assertThat(fieldOpt.get("/technicians").json().at("/0/name").textValue()).isEqualTo("K-1");
    client.send("PUT", "/drivers", "[{\"driverId\":\"K-1\",\"Name\":\"Oda\"}]");
    assertThat(client.get("/drivers").json().at("/data/0/name").textValue()).isEqualTo("Oda");
    client.send("PUT", "/drivers", "[{\"driverId\":\"K-1\",\"Name\":null}]");
    assertThat(client.get("/drivers").json().at("/data/0/name").isNull()).isTrue();
  }

  // trimble §8 and §9.14, §10.5
  @Test
  void fiftyOneRowsAreRefusedAndNothingIsStored() {
    Reply reply = client.post("/drivers", rows(0, 51));
    Reply put = client.send("PUT", "/drivers", rows(0, 51));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/code").intValue()).isEqualTo(-2);
    assertThat(put.json().at("/error/code").intValue()).isEqualTo(-2);
    assertThat(size()).isZero();
  }

  @Test
  void fiftyRowsAreStoredInTheirOrder() {
    Reply reply = client.post("/drivers", rows(0, 50));

    assertThat(driverIds(reply))
        .containsExactlyElementsOf(IntStream.range(0, 50).mapToObj("d%03d"::formatted).toList());
    assertThat(size()).isEqualTo(50);
  }

  // trimble §8: our own codes
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'{' | -1",
        "'{\"driverId\":\"a\"}' | -1",
        "'[]' | -1",
        "'[1]' | -3",
        "'[{\"driverId\":\"a\"},{\"Name\":\"x\"}]' | -3",
        "'[{\"driverId\":\"a\"},{\"driverId\":\"  \"}]' | -3",
        "'[{\"driverId\":\"a\"},{\"driverId\":null}]' | -3",
        "'[{\"driverId\":\"a\"},{\"driverId\":true}]' | -3",
        "'[{\"driverId\":\"a\"},{\"driverId\":[\"b\"]}]' | -3",
        "'[{\"driverId\":\"a\"},{\"driverId\":\"b\",\"Name\":{}}]' | -3",
        "'[{\"driverId\":\"a\"},{\"driverId\":\"b\\u0007\"}]' | -3",
        "'[{\"driverId\":\"a\"},{\"driverId\":1e400}]' | -3",
        "'[{\"driverId\":\"a\"},{\"driverId\":\"~99\"}]' | -3"
      })
  void whatCannotBeMeantIsRefusedAsAWhole(String body, int code) {
    Reply reply = client.post("/drivers", body);

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.json().at("/error/code").intValue()).isEqualTo(code);
    assertThat(reply.json().at("/error/message").textValue()).isNotBlank();
    assertThat(size()).isZero();
  }

  // trimble §8: nothing is stored, be it of fifty the last that is wrong
  @Test
  void aWrongRowAtTheEndKeepsAllFromBeingStored() {
    Reply made = client.post("/drivers", rows(0, 50).replace("d049", "~49"));
    Reply blank = client.post("/drivers", rows(0, 50).replace("d049", " "));

    assertThat(made.json().at("/error/code").intValue()).isEqualTo(-3);
    assertThat(blank.json().at("/error/code").intValue()).isEqualTo(-3);
    assertThat(size()).isZero();
  }

  // trimble §9.12
  @Test
  void idsAndNamesHave255CharactersAtMost() {
    String longest = "n".repeat(255);

    Reply fits =
        client.post(
            "/drivers", "[{\"driverId\":\"%s\",\"Name\":\"%s\"}]".formatted(longest, longest));
    Reply over = client.post("/drivers", "[{\"driverId\":\"%sn\"}]".formatted(longest));

    assertThat(fits.status()).isEqualTo(200);
    assertThat(over.json().at("/error/code").intValue()).isEqualTo(-3);
    assertThat(client.delete("/drivers?driverId=" + longest).status()).isEqualTo(200);
  }

  // trimble §4.2, seed: Update Drivers; §10.6
  @Test
  void renamesTheKnownAndTellsTheUnknown() throws Exception {
    client.post("/drivers", "[{\"driverId\":\"drv1\",\"Name\":\"old\"}]");
    String before = client.get("/drivers").json().at("/data/0/modifiedOn").textValue();

    Reply reply =
        client.send(
            "PUT",
            "/drivers",
            """
            [{"driverId":"drv1","Name":"driver 1"},{"driverId":"drv3","Name":"driver 3"}]\
            """);

    assertThat(reply.status()).isEqualTo(200);
    JsonNode row = reply.json().at("/data/0");
    assertThat(reply.json())
        .isEqualTo(
            JSON.readTree(
                """
                {"error": {
                   "message": "The request finished without updating non-existent drivers",
                   "code": -11,
                   "ids_not_found": ["drv3"]},
                 "data": [
                   {"Id": %d, "Name": "driver 1", "DriverId": "drv1", "ModifiedOn": "%s"}]}
                """
                    .formatted(row.path("Id").longValue(), row.path("ModifiedOn").textValue())));
    assertThat(LocalDateTime.parse(row.path("ModifiedOn").textValue()))
        .isAfter(LocalDateTime.parse(before));
    assertThat(size()).isEqualTo(1);
  }

  @Test
  void ofTwoRowsThatRenameOneTheLastCounts() {
    client.post("/drivers", "[{\"driverId\":\"a\",\"Name\":\"0\"}]");

    Reply reply =
        client.send(
            "PUT",
            "/drivers",
            "[{\"driverId\":\"a\",\"Name\":\"1\"},{\"driverId\":\"A\",\"Name\":\"2\"}]");

    assertThat(reply.json().path("data")).hasSize(1);
    assertThat(reply.json().at("/data/0/Name").textValue()).isEqualTo("2");
  }

  @Test
  void fiftyAreRenamedAtOnce() {
    there(50);
    String rows =
        badges(0, 50).stream()
            .map("{\"driverId\":\"%1$s\",\"Name\":\"New %1$s\"}"::formatted)
            .collect(Collectors.joining(",", "[", "]"));

    Reply reply = client.put("/drivers", rows);

    assertThat(driverIds(reply)).containsExactlyElementsOf(badges(0, 50));
    assertThat(client.get("/drivers?limit=50").json().at("/data/49/name").textValue())
        .isEqualTo("New " + badges(49, 50).getFirst());
  }

  // trimble §4.3, §10.7, seed: Get a List of Drivers
  @Test
  void aPageInTheMiddleLinksToTheOthers() {
    there(255);

    JsonNode page = client.get("/drivers?offset=50&limit=15").json();

    String base = client.base() + "/drivers";
    assertThat(names(page))
        .containsExactly(
            "href", "offset", "limit", "size", "first", "previous", "next", "last", "data");
    assertThat(page.path("href").textValue()).isEqualTo(base);
    assertThat(page.path("offset").intValue()).isEqualTo(50);
    assertThat(page.path("limit").intValue()).isEqualTo(15);
    assertThat(page.path("size").intValue()).isEqualTo(255);
    assertThat(link(page, "first")).isEqualTo(base + "?offset=0&limit=15");
    assertThat(link(page, "previous")).isEqualTo(base + "?offset=35&limit=15");
    assertThat(link(page, "next")).isEqualTo(base + "?offset=65&limit=15");
    assertThat(link(page, "last")).isEqualTo(base + "?offset=240&limit=15");
    assertThat(ids(page)).containsExactlyElementsOf(badges(50, 65));
    assertThat(names(page.at("/data/0"))).containsExactly("id", "name", "driverId", "modifiedOn");
    // trimble §4.3: the last page, and what is behind it
    JsonNode last = client.get("/drivers?offset=240&limit=15").json();
    assertThat(last.path("data")).hasSize(15);
    assertThat(names(last)).doesNotContain("next");
    Reply behind = client.get("/drivers?offset=255&limit=15");
    assertThat(behind.status()).isEqualTo(200);
    assertThat(behind.json().path("data")).isEmpty();
    // trimble §9.19: as many as necessary
    assertThat(ids(client.get("/drivers?limit=100000").json()))
        .hasSize(255)
        .doesNotHaveDuplicates();
    // Every driver is met once, whichever way.
    List<String> met = new ArrayList<>();
    for (int offset = 0; offset < 255; offset += 40) {
      met.addAll(ids(client.get("/drivers?limit=40&sortDirection=DESC&offset=" + offset).json()));
    }
    assertThat(met).containsExactlyElementsOf(badges(0, 255).reversed());
  }

  // trimble §9.3, §10.8
  @Test
  void aShortListHasTheFirstLinkAlone() {
    client.post("/drivers", rows(0, 3));

    JsonNode page = client.get("/drivers").json();

    assertThat(names(page)).containsExactly("href", "offset", "limit", "size", "first", "data");
    assertThat(page.path("offset").intValue()).isZero();
    assertThat(page.path("limit").intValue()).isEqualTo(20);
    assertThat(page.path("size").intValue()).isEqualTo(3);
    assertThat(link(page, "first")).endsWith("?offset=0&limit=20");
  }

  // trimble §1 case of query names, §10.9
  @Test
  void theQueryIsReadInAnyCase() {
    client.post("/drivers", rows(0, 12));

    JsonNode page = client.get("/drivers?Limit=5&OFFSET=10&SORTEXPRESSION=DRIVERID").json();

    assertThat(page.path("limit").intValue()).isEqualTo(5);
    assertThat(ids(page)).containsExactly("d010", "d011");
  }

  // trimble §4.3 sortExpression, §9.3c, §9.16, §9.17
  @Test
  void sortsByIdOrNameEitherWayAndTheLinksSaySo() {
    client.post(
        "/drivers",
        """
        [{"driverId":"b","Name":"anna"},{"driverId":"A","Name":"Carl"},\
        {"driverId":"ab","Name":"Ben"},{"driverId":"a b","Name":"dora"}]\
        """);

    assertThat(ids(client.get("/drivers").json())).containsExactly("A", "a b", "ab", "b");
    assertThat(ids(client.get("/drivers?sortDirection=DESC").json()))
        .containsExactly("b", "ab", "a b", "A");
    assertThat(ids(client.get("/drivers?sortExpression=driverName").json()))
        .containsExactly("b", "ab", "A", "a b");
    assertThat(ids(client.get("/drivers?sortExpression=name&sortDirection=desc").json()))
        .containsExactly("a b", "A", "ab", "b");
    JsonNode page =
        client.get("/drivers?limit=2&sortExpression=driverName&sortDirection=DESC").json();
    assertThat(link(page, "next"))
        .endsWith("/drivers?offset=2&limit=2&sortExpression=driverName&sortDirection=DESC");
    assertThat(page.path("href").textValue()).endsWith("/drivers");
  }

  // trimble §4.3: errors
  @ParameterizedTest
  @ValueSource(
      strings = {
        "offset=-1",
        "offset=x",
        "limit=0",
        "limit=1.5",
        "sortExpression=id",
        "sortDirection=up"
      })
  void whatAQueryCannotMeanIsRefused(String query) {
    Reply reply = client.get("/drivers?" + query);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/code").intValue()).isEqualTo(-4);
  }

  // trimble §4.4, §9.5, §10.10
  @Test
  void removesOneByItsIdAndThenThereIsNone() throws Exception {
    client.post("/drivers", "[{\"driverId\":\"did 48976\",\"Name\":\"Tom\"}]");

    Reply removed = client.delete("/drivers?driverId=did%2048976");
    Reply again = client.delete("/drivers?driverId=did%2048976");

    assertThat(removed.status()).isEqualTo(200);
    assertThat(removed.json())
        .isEqualTo(
            JSON.readTree("{\"message\":\"Successfully deleted driver with Id: did 48976\"}"));
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.json())
        .isEqualTo(
            JSON.readTree(
                """
                {"error":{"message":"No driver found with Id: did 48976","code":-11,\
                "ids_not_found":["did 48976"]}}\
                """));
    assertThat(size()).isZero();
    assertThat(driverIds(client.post("/drivers", "[{\"driverId\":\"did 48976\"}]"))).hasSize(1);
  }

  // trimble §9.4
  @Test
  void theIdMayStandInThePathOrTheBodyToo() {
    client.post("/drivers", rows(0, 4));

    assertThat(client.delete("/drivers/d000").status()).isEqualTo(200);
    assertThat(client.send("DELETE", "/drivers", "{\"driverId\":\"d001\"}").status())
        .isEqualTo(200);
    assertThat(client.send("DELETE", "/drivers", "[{\"driverId\":\"d002\"}]").status())
        .isEqualTo(200);
    assertThat(client.send("DELETE", "/drivers/d003?driverId=%20D003", "").status()).isEqualTo(200);
    assertThat(size()).isZero();
    client.post("/drivers", rows(0, 2));
    Reply contrary = client.delete("/drivers/d000?driverId=d001");
    assertThat(contrary.status()).isEqualTo(400);
    assertThat(contrary.json().at("/error/code").intValue()).isEqualTo(-3);
    assertThat(client.delete("/drivers").json().at("/error/code").intValue()).isEqualTo(-3);
    assertThat(size()).isEqualTo(2);
  }

  @Test
  void whoStillHasWorkIsNotRemoved() {
    client.post("/drivers", "[{\"driverId\":\"K-1\",\"Name\":\"Oda\"}]");
    long id = client.get("/drivers").json().at("/data/0/id").longValue();
    fieldOpt.post("/jobs", "{\"type\":\"install\",\"customer\":\"A\",\"address\":\"B\"}");
    fieldOpt.post("/assignments", "{\"job_id\":1,\"technician_id\":%d}".formatted(id));

    Reply reply = client.delete("/drivers?driverId=K-1");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/message").textValue())
        .isEqualTo("The driver still has work to do");
    assertThat(size()).isEqualTo(1);
  }

  // Interline §2: drivers are the workers of the fleet
  @Test
  void aTechnicianIsADriverAndADriverATechnician() {
    long technician =
        fieldOpt
            .post("/technicians", "{\"name\":\"John Coltrane\",\"skills\":[\"install\"]}")
            .json()
            .path("id")
            .longValue();
    client.post("/drivers", "[{\"driverId\":\"K-017\",\"Name\":\"Oda Brandt\"}]");

    assertThat(ids(client.get("/drivers").json())).containsExactly("K-017", "~" + technician);
    assertThat(fieldOpt.get("/technicians").json().findValuesAsText("name"))
        .containsExactly("John Coltrane", "Oda Brandt");
    Reply renamed =
        client.send(
            "PUT", "/drivers", "[{\"driverId\":\"~%d\",\"Name\":\"Trane\"}]".formatted(technician));
    assertThat(renamed.json().at("/data/0/Id").longValue()).isEqualTo(technician);
    JsonNode kept = fieldOpt.get("/technicians/" + technician).json();
    assertThat(kept.path("name").textValue()).isEqualTo("Trane");
    assertThat(kept.at("/skills/0").textValue()).isEqualTo("install");
    Reply duplicate =
        client.post("/drivers", "[{\"driverId\":\"~%d\",\"Name\":\"X\"}]".formatted(technician));
    assertThat(texts(duplicate.json().at("/error/duplicate_ids")))
        .containsExactly("~" + technician);
    assertThat(client.delete("/drivers?driverId=~" + technician).status()).isEqualTo(200);
    assertThat(fieldOpt.get("/technicians/" + technician).status()).isEqualTo(404);
  }

  // Interline §2: a contact who drives is a driver, by the employee number
  @Test
  void anOperatorOfFleetioIsADriverByTheEmployeeNumber() {
    long operator =
        fleetio
            .post(
                "/contacts",
                """
                {"first_name":"Nina","last_name":"Simone","employee_number":"E-9",\
                "vehicle_operator":true,"city":"Rome"}\
                """)
            .json()
            .path("id")
            .longValue();
    fleetio.post("/contacts", "{\"first_name\":\"Clerk\",\"employee_number\":\"E-1\"}");

    JsonNode page = client.get("/drivers").json();
    assertThat(page.path("size").intValue()).isEqualTo(1);
    assertThat(page.at("/data/0/driverId").textValue()).isEqualTo("E-9");
    assertThat(page.at("/data/0/name").textValue()).isEqualTo("Nina Simone");

    client.send("PUT", "/drivers", "[{\"driverId\":\"e-9\",\"Name\":\"Eunice Waymon\"}]");
    JsonNode contact = fleetio.get("/contacts/" + operator).json();
    assertThat(contact.path("first_name").textValue()).isEqualTo("Eunice");
    assertThat(contact.path("city").textValue()).isEqualTo("Rome");
    // Who is no driver is not there, but the number is taken.
    Reply clerk = client.post("/drivers", "[{\"driverId\":\"E-1\",\"Name\":\"Clerk\"}]");
    assertThat(texts(clerk.json().at("/error/duplicate_ids"))).containsExactly("E-1");
    assertThat(client.delete("/drivers?driverId=E-1").status()).isEqualTo(400);
    // Neither is who drives no more, or is archived.
    fleetio.patch("/contacts/" + operator, "{\"vehicle_operator\":false}");
    assertThat(size()).isZero();
    assertThat(ids(client.get("/drivers").json())).isEmpty();
    fleetio.patch("/contacts/" + operator, "{\"vehicle_operator\":true}");
    fleetio.patch("/contacts/" + operator + "/archive", "");
    assertThat(size()).isZero();
    fleetio.patch("/contacts/" + operator + "/restore", "");
    assertThat(ids(client.get("/drivers").json())).containsExactly("E-9");
    assertThat(size()).isEqualTo(1);
  }

  // trimble §3: PascalCase for writes, camelCase for lists; §10.12
  @Test
  void anotherAccountSeesNoneOfIt() {
    client.post("/drivers", BOTH);
    Http other = Http.trimble(TestServer.tenant());

    assertThat(other.get("/drivers").json().path("size").intValue()).isZero();
    assertThat(other.delete("/drivers?driverId=drv1").status()).isEqualTo(400);
    assertThat(texts(other.send("PUT", "/drivers", BOTH).json().at("/error/ids_not_found")))
        .containsExactly("drv1", "drv2");
    assertThat(driverIds(other.post("/drivers", BOTH))).containsExactly("drv1", "drv2");
  }

  private int size() {
    return client.get("/drivers").json().path("size").intValue();
  }

  private static String rows(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj("{\"driverId\":\"d%1$03d\",\"Name\":\"Name %1$03d\"}"::formatted)
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** So many drivers, as if somebody had added them. */
  private void there(int drivers) {
    WorkerItems.write(TestServer.shared().stack(), tenant.id(), 0, drivers);
  }

  private static List<String> badges(int from, int to) {
    return IntStream.range(WorkerItems.FIRST + from, WorkerItems.FIRST + to)
        .mapToObj(WorkerItems::badge)
        .toList();
  }

  private static List<String> driverIds(Reply reply) {
    return StreamSupport.stream(reply.json().path("data").spliterator(), false)
        .map(row -> row.path("DriverId").textValue())
        .toList();
  }

  private static List<String> ids(JsonNode page) {
    return StreamSupport.stream(page.path("data").spliterator(), false)
        .map(row -> row.path("driverId").textValue())
        .toList();
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::textValue).toList();
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String link(JsonNode page, String name) {
    return page.path(name).path("href").asText();
  }
}

package interline.onfleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.Tenant;
import interline.local.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Teams and workers: onfleet 1 §4.4, §7 and §8. */
class WorkersContractTest {

  private static final String NOBODY = "ab*dEFghijklmnopqrst~vwx";

  private final Tenant tenant = TestServer.tenant();
  private final Http client = Http.onfleet(tenant);
  private final Http fieldOpt = Http.fieldOpt(tenant);
  private final Http fleetio = Http.fleetio(tenant);

  // onfleet 1 §7.2
  @Test
  void aTeamIsMadeWithWhatWasSaid() {
    Reply made =
        client.post("/teams", "{'name':'North','workers':[null],'managers':[]}".replace('\'', '"'));

    assertThat(made.status()).isEqualTo(200);
    JsonNode team = made.json();
    assertThat(team.path("id").textValue()).matches("[A-Za-z0-9*~]{24}");
    assertThat(team.path("name").textValue()).isEqualTo("North");
    assertThat(team.path("workers").size()).isZero();
    assertThat(team.path("managers").size()).isZero();
    assertThat(team.path("tasks").isArray()).isTrue();
    assertThat(team.path("hub").isNull()).isTrue();
    assertThat(team.path("enableSelfAssignment").booleanValue()).isFalse();
    assertThat(client.get("/teams/" + id(team)).json()).isEqualTo(team);
  }

  // onfleet 1 §4.4
  @Test
  void teamNamesAreUnique() {
    team("North");

    assertError(
        client.post("/teams", json("{'name':'north','workers':[],'managers':[]}")), 400, 1901);
  }

  // onfleet 1 §4.4
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'workers':[],'managers':[]} | 1000",
        "{'name':'x','workers':'y','managers':[]} | 1000",
        "{'name':'x','workers':[7],'managers':[]} | 1000",
        "{'name':'x','workers':['ab*dEFghijklmnopqrst~vwx'],'managers':[]} | 1000",
        "{'name':'x','workers':[],'managers':['ab*dEFghijklmnopqrst~vwx']} | 1000",
        "[] | 1000"
      })
  void badTeamsAreRefused(String body, int number) {
    assertError(client.post("/teams", json(body)), 400, number);
  }

  // onfleet 1 §7.3: partial; lists replace; null says nothing
  @Test
  void teamsAndWorkersNameEachOther() {
    String north = team("North");
    String south = team("South");
    String grace = worker("Grace", "+15035550142", north);
    String alan = worker("Alan", "+15035550143", north, south);

    assertThat(texts(client.get("/teams/" + north).json().path("workers")))
        .containsExactly(grace, alan);
    Reply moved =
        client.put(
            "/teams/" + south,
            json("{'name':'','workers':['%s'],'managers':null}".formatted(grace)));

    assertThat(moved.status()).isEqualTo(200);
    assertThat(moved.json().path("name").textValue()).isEqualTo("South");
    assertThat(texts(moved.json().path("workers"))).containsExactly(grace);
    assertThat(texts(client.get("/workers/" + grace).json().path("teams")))
        .containsExactly(north, south);
    assertThat(texts(client.get("/workers/" + alan).json().path("teams"))).containsExactly(north);

    client.put("/workers/" + grace, json("{'teams':['%s']}".formatted(south)));
    assertThat(texts(client.get("/teams/" + north).json().path("workers"))).containsExactly(alan);
  }

  // onfleet 1 §7.3
  @Test
  void onlyATeamWithoutWorkersCanBeDeleted() {
    String north = team("North");
    String grace = worker("Grace", "+15035550142", north);

    assertError(client.delete("/teams/" + north), 400, 1000);
    assertThat(client.delete("/workers/" + grace).status()).isEqualTo(200);
    Reply gone = client.delete("/teams/" + north);

    assertThat(gone.status()).isEqualTo(200);
    assertThat(gone.text()).isEmpty();
    assertError(client.get("/teams/" + north), 404, 1402);
  }

  // onfleet 1 §8.1, §8.3
  @Test
  void aFreshWorkerShowsAllFields() {
    String north = team("North");

    Reply made =
        client.post(
            "/workers",
            json(
                "{'name':'Tomas Beck','phone':'(503) 555-0142','teams':['%s'],'capacity':12,"
                        .formatted(north)
                    + "'vehicle':{'type':'BICYCLE','description':'cargo bike','color':'green'}}"));

    assertThat(made.status()).as(made.text()).isEqualTo(200);
    JsonNode worker = made.json();
    List<String> names = new ArrayList<>();
    worker.fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .containsExactlyInAnyOrder(
            "id",
            "timeCreated",
            "timeLastModified",
            "organization",
            "name",
            "displayName",
            "phone",
            "activeTask",
            "tasks",
            "onDuty",
            "timeLastSeen",
            "capacity",
            "additionalCapacities",
            "userData",
            "accountStatus",
            "metadata",
            "timezone",
            "imageUrl",
            "teams",
            "delayTime",
            "location",
            "vehicle",
            "hasRecentlyUsedSpoofedLocations",
            "addresses");
    assertThat(worker.path("phone").textValue()).isEqualTo("+15035550142");
    assertThat(worker.path("accountStatus").textValue()).isEqualTo("INVITED");
    assertThat(worker.path("onDuty").booleanValue()).isFalse();
    assertThat(worker.path("capacity").intValue()).isEqualTo(12);
    assertThat(worker.path("vehicle").path("type").textValue()).isEqualTo("BICYCLE");
    assertThat(worker.path("vehicle").path("licensePlate").isNull()).isTrue();
    assertThat(client.get("/workers/" + id(worker)).json()).isEqualTo(worker);
  }

  // onfleet 1 §4.4, §8.3
  @Test
  void badWorkersAreRefused() {
    String north = team("North");
    worker("Grace", "+15035550142", north);

    assertError(client.post("/workers", json("{'name':'A','phone':'+15035550143'}")), 400, 1900);
    assertError(post("A", "12", north), 400, 1000);
    assertError(post("A", "+15035550142", north), 400, 1004);
    assertError(post("", "+15035550143", north), 400, 1000);
    assertError(post("A", "+15035550143", NOBODY), 400, 1000);
    assertError(
        client.post("/workers", json("{'name':'A','phone':'+15035550143','teams':[]}")), 400, 1000);
  }

  // onfleet 1 §8.6: partial; the vehicle keeps its id; null: on foot
  @Test
  void aVehicleIsMergedAndTakenAway() {
    String grace = worker("Grace", "+15035550142", team("North"));
    String path = "/workers/" + grace;

    JsonNode first =
        client
            .put(path, json("{'vehicle':{'type':'TRUCK','licensePlate':'AB 1'}}"))
            .json()
            .path("vehicle");
    JsonNode second = client.put(path, json("{'vehicle':{'color':'red'}}")).json().path("vehicle");

    assertThat(second.path("id")).isEqualTo(first.path("id"));
    assertThat(second.path("type").textValue()).isEqualTo("TRUCK");
    assertThat(second.path("licensePlate").textValue()).isEqualTo("AB 1");
    assertThat(second.path("color").textValue()).isEqualTo("red");
    // It is a vehicle of the fleet.
    JsonNode vehicles = fleetio.get("/vehicles").json().path("records");
    assertThat(vehicles.get(0).path("name").textValue()).isEqualTo("AB 1");
    assertThat(vehicles.get(0).path("vehicle_type_name").textValue()).isEqualTo("Truck");

    assertThat(client.put(path, json("{'vehicle':null}")).json().path("vehicle").isNull()).isTrue();
    assertThat(client.get(path).json().path("vehicle").isNull()).isTrue();
  }

  // onfleet clients §1: a null for a body says nothing
  @Test
  void aBodyOfNullChangesNothing() {
    String north = team("North");
    String grace = worker("Grace", "+15035550142", north);

    for (String path : List.of("/teams/" + north, "/workers/" + grace)) {
      String name = client.get(path).json().path("name").textValue();
      Reply reply = client.put(path, "null");
      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
      assertThat(reply.json().path("name").textValue()).isEqualTo(name);
    }
  }

  // onfleet 1 §8.2
  @Test
  void whereAWorkerStartsFromIsShownInFull() {
    String grace = worker("Grace", "+15035550142", team("North"));
    String address =
        "'address':{'number':'12','street':'Analytical Row','city':'London','country':'UK'}";
    String said =
        id(
            client
                .post("/destinations", json("{%s,'location':[-0.12,51.5]}".formatted(address)))
                .json());
    String nowhere = id(client.post("/destinations", json("{%s}".formatted(address))).json());

    JsonNode routing = routing(grace, said);

    List<String> members = new ArrayList<>();
    routing.fieldNames().forEachRemaining(members::add);
    assertThat(members)
        .containsExactlyInAnyOrder(
            "id",
            "timeCreated",
            "timeLastModified",
            "organization",
            "location",
            "address",
            "notes",
            "googlePlaceId",
            "createdByLocation",
            "wasGeocoded");
    assertThat(id(routing)).isEqualTo(said);
    assertThat(routing.path("organization"))
        .isEqualTo(client.get("/organization").json().path("id"));
    assertThat(routing.path("location").toString()).isEqualTo("[-0.12,51.5]");
    assertThat(routing.path("createdByLocation").booleanValue()).isTrue();
    assertThat(routing.path("wasGeocoded").booleanValue()).isFalse();
    assertThat(routing(grace, nowhere).path("createdByLocation").booleanValue()).isFalse();
    assertThat(client.get("/workers/" + grace).json().at("/addresses/routing/id").textValue())
        .isEqualTo(nowhere);
  }

  private JsonNode routing(String worker, String destination) {
    return client
        .put("/workers/" + worker, json("{'addresses':{'routing':'%s'}}".formatted(destination)))
        .json()
        .at("/addresses/routing");
  }

  // onfleet 1 §8.4
  @Test
  void workersAreListedByTeamStatePhoneAndField() {
    String north = team("North");
    String south = team("South");
    String grace = worker("Grace", "+15035550142", north);
    String alan = worker("Alan", "+15035550143", south);

    assertThat(ids(client.get("/workers").json())).containsExactly(grace, alan);
    assertThat(ids(client.get("/workers?teams=" + south).json())).containsExactly(alan);
    assertThat(ids(client.get("/workers?phones=%2B15035550142").json())).containsExactly(grace);
    assertThat(ids(client.get("/workers?phones=+15035550142").json())).containsExactly(grace);
    assertThat(ids(client.get("/workers?states=1,2").json())).isEmpty();
    assertError(client.get("/workers?states=3"), 400, 1000);
    assertThat(client.get("/workers?filter=name,phone&teams=" + south).json().toString())
        .isEqualTo(json("[{'name':'Alan','phone':'+15035550143'}]"));
    assertThat(
            client
                .get("/workers?includePasswordDetails=true")
                .json()
                .get(0)
                .path("password")
                .path("isPermanent")
                .booleanValue())
        .isTrue();

    duty(1, "available");
    assertThat(ids(client.get("/workers?states=1").json())).containsExactly(grace);
    assertThat(client.get("/workers/" + grace).json().path("accountStatus").textValue())
        .isEqualTo("ACCEPTED");
  }

  // onfleet 1 §8.7
  @Test
  void aWorkerWithTasksStays() {
    String grace = worker("Grace", "+15035550142", team("North"));
    duty(1, "available");
    job();
    assign(1, 1);

    JsonNode shown = client.get("/workers/" + grace).json();
    assertThat(shown.path("tasks").size()).isEqualTo(1);
    assertError(client.delete("/workers/" + grace), 400, 1000);
  }

  // onfleet 1 §8.8
  @Test
  void whoIsOnDutyIsFoundByWhereTheyAre() {
    String north = team("North");
    String near = worker("Near", "+15035550142", north);
    String far = worker("Far", "+15035550143", north);
    worker("Off duty", "+15035550144", north);
    duty(1, "available");
    duty(2, "available");
    locate(1, 45.5122, -122.6587);
    locate(2, 45.5622, -122.6587);
    locate(3, 45.5122, -122.6587);
    String here = "/workers/location?longitude=-122.6587&latitude=45.5102";

    JsonNode workers = client.get(here).json().path("workers");
    assertThat(ids(workers)).containsExactly(near);
    assertThat(workers.get(0).path("isResponding").booleanValue()).isTrue();
    assertThat(workers.get(0).path("location").toString()).isEqualTo("[-122.6587,45.5122]");
    assertThat(ids(client.get(here + "&radius=10000").json().path("workers")))
        .containsExactly(near, far);
    assertThat(ids(client.get(here + "&radius=100").json().path("workers"))).isEmpty();
    assertError(client.get("/workers/location?longitude=1"), 400, 1900);
    assertError(client.get(here + "&radius=10001"), 400, 1000);

    duty(1, "off_duty");
    assertThat(ids(client.get(here).json().path("workers"))).isEmpty();
  }

  // onfleet 1 §8.9
  @Test
  void aScheduleIsKeptByDate() {
    String path = "/workers/" + worker("Grace", "+15035550142", team("North")) + "/schedule";
    assertThat(client.get(path).text()).isEqualTo(json("{'entries':[]}"));
    String first =
        "{'date':'2026-11-23','shifts':[[1795424400000,1795438800000]],'timezone':'Europe/Berlin'}";
    String second =
        "{'date':'2026-11-24','shifts':[[1795510800000,1795525200000]],'timezone':'Europe/Berlin'}";

    client.post(path, json("{'entries':[" + first + "]}"));
    Reply both = client.put(path, json("{'entries':[" + second + "]}"));

    assertThat(both.status()).isEqualTo(200);
    assertThat(both.json().path("entries").size()).isEqualTo(2);
    assertThat(both.json().path("entries").get(0).path("date").textValue()).isEqualTo("2026-11-24");
    Reply cleared =
        client.post(
            path,
            json("{'entries':[" + second.replace("[[1795510800000,1795525200000]]", "[]") + "]}"));
    assertThat(cleared.json().path("entries").size()).isEqualTo(1);
    assertError(
        client.post(path, json("{'entries':[{'date':'2026-11-24','shifts':[[5,4]]}]}")), 400, 1009);
    assertError(
        client.post(path, json("{'entries':[{'date':'2026-11-24','shifts':[[1,5],[4,6]]}]}")),
        400,
        1009);
    assertError(
        client.post(
            path,
            json(
                "{'entries':[{'date':'2026-11-24','shifts':[%s[99,100]]}]}"
                    .formatted("[1,1],".repeat(24)))),
        400,
        1000);
    assertError(
        client.post(path, json("{'entries':[{'date':'2026-11-24','shifts':[[1,1e400]]}]}")),
        400,
        1000);
  }

  // onfleet 1 §8.5
  @Test
  void analyticsTellOfDutiesAndTasks() {
    String grace = worker("Grace", "+15035550142", team("North"));
    duty(1, "available");
    duty(1, "off_duty");

    JsonNode analytics =
        client.get("/workers/" + grace + "?analytics=true").json().path("analytics");

    assertThat(analytics.path("events").findValuesAsText("action"))
        .containsExactly("onduty", "offduty");
    assertThat(analytics.at("/taskCounts/succeeded").intValue()).isZero();
    assertThat(analytics.at("/taskCounts/failed").intValue()).isZero();
    assertThat(client.get("/workers/" + grace).json().has("analytics")).isFalse();
    for (String moment : List.of("-8640000000000000", "8640000000000000")) {
      assertThat(
              client
                  .get("/workers/" + grace + "?analytics=true&to=" + moment)
                  .json()
                  .at("/analytics/events"))
          .as(moment)
          .isEmpty();
    }
  }

  // onfleet 1 §8.5
  @Test
  void tasksCountForWhoeverHadThemWhenTheyEnded() {
    String grace = worker("Grace", "+15035550142", team("North"));
    String alan = worker("Alan", "+15035550143", team("South"));
    ended(task(grace), true);
    ended(task(grace), true);
    ended(task(grace), false);
    ended(task(alan), false);
    task(grace);
    fieldOpt.post("/jobs/5/start", "");
    fieldOpt.post("/jobs/5/complete", "");

    assertThat(counts(grace)).isEqualTo(json("{'failed':1,'succeeded':3}"));
    assertThat(counts(alan)).isEqualTo(json("{'failed':1,'succeeded':0}"));
  }

  private String counts(String worker) {
    JsonNode counts =
        client.get("/workers/" + worker + "?analytics=true").json().at("/analytics/taskCounts");
    return json(
        "{'failed':%d,'succeeded':%d}"
            .formatted(counts.path("failed").intValue(), counts.path("succeeded").intValue()));
  }

  private String task(String worker) {
    Reply made =
        client.post(
            "/tasks",
            json(
                "{'destination':{'address':{'unparsed':'1 Main St'}},'container':{'type':'WORKER','worker':'%s'}}"
                    .formatted(worker)));
    assertThat(made.status()).as(made.text()).isEqualTo(200);
    return id(made.json());
  }

  private void ended(String task, boolean success) {
    client.post(
        "/tasks/" + task + "/complete",
        json("{'completionDetails':{'success':%s}}".formatted(success)));
  }

  // onfleet 1 §7.5
  @Test
  void anEstimateNeedsAPlaceAHubAndSomebodyOnDuty() {
    String north = team("North");

    assertError(client.get("/teams/" + north + "/estimate"), 400, 1900);
    assertError(client.get("/teams/" + north + "/estimate?dropoffLocation=-122.6,45.5"), 400, 1000);
    assertError(
        client.get("/teams/" + NOBODY + "/estimate?dropoffLocation=-122.6,45.5"), 404, 1402);
  }

  // onfleet 1 §7.5: seconds in and out, the pick-up first
  @Test
  void theBestWorkerOnDutyIsEstimated() {
    String north = team("North");
    String walker = worker("Walker", "+15035550142", north);
    String driver = worker("Driver", "+15035550143", north);
    client.put("/workers/" + driver, json("{'vehicle':{'type':'CAR'}}"));
    client.post(
        "/hubs",
        json(
            "{'name':'Depot','address':{'number':'1','street':'A','city':'B','country':'US'},"
                + "'location':[-122.6,45.5],'teams':['%s']}".formatted(north)));
    duty(1, "available");
    duty(2, "available");
    locate(1, 45.5, -122.6);
    locate(2, 45.5, -122.61);
    String path =
        "/teams/" + north + "/estimate?pickupLocation=-122.65,45.5&dropoffLocation=-122.7,45.5";

    Reply reply = client.get(path + "&serviceTime=60");

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.json().path("workerId").textValue()).isEqualTo(driver);
    assertThat(reply.json().path("vehicle").textValue()).isEqualTo("CAR");
    JsonNode steps = reply.json().path("steps");
    assertThat(steps.size()).isEqualTo(2);
    assertThat(steps.get(0).path("location").toString()).isEqualTo("[-122.65,45.5]");
    assertThat(steps.get(0).path("distance").intValue()).isEqualTo(4064);
    assertThat(steps.get(0).path("travelTime").intValue()).isEqualTo(406);
    assertThat(
            steps.get(0).path("completionTime").longValue()
                - steps.get(0).path("arrivalTime").longValue())
        .isEqualTo(60);
    JsonNode onFoot = client.get(path + "&restrictedVehiclesTypes=CAR,TRUCK").json();
    assertThat(onFoot.path("workerId").textValue()).isEqualTo(walker);
    assertThat(onFoot.path("vehicle").isNull()).isTrue();
  }

  // onfleet 1 §5.2, §5.3, §6.3
  @Test
  void teamsHaveManagersAndBothHaveMetadata() {
    String mina =
        id(client.post("/admins", json("{'name':'Mina','email':'mina@example.org'}")).json());
    String item = "[{'name':'zone','type':'number','value':4}]";
    String north =
        id(
            client
                .post(
                    "/teams",
                    json(
                        "{'name':'North','workers':[],'managers':['%s'],'metadata':%s}"
                            .formatted(mina, item)))
                .json());
    String grace = worker("Grace", "+15035550142", north);
    client.put("/workers/" + grace, json("{'metadata':{'$set':%s}}".formatted(item)));

    assertThat(texts(client.get("/teams/" + north).json().path("managers"))).containsExactly(mina);
    assertThat(texts(client.get("/admins").json().get(0).path("teams"))).containsExactly(north);
    assertThat(ids(client.post("/teams/metadata", json(item)).json())).containsExactly(north);
    assertThat(ids(client.post("/workers/metadata", json(item)).json())).containsExactly(grace);
  }

  // onfleet 2: what is not served is said so
  @Test
  void teamsAreNotDispatched() {
    assertError(client.post("/teams/" + team("North") + "/dispatch", "null"), 501, 2501);
  }

  // One fleet: a worker is a technician and an operator, and the other way round.
  @Test
  void aWorkerIsATechnicianAndAnOperator() {
    worker("Grace Hopper", "+15035550142", team("North"));

    JsonNode technician = fieldOpt.get("/technicians/1").json();
    assertThat(technician.path("name").textValue()).isEqualTo("Grace Hopper");
    JsonNode contact = fleetio.get("/contacts/1").json();
    assertThat(contact.path("vehicle_operator").booleanValue()).isTrue();

    fieldOpt.post("/technicians", json("{'name':'Alan','phone':'+1 503 555 0199'}"));
    fleetio.post(
        "/contacts", json("{'first_name':'Ada','vehicle_operator':true,'technician':false}"));
    fleetio.post("/contacts", json("{'first_name':'Desk'}"));
    assertThat(client.get("/workers").json().findValuesAsText("name"))
        .containsExactly("Grace Hopper", "Alan", "Ada");
  }

  // One fleet: who is put away elsewhere is gone here, and in no team any more.
  @Test
  void whoIsArchivedInFleetioLeavesTheirTeams() {
    String north = team("North");
    String grace = worker("Grace", "+15035550142", north);

    assertThat(fleetio.patch("/contacts/1/archive", "").status()).isEqualTo(200);

    assertError(client.get("/workers/" + grace), 404, 1402);
    assertThat(client.get("/workers").json().size()).isZero();
    assertThat(client.get("/teams/" + north).json().path("workers").size()).isZero();
    assertThat(post("Ada", "+15035550142", north).status()).isEqualTo(200);
  }

  // onfleet 1 §4.4
  @Test
  void nobodyUnknownIsShownOrChanged() {
    for (String path : List.of("/workers/", "/teams/")) {
      assertError(client.get(path + "x"), 400, 1005);
      assertError(client.get(path + NOBODY), 404, 1402);
      assertError(client.put(path + NOBODY, "{}"), 404, 1402);
      assertError(client.delete(path + NOBODY), 404, 1402);
    }
  }

  private String team(String name) {
    return id(
        client
            .post("/teams", json("{'name':'%s','workers':[],'managers':[]}".formatted(name)))
            .json());
  }

  private String worker(String name, String phone, String... teams) {
    Reply made = post(name, phone, teams);
    assertThat(made.status()).as(made.text()).isEqualTo(200);
    return id(made.json());
  }

  private Reply post(String name, String phone, String... teams) {
    return client.post(
        "/workers",
        json(
            "{'name':'%s','phone':'%s','teams':['%s']}"
                .formatted(name, phone, String.join("','", teams))));
  }

  private void duty(int technician, String status) {
    Reply reply =
        fieldOpt.patch(
            "/technicians/" + technician + "/status", json("{'status':'" + status + "'}"));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
  }

  private void locate(int technician, double latitude, double longitude) {
    Reply reply =
        fieldOpt.patch(
            "/technicians/" + technician + "/location",
            json("{'latitude':%s,'longitude':%s}".formatted(latitude, longitude)));
    assertThat(reply.status()).as(reply.text()).isBetween(200, 204);
  }

  private void job() {
    Reply reply =
        fieldOpt.post(
            "/jobs",
            json("{'type':'install','customer':'Acme Corp','address':'123 Main St, NYC'}"));
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
  }

  private void assign(int job, int technician) {
    Reply reply =
        fieldOpt.post(
            "/assignments", json("{'job_id':%s,'technician_id':%s}".formatted(job, technician)));
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
  }

  private static void assertError(Reply reply, int status, int number) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.json().path("message").path("error").intValue())
        .as(reply.text())
        .isEqualTo(number);
  }

  private static List<String> ids(JsonNode list) {
    List<String> ids = new ArrayList<>();
    list.forEach(each -> ids.add(id(each)));
    return ids;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.textValue()));
    return texts;
  }

  private static String id(JsonNode json) {
    return json.path("id").textValue();
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}

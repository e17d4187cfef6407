package interline.onfleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.Tenant;
import interline.local.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Route plans and the manifest: onfleet 2 §10 and §11.2, onfleet 1 §8.11. */
class RoutePlansContractTest {

  private static final String PLACE =
      "{\"address\":{\"number\":\"12\",\"street\":\"Analytical Row\",\"city\":\"London\","
          + "\"country\":\"UK\"},\"location\":[-0.12,51.5]}";

  private static final String UNKNOWN = "ab*dEFghijklmnopqrst~vwx";
  private static final AtomicInteger PHONES = new AtomicInteger();

  private final Tenant tenant = TestServer.tenant();
  private final Http client = Http.onfleet(tenant);

  private JsonNode ok(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  private String task() {
    return id(ok(client.post("/tasks", "{\"destination\":%s}".formatted(PLACE))));
  }

  private String worker() {
    String team = id(ok(client.post("/teams", "{\"name\":\"T%d\"}".formatted(PHONES.get()))));
    return id(
        ok(
            client.post(
                "/workers",
                """
                {"name":"Ada","phone":"+1415555%04d","teams":["%s"],
                 "vehicle":{"type":"TRUCK","licensePlate":"IL 7","color":"red"}}\
                """
                    .formatted(3000 + PHONES.incrementAndGet(), team))));
  }

  private String hub() {
    return id(
        ok(
            client.post(
                "/hubs",
                "{\"name\":\"Depot\",%s}".formatted(PLACE.substring(1, PLACE.length() - 1)))));
  }

  private JsonNode plan(String more) {
    return ok(
        client.post(
            "/routePlans", "{\"name\":\"North\",\"startTime\":4000000000000%s}".formatted(more)));
  }

  private static String id(JsonNode record) {
    return record.path("id").textValue();
  }

  private static String list(String... ids) {
    return List.of(ids).stream().map(id -> "\"" + id + "\"").toList().toString();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.textValue()));
    return texts;
  }

  private JsonNode get(String path) {
    return ok(client.get(path));
  }

  // onfleet 2 §10.2, §10.3

  @Test
  void aPlanIsKeptWithAllThatIsSaidOfIt() {
    String worker = worker();
    String team = id(ok(client.post("/teams", "{\"name\":\"South\"}")));
    String hub = hub();
    JsonNode made =
        plan(
            """
            ,"color":"#ff8800","vehicleType":"TRUCK","worker":"%s","team":"%s","startAt":"HUB",
            "end":"WORKER_ADDRESS","startingHubId":"%s","endTime":4.0000036e+12,
            "timezone":"Europe/Berlin"\
            """
                .formatted(worker, team, hub));

    assertThat(made.propertyStream().map(Map.Entry::getKey))
        .containsExactly(
            "id",
            "name",
            "state",
            "color",
            "tasks",
            "organization",
            "team",
            "worker",
            "vehicleType",
            "startTime",
            "endTime",
            "actualStartTime",
            "actualEndTime",
            "startAt",
            "endAt",
            "startingHubId",
            "endingHubId",
            "shortId",
            "timeCreated",
            "timeLastModified",
            "timezone",
            "plannedDistance",
            "plannedDuration",
            "isOverdue",
            "taskStates",
            "status",
            "statusTimeDifference");
    assertThat(id(made)).matches("[A-Za-z0-9*~]{24}");
    assertThat(made.path("shortId").textValue()).matches("[0-9a-f]{8}");
    assertThat(made.path("state").textValue()).isEqualTo("PENDING");
    assertThat(made.path("color").textValue()).isEqualTo("#ff8800");
    assertThat(made.path("vehicleType").textValue()).isEqualTo("TRUCK");
    assertThat(made.path("worker").textValue()).isEqualTo(worker);
    assertThat(made.path("team").textValue()).isEqualTo(team);
    assertThat(made.path("startTime").longValue()).isEqualTo(4_000_000_000_000L);
    assertThat(made.path("endTime").longValue()).isEqualTo(4_000_003_600_000L);
    assertThat(made.path("startAt").textValue()).isEqualTo("HUB");
    assertThat(made.path("endAt").textValue()).isEqualTo("WORKER_ADDRESS");
    assertThat(made.path("startingHubId").textValue()).isEqualTo(hub);
    assertThat(made.get("endingHubId").isNull()).isTrue();
    assertThat(made.path("timezone").textValue()).isEqualTo("Europe/Berlin");
    assertThat(made.path("status").textValue()).isEqualTo("ON_TIME");
    assertThat(made.path("isOverdue").booleanValue()).isFalse();
    assertThat(get("/routePlans/" + id(made))).isEqualTo(made);
  }

  // onfleet 2 §10.3: a task in a plan carries it, and is assigned to its worker

  @Test
  void theTasksOfAPlanShowItAndAreWithItsWorkerInItsOrder() {
    String worker = worker();
    String first = task();
    String second = task();
    JsonNode made = plan(",\"worker\":\"%s\",\"tasks\":%s".formatted(worker, list(second, first)));

    assertThat(texts(made.path("tasks"))).containsExactly(second, first);
    assertThat(made.path("taskStates").toString()).isEqualTo("[1,1]");
    JsonNode task = get("/tasks/" + first);
    assertThat(task.path("routePlan").textValue()).isEqualTo(id(made));
    assertThat(task.path("worker").textValue()).isEqualTo(worker);
    assertThat(texts(get("/workers/" + worker).path("tasks"))).containsExactly(second, first);

    String third = task();
    JsonNode more =
        ok(
            client.put(
                "/routePlans/" + id(made) + "/tasks", "{\"tasks\":%s}".formatted(list(third))));
    assertThat(texts(more.path("tasks"))).containsExactly(second, first, third);
    assertThat(texts(get("/workers/" + worker).path("tasks")))
        .containsExactly(second, first, third);

    JsonNode less =
        ok(client.put("/routePlans/" + id(made), "{\"tasks\":%s}".formatted(list(third))));
    assertThat(texts(less.path("tasks"))).containsExactly(third);
    assertThat(get("/tasks/" + first).has("routePlan")).isFalse();

    Reply removed = client.delete("/routePlans/" + id(made));
    assertThat(removed.status()).isEqualTo(200);
    assertThat(removed.text()).isEmpty();
    assertThat(get("/tasks/" + third).has("routePlan")).isFalse();
    assertThat(client.get("/routePlans/" + id(made)).status()).isEqualTo(404);
  }

  @Test
  void aPlanWithoutAWorkerGivesItsTasksToTheOneItGets() {
    String task = task();
    JsonNode made = plan(",\"taskIds\":%s".formatted(list(task)));
    assertThat(get("/tasks/" + task).get("worker").isNull()).isTrue();

    String worker = worker();
    JsonNode given =
        ok(
            client.put(
                "/routePlans/" + id(made),
                "{\"worker\":\"%s\",\"color\":\"0a0\"}".formatted(worker)));
    assertThat(given.path("color").textValue()).isEqualTo("0a0");
    assertThat(given.path("name").textValue()).isEqualTo("North");
    assertThat(get("/tasks/" + task).path("worker").textValue()).isEqualTo(worker);

    ok(client.put("/routePlans/" + id(made), "{\"worker\":null}"));
    assertThat(get("/tasks/" + task).get("worker").isNull()).isTrue();
    assertThat(get("/tasks/" + task).path("routePlan").textValue()).isEqualTo(id(made));
  }

  @Test
  void aPlanIsAsFarAsItsTasks() {
    String first = task();
    String second = task();
    String plan =
        id(
            ok(
                client.post(
                    "/routePlans",
                    "{\"name\":\"Late\",\"startTime\":1000,\"tasks\":%s}"
                        .formatted(list(first, second)))));
    JsonNode made = get("/routePlans/" + plan);
    assertThat(made.path("state").textValue()).isEqualTo("PENDING");
    assertThat(made.path("status").textValue()).isEqualTo("LATE");
    assertThat(made.get("actualStartTime").isNull()).isTrue();

    complete(first);
    JsonNode begun = get("/routePlans/" + plan);
    assertThat(begun.path("state").textValue()).isEqualTo("IN_PROGRESS");
    assertThat(begun.path("status").textValue()).isEqualTo("ON_TIME");
    assertThat(begun.path("taskStates").toString()).isEqualTo("[3,0]");
    assertThat(begun.path("actualStartTime"))
        .isEqualTo(get("/tasks/" + first).at("/completionDetails/time"));
    assertThat(begun.get("actualEndTime").isNull()).isTrue();
    assertError(client.put("/routePlans/" + plan, "{\"worker\":\"%s\"}".formatted(worker())), 1000);

    complete(second);
    JsonNode over = get("/routePlans/" + plan);
    assertThat(over.path("state").textValue()).isEqualTo("COMPLETED");
    assertThat(over.path("isOverdue").booleanValue()).isFalse();
    assertThat(over.path("actualStartTime")).isEqualTo(begun.path("actualStartTime"));
    assertThat(over.path("actualEndTime"))
        .isEqualTo(get("/tasks/" + second).at("/completionDetails/time"));
  }

  private void complete(String task) {
    assertThat(
            client
                .post("/tasks/" + task + "/complete", "{\"completionDetails\":{\"success\":true}}")
                .status())
        .isEqualTo(200);
  }

  @Test
  void aTaskIsOnOnePlanAtMost() {
    String task = task();
    plan(",\"tasks\":%s".formatted(list(task)));

    assertError(
        client.post(
            "/routePlans",
            "{\"name\":\"South\",\"startTime\":1,\"tasks\":%s}".formatted(list(task))),
        1000);
    assertThat(get("/routePlans")).hasSize(1);
  }

  @Test
  void twoWhoAddToAPlanAtOnceBothDo() throws Exception {
    String plan = id(plan(""));
    List<String> tasks = List.of(task(), task(), task(), task());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Reply>> adds = new ArrayList<>();
      tasks.forEach(
          task ->
              adds.add(
                  () ->
                      client.put(
                          "/routePlans/" + plan + "/tasks",
                          "{\"tasks\":%s}".formatted(list(task)))));
      for (Future<Reply> done : threads.invokeAll(adds)) {
        ok(done.get());
      }
    }
    assertThat(texts(get("/routePlans/" + plan).path("tasks")))
        .containsExactlyInAnyOrderElementsOf(tasks);
  }

  @Test
  void aTaskThatIsDeletedIsOffItsPlan() {
    String task = task();
    String plan = id(plan(",\"tasks\":%s".formatted(list(task))));

    assertThat(client.delete("/tasks/" + task).status()).isEqualTo(200);

    assertThat(get("/routePlans/" + plan).path("tasks")).isEmpty();
  }

  // onfleet 2 §10.1

  @Test
  void plansAreListedByWorkerTimesAndTasks() {
    String worker = worker();
    String one = id(plan(",\"worker\":\"%s\"".formatted(worker)));
    String other = id(plan(",\"tasks\":%s".formatted(list(task()))));

    assertThat(ids(get("/routePlans"))).containsExactly(one, other);
    assertThat(ids(get("/routePlans/all").path("routePlans"))).containsExactly(one, other);
    assertThat(ids(get("/routePlans?workerId=" + worker))).containsExactly(one);
    assertThat(ids(get("/routePlans?hasTasks=true"))).containsExactly(other);
    assertThat(ids(get("/routePlans?hasTasks=false"))).containsExactly(one);
    assertThat(get("/routePlans?limit=1")).hasSize(1);
    assertThat(get("/routePlans?startTimeFrom=4.1e%2B12")).isEmpty();
    assertThat(get("/routePlans?startTimeTo=4.1e%2B12")).hasSize(2);
    assertThat(get("/routePlans?createdTimeFrom=4.1e%2B12")).isEmpty();
    assertThat(get("/routePlans?createdTimeTo=4.1e%2B12&limit=500")).hasSize(2);
    assertError(client.get("/routePlans?limit=501"), 1000);

    // page by page, whatever else is asked and whether the last one is still there
    JsonNode first = get("/routePlans/all?limit=1");
    assertThat(ids(first.path("routePlans"))).containsExactly(one);
    assertThat(first.path("lastId").textValue()).isEqualTo(one);
    JsonNode second = get("/routePlans/all?limit=1&hasTasks=true&lastId=" + one);
    assertThat(ids(second.path("routePlans"))).containsExactly(other);
    assertThat(second.has("lastId")).isFalse();
    assertThat(ids(get("/routePlans?lastId=" + one))).containsExactly(other);
    assertThat(get("/routePlans?lastId=" + other)).isEmpty();
    assertThat(get("/routePlans?workerId=%s&lastId=%s".formatted(worker, one))).isEmpty();
    assertThat(client.delete("/routePlans/" + one).status()).isEqualTo(200);
    assertThat(ids(get("/routePlans?lastId=" + one))).containsExactly(other);
    assertError(client.get("/routePlans/all?lastId=" + UNKNOWN), 1000);
    assertError(client.get("/routePlans/all?lastId=odd"), 1005);
  }

  private static List<String> ids(JsonNode plans) {
    return plans.valueStream().map(RoutePlansContractTest::id).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":\"A\"}",
        "{\"startTime\":1}",
        "{\"name\":\"A\",\"startTime\":\"soon\"}",
        "{\"name\":\"A\",\"startTime\":1,\"startAt\":\"HUB\"}",
        "{\"name\":\"A\",\"startTime\":1,\"endAt\":\"HOME\"}",
        "{\"name\":\"A\",\"startTime\":1,\"color\":\"red\"}",
        "{\"name\":\"A\",\"startTime\":1,\"timezone\":\"Mars/Olympus\"}",
        "{\"name\":\"A\",\"startTime\":1,\"vehicleType\":\"BOAT\"}",
        "{\"name\":\"A\",\"startTime\":1,\"worker\":\"" + UNKNOWN + "\"}",
        "{\"name\":\"A\",\"startTime\":1,\"team\":\"" + UNKNOWN + "\"}",
        "{\"name\":\"A\",\"startTime\":1,\"tasks\":[\"" + UNKNOWN + "\"]}"
      })
  void aPlanThatIsNoneIsRefused(String body) {
    assertError(client.post("/routePlans", body), 1000);
    assertThat(get("/routePlans")).isEmpty();
  }

  @Test
  void timesThatDoNotGoTogetherAndTextsThatAreNoIdentifiersHaveNumbersOfTheirOwn() {
    assertError(client.post("/routePlans", "{\"name\":\"A\",\"startTime\":2,\"endTime\":1}"), 1009);
    assertError(
        client.post("/routePlans", "{\"name\":\"A\",\"startTime\":2,\"team\":\"odd\"}"), 1005);
    assertError(client.get("/routePlans/odd"), 1005);
    assertThat(client.get("/routePlans/" + UNKNOWN).status()).isEqualTo(404);
  }

  // onfleet 2 §11.2, onfleet 1 §8.11

  @Test
  void theManifestTellsADriverWhatToTakeAlong() {
    String worker = worker();
    String hub = hub();
    String task = task();
    plan(",\"worker\":\"%s\",\"tasks\":%s".formatted(worker, list(task)));

    JsonNode plain =
        get("/integrations/manifest/generate?hubId=%s&workerId=%s".formatted(hub, worker));
    assertThat(plain.propertyStream().map(Map.Entry::getKey))
        .containsExactly(
            "manifestDate",
            "departureTime",
            "driver",
            "vehicle",
            "hubAddress",
            "tasks",
            "turnByTurn",
            "totalDistance");
    assertThat(plain.path("driver").path("name").textValue()).isEqualTo("Ada");
    assertThat(plain.path("vehicle").path("type").textValue()).isEqualTo("TRUCK");
    assertThat(plain.path("vehicle").path("licensePlate").textValue()).isEqualTo("IL 7");
    assertThat(plain.path("hubAddress").textValue()).contains("12 Analytical Row, London");
    assertThat(plain.path("departureTime").longValue()).isEqualTo(4_000_000_000_000L);
    assertThat(plain.path("tasks")).hasSize(1);
    assertThat(plain.path("tasks").get(0)).isEqualTo(get("/tasks/" + task));
    assertThat(plain.path("turnByTurn")).isEmpty();
    assertThat(plain.get("totalDistance").isNull()).isTrue();

    JsonNode wrapped =
        ok(
            client.post(
                "/integrations/marketplace?startDate=1&endDate=2",
                """
                {"path":"providers/manifest/generate?hubId=%s&workerId=%s","method":"GET"}\
                """
                    .formatted(hub, worker)));
    assertThat(wrapped.path("manifestDate").longValue()).isEqualTo(1);
    assertThat(wrapped.path("tasks")).isEqualTo(plain.path("tasks"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"path\":\"providers/other\",\"method\":\"GET\"}",
        "{\"path\":\"providers/manifest/generate\",\"method\":\"GET\"}",
        "{\"path\":\"providers/manifest/generate?hubId=%zz&workerId=a\",\"method\":\"GET\"}",
        "{\"path\":\"providers/manifest/generate?hubId=a&workerId=b\",\"method\":\"POST\"}"
      })
  void whatIsNoManifestIsRefused(String body) {
    assertError(client.post("/integrations/marketplace", body), 1000);
  }

  private static void assertError(Reply reply, int number) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.json().path("message").path("error").intValue())
        .as(reply.text())
        .isEqualTo(number);
  }
}

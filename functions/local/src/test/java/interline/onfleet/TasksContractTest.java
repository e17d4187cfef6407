package interline.onfleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.Tenant;
import interline.local.TestServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks and containers: onfleet 2 §2 to §7, onfleet 1 §7.4 and §8.10. */
class TasksContractTest {

  private static final String PLACE =
      "{\"address\":{\"number\":\"12\",\"street\":\"Analytical Row\",\"city\":\"London\","
          + "\"country\":\"UK\"},\"location\":[-0.12,51.5]}";

  private static final AtomicInteger PHONES = new AtomicInteger();

  private final Tenant tenant = TestServer.tenant();
  private final Http client = Http.onfleet(tenant);
  private final Http fieldOpt = Http.fieldOpt(tenant);

  private JsonNode task(String more) {
    Reply made = client.post("/tasks", "{\"destination\":%s%s}".formatted(PLACE, more));
    assertThat(made.status()).as(made.text()).isEqualTo(200);
    return made.json();
  }

  private String id() {
    return id(task(""));
  }

  private static String id(JsonNode record) {
    return record.path("id").textValue();
  }

  private List<String> ids(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(id());
    }
    return ids;
  }

  private JsonNode get(String task) {
    Reply reply = client.get("/tasks/" + task);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  private String team() {
    return id(
        client.post("/teams", "{\"name\":\"T%d\"}".formatted(PHONES.incrementAndGet())).json());
  }

  private String worker(String team) {
    Reply made =
        client.post(
            "/workers",
            """
            {"name":"Ada","phone":"+1415555%04d","teams":["%s"]}\
            """
                .formatted(2000 + PHONES.incrementAndGet(), team));
    assertThat(made.status()).as(made.text()).isEqualTo(200);
    return id(made.json());
  }

  private String organization() {
    return id(client.get("/organization").json());
  }

  private JsonNode put(String container, String tasks) {
    Reply reply = client.put("/containers/" + container, "{\"tasks\":%s}".formatted(tasks));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  private static String list(List<String> ids) {
    return ids.stream().map(id -> "\"" + id + "\"").toList().toString();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.textValue()));
    return texts;
  }

  private static void assertRefused(Reply reply, int status, int number) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.json().at("/message/error").intValue()).isEqualTo(number);
  }

  // onfleet 2 §2.1, §4: the four figures of a forecast are not in the answer to a create
  @Test
  void aNewTaskIsInNobodysHands() {
    JsonNode task = task("");

    assertThat(id(task)).matches("[A-Za-z0-9*~]{24}");
    assertThat(task.path("shortId").textValue()).matches("[0-9a-f]{8}");
    assertThat(task.path("trackingURL").textValue())
        .isEqualTo("https://onf.lt/" + task.path("shortId").textValue());
    assertThat(task.path("state").intValue()).isZero();
    assertThat(task.get("worker").isNull()).isTrue();
    assertThat(task.path("container").toString())
        .isEqualTo("{\"type\":\"ORGANIZATION\",\"organization\":\"%s\"}".formatted(organization()));
    assertThat(task.path("dependencies").toString()).isEqualTo("[]");
    assertThat(task.path("recipients").toString()).isEqualTo("[]");
    assertThat(task.path("notes").textValue()).isEmpty();
    assertThat(task.path("quantity").toString()).isEqualTo("0");
    assertThat(task.at("/completionDetails/failureReason").textValue()).isEqualTo("NONE");
    assertThat(task.at("/completionDetails").has("success")).isFalse();
    assertThat(task.has("barcodes")).isFalse();
    assertThat(task.has("eta")).isFalse();
    assertThat(task.has("didAutoAssign")).isFalse();
    assertThat(task.at("/destination/location").toString()).isEqualTo("[-0.12,51.5]");

    JsonNode read = get(id(task));
    assertThat(read.get("eta").isNull()).isTrue();
    assertThat(read.get("estimatedCompletionTime").isNull()).isTrue();
    assertThat(client.get("/tasks/shortId/" + task.path("shortId").textValue()).json())
        .isEqualTo(read);
  }

  // onfleet 2 §4
  @Test
  void everyFieldOfANewTaskComesBack() {
    String first = id();
    JsonNode task =
        task(
            """
            ,"recipients":[{"name":"Boris Foster","phone":"+16505551133","notes":"ring"}],
            "completeAfter":4070908800000,"completeBefore":4070912400000,"pickupTask":true,
            "dependencies":["%s"],"notes":"Ring twice","quantity":2,
            "additionalQuantities":{"quantityB":1.5},"serviceTime":4,"recipientName":"Bo",
            "recipientSkipSMSNotifications":true,"requirements":{"signature":true},
            "barcodes":[{"data":"Zm9v"},{"blockCompletion":true}],"scanOnlyRequiredBarcodes":true,
            "appearance":{"triangleColor":2},
            "metadata":[{"name":"color","type":"string","value":"red"}]\
            """
                .formatted(first));

    assertThat(task.at("/recipients/0/phone").textValue()).isEqualTo("+16505551133");
    assertThat(task.path("completeAfter").longValue()).isEqualTo(4070908800000L);
    assertThat(task.path("completeBefore").longValue()).isEqualTo(4070912400000L);
    assertThat(task.path("pickupTask").booleanValue()).isTrue();
    assertThat(texts(task.path("dependencies"))).containsExactly(first);
    assertThat(task.path("notes").textValue()).isEqualTo("Ring twice");
    assertThat(task.path("quantity").toString()).isEqualTo("2");
    assertThat(task.path("additionalQuantities").toString())
        .isEqualTo("{\"quantityA\":0,\"quantityB\":1.5,\"quantityC\":0}");
    assertThat(task.path("serviceTime").toString()).isEqualTo("4");
    assertThat(task.at("/overrides/recipientName").textValue()).isEqualTo("Bo");
    assertThat(task.at("/overrides/recipientNotes").isNull()).isTrue();
    assertThat(task.at("/overrides/recipientSkipSMSNotifications").booleanValue()).isTrue();
    assertThat(task.path("barcodes").toString())
        .isEqualTo(
            "{\"required\":[{\"data\":\"Zm9v\",\"blockCompletion\":false},"
                + "{\"blockCompletion\":true}],\"captured\":[]}");
    assertThat(task.path("scanOnlyRequiredBarcodes").booleanValue()).isTrue();
    assertThat(task.at("/appearance/triangleColor").intValue()).isEqualTo(2);
    assertThat(task.has("requirements")).isFalse();
    assertThat(task.at("/metadata/0/value").textValue()).isEqualTo("red");

    // the phone is known now: the same recipient, not another one
    JsonNode again =
        task(",\"recipients\":[{\"name\":\"Boris F.\",\"phone\":\"+1 650 555 1133\"}]");
    assertThat(again.at("/recipients/0/id")).isEqualTo(task.at("/recipients/0/id"));
    assertThat(get(id(task)).at("/recipients/0/name").textValue()).isEqualTo("Boris F.");
    // onfleet 2 §5.8
    Reply found =
        client.post(
            "/tasks/metadata", "[{\"name\":\"color\",\"type\":\"string\",\"value\":\"red\"}]");
    assertThat(found.json()).hasSize(1);
    assertThat(found.json().get(0).path("id")).isEqualTo(task.path("id"));
  }

  // onfleet 2 §4: refused as a whole
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|1000",
        "{\"destination\":\"short\"}|1005",
        "{\"destination\":\"abcdefghijklmnopqrstuvwx\"}|1000",
        "{\"destination\":PLACE,\"dependencies\":[\"x\"]}|1005",
        "{\"destination\":PLACE,\"dependencies\":[\"abcdefghijklmnopqrstuvwx\"]}|1000",
        "{\"destination\":PLACE,\"completeAfter\":2000,\"completeBefore\":1000}|1009",
        "{\"destination\":PLACE,\"notes\":7}|1000",
        "{\"destination\":PLACE,\"merchant\":\"abcdefghijklmnopqrstuvwx\"}|1000",
        "{\"destination\":PLACE,\"appearance\":{\"triangleColor\":4}}|1000",
        "{\"destination\":PLACE,\"barcodes\":[{\"data\":\"!\"}]}|1000",
        "{\"destination\":PLACE,\"container\":{\"type\":\"HEAP\"}}|1000",
        "{\"destination\":PLACE,\"recipientName\":\"LONG\"}|1000",
        "{\"destination\":PLACE,\"recipientNotes\":\"LONG\"}|1000",
        "{\"destination\":PLACE,\"requirements\":{\"photo\":5}}|1000",
        "{\"destination\":PLACE,\"barcodes\":[MANY]}|1000",
      })
  void whatNoTaskCanBeIsRefused(String body, int number) {
    String whole =
        body.replace("PLACE", PLACE)
            .replace("LONG", "x".repeat(10_001))
            .replace("MANY", String.join(",", Collections.nCopies(101, "{}")));
    assertRefused(client.post("/tasks", whole), 400, number);
  }

  // onfleet 2 §5.1
  @Test
  void anUnknownTaskIsNotFoundAndAMalformedIdentifierIsRefused() {
    assertRefused(client.get("/tasks/abcdefghijklmnopqrstuvwx"), 404, 1402);
    assertRefused(client.get("/tasks/undefined"), 400, 1005);
    assertRefused(client.get("/tasks/shortId/00000000"), 404, 1402);
    assertRefused(client.get("/tasks/" + organization()), 404, 1402);
  }

  // onfleet 2 §5.4: only what is sent changes
  @Test
  void anUpdateChangesWhatItSays() {
    JsonNode task = task(",\"notes\":\"a\",\"quantity\":3,\"completeBefore\":4070912400000");

    JsonNode updated =
        client
            .put(
                "/tasks/" + id(task), "{\"notes\":\"b\",\"completeBefore\":null,\"recipients\":[]}")
            .json();

    assertThat(updated.path("notes").textValue()).isEqualTo("b");
    assertThat(updated.path("quantity").intValue()).isEqualTo(3);
    assertThat(updated.get("completeBefore").isNull()).isTrue();
    assertThat(updated.get("eta").isNull()).isTrue();
    assertThat(get(id(task))).isEqualTo(updated);
  }

  // onfleet 2 §6.4: cycles are refused
  @Test
  void noTaskComesBeforeItself() {
    String a = id();
    String b = id(task(",\"dependencies\":[\"%s\"]".formatted(a)));
    String c = id(task(",\"dependencies\":[\"%s\"]".formatted(b)));

    assertRefused(client.put("/tasks/" + a, "{\"dependencies\":[\"%s\"]}".formatted(c)), 400, 1000);
    assertRefused(client.put("/tasks/" + a, "{\"dependencies\":[\"%s\"]}".formatted(a)), 400, 1000);
    assertThat(get(a).path("dependencies")).isEmpty();
    // §5.5: a removed task is in nobody's dependencies
    assertThat(client.delete("/tasks/" + b).status()).isEqualTo(200);
    assertThat(get(c).path("dependencies")).isEmpty();
    assertThat(client.put("/tasks/" + a, "{\"dependencies\":[\"%s\"]}".formatted(c)).status())
        .isEqualTo(200);
  }

  // onfleet 2 §5.5
  @Test
  void aRemovedTaskIsGone() {
    String task = id();
    Reply removed = client.delete("/tasks/" + task);

    assertThat(removed.status()).isEqualTo(200);
    assertThat(removed.text()).isEmpty();
    assertRefused(client.get("/tasks/" + task), 404, 1402);
    assertRefused(client.delete("/tasks/" + task), 404, 1402);
    assertThat(
            texts(client.get("/containers/organizations/" + organization()).json().path("tasks")))
        .doesNotContain(task);
  }

  // onfleet 2 §5.6, §3
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTaskIsCompletedFromOutside(boolean success) {
    String task = id();
    Reply done =
        client.post(
            "/tasks/" + task + "/complete",
            "{\"completionDetails\":{\"success\":%s,\"notes\":\"left\"}}".formatted(success));

    assertThat(done.status()).isEqualTo(200);
    assertThat(done.text()).isEmpty();
    JsonNode read = get(task);
    assertThat(read.path("state").intValue()).isEqualTo(3);
    assertThat(read.has("container")).isFalse();
    assertThat(read.at("/completionDetails/success").booleanValue()).isEqualTo(success);
    assertThat(read.at("/completionDetails/notes").textValue()).isEqualTo("left");
    assertThat(read.at("/completionDetails/time").isIntegralNumber()).isTrue();
    // §3, §15: ended tasks keep what they say, but for metadata
    assertRefused(client.put("/tasks/" + task, "{\"notes\":\"x\"}"), 400, 1002);
    assertThat(
            client
                .put(
                    "/tasks/" + task,
                    "{\"metadata\":[{\"name\":\"a\",\"type\":\"number\",\"value\":1}]}")
                .status())
        .isEqualTo(200);
    assertRefused(client.delete("/tasks/" + task), 400, 1900);
    assertRefused(
        client.post("/tasks/" + task + "/complete", "{\"completionDetails\":{\"success\":true}}"),
        400,
        1900);
    assertRefused(client.post("/tasks/" + task + "/complete", "{}"), 400, 1000);
    assertRefused(
        client.post(
            "/tasks/" + id() + "/complete",
            "{\"completionDetails\":{\"success\":true,\"notes\":\"%s\"}}"
                .formatted("x".repeat(10_001))),
        400,
        1000);
  }

  // onfleet 2 §5.7: with options around or without
  @ParameterizedTest
  @ValueSource(strings = {"{\"options\":%s}", "%s"})
  void aCloneIsANewTaskThatKnowsItsSource(String layout) {
    JsonNode task =
        task(
            ",\"notes\":\"n\",\"quantity\":2,\"completeAfter\":1000,\"completeBefore\":4070912400000,"
                + "\"metadata\":[{\"name\":\"a\",\"type\":\"number\",\"value\":1}],"
                + "\"barcodes\":[],\"recipients\":[{\"name\":\"Eve\",\"phone\":\"+16505551144\"}]");
    JsonNode plain = client.post("/tasks/" + id(task) + "/clone", "null").json();
    JsonNode full =
        client
            .post(
                "/tasks/" + id(task) + "/clone",
                layout.formatted(
                    "{\"includeMetadata\":true,\"includeBarcodes\":true,\"overrides\":{\"notes\":\"m\"}}"))
            .json();

    assertThat(id(plain)).isNotEqualTo(id(task));
    assertThat(plain.path("sourceTaskId")).isEqualTo(task.path("id"));
    assertThat(plain.path("notes").textValue()).isEqualTo("n");
    assertThat(plain.path("quantity").intValue()).isEqualTo(2);
    assertThat(plain.get("completeAfter").isNull()).isTrue();
    assertThat(plain.path("completeBefore").longValue()).isEqualTo(4070912400000L);
    assertThat(plain.path("metadata")).isEmpty();
    assertThat(plain.has("barcodes")).isFalse();
    assertThat(plain.has("eta")).isFalse();
    assertThat(plain.at("/destination/id")).isNotEqualTo(task.at("/destination/id"));
    assertThat(plain.at("/destination/location")).isEqualTo(task.at("/destination/location"));
    assertThat(plain.at("/recipients/0/id")).isEqualTo(task.at("/recipients/0/id"));
    assertThat(full.path("notes").textValue()).isEqualTo("m");
    assertThat(full.path("metadata")).hasSize(1);
    assertThat(full.has("barcodes")).isTrue();
  }

  // onfleet 2 §7
  @Test
  void tasksMoveBetweenContainersAndKeepTheirOrder() {
    String team = team();
    String worker = worker(team);
    List<String> t = ids(5);

    JsonNode container =
        put(
            "workers/" + worker,
            "[-1,%s]".formatted(list(t.subList(0, 3)).replaceAll("[\\[\\]]", "")));
    assertThat(container.path("type").textValue()).isEqualTo("WORKER");
    assertThat(container.path("worker").textValue()).isEqualTo(worker);
    assertThat(container.get("activeTask").isNull()).isTrue();
    assertThat(texts(container.path("tasks"))).containsExactly(t.get(0), t.get(1), t.get(2));
    assertThat(get(t.get(0)).path("state").intValue()).isEqualTo(1);
    assertThat(get(t.get(0)).path("worker").textValue()).isEqualTo(worker);
    assertThat(get(t.get(0)).at("/container/type").textValue()).isEqualTo("WORKER");

    assertThat(texts(put("workers/" + worker, "[0,\"%s\"]".formatted(t.get(3))).path("tasks")))
        .containsExactly(t.get(3), t.get(0), t.get(1), t.get(2));
    assertThat(
            texts(
                put("workers/" + worker, "[1,\"%s\",\"%s\"]".formatted(t.get(4), t.get(3)))
                    .path("tasks")))
        .containsExactly(t.get(0), t.get(4), t.get(3), t.get(1), t.get(2));
    assertThat(texts(put("workers/" + worker, list(List.of(t.get(2), t.get(0)))).path("tasks")))
        .containsExactly(t.get(2), t.get(0));
    assertThat(get(t.get(4)).path("state").intValue()).isZero();
    assertThat(
            texts(client.get("/containers/organizations/" + organization()).json().path("tasks")))
        .containsExactly(t.get(4), t.get(3), t.get(1));

    // the names of the seed's client
    assertThat(texts(put("team/" + team, "[-1,\"%s\"]".formatted(t.get(0))).path("tasks")))
        .containsExactly(t.get(0));
    assertThat(get(t.get(0)).path("container").toString())
        .isEqualTo("{\"type\":\"TEAM\",\"team\":\"%s\"}".formatted(team));
    assertThat(texts(put(worker, "[]").path("tasks"))).isEmpty();
    assertRefused(client.delete("/teams/" + team), 400, 1000);
  }

  // onfleet 2 §7.1, §7.2
  @Test
  void whatNoContainerTakesIsRefused() {
    String worker = worker(team());
    String task = id();
    assertRefused(client.get("/containers/workers/undefined"), 400, 1000);
    assertRefused(client.get("/containers/workers/abcdefghijklmnopqrstuvwx"), 404, 1402);
    assertRefused(
        client.put(
            "/containers/organizations/" + organization(), "{\"tasks\":[\"%s\"]}".formatted(task)),
        400,
        1000);
    String path = "/containers/workers/" + worker;
    assertRefused(client.put(path, "{\"tasks\":[-2,\"%s\"]}".formatted(task)), 400, 1000);
    assertRefused(client.put(path, "{\"tasks\":[0,\"abcdefghijklmnopqrstuvwx\"]}"), 400, 1000);
    assertRefused(
        client.put(path, "{\"tasks\":[0,\"%s\",\"%s\"]}".formatted(task, task)), 400, 1000);
    assertRefused(client.put(path, "{}"), 400, 1000);
    client.post("/tasks/" + task + "/complete", "{\"completionDetails\":{\"success\":true}}");
    assertRefused(client.put(path, "{\"tasks\":[0,\"%s\"]}".formatted(task)), 400, 1000);
  }

  // onfleet 2 §7.2
  @Test
  void theFamilyComesAlong() {
    String worker = worker(team());
    String first = id();
    String second = id(task(",\"dependencies\":[\"%s\"]".formatted(first)));
    String third = id(task(",\"dependencies\":[\"%s\"]".formatted(second)));

    Reply moved =
        client.put(
            "/containers/workers/" + worker,
            "{\"tasks\":[-1,\"%s\"],\"considerDependencies\":true}".formatted(second));

    assertThat(texts(moved.json().path("tasks"))).containsExactly(first, second, third);
  }

  // onfleet 2 §5.2
  @Test
  void theListIsReadPageByPage() {
    List<String> all = ids(70);
    client.post("/tasks/" + all.get(1) + "/complete", "{\"completionDetails\":{\"success\":true}}");

    JsonNode first = client.get("/tasks/all?from=1.5e%2B12").json();
    assertThat(first.path("tasks")).hasSize(64);
    String last = first.path("lastId").textValue();
    assertThat(last).matches("[A-Za-z0-9*~]{24}");
    // tap-onfleet changes from while it goes on
    JsonNode second = client.get("/tasks/all?from=1600000000000.0&lastId=" + last).json();
    assertThat(second.has("lastId")).isFalse();
    List<String> read = new ArrayList<>();
    first.path("tasks").forEach(task -> read.add(id(task)));
    second.path("tasks").forEach(task -> read.add(id(task)));
    assertThat(read).containsExactlyInAnyOrderElementsOf(all);

    assertThat(client.get("/tasks/all?from=1&state=3").json().path("tasks")).hasSize(1);
    for (String none :
        List.of(
            "from=1&to=2", "from=2&to=1", "from=8640000000000000", "from=1&to=-8640000000000000")) {
      assertThat(client.get("/tasks/all?" + none).json().toString()).isEqualTo("{\"tasks\":[]}");
    }
    assertThat(client.get("/tasks/all?from=1&to=2&lastId=" + last).json().toString())
        .isEqualTo("{\"tasks\":[]}");
    assertRefused(client.get("/tasks/all"), 400, 1900);
    assertRefused(client.get("/tasks/all?from=1&state=1.5"), 400, 1000);
    assertRefused(client.get("/tasks/all?from=1&containers=odd"), 400, 1005);
    String container = id(client.get("/containers/organizations/" + organization()).json());
    assertThat(client.get("/tasks/all?from=1&containers=" + container).json().path("tasks"))
        .hasSize(64);
  }

  // onfleet 2 §5.2, onfleet 1 §7.4, §8.10
  @Test
  void tasksAreListedByWorkerTeamTimesAndDependencies() {
    String team = team();
    String worker = worker(team);
    String hers =
        id(task(",\"container\":{\"type\":\"WORKER\",\"worker\":\"%s\"}".formatted(worker)));
    String theirs =
        id(
            task(
                ",\"container\":{\"type\":\"TEAM\",\"team\":\"%s\"},\"pickupTask\":true"
                    .formatted(team)));
    String late =
        id(
            task(
                ",\"completeAfter\":5000,\"completeBefore\":9000,\"dependencies\":[\"%s\"]"
                    .formatted(hers)));

    assertThat(listed("/tasks/all?from=1&worker=" + worker)).containsExactly(hers);
    assertThat(listed("/tasks/all?from=1&completeBeforeBefore=9001")).containsExactly(late);
    assertThat(listed("/tasks/all?from=1&completeBeforeBefore=9000")).isEmpty();
    assertThat(listed("/tasks/all?from=1&completeAfterAfter=4999")).containsExactly(late);
    assertThat(listed("/tasks/all?from=1&dependencies=[" + hers + "%20" + theirs + "]"))
        .containsExactly(late);
    assertThat(listed("/workers/" + worker + "/tasks")).containsExactly(hers);
    assertThat(listed("/teams/" + team + "/tasks")).containsExactly(theirs);
    assertThat(listed("/teams/" + team + "/tasks?isPickupTask=true")).containsExactly(theirs);
    assertThat(listed("/teams/" + team + "/tasks?isPickupTask=null")).containsExactly(theirs);
    assertThat(listed("/teams/" + team + "/tasks?isPickUpTask=false")).isEmpty();
    assertThat(listed("/workers/" + worker + "/tasks?isPickUpTask=true")).isEmpty();
  }

  private List<String> listed(String path) {
    Reply reply = client.get(path.replace("[", "%5B").replace("]", "%5D"));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    List<String> ids = new ArrayList<>();
    reply.json().path("tasks").forEach(task -> ids.add(id(task)));
    return ids;
  }

  // onfleet 2 §3: FieldOpt is what moves a task through its states
  @Test
  void fieldOptsJobsAndOnfleetsTasksAreTheSame() {
    long technician =
        fieldOpt
            .post("/technicians/", "{\"name\":\"Ella\",\"phone\":\"555-0102\",\"skills\":[]}")
            .json()
            .path("id")
            .longValue();
    long job =
        fieldOpt
            .post(
                "/jobs/",
                "{\"type\":\"install\",\"customer\":\"Acme\",\"address\":\"1 Main St\","
                    + "\"scheduled_date\":\"2026-04-15\",\"time_slot\":\"08:00-12:00\"}")
            .json()
            .path("id")
            .longValue();
    JsonNode task = client.get("/tasks/all?from=1").json().at("/tasks/0");
    assertThat(task.path("state").intValue()).isZero();
    assertThat(task.at("/recipients/0/name").textValue()).isEqualTo("Acme");
    assertThat(task.at("/destination/id").textValue()).matches("[A-Za-z0-9*~]{24}");

    fieldOpt.post(
        "/assignments/", "{\"job_id\":%d,\"technician_id\":%d}".formatted(job, technician));
    task = get(id(task));
    assertThat(task.path("state").intValue()).isEqualTo(1);
    String worker = task.path("worker").textValue();
    fieldOpt.post("/jobs/" + job + "/start", "");
    assertThat(get(id(task)).path("state").intValue()).isEqualTo(2);
    assertThat(get(id(task)).at("/completionDetails/events/0/name").textValue()).isEqualTo("start");
    JsonNode container = client.get("/containers/workers/" + worker).json();
    assertThat(container.path("activeTask")).isEqualTo(task.path("id"));
    assertThat(container.path("tasks")).isEmpty();
    JsonNode busy = client.get("/workers/" + worker).json();
    assertThat(busy.path("activeTask")).isEqualTo(task.path("id"));
    assertThat(busy.path("tasks")).isEmpty();
    // §3: notes and metadata are all that may change now
    assertThat(client.put("/tasks/" + id(task), "{\"notes\":\"hurry\"}").status()).isEqualTo(200);
    assertRefused(client.put("/tasks/" + id(task), "{\"quantity\":2}"), 400, 1002);
    assertRefused(client.delete("/tasks/" + id(task)), 400, 1900);
    assertRefused(
        client.put("/containers/workers/" + worker, "{\"tasks\":[0,\"%s\"]}".formatted(id(task))),
        400,
        1000);
    fieldOpt.post("/jobs/" + job + "/complete", "");
    task = get(id(task));
    assertThat(task.path("state").intValue()).isEqualTo(3);
    assertThat(task.at("/completionDetails/success").booleanValue()).isTrue();
    assertThat(task.path("worker").textValue()).isEqualTo(worker);
    assertThat(client.get("/containers/workers/" + worker).json().get("activeTask").isNull())
        .isTrue();

    // and the other way: what was made here is a job there, and assigned there
    String made = id();
    JsonNode jobs = fieldOpt.get("/jobs/?status=pending").json();
    assertThat(jobs).hasSize(1);
    assertThat(
            fieldOpt
                .post(
                    "/assignments/",
                    "{\"job_id\":%d,\"technician_id\":%d}"
                        .formatted(jobs.get(0).path("id").longValue(), technician))
                .status())
        .isEqualTo(201);
    assertThat(get(made).path("worker").textValue()).isEqualTo(worker);
    assertThat(texts(client.get("/containers/workers/" + worker).json().path("tasks")))
        .containsExactly(made);
  }

  // onfleet 2 §4.1, §6.6
  @Test
  void tasksGoToTheNearestWorkerOnDuty() {
    long near = technicianAt(51.51);
    long far = technicianAt(52.5);
    JsonNode nobody = task(",\"autoAssign\":{\"mode\":\"distance\",\"maxAssignedTaskCount\":0}");
    assertThat(nobody.path("didAutoAssign").booleanValue()).isFalse();
    assertThat(nobody.path("state").intValue()).isZero();

    JsonNode one = task(",\"autoAssign\":{\"mode\":\"distance\"}");
    assertThat(one.path("didAutoAssign").booleanValue()).isTrue();
    assertThat(one.path("state").intValue()).isEqualTo(1);
    String nearest = one.path("worker").textValue();
    assertThat(fieldOpt.get("/assignments/technician/" + near).json()).hasSize(1);

    Reply several =
        client.post(
            "/tasks/autoAssign",
            "{\"tasks\":[\"%s\"],\"options\":{\"mode\":\"load\",\"excludedWorkerIds\":[\"%s\"]}}"
                .formatted(id(nobody), nearest));
    assertThat(several.json().path("assignedTasksCount").intValue()).isEqualTo(1);
    assertThat(several.json().path("assignedTasks").has(id(nobody))).isTrue();
    assertThat(fieldOpt.get("/assignments/technician/" + far).json()).hasSize(1);

    // a family goes to one worker, and is told as a whole
    String before = id();
    String after = id(task(",\"dependencies\":[\"%s\"]".formatted(before)));
    Reply family =
        client.post(
            "/tasks/autoAssign",
            """
            {"tasks":["%1$s","%2$s"],"options":{"mode":"load","considerDependencies":true,
             "restrictAutoAssignmentToTeam":false,"excludedWorkerIds":true}}\
            """
                .formatted(after, before));
    assertThat(family.json().toString())
        .isEqualTo(
            "{\"assignedTasksCount\":2,\"assignedTasks\":{\"%1$s\":\"%3$s\",\"%2$s\":\"%3$s\"}}"
                .formatted(before, after, nearest));
    assertRefused(
        client.post(
            "/tasks",
            "{\"destination\":%s,\"autoAssign\":{\"mode\":\"load\"},\"container\":{\"type\":\"ORGANIZATION\"}}"
                .formatted(PLACE)),
        400,
        1000);
  }

  private long technicianAt(double latitude) {
    long technician =
        fieldOpt
            .post("/technicians/", "{\"name\":\"Ella\",\"phone\":\"555-0102\",\"skills\":[]}")
            .json()
            .path("id")
            .longValue();
    fieldOpt.patch(
        "/technicians/" + technician + "/location",
        "{\"latitude\":%s,\"longitude\":-0.12}".formatted(latitude));
    return technician;
  }

  // onfleet 1 §5: nobody sees the tasks of another organization
  @Test
  void anotherOrganizationsTasksAreNotFound() {
    String task = id();
    Http other = Http.onfleet(TestServer.tenant());

    assertRefused(other.get("/tasks/" + task), 404, 1402);
    assertThat(other.get("/tasks/all?from=1").json().path("tasks")).isEmpty();
  }
}

package interline.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import interline.fleet.Address;
import interline.fleet.BulkJobs;
import interline.fleet.Caller;
import interline.fleet.Dialect;
import interline.fleet.Geocoder;
import interline.fleet.Hub;
import interline.fleet.Hubs;
import interline.fleet.Kind;
import interline.fleet.Location;
import interline.fleet.OrganizationId;
import interline.fleet.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every sample event goes through Lambda's own serialization and its function, and succeeds: on a
 * server as it is just after its start, with what the samples are about in its fleet.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class EventsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path EVENTS = Path.of("../../events");

  /** Stands in the samples of the dialect whose callers first ask for a token. */
  private static final String TOKEN = "TOKEN";

  private static final String JOB = "3f0e2c9a-5b7d-4c1e-9a64-8d2b7f31c0e5";

  private final LocalServer server =
      LocalServer.start(
          TestServer.options()
              .withParameters(Map.of("FieldOptOpen", "true"))
              .withOnStart(Demo::prepare));

  @BeforeAll
  void aFleetToTalkAbout() {
    Store store = TestServer.store(server.stack());
    Http client = new Http(server.uri().resolve("/api/v1"), Map.of());
    client.post("/technicians/", "{\"name\":\"Ella\",\"skills\":[\"install\"]}");
    client.post("/jobs/", "{\"type\":\"install\",\"customer\":\"Acme\",\"address\":\"1 Main St\"}");
    String row =
        """
        {"name":"Van","primary_meter_unit":"mi","vehicle_type_id":3,"vehicle_status_id":1}\
        """;
    Caller demo = new Caller(new OrganizationId(1), "demo");
    Geocoder.Place depot =
        Geocoder.Place.at(Address.of("1 Main St"), new Location(45.5122, -122.6587));
    store.commit(demo, Hubs.create(new Hub.Draft("Depot", depot, List.of())));
    store.commit(demo, BulkJobs.open(JOB, Dialect.FLEETIO, "vehicle", "create", List.of(row)));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  static List<Path> events() throws IOException {
    try (Stream<Path> files = Files.list(EVENTS)) {
      return files.sorted(Comparator.comparing(EventsTest::order)).toList();
    }
  }

  /** The job of bulk.json makes the vehicle that vehicles.json asks for. */
  private static String order(Path event) {
    return (event.endsWith("bulk.json") ? "0" : "1") + event.getFileName();
  }

  @ParameterizedTest
  @MethodSource("events")
  void isAnsweredByItsFunction(Path event) throws IOException {
    Outcome outcome = server.invoke(function(event), sample(event));

    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    JsonNode answer = JSON.readTree(((Outcome.Answered) outcome).json());
    if (event.endsWith("bulk.json")) {
      assertThat(answer.path("batchItemFailures")).isEmpty();
      assertThat(
              TestServer.store(server.stack())
                  .snapshot(new Caller(new OrganizationId(1), "demo"))
                  .get(Kind.BULK_JOB.id(JOB))
                  .completed())
          .isPresent();
    } else {
      assertThat(answer.path("statusCode").intValue()).as(answer.toString()).isBetween(200, 201);
    }
  }

  /** Tokens are made for the run: some name a server, others are good for a day only. */
  private String sample(Path event) throws IOException {
    String mail = "demo@interline.example";
    String text =
        Files.readString(event)
            .replace(Http.csrf(mail, LocalDate.parse("2026-11-22")), Http.csrf(mail));
    return text.contains(TOKEN)
        ? text.replace(TOKEN, Http.trimbleToken(server, "demo-trimble-key"))
        : text;
  }

  /** {@code bulk-api-jobs.json} is for BulkApiJobsFunction. */
  private static String function(Path event) {
    StringBuilder name = new StringBuilder();
    for (String word : event.getFileName().toString().replace(".json", "").split("-", -1)) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.append("Function").toString();
  }
}

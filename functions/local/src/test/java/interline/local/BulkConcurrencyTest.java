package interline.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Vehicle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Many bulk jobs at a time. */
@Isolated
class BulkConcurrencyTest {

  private static final int JOBS = 25;
  private static final int ROWS = 100;

  @Test
  void twentyFiveJobsOfAHundredRowsAreWorkedOffTenAtATime() throws Exception {
    try (LocalServer server = LocalServer.start(TestServer.apart())) {
      Tenant tenant = Tenant.create(TestServer.store(server.stack()));
      Http client = Http.fleetio(server, tenant);

      List<String> jobs =
          IntStream.range(0, JOBS)
              .parallel()
              .mapToObj(job -> client.post("/bulk_api_jobs", body(job)))
              .peek(reply -> assertThat(reply.status()).as(reply.text()).isEqualTo(201))
              .map(reply -> reply.json().path("id").textValue())
              .toList();
      List<JsonNode> done = new ArrayList<>();
      for (String job : jobs) {
        done.add(complete(client, job));
      }

      assertThat(server.inWork("BulkFunction").peak()).isEqualTo(10);
      assertThat(done)
          .allSatisfy(
              job -> {
                assertThat(job.path("completed_count").intValue()).isEqualTo(ROWS);
                assertThat(job.path("failed_count").intValue()).isZero();
              });
      List<Vehicle> vehicles =
          TestServer.store(server.stack())
              .snapshot(tenant.caller())
              .all(new Listing.Everything<>(Kind.VEHICLE));
      assertThat(vehicles).hasSize(JOBS * ROWS);
      assertThat(new HashSet<>(vehicles.stream().map(Vehicle::name).toList())).hasSize(JOBS * ROWS);
    }
  }

  private static String body(int job) {
    String rows =
        IntStream.range(0, ROWS)
            .mapToObj(
                row ->
                    """
                    {"name":"Van %d-%d","primary_meter_unit":"mi","vehicle_type_id":3,\
                    "vehicle_status_id":1}\
                    """
                        .formatted(job, row))
            .collect(Collectors.joining(","));
    return "{\"resource\":\"vehicle\",\"operation\":\"create\",\"records\":[" + rows + "]}";
  }

  private static JsonNode complete(Http client, String job) throws InterruptedException {
    Instant deadline = Instant.now().plus(Duration.ofMinutes(3));
    while (Instant.now().isBefore(deadline)) {
      Http.Reply reply = client.get("/bulk_api_jobs/" + job);
      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
      if (reply.json().path("state").asText().equals("complete")) {
        return reply.json();
      }
      Thread.sleep(100);
    }
    throw new AssertionError("Job " + job + " was not worked off in time");
  }
}

package interline.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Meter;
import interline.fleet.MeterEntry;
import interline.fleet.Snapshot;
import interline.fleet.Vehicle;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Ten thousand readings in a hundred bulk jobs that all write about the same vehicles. */
@Isolated
class MeterBulkConcurrencyTest {

  private static final int JOBS = 100;
  private static final int ROWS = 100;
  private static final int VEHICLES = 100;
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  @Test
  void tenThousandReadingsEndInOrderTenJobsAtATime() throws Exception {
    try (LocalServer server = LocalServer.start(TestServer.apart())) {
      Tenant tenant = Tenant.create(TestServer.store(server.stack()));
      Http client = Http.fleetio(server, tenant);
      List<Long> vehicles =
          complete(client, client.post("/bulk_api_jobs", vehicles()).json())
              .path("successful_record_ids")
              .valueStream()
              .map(JsonNode::longValue)
              .toList();
      assertThat(vehicles).hasSize(VEHICLES);

      List<JsonNode> jobs =
          IntStream.range(0, JOBS)
              .mapToObj(job -> client.post("/bulk_api_jobs", readings(job, vehicles)).json())
              .toList();
      int succeeded = 0;
      int failed = 0;
      for (JsonNode job : jobs) {
        JsonNode done = complete(client, job);
        succeeded += done.path("completed_count").intValue();
        failed += done.path("failed_count").intValue();
      }

      assertThat(server.inWork("BulkFunction").peak()).isEqualTo(10);
      // Every reading fits but the last of each job, which no meter shows.
      assertThat(succeeded).isEqualTo(JOBS * (ROWS - 1));
      assertThat(failed).isEqualTo(JOBS);
      Snapshot fleet = TestServer.store(server.stack()).snapshot(tenant.caller());
      Map<Long, List<MeterEntry>> entries =
          fleet.all(new Listing.Everything<>(Kind.METER_ENTRY)).stream()
              .collect(Collectors.groupingBy(MeterEntry::vehicle));
      assertThat(entries.values().stream().mapToInt(List::size).sum()).isEqualTo(succeeded);
      entries.forEach(
          (vehicle, all) -> assertInOrder(fleet.get(Kind.VEHICLE.number(vehicle)), all, fleet));
    }
  }

  private static void assertInOrder(Vehicle vehicle, List<MeterEntry> all, Snapshot fleet) {
    List<MeterEntry> ordered =
        all.stream()
            .sorted(Comparator.comparing(MeterEntry::date).thenComparing(MeterEntry::value))
            .toList();
    assertThat(ordered).isSortedAccordingTo(Comparator.comparing(MeterEntry::value));
    assertThat(vehicle.primaryMeter())
        .isEqualTo(
            fleet.lastReadings(vehicle.number(), Meter.PRIMARY, Optional.empty(), 1).stream()
                .findFirst()
                .map(MeterEntry.Mark::reading));
    assertThat(vehicle.primaryMeter().map(Vehicle.Reading::value))
        .contains(ordered.getLast().value());
  }

  private static String vehicles() {
    return job(
        "vehicle",
        IntStream.range(0, VEHICLES)
            .mapToObj(
                i ->
                    """
                    {"name":"Van %d","primary_meter_unit":"mi","vehicle_type_id":3,\
                    "vehicle_status_id":1}\
                    """
                        .formatted(i)));
  }

  /** One reading of each vehicle on the day of the job; the last row can be in no order. */
  private static String readings(int job, List<Long> vehicles) {
    return job(
        "meter_entry",
        IntStream.range(0, ROWS)
            .mapToObj(
                row ->
                    """
                    {"vehicle_id":%d,"date":"%s","value":%d}\
                    """
                        .formatted(
                            vehicles.get((row + job) % VEHICLES),
                            FIRST.plusDays(job),
                            row == ROWS - 1 ? -1 : 1000 + 10 * job)));
  }

  private static String job(String resource, Stream<String> rows) {
    return "{\"resource\":\"%s\",\"operation\":\"create\",\"records\":[%s]}"
        .formatted(resource, rows.collect(Collectors.joining(",")));
  }

  private static JsonNode complete(Http client, JsonNode job) throws InterruptedException {
    String id = job.path("id").textValue();
    Instant deadline = Instant.now().plus(Duration.ofMinutes(5));
    List<String> seen = new ArrayList<>();
    while (Instant.now().isBefore(deadline)) {
      JsonNode now = client.get("/bulk_api_jobs/" + id).json();
      if (now.path("state").asText().equals("complete")) {
        return now;
      }
      seen.add(now.path("state").asText());
      Thread.sleep(100);
    }
    throw new AssertionError("Job " + id + " was not worked off in time: " + seen.getLast());
  }
}

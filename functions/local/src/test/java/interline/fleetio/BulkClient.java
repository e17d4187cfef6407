package interline.fleetio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Organization;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.Tenant;
import interline.local.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A Fleetio client with a fleet of its own that works through bulk jobs. */
record BulkClient(Tenant tenant, Http http) {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration BETWEEN_POLLS = Duration.ofMillis(20);

  static BulkClient create() {
    return of(TestServer.tenant());
  }

  /** One that may make so many calls in a minute. */
  static BulkClient limited(int callsPerMinute) {
    return of(TestServer.tenant(new Organization.Limits(1, callsPerMinute)));
  }

  private static BulkClient of(Tenant tenant) {
    return new BulkClient(tenant, Http.fleetio(tenant));
  }

  /** Posts a job of records that are JSON each. */
  Reply post(String resource, String operation, String... records) {
    return http.post(
        "/bulk_api_jobs",
        "{\"resource\":\"%s\",\"operation\":\"%s\",\"records\":[%s]}"
            .formatted(resource, operation, String.join(",", records)));
  }

  /** A job about vehicles, as it is when it has been worked off. */
  JsonNode done(String operation, String... records) {
    Reply reply = post("vehicle", operation, records);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return done(reply.json().path("id").textValue());
  }

  /** The job as it is when it has been worked off. */
  JsonNode done(String id) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      Reply reply = http.get("/bulk_api_jobs/" + id);
      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
      JsonNode job = reply.json();
      if (List.of("complete", "failed").contains(job.path("state").asText())) {
        return job;
      }
      pause();
    }
    throw new AssertionError("Job " + id + " was not worked off within " + PATIENCE);
  }

  /** The numbers of vehicles that have just these names. */
  List<Long> vehicles(String... names) {
    JsonNode job =
        done("create", List.of(names).stream().map(BulkClient::van).toArray(String[]::new));
    return job.path("successful_records").valueStream().map(r -> r.path("id").longValue()).toList();
  }

  JsonNode vehicle(long number) {
    return http.get("/vehicles/" + number).json();
  }

  /** A record that makes a van; more members may follow the name. */
  static String van(String name, String... more) {
    return """
    {"name":"%s","primary_meter_unit":"mi","vehicle_type_name":"Van","vehicle_status_name":"Active"%s}\
    """
        .formatted(name, more.length == 0 ? "" : "," + String.join(",", more));
  }

  /** A record that changes the vehicle that is identified so. */
  static String change(String attribute, Object value, String changes) {
    return """
    {"identifier_field_name":"%s","identifier_field_value":"%s",%s}\
    """
        .formatted(attribute, value, changes);
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_POLLS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

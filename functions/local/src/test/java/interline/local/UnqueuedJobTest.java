package interline.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import interline.bulk.BulkFunction;
import interline.fleet.BulkJob;
import interline.fleet.BulkQueue;
import interline.fleet.Dialect;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.OrganizationId;
import interline.fleet.Store;
import interline.fleet.Vehicle;
import interline.fleetio.BulkApiJobsFunction;
import interline.gateway.Json;
import interline.gateway.Wiring;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the sender of a bulk job is told when the queue does not take it, or does not say so. */
class UnqueuedJobTest {

  private static final String JOB =
      """
      {"resource":"vehicle","operation":"create","records":[
        {"name":"Van 1","primary_meter_unit":"mi","vehicle_type_id":3,"vehicle_status_id":1}]}
      """;

  private final Store store = TestServer.store();
  private final Tenant tenant = TestServer.tenant();
  private final UUID id = UUID.randomUUID();

  // fleetio §3.2: the POST enqueues
  @Test
  void aJobThatTheQueueRefusesIsNotDoneNowOrLater() {
    APIGatewayV2HTTPResponse refused =
        post(
            (_, _) -> {
              throw new IllegalStateException("The queue is away");
            });

    assertThat(refused.getStatusCode()).as(refused.getBody()).isEqualTo(503);
    assertThat(refused.getHeaders()).containsEntry("Retry-After", "1");
    assertThat(Json.read(refused.getBody()))
        .hasToString(
            "{\"status\":503,\"title\":\"Service Unavailable\",\"detail\":\"The job could not be"
                + " queued. Nothing of it is done, now or later; send it again.\","
                + "\"instance\":\"/api/v1/bulk_api_jobs\"}");
    deliver(tenant.id(), id.toString());
    assertThat(job().state(Instant.now())).isEqualTo(BulkJob.State.FAILED);
    assertThat(job().reason(Instant.now())).hasValue("It could not be queued");
    assertThat(vehicles()).isEmpty();
  }

  @Test
  void aJobWhoseMessageArrivedAllTheSameIsDone() {
    APIGatewayV2HTTPResponse taken =
        post(
            (organization, job) -> {
              deliver(organization, job);
              throw new IllegalStateException("The queue's answer was lost");
            });

    assertThat(taken.getStatusCode()).as(taken.getBody()).isEqualTo(201);
    assertThat(Json.read(taken.getBody()).path("state").textValue()).isEqualTo("pending");
    assertThat(job().state(Instant.now())).isEqualTo(BulkJob.State.COMPLETE);
    assertThat(vehicles()).extracting(Vehicle::name).containsExactly("Van 1");
  }

  private APIGatewayV2HTTPResponse post(BulkQueue queue) {
    String path = "/api/v1/bulk_api_jobs";
    APIGatewayV2HTTPEvent event =
        APIGatewayV2HTTPEvent.builder()
            .withRawPath(path)
            .withRequestContext(
                RequestContext.builder()
                    .withHttp(
                        RequestContext.Http.builder().withMethod("POST").withPath(path).build())
                    .build())
            .withHeaders(
                Map.of(
                    "authorization",
                    "Token " + tenant.key(Dialect.FLEETIO),
                    "account-token",
                    tenant.organization().accountToken()))
            .withBody(JOB)
            .build();
    Wiring wiring =
        new Wiring(Map.of(), () -> store, () -> queue, Clock.systemUTC(), () -> "secret", () -> id);
    return new BulkApiJobsFunction(wiring).handleRequest(event, new SilentContext());
  }

  private void deliver(OrganizationId organization, String job) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(job);
    message.setBody("{\"organization\":%s,\"job\":\"%s\"}".formatted(organization, job));
    message.setAttributes(Map.of("ApproximateReceiveCount", "1"));
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(message));
    assertThat(
            new BulkFunction(store, 5, Duration.ofMinutes(1), _ -> {}, (_, _) -> {})
                .handleRequest(event, new SilentContext())
                .getBatchItemFailures())
        .isEmpty();
  }

  private BulkJob job() {
    return store.snapshot(tenant.caller()).get(Kind.BULK_JOB.id(id.toString()));
  }

  private List<Vehicle> vehicles() {
    return store.snapshot(tenant.caller()).all(new Listing.Everything<>(Kind.VEHICLE));
  }
}

package interline.bulk;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import interline.fleet.BulkDialect;
import interline.fleet.Dialect;
import interline.fleet.Geocoder;
import interline.fleet.OrganizationId;
import interline.fleet.Store;
import interline.fleet.StoreProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * Takes jobs from the bulk queue. A message is {@code {"organization": number, "job": "id"}}.
 *
 * <p>Environment, beside that of the store: {@code BULK_RECEIVES}, how often the queue delivers a
 * message before it gives it up; {@code BULK_VISIBILITY}, the seconds between two deliveries;
 * {@code GEOCODER}, who looks up addresses.
 */
public final class BulkFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final BulkWorker worker;
  private final int receives;

  public BulkFunction() {
    this(System.getenv());
  }

  public BulkFunction(Map<String, String> environment) {
    this(ServiceLoader.load(StoreProvider.class).findFirst().orElseThrow(), environment);
  }

  private BulkFunction(StoreProvider provider, Map<String, String> environment) {
    this(
        provider.store(environment),
        provider.geocoder(environment),
        Integer.parseInt(environment.getOrDefault("BULK_RECEIVES", "5")),
        Duration.ofSeconds(Long.parseLong(environment.getOrDefault("BULK_VISIBILITY", "720"))));
  }

  /**
   * A function over a store.
   *
   * @param receives how often the queue delivers a message before it gives it up
   * @param visibility the time between two deliveries
   */
  public BulkFunction(Store store, int receives, Duration visibility) {
    this(store, Geocoder.NONE, receives, visibility);
  }

  private BulkFunction(Store store, Geocoder geocoder, int receives, Duration visibility) {
    this.worker = new BulkWorker(store, dialects(), () -> geocoder, visibility);
    this.receives = receives;
  }

  private static Map<Dialect, BulkDialect> dialects() {
    Map<Dialect, BulkDialect> dialects = new EnumMap<>(Dialect.class);
    ServiceLoader.load(BulkDialect.class).forEach(found -> dialects.put(found.dialect(), found));
    return dialects;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    List<BatchItemFailure> failures = new ArrayList<>();
    for (SQSMessage message : event.getRecords()) {
      try {
        work(message);
      } catch (JsonProcessingException | RuntimeException fault) {
        context.getLogger().log("Message " + message.getMessageId() + " stays: " + fault + "\n");
        failures.add(new BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }

  private void work(SQSMessage message) throws JsonProcessingException {
    JsonNode body = JSON.readTree(message.getBody());
    JsonNode organization = body.path("organization");
    JsonNode job = body.path("job");
    if (!organization.isIntegralNumber() || !job.isTextual()) {
      throw new IllegalArgumentException("Not a message about a bulk job");
    }
    worker.work(
        new OrganizationId(organization.longValue()),
        job.textValue(),
        delivery(message) >= receives);
  }

  /** Which delivery of the message this is, from 1. */
  private static int delivery(SQSMessage message) {
    Map<String, String> attributes = message.getAttributes();
    return attributes == null
        ? 1
        : Integer.parseInt(attributes.getOrDefault("ApproximateReceiveCount", "1"));
  }
}

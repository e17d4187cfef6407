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
import interline.fleet.BulkQueue;
import interline.fleet.Dialect;
import interline.fleet.Failure;
import interline.fleet.Geocoder;
import interline.fleet.OrganizationId;
import interline.fleet.Store;
import interline.fleet.StoreProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Takes jobs from the bulk queue. A message is {@code {"organization": number, "job": "id"}}.
 *
 * <p>Environment, beside that of the store: {@code BULK_RECEIVES}, how often the queue delivers a
 * message before it gives it up; {@code BULK_VISIBILITY}, the seconds between two deliveries;
 * {@code GEOCODER}, who looks up addresses; {@code BULK_QUEUE_URL}, where the rest of a job goes
 * for which there is no time.
 */
public final class BulkFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What passes after the first, second and third fault of one delivery. */
  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(10));

  /** Neither another row nor another try is begun in the last of a function's time. */
  private static final Duration RESERVE = Duration.ofSeconds(10);

  private final BulkWorker worker;
  private final int receives;
  private final Consumer<Duration> pause;
  private final Supplier<BulkQueue> queue;

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
        Duration.ofSeconds(Long.parseLong(environment.getOrDefault("BULK_VISIBILITY", "720"))),
        BulkFunction::sleep,
        () -> provider.bulkQueue(environment));
  }

  /**
   * A function over a store.
   *
   * @param receives how often the queue delivers a message before it gives it up
   * @param visibility the time between two deliveries
   * @param pause how the time between two tries of one delivery passes
   * @param queue where the rest of a job goes for which there is no time
   */
  public BulkFunction(
      Store store, int receives, Duration visibility, Consumer<Duration> pause, BulkQueue queue) {
    this(store, Geocoder.NONE, receives, visibility, pause, () -> queue);
  }

  private BulkFunction(
      Store store,
      Geocoder geocoder,
      int receives,
      Duration visibility,
      Consumer<Duration> pause,
      Supplier<BulkQueue> queue) {
    this.worker = new BulkWorker(store, dialects(), () -> geocoder, visibility);
    this.receives = receives;
    this.pause = pause;
    this.queue = queue;
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
        work(message, context);
      } catch (JsonProcessingException | RuntimeException fault) {
        context.getLogger().log("Message " + message.getMessageId() + " stays: " + fault + "\n");
        failures.add(new BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }

  private void work(SQSMessage message, Context context) throws JsonProcessingException {
    JsonNode body = JSON.readTree(message.getBody());
    JsonNode organization = body.path("organization");
    JsonNode job = body.path("job");
    if (!organization.isIntegralNumber() || !job.isTextual()) {
      throw new IllegalArgumentException("Not a message about a bulk job");
    }
    BulkWorker.Delivery delivery =
        new BulkWorker.Delivery(
            new OrganizationId(organization.longValue()),
            job.textValue(),
            deliveries(message) >= receives);
    work(delivery, PAUSES.iterator(), context);
  }

  /** Tries again by itself what may be over soon: the queue would wait for a worker that died. */
  private void work(BulkWorker.Delivery delivery, Iterator<Duration> pauses, Context context) {
    try {
      if (!worker.work(delivery, () -> left(context).isPositive())) {
        queue.get().send(delivery.organization(), delivery.job());
        worker.sentOn(delivery); // behind the message: without one, the deadline has to stand
      }
    } catch (Failure.NotFound unknown) {
      throw unknown;
    } catch (RuntimeException fault) {
      Duration left = left(context);
      Duration next = pauses.hasNext() ? pauses.next() : left;
      if (next.compareTo(left) >= 0) {
        worker.giveUp(delivery);
        throw fault;
      }
      context.getLogger().log("Job " + delivery.job() + " once more: " + fault + "\n");
      pause.accept(next);
      work(delivery, pauses, context);
    }
  }

  private static Duration left(Context context) {
    return Duration.ofMillis(context.getRemainingTimeInMillis()).minus(RESERVE);
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted between two tries", e);
    }
  }

  /** Which delivery of the message this is, from 1. */
  private static int deliveries(SQSMessage message) {
    Map<String, String> attributes = message.getAttributes();
    return attributes == null
        ? 1
        : Integer.parseInt(attributes.getOrDefault("ApproximateReceiveCount", "1"));
  }
}

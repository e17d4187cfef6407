package interline.local;

import static org.assertj.core.api.Assertions.assertThat;

import interline.fleet.BulkJob;
import interline.fleet.BulkJobs;
import interline.fleet.Dialect;
import interline.fleet.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What cannot be worked off ends in the dead letters, and its job says why. */
class DeadLetterTest {

  private final LocalServer server =
      LocalServer.start(TestServer.options().withParameters(Map.of("BulkReceives", "2")));
  private final Store store = TestServer.store(server.stack());
  private final Tenant tenant = Tenant.create(store);

  @BeforeEach
  void shortVisibility() {
    String queue = server.queueUrl("BulkQueue");
    server
        .stack()
        .sqs()
        .setQueueAttributes(
            r -> r.queueUrl(queue).attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "1")));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aMessageThatNobodyUnderstandsEndsInTheDeadLetters() {
    send("not JSON");

    assertThat(takeDead().body()).isEqualTo("not JSON");
    assertThat(server.inWork("BulkFunction").total()).isEqualTo(2);
  }

  @Test
  void aJobThatNobodyCanWorkOffFailsWithItsReasonAndItsMessageEndsInTheDeadLetters() {
    String job = UUID.randomUUID().toString();
    store.commit(
        tenant.caller(), BulkJobs.open(job, Dialect.TRIMBLE, "vehicle", "create", List.of("{}")));
    String message = "{\"organization\":%s,\"job\":\"%s\"}".formatted(tenant.id(), job);

    send(message);

    assertThat(takeDead().body()).isEqualTo(message);
    BulkJob failed = store.snapshot(tenant.caller()).progress(job).orElseThrow().job();
    assertThat(failed.state(Instant.now())).isEqualTo(BulkJob.State.FAILED);
    assertThat(failed.reason(Instant.now())).contains("The rows could not be worked off");
    assertThat(server.inWork("BulkFunction").total()).isEqualTo(2);
  }

  private void send(String body) {
    String queue = server.queueUrl("BulkQueue");
    server.stack().sqs().sendMessage(r -> r.queueUrl(queue).messageBody(body));
  }

  /** Polls in short steps: a message that ElasticMQ moves does not end a long poll. */
  private Message takeDead() {
    String queue = server.queueUrl("BulkDeadLetters");
    return Stream.generate(
            () -> server.stack().sqs().receiveMessage(r -> r.queueUrl(queue).waitTimeSeconds(1)))
        .limit(30)
        .flatMap(received -> received.messages().stream())
        .findFirst()
        .orElseThrow();
  }
}

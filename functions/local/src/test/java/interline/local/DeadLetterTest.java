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
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What cannot be worked off ends in the dead letters, and its job says why. */
class DeadLetterTest {

  private final LocalServer server =
      LocalServer.start(
          TestServer.options()
              .withParameters(Map.of("BulkReceives", "2"))
              .withOnStart(DeadLetterTest::showFailedMessagesSoon));
  private final Store store = TestServer.store(server.stack());
  private final Tenant tenant = Tenant.create(store);

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
  void aJobThatNobodyCanWorkOffFailsWithItsReasonAndItsMessageEndsInTheDeadLetters()
      throws InterruptedException {
    String job = UUID.randomUUID().toString();
    store.commit(
        tenant.caller(), BulkJobs.open(job, Dialect.TRIMBLE, "vehicle", "create", List.of("{}")));
    String message = "{\"organization\":%s,\"job\":\"%s\"}".formatted(tenant.id(), job);

    send(message);

    assertThat(takeDead().body()).isEqualTo(message);
    BulkJob failed = failed(job);
    assertThat(failed.reason(Instant.now())).contains("The rows could not be worked off");
    assertThat(server.inWork("BulkFunction").total()).isEqualTo(2);
  }

  /** Before the first message is asked for: a poll under way keeps to what it began with. */
  private static void showFailedMessagesSoon(Stack stack) {
    Map<QueueAttributeName, String> soon = Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "1");
    stack.sqs().setQueueAttributes(r -> r.queueUrl(stack.queueUrl("BulkQueue")).attributes(soon));
  }

  private void send(String body) {
    String queue = server.queueUrl("BulkQueue");
    server.stack().sqs().sendMessage(r -> r.queueUrl(queue).messageBody(body));
  }

  /** A slow worker may still be at it when the queue has given its message up. */
  private BulkJob failed(String id) throws InterruptedException {
    Instant deadline = Instant.now().plusSeconds(30);
    while (Instant.now().isBefore(deadline)) {
      BulkJob job = store.snapshot(tenant.caller()).progress(id).orElseThrow().job();
      if (job.state(Instant.now()) == BulkJob.State.FAILED) {
        return job;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("Job " + id + " did not fail in time");
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

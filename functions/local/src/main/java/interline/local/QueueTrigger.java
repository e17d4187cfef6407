package interline.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import interline.local.Template.QueueSource;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Carries the messages of a queue to a function, as an event source mapping does: a batch at a
 * time, so many batches at once, and what succeeded is deleted. What failed stays hidden until the
 * queue shows it again, or moves it to the dead-letter queue.
 */
final class QueueTrigger implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A long poll ends as soon as there is a message; this only bounds how long closing may take. */
  private static final int POLL_SECONDS = 2;

  private static final Duration AFTER_A_FAILED_POLL = Duration.ofMillis(500);

  private final QueueSource source;
  private final String queueUrl;
  private final String queueArn;
  private final SqsClient sqs;
  private final Function<String, Outcome> function;
  private final Semaphore permits;
  private final Thread poller;
  private volatile boolean closed;

  private QueueTrigger(QueueSource source, Stack stack, Function<String, Outcome> function) {
    this.source = source;
    this.queueUrl = stack.queueUrl(source.queue());
    this.queueArn = stack.queueArn(source.queue());
    this.sqs = stack.sqs();
    this.function = function;
    this.permits = new Semaphore(source.maximumConcurrency());
    this.poller = Thread.ofVirtual().name("poll-" + source.queue()).unstarted(this::poll);
  }

  static QueueTrigger start(QueueSource source, Stack stack, Function<String, Outcome> function) {
    var trigger = new QueueTrigger(source, stack, function);
    trigger.poller.start();
    return trigger;
  }

  /** Takes no more messages. Those in work come back when their time is up, as after a crash. */
  @Override
  public void close() {
    closed = true;
    poller.interrupt();
  }

  private void poll() {
    try {
      while (!closed) {
        permits.acquire();
        List<Message> messages = receive();
        if (messages.isEmpty()) {
          permits.release();
        } else {
          Thread.ofVirtual().start(() -> work(messages));
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Message> receive() throws InterruptedException {
    try {
      return sqs.receiveMessage(
              r ->
                  r.queueUrl(queueUrl)
                      .maxNumberOfMessages(source.batchSize())
                      .waitTimeSeconds(POLL_SECONDS)
                      .messageAttributeNames(List.of("All"))
                      .messageSystemAttributeNames(List.of(MessageSystemAttributeName.ALL)))
          .messages();
    } catch (SdkException | IllegalStateException e) {
      report(e);
      Thread.sleep(AFTER_A_FAILED_POLL);
      return List.of();
    }
  }

  private void work(List<Message> messages) {
    try {
      Set<String> failed =
          switch (function.apply(QueueEvent.of(messages, queueArn).toString())) {
            case Outcome.Failed _ -> all(messages);
            case Outcome.Answered(String json) ->
                source.reportsItemFailures() ? failures(json, messages) : Set.of();
          };
      delete(messages.stream().filter(message -> !failed.contains(message.messageId())).toList());
    } catch (SdkException | IllegalStateException e) {
      report(e);
    } finally {
      permits.release();
    }
  }

  /** The failures that an answer names; all, if it cannot be understood. */
  private static Set<String> failures(String json, List<Message> messages) {
    try {
      var failures = new HashSet<String>();
      for (JsonNode item : JSON.readTree(json).path("batchItemFailures")) {
        failures.add(item.path("itemIdentifier").asText(""));
      }
      return all(messages).containsAll(failures) ? failures : all(messages);
    } catch (JsonProcessingException _) {
      return all(messages);
    }
  }

  private static Set<String> all(List<Message> messages) {
    var ids = new HashSet<String>();
    messages.forEach(message -> ids.add(message.messageId()));
    return ids;
  }

  private void delete(List<Message> messages) {
    if (messages.isEmpty()) {
      return;
    }
    var entries =
        messages.stream()
            .map(
                message ->
                    DeleteMessageBatchRequestEntry.builder()
                        .id(message.messageId())
                        .receiptHandle(message.receiptHandle())
                        .build())
            .toList();
    sqs.deleteMessageBatch(r -> r.queueUrl(queueUrl).entries(entries));
  }

  private void report(RuntimeException e) {
    if (!closed) {
      System.err.println(
          source.queue() + ": " + Optional.ofNullable(e.getMessage()).orElse(e.toString()));
    }
  }
}

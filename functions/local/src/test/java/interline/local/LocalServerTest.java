package interline.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

class LocalServerTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aRouteReachesItsFunctionWithItsEnvironment() throws Exception {
    try (LocalServer server = LocalServer.start(SharedEmulators.tiny())) {
      HttpResponse<String> answer = get(server, "/things/7");

      assertThat(answer.statusCode()).isEqualTo(201);
      assertThat(answer.body())
          .isEqualTo(
              "ANY /things/{proxy+} hello, us-east-1 %s EchoFunction true"
                  .formatted(server.tableName("Things")));
      assertThat(get(server, "/things").headers().firstValue("x-instance"))
          .isEqualTo(answer.headers().firstValue("x-instance"));
      assertThat(get(server, "/things?throw").statusCode()).isEqualTo(500);
      assertThat(get(server, "/things?hang").statusCode()).isEqualTo(500);
      assertThat(server.inWork("EchoFunction").peak()).isEqualTo(1);
    }
  }

  @Test
  void tablesAndQueuesAreAsTheTemplateSays() {
    try (LocalServer server = LocalServer.start(SharedEmulators.tiny())) {
      Stack stack = server.stack();
      String name = server.tableName("Things");
      TableDescription table = stack.dynamoDb().describeTable(r -> r.tableName(name)).table();
      assertThat(table.keySchema())
          .extracting(key -> key.attributeName())
          .containsExactly("pk", "sk");
      assertThat(table.globalSecondaryIndexes())
          .singleElement()
          .returns("byTime", index -> index.indexName());
      assertThat(table.streamSpecification()).as("nobody reads it").isNull();
      assertThat(
              stack
                  .dynamoDb()
                  .describeTimeToLive(r -> r.tableName(name))
                  .timeToLiveDescription()
                  .attributeName())
          .isEqualTo("expires");
      Map<QueueAttributeName, String> queue =
          stack
              .sqs()
              .getQueueAttributes(
                  r ->
                      r.queueUrl(server.queueUrl("WorkQueue"))
                          .attributeNames(List.of(QueueAttributeName.ALL)))
              .attributes();
      assertThat(queue)
          .containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "30")
          .containsEntry(QueueAttributeName.QUEUE_ARN, stack.queueArn("WorkQueue"));
      assertThat(queue.get(QueueAttributeName.REDRIVE_POLICY))
          .contains(stack.queueArn("DeadLetters"));
    }
  }

  @Test
  void aSecondStartFindsWhatTheFirstMade() {
    LocalOptions options = SharedEmulators.tiny();
    try (LocalServer first = LocalServer.start(options)) {
      first
          .stack()
          .dynamoDb()
          .putItem(
              r ->
                  r.tableName(first.tableName("Things"))
                      .item(Map.of("pk", text("a"), "sk", text("b"))));
    }
    try (LocalServer second =
        LocalServer.start(options.withParameters(Map.of("VisibilitySeconds", "40")))) {
      assertThat(
              second
                  .stack()
                  .dynamoDb()
                  .getItem(
                      r ->
                          r.tableName(second.tableName("Things"))
                              .key(Map.of("pk", text("a"), "sk", text("b"))))
                  .hasItem())
          .isTrue();
      assertThat(
              second
                  .stack()
                  .sqs()
                  .getQueueAttributes(
                      r ->
                          r.queueUrl(second.queueUrl("WorkQueue"))
                              .attributeNames(List.of(QueueAttributeName.VISIBILITY_TIMEOUT)))
                  .attributes())
          .containsValue("40");
    }
  }

  @Test
  void startHooksSeeTheTableBeforeAnyRequest() {
    var seen = new LinkedBlockingQueue<String>();
    LocalOptions options =
        SharedEmulators.tiny()
            .withOnStart(
                stack ->
                    seen.add(
                        stack
                            .dynamoDb()
                            .describeTable(r -> r.tableName(stack.tableName("Things")))
                            .table()
                            .tableStatusAsString()));

    try (LocalServer _ = LocalServer.start(options)) {
      assertThat(seen).containsExactly("ACTIVE");
    }
  }

  @Test
  void messagesBecomeEventsAsLambdaMakesThem() throws Exception {
    var events = new LinkedBlockingQueue<String>();
    LocalOptions options = SharedEmulators.tiny().withInterceptor(recording(events));
    try (LocalServer server = LocalServer.start(options)) {
      var attribute = MessageAttributeValue.builder().dataType("String").stringValue("v").build();
      server
          .stack()
          .sqs()
          .sendMessage(
              r ->
                  r.queueUrl(server.queueUrl("WorkQueue"))
                      .messageBody("hello")
                      .messageGroupId("org-1")
                      .messageAttributes(Map.of("k", attribute)));

      JsonNode record = JSON.readTree(take(events)).path("Records").path(0);
      assertThat(record.path("body").asText()).isEqualTo("hello");
      assertThat(record.path("md5OfBody").asText()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
      assertThat(record.path("messageId").asText()).isNotEmpty();
      assertThat(record.path("receiptHandle").asText()).isNotEmpty();
      assertThat(record.path("eventSource").asText()).isEqualTo("aws:sqs");
      assertThat(record.path("eventSourceARN").asText())
          .isEqualTo(server.stack().queueArn("WorkQueue"))
          .startsWith("arn:aws:sqs:us-east-1:000000000000:");
      assertThat(record.path("awsRegion").asText()).isEqualTo("us-east-1");
      assertThat(record.path("attributes").path("ApproximateReceiveCount").asText()).isEqualTo("1");
      assertThat(record.path("attributes").path("MessageGroupId").asText()).isEqualTo("org-1");
      assertThat(record.path("attributes").has("SentTimestamp")).isTrue();
      assertThat(record.path("attributes").has("SenderId")).isTrue();
      assertThat(record.path("attributes").has("ApproximateFirstReceiveTimestamp")).isTrue();
      assertThat(record.path("messageAttributes").path("k").path("stringValue").asText())
          .isEqualTo("v");
      assertThat(record.path("messageAttributes").path("k").path("dataType").asText())
          .isEqualTo("String");
    }
  }

  @Test
  void neverMoreInvocationsAtATimeThanTheTemplateAllows() throws Exception {
    var full = new CountDownLatch(3);
    var open = new CountDownLatch(1);
    var done = new CountDownLatch(8);
    Interceptor gate =
        (_, event, next) -> {
          full.countDown();
          open.await(20, SECONDS);
          done.countDown();
          return next.handle(event);
        };
    LocalOptions options = SharedEmulators.tiny().withInterceptor(gate);
    try (LocalServer server = LocalServer.start(options)) {
      for (int i = 0; i < 16; i++) {
        send(server, "work " + i);
      }
      assertThat(full.await(20, SECONDS)).isTrue();
      assertThat(server.inWork("WorkFunction").now()).isEqualTo(3);
      open.countDown();

      assertThat(done.await(20, SECONDS)).isTrue();
      assertThat(server.inWork("WorkFunction").peak()).isEqualTo(3);
    }
  }

  @Test
  void onlyTheFailedMessagesOfABatchComeBackAndEndInTheDeadLetterQueue() throws Exception {
    var events = new LinkedBlockingQueue<String>();
    LocalOptions options =
        SharedEmulators.tiny()
            .withParameters(Map.of("VisibilitySeconds", "1"))
            .withInterceptor(recording(events));
    try (LocalServer server = LocalServer.start(options)) {
      var batch =
          List.of(
              SendMessageBatchRequestEntry.builder().id("1").messageBody("fine").build(),
              SendMessageBatchRequestEntry.builder().id("2").messageBody("fail").build());
      server
          .stack()
          .sqs()
          .sendMessageBatch(r -> r.queueUrl(server.queueUrl("WorkQueue")).entries(batch));

      Message dead = takeDead(server);

      assertThat(dead.body()).isEqualTo("fail");
      assertThat(events.stream().mapToInt(event -> count(event, "\"body\":\"fine\"")).sum())
          .isEqualTo(1);
      assertThat(events.stream().mapToInt(event -> count(event, "\"body\":\"fail\"")).sum())
          .isEqualTo(2);
    }
  }

  @Test
  void aFunctionThatThrowsLeavesItsMessagesToTheQueue() throws Exception {
    LocalOptions options = SharedEmulators.tiny().withParameters(Map.of("VisibilitySeconds", "1"));
    try (LocalServer server = LocalServer.start(options)) {
      send(server, "throw");

      assertThat(takeDead(server).body()).isEqualTo("throw");
      assertThat(server.inWork("WorkFunction").total()).isEqualTo(2);
    }
  }

  @Test
  void withoutTriggersMessagesStayInTheirQueue() {
    try (LocalServer server = LocalServer.start(SharedEmulators.tiny().withoutTriggers())) {
      send(server, "work");

      String queue = server.queueUrl("WorkQueue");
      assertThat(server.stack().sqs().receiveMessage(r -> r.queueUrl(queue)).messages())
          .singleElement()
          .returns("work", Message::body);
    }
  }

  @Test
  void functionsCanBeInvokedByName() {
    try (LocalServer server = LocalServer.start(SharedEmulators.tiny())) {
      assertThat(
              server.invoke(
                  "WorkFunction", "{\"Records\":[{\"messageId\":\"m\",\"body\":\"fail\"}]}"))
          .isEqualTo(new Outcome.Answered("{\"batchItemFailures\":[{\"itemIdentifier\":\"m\"}]}"));
    }
  }

  private static Interceptor recording(BlockingQueue<String> events) {
    return (_, event, next) -> {
      events.add(event);
      return next.handle(event);
    };
  }

  private static int count(String event, String part) {
    return event.split(Pattern.quote(part), -1).length - 1;
  }

  private static String take(BlockingQueue<String> events) throws InterruptedException {
    String event = events.poll(20, SECONDS);
    assertThat(event).isNotNull();
    return String.valueOf(event);
  }

  /** Polls in short steps: a message that ElasticMQ moves does not end a long poll. */
  private static Message takeDead(LocalServer server) {
    return Stream.generate(
            () ->
                server
                    .stack()
                    .sqs()
                    .receiveMessage(
                        r -> r.queueUrl(server.queueUrl("DeadLetters")).waitTimeSeconds(1)))
        .limit(30)
        .flatMap(received -> received.messages().stream())
        .findFirst()
        .orElseThrow();
  }

  private static void send(LocalServer server, String body) {
    server
        .stack()
        .sqs()
        .sendMessage(r -> r.queueUrl(server.queueUrl("WorkQueue")).messageBody(body));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.builder().s(value).build();
  }

  private static HttpResponse<String> get(LocalServer server, String path) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(server.uri().resolve(path)).build(), BodyHandlers.ofString());
    }
  }
}

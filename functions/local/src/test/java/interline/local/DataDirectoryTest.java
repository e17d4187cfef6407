package interline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * One test: ElasticMQ's connection pool is one per JVM, so two directories cannot be open at once.
 */
class DataDirectoryTest {
  private static final Map<String, AttributeValue> ITEM =
      Map.of(
          "pk", AttributeValue.builder().s("a").build(),
          "sk", AttributeValue.builder().s("b").build());

  private static final MessageAttributeValue ATTRIBUTE =
      MessageAttributeValue.builder().dataType("String").stringValue("v").build();

  @TempDir Path directory;

  @Test
  void itemsAndMessagesAreThereAfterARestart() {
    LocalOptions options =
        LocalOptions.of(SharedEmulators.tinyTemplate()).withData(directory.resolve("data"));
    try (LocalServer first = LocalServer.start(options)) {
      Stack stack = first.stack();
      stack.dynamoDb().putItem(r -> r.tableName(first.tableName("Things")).item(ITEM));
      stack
          .sqs()
          .sendMessage(
              r ->
                  r.queueUrl(first.queueUrl("DeadLetters"))
                      .messageBody("kept, größer")
                      .messageGroupId("org-1")
                      .messageAttributes(Map.of("k", ATTRIBUTE)));

      assertThatThrownBy(() -> LocalServer.start(options))
          .isInstanceOf(StartFailure.class)
          .hasMessageEndingWith("is in use by this process already");
    }

    for (int restart = 0; restart < 2; restart++) {
      try (LocalServer again = LocalServer.start(options)) {
        assertThat(
                again
                    .stack()
                    .dynamoDb()
                    .getItem(r -> r.tableName(again.tableName("Things")).key(ITEM))
                    .item())
            .isEqualTo(ITEM);
        assertThat(
                again
                    .stack()
                    .sqs()
                    .receiveMessage(
                        r ->
                            r.queueUrl(again.queueUrl("DeadLetters"))
                                .visibilityTimeout(0)
                                .messageAttributeNames("All"))
                    .messages())
            .singleElement()
            .returns("kept, größer", message -> message.body())
            .returns(Map.of("k", ATTRIBUTE), message -> message.messageAttributes());
      }
    }
  }
}

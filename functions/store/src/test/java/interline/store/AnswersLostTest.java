package interline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A transaction was written and the connection broke before the answer came: the SDK sends it
 * again, under the token of the first time, and it is not written twice. Always with DynamoDB
 * Local: ministack takes the same bytes for another request.
 */
final class AnswersLostTest {

  @Test
  void dayEndsAlikeThoughEverySecondAnswerIsLost() {
    Losing nothing = new Losing(Integer.MAX_VALUE);
    Losing everySecond = new Losing(2);

    Day plain = play(nothing);
    Day day = play(everySecond);

    assertThat(everySecond.lost.get()).isGreaterThan(15);
    assertThat(day.answers()).isEqualTo(plain.answers());
    assertThat(day.contents()).isEqualTo(plain.contents());
  }

  private record Day(List<Object> answers, Map<String, Map<String, AttributeValue>> contents) {}

  private static Day play(SdkHttpClient http) {
    try (DynamoDbClient client =
            DynamoDbClient.builder()
                .httpClient(http)
                .endpointOverride(Emulator.local())
                .region(Region.US_EAST_1)
                .credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .build();
        TestTable table = TestTable.through(client)) {
      return new Day(Scenario.play(table.store()), table.contents());
    }
  }

  /** Loses answers to transactions that DynamoDB has written. */
  private static final class Losing implements SdkHttpClient {

    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final int every;

    Losing(int every) {
      this.every = every;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      ExecutableHttpRequest prepared = http.prepareRequest(request);
      boolean transaction =
          request
              .httpRequest()
              .firstMatchingHeader("X-Amz-Target")
              .filter(target -> target.endsWith(".TransactWriteItems"))
              .isPresent();
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() throws IOException {
          HttpExecuteResponse response = prepared.call();
          if (transaction
              && response.httpResponse().isSuccessful()
              && written.incrementAndGet() % every == 0) {
            lost.incrementAndGet();
            throw new IOException("Connection reset");
          }
          return response;
        }

        @Override
        public void abort() {
          prepared.abort();
        }
      };
    }

    @Override
    public void close() {
      http.close();
    }
  }
}

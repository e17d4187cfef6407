package interline.store;

import interline.fleet.BulkQueue;
import interline.fleet.Geocoder;
import interline.fleet.Store;
import interline.fleet.StoreProvider;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Opens table and queue from a function's environment:
 *
 * <ul>
 *   <li>{@code TABLE_NAME}, {@code BULK_QUEUE_URL}: where they are
 *   <li>{@code NUMBER_BLOCK}: how many numbers are leased at a time; 100 if empty
 *   <li>{@code GEOCODER}: {@code amazon-location} for looking addresses up there, in the function's
 *       own region; anything else for not looking them up
 *   <li>{@code DYNAMODB_ENDPOINT}, {@code SQS_ENDPOINT}: other addresses than the region's; there
 *       any credentials are good
 * </ul>
 */
public final class Aws implements StoreProvider {

  private static final int NUMBER_BLOCK = 100;
  private static final Duration CONNECT = Duration.ofSeconds(2);

  /** With all its retries a call ends before the function's own time does. */
  private static final Duration CALL = Duration.ofSeconds(12);

  private static final Duration ANSWER = Duration.ofSeconds(10);

  @Override
  public Store store(Map<String, String> environment) {
    return new DynamoStore(
        dynamoDb(environment),
        value(environment, "TABLE_NAME")
            .orElseThrow(() -> new IllegalStateException("TABLE_NAME is not set")),
        InstantSource.system(),
        Aws::pause,
        value(environment, "NUMBER_BLOCK").map(Integer::valueOf).orElse(NUMBER_BLOCK));
  }

  @Override
  public BulkQueue bulkQueue(Map<String, String> environment) {
    return new SqsBulkQueue(
        sqs(environment),
        value(environment, "BULK_QUEUE_URL")
            .orElseThrow(() -> new IllegalStateException("BULK_QUEUE_URL is not set")));
  }

  @Override
  public Geocoder geocoder(Map<String, String> environment) {
    if (value(environment, "GEOCODER").filter("amazon-location"::equals).isEmpty()) {
      return Geocoder.NONE;
    }
    String region =
        value(environment, "AWS_REGION")
            .orElseThrow(() -> new IllegalStateException("AWS_REGION is not set"));
    return new AmazonLocation(
        http(),
        DefaultCredentialsProvider.builder().build(),
        region,
        URI.create("https://places.geo." + region + ".amazonaws.com"));
  }

  /** The table's client for an environment. */
  public static DynamoDbClient dynamoDb(Map<String, String> environment) {
    return client(DynamoDbClient.builder(), environment, "DYNAMODB").httpClient(http()).build();
  }

  /** The queue's client for an environment. */
  public static SqsClient sqs(Map<String, String> environment) {
    return client(SqsClient.builder(), environment, "SQS").httpClient(http()).build();
  }

  private static SdkHttpClient http() {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(CONNECT)
        .socketTimeout(ANSWER)
        .build();
  }

  private static <B extends AwsClientBuilder<B, C>, C> B client(
      B builder, Map<String, String> environment, String service) {
    builder.overrideConfiguration(
        ClientOverrideConfiguration.builder().apiCallTimeout(CALL).build());
    value(environment, "AWS_REGION").map(Region::of).ifPresent(builder::region);
    Optional<URI> endpoint =
        value(environment, service + "_ENDPOINT")
            .or(() -> value(environment, "AWS_ENDPOINT_URL_" + service))
            .map(URI::create);
    endpoint.ifPresent(
        uri ->
            builder
                .endpointOverride(uri)
                .region(value(environment, "AWS_REGION").map(Region::of).orElse(Region.US_EAST_1))
                .credentialsProvider(
                    StaticCredentialsProvider.create(
                        AwsBasicCredentials.create("local", "local"))));
    return builder;
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted between two attempts", e);
    }
  }
}

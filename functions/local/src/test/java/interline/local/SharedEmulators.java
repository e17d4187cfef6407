package interline.local;

import interline.local.LocalOptions.Store;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * One pair of stores for all tests of the JVM; every server has its own names in them. They are
 * emulators, or a LocalStack ({@code -Plocalstack}), or what runs already ({@code
 * -Ddynamodb.endpoint= -Dsqs.endpoint=}).
 */
final class SharedEmulators {
  private static final Emulators EMULATORS =
      Emulators.start(
          store("dynamodb"), store("sqs"), InetAddress.getLoopbackAddress(), Optional.empty());

  private SharedEmulators() {}

  static Emulators running() {
    return EMULATORS;
  }

  /** The same options with embedded stores of their own, unless the stores run already. */
  static LocalOptions apart(LocalOptions options) {
    return options.withDynamoDb(store("dynamodb")).withSqs(store("sqs"));
  }

  private static Store store(String service) {
    if (LocalStack.isWanted()) {
      return new Store.External(LocalStack.endpoint());
    }
    String endpoint = System.getProperty(service + ".endpoint", "");
    return endpoint.isEmpty() ? new Store.Embedded(0) : new Store.External(URI.create(endpoint));
  }

  /** The tiny template, with names that no other test uses. */
  static LocalOptions tiny() {
    return LocalOptions.of(tinyTemplate())
        .withDynamoDb(new Store.External(EMULATORS.dynamoDb()))
        .withSqs(new Store.External(EMULATORS.sqs()))
        .withPrefix("t" + UUID.randomUUID().toString().substring(0, 8) + "-");
  }

  static Path tinyTemplate() {
    return Path.of("src/test/resources/interline/local/tiny.yaml");
  }
}

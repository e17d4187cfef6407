package interline.local;

import interline.local.LocalOptions.Store;
import java.nio.file.Path;
import java.util.UUID;

/** One pair of emulators for all tests of the JVM; every server has its own names in them. */
final class SharedEmulators {
  private static final Emulators EMULATORS = Emulators.start();

  private SharedEmulators() {}

  static Emulators running() {
    return EMULATORS;
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

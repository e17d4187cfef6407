package interline.local;

import java.net.URI;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** DynamoDB and SQS in a container of LocalStack's, until the JVM ends. */
final class LocalStack {

  /** The last that asks for no account. */
  private static final String IMAGE = "localstack/localstack:4.14.0";

  private LocalStack() {}

  private static final class Running {
    static final LocalStackContainer CONTAINER = start();
  }

  /** Whether the tests are to run against it. */
  static boolean isWanted() {
    return Boolean.getBoolean("localstack");
  }

  static URI endpoint() {
    return Running.CONTAINER.getEndpoint();
  }

  /** Starts it. Says in a line why it does not start, if so. */
  static Optional<String> obstacle() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      return Optional.of("LocalStack runs in Docker, and no Docker was found here");
    }
    try {
      System.err.println(IMAGE + " listens on " + endpoint());
      return Optional.empty();
    } catch (ExceptionInInitializerError e) {
      return Optional.of(IMAGE + " does not start: " + deepest(e).getMessage());
    }
  }

  private static LocalStackContainer start() {
    var container =
        new LocalStackContainer(DockerImageName.parse(IMAGE)).withServices("dynamodb", "sqs");
    container.start();
    Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
    return container;
  }

  private static Throwable deepest(Throwable e) {
    Throwable cause = e.getCause();
    return cause == null ? e : deepest(cause);
  }
}

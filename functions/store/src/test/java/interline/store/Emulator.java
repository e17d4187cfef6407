package interline.store;

import java.net.InetAddress;
import java.util.Map;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteLibraryLoader;

/**
 * The DynamoDB that the tests speak to, over HTTP and with the client that functions use: the one
 * that the system property {@code dynamodb.endpoint} names, or one inside this JVM.
 */
final class Emulator {

  /** Enough for 64 callers at once beside Jetty's own threads. */
  private static final int THREADS = 96;

  private static final String ENDPOINT = endpoint();
  private static final DynamoDbClient CLIENT = Aws.dynamoDb(environment());

  private Emulator() {}

  static DynamoDbClient client() {
    return CLIENT;
  }

  static Map<String, String> environment() {
    return Map.of("DYNAMODB_ENDPOINT", ENDPOINT);
  }

  private static String endpoint() {
    String named = System.getProperty("dynamodb.endpoint", "");
    return named.isEmpty() ? start() : named;
  }

  private static String start() {
    try {
      SQLiteLibraryLoader.initialize();
      QueuedThreadPool threads = new QueuedThreadPool(THREADS);
      threads.setDaemon(true);
      Server server = new Server(threads);
      ServerConnector connector = new ServerConnector(server);
      String host = InetAddress.getLoopbackAddress().getHostAddress();
      connector.setHost(host);
      server.addConnector(connector);
      server.setHandler(
          new LocalDynamoDBServerHandler(
              new LocalDynamoDBRequestHandler(0, true, null, true, false), null));
      server.start();
      return "http://" + host + ":" + connector.getLocalPort();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not start", e);
    }
  }
}

package interline.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.exceptions.DynamoDBLocalServiceException;
import software.amazon.dynamodb.services.local.embedded.DDBExceptionMappingInvocationHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;
import software.amazon.dynamodb.services.local.shared.access.LocalDBClient;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteDBAccess;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteLibraryLoader;
import software.amazon.dynamodb.services.local.shared.jobs.JobsRegister;

/**
 * The DynamoDB that the tests speak to: the one that the system property {@code dynamodb.endpoint}
 * names, or one inside this JVM, which is several times faster without HTTP.
 */
final class Emulator {

  private static final String NAMED = System.getProperty("dynamodb.endpoint", "");

  private Emulator() {}

  /** The client of most tests. */
  static DynamoDbClient client() {
    return Client.CLIENT;
  }

  /** The environment of a function that speaks HTTP. */
  static Map<String, String> environment() {
    return Map.of("DYNAMODB_ENDPOINT", Listener.ENDPOINT);
  }

  private static final class Client {
    static final DynamoDbClient CLIENT =
        NAMED.isEmpty() ? embedded() : Aws.dynamoDb(Map.of("DYNAMODB_ENDPOINT", NAMED));
  }

  private static final class Listener {
    static final String ENDPOINT = NAMED.isEmpty() ? listen() : NAMED;
  }

  /** DynamoDB Local's own way here would send telemetry. */
  private static DynamoDbClient embedded() {
    load();
    DynamoDbClient client =
        new LocalDBClient(
                new SQLiteDBAccess(),
                new JobsRegister(
                    Executors.newCachedThreadPool(
                        task -> Thread.ofPlatform().daemon().unstarted(task)),
                    false))
            .dynamoDbClient();
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (_, method, arguments) -> {
              try {
                return method.invoke(client, arguments);
              } catch (InvocationTargetException e) {
                if (e.getCause() instanceof DynamoDBLocalServiceException failure) {
                  DDBExceptionMappingInvocationHandler.handleDynamoDBLocalServiceException(failure);
                }
                throw e.getCause() == null ? e : e.getCause();
              }
            });
  }

  private static String listen() {
    load();
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setDaemon(true);
    Server server = new Server(threads);
    ServerConnector connector = new ServerConnector(server);
    String host = InetAddress.getLoopbackAddress().getHostAddress();
    connector.setHost(host);
    server.addConnector(connector);
    server.setHandler(
        new LocalDynamoDBServerHandler(
            new LocalDynamoDBRequestHandler(0, true, null, true, false), null));
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not start", e);
    }
    return "http://" + host + ":" + connector.getLocalPort();
  }

  private static void load() {
    try {
      SQLiteLibraryLoader.initialize();
    } catch (Exception e) {
      throw new IllegalStateException("SQLite does not load", e);
    }
  }
}

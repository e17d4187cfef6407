package interline.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.URI;
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

  /**
   * The client of a test. Inside this JVM it leads to a database of its own, which takes some
   * milliseconds: DynamoDB Local does one thing at a time in each.
   */
  static DynamoDbClient client() {
    return NAMED.isEmpty() ? embedded() : Remote.CLIENT;
  }

  static void leave(DynamoDbClient client) {
    if (NAMED.isEmpty()) {
      client.close();
    }
  }

  /** The environment of a function that speaks HTTP. */
  static Map<String, String> environment() {
    return Map.of("DYNAMODB_ENDPOINT", NAMED.isEmpty() ? Listener.ENDPOINT : NAMED);
  }

  /** The address of DynamoDB Local, whatever store the other tests speak to. */
  static URI local() {
    return URI.create(Listener.ENDPOINT);
  }

  private static final class Remote {
    static final DynamoDbClient CLIENT = Aws.dynamoDb(Map.of("DYNAMODB_ENDPOINT", NAMED));
  }

  private static final class Listener {
    static final String ENDPOINT = listen();
  }

  /** DynamoDB Local's own way here would send telemetry. */
  private static DynamoDbClient embedded() {
    load();
    LocalDBClient database =
        new LocalDBClient(
            new SQLiteDBAccess(),
            new JobsRegister(
                Executors.newCachedThreadPool(task -> Thread.ofPlatform().daemon().unstarted(task)),
                false));
    DynamoDbClient client = database.dynamoDbClient();
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (_, method, arguments) -> {
              if (method.getName().equals("close")) {
                database.shutdown();
                return null;
              }
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

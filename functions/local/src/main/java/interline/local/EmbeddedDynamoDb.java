package interline.local;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteLibraryLoader;

/**
 * DynamoDB Local, without its own runner: that one prints a banner, sends telemetry, listens on all
 * addresses and does not tell its port.
 */
final class EmbeddedDynamoDb implements AutoCloseable {
  private static final ReadWriteLock OPERATIONS = new ReentrantReadWriteLock();

  private final Server server;
  private final ServerConnector connector;
  private final LocalDynamoDBRequestHandler requests;

  private EmbeddedDynamoDb(
      Server server, ServerConnector connector, LocalDynamoDBRequestHandler requests) {
    this.server = server;
    this.connector = connector;
    this.requests = requests;
  }

  static EmbeddedDynamoDb start(InetAddress bind, int port, Optional<Path> data) {
    try {
      SQLiteLibraryLoader.initialize();
      var threads = new QueuedThreadPool();
      threads.setDaemon(true);
      threads.setName("dynamodb");
      var server = new Server(threads);
      var connector = new ServerConnector(server);
      connector.setHost(bind.getHostAddress());
      connector.setPort(port);
      connector.open();
      server.addConnector(connector);
      var requests =
          new LocalDynamoDBRequestHandler(
              0, data.isEmpty(), nullable(data.map(Path::toString)), true, false);
      server.setHandler(handler(requests));
      server.start();
      return new EmbeddedDynamoDb(server, connector, requests);
    } catch (IOException e) {
      throw new StartFailure("DynamoDB Local: port " + port + " is in use", e);
    } catch (Exception e) {
      throw new StartFailure("DynamoDB Local does not start: " + e, e);
    }
  }

  /**
   * DynamoDB Local's own handler. Each new one fills anew the one table of operations that all of
   * them in this JVM read, so none is made while another is answering.
   */
  private static Handler handler(LocalDynamoDBRequestHandler requests) {
    OPERATIONS.writeLock().lock();
    try {
      return new Handler.Wrapper(new LocalDynamoDBServerHandler(requests, null)) {
        @Override
        public boolean handle(Request request, Response response, Callback callback)
            throws Exception {
          OPERATIONS.readLock().lock();
          try {
            return super.handle(request, response, callback);
          } finally {
            OPERATIONS.readLock().unlock();
          }
        }
      };
    } finally {
      OPERATIONS.writeLock().unlock();
    }
  }

  int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not stop", e);
    } finally {
      requests.shutdown();
    }
  }

  private static @Nullable String nullable(Optional<String> path) {
    return path.orElse(null);
  }
}

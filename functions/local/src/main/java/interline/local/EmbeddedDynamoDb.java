package interline.local;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
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
      server.setHandler(new LocalDynamoDBServerHandler(requests, null));
      server.start();
      return new EmbeddedDynamoDb(server, connector, requests);
    } catch (IOException e) {
      throw new StartFailure("DynamoDB Local: port " + port + " is in use", e);
    } catch (Exception e) {
      throw new StartFailure("DynamoDB Local does not start: " + e, e);
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

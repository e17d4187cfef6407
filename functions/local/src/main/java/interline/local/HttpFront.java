package interline.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import interline.local.Routes.Match;
import interline.local.Template.Authorization;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP API: a port that turns requests into events and answers into responses. */
final class HttpFront implements AutoCloseable {
  /** Where an event goes. */
  @FunctionalInterface
  interface Functions {
    Outcome invoke(String function, String event);
  }

  private static final int MOST_BYTES = 10 * 1024 * 1024;

  /** Lambda takes no larger event, whatever the API lets through. */
  private static final int LARGEST_EVENT = 6 * 1024 * 1024;

  private static final int BACKLOG = 1024;
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("content-length", "connection", "transfer-encoding", "date");

  static {
    // Without it small answers wait for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final InetAddress bind;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private HttpFront(HttpServer server, InetAddress bind) {
    this.server = server;
    this.bind = bind;
  }

  /** Takes the port. Whoever connects waits for {@link #serve}. */
  static HttpFront bind(InetAddress bind, int port) {
    try {
      return new HttpFront(HttpServer.create(new InetSocketAddress(bind, port), BACKLOG), bind);
    } catch (IOException e) {
      throw new StartFailure(
          "port %d on %s cannot be taken: %s"
              .formatted(port, bind.getHostAddress(), e.getMessage()),
          e);
    }
  }

  void serve(Routes routes, Functions functions) {
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, routes, functions));
    server.start();
  }

  URI uri() {
    return Emulators.uri(bind, server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(HttpExchange exchange, Routes routes, Functions functions)
      throws IOException {
    try (exchange) {
      String requestId = UUID.randomUUID().toString();
      send(exchange, answer(exchange, requestId, routes, functions), requestId);
    }
  }

  private static HttpAnswer answer(
      HttpExchange exchange, String requestId, Routes routes, Functions functions)
      throws IOException {
    Optional<byte[]> body = body(exchange);
    if (body.isEmpty()) {
      return HttpAnswer.tooLarge();
    }
    Optional<Match> match = routes.find(exchange.getRequestMethod(), HttpEvent.path(exchange));
    if (match.isEmpty()) {
      return HttpAnswer.notFound();
    }
    if (match.get().route().authorization() == Authorization.AWS_IAM
        && !exchange.getRemoteAddress().getAddress().isLoopbackAddress()) {
      return HttpAnswer.forbidden();
    }
    String event =
        HttpEvent.of(match.get(), exchange, body.get(), requestId, Instant.now()).toString();
    if (event.getBytes(StandardCharsets.UTF_8).length > LARGEST_EVENT) {
      return HttpAnswer.tooLarge();
    }
    return HttpAnswer.of(functions.invoke(match.get().route().function(), event));
  }

  /** The whole body; empty if it is too large, which is then read to its end and dropped. */
  private static Optional<byte[]> body(HttpExchange exchange) throws IOException {
    InputStream in = exchange.getRequestBody();
    byte[] body = in.readNBytes(MOST_BYTES);
    return in.skip(Long.MAX_VALUE) == 0 && in.read() < 0 ? Optional.of(body) : Optional.empty();
  }

  private static void send(HttpExchange exchange, HttpAnswer answer, String requestId)
      throws IOException {
    answer
        .headers()
        .forEach(
            (name, values) -> {
              if (!OF_THE_CONNECTION.contains(name)) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
    exchange.getResponseHeaders().set("apigw-requestid", requestId);
    byte[] body = answer.body();
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("content-length", String.valueOf(body.length));
      exchange.sendResponseHeaders(answer.status(), -1);
    } else {
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }
}

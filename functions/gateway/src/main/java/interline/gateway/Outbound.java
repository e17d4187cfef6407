package interline.gateway;

import interline.fleet.Webhooks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Calls addresses that clients name. A name is looked up once, what it means is judged, and that is
 * called and nothing else, so that nobody can point it elsewhere in between; redirects are not
 * followed. Safe for use by many threads.
 */
public final class Outbound {

  private static final int LARGEST = 64 * 1024;

  private final Webhooks.Reach reach;
  private final Duration patience;

  /**
   * Calls nobody yet.
   *
   * @param patience how long one call may take
   */
  public Outbound(Webhooks.Reach reach, Duration patience) {
    this.reach = reach;
    this.patience = patience;
  }

  /** What somebody answered. */
  public record Reply(int status, String body) {}

  /** The answer to a GET; empty if the address may not be called, or says nothing of sense. */
  public Optional<Reply> get(URI uri) {
    if (!Webhooks.callable(uri.toString(), reach)) {
      return Optional.empty();
    }
    long deadline = System.nanoTime() + patience.toNanos();
    try (Socket socket = connect(uri, deadline)) {
      socket.getOutputStream().write(request(uri).getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return read(socket, deadline);
    } catch (IOException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String request(URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    String host = uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    return String.join(
        "\r\n",
        "GET " + URI.create(target).toASCIIString() + " HTTP/1.1",
        "Host: " + host,
        "Accept: */*",
        "User-Agent: Interline",
        "Connection: close",
        "",
        "");
  }

  private Socket connect(URI uri, long deadline) throws IOException {
    boolean secure = "https".equalsIgnoreCase(uri.getScheme());
    int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
    List<InetAddress> addresses = List.of(InetAddress.getAllByName(uri.getHost()));
    if (!addresses.stream().allMatch(address -> Webhooks.reachable(address, reach))) {
      throw new IOException("Not to be called: " + uri.getHost());
    }
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(addresses.getFirst(), port), left(deadline));
      socket.setSoTimeout(left(deadline));
      return secure ? secured(socket, uri.getHost(), port) : socket;
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  /** The certificate has to be good for the name, whatever address it led to. */
  private static Socket secured(Socket plain, String host, int port) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static Optional<Reply> read(Socket socket, long deadline) throws IOException {
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    byte[] buffer = new byte[4096];
    InputStream in = socket.getInputStream();
    while (received.size() < LARGEST) {
      socket.setSoTimeout(left(deadline));
      int count = in.read(buffer);
      if (count > 0) {
        received.write(buffer, 0, count);
      }
      Optional<Reply> reply = reply(received.toString(StandardCharsets.ISO_8859_1), count < 0);
      if (reply.isPresent() || count < 0) {
        return reply;
      }
    }
    return Optional.empty();
  }

  /** The reply that a text is, if it is a whole one. */
  static Optional<Reply> reply(String text, boolean ended) {
    int blank = text.indexOf("\r\n\r\n");
    if (blank < 0 || !text.startsWith("HTTP/1.") || text.length() < 12) {
      return Optional.empty();
    }
    int status = Integer.parseInt(text.substring(9, 12));
    String head = text.substring(0, blank).toLowerCase(Locale.ROOT);
    String rest = text.substring(blank + 4);
    if (head.contains("\r\ntransfer-encoding:")) {
      return chunks(rest).map(body -> new Reply(status, body));
    }
    Optional<Integer> length = length(head);
    if (length.isPresent() && rest.length() >= length.get()) {
      return Optional.of(new Reply(status, rest.substring(0, length.get())));
    }
    return ended && length.isEmpty() ? Optional.of(new Reply(status, rest)) : Optional.empty();
  }

  private static Optional<Integer> length(String head) {
    return head.lines()
        .filter(line -> line.startsWith("content-length:"))
        .map(line -> Integer.valueOf(line.substring("content-length:".length()).strip()))
        .findFirst();
  }

  private static Optional<String> chunks(String text) {
    StringBuilder body = new StringBuilder();
    int at = 0;
    while (true) {
      int end = text.indexOf("\r\n", at);
      if (end < 0) {
        return Optional.empty();
      }
      int size = Integer.parseInt(text.substring(at, end).split(";", 2)[0].strip(), 16);
      if (size == 0) {
        return Optional.of(body.toString());
      }
      if (size < 0 || text.length() < end + 2 + size + 2) {
        return Optional.empty();
      }
      body.append(text, end + 2, end + 2 + size);
      at = end + 2 + size + 2;
    }
  }

  private static int left(long deadline) throws IOException {
    long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    if (millis <= 0) {
      throw new IOException("It takes too long");
    }
    return (int) Math.min(millis, Integer.MAX_VALUE);
  }
}

package interline.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import interline.local.Routes.Match;
import interline.local.Template.Authorization;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A request as the event that an HTTP API makes of it, payload format 2.0. What a request does not
 * have is absent from the event, never empty.
 */
final class HttpEvent {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Of the connection to this server, not of the request. */
  private static final Set<String> HOP_BY_HOP =
      Set.of("connection", "keep-alive", "transfer-encoding", "upgrade", "expect", "cookie");

  private static final Set<String> TEXT =
      Set.of("application/json", "application/xml", "application/javascript");

  private HttpEvent() {}

  /** The path as routes see it and as the event carries it: decoded. */
  static String path(HttpExchange exchange) {
    String raw = exchange.getRequestURI().getRawPath();
    return raw == null || !raw.startsWith("/") ? "/" : decode(raw.replace("+", "%2B"));
  }

  static ObjectNode of(
      Match match, HttpExchange exchange, byte[] body, String requestId, Instant now) {
    Map<String, String> headers = headers(exchange, body, now);
    String path = path(exchange);
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");

    ObjectNode event = JSON.objectNode();
    event.put("version", "2.0");
    event.put("routeKey", match.route().key());
    event.put("rawPath", path);
    event.put("rawQueryString", query);
    List<String> cookies = cookies(exchange);
    if (!cookies.isEmpty()) {
      cookies.forEach(event.putArray("cookies")::add);
    }
    headers.forEach(event.putObject("headers")::put);
    put(event, "queryStringParameters", parameters(query));

    ObjectNode context = event.putObject("requestContext");
    context.put("accountId", Intrinsics.ACCOUNT);
    context.put("apiId", "local");
    if (match.route().authorization() == Authorization.AWS_IAM) {
      context.putObject("authorizer").set("iam", caller());
    }
    String domain = headers.getOrDefault("host", "localhost").replaceFirst(":\\d+$", "");
    context.put("domainName", domain);
    context.put("domainPrefix", domain.split("\\.", 2)[0]);
    ObjectNode http = context.putObject("http");
    http.put("method", exchange.getRequestMethod());
    http.put("path", path);
    http.put("protocol", exchange.getProtocol());
    http.put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress());
    Optional.ofNullable(headers.get("user-agent")).ifPresent(agent -> http.put("userAgent", agent));
    context.put("requestId", requestId);
    context.put("routeKey", match.route().key());
    context.put("stage", "$default");
    context.put("time", TIME.format(now));
    context.put("timeEpoch", now.toEpochMilli());

    put(event, "pathParameters", match.parameters());
    boolean text = isText(headers.getOrDefault("content-type", ""));
    if (body.length > 0) {
      event.put(
          "body",
          text
              ? new String(body, StandardCharsets.UTF_8)
              : Base64.getEncoder().encodeToString(body));
    }
    event.put("isBase64Encoded", body.length > 0 && !text);
    return event;
  }

  /**
   * What the service was seen to pass as text. All else is base64, forms and bodies without a type
   * among it.
   */
  private static boolean isText(String contentType) {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/") || TEXT.contains(type);
  }

  private static Map<String, String> headers(HttpExchange exchange, byte[] body, Instant now) {
    var headers = new TreeMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (!HOP_BY_HOP.contains(lower)) {
                headers.put(lower, String.join(",", values));
              }
            });
    headers.put("content-length", String.valueOf(body.length));
    headers.merge(
        "x-forwarded-for",
        exchange.getRemoteAddress().getAddress().getHostAddress(),
        (before, own) -> before + ", " + own);
    headers.put("x-forwarded-port", String.valueOf(exchange.getLocalAddress().getPort()));
    headers.put("x-forwarded-proto", "http");
    headers.putIfAbsent(
        "x-amzn-trace-id", "Root=1-%08x-%024x".formatted(now.getEpochSecond(), System.nanoTime()));
    return headers;
  }

  private static List<String> cookies(HttpExchange exchange) {
    return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
        .flatMap(line -> Arrays.stream(line.split(";", -1)))
        .map(String::strip)
        .filter(cookie -> !cookie.isEmpty())
        .toList();
  }

  private static Map<String, String> parameters(String query) {
    var parameters = new TreeMap<String, String>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        parameters.merge(
            decode(parts[0]), parts.length == 1 ? "" : decode(parts[1]), (a, b) -> a + "," + b);
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }

  private static void put(ObjectNode event, String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      values.forEach(event.putObject(name)::put);
    }
  }

  /** Whoever sits at this machine. */
  private static ObjectNode caller() {
    ObjectNode iam = JSON.objectNode();
    iam.put("accessKey", "local");
    iam.put("accountId", Intrinsics.ACCOUNT);
    iam.put("callerId", "local");
    iam.putNull("cognitoIdentity");
    iam.putNull("principalOrgId");
    iam.put("userArn", "arn:aws:iam::" + Intrinsics.ACCOUNT + ":user/local");
    iam.put("userId", "local");
    return iam;
  }
}

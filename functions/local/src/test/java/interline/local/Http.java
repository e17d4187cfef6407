package interline.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import interline.fleet.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A client of one dialect, as a program outside would be one: it knows an address and a key. */
public record Http(URI base, Map<String, String> headers) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** FieldOpt with the tenant's key; paths begin behind {@code /api/v1}. */
  public static Http fieldOpt(Tenant tenant) {
    return new Http(
        TestServer.shared().uri().resolve("/api/v1"),
        Map.of("Authorization", "Bearer " + tenant.key(Dialect.FIELDOPT)));
  }

  /** Fleetio with the tenant's key and account; paths begin behind {@code /api/v1}. */
  public static Http fleetio(Tenant tenant) {
    return fleetio(TestServer.shared(), tenant);
  }

  /** Onfleet with the tenant's key; paths begin behind {@code /api/v2}. */
  public static Http onfleet(Tenant tenant) {
    return onfleet(TestServer.shared(), tenant);
  }

  public static Http onfleet(LocalServer server, Tenant tenant) {
    return new Http(
        server.uri().resolve("/api/v2"),
        Map.of("Authorization", basic(tenant.key(Dialect.ONFLEET) + ":")));
  }

  /** HTTP Basic of a text. */
  public static String basic(String text) {
    return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static Http fleetio(LocalServer server, Tenant tenant) {
    return new Http(
        server.uri().resolve("/api/v1"),
        Map.of(
            "Authorization",
            "Token " + tenant.key(Dialect.FLEETIO),
            "Account-Token",
            tenant.organization().accountToken()));
  }

  /** FrachtPilot as the user of the tenant's key, who has no mail; paths begin behind its base. */
  public static Http frachtPilot(Tenant tenant) {
    return frachtPilot(tenant.key(Dialect.FRACHTPILOT), "");
  }

  /** FrachtPilot as a user, asking for plain JSON. */
  public static Http frachtPilot(String key, String mail) {
    return new Http(
        TestServer.shared().uri().resolve("/api_v2"),
        Map.of("X-AUTH-TOKEN", key, "X-CSRF-TOKEN", csrf(mail), "Accept", "application/json"));
  }

  /** What FrachtPilot's users sign with today. */
  public static String csrf(String mail) {
    return csrf(mail, LocalDate.now(ZoneId.of("Europe/Berlin")));
  }

  /** What FrachtPilot's users sign with on a day. */
  public static String csrf(String mail, LocalDate day) {
    try {
      byte[] signed = (mail + "." + day).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(signed));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Trimble with a token for the tenant's key; paths begin behind {@code /api/assets/v1}. */
  public static Http trimble(Tenant tenant) {
    return trimble(TestServer.shared(), tenant.key(Dialect.TRIMBLE));
  }

  static Http trimble(LocalServer server, String key) {
    return trimbleWith(server, trimbleToken(server, key));
  }

  static Http trimbleWith(LocalServer server, String token) {
    return new Http(
        server.uri().resolve("/api/assets/v1"), Map.of("Authorization", "bearer " + token));
  }

  static String trimbleToken(LocalServer server, String key) {
    return new Http(server.uri().resolve("/api/assets/v1"), Map.of())
        .post("/accounts/authenticate", "{\"apiKey\":\"%s\"}".formatted(key))
        .json()
        .path("token")
        .asText();
  }

  /** What came back; the body is missing where it was empty. */
  public record Reply(int status, HttpHeaders headers, JsonNode json, String text) {
    public Optional<String> header(String name) {
      return headers.firstValue(name);
    }
  }

  /** The same client with one header changed; an empty value takes it away. */
  public Http with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.remove(name);
    if (!value.isEmpty()) {
      changed.put(name, value);
    }
    return new Http(base, changed);
  }

  public Reply get(String path) {
    return send("GET", path, "");
  }

  public Reply post(String path, String body) {
    return send("POST", path, body);
  }

  public Reply patch(String path, String body) {
    return send("PATCH", path, body);
  }

  public Reply put(String path, String body) {
    return send("PUT", path, body);
  }

  public Reply delete(String path) {
    return send("DELETE", path, "");
  }

  /** Sends a request; without a body if it is empty. */
  public Reply send(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::setHeader);
    if (!body.isEmpty() && !headers.containsKey("Content-Type")) {
      request.setHeader("Content-Type", "application/json");
    }
    try {
      HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
      return new Reply(answer.statusCode(), answer.headers(), json(answer.body()), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String body) {
    try {
      return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (JsonProcessingException _) {
      return MissingNode.getInstance();
    }
  }
}

package interline.onfleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.Tenant;
import interline.local.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks as they are managed: onfleet 2 §12.1, §12.2. */
class WebhooksContractTest {

  private final Tenant tenant =
      Tenant.create(TestServer.store(TestServer.reachingAnywhere().stack()));
  private final Http client = Http.onfleet(TestServer.reachingAnywhere(), tenant);
  private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
  private final HttpServer receiver = receiver();
  private final String address = "http://127.0.0.1:" + receiver.getAddress().getPort();

  /** Somebody who wants to be told, and a few who do not quite say so. */
  private HttpServer receiver() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::answer);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return server;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI().toString());
    String token = exchange.getRequestURI().getQuery().replaceFirst(".*check=", "");
    String path = exchange.getRequestURI().getPath();
    String body =
        switch (path) {
          case "/quoted" -> "\"" + token + "\"";
          case "/newline" -> token + "\n";
          case "/other" -> "ok";
          default -> token;
        };
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    // Of no known length: sent in chunks.
    exchange.sendResponseHeaders(
        path.equals("/created") ? 201 : 200, path.equals("/chunks") ? 0 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  @Test
  void aWebhookIsMadeListedAndTakenAway() {
    Reply made = create("/hook?team=7", 1, ",\"name\":\"ETA\",\"threshold\":600");

    assertThat(made.status()).as(made.text()).isEqualTo(200);
    JsonNode webhook = made.json();
    assertThat(webhook.path("id").textValue()).matches("[A-Za-z0-9*~]{24}");
    assertThat(webhook.path("name").textValue()).isEqualTo("ETA");
    assertThat(webhook.path("url").textValue()).isEqualTo(address + "/hook?team=7");
    assertThat(webhook.path("trigger").intValue()).isEqualTo(1);
    assertThat(webhook.path("count").intValue()).isZero();
    assertThat(webhook.path("isEnabled").booleanValue()).isTrue();
    assertThat(webhook.path("threshold").intValue()).isEqualTo(600);
    assertThat(asked).singleElement().asString().matches("/hook\\?team=7&check=[0-9a-f]{32}");
    JsonNode second = create("/chunks", 3, ",\"threshold\":null").json();
    assertThat(second.has("threshold")).isFalse();
    assertThat(client.get("/webhooks").json()).containsExactly(webhook, second);

    Reply gone = client.send("DELETE", "/webhooks/" + webhook.path("id").textValue(), "null");
    assertThat(gone.status()).isEqualTo(200);
    assertThat(gone.text()).isEmpty();
    assertThat(client.get("/webhooks").json()).containsExactly(second);
    error(client.delete("/webhooks/" + webhook.path("id").textValue()), 404, 1402);
    error(client.delete("/webhooks/:webhookId"), 400, 1005);
    assertThat(client.put("/webhooks/" + second.path("id").textValue(), "{}").status())
        .isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/quoted", "/newline", "/other", "/created"})
  void whoeverDoesNotGiveTheWordBackIsNotTold(String path) {
    error(create(path, 0, ""), 400, 1008);
    assertThat(client.get("/webhooks").json()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "ftp://example.com/", "http://127.0.0.1:1/", ""})
  void noWebhookLeadsNowhere(String url) {
    error(client.post("/webhooks", "{\"url\":\"%s\",\"trigger\":0}".formatted(url)), 400, 1008);
  }

  // onfleet 2 §12.2: some only take things in
  @ParameterizedTest
  @ValueSource(strings = {"https://hooks.zapier.com/hooks/catch/1", "https://en.m.pipedream.net"})
  void someAreNotAsked(String url) {
    assertThat(client.post("/webhooks", "{\"url\":\"%s\",\"trigger\":0}".formatted(url)).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"11", "21", "31", "-1", "null", "'\"x\"'", "1.5"})
  void thereAreOnlySoManyTriggers(String trigger) {
    error(
        client.post(
            "/webhooks", "{\"url\":\"%s/hook\",\"trigger\":%s}".formatted(address, trigger)),
        400,
        1000);
  }

  // onfleet 2 §12.1: at most ten on each of triggers 1, 2 and 12
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 12})
  void thereAreNeverMoreThanTenOfSome(int trigger) throws Exception {
    List<Future<Reply>> made = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      IntStream.range(0, 14)
          .forEach(_ -> made.add(threads.submit(() -> create("/hook", trigger, ""))));
    }
    List<String> ids = new ArrayList<>();
    for (Future<Reply> each : made) {
      Reply reply = each.get();
      if (reply.status() == 200) {
        ids.add(reply.json().path("id").textValue());
      } else {
        error(reply, 400, 1000);
      }
    }

    assertThat(ids).hasSize(10);
    assertThat(client.get("/webhooks").json()).hasSize(10);
    assertThat(client.delete("/webhooks/" + ids.getFirst()).status()).isEqualTo(200);
    assertThat(create("/hook", trigger, "").status()).isEqualTo(200);
    error(create("/hook", trigger, ""), 400, 1000);
    assertThat(create("/hook", 3, "").status()).isEqualTo(200);
  }

  @Test
  void eachDialectSeesItsOwn() {
    Http fleetio =
        Http.fleetio(TestServer.tenant()); // on the other server: only who shares a fleet matters
    assertThat(fleetio.get("/webhooks").json().path("records")).isEmpty();
    assertThat(create("/hook", 3, "").status()).isEqualTo(200);
    Http own =
        new Http(
            TestServer.reachingAnywhere().uri().resolve("/api/v1"), Http.fleetio(tenant).headers());
    Reply other = own.post("/webhooks", "{\"url\":\"https://hooks.example.com/\"}");
    assertThat(other.status()).as(other.text()).isEqualTo(201);

    assertThat(own.get("/webhooks?per_page=2").json().path("records")).hasSize(1);
    assertThat(client.get("/webhooks").json()).hasSize(1);
  }

  @Test
  void privateAddressesAreRefusedWhereTheTemplateDoesNotAllowThem() {
    Http deployed = Http.onfleet(TestServer.tenant());

    for (String url :
        List.of(
            address + "/hook",
            "https://127.0.0.1/",
            "https://10.0.0.1/",
            "https://169.254.169.254/latest",
            "https://localhost/",
            "http://example.com/")) {
      error(deployed.post("/webhooks", "{\"url\":\"%s\",\"trigger\":0}".formatted(url)), 400, 1008);
    }
    assertThat(asked).isEmpty();
  }

  private Reply create(String path, int trigger, String more) {
    return client.post(
        "/webhooks", "{\"url\":\"%s\",\"trigger\":%d%s}".formatted(address + path, trigger, more));
  }

  private static void error(Reply reply, int status, int number) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.json().path("message").path("error").intValue())
        .as(reply.text())
        .isEqualTo(number);
  }
}

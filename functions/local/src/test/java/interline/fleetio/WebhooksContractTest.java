package interline.fleetio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Dialect;
import interline.fleet.Said;
import interline.fleet.Webhook;
import interline.fleet.Webhooks;
import interline.local.Http;
import interline.local.Http.Reply;
import interline.local.Tenant;
import interline.local.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks as they are managed: fleetio §10.3. */
class WebhooksContractTest {

  private final Tenant tenant = TestServer.tenant();
  private final Http client = Http.fleetio(tenant);

  // fleetio §2: pages are full of what is Fleetio's, whatever the other dialects have
  @Test
  void theWebhooksOfOtherDialectsAreNowhereInTheList() {
    List<Long> ours = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      for (int others = 0; others < 4; others++) {
        foreign();
      }
      ours.addFirst(
          client
              .post("/webhooks", "{\"url\":\"https://hooks.example.com/%d\"}".formatted(i))
              .json()
              .path("id")
              .longValue());
    }
    long other = foreign();

    List<Long> paged = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonNode page = client.get("/webhooks?per_page=2&start_cursor=" + cursor).json();
      cursor = page.path("next_cursor").textValue();
      assertThat(page.path("records")).hasSize(cursor == null ? 1 : 2);
      page.path("records").forEach(record -> paged.add(record.path("id").longValue()));
    }
    assertThat(paged).isEqualTo(ours);
    Reply old = client.with("X-Api-Version", "2023-03-01").get("/webhooks?q%5Bs%5D=id+desc");
    assertThat(old.json().valueStream().map(record -> record.path("id").longValue()))
        .isEqualTo(ours);
    assertThat(old.header("X-Pagination-Total-Count")).hasValue("5");
    assertThat(client.with("X-Api-Version", "2023-03-01").get("/webhooks?page=2").json()).isEmpty();
    assertThat(client.get("/webhooks/" + other).status()).isEqualTo(404);
  }

  private long foreign() {
    Webhook.Revision draft =
        new Webhook.Revision(
            new Said.Given<>("https://hooks.example.com/other"),
            new Said.Nothing<>(),
            new Said.Nothing<>(),
            new Said.Nothing<>(),
            new Said.Nothing<>(),
            Map.of());
    return TestServer.store()
        .commit(
            tenant.caller(),
            Webhooks.create(Dialect.ONFLEET, draft, "secret", Webhooks.Reach.PUBLIC))
        .number();
  }

  @Test
  void aWebhookIsMadeReadChangedAndTakenAway() {
    Reply made =
        client.post(
            "/webhooks",
            """
            {"url":"https://hooks.example.com/f?x=1","description":"Workshop",
             "authorization":"Bearer sesame","fault_created":true,"vehicle_updated":"true",
             "fault_resolved":false,"enabled":true}
            """);

    assertThat(made.status()).as(made.text()).isEqualTo(201);
    JsonNode webhook = made.json();
    long id = webhook.path("id").longValue();
    assertThat(made.header("Location")).contains("/api/v1/webhooks/" + id);
    assertThat(webhook.path("shared_key").textValue()).matches("[0-9a-f]{32}");
    assertThat(webhook.path("enabled").booleanValue()).isTrue();
    assertThat(webhook.path("all_events").booleanValue()).isFalse();
    assertThat(webhook.path("failed_attempts").intValue()).isZero();
    assertThat(webhook.path("created_by_id").longValue()).isPositive();
    assertThat(
            webhook
                .path("subscribed_events")
                .propertyStream()
                .filter(event -> event.getValue().booleanValue())
                .map(Map.Entry::getKey))
        .containsExactlyInAnyOrder("fault_created", "vehicle_updated");
    assertThat(client.get("/webhooks/" + id).json()).isEqualTo(webhook);

    Reply changed = client.patch("/webhooks/" + id, "{\"enabled\":false,\"fault_created\":false}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().path("enabled").booleanValue()).isFalse();
    assertThat(changed.json().path("disabled_at").isNull()).isFalse();
    assertThat(changed.json().path("subscribed_events").path("fault_created").booleanValue())
        .isFalse();
    assertThat(changed.json().path("subscribed_events").path("vehicle_updated").booleanValue())
        .isTrue();
    assertThat(changed.json().path("shared_key")).isEqualTo(webhook.path("shared_key"));
    assertThat(
            client
                .patch("/webhooks/" + id, "{\"enabled\":true}")
                .json()
                .path("disabled_at")
                .isNull())
        .isTrue();

    assertThat(client.delete("/webhooks/" + id).status()).isEqualTo(204);
    assertThat(client.get("/webhooks/" + id).status()).isEqualTo(404);
    assertThat(client.delete("/webhooks/" + id).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example.com",
        "ftp://hooks.example.com",
        "hooks.example.com",
        "https://",
        "https://localhost/x",
        "https://printer.local",
        "https://127.0.0.1",
        "https://2130706433",
        "https://10.1.2.3",
        "https://169.254.169.254/latest",
        "https://[::1]",
        "https://[::ffff:10.0.0.1]",
        "https://[fd00::1]",
        "https://user:pass@hooks.example.com"
      })
  void whatIsNoPublicAddressIsRefused(String url) {
    Reply reply = client.post("/webhooks", "{\"url\":\"%s\"}".formatted(url));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json()).hasToString("{\"errors\":{\"url\":[\"must be a public https URL\"]}}");
  }

  @Test
  void anAddressHasToBeThere() {
    assertThat(client.post("/webhooks", "{}").json())
        .hasToString("{\"errors\":{\"url\":[\"can't be blank\"]}}");
  }

  @Test
  void webhooksAreListed() {
    long a = made("{\"url\":\"https://a.example.com\",\"description\":\"First\"}");
    long b = made("{\"url\":\"https://b.example.com\",\"enabled\":false,\"all_events\":true}");

    assertThat(ids("")).containsExactly(b, a);
    assertThat(ids("?filter%5Burl%5D%5Blike%5D=A.EXAMPLE")).containsExactly(a);
    assertThat(ids("?filter%5Benabled%5D%5Beq%5D=false")).containsExactly(b);
    assertThat(ids("?filter%5Bdescription%5D%5Blike%5D=first")).containsExactly(a);
    assertThat(client.get("/webhooks/" + b).json().path("subscribed_events").propertyStream())
        .allSatisfy(event -> assertThat(event.getValue().booleanValue()).isTrue());
  }

  @Test
  void nothingWasSentYet() {
    assertThat(client.get("/webhook_events").json().path("records")).isEmpty();
    assertThat(client.with("X-Api-Version", "2023-03-01").get("/webhook_events").json().isArray())
        .isTrue();
  }

  private long made(String body) {
    return client.post("/webhooks", body).json().path("id").longValue();
  }

  private List<Long> ids(String query) {
    return client
        .get("/webhooks" + query)
        .json()
        .path("records")
        .valueStream()
        .map(webhook -> webhook.path("id").longValue())
        .toList();
  }
}

package interline.fleetio;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import interline.fleet.OrganizationId;
import interline.fleet.Webhook;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A webhook as Fleetio prints it.
 *
 * @param subscribedEvents each event that there is, and whether the webhook is told of it
 */
@JsonNaming(SnakeCaseStrategy.class)
record WebhookAnswer(
    long id,
    String createdAt,
    String updatedAt,
    long accountId,
    Optional<Long> createdById,
    String url,
    Optional<String> description,
    Optional<String> authorization,
    boolean enabled,
    boolean allEvents,
    Map<String, Boolean> subscribedEvents,
    String sharedKey,
    int failedAttempts,
    Optional<String> disabledAt,
    Optional<String> disabledReason) {

  static WebhookAnswer of(Webhook webhook, OrganizationId account, Times times) {
    Map<String, Boolean> events = new LinkedHashMap<>();
    WebhookTopics.ALL.forEach(
        topic -> events.put(topic, webhook.allTopics() || webhook.topics().contains(topic)));
    return new WebhookAnswer(
        webhook.number(),
        times.at(webhook.stamp().created()),
        times.at(webhook.stamp().changed()),
        account.number(),
        webhook.createdBy(),
        webhook.url(),
        webhook.description(),
        webhook.authorization(),
        webhook.enabled(),
        webhook.allTopics(),
        events,
        webhook.sharedKey(),
        webhook.failedAttempts(),
        webhook.disabled().map(Webhook.Disabled::since).map(times::at),
        webhook.disabled().flatMap(Webhook.Disabled::reason));
  }

  @Override
  public String toString() {
    return "Webhook " + id;
  }
}

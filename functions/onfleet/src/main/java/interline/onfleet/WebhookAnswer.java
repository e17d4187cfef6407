package interline.onfleet;

import com.fasterxml.jackson.annotation.JsonInclude;
import interline.fleet.Kind;
import interline.fleet.Webhook;
import interline.gateway.Call;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A webhook as Onfleet shows one.
 *
 * @param count how often it was told
 * @param threshold only there when it was given
 */
record WebhookAnswer(
    String id,
    Optional<String> name,
    long count,
    String url,
    int trigger,
    boolean isEnabled,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<BigDecimal> threshold) {

  static WebhookAnswer of(Call call, Webhook webhook) {
    Webhook.Trigger trigger = webhook.trigger().orElseThrow();
    return new WebhookAnswer(
        Ids.of(call).of(Kind.WEBHOOK, webhook.number()),
        webhook.description(),
        trigger.delivered(),
        webhook.url(),
        trigger.number(),
        webhook.enabled(),
        trigger.threshold());
  }
}

package interline.store;

import interline.fleet.Dialect;
import interline.fleet.Kind;
import interline.fleet.Webhook;
import java.math.BigDecimal;
import java.util.Set;

/**
 * {@code org#webhook#number}; listed by number, found by last change where they are told of topics.
 */
final class WebhookItem {

  private WebhookItem() {}

  static void write(Item item, Webhook webhook, Keys keys) {
    item.put(Records.LSK, Keys.sortable(webhook.number()));
    if (webhook.trigger().isPresent()) {
      item.put(Records.LPK, in(keys, webhook.dialect()));
    } else {
      item.put(Records.LPK, keys.listing(Kind.WEBHOOK))
          .put(Records.FPK, keys.listing(Kind.WEBHOOK, Keys.CHANGED))
          .put(Records.FSK, Keys.sortable(webhook.stamp().changed(), webhook.number()));
    }
    webhook
        .trigger()
        .ifPresent(
            trigger ->
                item.put("trigger", trigger.number())
                    .putText("threshold", trigger.threshold().map(BigDecimal::toPlainString))
                    .putNumber("place", trigger.place())
                    .put("delivered", trigger.delivered()));
    item.put("dialect", webhook.dialect())
        .put("url", webhook.url())
        .putText("description", webhook.description())
        .putText("authorization", webhook.authorization())
        .put("allTopics", webhook.allTopics())
        .put("topics", webhook.topics().stream().sorted().toList())
        .put("sharedKey", webhook.sharedKey())
        .put("failedAttempts", webhook.failedAttempts())
        .putInstant("disabled", webhook.disabled().map(Webhook.Disabled::since))
        .putText("disabledReason", webhook.disabled().flatMap(Webhook.Disabled::reason))
        .putNumber("createdBy", webhook.createdBy());
  }

  static Webhook read(Item item) {
    return new Webhook(
        Records.number(item),
        Records.stamp(item),
        item.get("dialect", Dialect.class),
        item.getText("url"),
        item.findText("description"),
        item.findText("authorization"),
        item.getFlag("allTopics"),
        Set.copyOf(item.getTexts("topics")),
        item.getText("sharedKey"),
        item.getInt("failedAttempts"),
        item.findInstant("disabled")
            .map(since -> new Webhook.Disabled(since, item.findText("disabledReason"))),
        item.findNumber("createdBy"),
        item.findNumber("trigger")
            .map(
                number ->
                    new Webhook.Trigger(
                        number.intValue(),
                        item.findText("threshold").map(BigDecimal::new),
                        item.findNumber("place").map(Long::intValue),
                        item.getNumber("delivered"))));
  }

  /** Where the webhooks of a dialect are listed that have a trigger each. */
  static String in(Keys keys, Dialect dialect) {
    return keys.listing(Kind.WEBHOOK, dialect.name());
  }
}

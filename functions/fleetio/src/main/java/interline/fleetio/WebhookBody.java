package interline.fleetio;

import interline.fleet.Dialect;
import interline.fleet.UseCase;
import interline.fleet.Webhook;
import interline.fleet.Webhooks;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Fleetio's clients say of a webhook: each event that it can be told of has its own flag. */
final class WebhookBody {

  private WebhookBody() {}

  /** A webhook to be made. */
  static UseCase<Webhook> create(Attributes said, String sharedKey, Webhooks.Reach reach) {
    Webhook.Revision draft = read(said);
    return Unreadable.unless(
        said.errors(), Webhooks.create(Dialect.FLEETIO, draft, sharedKey, reach));
  }

  /** A change of a webhook. */
  static UseCase<Webhook> revise(long number, Attributes said, Webhooks.Reach reach) {
    Webhook.Revision revision = read(said);
    return Unreadable.unless(
        said.errors(), Webhooks.revise(Dialect.FLEETIO, number, revision, reach));
  }

  private static Webhook.Revision read(Attributes said) {
    Map<String, Boolean> topics = new LinkedHashMap<>();
    WebhookTopics.ALL.forEach(
        topic -> said.flag(topic).given().ifPresent(wanted -> topics.put(topic, wanted)));
    return new Webhook.Revision(
        said.text("url"),
        said.text("description"),
        said.text("authorization"),
        said.flag("enabled"),
        said.flag("all_events"),
        topics);
  }
}

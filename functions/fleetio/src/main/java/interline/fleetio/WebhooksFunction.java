package interline.fleetio;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Dialect;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Snapshot;
import interline.fleet.Webhook;
import interline.fleet.Webhooks;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code webhooks}: which addresses are told what. */
public final class WebhooksFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final String RESOURCE = "webhooks";

  private static final RecordList<Webhook> LIST =
      RecordList.of(new Listing.Everything<>(Kind.WEBHOOK), WebhooksFunction::size)
          .only(WebhooksFunction::ours)
          .filter("url", Filter.text(it -> Optional.of(it.url()), Operator.LIKE))
          .filter("description", Filter.text(Webhook::description, Operator.LIKE))
          .filter("enabled", Filter.flag(Webhook::enabled))
          .filter("created_by_id", Filter.number(Webhook::createdBy, Operator.EQ))
          .sortByChange(Kind.WEBHOOK)
          .build();

  private final Supplier<String> secrets;
  private final Webhooks.Reach reach;
  private final Front front;

  public WebhooksFunction() {
    this(System.getenv());
  }

  public WebhooksFunction(Map<String, String> environment) {
    Wiring wiring = Wiring.open(environment);
    secrets = wiring.secrets();
    reach =
        wiring.value("WEBHOOKS_ANYWHERE").filter("true"::equals).isPresent()
            ? Webhooks.Reach.ANYWHERE
            : Webhooks.Reach.PUBLIC;
    front =
        FleetioFront.of(wiring, RESOURCE)
            .routing(
                FleetioFront.routes(RESOURCE)
                    .get("", WebhooksFunction::list)
                    .post("", this::create)
                    .get("/{id}", this::show)
                    .patch("/{id}", this::revise)
                    .delete("/{id}", this::remove)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer list(Call call) {
    return LIST.answer(
        call, (_, webhooks) -> webhooks.stream().map(it -> answer(call, it)).toList());
  }

  private static boolean ours(Webhook webhook) {
    return webhook.dialect() == Dialect.FLEETIO;
  }

  /** An organization has few webhooks, of whatever dialect. */
  private static long size(Snapshot fleet) {
    return fleet.all(new Listing.Everything<>(Kind.WEBHOOK)).stream()
        .filter(WebhooksFunction::ours)
        .count();
  }

  private Answer create(Call call) {
    Webhook webhook = call.commit(WebhookBody.create(Attributes.of(call), secrets.get(), reach));
    return Answer.created(answer(call, webhook))
        .header("Location", call.request().path() + "/" + webhook.number());
  }

  private Answer show(Call call) {
    return Answer.ok(answer(call, Webhooks.get(call.fleet(), Dialect.FLEETIO, call.id("id"))));
  }

  private Answer revise(Call call) {
    return Answer.ok(
        answer(call, call.commit(WebhookBody.revise(call.id("id"), Attributes.of(call), reach))));
  }

  private Answer remove(Call call) {
    call.commit(Webhooks.remove(Dialect.FLEETIO, call.id("id")));
    return Answer.noContent();
  }

  private static WebhookAnswer answer(Call call, Webhook webhook) {
    return WebhookAnswer.of(webhook, call.caller().organization(), Times.of(call));
  }
}

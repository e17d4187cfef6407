package interline.onfleet;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Dialect;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Webhook;
import interline.fleet.Webhooks;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.util.Map;

/** {@code webhooks}: which addresses are told what. */
public final class OnfleetWebhooksFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final Handshake handshake;
  private final Front front;

  public OnfleetWebhooksFunction() {
    this(System.getenv());
  }

  public OnfleetWebhooksFunction(Map<String, String> environment) {
    Wiring wiring = Wiring.open(environment);
    handshake = new Handshake(wiring);
    front =
        OnfleetFront.of(wiring, "/webhooks")
            .routing(
                OnfleetFront.routes("webhooks")
                    .get("", OnfleetWebhooksFunction::list)
                    .post("", this::create)
                    .delete("/{id}", OnfleetWebhooksFunction::remove)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer list(Call call) {
    return Answer.ok(
        call.fleet().all(new Listing.WebhooksIn(Dialect.ONFLEET)).stream()
            .map(it -> WebhookAnswer.of(call, it))
            .toList());
  }

  /** Whoever is at the address is asked first: what they answer is nothing to ask for twice. */
  private Answer create(Call call) {
    WebhookBody wanted = WebhookBody.read(Bodies.required(call));
    handshake.require(wanted.url());
    Webhook made =
        call.commit(
            Webhooks.create(
                Dialect.ONFLEET,
                wanted.url(),
                wanted.name(),
                wanted.trigger(),
                wanted.threshold(),
                Triggers.most(wanted.trigger())));
    return Answer.ok(WebhookAnswer.of(call, made));
  }

  private static Answer remove(Call call) {
    call.commit(Webhooks.remove(Dialect.ONFLEET, Ids.inPath(call, "id", Kind.WEBHOOK)));
    return Answer.empty(200);
  }
}

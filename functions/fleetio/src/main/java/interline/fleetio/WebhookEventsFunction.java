package interline.fleetio;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Webhook;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.util.List;
import java.util.Map;

/** {@code webhook_events}: what webhooks were told. As long as nothing is sent, that is nothing. */
public final class WebhookEventsFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final String RESOURCE = "webhook_events";

  /** An empty part of the webhooks: it has the list's ways, and no records. */
  private static final RecordList<Webhook> LIST =
      RecordList.of(new Listing.Archived<>(Kind.WEBHOOK)).build();

  private final Front front;

  public WebhookEventsFunction() {
    this(System.getenv());
  }

  public WebhookEventsFunction(Map<String, String> environment) {
    front =
        FleetioFront.of(Wiring.open(environment), RESOURCE)
            .routing(FleetioFront.routes(RESOURCE).get("", WebhookEventsFunction::list).build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer list(Call call) {
    return LIST.answer(call, (_, _) -> List.of());
  }
}

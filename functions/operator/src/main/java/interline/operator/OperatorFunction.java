package interline.operator;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.gateway.Front;
import interline.gateway.Priming;
import interline.gateway.Routes;
import interline.gateway.Wiring;
import java.util.Map;

/** Serves {@code /operator}: the organizations of this deployment, their limits and their keys. */
public final class OperatorFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final Front front;

  /** Wires the function from the environment of its process. */
  public OperatorFunction() {
    this(System.getenv());
  }

  /** Wires the function from an environment. */
  public OperatorFunction(Map<String, String> environment) {
    this(Wiring.open(environment));
  }

  OperatorFunction(Wiring wiring) {
    OrganizationEndpoints organizations = new OrganizationEndpoints(wiring);
    KeyEndpoints keys = new KeyEndpoints(wiring);
    front =
        Front.of(wiring, new OperatorVoice(), new Signature())
            .authenticatingFirst()
            .primedBy(Priming.get("/operator/organizations"))
            .routing(
                Routes.at("/operator/organizations")
                    .get("", organizations::list)
                    .post("", organizations::create)
                    .get("/{organization}", organizations::show)
                    .patch("/{organization}", organizations::revise)
                    .get("/{organization}/limits", organizations::limits)
                    .put("/{organization}/limits", organizations::limit)
                    .get("/{organization}/webhook_secret", organizations::secret)
                    .post("/{organization}/webhook_secret", organizations::rotate)
                    .get("/{organization}/keys", keys::list)
                    .post("/{organization}/keys", keys::issue)
                    .delete("/{organization}/keys/{key}", keys::revoke)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }
}

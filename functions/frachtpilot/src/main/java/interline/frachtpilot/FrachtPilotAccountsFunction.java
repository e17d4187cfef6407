package interline.frachtpilot;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.gateway.Front;
import interline.gateway.Routes;
import interline.gateway.Wiring;
import java.util.Map;

/** Not served yet. */
public final class FrachtPilotAccountsFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final Front front;

  public FrachtPilotAccountsFunction() {
    this(System.getenv());
  }

  public FrachtPilotAccountsFunction(Map<String, String> environment) {
    Wiring wiring = Wiring.open(environment);
    Format usual = Format.usual(wiring);
    front =
        FrachtPilotFront.of(wiring, usual, "/api_v2/x")
            .routing(Routes.at("/api_v2/accounts", "/api_v2/customers").build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }
}

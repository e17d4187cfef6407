package interline.onfleet;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Routes;
import interline.gateway.Wiring;
import java.util.Map;

/**
 * {@code auth/test}: whose key this is. All paths that no other function serves come here too, so
 * that Onfleet's clients are told in words they understand that there is nothing.
 */
public final class AuthFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final Front front;

  public AuthFunction() {
    this(System.getenv());
  }

  public AuthFunction(Map<String, String> environment) {
    front =
        OnfleetFront.of(Wiring.open(environment), "/auth/test")
            .routing(Routes.at(OnfleetFront.PREFIX).get("/auth/test", AuthFunction::greet).build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  /** Clients look for the identifier between the quotes, so nothing else is quoted. */
  private static Answer greet(Call call) {
    return Answer.ok(
        Map.of(
            "message",
            "Hello organization '%s', hello from %s"
                .formatted(
                    Ids.of(call).ofOrganization(), call.request().sourceIp().orElse("unknown"))));
  }
}

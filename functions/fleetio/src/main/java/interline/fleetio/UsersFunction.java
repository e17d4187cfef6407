package interline.fleetio;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.User;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.util.Map;

/** {@code users/me}: who the holder of a key is. */
public final class UsersFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final String RESOURCE = "users";

  private final Front front;

  public UsersFunction() {
    this(System.getenv());
  }

  public UsersFunction(Map<String, String> environment) {
    front =
        FleetioFront.of(Wiring.open(environment), RESOURCE)
            .routing(FleetioFront.routes(RESOURCE).get("/me", UsersFunction::me).build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer me(Call call) {
    User user = call.caller().user().orElseThrow(() -> new Failure.NotFound(Kind.USER));
    return Answer.ok(UserAnswer.of(user, call.caller()));
  }
}

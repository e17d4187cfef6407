package interline.onfleet;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Failure;
import interline.fleet.Identity;
import interline.fleet.Organization;
import interline.fleet.OrganizationId;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Routes;
import interline.gateway.Wiring;
import java.util.Map;
import java.util.OptionalLong;

/** {@code organization} and {@code organizations}: who one is, and whom one is connected to. */
public final class OrganizationFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final Front front;

  public OrganizationFunction() {
    this(System.getenv());
  }

  public OrganizationFunction(Map<String, String> environment) {
    front =
        OnfleetFront.of(Wiring.open(environment), "/organization")
            .routing(
                Routes.at(OnfleetFront.PREFIX)
                    .get("/organization", OrganizationFunction::own)
                    .get("/organizations/{id}", OrganizationFunction::connected)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer own(Call call) {
    return Answer.ok(OrganizationAnswer.of(call.organization()));
  }

  private static Answer connected(Call call) {
    String id = call.request().parameter("id");
    if (!Ids.wellFormed(id)) {
      throw Refusal.noId(id);
    }
    Organization own = call.organization();
    OptionalLong number = Identity.organization(id);
    if (number.isEmpty()
        || (number.getAsLong() != own.number()
            && !own.profile().delegatees().contains(number.getAsLong()))) {
      throw Refusal.of(ErrorNumber.FOREIGN).addressed();
    }
    try {
      return Answer.ok(
          DelegateeAnswer.of(call.organizations().apply(new OrganizationId(number.getAsLong()))));
    } catch (Failure.Unauthenticated _) {
      throw Refusal.of(ErrorNumber.FOREIGN).addressed(); // it was disabled
    }
  }
}

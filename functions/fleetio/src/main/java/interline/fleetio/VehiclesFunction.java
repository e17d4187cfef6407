package interline.fleetio;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Vehicle;
import interline.fleet.Vehicles;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.util.Map;

/** {@code vehicles}. */
public final class VehiclesFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final String RESOURCE = "vehicles";

  private final Front front;

  public VehiclesFunction() {
    this(System.getenv());
  }

  public VehiclesFunction(Map<String, String> environment) {
    front =
        FleetioFront.of(Wiring.open(environment), RESOURCE)
            .routing(FleetioFront.routes(RESOURCE).get("/{id}", VehiclesFunction::show).build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer show(Call call) {
    Vehicle vehicle =
        Vehicles.get(call.fleet(), VehicleIdentifier.inPath(call.request().parameter("id")));
    return Answer.ok(VehicleAnswer.of(vehicle, call.caller().organization(), Times.of(call)));
  }
}

package interline.fleetio;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Kind;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.util.Map;

/** {@code vehicle_statuses}. */
public final class VehicleStatusesFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final Front front;

  public VehicleStatusesFunction() {
    this(System.getenv());
  }

  public VehicleStatusesFunction(Map<String, String> environment) {
    front =
        new CatalogueEndpoints("vehicle_statuses", Kind.VEHICLE_STATUS)
            .front(Wiring.open(environment));
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }
}

package interline.fleetio;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Snapshot;
import interline.fleet.Unique;
import interline.fleet.Vehicle;
import interline.fleet.Vehicles;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.util.Map;
import java.util.Optional;

/** {@code vehicles}. */
public final class VehiclesFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final String RESOURCE = "vehicles";

  private static final RecordList<Vehicle> LIST =
      RecordList.of(Kind.VEHICLE)
          .filter("name", Filter.text(it -> Optional.of(it.name()), Operator.LIKE, Operator.EQ))
          .filter("vin", Filter.text(Vehicle::vin, Operator.LIKE, Operator.EQ))
          .filter("license_plate", Filter.text(Vehicle::licensePlate, Operator.LIKE, Operator.EQ))
          .lookup("name", (fleet, name) -> named(fleet, Unique.vehicleName(name)))
          .lookup("vin", (fleet, vin) -> named(fleet, Unique.vin(vin)))
          .sort("name", new Listing.ByName<>(Kind.VEHICLE))
          .sortByChange(Kind.VEHICLE)
          .withArchived(new Listing.WithArchived<>(Kind.VEHICLE))
          .build();

  private final Front front;

  public VehiclesFunction() {
    this(System.getenv());
  }

  public VehiclesFunction(Map<String, String> environment) {
    front =
        FleetioFront.of(Wiring.open(environment), RESOURCE)
            .routing(
                FleetioFront.routes(RESOURCE)
                    .get("", VehiclesFunction::list)
                    .get("/{id}", VehiclesFunction::show)
                    .get("/{id}/vehicle_assignments", VehicleAssignmentLists::ofVehicle)
                    .get("/{id}/current_assignment", VehicleAssignmentLists::current)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Optional<Vehicle> named(Snapshot fleet, Unique unique) {
    return fleet
        .holder(Kind.VEHICLE, unique)
        .flatMap(fleet::find)
        .filter(it -> it.archived().isEmpty());
  }

  private static Answer list(Call call) {
    return LIST.answer(
        call,
        (_, vehicles) ->
            vehicles.stream()
                .map(it -> VehicleAnswer.of(it, call.caller().organization(), Times.UTC))
                .toList());
  }

  private static Answer show(Call call) {
    Vehicle vehicle =
        Vehicles.get(call.fleet(), VehicleIdentifier.inPath(call.request().parameter("id")));
    return Answer.ok(VehicleAnswer.of(vehicle, call.caller().organization(), Times.UTC));
  }
}

package interline.trimble;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Roster;
import interline.fleet.Unique;
import interline.fleet.Vehicle;
import interline.fleet.Vehicles;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Priming;
import interline.gateway.Routes;
import interline.gateway.Wiring;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /api/assets/v1/vehicles}: the vehicles of the fleet that are not archived. */
public final class TrimbleVehiclesFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final Listing<Vehicle> BY_ID = new Listing.ByName<>(Kind.VEHICLE);
  private static final Map<String, Listing<Vehicle>> ORDERS = Map.of("vehicleid", BY_ID);

  private final Access access;
  private final Front front;

  public TrimbleVehiclesFunction() {
    this(System.getenv());
  }

  public TrimbleVehiclesFunction(Map<String, String> environment) {
    Wiring wiring = Wiring.open(environment);
    this.access = new Access(wiring);
    this.front =
        Front.of(wiring, new TrimbleVoice(), access)
            .primedBy(Priming.get("/api/assets/v1/vehicles"))
            .routing(
                Routes.at("/api/assets/v1/vehicles")
                    .get("", TrimbleVehiclesFunction::list)
                    .post("", this::add)
                    .put("", TrimbleVehiclesFunction::rename)
                    .delete("", TrimbleVehiclesFunction::delete)
                    .delete("/{id}", TrimbleVehiclesFunction::delete)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer list(Call call) {
    var query = ListQuery.read(call.request(), ORDERS, BY_ID);
    return Answer.ok(ListAnswer.of(call, query, Vehicles::count, query.order(), FleetVehicle::of));
  }

  private Answer add(Call call) {
    List<Roster.Row<Vehicle>> rows =
        Members.rows(call.request()).stream().map(FleetVehicle::added).toList();
    Roster.Outcome<Vehicle> outcome =
        Chunks.commit(call, rows, Vehicles.MOST_ADDED, chunk -> Roster.add(Kind.VEHICLE, chunk));
    String whose = access.isPartners(call.request()) ? " for the Partner" : "";
    return Answer.ok(
        WriteAnswer.of(
            outcome,
            FleetVehicle.Written::of,
            "Successfully added all vehicles to the account.",
            ids ->
                ErrorBody.duplicates(
                    "The request finished without adding duplicate vehicleIds" + whose, ids)));
  }

  private static Answer rename(Call call) {
    List<Roster.Revision<Vehicle>> rows =
        Named.last(Members.rows(call.request()), FleetVehicle.ID).stream()
            .map(FleetVehicle::renamed)
            .toList();
    Roster.Outcome<Vehicle> outcome =
        Chunks.commit(
            call, rows, Vehicles.MOST_REVISED, chunk -> Roster.change(Kind.VEHICLE, chunk));
    return Answer.ok(
        WriteAnswer.of(
            outcome,
            FleetVehicle.Written::of,
            "Successfully updated all vehicles in the account.",
            ids ->
                ErrorBody.notFound(
                    "The request finished without updating non-existent vehicles", ids)));
  }

  private static Answer delete(Call call) {
    String id = Named.one(call.request(), FleetVehicle.ID);
    Vehicles.Identifier identifier = new Vehicles.Identifier.ByUnique(Unique.vehicleName(id));
    Optional<Vehicle> vehicle = find(call, identifier);
    if (vehicle.isEmpty()) {
      return Named.none("vehicle", id);
    }
    boolean gone = false;
    while (!gone) {
      gone = call.commit(Vehicles.remove(identifier));
    }
    return Answer.ok(new Named.Removed("Successfully deleted vehicle with Id: " + id));
  }

  private static Optional<Vehicle> find(Call call, Vehicles.Identifier identifier) {
    try {
      return Optional.of(Vehicles.get(call.fleet(), identifier))
          .filter(vehicle -> vehicle.archived().isEmpty());
    } catch (Failure.NotFound _) {
      return Optional.empty();
    }
  }
}

package interline.fleetio;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Change;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Snapshot;
import interline.fleet.Unique;
import interline.fleet.UseCase;
import interline.fleet.Vehicle;
import interline.fleet.Vehicles;
import interline.fleet.Vehicles.Identifier;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code vehicles}. */
public final class VehiclesFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final String RESOURCE = "vehicles";

  private static final RecordList<Vehicle> LIST =
      RecordList.of(Kind.VEHICLE)
          .filter("name", Filter.text(it -> Optional.of(it.name()), Operator.LIKE, Operator.EQ))
          .filter("vin", Filter.text(Vehicle::vin, Operator.LIKE, Operator.EQ))
          .filter("license_plate", Filter.text(Vehicle::licensePlate, Operator.LIKE, Operator.EQ))
          .filter("external_id", Filter.anyText(it -> it.externalIds().values()))
          .filter("labels", LabelFilter.of(Vehicle::labels))
          .lookup("name", (fleet, name) -> named(fleet, Unique.vehicleName(name)))
          .lookup("vin", (fleet, vin) -> named(fleet, Unique.vin(vin)))
          .sort("name", new Listing.ByName<>(Kind.VEHICLE))
          .sortByChange(Kind.VEHICLE)
          .withArchived(new Listing.WithArchived<>(Kind.VEHICLE), VehiclesFunction::all)
          .build();

  private static final RecordList<Vehicle> ARCHIVED =
      RecordList.of(new Listing.Archived<>(Kind.VEHICLE), Kind.VEHICLE, Vehicles.ARCHIVED).build();

  private final Front front;

  public VehiclesFunction() {
    this(System.getenv());
  }

  public VehiclesFunction(Map<String, String> environment) {
    front =
        FleetioFront.of(Wiring.open(environment), RESOURCE)
            .routing(
                BelowVehicles.add(
                        FleetioFront.routes(RESOURCE)
                            .get("", call -> LIST.answer(call, shown(call)))
                            .post("", VehiclesFunction::create)
                            .get("/archived", call -> ARCHIVED.answer(call, shown(call)))
                            .get("/{id}", VehiclesFunction::show)
                            .patch("/{id}", VehiclesFunction::update)
                            .put("/{id}", VehiclesFunction::update)
                            .delete("/{id}", VehiclesFunction::delete)
                            .patch("/{id}/archive", VehiclesFunction::archive)
                            .patch("/{id}/restore", call -> changed(call, Vehicles::restore)))
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer create(Call call) {
    Attributes said = Attributes.of(call);
    Vehicle.Revision draft = VehicleBody.read(said);
    Vehicle vehicle = call.commit(VehicleBody.asked(said, Vehicles.create(draft)));
    return Answer.created(shown(call, call.fleet(), vehicle))
        .header("Location", call.request().path() + "/" + vehicle.number());
  }

  private static Answer show(Call call) {
    Snapshot fleet = call.fleet();
    return Answer.ok(shown(call, fleet, Vehicles.get(fleet, identifier(call))));
  }

  private static Answer update(Call call) {
    Attributes said = Attributes.of(call);
    Vehicle.Revision revision = VehicleBody.read(said);
    return changed(call, id -> VehicleBody.asked(said, Vehicles.revise(id, revision)));
  }

  private static Answer delete(Call call) {
    boolean gone = false;
    while (!gone) {
      gone = call.commit(Vehicles.remove(identifier(call)));
    }
    return Answer.noContent();
  }

  private static Answer archive(Call call) {
    Vehicle vehicle = call.commit(Vehicles.archive(identifier(call)));
    while (vehicle.archived().isEmpty()) {
      vehicle = call.commit(Vehicles.archive(identifier(call)));
    }
    return Answer.ok(shown(call, call.fleet(), vehicle));
  }

  private static Answer changed(Call call, Function<Identifier, UseCase<Vehicle>> wish) {
    Vehicle vehicle = call.commit(wish.apply(identifier(call)));
    return Answer.ok(shown(call, call.fleet(), vehicle));
  }

  private static Identifier identifier(Call call) {
    return VehicleIdentifier.inPath(call.request().parameter("id"));
  }

  private static Object shown(Call call, Snapshot fleet, Vehicle vehicle) {
    return VehicleAnswer.of(fleet, vehicle, call.caller().organization(), Times.of(call));
  }

  private static RecordList.Show<Vehicle> shown(Call call) {
    return (fleet, vehicles) ->
        VehicleAnswer.of(fleet, vehicles, call.caller().organization(), Times.of(call));
  }

  private static long all(Snapshot fleet) {
    Map<String, Long> figures = fleet.counts(Kind.VEHICLE);
    return figures.getOrDefault(Change.Count.TOTAL, 0L)
        + figures.getOrDefault(Vehicles.ARCHIVED, 0L);
  }

  private static Optional<Vehicle> named(Snapshot fleet, Unique unique) {
    return fleet
        .holder(Kind.VEHICLE, unique)
        .flatMap(fleet::find)
        .filter(it -> it.archived().isEmpty());
  }
}

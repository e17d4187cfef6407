package interline.fleetio;

import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.Ref;
import interline.fleet.Snapshot;
import interline.fleet.Vehicle;
import interline.fleet.Vehicles;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Routes;
import java.util.List;

/** What belongs to one vehicle and is asked for below it; each resource adds its lines. */
final class BelowVehicles {

  private BelowVehicles() {}

  static Routes.Builder add(Routes.Builder routes) {
    return routes
        .get("/{id}/linked_vehicles", BelowVehicles::linkedVehicles)
        .get("/{id}/fuel_entries", BelowVehicles::none)
        .get("/{id}/service_entries", BelowVehicles::none)
        .get("/{id}/purchase_detail", BelowVehicles::purchaseDetail)
        .get("/{id}/purchase_details", BelowVehicles::purchaseDetail)
        .get("/{id}/meter_entries", BelowVehicles::meterEntries)
        .get("/{id}/location_entries", BelowVehicles::locationEntries)
        .get("/{id}/vehicle_assignments", VehicleAssignmentLists::ofVehicle)
        .get("/{id}/current_assignment", VehicleAssignmentLists::current);
  }

  private static Answer meterEntries(Call call) {
    return MeterEntryLists.of(vehicle(call))
        .answer(call, MeterEntryLists.show(call.caller().organization(), Times.of(call)));
  }

  private static Answer locationEntries(Call call) {
    return LocationEntryLists.of(vehicle(call))
        .answer(call, LocationEntryLists.show(call.caller().organization(), Times.of(call)));
  }

  private static Answer linkedVehicles(Call call) {
    Snapshot fleet = call.fleet();
    Vehicle vehicle = Vehicles.get(fleet, VehicleIdentifier.inPath(call.request().parameter("id")));
    List<Ref<Vehicle>> linked = VehicleDetails.of(vehicle).linked();
    Snapshot.Found found = fleet.findAll(linked);
    List<Vehicle> vehicles = linked.stream().flatMap(ref -> found.find(ref).stream()).toList();
    return ShortList.of(
        call, VehicleAnswer.of(fleet, vehicles, call.caller().organization(), Times.of(call)));
  }

  /** Of what is not kept here no vehicle has any. */
  private static Answer none(Call call) {
    long _ = vehicle(call);
    return ShortList.of(call, List.of());
  }

  private static Answer purchaseDetail(Call call) {
    Vehicle vehicle =
        Vehicles.get(call.fleet(), VehicleIdentifier.inPath(call.request().parameter("id")));
    return Answer.ok(
        VehicleDetails.of(vehicle)
            .find("purchase_detail")
            .orElseThrow(() -> new Failure.NotFound(Kind.VEHICLE)));
  }

  private static long vehicle(Call call) {
    return Vehicles.get(call.fleet(), VehicleIdentifier.inPath(call.request().parameter("id")))
        .number();
  }
}

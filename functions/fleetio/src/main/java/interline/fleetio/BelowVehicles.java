package interline.fleetio;

import interline.gateway.Routes;

/** What belongs to one vehicle and is asked for below it; each resource adds its lines. */
final class BelowVehicles {

  private BelowVehicles() {}

  static Routes.Builder add(Routes.Builder routes) {
    return routes
        .get("/{id}/vehicle_assignments", VehicleAssignmentLists::ofVehicle)
        .get("/{id}/current_assignment", VehicleAssignmentLists::current);
  }
}

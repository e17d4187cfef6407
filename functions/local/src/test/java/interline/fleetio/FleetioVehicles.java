package interline.fleetio;

import interline.local.Http;
import interline.local.Tenant;

/** Vehicles for tests that are about something else. */
final class FleetioVehicles {

  private FleetioVehicles() {}

  /** The number of a new vehicle. */
  static long made(Tenant tenant, String name) {
    return Http.fleetio(tenant)
        .post(
            "/vehicles",
            """
            {"name":"%s","primary_meter_unit":"mi","vehicle_type_id":1,"vehicle_status_id":1}\
            """
                .formatted(name))
        .json()
        .path("id")
        .longValue();
  }
}

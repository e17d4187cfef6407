package interline.fleetio;

import interline.fleet.Said;
import interline.fleet.Vehicle;
import interline.fleet.Vehicles;
import interline.local.Tenant;
import interline.local.TestServer;
import java.util.Map;

/** Vehicles for tests that are about something else. */
final class FleetioVehicles {

  private FleetioVehicles() {}

  /** The number of a new vehicle. */
  static long made(Tenant tenant, String name) {
    return TestServer.store()
        .commit(
            tenant.caller(),
            Vehicles.create(
                new Vehicle.Revision(
                    new Said.Given<>(name),
                    new Said.Nothing<>(),
                    new Said.Nothing<>(),
                    new Said.Nothing<>(),
                    new Said.Nothing<>(),
                    new Said.Nothing<>(),
                    new Said.Nothing<>(),
                    new Said.Given<>(1L),
                    new Said.Given<>(1L),
                    new Said.Given<>(Vehicle.MeterUnit.MILES),
                    new Said.Nothing<>(),
                    new Said.Nothing<>(),
                    new Said.Nothing<>(),
                    Map.of())))
        .number();
  }
}

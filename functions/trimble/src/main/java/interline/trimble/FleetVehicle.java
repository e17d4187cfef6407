package interline.trimble;

import com.fasterxml.jackson.annotation.JsonProperty;
import interline.fleet.Pick;
import interline.fleet.Roster;
import interline.fleet.Said;
import interline.fleet.Vehicle;
import interline.fleet.Vehicle.MeterUnit;
import interline.fleet.Vehicles;
import java.util.Map;
import java.util.Optional;

/** A vehicle as lists show one: what the fleet calls its name is the id here. */
record FleetVehicle(long id, Optional<String> name, String vehicleId, String modifiedOn) {

  static final String ID = "vehicleId";

  private static final String NAME = "Name";

  /** What Trimble calls its name; the other dialects have no place for a second one. */
  private static final String KEPT = "trimble.name";

  /** A vehicle as an answer to a write shows one. */
  record Written(
      @JsonProperty("Id") long id,
      @JsonProperty("Name") Optional<String> name,
      @JsonProperty("VehicleId") String vehicleId,
      @JsonProperty("ModifiedOn") String modifiedOn) {

    static Written of(Vehicle vehicle) {
      FleetVehicle shown = FleetVehicle.of(vehicle);
      return new Written(shown.id, shown.name, shown.vehicleId, shown.modifiedOn);
    }
  }

  static FleetVehicle of(Vehicle vehicle) {
    return new FleetVehicle(
        vehicle.number(),
        vehicle.details().find(KEPT).map(Object::toString),
        vehicle.name(),
        Moments.modified(vehicle.stamp().changed()));
  }

  /** A vehicle to be added; of what Trimble does not speak, it is as plain as can be. */
  static Roster.Row<Vehicle> added(Members row) {
    String id = row.required(ID);
    return Vehicles.row(
        id,
        revision(
            new Said.Given<>(id),
            new Said.Given<>(new Pick.ByName("Active")),
            new Said.Given<>(new Pick.ByName("Other")),
            new Said.Given<>(MeterUnit.MILES),
            Map.of(KEPT, row.text(NAME).map(Object.class::cast))));
  }

  /** A vehicle to be renamed; a row without a name leaves it, one with none takes it away. */
  static Roster.Revision<Vehicle> renamed(Members row) {
    return Vehicles.revision(
        row.required(ID),
        revision(
            new Said.Nothing<>(),
            new Said.Nothing<>(),
            new Said.Nothing<>(),
            new Said.Nothing<>(),
            row.has(NAME) ? Map.of(KEPT, row.text(NAME).map(Object.class::cast)) : Map.of()));
  }

  private static Vehicle.Revision revision(
      Said<String> name,
      Said<Pick> status,
      Said<Pick> type,
      Said<MeterUnit> meterUnit,
      Map<String, Optional<Object>> details) {
    return new Vehicle.Revision(
        name,
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        status,
        type,
        meterUnit,
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        details);
  }
}

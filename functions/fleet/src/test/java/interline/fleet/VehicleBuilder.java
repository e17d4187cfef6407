package interline.fleet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a test says of a vehicle: either all that a new one needs, or nothing yet. */
final class VehicleBuilder {

  private Said<String> name = new Said.Nothing<>();
  private Said<String> vin = new Said.Nothing<>();
  private Said<String> licensePlate = new Said.Nothing<>();
  private Said<String> make = new Said.Nothing<>();
  private Said<String> model = new Said.Nothing<>();
  private Said<Integer> year = new Said.Nothing<>();
  private Said<String> color = new Said.Nothing<>();
  private Said<Pick> status = new Said.Nothing<>();
  private Said<Pick> type = new Said.Nothing<>();
  private Said<Vehicle.MeterUnit> meterUnit = new Said.Nothing<>();
  private Said<Pick> group = new Said.Nothing<>();
  private Said<List<Long>> labels = new Said.Nothing<>();
  private Said<Map<String, String>> externalIds = new Said.Nothing<>();
  private final Map<String, Optional<Object>> details = new HashMap<>();

  /** A revision that speaks of nothing. */
  static VehicleBuilder nothing() {
    return new VehicleBuilder();
  }

  /** All that a new vehicle has to have, and a VIN. */
  static VehicleBuilder aVehicle() {
    return nothing()
        .name("Truck 7")
        .vin("1FTFW1ET5DFC10312")
        .status(new Said.Given<>(1L))
        .type(new Said.Given<>(2L))
        .meterUnit(new Said.Given<>(Vehicle.MeterUnit.MILES));
  }

  VehicleBuilder name(String value) {
    return name(new Said.Given<>(value));
  }

  VehicleBuilder name(Said<String> value) {
    name = value;
    return this;
  }

  VehicleBuilder vin(String value) {
    return vin(new Said.Given<>(value));
  }

  VehicleBuilder vin(Said<String> value) {
    vin = value;
    return this;
  }

  VehicleBuilder licensePlate(Said<String> value) {
    licensePlate = value;
    return this;
  }

  VehicleBuilder make(Said<String> value) {
    make = value;
    return this;
  }

  VehicleBuilder model(Said<String> value) {
    model = value;
    return this;
  }

  VehicleBuilder year(Said<Integer> value) {
    year = value;
    return this;
  }

  VehicleBuilder color(Said<String> value) {
    color = value;
    return this;
  }

  VehicleBuilder status(Said<Long> value) {
    status = picked(value);
    return this;
  }

  VehicleBuilder type(Said<Long> value) {
    type = picked(value);
    return this;
  }

  VehicleBuilder type(Pick value) {
    type = new Said.Given<>(value);
    return this;
  }

  VehicleBuilder meterUnit(Said<Vehicle.MeterUnit> value) {
    meterUnit = value;
    return this;
  }

  VehicleBuilder group(Said<Pick> value) {
    group = value;
    return this;
  }

  VehicleBuilder labels(Said<List<Long>> value) {
    labels = value;
    return this;
  }

  VehicleBuilder externalIds(Map<String, String> value) {
    externalIds = new Said.Given<>(value);
    return this;
  }

  VehicleBuilder detail(String key, Object value) {
    details.put(key, Optional.of(value));
    return this;
  }

  VehicleBuilder without(String key) {
    details.put(key, Optional.empty());
    return this;
  }

  Vehicle.Revision revision() {
    return new Vehicle.Revision(
        name,
        vin,
        licensePlate,
        make,
        model,
        year,
        color,
        status,
        type,
        meterUnit,
        group,
        labels,
        externalIds,
        details);
  }

  private static Said<Pick> picked(Said<Long> number) {
    return switch (number) {
      case Said.Nothing<Long> _ -> new Said.Nothing<>();
      case Said.None<Long> _ -> new Said.None<>();
      case Said.Given<Long>(Long value) -> new Said.Given<>(new Pick.ByNumber(value));
    };
  }
}

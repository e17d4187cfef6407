package interline.fleetio;

import interline.fleet.Kind;
import interline.fleet.Ref;
import interline.fleet.Vehicle;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What only Fleetio says of a vehicle; the fleet keeps it under {@code fleetio.<attribute>}. */
final class VehicleDetails {

  static final String FUEL_TYPE = "fuel_type";

  private static final int TEXT = 255;

  private static final int MOST_LINKED = 100;

  private final Vehicle vehicle;

  private VehicleDetails(Vehicle vehicle) {
    this.vehicle = vehicle;
  }

  /** What a record says of a vehicle, in the form in which the fleet keeps it. */
  static Map<String, Optional<Object>> read(Attributes said) {
    Kept kept = new Kept();
    kept.hear("trim", said.textUpTo(TEXT, "trim"));
    kept.hear("registration_state", said.textUpTo(TEXT, "registration_state"));
    kept.hear(
        "registration_expiration_month",
        said.integerWithin(0, 12, "registration_expiration_month"));
    kept.hear("fuel_type_id", said.parent(FUEL_TYPE));
    kept.hear(
        "fuel_volume_units",
        said.word(words("us_gallons", "uk_gallons", "liters"), "fuel_volume_units"));
    kept.hear(
        "system_of_measurement", said.word(words("imperial", "metric"), "system_of_measurement"));
    kept.hear("ownership", said.word(words("owned", "leased", "rented", "customer"), "ownership"));
    kept.hear("secondary_meter", said.flag("secondary_meter"));
    kept.hear("secondary_meter_unit", said.word(words("mi", "km", "hr"), "secondary_meter_unit"));
    kept.hear("linked_vehicle_ids", said.idsUpTo(MOST_LINKED, "linked_vehicle_ids"));
    kept.hear("in_service_date", said.day("in_service_date"));
    kept.hear("out_of_service_date", said.day("out_of_service_date"));
    kept.hear("in_service_meter_value", said.decimal("in_service_meter_value", "in_service_meter"));
    kept.hear(
        "out_of_service_meter_value",
        said.decimal("out_of_service_meter_value", "out_of_service_meter"));
    kept.hear("estimated_service_months", said.decimal("estimated_service_months"));
    kept.hear("estimated_replacement_mileage", said.decimal("estimated_replacement_mileage"));
    kept.hear("estimated_resale_price", said.decimal("estimated_resale_price"));
    kept.hear("purchase_detail", said.tree("purchase_detail", "purchase_detail_attributes"));
    kept.hear("specs", said.tree("specs", "specs_attributes"));
    kept.hear("custom_fields", said.tree("custom_fields"));
    return kept.changes();
  }

  /** What is known of a vehicle. */
  static VehicleDetails of(Vehicle vehicle) {
    return new VehicleDetails(vehicle);
  }

  Optional<Object> find(String attribute) {
    return Kept.find(vehicle.details(), attribute);
  }

  /** The vehicles that it is linked to, by number from the highest. */
  List<Ref<Vehicle>> linked() {
    return find("linked_vehicle_ids").stream()
        .flatMap(ids -> ((List<?>) ids).stream())
        .map(id -> ((BigDecimal) id).longValue())
        .distinct()
        .sorted(Comparator.reverseOrder())
        .map(Kind.VEHICLE::number)
        .toList();
  }

  Optional<String> text(String attribute) {
    return find(attribute).map(Object::toString);
  }

  Optional<BigDecimal> decimal(String attribute) {
    return find(attribute).map(BigDecimal.class::cast);
  }

  private static Map<String, String> words(String... words) {
    return Stream.of(words).collect(Collectors.toMap(word -> word, word -> word));
  }
}

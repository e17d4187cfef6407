package interline.fleetio;

import interline.fleet.Kind;
import interline.fleet.Ref;
import interline.fleet.Said;
import interline.fleet.Vehicle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What only Fleetio says of a vehicle; the fleet keeps it under {@code fleetio.<attribute>}. */
final class VehicleDetails {

  private static final String PREFIX = "fleetio.";

  static final String FUEL_TYPE = "fuel_type";

  private static final int TEXT = 255;

  private static final int MOST_LINKED = 100;

  private final Vehicle vehicle;

  private VehicleDetails(Vehicle vehicle) {
    this.vehicle = vehicle;
  }

  /** What a record says of a vehicle, in the form in which the fleet keeps it. */
  static Map<String, Optional<Object>> read(Attributes said) {
    Map<String, Said<?>> all = new LinkedHashMap<>();
    all.put("trim", said.textUpTo(TEXT, "trim"));
    all.put("registration_state", said.textUpTo(TEXT, "registration_state"));
    all.put(
        "registration_expiration_month",
        said.integerWithin(0, 12, "registration_expiration_month"));
    all.put("fuel_type_id", said.parent(FUEL_TYPE));
    all.put(
        "fuel_volume_units",
        said.word(words("us_gallons", "uk_gallons", "liters"), "fuel_volume_units"));
    all.put(
        "system_of_measurement", said.word(words("imperial", "metric"), "system_of_measurement"));
    all.put("ownership", said.word(words("owned", "leased", "rented", "customer"), "ownership"));
    all.put("secondary_meter", said.flag("secondary_meter"));
    all.put("secondary_meter_unit", said.word(words("mi", "km", "hr"), "secondary_meter_unit"));
    all.put("linked_vehicle_ids", said.idsUpTo(MOST_LINKED, "linked_vehicle_ids"));
    all.put("in_service_date", said.day("in_service_date"));
    all.put("out_of_service_date", said.day("out_of_service_date"));
    all.put("in_service_meter_value", said.decimal("in_service_meter_value", "in_service_meter"));
    all.put(
        "out_of_service_meter_value",
        said.decimal("out_of_service_meter_value", "out_of_service_meter"));
    all.put("estimated_service_months", said.decimal("estimated_service_months"));
    all.put("estimated_replacement_mileage", said.decimal("estimated_replacement_mileage"));
    all.put("estimated_resale_price", said.decimal("estimated_resale_price"));
    all.put("purchase_detail", said.tree("purchase_detail", "purchase_detail_attributes"));
    all.put("specs", said.tree("specs", "specs_attributes"));
    all.put("custom_fields", said.tree("custom_fields"));
    return kept(all);
  }

  /** What is known of a vehicle. */
  static VehicleDetails of(Vehicle vehicle) {
    return new VehicleDetails(vehicle);
  }

  Optional<Object> find(String attribute) {
    return vehicle.details().find(PREFIX + attribute);
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

  private static Map<String, Optional<Object>> kept(Map<String, Said<?>> all) {
    Map<String, Optional<Object>> kept = new LinkedHashMap<>();
    all.forEach(
        (attribute, said) -> {
          switch (said) {
            case Said.Nothing<?> _ -> {}
            case Said.None<?> _ -> kept.put(PREFIX + attribute, Optional.empty());
            case Said.Given<?>(Object value) ->
                kept.put(PREFIX + attribute, Optional.of(kept(value)));
          }
        });
    return kept;
  }

  private static Object kept(Object value) {
    return switch (value) {
      case Integer number -> BigDecimal.valueOf(number);
      case Long number -> BigDecimal.valueOf(number);
      case LocalDate day -> day.toString();
      case List<?> list -> list.stream().map(VehicleDetails::kept).toList();
      default -> value;
    };
  }

  private static Map<String, String> words(String... words) {
    return Stream.of(words).collect(Collectors.toMap(word -> word, word -> word));
  }
}

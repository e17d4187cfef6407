package interline.fleetio;

import interline.fleet.CatalogueEntry;
import interline.fleet.Group;
import interline.fleet.LocationEntry;
import interline.fleet.OrganizationId;
import interline.fleet.Snapshot;
import interline.fleet.Vehicle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A vehicle as clients of any version read it: the members of both shapes of the contract. */
final class VehicleAnswer {

  /** A meter that nobody has read. */
  private static final BigDecimal UNREAD = new BigDecimal("0.0");

  private final Vehicle vehicle;
  private final Names names;
  private final VehicleDetails details;
  private final Map<String, Object> members = new LinkedHashMap<>();

  private VehicleAnswer(Vehicle vehicle, Names names) {
    this.vehicle = vehicle;
    this.names = names;
    this.details = VehicleDetails.of(vehicle);
  }

  /** All of them, with the names of what they refer to. */
  static List<Map<String, Object>> of(
      Snapshot fleet, List<Vehicle> vehicles, OrganizationId account, Times times) {
    Names names = Names.of(fleet, vehicles);
    return vehicles.stream().map(vehicle -> listed(vehicle, names, account, times)).toList();
  }

  /** A single one, with what may be too large for a page of them. */
  static Map<String, Object> of(
      Snapshot fleet, Vehicle vehicle, OrganizationId account, Times times) {
    return of(vehicle, Names.of(fleet, List.of(vehicle)), account, times);
  }

  static Map<String, Object> of(Vehicle vehicle, Names names, OrganizationId account, Times times) {
    VehicleDetails details = VehicleDetails.of(vehicle);
    Map<String, Object> members = listed(vehicle, names, account, times);
    members.put("linked_vehicle_ids", details.find("linked_vehicle_ids").orElse(List.of()));
    members.put("specs", details.find("specs"));
    members.put("purchase_detail", details.find("purchase_detail"));
    return members;
  }

  private static Map<String, Object> listed(
      Vehicle vehicle, Names names, OrganizationId account, Times times) {
    VehicleAnswer answer = new VehicleAnswer(vehicle, names);
    answer.identity(account, times);
    answer.description();
    answer.classification();
    answer.settings();
    answer.meters();
    answer.lifecycle();
    answer.relations();
    return answer.members;
  }

  private void identity(OrganizationId account, Times times) {
    put("id", vehicle.number());
    put("account_id", account.number());
    put("name", vehicle.name());
    put("created_at", times.at(vehicle.stamp().created()));
    put("updated_at", times.at(vehicle.stamp().changed()));
    put("archived_at", vehicle.archived().map(times::at));
    put("is_sample", false);
    put("ai_enabled", false);
    put("assetable_type", "Vehicle");
    put("external_ids", vehicle.externalIds());
    put("labels", names.labels(vehicle));
  }

  private void description() {
    put("vin", vehicle.vin());
    put("license_plate", vehicle.licensePlate());
    put("make", vehicle.make());
    put("model", vehicle.model());
    put("trim", details.text("trim"));
    put("color", vehicle.color());
    put("registration_state", details.text("registration_state"));
    put("year", vehicle.year());
    put(
        "registration_expiration_month",
        details.decimal("registration_expiration_month").orElse(BigDecimal.ZERO));
    putNull("default_image_url_small");
  }

  private void classification() {
    put("vehicle_type_id", vehicle.type());
    put("vehicle_type_name", names.type(vehicle).map(CatalogueEntry::name));
    put("vehicle_status_id", vehicle.status());
    put("vehicle_status_name", names.status(vehicle).map(CatalogueEntry::name));
    put("vehicle_status_color", names.status(vehicle).flatMap(CatalogueEntry::color));
    put("group_id", vehicle.group());
    put("group_name", names.group(vehicle).map(Group::name));
    put("group_ancestry", names.group(vehicle).flatMap(VehicleAnswer::ancestry));
  }

  private void settings() {
    put("ownership", capitalized(details.text("ownership").orElse("owned")));
    put("fuel_type_id", details.decimal("fuel_type_id"));
    put("fuel_type_name", names.fuel(vehicle).map(CatalogueEntry::name));
    put("fuel_volume_units", details.text("fuel_volume_units").orElse("us_gallons"));
    put("system_of_measurement", details.text("system_of_measurement").orElse("imperial"));
    putNull("axle_config_id");
  }

  private void meters() {
    String unit = unit(vehicle.meterUnit());
    put("meter_unit", unit);
    put("primary_meter_unit", unit);
    put("current_meter_value", vehicle.primaryMeter().map(Vehicle.Reading::value).orElse(UNREAD));
    put("primary_meter_value", value(vehicle.primaryMeter()));
    put("primary_meter_date", day(vehicle.primaryMeter()));
    putNull("primary_meter_usage_per_day");
    put("secondary_meter", details.find("secondary_meter").orElse(false));
    put("secondary_meter_unit", details.text("secondary_meter_unit"));
    put("secondary_meter_value", value(vehicle.secondaryMeter()));
    put("secondary_meter_date", day(vehicle.secondaryMeter()));
    putNull("secondary_meter_usage_per_day");
  }

  private void lifecycle() {
    put("in_service_date", details.text("in_service_date"));
    put("in_service_meter_value", decimalText("in_service_meter_value"));
    put("out_of_service_date", details.text("out_of_service_date"));
    put("out_of_service_meter_value", decimalText("out_of_service_meter_value"));
    put(
        "estimated_service_months",
        details.decimal("estimated_service_months").map(VehicleAnswer::whole));
    put("estimated_replacement_mileage", decimalText("estimated_replacement_mileage"));
    put(
        "estimated_resale_price_cents",
        details
            .decimal("estimated_resale_price")
            .map(price -> price.movePointRight(2))
            .map(VehicleAnswer::whole));
  }

  private void relations() {
    put("current_location_entry_id", vehicle.position().map(LocationEntry.Mark::entry));
    for (String counted :
        List.of(
            "comments",
            "documents",
            "images",
            "fuel_entries",
            "service_entries",
            "service_reminders",
            "vehicle_renewal_reminders",
            "issues",
            "work_orders")) {
      put(counted + "_count", 0);
    }
    put("custom_fields", details.find("custom_fields").orElse(Map.of()));
  }

  private void put(String name, Object value) {
    members.put(name, value);
  }

  private void putNull(String name) {
    members.put(name, Optional.empty());
  }

  private static String value(Optional<Vehicle.Reading> meter) {
    return Decimals.text(meter.map(Vehicle.Reading::value).orElse(UNREAD));
  }

  private static Optional<String> day(Optional<Vehicle.Reading> meter) {
    return meter.map(Vehicle.Reading::day).map(LocalDate::toString);
  }

  private Optional<String> decimalText(String attribute) {
    return details.decimal(attribute).map(Decimals::text);
  }

  private static BigInteger whole(BigDecimal number) {
    return number.setScale(0, RoundingMode.HALF_UP).toBigInteger();
  }

  private static String unit(Vehicle.MeterUnit unit) {
    return switch (unit) {
      case MILES -> "mi";
      case KILOMETRES -> "km";
      case HOURS -> "hr";
    };
  }

  /** The numbers of the groups above, or nothing for a top one. */
  static Optional<String> ancestry(Group group) {
    return Optional.of(group.ancestors())
        .filter(above -> !above.isEmpty())
        .map(above -> above.stream().map(String::valueOf).collect(Collectors.joining("/")));
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}

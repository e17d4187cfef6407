package interline.fleetio;

import interline.fleet.Rule;
import interline.fleet.Said;
import interline.fleet.Vehicle;
import interline.fleet.Vehicle.MeterUnit;
import interline.fleet.VehicleCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What clients say of a vehicle. The names for creating and those for updating are understood in
 * either case, and what is no attribute of a vehicle is not heard.
 */
final class VehicleBody {

  static final Map<String, MeterUnit> METER_UNITS =
      Map.of("mi", MeterUnit.MILES, "km", MeterUnit.KILOMETRES, "hr", MeterUnit.HOURS);

  private VehicleBody() {}

  static Vehicle.Revision read(Attributes said) {
    return new Vehicle.Revision(
        said.text("name"),
        said.text("vin"),
        said.text("license_plate"),
        said.text("make"),
        said.text("model"),
        said.integer("year"),
        said.text("color"),
        entry(said, "vehicle_status", VehicleCatalogue.STATUSES),
        entry(said, "vehicle_type", VehicleCatalogue.TYPES),
        said.word(METER_UNITS, "meter_unit", "primary_meter_unit"),
        said.id("group_id"),
        labels(said),
        externalIds(said),
        VehicleDetails.read(said));
  }

  private static Said<List<Long>> labels(Attributes said) {
    return switch (said.ids("label_ids")) {
      case Said.Given<List<Long>>(List<Long> labels) ->
          new Said.Given<>(labels.stream().distinct().toList());
      case Said<List<Long>> other -> other;
    };
  }

  /** What is no text is taken as it would be written. */
  private static Said<Map<String, String>> externalIds(Attributes said) {
    return switch (said.tree("external_ids")) {
      case Said.Nothing<Object> _ -> new Said.Nothing<>();
      case Said.None<Object> _ -> new Said.None<>();
      case Said.Given<Object>(Object tree) -> {
        Map<String, String> ids = new TreeMap<>();
        ((Map<?, ?>) tree).forEach((system, id) -> ids.put((String) system, id.toString()));
        ids.values().removeIf(String::isBlank);
        yield new Said.Given<>(ids);
      }
    };
  }

  /** An entry of a catalogue by its number, or else by its name. */
  private static Said<Long> entry(
      Attributes said, String association, List<VehicleCatalogue.Entry> catalogue) {
    Said<Long> number = said.parent(association);
    if (number instanceof Said.Given<Long> || said.errors().speakOf(association)) {
      return number;
    }
    Optional<String> name = said.text(association + "_name").given();
    if (name.isEmpty()) {
      return number;
    }
    Optional<VehicleCatalogue.Entry> entry = VehicleCatalogue.find(catalogue, name.get());
    if (entry.isEmpty()) {
      said.errors().add(association, Words.of(new Rule.Known()));
      return new Said.Nothing<>();
    }
    return new Said.Given<>(entry.get().number());
  }
}

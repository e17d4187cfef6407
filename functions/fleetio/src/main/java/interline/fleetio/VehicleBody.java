package interline.fleetio;

import interline.fleet.Catalogues;
import interline.fleet.Kind;
import interline.fleet.Pick;
import interline.fleet.Said;
import interline.fleet.UseCase;
import interline.fleet.Vehicle;
import interline.fleet.Vehicle.MeterUnit;
import interline.gateway.Expected;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What clients say of a vehicle. The names for creating and those for updating are understood in
 * either case, and what is no attribute of a vehicle is not heard.
 */
final class VehicleBody {

  static final Map<String, MeterUnit> METER_UNITS =
      Map.of("mi", MeterUnit.MILES, "km", MeterUnit.KILOMETRES, "hr", MeterUnit.HOURS);

  static final String GROUP = "group";

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
        entry(said, "vehicle_status"),
        entry(said, "vehicle_type"),
        said.word(METER_UNITS, "meter_unit", "primary_meter_unit"),
        group(said),
        said.ids("label_ids"),
        externalIds(said),
        VehicleDetails.read(said));
  }

  /** What is asked for with these attributes, if what they name is there. */
  static UseCase<Vehicle> asked(Attributes said, UseCase<Vehicle> wish) {
    Optional<Long> fuel =
        said.errors().speakOf(VehicleDetails.FUEL_TYPE)
            ? Optional.empty()
            : said.parent(VehicleDetails.FUEL_TYPE).given();
    return fleet -> {
      boolean known = fuel.isEmpty() || Catalogues.has(fleet, Kind.FUEL_TYPE.number(fuel.get()));
      return Unreadable.unless(
              known ? said.errors() : said.errors().with(VehicleDetails.FUEL_TYPE), wish)
          .decide(fleet);
    };
  }

  /** What is no text is taken as it would be written, if that is something to be called by. */
  private static Said<Map<String, String>> externalIds(Attributes said) {
    return switch (said.tree("external_ids")) {
      case Said.Nothing<Object> _ -> new Said.Nothing<>();
      case Said.None<Object> _ -> new Said.None<>();
      case Said.Given<Object>(Object tree) -> {
        Map<String, String> ids = new TreeMap<>();
        ((Map<?, ?>) tree)
            .forEach((system, id) -> written(id).ifPresent(it -> ids.put((String) system, it)));
        if (ids.size() < ((Map<?, ?>) tree).size()) {
          said.errors().add("external_ids", Words.of(Expected.Form.TEXT));
          yield new Said.Nothing<>();
        }
        ids.values().removeIf(String::isBlank);
        yield new Said.Given<>(ids);
      }
    };
  }

  private static Optional<String> written(Object id) {
    return switch (id) {
      case Map<?, ?> _, List<?> _ -> Optional.empty();
      case BigDecimal number -> Optional.of(number.toPlainString());
      default -> Optional.of(id.toString());
    };
  }

  /** An entry of a catalogue by its number, or else by its name. */
  private static Said<Pick> entry(Attributes said, String association) {
    return byNameUnless(said.parent(association), association, said, association + "_name");
  }

  /** A group by its number, or else by the names from the top one down to its own. */
  static Said<Pick> group(Attributes said) {
    return byNameUnless(said.parent(GROUP), GROUP, said, "group_hierarchy");
  }

  static Said<Pick> byNameUnless(
      Said<Long> number, String complaint, Attributes said, String... attributes) {
    if (number instanceof Said.Given<Long> || said.errors().speakOf(complaint)) {
      return picked(number, Pick.ByNumber::new);
    }
    Said<String> name = said.text(attributes);
    return name instanceof Said.Given<String>
        ? picked(name, Pick.ByName::new)
        : picked(number, Pick.ByNumber::new);
  }

  private static <T> Said<Pick> picked(Said<T> said, Function<T, Pick> pick) {
    return switch (said) {
      case Said.Nothing<T> _ -> new Said.Nothing<>();
      case Said.None<T> _ -> new Said.None<>();
      case Said.Given<T>(T value) -> new Said.Given<>(pick.apply(value));
    };
  }
}

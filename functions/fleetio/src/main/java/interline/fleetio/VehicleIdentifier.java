package interline.fleetio;

import interline.fleet.Failure;
import interline.fleet.Unique;
import interline.fleet.Vehicles.Identifier;
import java.util.Map;
import java.util.function.Function;

/** How clients name a vehicle. */
final class VehicleIdentifier {

  /** The attributes by which a row of a bulk job can name the vehicle that it changes. */
  static final Map<String, Function<String, Identifier>> ATTRIBUTES =
      Map.of(
          "id",
          VehicleIdentifier::number,
          "vin",
          vin -> new Identifier.ByUnique(Unique.vin(vin)),
          "name",
          name -> new Identifier.ByUnique(Unique.vehicleName(name)));

  private static final String VIN = "vin:";

  /** A number that no vehicle has. */
  private static final long NOBODY = 0;

  private VehicleIdentifier() {}

  /**
   * The vehicle in a path: its number, or {@code vin:} and its VIN.
   *
   * @throws Failure.NotFound if it can be no vehicle's
   */
  static Identifier inPath(String text) {
    if (text.startsWith(VIN)) {
      return new Identifier.ByUnique(Unique.vin(text.substring(VIN.length())));
    }
    return number(text);
  }

  /** What is no number of anything is a good number of no vehicle. */
  private static Identifier number(String text) {
    String digits = text.strip();
    return new Identifier.ByNumber(digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : NOBODY);
  }
}

package interline.fleetio;

import interline.fleet.Unique;
import interline.fleet.Vehicles.Identifier;
import java.util.Map;
import java.util.function.Function;

/** How clients name a vehicle. */
final class VehicleIdentifier {

  /** The attributes by which a row of a bulk job can name the vehicle that it changes. */
  static final Map<String, Function<String, Identifier>> ATTRIBUTES =
      Map.of(
          "id", VehicleIdentifier::number,
          "vin", vin -> unique(vin, Unique::vin),
          "name", name -> unique(name, Unique::vehicleName));

  private static final String VIN = "vin:";

  /** What no vehicle is called by. */
  private static final Identifier NOBODY = new Identifier.ByNumber(0);

  /** As long as anything can be that is unique to a vehicle. */
  private static final int LONGEST = 255;

  private VehicleIdentifier() {}

  /**
   * The vehicle in a path, by its number, or by {@code vin:} and its VIN, or by the name of another
   * system and what that one calls it.
   */
  static Identifier inPath(String text) {
    return text.startsWith(VIN) ? unique(text.substring(VIN.length()), Unique::vin) : other(text);
  }

  private static Identifier other(String text) {
    int colon = text.indexOf(":");
    return colon > 0
        ? unique(text.substring(colon + 1), id -> Unique.externalId(text.substring(0, colon), id))
        : number(text);
  }

  private static Identifier number(String text) {
    String digits = text.strip();
    return digits.matches("[0-9]{1,18}") ? new Identifier.ByNumber(Long.parseLong(digits)) : NOBODY;
  }

  private static Identifier unique(String text, Function<String, Unique> claim) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? new Identifier.ByUnique(claim.apply(text))
        : NOBODY;
  }
}

package interline.onfleet;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Address;
import interline.fleet.Geocoder;
import interline.fleet.Location;
import interline.gateway.Call;
import interline.gateway.Expected;
import interline.gateway.Fields;
import java.util.Optional;

/**
 * Where something is, as Onfleet's clients say it: an address in parts or as one text, and perhaps
 * a location. An empty part is an absent one.
 */
record AddressBody(Address address, boolean whole) {

  private static final String UNPARSED = "unparsed";

  /**
   * The place that a body speaks of, if it has an address. A location that comes with it is taken
   * as it is; else the geocoder is asked.
   *
   * @throws Refusal if nobody can tell where the address is
   */
  static Optional<Geocoder.Place> find(Call call, Fields body, Geocoder geocoder) {
    return body.object("address").map(parts -> place(call, body, parts, geocoder));
  }

  /** The same for what has to have an address. */
  static Geocoder.Place require(Call call, Fields body, Geocoder geocoder) {
    return place(call, body, body.required("address", Fields::object), geocoder);
  }

  private static Geocoder.Place place(Call call, Fields body, Fields parts, Geocoder geocoder) {
    AddressBody said = of(parts);
    Optional<Location> location = location(body);
    if (location.isPresent()) {
      if (said.whole) {
        throw Refusal.content("unparsed and location do not go together.");
      }
      return Geocoder.Place.at(said.address, location.get());
    }
    Optional<String> language =
        body.object("options").flatMap(options -> part(options, "language"));
    Geocoder.Question question =
        new Geocoder.Question(
            Territories.spelledOut(said.address),
            said.whole,
            language,
            Optional.of(call.organization().profile().country()));
    return geocoder
        .find(question)
        .orElseThrow(() -> Refusal.content("Geocoding errors found.").addressed());
  }

  private static AddressBody of(Fields parts) {
    Optional<String> text = part(parts, UNPARSED);
    Optional<String> name = part(parts, "name");
    Optional<String> apartment = part(parts, "apartment");
    if (text.isPresent()) {
      return new AddressBody(Address.of(text.get()).at(name, apartment), true);
    }
    return new AddressBody(
        new Address(
            name,
            required(parts, "number"),
            required(parts, "street"),
            apartment,
            required(parts, "city"),
            Optional.empty(),
            part(parts, "state"),
            part(parts, "postalCode"),
            required(parts, "country")),
        false);
  }

  private static Optional<String> required(Fields parts, String name) {
    Optional<String> part = part(parts, name);
    if (part.isEmpty()) {
      throw parts.bad(name, Expected.Form.PRESENT);
    }
    return part;
  }

  private static Optional<String> part(Fields parts, String name) {
    return parts.scalar(name).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** Longitude and latitude, in this order. */
  private static Optional<Location> location(Fields body) {
    return body.list("location")
        .filter(list -> !list.isEmpty())
        .map(
            list -> {
              if (list.size() != 2 || !list.get(0).isNumber() || !list.get(1).isNumber()) {
                throw Refusal.content("location has to be an array of longitude and latitude.");
              }
              JsonNode longitude = list.get(0);
              return new Location(list.get(1).doubleValue(), longitude.doubleValue());
            });
  }
}

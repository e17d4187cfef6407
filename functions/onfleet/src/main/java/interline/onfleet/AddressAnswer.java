package interline.onfleet;

import com.fasterxml.jackson.annotation.JsonInclude;
import interline.fleet.Address;
import interline.fleet.Location;
import java.util.List;
import java.util.Optional;

/** An address, as Onfleet shows it; of one that is only a text, the text is the street. */
record AddressAnswer(
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> name,
    String apartment,
    Optional<String> state,
    Optional<String> postalCode,
    Optional<String> number,
    Optional<String> street,
    Optional<String> city,
    Optional<String> country,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> county) {

  static AddressAnswer of(Address address) {
    return new AddressAnswer(
        address.name(),
        address.apartment().orElse(""),
        address.state(),
        address.postalCode(),
        address.number(),
        address.street(),
        address.city(),
        address.country(),
        address.county());
  }

  /** Longitude and latitude, in this order. */
  static Optional<List<Double>> coordinates(Optional<Location> location) {
    return location.map(point -> List.of(point.longitude(), point.latitude()));
  }
}

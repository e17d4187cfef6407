package interline.store;

import interline.fleet.Address;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The parts of an address, on the item of whatever is there. */
final class AddressItem {

  private static final String PARTS = "parts";

  private AddressItem() {}

  static void write(Item item, Address address) {
    Map<String, Object> parts = new LinkedHashMap<>();
    address.name().ifPresent(it -> parts.put("name", it));
    address.number().ifPresent(it -> parts.put("number", it));
    address.street().ifPresent(it -> parts.put("street", it));
    address.apartment().ifPresent(it -> parts.put("apartment", it));
    address.city().ifPresent(it -> parts.put("city", it));
    address.county().ifPresent(it -> parts.put("county", it));
    address.state().ifPresent(it -> parts.put("state", it));
    address.postalCode().ifPresent(it -> parts.put("postalCode", it));
    address.country().ifPresent(it -> parts.put("country", it));
    item.putTree(PARTS, parts);
  }

  /** The address of something that has one. */
  static Address read(Item item) {
    Map<String, Object> parts = item.getTree(PARTS);
    return new Address(
        part(parts, "name"),
        part(parts, "number"),
        part(parts, "street"),
        part(parts, "apartment"),
        part(parts, "city"),
        part(parts, "county"),
        part(parts, "state"),
        part(parts, "postalCode"),
        part(parts, "country"));
  }

  static Optional<Address> find(Item item) {
    return item.has(PARTS) ? Optional.of(read(item)) : Optional.empty();
  }

  private static Optional<String> part(Map<String, Object> parts, String name) {
    return Optional.ofNullable((String) parts.get(name));
  }
}

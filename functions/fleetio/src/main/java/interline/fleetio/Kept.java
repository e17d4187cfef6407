package interline.fleetio;

import interline.fleet.Details;
import interline.fleet.Said;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Attributes that only Fleetio has; the fleet keeps them under {@code fleetio.<attribute>}. */
final class Kept {

  private static final String PREFIX = "fleetio.";

  private final Map<String, Optional<Object>> changes = new LinkedHashMap<>();

  /** Hears what is said of an attribute. */
  Kept hear(String attribute, Said<?> said) {
    switch (said) {
      case Said.Nothing<?> _ -> {}
      case Said.None<?> _ -> changes.put(PREFIX + attribute, Optional.empty());
      case Said.Given<?>(Object value) -> changes.put(PREFIX + attribute, Optional.of(kept(value)));
    }
    return this;
  }

  /** All that was said, in the form in which the fleet keeps it. */
  Map<String, Optional<Object>> changes() {
    return changes;
  }

  static Optional<Object> find(Details details, String attribute) {
    return details.find(PREFIX + attribute);
  }

  private static Object kept(Object value) {
    return switch (value) {
      case Integer number -> BigDecimal.valueOf(number);
      case Long number -> BigDecimal.valueOf(number);
      case LocalDate day -> day.toString();
      case List<?> list -> list.stream().map(Kept::kept).toList();
      default -> value;
    };
  }
}

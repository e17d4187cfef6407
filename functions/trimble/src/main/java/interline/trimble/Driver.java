package interline.trimble;

import com.fasterxml.jackson.annotation.JsonProperty;
import interline.fleet.Drivers;
import interline.fleet.Worker;
import java.util.Map;
import java.util.Optional;

/** A driver as lists show one. */
record Driver(long id, Optional<String> name, String driverId, String modifiedOn) {

  static final String ID = "driverId";

  private static final String NAME = "Name";

  /** Kept with those who were given no name: the fleet calls them by their id. */
  private static final String NAMELESS = "trimble.nameless";

  /** A driver as an answer to a write shows one. */
  record Written(
      @JsonProperty("Id") long id,
      @JsonProperty("Name") Optional<String> name,
      @JsonProperty("DriverId") String driverId,
      @JsonProperty("ModifiedOn") String modifiedOn) {

    static Written of(Worker worker) {
      Driver driver = Driver.of(worker);
      return new Written(driver.id, driver.name, driver.driverId, driver.modifiedOn);
    }
  }

  static Driver of(Worker worker) {
    return new Driver(
        worker.number(),
        Optional.of(worker.name())
            .filter(
                name ->
                    worker.details().find(NAMELESS).isEmpty()
                        || !name.equalsIgnoreCase(worker.badge())),
        worker.badge(),
        Moments.modified(worker.stamp().changed()));
  }

  /** A driver to be added. */
  static Drivers.Row added(Members row) {
    Optional<String> name = row.text(NAME);
    return new Drivers.Row(row.required(ID), name, nameless(name.isEmpty()));
  }

  /** A driver to be renamed; a row without a name leaves it, one with none takes it away. */
  static Drivers.Row renamed(Members row) {
    String id = row.required(ID);
    Optional<String> name = row.text(NAME);
    if (!row.has(NAME)) {
      return new Drivers.Row(id, Optional.empty(), Map.of());
    }
    return new Drivers.Row(id, name.or(() -> Optional.of(id)), nameless(name.isEmpty()));
  }

  private static Map<String, Optional<Object>> nameless(boolean nameless) {
    return Map.of(NAMELESS, nameless ? Optional.of(true) : Optional.empty());
  }
}

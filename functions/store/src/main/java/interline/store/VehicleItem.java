package interline.store;

import interline.fleet.Details;
import interline.fleet.Kind;
import interline.fleet.LocationEntry;
import interline.fleet.Vehicle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code org#vehicle#number}; listed by number, archived ones apart; found by last change. */
final class VehicleItem {

  private VehicleItem() {}

  static void write(Item item, Vehicle vehicle, Keys keys) {
    item.put(
            Records.LPK,
            vehicle.archived().isPresent()
                ? keys.listing(Kind.VEHICLE, Keys.ARCHIVED)
                : keys.listing(Kind.VEHICLE))
        .put(Records.LSK, Keys.sortable(vehicle.number()))
        .put("name", vehicle.name())
        .putText("vin", vehicle.vin())
        .putText("licensePlate", vehicle.licensePlate())
        .putText("make", vehicle.make())
        .putText("model", vehicle.model())
        .putNumber("year", vehicle.year())
        .putText("color", vehicle.color())
        .put("status", vehicle.status())
        .put("type", vehicle.type())
        .put("meterUnit", vehicle.meterUnit())
        .putNumber("position", vehicle.position().map(LocationEntry.Mark::entry))
        .putInstant("seen", vehicle.position().map(LocationEntry.Mark::date))
        .putNumber("group", vehicle.group())
        .putInstant("archived", vehicle.archived())
        .putTree("details", vehicle.details().values());
    if (vehicle.archived().isEmpty()) {
      item.put(Records.FPK, keys.listing(Kind.VEHICLE, Keys.CHANGED))
          .put(Records.FSK, Keys.sortable(vehicle.stamp().changed(), vehicle.number()));
    }
    if (!vehicle.labels().isEmpty()) {
      item.put("labels", vehicle.labels().stream().map(String::valueOf).toList());
    }
    item.putTree("externalIds", new TreeMap<>(vehicle.externalIds()));
    vehicle.primaryMeter().ifPresent(reading -> write(item, "primary", reading));
    vehicle.secondaryMeter().ifPresent(reading -> write(item, "secondary", reading));
  }

  private static void write(Item item, String meter, Vehicle.Reading reading) {
    item.putTree(meter, Map.of("value", reading.value()))
        .put(meter + "Day", reading.day().toString());
  }

  private static Optional<Vehicle.Reading> read(Item item, String meter) {
    return item.findText(meter + "Day")
        .map(
            day ->
                new Vehicle.Reading(
                    (BigDecimal) Objects.requireNonNull(item.getTree(meter).get("value")),
                    LocalDate.parse(day)));
  }

  static Vehicle read(Item item) {
    return new Vehicle(
        Records.number(item),
        Records.stamp(item),
        item.getText("name"),
        item.findText("vin"),
        item.findText("licensePlate"),
        item.findText("make"),
        item.findText("model"),
        item.findNumber("year").map(Long::intValue),
        item.findText("color"),
        item.getNumber("status"),
        item.getNumber("type"),
        item.get("meterUnit", Vehicle.MeterUnit.class),
        read(item, "primary"),
        read(item, "secondary"),
        item.findNumber("position")
            .map(entry -> new LocationEntry.Mark(entry, item.getInstant("seen"))),
        item.findNumber("group"),
        item.has("labels")
            ? item.getTexts("labels").stream().map(Long::valueOf).toList()
            : List.of(),
        item.getTree("externalIds").entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, id -> id.getValue().toString())),
        item.findInstant("archived"),
        new Details(item.getTree("details")));
  }
}

package interline.store;

import interline.fleet.Details;
import interline.fleet.Kind;
import interline.fleet.Vehicle;

/** {@code org#vehicle#number}; listed by number. */
final class VehicleItem {

  private VehicleItem() {}

  static void write(Item item, Vehicle vehicle, Keys keys) {
    item.put(Records.LPK, keys.listing(Kind.VEHICLE))
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
        .putTree("details", vehicle.details().values());
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
        new Details(item.getTree("details")));
  }
}

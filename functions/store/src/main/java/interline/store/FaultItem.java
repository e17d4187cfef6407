package interline.store;

import interline.fleet.Fault;
import interline.fleet.Kind;

/** {@code org#fault#number}; listed by number, found by vehicle and number. */
final class FaultItem {

  private FaultItem() {}

  static void write(Item item, Fault fault, Keys keys) {
    item.put(Records.LPK, keys.listing(Kind.FAULT))
        .put(Records.LSK, Keys.sortable(fault.number()))
        .put(Records.FPK, of(keys, fault.vehicle()))
        .put(Records.FSK, Keys.sortable(fault.number()))
        .put("vehicle", fault.vehicle())
        .put("code", fault.code())
        .putText("name", fault.name())
        .putText("description", fault.description())
        .putNumber("count", fault.count())
        .putText("externalId", fault.externalId())
        .putInstant("lastOccurred", fault.lastOccurred())
        .put("status", fault.status())
        .putText("source", fault.source())
        .putText("idempotencyKey", fault.idempotencyKey());
  }

  static Fault read(Item item) {
    return new Fault(
        Records.number(item),
        Records.stamp(item),
        item.getNumber("vehicle"),
        item.getText("code"),
        item.findText("name"),
        item.findText("description"),
        item.findNumber("count").map(Long::intValue),
        item.findText("externalId"),
        item.findInstant("lastOccurred"),
        item.get("status", Fault.Status.class),
        item.findText("source"),
        item.findText("idempotencyKey"));
  }

  /** Where the faults of a vehicle are found. */
  static String of(Keys keys, long vehicle) {
    return keys.listing(Kind.FAULT, Kind.VEHICLE.word(), Long.toString(vehicle));
  }
}

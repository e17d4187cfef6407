package interline.store;

import interline.fleet.Fault;
import interline.fleet.Kind;
import java.time.Instant;

/**
 * {@code org#fault#number}; listed by number, found by last change. An item beside it lists it by
 * when it last occurred, and finds it by vehicle and number.
 */
final class FaultItem {

  private FaultItem() {}

  static void write(Item item, Fault fault, Keys keys) {
    item.put(Records.LPK, keys.listing(Kind.FAULT))
        .put(Records.LSK, Keys.sortable(fault.number()))
        .put(Records.FPK, keys.listing(Kind.FAULT, Keys.CHANGED))
        .put(Records.FSK, Keys.sortable(fault.stamp().changed(), fault.number()))
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

  /** What leads to a fault in the orders for which its own item has no room. */
  static Item beside(Fault fault, Keys keys) {
    return Item.at(keys.partition(fault.ref()), Keys.BY)
        .put(Writes.OWNER, fault.ref().id())
        .put(Records.LPK, byOccurrence(keys))
        .put(Records.LSK, Keys.sortable(occurred(fault), fault.number()))
        .put(Records.FPK, of(keys, fault.vehicle()))
        .put(Records.FSK, Keys.sortable(fault.number()));
  }

  /** One that nobody said it of comes before all others, and so does one of long ago. */
  private static Instant occurred(Fault fault) {
    return fault.lastOccurred().filter(Instant.EPOCH::isBefore).orElse(Instant.EPOCH);
  }

  /** Where faults are listed by when they last occurred. */
  static String byOccurrence(Keys keys) {
    return keys.listing(Kind.FAULT, Keys.BY);
  }

  /** Where the faults of a vehicle are found. */
  static String of(Keys keys, long vehicle) {
    return keys.listing(Kind.FAULT, Kind.VEHICLE.word(), Long.toString(vehicle));
  }
}

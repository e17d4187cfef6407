package interline.store;

import interline.fleet.Kind;
import interline.fleet.LocationEntry;
import interline.fleet.LocationEntry.Owner;

/**
 * {@code org#location_entry#number}; listed by number, found by owner. A copy of it stands in its
 * owner's partition by time; that one is listed by owner and last change, and found by last change.
 */
final class LocationEntryItem {

  private LocationEntryItem() {}

  static void write(Item item, LocationEntry entry, Keys keys) {
    String number = Keys.sortable(entry.number());
    state(item, entry)
        .put(Records.LPK, keys.listing(Kind.LOCATION_ENTRY))
        .put(Records.LSK, number)
        .put(Records.FPK, of(keys, entry.owner()))
        .put(Records.FSK, number);
  }

  static Item copy(LocationEntry entry, Keys keys) {
    String changed = Keys.sortable(entry.stamp().changed(), entry.number());
    Item item =
        Item.at(keys.partition(entry.owner().ref()), Keys.position(entry.date(), entry.number()));
    return state(item, entry)
        .put(Records.LPK, changesOf(keys, entry.owner()))
        .put(Records.LSK, changed)
        .put(Records.FPK, keys.listing(Kind.LOCATION_ENTRY, Keys.CHANGED))
        .put(Records.FSK, changed);
  }

  private static Item state(Item item, LocationEntry entry) {
    item.put("date", entry.date());
    TaskItem.writeLocation(item, entry.location());
    return switch (entry.owner()) {
      case Owner.OfVehicle(long vehicle) -> item.put("vehicle", vehicle);
      case Owner.OfWorker(long worker) -> item.put("worker", worker);
    };
  }

  static LocationEntry read(Item item) {
    return new LocationEntry(
        Records.number(item),
        Records.stamp(item),
        item.findNumber("vehicle")
            .<Owner>map(Owner.OfVehicle::new)
            .orElseGet(() -> new Owner.OfWorker(item.getNumber("worker"))),
        TaskItem.readLocation(item).orElseThrow(),
        item.getInstant("date"));
  }

  static LocationEntry.Mark readMark(Item item) {
    return new LocationEntry.Mark(Records.number(item), item.getInstant("date"));
  }

  static String of(Keys keys, Owner owner) {
    return keys.listing(Kind.LOCATION_ENTRY, owner.ref().kind().word(), owner.ref().id());
  }

  static String changesOf(Keys keys, Owner owner) {
    return keys.listing(
        Kind.LOCATION_ENTRY, owner.ref().kind().word(), owner.ref().id(), Keys.CHANGED);
  }
}

package interline.store;

import interline.fleet.Kind;
import interline.fleet.LocationEntry;
import interline.fleet.LocationEntry.Owner;

/**
 * {@code org#location_entry#number}; listed by number, found by owner. It also stands in its
 * owner's partition, by time.
 */
final class LocationEntryItem {

  private LocationEntryItem() {}

  static void write(Item item, LocationEntry entry, Keys keys) {
    String number = Keys.sortable(entry.number());
    item.put(Records.LPK, keys.listing(Kind.LOCATION_ENTRY))
        .put(Records.LSK, number)
        .put(Records.FPK, of(keys, entry.owner()))
        .put(Records.FSK, number)
        .put("date", entry.date());
    TaskItem.writeLocation(item, entry.location());
    switch (entry.owner()) {
      case Owner.OfVehicle(long vehicle) -> item.put("vehicle", vehicle);
      case Owner.OfWorker(long worker) -> item.put("worker", worker);
    }
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

  /** The entry's place in its owner's timeline. */
  static Item mark(LocationEntry entry, Keys keys) {
    return Item.at(keys.partition(entry.owner().ref()), Keys.position(entry.date(), entry.number()))
        .put("entry", entry.number())
        .put("date", entry.date());
  }

  static LocationEntry.Mark readMark(Item item) {
    return new LocationEntry.Mark(item.getNumber("entry"), item.getInstant("date"));
  }

  static String of(Keys keys, Owner owner) {
    return keys.listing(Kind.LOCATION_ENTRY, owner.ref().kind().word(), owner.ref().id());
  }
}

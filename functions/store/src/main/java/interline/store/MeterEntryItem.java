package interline.store;

import interline.fleet.Kind;
import interline.fleet.Meter;
import interline.fleet.MeterEntry;
import java.time.LocalDate;

/**
 * {@code org#meter_entry#number}; listed by number, found by vehicle. A copy of it stands in its
 * vehicle's partition by meter, day and value, apart from the others if it is void; that one is
 * listed by day and found by last change.
 */
final class MeterEntryItem {

  private MeterEntryItem() {}

  static void write(Item item, MeterEntry entry, Keys keys) {
    String number = Keys.sortable(entry.number());
    state(item, entry)
        .put(Records.LPK, keys.listing(Kind.METER_ENTRY))
        .put(Records.LSK, number)
        .put(Records.FPK, of(keys, entry.vehicle()))
        .put(Records.FSK, number);
  }

  static Item copy(MeterEntry entry, Keys keys) {
    Item item =
        Item.at(
            keys.partition(Kind.VEHICLE.number(entry.vehicle())),
            entry.voided()
                ? Keys.voidReading(entry.date(), entry.value(), entry.number())
                : Keys.reading(entry.meter(), entry.date(), entry.value(), entry.number()));
    return state(item, entry)
        .put(Records.LPK, byDate(keys))
        .put(Records.LSK, entry.date() + "#" + Keys.sortable(entry.number()))
        .put(Records.FPK, keys.listing(Kind.METER_ENTRY, Keys.CHANGED))
        .put(Records.FSK, Keys.sortable(entry.stamp().changed(), entry.number()));
  }

  private static Item state(Item item, MeterEntry entry) {
    return item.put("vehicle", entry.vehicle())
        .put("meter", entry.meter())
        .put("date", entry.date().toString())
        .put("value", entry.value())
        .put("voided", entry.voided())
        .put("category", entry.category())
        .putNumber("assignment", entry.assignment());
  }

  static MeterEntry read(Item item) {
    return new MeterEntry(
        Records.number(item),
        Records.stamp(item),
        item.getNumber("vehicle"),
        item.get("meter", Meter.class),
        LocalDate.parse(item.getText("date")),
        item.getDecimal("value"),
        item.getFlag("voided"),
        item.get("category", MeterEntry.Category.class),
        item.findNumber("assignment"));
  }

  static MeterEntry.Mark readMark(Item item) {
    MeterEntry entry = read(item);
    return new MeterEntry.Mark(entry.number(), entry.reading());
  }

  static String of(Keys keys, long vehicle) {
    return keys.listing(Kind.METER_ENTRY, Kind.VEHICLE.word(), Long.toString(vehicle));
  }

  static String byDate(Keys keys) {
    return keys.listing(Kind.METER_ENTRY, Keys.BY, "date");
  }
}

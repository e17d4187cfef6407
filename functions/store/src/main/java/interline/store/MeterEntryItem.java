package interline.store;

import interline.fleet.Kind;
import interline.fleet.Meter;
import interline.fleet.MeterEntry;
import interline.fleet.Vehicle;
import java.time.LocalDate;

/**
 * {@code org#meter_entry#number}; listed by number, found by vehicle. One that is not void also
 * stands in its vehicle's partition, by meter, day and value.
 */
final class MeterEntryItem {

  private MeterEntryItem() {}

  static void write(Item item, MeterEntry entry, Keys keys) {
    String number = Keys.sortable(entry.number());
    item.put(Records.LPK, keys.listing(Kind.METER_ENTRY))
        .put(Records.LSK, number)
        .put(Records.FPK, of(keys, entry.vehicle()))
        .put(Records.FSK, number)
        .put("vehicle", entry.vehicle())
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

  /** The entry's place in its vehicle's timeline. */
  static Item mark(MeterEntry entry, Keys keys) {
    return Item.at(
            keys.partition(Kind.VEHICLE.number(entry.vehicle())),
            Keys.reading(entry.meter(), entry.date(), entry.value(), entry.number()))
        .put("entry", entry.number())
        .put("day", entry.date().toString())
        .put("value", entry.value());
  }

  static MeterEntry.Mark readMark(Item item) {
    return new MeterEntry.Mark(
        item.getNumber("entry"),
        new Vehicle.Reading(item.getDecimal("value"), LocalDate.parse(item.getText("day"))));
  }

  static String of(Keys keys, long vehicle) {
    return keys.listing(Kind.METER_ENTRY, Kind.VEHICLE.word(), Long.toString(vehicle));
  }
}

package interline.store;

import interline.fleet.CatalogueEntry;
import interline.fleet.Kind;

/** {@code org#vehicle_type#number} and alike; listed by number. */
final class CatalogueEntryItem {

  private CatalogueEntryItem() {}

  static void write(Item item, CatalogueEntry entry, Keys keys) {
    item.put(Records.LPK, keys.listing(entry.kind()))
        .put(Records.LSK, Keys.sortable(entry.number()))
        .put("name", entry.name())
        .putText("color", entry.color())
        .put("preferred", entry.preferred());
  }

  static CatalogueEntry read(Kind<CatalogueEntry> kind, Item item) {
    return new CatalogueEntry(
        kind,
        Records.number(item),
        Records.stamp(item),
        item.getText("name"),
        item.findText("color"),
        item.getFlag("preferred"));
  }
}

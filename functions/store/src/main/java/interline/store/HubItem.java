package interline.store;

import interline.fleet.Hub;
import interline.fleet.Kind;

/** {@code org#hub#number}; listed by number. */
final class HubItem {

  private HubItem() {}

  static void write(Item item, Hub hub, Keys keys) {
    item.put(Records.LPK, keys.listing(Kind.HUB))
        .put(Records.LSK, Keys.sortable(hub.number()))
        .put("name", hub.name())
        .putNumbers("claimed", hub.claimed());
    AddressItem.write(item, hub.address());
    hub.location().ifPresent(location -> TaskItem.writeLocation(item, location));
  }

  static Hub read(Item item) {
    return new Hub(
        Records.number(item),
        Records.stamp(item),
        item.getText("name"),
        AddressItem.read(item),
        TaskItem.readLocation(item),
        item.findNumbers("claimed"));
  }
}

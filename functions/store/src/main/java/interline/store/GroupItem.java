package interline.store;

import interline.fleet.Group;
import interline.fleet.Kind;

/** {@code org#group#number}; listed by number. */
final class GroupItem {

  private GroupItem() {}

  static void write(Item item, Group group, Keys keys) {
    item.put(Records.LPK, keys.listing(Kind.GROUP))
        .put(Records.LSK, Keys.sortable(group.number()))
        .put("name", group.name())
        .put("ancestors", group.ancestors().stream().map(String::valueOf).toList())
        .put("children", group.children());
  }

  static Group read(Item item) {
    return new Group(
        Records.number(item),
        Records.stamp(item),
        item.getText("name"),
        item.getTexts("ancestors").stream().map(Long::valueOf).toList(),
        item.getInt("children"));
  }
}

package interline.store;

import interline.fleet.Administrator;
import interline.fleet.Kind;

/** {@code org#administrator#number}; listed by number. */
final class AdministratorItem {

  private AdministratorItem() {}

  static void write(Item item, Administrator administrator, Keys keys) {
    item.put(Records.LPK, keys.listing(Kind.ADMINISTRATOR))
        .put(Records.LSK, Keys.sortable(administrator.number()))
        .put("name", administrator.name())
        .put("email", administrator.email())
        .putText("phone", administrator.phone())
        .put("type", administrator.type())
        .put("active", administrator.active())
        .put("readOnly", administrator.readOnly())
        .put("accountOwner", administrator.accountOwner())
        .put("teams", administrator.teams().stream().map(String::valueOf).toList());
    MetadataItem.write(item, administrator.metadata());
  }

  static Administrator read(Item item) {
    return new Administrator(
        Records.number(item),
        Records.stamp(item),
        item.getText("name"),
        item.getText("email"),
        item.findText("phone"),
        item.get("type", Administrator.Type.class),
        item.getFlag("active"),
        item.getFlag("readOnly"),
        item.getFlag("accountOwner"),
        item.getTexts("teams").stream().map(Long::valueOf).toList(),
        MetadataItem.read(item));
  }
}

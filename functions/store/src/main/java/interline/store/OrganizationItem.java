package interline.store;

import interline.fleet.Kind;
import interline.fleet.Organization;

/** {@code 0#organization#number}; listed by number. */
final class OrganizationItem {

  private OrganizationItem() {}

  static void write(Item item, Organization organization, Keys keys) {
    item.put(Records.LPK, keys.listing(Kind.ORGANIZATION))
        .put(Records.LSK, Keys.sortable(organization.number()))
        .put("name", organization.name())
        .put("accountToken", organization.accountToken())
        .put("enabled", organization.enabled())
        .put("onfleetPerSecond", organization.limits().onfleetPerSecond())
        .put("fleetioPerMinute", organization.limits().fleetioPerMinute());
  }

  static Organization read(Item item) {
    return new Organization(
        Records.number(item),
        Records.stamp(item),
        item.getText("name"),
        item.getText("accountToken"),
        item.getFlag("enabled"),
        new Organization.Limits(item.getInt("onfleetPerSecond"), item.getInt("fleetioPerMinute")));
  }
}

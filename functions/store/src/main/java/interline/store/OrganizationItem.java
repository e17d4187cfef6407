package interline.store;

import interline.fleet.Bucket;
import interline.fleet.Kind;
import interline.fleet.Organization;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** {@code 0#organization#number}; listed by number. */
final class OrganizationItem {

  private OrganizationItem() {}

  static void write(Item item, Organization organization, Keys keys) {
    Organization.Profile profile = organization.profile();
    Optional<Bucket.Ban> ban = organization.limits().onfleetBan();
    item.put(Records.LPK, keys.listing(Kind.ORGANIZATION))
        .put(Records.LSK, Keys.sortable(organization.number()))
        .put("name", organization.name())
        .put("accountToken", organization.accountToken())
        .put("enabled", organization.enabled())
        .put("onfleetPerSecond", organization.limits().onfleetPerSecond())
        .put("fleetioPerMinute", organization.limits().fleetioPerMinute())
        .put("frachtPilot", organization.limits().frachtPilot())
        .putNumber("banAfter", ban.map(it -> (long) it.after()))
        .putNumber("banSeconds", ban.map(it -> it.lasting().toSeconds()))
        .put("country", profile.country())
        .put("zone", profile.zone().getId())
        .put("email", profile.email())
        .putText("driverSupportEmail", profile.driverSupportEmail())
        .putText("image", profile.image())
        .put("delegatees", profile.delegatees().stream().map(String::valueOf).toList())
        .putText("webhookSecret", organization.webhookSecret());
  }

  static Organization read(Item item) {
    return new Organization(
        Records.number(item),
        Records.stamp(item),
        item.getText("name"),
        item.getText("accountToken"),
        item.getFlag("enabled"),
        new Organization.Limits(
            item.getInt("onfleetPerSecond"),
            item.getInt("fleetioPerMinute"),
            item.findNumber("banAfter").map(after -> ban(after, item.getNumber("banSeconds"))),
            !item.has("frachtPilot") || item.getFlag("frachtPilot")),
        item.has("country") ? profile(item) : Organization.Profile.BLANK,
        item.findText("webhookSecret"));
  }

  private static Bucket.Ban ban(long after, long seconds) {
    return new Bucket.Ban((int) after, Duration.ofSeconds(seconds));
  }

  private static Organization.Profile profile(Item item) {
    return new Organization.Profile(
        item.getText("country"),
        ZoneId.of(item.getText("zone")),
        item.getText("email"),
        item.findText("driverSupportEmail"),
        item.findText("image"),
        item.getTexts("delegatees").stream().map(Long::valueOf).toList());
  }
}

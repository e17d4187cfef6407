package interline.store;

import interline.fleet.Kind;
import interline.fleet.Team;

/** {@code org#team#number}; listed by number. */
final class TeamItem {

  /** On a record that is about to go; see {@link interline.fleet.Change.Standing}. */
  static final String CLOSING = "closing";

  private TeamItem() {}

  static void write(Item item, Team team, Keys keys) {
    item.put(Records.LPK, keys.listing(Kind.TEAM))
        .put(Records.LSK, Keys.sortable(team.number()))
        .put("name", team.name())
        .putNumbers("workers", team.workers())
        .putNumbers("managers", team.managers())
        .putNumber("hub", team.hub())
        .put("selfAssignment", team.selfAssignment());
    if (team.closing()) {
      item.put(CLOSING, true);
    }
    MetadataItem.write(item, team.metadata());
  }

  static Team read(Item item) {
    return new Team(
        Records.number(item),
        Records.stamp(item),
        item.getText("name"),
        item.findNumbers("workers"),
        item.findNumbers("managers"),
        item.findNumber("hub"),
        item.getFlag("selfAssignment"),
        MetadataItem.read(item),
        item.has(CLOSING));
  }
}

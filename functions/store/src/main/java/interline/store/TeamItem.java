package interline.store;

import interline.fleet.Kind;
import interline.fleet.Team;

/** {@code org#team#number}; listed by number. */
final class TeamItem {

  private TeamItem() {}

  static void write(Item item, Team team, Keys keys) {
    item.put(Records.LPK, keys.listing(Kind.TEAM))
        .put(Records.LSK, Keys.sortable(team.number()))
        .put("name", team.name())
        .putNumbers("workers", team.workers())
        .putNumbers("managers", team.managers())
        .putNumber("hub", team.hub())
        .put("selfAssignment", team.selfAssignment());
  }

  static Team read(Item item) {
    return new Team(
        Records.number(item),
        Records.stamp(item),
        item.getText("name"),
        item.findNumbers("workers"),
        item.findNumbers("managers"),
        item.findNumber("hub"),
        item.getFlag("selfAssignment"));
  }
}

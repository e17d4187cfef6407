package interline.onfleet;

import interline.fleet.Location;
import interline.fleet.Snapshot;
import interline.fleet.Team;

/** placeholder until hubs land. */
final class Hubs {

  private Hubs() {}

  static Location of(Snapshot fleet, Team team) {
    throw Refusal.content("The team has no hub.");
  }
}

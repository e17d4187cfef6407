package interline.onfleet;

import interline.fleet.Hub;
import interline.fleet.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A hub, as Onfleet shows it. */
record HubAnswer(
    String id,
    String name,
    Optional<List<Double>> location,
    AddressAnswer address,
    List<String> teams) {

  static HubAnswer of(Ids ids, Hub hub, Iterable<Long> teams) {
    return new HubAnswer(
        ids.of(Kind.HUB, hub.number()),
        hub.name(),
        AddressAnswer.coordinates(hub.location()),
        AddressAnswer.of(hub.address()),
        StreamSupport.stream(teams.spliterator(), false)
            .map(team -> ids.of(Kind.TEAM, team))
            .toList());
  }
}

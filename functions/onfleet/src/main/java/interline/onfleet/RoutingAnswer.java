package interline.onfleet;

import interline.fleet.Kind;
import interline.fleet.KnownDestination;
import java.util.List;
import java.util.Optional;

/**
 * Where a worker starts from and returns to: a destination, as Onfleet shows it within a worker.
 *
 * @param createdByLocation whether somebody said where it is
 * @param wasGeocoded whether the geocoder did
 */
record RoutingAnswer(
    String id,
    long timeCreated,
    long timeLastModified,
    String organization,
    Optional<List<Double>> location,
    AddressAnswer address,
    String notes,
    Optional<String> googlePlaceId,
    boolean createdByLocation,
    boolean wasGeocoded) {

  static RoutingAnswer of(Ids ids, KnownDestination destination) {
    boolean placed = destination.location().isPresent();
    boolean found = destination.place().isPresent();
    return new RoutingAnswer(
        ids.of(Kind.DESTINATION, destination.number()),
        Times.created(destination.stamp()),
        Times.changed(destination.stamp()),
        ids.ofOrganization(),
        AddressAnswer.coordinates(destination.location()),
        AddressAnswer.of(destination.address()),
        destination.notes(),
        destination.place(),
        placed && !found,
        placed && found);
  }
}

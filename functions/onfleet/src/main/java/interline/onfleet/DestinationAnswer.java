package interline.onfleet;

import interline.fleet.Address;
import interline.fleet.Destination;
import interline.fleet.Geocoder;
import interline.fleet.Kind;
import interline.fleet.KnownDestination;
import interline.fleet.Metadata;
import interline.fleet.Task;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A destination, as Onfleet shows it. */
record DestinationAnswer(
    String id,
    long timeCreated,
    long timeLastModified,
    Optional<List<Double>> location,
    AddressAnswer address,
    String notes,
    List<MetadataAnswer> metadata,
    Optional<String> googlePlaceId,
    List<String> warnings,
    boolean useGPS) {

  static DestinationAnswer of(Ids ids, KnownDestination destination) {
    return new DestinationAnswer(
        ids.of(Kind.DESTINATION, destination.number()),
        Times.created(destination.stamp()),
        Times.changed(destination.stamp()),
        AddressAnswer.coordinates(destination.location()),
        AddressAnswer.of(destination.address()),
        destination.notes(),
        MetadataAnswer.of(destination.metadata()),
        destination.place(),
        warnings(destination.doubts()),
        false);
  }

  /** Where a task is done, from the task alone. */
  static DestinationAnswer of(Ids ids, Task task, Destination destination) {
    return new DestinationAnswer(
        destination
            .number()
            .map(number -> ids.of(Kind.DESTINATION, number))
            .orElseGet(() -> ids.of(Kind.TASK_DESTINATION, task.number())),
        Times.created(task.stamp()),
        Times.changed(task.stamp()),
        AddressAnswer.coordinates(destination.location()),
        AddressAnswer.of(destination.parts().orElseGet(() -> Address.of(destination.address()))),
        destination.notes(),
        MetadataAnswer.of(Metadata.NONE),
        Optional.empty(),
        List.of(),
        false);
  }

  private static List<String> warnings(Set<Geocoder.Doubt> doubts) {
    return doubts.stream().sorted().map(DestinationAnswer::warning).toList();
  }

  private static String warning(Geocoder.Doubt doubt) {
    return switch (doubt) {
      case NUMBER_DIFFERS -> "MISMATCH_NUMBER";
      case POSTAL_CODE_DIFFERS -> "MISMATCH_POSTALCODE";
      case CENTRE_ONLY -> "GEOMETRIC_CENTER";
      case PARTIAL -> "PARTIAL_MATCH";
    };
  }
}

package interline.frachtpilot;

import interline.fleet.Listing;
import interline.fleet.RoutePlan;
import interline.fleet.Snapshot;
import interline.frachtpilot.Rights.Level;
import interline.gateway.Call;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tours of a driver who may see nothing but what is on them. */
record Own(List<RoutePlan> tours) {

  /** Those of the caller; empty if the caller may see more. */
  static Optional<Own> of(Call call, Resource resource, Snapshot fleet) {
    return Gate.rights(call).on(resource) == Level.OWN
        ? Optional.of(new Own(fleet.all(new Listing.RoutePlansOf(Gate.caller(call).number()))))
        : Optional.empty();
  }

  /** All that have been on them. */
  List<Long> orders() {
    return stops().map(RoutePlan.Stop::task).distinct().toList();
  }

  /** Those to whom they have led. */
  List<Long> accounts() {
    return stops().flatMap(stop -> stop.recipient().stream()).distinct().toList();
  }

  boolean hasAccount(long number) {
    return stops().anyMatch(stop -> stop.recipient().equals(Optional.of(number)));
  }

  boolean hasOrder(long number) {
    return stops().anyMatch(stop -> stop.task() == number);
  }

  private Stream<RoutePlan.Stop> stops() {
    return tours.stream().flatMap(tour -> tour.stops().stream());
  }
}

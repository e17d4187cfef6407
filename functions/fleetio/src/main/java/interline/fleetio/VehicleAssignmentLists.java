package interline.fleetio;

import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Listing.VehicleAssignmentsBy;
import interline.fleet.Listing.VehicleAssignmentsBy.Order;
import interline.fleet.Snapshot;
import interline.fleet.Vehicle;
import interline.fleet.VehicleAssignment;
import interline.fleet.VehicleAssignments;
import interline.fleet.Vehicles;
import interline.gateway.Answer;
import interline.gateway.Call;
import java.time.Instant;
import java.util.Optional;

/** Lists of who drives what: of all, and of one vehicle. */
final class VehicleAssignmentLists {

  private static final String STARTED = "started_at";
  private static final String ENDED = "ended_at";

  static final RecordList<VehicleAssignment> ALL =
      filtered(RecordList.of(Kind.VEHICLE_ASSIGNMENT))
          .filter("vehicle_id", Filter.number(it -> Optional.of(it.vehicle()), Operator.EQ))
          .narrow("vehicle_id", VehicleAssignmentLists::ofVehicle)
          .narrow("vehicle_id", STARTED, VehicleAssignmentLists::bySpan)
          .narrow("vehicle_id", ENDED, VehicleAssignmentLists::bySpan)
          .narrow(
              "contact_id", worker -> new Listing.VehicleAssignmentsOf(Kind.WORKER.number(worker)))
          .sort(STARTED, (from, until) -> new VehicleAssignmentsBy(Order.START, from, until))
          .sort(ENDED, (from, until) -> new VehicleAssignmentsBy(Order.END, from, until))
          .sort(RecordList.UPDATED, VehicleAssignmentLists::byChange)
          .build();

  private VehicleAssignmentLists() {}

  /** The assignments of the vehicle in the path. */
  static Answer ofVehicle(Call call) {
    Vehicle vehicle = vehicle(call, call.fleet());
    return filtered(RecordList.of(ofVehicle(vehicle.number())))
        .sort(STARTED, bySpan(vehicle.number()))
        .sort(ENDED, bySpan(vehicle.number()))
        .sortAmong(
            RecordList.UPDATED,
            VehicleAssignmentLists::byChange,
            it -> it.vehicle() == vehicle.number())
        .build()
        .answer(call, show(call));
  }

  /** Who drives the vehicle in the path now. */
  static Answer current(Call call) {
    Snapshot fleet = call.fleet();
    VehicleAssignment current =
        VehicleAssignments.current(fleet, vehicle(call, fleet).number())
            .orElseThrow(() -> new Failure.NotFound(Kind.VEHICLE_ASSIGNMENT));
    return Answer.ok(VehicleAssignmentAnswer.of(fleet, current, Times.of(call)));
  }

  static RecordList.Show<VehicleAssignment> show(Call call) {
    Times times = Times.of(call);
    return (fleet, page) -> VehicleAssignmentAnswer.of(fleet, page, times);
  }

  private static RecordList.Builder<VehicleAssignment> filtered(
      RecordList.Builder<VehicleAssignment> list) {
    return list.filter("contact_id", Filter.number(it -> Optional.of(it.worker()), Operator.EQ))
        .filter(ENDED, Filter.moment(it -> it.span().end()));
  }

  private static Vehicle vehicle(Call call, Snapshot fleet) {
    return Vehicles.get(fleet, VehicleIdentifier.inPath(call.request().parameter("id")));
  }

  /** Whatever the bounds: the filter that they are for does the rest. */
  private static RecordList.Sorting<VehicleAssignment> bySpan(long vehicle) {
    return (_, _) -> new Listing.VehicleAssignmentsOfBySpan(vehicle);
  }

  private static Listing<VehicleAssignment> byChange(
      Optional<Instant> from, Optional<Instant> until) {
    return new VehicleAssignmentsBy(Order.CHANGE, from, until);
  }

  private static Listing<VehicleAssignment> ofVehicle(long vehicle) {
    return new Listing.VehicleAssignmentsOf(Kind.VEHICLE.number(vehicle));
  }
}

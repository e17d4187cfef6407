package interline.fleetio;

import interline.fleet.Kind;
import interline.fleet.MeterEntry;
import interline.fleet.Ref;
import interline.fleet.Snapshot;
import interline.fleet.Vehicle;
import interline.fleet.VehicleAssignment;
import interline.fleet.VehicleAssignment.Comment;
import interline.fleet.Worker;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who drives what, as Fleetio prints it. */
final class VehicleAssignmentAnswer {

  private VehicleAssignmentAnswer() {}

  static Map<String, Object> of(Snapshot fleet, VehicleAssignment assignment, Times times) {
    Snapshot.Found found =
        fleet.findAll(
            Stream.concat(Stream.of(Kind.WORKER.number(assignment.worker())), entries(assignment))
                .toList());
    Map<String, Object> members = common(fleet, assignment, found, times);
    members.put(
        "contact_full_name", found.find(Kind.WORKER.number(assignment.worker())).map(Worker::name));
    members.put("contact_image_url", Optional.empty());
    List<Map<String, Object>> comments = new ArrayList<>();
    assignment.comments().forEach(each -> comments.add(comment(each, comments.size(), times)));
    members.put("comments", comments);
    members.put("attachment_permissions", ContactAnswer.ATTACHMENTS);
    return members;
  }

  /** The records of a list: each with a summary of its contact and its vehicle. */
  static List<Map<String, Object>> of(
      Snapshot fleet, List<VehicleAssignment> assignments, Times times) {
    Set<Ref<?>> refs = new LinkedHashSet<>();
    for (VehicleAssignment assignment : assignments) {
      refs.add(Kind.WORKER.number(assignment.worker()));
      refs.add(Kind.VEHICLE.number(assignment.vehicle()));
      entries(assignment).forEach(refs::add);
    }
    Snapshot.Found found = fleet.findAll(refs);
    List<Map<String, Object>> records = new ArrayList<>();
    for (VehicleAssignment assignment : assignments) {
      Map<String, Object> members = common(fleet, assignment, found, times);
      members.put(
          "contact",
          found.find(Kind.WORKER.number(assignment.worker())).map(ContactAnswer::summary));
      members.put(
          "vehicle",
          found
              .find(Kind.VEHICLE.number(assignment.vehicle()))
              .map(VehicleAssignmentAnswer::summary));
      records.add(members);
    }
    return records;
  }

  private static Stream<Ref<MeterEntry>> entries(VehicleAssignment assignment) {
    return Stream.of(assignment.startEntry(), assignment.endEntry())
        .flatMap(Optional::stream)
        .map(Kind.METER_ENTRY::number);
  }

  /** What an entry says now; one that was deleted says nothing. */
  private static Optional<String> value(Optional<Long> entry, Snapshot.Found found) {
    return entry
        .flatMap(number -> found.find(Kind.METER_ENTRY.number(number)))
        .map(MeterEntry::value)
        .map(Decimals::text);
  }

  private static Map<String, Object> common(
      Snapshot fleet, VehicleAssignment assignment, Snapshot.Found found, Times times) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", assignment.number());
    members.put("created_at", times.at(assignment.stamp().created()));
    members.put("updated_at", times.at(assignment.stamp().changed()));
    members.put("vehicle_id", assignment.vehicle());
    members.put("contact_id", assignment.worker());
    members.put("started_at", assignment.span().start().map(times::at));
    members.put("ended_at", assignment.span().end().map(times::at));
    members.put("current", assignment.span().current(fleet.now()));
    members.put("future", assignment.span().future(fleet.now()));
    members.put("starting_meter_entry_value", value(assignment.startEntry(), found));
    members.put("ending_meter_entry_value", value(assignment.endEntry(), found));
    members.put("custom_fields", Kept.find(assignment.details(), "custom_fields").orElse(Map.of()));
    members.put("comments_count", assignment.comments().size());
    return members;
  }

  private static Map<String, Object> comment(Comment comment, int index, Times times) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", index + 1);
    members.put("created_at", times.at(comment.at()));
    members.put("title", comment.title());
    members.put("comment", comment.text());
    return members;
  }

  private static Map<String, Object> summary(Vehicle vehicle) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", vehicle.number());
    members.put("name", vehicle.name());
    members.put("color", vehicle.color());
    members.put("license_plate", vehicle.licensePlate());
    members.put("vin", vehicle.vin());
    members.put("year", vehicle.year().map(String::valueOf));
    members.put("make", vehicle.make());
    members.put("model", vehicle.model());
    members.put("trim", Kept.find(vehicle.details(), "trim"));
    members.put(
        "registration_expiration_month",
        Kept.find(vehicle.details(), "registration_expiration_month").orElse(BigDecimal.ZERO));
    members.put("registration_state", Kept.find(vehicle.details(), "registration_state"));
    members.put("default_image_url_small", Optional.empty());
    return members;
  }
}

package interline.store;

import interline.fleet.Details;
import interline.fleet.Kind;
import interline.fleet.Listing.VehicleAssignmentsBy.Order;
import interline.fleet.Ref;
import interline.fleet.Span;
import interline.fleet.VehicleAssignment;
import interline.fleet.VehicleAssignment.Comment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code org#vehicle_assignment#number}; listed by number, found by vehicle. There are two copies
 * of it: one with the vehicle by start, listed by start and found by end, and one with the worker
 * by end, listed by change and found by worker.
 */
final class VehicleAssignmentItem {

  private VehicleAssignmentItem() {}

  static void write(Item item, VehicleAssignment assignment, Keys keys) {
    item.put(Records.LPK, keys.listing(Kind.VEHICLE_ASSIGNMENT))
        .put(Records.LSK, Keys.sortable(assignment.number()))
        .put(Records.FPK, of(keys, Kind.VEHICLE.number(assignment.vehicle())))
        .put(Records.FSK, Keys.sortable(assignment.number()));
    state(item, assignment);
  }

  /** The copy among the times of the vehicle. */
  static Item ofVehicle(VehicleAssignment assignment, Keys keys) {
    String number = "#" + Keys.sortable(assignment.number());
    return copy(
            assignment,
            keys.partition(Kind.VEHICLE.number(assignment.vehicle())),
            Keys.driving(assignment.span().start(), assignment.number()))
        .put(Records.LPK, by(keys, Order.START))
        .put(Records.LSK, assignment.span().start().map(Keys::moment).orElse("-") + number)
        .put(Records.FPK, by(keys, Order.END))
        .put(Records.FSK, assignment.span().end().map(Keys::moment).orElse("~") + number);
  }

  /** The copy among the times of the worker. */
  static Item ofWorker(VehicleAssignment assignment, Keys keys) {
    return copy(
            assignment,
            keys.partition(Kind.WORKER.number(assignment.worker())),
            Keys.driven(assignment.span().end(), assignment.number()))
        .put(Records.LPK, by(keys, Order.CHANGE))
        .put(
            Records.LSK,
            Keys.moment(assignment.stamp().changed()) + "#" + Keys.sortable(assignment.number()))
        .put(Records.FPK, of(keys, Kind.WORKER.number(assignment.worker())))
        .put(Records.FSK, Keys.sortable(assignment.number()));
  }

  private static Item copy(VehicleAssignment assignment, String pk, String sk) {
    Item item =
        Records.stamped(Item.at(pk, sk), assignment.stamp())
            .put(Records.COPY_OF, assignment.ref().id());
    state(item, assignment);
    return item;
  }

  private static void state(Item item, VehicleAssignment assignment) {
    item.put("vehicle", assignment.vehicle())
        .put("worker", assignment.worker())
        .putInstant("start", assignment.span().start())
        .putInstant("end", assignment.span().end())
        .putTree("entries", entries(assignment))
        .putTree("details", assignment.details().values());
    if (!assignment.comments().isEmpty()) {
      item.putTree(
          "comments",
          Map.of(
              "all", assignment.comments().stream().map(VehicleAssignmentItem::comment).toList()));
    }
  }

  static VehicleAssignment read(Item item) {
    Map<String, Object> entries = item.getTree("entries");
    return new VehicleAssignment(
        Records.number(item),
        Records.stamp(item),
        item.getNumber("vehicle"),
        item.getNumber("worker"),
        new Span(item.findInstant("start"), item.findInstant("end")),
        entry(entries, "start"),
        entry(entries, "end"),
        comments(item),
        new Details(item.getTree("details")));
  }

  /** The partition of all assignments of a vehicle or of a worker. */
  static String of(Keys keys, Ref<?> owner) {
    return keys.listing(Kind.VEHICLE_ASSIGNMENT, owner.kind().word(), owner.id());
  }

  /** The partition of all assignments in the order of a moment. */
  static String by(Keys keys, Order order) {
    return keys.listing(Kind.VEHICLE_ASSIGNMENT, Keys.BY, order.name());
  }

  private static Map<String, Object> entries(VehicleAssignment assignment) {
    Map<String, Object> entries = new LinkedHashMap<>();
    assignment.startEntry().ifPresent(entry -> entries.put("start", BigDecimal.valueOf(entry)));
    assignment.endEntry().ifPresent(entry -> entries.put("end", BigDecimal.valueOf(entry)));
    return entries;
  }

  private static Optional<Long> entry(Map<String, Object> entries, String end) {
    return Optional.ofNullable((BigDecimal) entries.get(end)).map(BigDecimal::longValueExact);
  }

  private static Map<String, Object> comment(Comment comment) {
    Map<String, Object> tree = new LinkedHashMap<>();
    comment.title().ifPresent(title -> tree.put("title", title));
    tree.put("text", comment.text());
    tree.put("at", BigDecimal.valueOf(comment.at().toEpochMilli()));
    tree.put("by", comment.by());
    return tree;
  }

  private static List<Comment> comments(Item item) {
    return item.getTree("comments").get("all") instanceof List<?> all
        ? all.stream().map(each -> comment((Map<?, ?>) each)).toList()
        : List.of();
  }

  private static Comment comment(Map<?, ?> tree) {
    return new Comment(
        Optional.ofNullable((String) tree.get("title")),
        (String) required(tree, "text"),
        Instant.ofEpochMilli(((BigDecimal) required(tree, "at")).longValueExact()),
        (String) required(tree, "by"));
  }

  private static Object required(Map<?, ?> tree, String name) {
    Object value = tree.get(name);
    if (value == null) {
      throw new IllegalStateException("A comment has no " + name);
    }
    return value;
  }
}

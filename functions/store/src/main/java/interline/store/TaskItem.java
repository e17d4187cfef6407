package interline.store;

import interline.fleet.Assignment;
import interline.fleet.Destination;
import interline.fleet.Details;
import interline.fleet.Kind;
import interline.fleet.Location;
import interline.fleet.Recipient;
import interline.fleet.Task;
import interline.fleet.TaskState;
import interline.fleet.TimeSlot;
import interline.fleet.WorkType;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** {@code org#task#number}; listed by number, found by state and day. */
final class TaskItem {

  private TaskItem() {}

  static void write(Item item, Task task, Keys keys) {
    String number = Keys.sortable(task.number());
    item.put(Records.LPK, keys.listing(Kind.TASK))
        .put(Records.LSK, number)
        .put(Records.FPK, in(keys, task.state()))
        .put(Records.FSK, on(task.day()) + number)
        .put("state", task.state())
        .put("skills", task.skills())
        .putText("type", task.type().map(Enum::name))
        .putText("day", task.day().map(LocalDate::toString))
        .putText("from", task.slot().map(slot -> slot.start().toString()))
        .putText("to", task.slot().map(slot -> slot.end().toString()))
        .putInstant("started", task.started())
        .putInstant("ended", task.ended())
        .putTree("details", task.details().values());
    task.recipient()
        .ifPresent(
            recipient ->
                item.put("recipient", recipient.name())
                    .putText("phone", recipient.phone())
                    .putText("recipientNotes", said(recipient.notes()))
                    .putNumber("recipientNumber", recipient.number()));
    task.destination()
        .ifPresent(
            destination -> {
              item.put("address", destination.address())
                  .putText("placeNotes", said(destination.notes()))
                  .putNumber("destinationNumber", destination.number());
              destination.parts().ifPresent(address -> AddressItem.write(item, address));
              destination.location().ifPresent(location -> writeLocation(item, location));
            });
    task.assignment()
        .ifPresent(
            assignment ->
                item.put("assignment", assignment.number())
                    .put("worker", assignment.worker())
                    .put("workerName", assignment.workerName())
                    .put("assigned", assignment.at())
                    .put("rank", assignment.rank()));
  }

  static Task read(Item item) {
    long number = Records.number(item);
    return new Task(
        number,
        Records.stamp(item),
        item.get("state", TaskState.class),
        item.find("type", WorkType.class),
        item.findText("recipient").map(name -> readRecipient(item, name)),
        item.findText("address").map(address -> readDestination(item, address)),
        item.getTexts("skills"),
        item.findText("day").map(LocalDate::parse),
        item.findText("from")
            .map(from -> new TimeSlot(LocalTime.parse(from), LocalTime.parse(item.getText("to")))),
        item.findNumber("assignment").map(_ -> readAssignment(item, number)),
        item.findInstant("started"),
        item.findInstant("ended"),
        new Details(item.getTree("details")));
  }

  private static Optional<String> said(String notes) {
    return Optional.of(notes).filter(text -> !text.isEmpty());
  }

  private static Recipient readRecipient(Item item, String name) {
    return new Recipient(
        name,
        item.findText("phone"),
        item.findText("recipientNotes").orElse(""),
        item.findNumber("recipientNumber"));
  }

  private static Destination readDestination(Item item, String address) {
    return new Destination(
        address,
        readLocation(item),
        AddressItem.find(item),
        item.findText("placeNotes").orElse(""),
        item.findNumber("destinationNumber"));
  }

  /** The membership of a task in its worker's container, with all that an assignment says. */
  static Item member(Assignment assignment, Keys keys) {
    return Item.at(
            keys.container(assignment.worker()), Keys.rank(assignment.rank(), assignment.task()))
        .put("assignment", assignment.number())
        .put("task", assignment.task())
        .put("worker", assignment.worker())
        .put("workerName", assignment.workerName())
        .put("assigned", assignment.at())
        .put("rank", assignment.rank());
  }

  static Assignment readMember(Item item) {
    return readAssignment(item, item.getNumber("task"));
  }

  private static Assignment readAssignment(Item item, long task) {
    return new Assignment(
        item.getNumber("assignment"),
        task,
        item.getNumber("worker"),
        item.getText("workerName"),
        item.getInstant("assigned"),
        item.getNumber("rank"));
  }

  static String in(Keys keys, TaskState state) {
    return keys.listing(Kind.TASK, state.name());
  }

  /** The beginning of the sort key of tasks of a day; tasks without one come first. */
  static String on(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("-") + "#";
  }

  static void writeLocation(Item item, Location location) {
    item.put("latitude", location.latitude()).put("longitude", location.longitude());
  }

  static Optional<Location> readLocation(Item item) {
    return item.has("latitude")
        ? Optional.of(new Location(item.getDouble("latitude"), item.getDouble("longitude")))
        : Optional.empty();
  }
}

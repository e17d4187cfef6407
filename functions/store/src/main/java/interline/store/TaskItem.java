package interline.store;

import interline.fleet.Assignment;
import interline.fleet.Container;
import interline.fleet.Destination;
import interline.fleet.Details;
import interline.fleet.Kind;
import interline.fleet.Links;
import interline.fleet.Listing.TasksByMoment;
import interline.fleet.Location;
import interline.fleet.Member;
import interline.fleet.Place;
import interline.fleet.Recipient;
import interline.fleet.Task;
import interline.fleet.TaskState;
import interline.fleet.Terms;
import interline.fleet.TimeSlot;
import interline.fleet.WorkType;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** {@code org#task#number}; listed by moment and by number, found by state and day. */
final class TaskItem {

  private TaskItem() {}

  static void write(Item item, Task task, Keys keys) {
    String number = Keys.sortable(task.number());
    item.put(Records.LPK, keys.listing(Kind.TASK))
        .put(Records.LSK, Keys.byMoment(TasksByMoment.Mark.of(task)) + "#" + number)
        .put(Records.OSK, number)
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
        .putText("report", task.report())
        .putNumber("creator", task.origin().creator())
        .putNumber("source", task.origin().source())
        .putTree("details", task.details().values());
    task.waiting()
        .ifPresent(
            place -> {
              item.put("rank", place.rank());
              if (place.container() instanceof Container.OfTeam(long team)) {
                item.put("team", team);
              }
            });
    write(item, task.terms());
    MetadataItem.write(item, task.metadata());
    putNumbers(item, "dependencies", task.links().dependencies());
    putNumbers(item, "dependents", task.links().dependents());
    item.putNumber("plan", task.links().plan()).putNumber("customer", task.links().customer());
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
        item.has("assignment")
            ? Optional.empty()
            : item.findNumber("rank")
                .map(
                    rank ->
                        new Place(
                            item.findNumber("team")
                                .<Container>map(Container.OfTeam::new)
                                .orElse(Container.organization()),
                            rank)),
        item.findInstant("started"),
        item.findInstant("ended"),
        readTerms(item),
        new Links(
            getNumbers(item, "dependencies"),
            getNumbers(item, "dependents"),
            item.findNumber("plan"),
            item.findNumber("customer")),
        new Task.Origin(item.findNumber("creator"), item.findNumber("source")),
        item.findText("report"),
        MetadataItem.read(item),
        new Details(item.getTree("details")));
  }

  private static void write(Item item, Terms terms) {
    item.putInstant("after", terms.after()).putInstant("before", terms.before());
    if (terms.pickup()) {
      item.put("pickup", true);
    }
    if (!terms.notes().isEmpty()) {
      item.put("notes", terms.notes());
    }
    if (!terms.quantity().equals(Terms.Quantity.NONE)) {
      item.put("quantity", terms.quantity().ordinary())
          .put("quantityA", terms.quantity().a())
          .put("quantityB", terms.quantity().b())
          .put("quantityC", terms.quantity().c());
    }
    if (terms.serviceMinutes() != 0) {
      item.put("service", terms.serviceMinutes());
    }
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

  private static Terms readTerms(Item item) {
    return new Terms(
        item.findInstant("after"),
        item.findInstant("before"),
        item.has("pickup"),
        item.findText("notes").orElse(""),
        item.has("quantity")
            ? new Terms.Quantity(
                item.getDouble("quantity"),
                item.getDouble("quantityA"),
                item.getDouble("quantityB"),
                item.getDouble("quantityC"))
            : Terms.Quantity.NONE,
        item.has("service") ? item.getDouble("service") : 0);
  }

  private static void putNumbers(Item item, String name, List<Long> numbers) {
    if (!numbers.isEmpty()) {
      item.put(name, numbers.stream().map(String::valueOf).toList());
    }
  }

  private static List<Long> getNumbers(Item item, String name) {
    return item.has(name) ? item.getTexts(name).stream().map(Long::valueOf).toList() : List.of();
  }

  /** The membership of a task in a container, in a worker's with all that an assignment says. */
  static Item member(Member member, Keys keys) {
    Item item =
        Item.at(
                keys.container(member.place().container()),
                Keys.rank(member.place().rank(), member.task()))
            .put("task", member.task())
            .put("since", member.since())
            .put("rank", member.place().rank());
    member
        .assignment()
        .ifPresent(
            assignment ->
                item.put("assignment", assignment.number())
                    .put("worker", assignment.worker())
                    .put("workerName", assignment.workerName())
                    .put("assigned", assignment.at()));
    return item;
  }

  static Member readMember(Item item, Container container) {
    long task = item.getNumber("task");
    return new Member(
        new Place(container, item.getNumber("rank")),
        task,
        item.getInstant("since"),
        item.findNumber("assignment").map(_ -> readAssignment(item, task)));
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

package interline.store;

import interline.fleet.Details;
import interline.fleet.Duty;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Person;
import interline.fleet.PersonName;
import interline.fleet.Profile;
import interline.fleet.Role;
import interline.fleet.Span;
import interline.fleet.Worker;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code org#worker#number}; listed by number, found by duty if work can be given to them. */
final class WorkerItem {

  private WorkerItem() {}

  static void write(Item item, Worker worker, Keys keys) {
    String number = Keys.sortable(worker.number());
    item.put(Records.LPK, listed(keys, worker.archived().isPresent()))
        .put(Records.LSK, number)
        .putInstant("archived", worker.archived())
        .put("duty", worker.duty())
        .put("skills", worker.skills())
        .put("capacity", worker.capacity())
        .put("load", worker.load())
        .putNumber("active", worker.active())
        .put("nextRank", worker.nextRank())
        .putNumbers("teams", worker.teams())
        .putTree("details", worker.details().values());
    if (worker.works()) {
      item.put(Records.FPK, on(keys, worker.duty())).put(Records.FSK, number);
    }
    write(item, worker.person());
    write(item, worker.profile());
    worker.vehicle().ifPresent(driven -> write(item, driven));
    worker
        .position()
        .ifPresent(
            position -> {
              TaskItem.writeLocation(item, position.location());
              item.put("seen", position.at());
            });
  }

  private static void write(Item item, Person person) {
    item.put("name", person.name())
        .putText("first", person.spelled().map(PersonName::first))
        .putText("middle", person.spelled().flatMap(PersonName::middle))
        .putText("last", person.spelled().flatMap(PersonName::last))
        .putText("phone", person.phone())
        .putText("email", person.email())
        .putText("employee", person.employeeNumber())
        .putNumber("group", person.group())
        .put("roles", person.roles().stream().sorted().map(Enum::name).toList());
  }

  private static void write(Item item, Profile profile) {
    Profile.Units units = profile.units();
    item.putText("displayName", profile.displayName())
        .putText("login", profile.login())
        .putText("zone", profile.zone().map(ZoneId::getId))
        .putNumber("home", profile.home());
    MetadataItem.write(item, profile.metadata());
    if (profile.invited()) {
      item.put("invited", true);
    }
    if (!units.equals(Profile.Units.NONE)) {
      item.putTree(
          "units",
          Map.of("all", List.of(units.main(), units.first(), units.second(), units.third())));
    }
  }

  private static Profile readProfile(Item item) {
    return new Profile(
        item.findText("displayName"),
        item.findText("login"),
        item.getTree("units").get("all") instanceof List<?> units
            ? new Profile.Units(
                (BigDecimal) units.get(0),
                (BigDecimal) units.get(1),
                (BigDecimal) units.get(2),
                (BigDecimal) units.get(3))
            : Profile.Units.NONE,
        item.findText("zone").map(ZoneId::of),
        item.has("invited"),
        item.findNumber("home"),
        MetadataItem.read(item));
  }

  private static void write(Item item, Worker.Driven driven) {
    item.put("drivenBy", driven.assignment())
        .put("drives", driven.vehicle())
        .putInstant("drivesFrom", driven.span().start())
        .putInstant("drivesUntil", driven.span().end());
  }

  private static Optional<Worker.Driven> readDriven(Item item) {
    return item.findNumber("drivenBy")
        .map(
            assignment ->
                new Worker.Driven(
                    assignment,
                    item.getNumber("drives"),
                    new Span(item.findInstant("drivesFrom"), item.findInstant("drivesUntil"))));
  }

  private static Person readPerson(Item item) {
    return new Person(
        item.getText("name"),
        item.findText("first")
            .map(first -> new PersonName(first, item.findText("middle"), item.findText("last"))),
        item.findText("phone"),
        item.findText("email"),
        item.findText("employee"),
        item.findNumber("group"),
        item.has("roles")
            ? item.getTexts("roles").stream().map(Role::valueOf).collect(Collectors.toSet())
            : Set.of(Role.OPERATOR, Role.TECHNICIAN));
  }

  static Worker read(Item item) {
    return new Worker(
        Records.number(item),
        Records.stamp(item),
        readPerson(item),
        item.findInstant("archived"),
        item.get("duty", Duty.class),
        item.getTexts("skills"),
        item.getInt("capacity"),
        item.getInt("load"),
        item.findNumber("active"),
        TaskItem.readLocation(item)
            .map(location -> new Worker.Position(location, item.getInstant("seen"))),
        item.getNumber("nextRank"),
        item.findNumbers("teams"),
        readDriven(item),
        readProfile(item),
        new Details(item.getTree("details")));
  }

  /** Where workers are listed: those that are out of sight have a list of their own. */
  static String listed(Keys keys, boolean archived) {
    return archived ? keys.listing(Kind.WORKER, Keys.ARCHIVED) : keys.listing(Kind.WORKER);
  }

  /** Stands for a worker in the lists of people by group and by change. */
  static Item enrolled(Worker worker, Keys keys) {
    String number = Keys.sortable(worker.number());
    return Item.at(keys.partition(worker.ref()), Keys.ENROLLED)
        .put(Writes.OWNER, worker.ref().id())
        .put(Records.LPK, byGroup(keys))
        .put(Records.LSK, inGroup(worker.person().group().orElse(0L)) + "#" + number)
        .put(Records.FPK, keys.listing(Kind.WORKER, Keys.CHANGED))
        .put(Records.FSK, Keys.sortable(worker.stamp().changed(), worker.number()));
  }

  /**
   * Stands for a worker in the lists by badge and by name; as small as can be, as whoever wants a
   * page from the middle of such a list pays for what is before it.
   */
  static Item rostered(Worker worker, Keys keys) {
    return Item.at(keys.partition(worker.ref()), Keys.ROSTERED)
        .put(Writes.OWNER, worker.ref().id())
        .put(Records.LPK, by(keys, Listing.WorkersBy.Known.BADGE))
        .put(Records.LSK, Keys.ordered(worker.badge(), worker.number()))
        .put(Records.FPK, by(keys, Listing.WorkersBy.Known.NAME))
        .put(Records.FSK, Keys.ordered(worker.name(), worker.number()));
  }

  static String by(Keys keys, Listing.WorkersBy.Known known) {
    return keys.listing(Kind.WORKER, Keys.BY, known.name());
  }

  static String byGroup(Keys keys) {
    return keys.listing(Kind.WORKER, Keys.BY, "group");
  }

  static String inGroup(long group) {
    return Keys.sortable(group);
  }

  static String on(Keys keys, Duty duty) {
    return keys.listing(Kind.WORKER, duty.name());
  }
}

package interline.fleet;

import interline.fleet.Change.Claim.Listed;
import interline.fleet.Failure.Invalid;
import interline.fleet.Failure.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be done with vehicles. Names, VINs and external ids are claimed in the transaction that
 * writes them.
 */
public final class Vehicles {

  /** The figure that tells how many vehicles are archived. */
  public static final String ARCHIVED = "archived";

  /** How many can be added in one transaction: each takes four items of its hundred. */
  public static final int MOST_ADDED = 25;

  /** How many can be revised in one transaction, names and catalogues aside: each takes two. */
  public static final int MOST_REVISED = 50;

  private static final int MOST_EXTERNAL_IDS = 20;
  private static final int MOST_LABELS = 50;

  /** How many assignments are ended in one transaction. */
  private static final int MOST_ENDED = 12;

  private Vehicles() {}

  /** How a request names a vehicle. */
  public sealed interface Identifier {
    record ByNumber(long number) implements Identifier {}

    record ByUnique(Unique unique) implements Identifier {}
  }

  public static UseCase<Vehicle> create(Vehicle.Revision draft) {
    return fleet -> {
      List<Problem> problems = problems(draft);
      require(problems, Field.NAME, draft.name());
      require(problems, Field.METER_UNIT, draft.meterUnit());
      Picks picks = new Picks(fleet, problems);
      Vehicle.Picked picked = picks.of(draft, Optional.empty());
      require(problems, Field.VEHICLE_STATUS, draft.status());
      require(problems, Field.VEHICLE_TYPE, draft.type());
      refuse(problems);
      Vehicle vehicle =
          new Vehicle(
                  fleet.number(Kind.VEHICLE),
                  Stamp.fresh(fleet.now()),
                  "",
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  0,
                  0,
                  Vehicle.MeterUnit.MILES,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  List.of(),
                  Map.of(),
                  Optional.empty(),
                  Details.NONE)
              .revised(draft, picked, fleet.now());
      List<Change> changes = new ArrayList<>(picks.changes());
      changes.add(new Change.Create(vehicle));
      vehicle.uniques().forEach(unique -> changes.add(claim(unique, vehicle)));
      count(Optional.empty(), Optional.of(vehicle)).ifPresent(changes::add);
      changes.add(Event.to(vehicle, Event.Type.CREATED, fleet));
      return new Decision<>(changes, vehicle);
    };
  }

  /**
   * Changes what the revision speaks of.
   *
   * @throws Failure.NotFound if nothing has this identifier
   * @throws Failure.Conflict if it is archived
   */
  public static UseCase<Vehicle> revise(Identifier identifier, Vehicle.Revision revision) {
    return fleet -> revised(fleet, get(fleet, identifier), revision);
  }

  static Decision<Vehicle> revised(Snapshot fleet, Vehicle before, Vehicle.Revision revision) {
    List<Problem> problems = problems(revision);
    Picks picks = new Picks(fleet, problems);
    Vehicle.Picked picked = picks.of(revision, Optional.of(before));
    refuse(problems);
    refuseArchived(before);
    Vehicle after = before.revised(revision, picked, fleet.now());
    List<Change> changes = new ArrayList<>(picks.changes());
    changes.add(new Change.Replace(after));
    List<Unique> old = before.uniques();
    List<Unique> now = after.uniques();
    old.stream()
        .filter(unique -> !now.contains(unique))
        .forEach(unique -> changes.add(new Change.Release(unique, after.ref())));
    now.stream()
        .filter(unique -> !old.contains(unique))
        .forEach(unique -> changes.add(claim(unique, after)));
    count(Optional.of(before), Optional.of(after)).ifPresent(changes::add);
    changes.add(Event.to(after, Event.Type.CHANGED, fleet));
    return new Decision<>(changes, after);
  }

  /** A row of several to be added; see {@link Roster#add}. */
  public static Roster.Row<Vehicle> row(String name, Vehicle.Revision draft) {
    return new Roster.Row<>(name, Unique.vehicleName(name), create(draft));
  }

  /** A row of several to be revised; see {@link Roster#change}. Archived ones are not there. */
  public static Roster.Revision<Vehicle> revision(String name, Vehicle.Revision revision) {
    return new Roster.Revision<>(
        name,
        new Roster.Name.ByUnique<>(Unique.vehicleName(name)),
        (fleet, before) ->
            Optional.of(before)
                .filter(vehicle -> vehicle.archived().isEmpty())
                .map(vehicle -> revised(fleet, vehicle, revision)));
  }

  /** How many vehicles there are that are not archived. */
  public static long count(Snapshot fleet) {
    return fleet.counts(Kind.VEHICLE).getOrDefault(Change.Count.TOTAL, 0L);
  }

  /**
   * Puts a vehicle away, and out of the hands of who drives it: it can only be read until it is
   * brought back. Of very many assignments some are called off first: it is to be asked again until
   * the result is archived.
   */
  public static UseCase<Vehicle> archive(Identifier identifier) {
    return fleet -> {
      Vehicle before = get(fleet, identifier);
      return before.archived().isPresent()
          ? Decision.of(before)
          : leaving(
              fleet,
              before,
              before,
              moved(fleet, before, before.archived(Optional.of(fleet.now()), fleet.now())));
    };
  }

  /** Brings a vehicle back. */
  public static UseCase<Vehicle> restore(Identifier identifier) {
    return fleet -> {
      Vehicle before = get(fleet, identifier);
      return before.archived().isEmpty()
          ? Decision.of(before)
          : moved(fleet, before, before.archived(Optional.empty(), fleet.now()));
    };
  }

  /**
   * Takes a vehicle away for good; its values are free for others then. What was read of it and who
   * drove it until now stays on record. As with {@link #archive}, it is to be asked again until the
   * result is that it is gone.
   */
  public static UseCase<Boolean> remove(Identifier identifier) {
    return fleet -> {
      Vehicle vehicle = get(fleet, identifier);
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Remove(vehicle));
      vehicle.uniques().forEach(unique -> changes.add(new Change.Release(unique, vehicle.ref())));
      count(Optional.of(vehicle), Optional.empty()).ifPresent(changes::add);
      changes.add(Event.to(vehicle, Event.Type.REMOVED, fleet));
      return leaving(fleet, vehicle, false, new Decision<>(changes, true));
    };
  }

  /**
   * Finds a vehicle that has to be there.
   *
   * @throws Failure.NotFound if nothing has this identifier
   */
  public static Vehicle get(Snapshot fleet, Identifier identifier) {
    return switch (identifier) {
      case Identifier.ByNumber(long number) -> fleet.get(Kind.VEHICLE.number(number));
      case Identifier.ByUnique(Unique unique) ->
          fleet
              .holder(Kind.VEHICLE, unique)
              .flatMap(fleet::find)
              .filter(vehicle -> vehicle.uniques().contains(unique))
              .orElseThrow(() -> new Failure.NotFound(Kind.VEHICLE));
    };
  }

  /**
   * An archived vehicle is read-only, and so is all that belongs to it.
   *
   * @throws Failure.Conflict if it is archived
   */
  static void refuseArchived(Vehicle vehicle) {
    if (vehicle.archived().isPresent()) {
      throw new Failure.Conflict(Failure.Conflict.Reason.VEHICLE_ARCHIVED);
    }
  }

  /** The figure that tells how many vehicles are of a type. */
  public static String ofType(long type) {
    return "type." + type;
  }

  /** The figure that tells how many archived vehicles are of a type. */
  public static String archivedOfType(long type) {
    return ofType(type) + "." + ARCHIVED;
  }

  /** What is decided of a vehicle that goes, once it is in few enough hands. */
  private static <R> Decision<R> leaving(
      Snapshot fleet, Vehicle vehicle, R notYet, Decision<R> decision) {
    // They never meet, so those that last are the last ones to begin.
    List<VehicleAssignment> lasting =
        fleet.driving(vehicle.number(), Optional.empty(), MOST_ENDED + 1).stream()
            .filter(each -> each.span().lasts(fleet.now()))
            .toList();
    if (lasting.size() > MOST_ENDED) {
      return new Decision<>(VehicleAssignments.over(fleet, lasting.subList(0, MOST_ENDED)), notYet);
    }
    List<Change> changes = new ArrayList<>(decision.changes());
    changes.addAll(VehicleAssignments.over(fleet, lasting));
    return new Decision<>(changes, decision.result());
  }

  private static Decision<Vehicle> moved(Snapshot fleet, Vehicle before, Vehicle after) {
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Replace(after));
    changes.add(claim(Unique.vehicleName(after.name()), after));
    count(Optional.of(before), Optional.of(after)).ifPresent(changes::add);
    changes.add(Event.to(after, Event.Type.CHANGED, fleet));
    return new Decision<>(changes, after);
  }

  private static Optional<Change.Count> count(Optional<Vehicle> before, Optional<Vehicle> after) {
    Map<String, Integer> deltas = new LinkedHashMap<>();
    before.ifPresent(
        vehicle -> figures(vehicle).forEach(name -> deltas.merge(name, -1, Integer::sum)));
    after.ifPresent(
        vehicle -> figures(vehicle).forEach(name -> deltas.merge(name, 1, Integer::sum)));
    deltas.values().removeIf(delta -> delta == 0);
    return before
        .or(() -> after)
        .filter(_ -> !deltas.isEmpty())
        .map(vehicle -> new Change.Count(Kind.VEHICLE, vehicle.number(), deltas));
  }

  /** The figures in which a vehicle counts. */
  private static List<String> figures(Vehicle vehicle) {
    return vehicle.archived().isPresent()
        ? List.of(ARCHIVED, ofType(vehicle.type()), archivedOfType(vehicle.type()))
        : List.of(Change.Count.TOTAL, ofType(vehicle.type()));
  }

  /** Vehicles are listed by name, as long as they are not archived. */
  private static Change.Claim claim(Unique unique, Vehicle owner) {
    if (unique.field() != Field.NAME) {
      return new Change.Claim(unique, owner.ref());
    }
    return new Change.Claim(
        unique, owner.ref(), owner.archived().isPresent() ? Listed.WITH_ARCHIVED : Listed.BY_VALUE);
  }

  /** What revisions pick, looked up; what is known already costs nothing. */
  private static final class Picks {
    private final Snapshot fleet;
    private final List<Problem> problems;
    private final List<Change> changes = new ArrayList<>();

    Picks(Snapshot fleet, List<Problem> problems) {
      this.fleet = fleet;
      this.problems = problems;
    }

    Vehicle.Picked of(Vehicle.Revision revision, Optional<Vehicle> before) {
      labels(revision.labels(), before.map(Vehicle::labels).orElse(List.of()));
      return new Vehicle.Picked(
          entry(
              Kind.VEHICLE_STATUS,
              revision.status(),
              before.map(Vehicle::status),
              Field.VEHICLE_STATUS),
          entry(Kind.VEHICLE_TYPE, revision.type(), before.map(Vehicle::type), Field.VEHICLE_TYPE),
          group(revision.group(), before.flatMap(Vehicle::group)));
    }

    List<Change> changes() {
      return changes;
    }

    private Said<Long> entry(
        Kind<CatalogueEntry> kind, Said<Pick> said, Optional<Long> known, Field field) {
      Optional<Long> number =
          switch (said) {
            case Said.Nothing<Pick> _ -> known;
            case Said.None<Pick> _ -> Optional.empty();
            case Said.Given<Pick>(Pick pick) ->
                isKnown(pick, known) ? known : Catalogues.find(fleet, kind, pick);
          };
      if (number.isEmpty() && !(said instanceof Said.Nothing<Pick>)) {
        problems.add(new Problem(field, new Rule.Present()));
      }
      return number.<Said<Long>>map(Said.Given::new).orElseGet(Said.Nothing::new);
    }

    private Optional<Long> group(Said<Pick> said, Optional<Long> known) {
      try {
        Decision<Optional<Long>> group = Groups.chosen(fleet, said, known);
        changes.addAll(group.changes());
        return group.result();
      } catch (Invalid invalid) {
        problems.addAll(invalid.problems());
        return known;
      }
    }

    /** All labels have to be there, but for those that the vehicle has already. */
    private void labels(Said<List<Long>> said, List<Long> known) {
      List<Ref<CatalogueEntry>> added =
          said.given().stream()
              .flatMap(List::stream)
              .filter(number -> !known.contains(number))
              .distinct()
              .map(Kind.LABEL::number)
              .toList();
      if (added.isEmpty() || added.size() > MOST_LABELS) {
        return;
      }
      Snapshot.Found found = fleet.findAll(added);
      if (added.stream().anyMatch(label -> found.find(label).isEmpty())) {
        problems.add(new Problem(Field.LABELS, new Rule.Known()));
      }
    }

    private static boolean isKnown(Pick pick, Optional<Long> known) {
      return known.filter(number -> pick.equals(new Pick.ByNumber(number))).isPresent();
    }
  }

  private static List<Problem> problems(Vehicle.Revision revision) {
    List<Problem> problems = new ArrayList<>();
    Text.check(revision.name(), Field.NAME, 255, problems);
    longerThan(17, revision.vin(), Field.VIN, problems);
    longerThan(255, revision.licensePlate(), Field.LICENSE_PLATE, problems);
    longerThan(255, revision.make(), Field.MAKE, problems);
    longerThan(255, revision.model(), Field.MODEL, problems);
    longerThan(255, revision.color(), Field.COLOR, problems);
    if (revision.meterUnit() instanceof Said.None<?>) {
      problems.add(new Problem(Field.METER_UNIT, new Rule.Present()));
    }
    revision
        .labels()
        .given()
        .filter(labels -> labels.size() > MOST_LABELS)
        .ifPresent(_ -> problems.add(new Problem(Field.LABELS, new Rule.AtMost(MOST_LABELS))));
    Map<String, String> ids = revision.externalIds().given().orElse(Map.of());
    if (ids.size() > MOST_EXTERNAL_IDS) {
      problems.add(new Problem(Field.EXTERNAL_ID, new Rule.AtMost(MOST_EXTERNAL_IDS)));
    }
    if (ids.entrySet().stream()
        .anyMatch(id -> id.getKey().length() + id.getValue().length() > 255)) {
      problems.add(new Problem(Field.EXTERNAL_ID, new Rule.AtMostCharacters(255)));
    }
    return problems;
  }

  private static void longerThan(int most, Said<String> said, Field field, List<Problem> problems) {
    if (said.given().filter(text -> text.codePointCount(0, text.length()) > most).isPresent()) {
      problems.add(new Problem(field, new Rule.AtMostCharacters(most)));
    }
  }

  private static void require(List<Problem> problems, Field field, Said<?> said) {
    if (said instanceof Said.Nothing<?>) {
      problems.add(new Problem(field, new Rule.Present()));
    }
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
  }
}

package interline.fleet;

import interline.fleet.Change.Claim.Listed;
import interline.fleet.Failure.Invalid;
import interline.fleet.Failure.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be done with vehicles. Names and VINs are claimed in the transaction that writes them.
 */
public final class Vehicles {

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
              .revised(draft, fleet.now());
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Create(vehicle));
      vehicle.uniques().forEach(unique -> changes.add(claim(unique, vehicle)));
      changes.add(Change.Count.created(vehicle.ref()));
      changes.add(Event.to(vehicle, Event.Type.CREATED, fleet));
      return new Decision<>(changes, vehicle);
    };
  }

  /**
   * Changes what the revision speaks of.
   *
   * @throws Failure.NotFound if nothing has this identifier
   */
  public static UseCase<Vehicle> revise(Identifier identifier, Vehicle.Revision revision) {
    return fleet -> {
      Vehicle before = get(fleet, identifier);
      List<Problem> problems = problems(revision);
      refuse(problems);
      Vehicle after = before.revised(revision, fleet.now());
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Replace(after));
      before.uniques().stream()
          .filter(unique -> !after.uniques().contains(unique))
          .forEach(unique -> changes.add(new Change.Release(unique, after.ref())));
      after.uniques().stream()
          .filter(unique -> !before.uniques().contains(unique))
          .forEach(unique -> changes.add(claim(unique, after)));
      changes.add(Event.to(after, Event.Type.CHANGED, fleet));
      return new Decision<>(changes, after);
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

  /** Vehicles are listed by name, as long as they are not archived. */
  private static Change.Claim claim(Unique unique, Vehicle owner) {
    if (unique.field() != Field.NAME) {
      return new Change.Claim(unique, owner.ref());
    }
    return new Change.Claim(
        unique, owner.ref(), owner.archived().isPresent() ? Listed.WITH_ARCHIVED : Listed.BY_VALUE);
  }

  private static List<Problem> problems(Vehicle.Revision revision) {
    List<Problem> problems = new ArrayList<>();
    if (cleared(revision.name()) || revision.name().given().filter(String::isBlank).isPresent()) {
      problems.add(new Problem(Field.NAME, new Rule.Present()));
    }
    longerThan(255, revision.name(), Field.NAME, problems);
    longerThan(17, revision.vin(), Field.VIN, problems);
    longerThan(255, revision.licensePlate(), Field.LICENSE_PLATE, problems);
    longerThan(255, revision.make(), Field.MAKE, problems);
    longerThan(255, revision.model(), Field.MODEL, problems);
    longerThan(255, revision.color(), Field.COLOR, problems);
    if (cleared(revision.meterUnit())) {
      problems.add(new Problem(Field.METER_UNIT, new Rule.Present()));
    }
    unknown(VehicleCatalogue.STATUSES, revision.status(), Field.VEHICLE_STATUS, problems);
    unknown(VehicleCatalogue.TYPES, revision.type(), Field.VEHICLE_TYPE, problems);
    return problems;
  }

  private static boolean cleared(Said<?> said) {
    return said instanceof Said.None<?>;
  }

  private static void longerThan(int most, Said<String> said, Field field, List<Problem> problems) {
    if (said.given().filter(text -> text.codePointCount(0, text.length()) > most).isPresent()) {
      problems.add(new Problem(field, new Rule.AtMostCharacters(most)));
    }
  }

  private static void unknown(
      List<VehicleCatalogue.Entry> catalogue,
      Said<Long> said,
      Field field,
      List<Problem> problems) {
    boolean known =
        switch (said) {
          case Said.Nothing<Long> _ -> true;
          case Said.None<Long> _ -> false;
          case Said.Given<Long>(Long number) ->
              VehicleCatalogue.find(catalogue, number.longValue()).isPresent();
        };
    if (!known) {
      problems.add(new Problem(field, new Rule.Present()));
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

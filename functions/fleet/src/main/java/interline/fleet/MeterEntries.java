package interline.fleet;

import interline.fleet.Failure.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be done with the entries of vehicles' meters. */
public final class MeterEntries {

  private MeterEntries() {}

  /**
   * Enters what a meter showed.
   *
   * @throws Failure.Invalid if there is no such vehicle, or the value is out of order
   */
  public static UseCase<MeterEntry> create(MeterEntry.Draft draft) {
    return fleet -> {
      List<Problem> problems = new ArrayList<>(MeterEntry.problems(draft.value(), draft.date()));
      Optional<Vehicle> vehicle = fleet.find(Kind.VEHICLE.number(draft.vehicle()));
      if (vehicle.isEmpty()) {
        problems.add(new Problem(Field.VEHICLE, new Rule.Known()));
      }
      if (!problems.isEmpty()) {
        throw new Failure.Invalid(problems);
      }
      Meters meters = new Meters(fleet, vehicle.orElseThrow());
      MeterEntry entry = meters.enter(draft);
      return decision(meters, entry);
    };
  }

  /**
   * Changes what the revision speaks of.
   *
   * @throws Failure.NotFound if there is no such entry
   * @throws Failure.Invalid if the value is out of order then
   */
  public static UseCase<MeterEntry> revise(long number, MeterEntry.Revision revision) {
    return fleet -> {
      MeterEntry before = fleet.get(Kind.METER_ENTRY.number(number));
      refuseCleared(revision);
      MeterEntry after = before.revised(revision, fleet.now());
      Meters meters = new Meters(fleet, vehicle(fleet, before));
      meters.revise(before, after);
      return decision(meters, after);
    };
  }

  /**
   * Takes an entry away.
   *
   * @throws Failure.NotFound if there is no such entry
   */
  public static UseCase<MeterEntry> remove(long number) {
    return fleet -> {
      MeterEntry entry = fleet.get(Kind.METER_ENTRY.number(number));
      Optional<Vehicle> vehicle = fleet.find(Kind.VEHICLE.number(entry.vehicle()));
      if (vehicle.isEmpty()) {
        // What a vehicle leaves behind can go as well.
        return new Decision<>(entry.removed(fleet), entry);
      }
      Meters meters = new Meters(fleet, vehicle.get());
      meters.remove(entry);
      return decision(meters, entry);
    };
  }

  private static Vehicle vehicle(Snapshot fleet, MeterEntry entry) {
    // An entry may be left of a vehicle that was taken away.
    return fleet
        .find(Kind.VEHICLE.number(entry.vehicle()))
        .orElseThrow(() -> Failure.invalid(Field.VEHICLE, new Rule.Known()));
  }

  private static void refuseCleared(MeterEntry.Revision revision) {
    List<Problem> problems = new ArrayList<>();
    if (revision.date() instanceof Said.None<?>) {
      problems.add(new Problem(Field.DATE, new Rule.Present()));
    }
    if (revision.value() instanceof Said.None<?>) {
      problems.add(new Problem(Field.METER_VALUE, new Rule.Present()));
    }
    if (!problems.isEmpty()) {
      throw new Failure.Invalid(problems);
    }
  }

  private static Decision<MeterEntry> decision(Meters meters, MeterEntry entry) {
    Decision<MeterEntry> decision = new Decision<>(meters.changes(), entry);
    return meters.moved() ? decision.and(new Change.Replace(meters.vehicle())) : decision;
  }
}

package interline.fleet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The meters of one vehicle in one decision: takes readings in and out, and knows what each meter
 * shows then. A reading must be no lower than those of earlier days and no higher than those of
 * later ones; within a day they stand by value.
 *
 * <p>The rule holds among writers who replace the vehicle, whose version lets one of them through
 * at a time. As the vehicle shows the last reading of each meter, one that follows it, as nearly
 * all do, is judged without looking at any other.
 */
final class Meters {

  private static final Comparator<MeterEntry.Mark> ORDER =
      Comparator.<MeterEntry.Mark, LocalDate>comparing(mark -> mark.reading().day())
          .thenComparing(mark -> mark.reading().value());

  private final Snapshot fleet;
  private final Vehicle vehicle;
  private final Map<Meter, Optional<Vehicle.Reading>> last = new EnumMap<>(Meter.class);
  private final List<MeterEntry> in = new ArrayList<>();
  private final Set<Long> out = new HashSet<>();
  private final List<Change> changes = new ArrayList<>();

  /**
   * The meters of a vehicle as they are.
   *
   * @throws Failure.Conflict if the vehicle is archived
   */
  Meters(Snapshot fleet, Vehicle vehicle) {
    Vehicles.refuseArchived(vehicle);
    this.fleet = fleet;
    this.vehicle = vehicle;
    for (Meter meter : Meter.values()) {
      last.put(meter, vehicle.shown(meter));
    }
  }

  /**
   * Takes a new entry in.
   *
   * @throws Failure.Invalid if its value is out of order
   */
  MeterEntry enter(MeterEntry.Draft draft) {
    MeterEntry entry =
        new MeterEntry(
            fleet.number(Kind.METER_ENTRY),
            Stamp.fresh(fleet.now()),
            vehicle.number(),
            draft.meter(),
            draft.date(),
            draft.value(),
            draft.voided(),
            draft.category(),
            draft.assignment());
    changes.addAll(entry.created(fleet));
    take(entry);
    return entry;
  }

  /**
   * Puts one state of an entry in the place of another.
   *
   * @throws Failure.Invalid if the new value is out of order
   */
  void revise(MeterEntry before, MeterEntry after) {
    changes.addAll(after.revised(before, fleet));
    if (!before.standsWith(after)) {
      drop(before);
      take(after);
    }
  }

  /** Takes an entry out for good. */
  void remove(MeterEntry entry) {
    changes.addAll(entry.removed(fleet));
    drop(entry);
  }

  /** All but the vehicle itself. */
  List<Change> changes() {
    return List.copyOf(changes);
  }

  /** Whether a timeline changes: then the vehicle has to be replaced, be it as it was. */
  boolean moved() {
    return !in.isEmpty() || !out.isEmpty();
  }

  /** The vehicle with what its meters show then. */
  Vehicle vehicle() {
    return vehicle.read(shown(Meter.PRIMARY), shown(Meter.SECONDARY), fleet.now());
  }

  private void take(MeterEntry entry) {
    if (entry.voided()) {
      return;
    }
    Optional<Vehicle.Reading> shown = shown(entry.meter());
    if (shown.isEmpty() || follows(entry.reading(), shown.get())) {
      last.put(entry.meter(), Optional.of(entry.reading()));
    } else {
      check(entry, shown.get());
    }
    in.add(entry);
  }

  private void drop(MeterEntry entry) {
    if (entry.voided()) {
      return;
    }
    out.add(entry.number());
    if (shown(entry.meter()).filter(entry.reading()::equals).isPresent()) {
      last.put(entry.meter(), before(entry.meter(), Optional.empty()));
    }
  }

  private void check(MeterEntry entry, Vehicle.Reading shown) {
    LocalDate day = entry.date();
    BigDecimal value = entry.value();
    Optional<BigDecimal> least =
        before(entry.meter(), Optional.of(day)).map(Vehicle.Reading::value);
    Optional<BigDecimal> most =
        day.isBefore(shown.day())
            ? after(entry.meter(), day).map(Vehicle.Reading::value)
            : Optional.empty();
    if (least.filter(bound -> value.compareTo(bound) < 0).isPresent()
        || most.filter(bound -> value.compareTo(bound) > 0).isPresent()) {
      throw Failure.invalid(Field.METER_VALUE, new Rule.InSequence(least, most));
    }
  }

  private Optional<Vehicle.Reading> shown(Meter meter) {
    return last.getOrDefault(meter, Optional.empty());
  }

  /** Whether a reading may stand behind the last one without a look at those before. */
  private static boolean follows(Vehicle.Reading reading, Vehicle.Reading shown) {
    return !reading.day().isBefore(shown.day()) && reading.value().compareTo(shown.value()) >= 0;
  }

  private Optional<Vehicle.Reading> before(Meter meter, Optional<LocalDate> day) {
    return marks(fleet.lastReadings(vehicle.number(), meter, day, 1 + out.size()), meter)
        .filter(mark -> day.isEmpty() || mark.reading().day().isBefore(day.get()))
        .max(ORDER)
        .map(MeterEntry.Mark::reading);
  }

  private Optional<Vehicle.Reading> after(Meter meter, LocalDate day) {
    return marks(fleet.firstReadings(vehicle.number(), meter, day, 1 + out.size()), meter)
        .filter(mark -> mark.reading().day().isAfter(day))
        .min(ORDER)
        .map(MeterEntry.Mark::reading);
  }

  /** What is found, without what is taken out and with what is taken in. */
  private Stream<MeterEntry.Mark> marks(List<MeterEntry.Mark> found, Meter meter) {
    return Stream.concat(
        found.stream().filter(mark -> !out.contains(mark.entry())),
        in.stream()
            .filter(entry -> entry.meter() == meter)
            .map(entry -> new MeterEntry.Mark(entry.number(), entry.reading())));
  }
}

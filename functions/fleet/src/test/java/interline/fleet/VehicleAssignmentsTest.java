package interline.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import interline.fleet.VehicleAssignment.Driver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** No two assignments of a vehicle have a moment in common, whatever is asked and by how many. */
class VehicleAssignmentsTest {

  private static final int VEHICLES = 2;
  private static final int LAST = 12;

  /** A stretch of whole days; no start is day -1, and no end is a day after all others. */
  private record Days(long vehicle, int from, int to) {
    boolean meets(Days other) {
      return vehicle == other.vehicle && from <= other.to && other.from <= to;
    }
  }

  /** What somebody asks for. */
  sealed interface Wish {
    record Create(long vehicle, Optional<Integer> from, Optional<Integer> to) implements Wish {}

    record Move(int which, long vehicle, Optional<Integer> from, Optional<Integer> to)
        implements Wish {}

    record Remove(int which) implements Wish {}
  }

  private static PlainFleet aFleet() {
    PlainFleet fleet = new PlainFleet();
    fleet.commit(Workers.create(WorkerBuilder.aWorker().draft()));
    for (int i = 0; i < VEHICLES; i++) {
      fleet.commit(
          Vehicles.create(VehicleBuilder.aVehicle().name("Van " + i).vin("VIN" + i).revision()));
    }
    return fleet;
  }

  @Provide
  Arbitrary<Wish> wishes() {
    Arbitrary<Optional<Integer>> day = Arbitraries.integers().between(0, LAST).optional(0.85);
    Arbitrary<Long> vehicle = Arbitraries.longs().between(1, VEHICLES);
    Arbitrary<Integer> which = Arbitraries.integers().between(1, 12);
    return Arbitraries.frequencyOf(
        Tuple.of(4, Combinators.combine(vehicle, day, day).as(Wish.Create::new)),
        Tuple.of(3, Combinators.combine(which, vehicle, day, day).as(Wish.Move::new)),
        Tuple.of(1, which.map(Wish.Remove::new)));
  }

  @Provide
  Arbitrary<List<Wish>> sequences() {
    return wishes().list().ofMaxSize(40);
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void isGrantedExactlyIfNobodyHasTheVehicle(@ForAll("sequences") List<Wish> wishes) {
    PlainFleet fleet = aFleet();
    for (Wish wish : wishes) {
      Map<Long, Days> before = known(fleet);

      Optional<VehicleAssignment> granted = granted(fleet, wish);

      assertThat(granted.isPresent()).as("%s with %s", wish, before).isEqualTo(free(wish, before));
      Map<Long, Days> expected = new TreeMap<>(before);
      granted.ifPresent(
          it -> {
            expected.remove(it.number());
            days(wish).ifPresent(days -> expected.put(it.number(), days));
          });
      assertThat(known(fleet)).isEqualTo(expected);
    }
  }

  /** Two decide on what they both have read; the slower one has to ask again. */
  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void neverOverlapsWhenTwoAskAtOnce(
      @ForAll("sequences") List<Wish> before,
      @ForAll("wishes") Wish left,
      @ForAll("wishes") Wish right) {
    PlainFleet fleet = aFleet();
    before.forEach(wish -> granted(fleet, wish));

    Optional<Decision<VehicleAssignment>> first = decided(fleet, left);
    Optional<Decision<VehicleAssignment>> second = decided(fleet, right);
    first.ifPresent(fleet::apply);
    try {
      second.ifPresent(fleet::apply);
    } catch (PlainFleet.Stale late) {
      granted(fleet, right);
    }

    List<Days> all = new ArrayList<>(known(fleet).values());
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        assertThat(all.get(i).meets(all.get(j))).as("%s", all).isFalse();
      }
    }
  }

  /** Whether the wish can be granted, as anybody would say who looks at all of them. */
  private static boolean free(Wish wish, Map<Long, Days> known) {
    Map<Long, Days> others = new TreeMap<>(known);
    boolean there =
        switch (wish) {
          case Wish.Create _ -> true;
          case Wish.Move move -> others.remove((long) move.which()) != null;
          case Wish.Remove remove -> others.containsKey((long) remove.which());
        };
    return there
        && days(wish)
            .filter(
                days -> days.from() > days.to() || others.values().stream().anyMatch(days::meets))
            .isEmpty();
  }

  private static Optional<Days> days(Wish wish) {
    return switch (wish) {
      case Wish.Create(long vehicle, var from, var to) -> Optional.of(days(vehicle, from, to));
      case Wish.Move(int _, long vehicle, var from, var to) -> Optional.of(days(vehicle, from, to));
      case Wish.Remove _ -> Optional.empty();
    };
  }

  private static Days days(long vehicle, Optional<Integer> from, Optional<Integer> to) {
    return new Days(vehicle, from.orElse(-1), to.orElse(LAST + 1));
  }

  private static Map<Long, Days> known(PlainFleet fleet) {
    Map<Long, Days> known = new TreeMap<>();
    fleet
        .vehicleAssignments()
        .forEach(
            it ->
                known.put(
                    it.number(),
                    days(
                        it.vehicle(),
                        it.span().start().map(VehicleAssignmentsTest::day),
                        it.span().end().map(VehicleAssignmentsTest::day))));
    return known;
  }

  private static Optional<VehicleAssignment> granted(PlainFleet fleet, Wish wish) {
    Optional<Decision<VehicleAssignment>> decision = decided(fleet, wish);
    decision.ifPresent(fleet::apply);
    return decision.map(Decision::result);
  }

  private static Optional<Decision<VehicleAssignment>> decided(PlainFleet fleet, Wish wish) {
    UseCase<VehicleAssignment> asked =
        switch (wish) {
          case Wish.Create(long vehicle, var from, var to) ->
              VehicleAssignments.create(revision(vehicle, from, to));
          case Wish.Move(int which, long vehicle, var from, var to) ->
              VehicleAssignments.revise(which, revision(vehicle, from, to));
          case Wish.Remove(int which) -> VehicleAssignments.remove(which);
        };
    try {
      return Optional.of(asked.decide(fleet));
    } catch (Failure refused) {
      return Optional.empty();
    }
  }

  private static VehicleAssignment.Revision revision(
      long vehicle, Optional<Integer> from, Optional<Integer> to) {
    return new VehicleAssignment.Revision(
        new Said.Given<>(vehicle),
        new Said.Given<>(new Driver.ByNumber(1)),
        said(from),
        said(to),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of());
  }

  private static Said<Instant> said(Optional<Integer> day) {
    return day.<Said<Instant>>map(
            it -> new Said.Given<>(PlainFleet.START.plusSeconds(86_400L * it)))
        .orElseGet(Said.None::new);
  }

  private static int day(Instant moment) {
    return (int) ((moment.getEpochSecond() - PlainFleet.START.getEpochSecond()) / 86_400);
  }
}

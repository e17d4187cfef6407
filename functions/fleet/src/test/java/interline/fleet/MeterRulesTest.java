package interline.fleet;

import static interline.fleet.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/**
 * The meters of a vehicle against a list of entries that is checked from beginning to end: whatever
 * is asked in whatever order, both accept the same, and the vehicle shows what the list says.
 */
class MeterRulesTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
  private static final long VEHICLE = 1;

  /** What an entry says, as far as the rule goes. */
  record Line(Meter meter, LocalDate date, BigDecimal value, boolean voided) {

    boolean counts(Meter of) {
      return !voided && meter == of;
    }
  }

  /** All entries by number. */
  private static final class Model {
    final Map<Long, Line> lines = new LinkedHashMap<>();

    /** Whether an entry fits between all the others, looked at one by one. */
    boolean fits(long number, Line line) {
      return line.voided()
          || lines.entrySet().stream()
              .filter(other -> other.getKey() != number && other.getValue().counts(line.meter()))
              .map(Map.Entry::getValue)
              .allMatch(
                  other -> {
                    int days = Integer.signum(other.date().compareTo(line.date()));
                    int values = Integer.signum(other.value().compareTo(line.value()));
                    return days == 0 || values == 0 || days == values;
                  });
    }

    Line line(long number) {
      return Objects.requireNonNull(lines.get(number));
    }

    Optional<Vehicle.Reading> shown(Meter meter) {
      return lines.values().stream()
          .filter(line -> line.counts(meter))
          .max(Comparator.comparing(Line::date).thenComparing(Line::value))
          .map(line -> new Vehicle.Reading(line.value(), line.date()));
    }
  }

  /** What is asked: of a new entry, or of one of those that are there. */
  sealed interface Request {
    record Create(Line line) implements Request {}

    record Revise(int which, MeterEntry.Revision revision) implements Request {}

    record Remove(int which) implements Request {}
  }

  @Provide
  Arbitrary<List<Request>> requests() {
    Arbitrary<Meter> meter =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.just(Meter.PRIMARY)),
            Tuple.of(1, Arbitraries.just(Meter.SECONDARY)));
    Arbitrary<LocalDate> date = Arbitraries.integers().between(0, 9).map(FIRST::plusDays);
    Arbitrary<BigDecimal> value =
        Arbitraries.of("0", "9.5", "10", "10.0", "10.25", "99", "100", "1000", "20000.5")
            .map(BigDecimal::new);
    Arbitrary<Boolean> voided = Arbitraries.of(true, false, false, false);
    Arbitrary<Integer> which = Arbitraries.integers().between(0, 30);
    Arbitrary<Request> create =
        Combinators.combine(meter, date, value, voided).as(Line::new).map(Request.Create::new);
    Arbitrary<Request> revise =
        Combinators.combine(which, said(meter), said(date), said(value), said(voided))
            .as(
                (i, m, d, v, voiding) ->
                    new Request.Revise(i, new MeterEntry.Revision(m, d, v, voiding)));
    return Arbitraries.frequencyOf(
            Tuple.of(5, create), Tuple.of(3, revise), Tuple.of(1, which.map(Request.Remove::new)))
        .list()
        .ofMaxSize(50);
  }

  private static <T> Arbitrary<Said<T>> said(Arbitrary<T> value) {
    return Arbitraries.oneOf(Arbitraries.create(Said.Nothing::new), value.map(Said.Given<T>::new));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void acceptsWhatFitsAndShowsTheLast(@ForAll("requests") List<Request> requests) {
    PlainFleet fleet = aFleet();
    Model model = new Model();
    for (Request request : requests) {
      Statistics.collect(answersAlike(fleet, model, request) ? "done" : "refused");
      Vehicle vehicle = fleet.get(Kind.VEHICLE.number(VEHICLE));
      for (Meter meter : Meter.values()) {
        assertThat(vehicle.shown(meter)).isEqualTo(model.shown(meter));
      }
    }
    Statistics.coverage(
        coverage -> {
          coverage.check("done").percentage(share -> share > 20);
          coverage.check("refused").percentage(share -> share > 10);
        });
  }

  /** Two writers see the same fleet; the second one's decision may only come true if it holds. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void twoWritersWhoSawTheSameCannotBothBreakTheOrder(
      @ForAll("requests") List<Request> before,
      @ForAll("requests") List<Request> left,
      @ForAll("requests") List<Request> right) {
    PlainFleet fleet = aFleet();
    Model model = new Model();
    before.forEach(request -> answersAlike(fleet, model, request));
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      List<Decision<MeterEntry>> decisions = new ArrayList<>();
      for (Request request : List.of(left.get(i), right.get(i))) {
        try {
          useCase(model, request).ifPresent(asked -> decisions.add(asked.decide(fleet)));
        } catch (Failure _) {
          // This one is out of the race.
        }
      }
      for (Decision<MeterEntry> decision : decisions) {
        try {
          fleet.apply(decision);
        } catch (PlainFleet.Stale _) {
          // The store would ask again, and so would the next round here.
        }
      }
      assertInOrder(fleet);
    }
  }

  private static void assertInOrder(PlainFleet fleet) {
    List<MeterEntry> entries = fleet.all(new Listing.Everything<>(Kind.METER_ENTRY));
    Model found = new Model();
    entries.forEach(
        entry ->
            found.lines.put(
                entry.number(),
                new Line(entry.meter(), entry.date(), entry.value(), entry.voided())));
    assertThat(found.lines)
        .allSatisfy((number, line) -> assertThat(found.fits(number, line)).isTrue());
    Vehicle vehicle = fleet.get(Kind.VEHICLE.number(VEHICLE));
    for (Meter meter : Meter.values()) {
      assertThat(vehicle.shown(meter)).isEqualTo(found.shown(meter));
      assertThat(fleet.lastReadings(VEHICLE, meter, Optional.empty(), 1000))
          .hasSize((int) entries.stream().filter(e -> !e.voided() && e.meter() == meter).count());
    }
  }

  /** Whether it was done; the fleet and the model have to agree. */
  private static boolean answersAlike(PlainFleet fleet, Model model, Request request) {
    Optional<UseCase<MeterEntry>> asked = useCase(model, request);
    if (asked.isEmpty()) {
      return true;
    }
    Optional<MeterEntry> done;
    try {
      done = Optional.of(fleet.commit(asked.get()));
    } catch (Failure.Invalid _) {
      done = Optional.empty();
    }
    switch (request) {
      case Request.Create(Line line) -> {
        assertThat(done.isPresent()).isEqualTo(model.fits(0, line));
        done.ifPresent(entry -> model.lines.put(entry.number(), line));
      }
      case Request.Revise(int which, MeterEntry.Revision revision) -> {
        long number = number(model, which);
        Line line = revised(model.line(number), revision);
        assertThat(done.isPresent()).isEqualTo(model.fits(number, line));
        done.ifPresent(_ -> model.lines.put(number, line));
      }
      case Request.Remove(int which) -> {
        assertThat(done).isPresent();
        model.lines.remove(number(model, which));
      }
    }
    return done.isPresent();
  }

  private static Line revised(Line line, MeterEntry.Revision revision) {
    return new Line(
        revision.meter().or(line.meter()),
        revision.date().or(line.date()),
        revision.value().or(line.value()),
        revision.voided().or(line.voided()));
  }

  private static long number(Model model, int which) {
    List<Long> numbers = List.copyOf(model.lines.keySet());
    return numbers.get(which % numbers.size());
  }

  private static Optional<UseCase<MeterEntry>> useCase(Model model, Request request) {
    return switch (request) {
      case Request.Create(Line line) ->
          Optional.of(
              MeterEntries.create(
                  new MeterEntry.Draft(
                      VEHICLE,
                      line.meter(),
                      line.date(),
                      line.value(),
                      line.voided(),
                      MeterEntry.Category.MANUAL,
                      Optional.empty())));
      case Request.Revise(int which, MeterEntry.Revision revision) ->
          model.lines.isEmpty()
              ? Optional.empty()
              : Optional.of(MeterEntries.revise(number(model, which), revision));
      case Request.Remove(int which) ->
          model.lines.isEmpty()
              ? Optional.empty()
              : Optional.of(MeterEntries.remove(number(model, which)));
    };
  }

  private static PlainFleet aFleet() {
    PlainFleet fleet = new PlainFleet();
    fleet.commit(Vehicles.create(aVehicle().revision()));
    return fleet;
  }
}

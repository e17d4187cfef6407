package interline.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultsTest {

  private final PlainFleet fleet = new PlainFleet();
  private final Vehicle van = fleet.commit(Vehicles.create(VehicleBuilder.aVehicle().revision()));

  @Test
  void aFaultIsOpenUnlessToldOtherwise() {
    Fault fault = fleet.commit(Faults.create(fault("P0300", "Misfire", Optional.empty())));

    assertThat(fault.status()).isEqualTo(Fault.Status.OPEN);
    assertThat(fleet.history(fault.ref())).containsExactly(Event.Type.CREATED);
    assertThat(fleet.counts(Kind.FAULT)).containsEntry(Change.Count.TOTAL, 1L);
  }

  @Test
  void aFaultNeedsAVehicleThatIsThere() {
    assertThatThrownBy(
            () -> fleet.commit(Faults.create(of(new Said.Given<>(99L), new Said.Given<>("P1")))))
        .isInstanceOfSatisfying(
            Failure.Invalid.class,
            invalid ->
                assertThat(invalid.problems())
                    .containsExactly(new Failure.Problem(Field.VEHICLE, new Rule.Known())));
  }

  @Test
  void aStatusThatChangesIsTold() {
    Fault fault = fleet.commit(Faults.create(fault("P0300", "Misfire", Optional.empty())));
    fleet.commit(
        Faults.revise(
            fault.number(),
            new Fault.Revision(
                new Said.Nothing<>(),
                new Said.Nothing<>(),
                new Said.Nothing<>(),
                new Said.Nothing<>(),
                new Said.Nothing<>(),
                new Said.Nothing<>(),
                new Said.Nothing<>(),
                new Said.Given<>(Fault.Status.RESOLVED),
                new Said.Nothing<>(),
                new Said.Nothing<>())));

    assertThat(fleet.lastEvent().facts()).containsEntry("status", "RESOLVED");
  }

  @Test
  void anIdempotencyKeyIsGoodForOneFaultUntilThatIsGone() {
    Fault first = fleet.commit(Faults.create(fault("P1", "one", Optional.of("k"))));
    Fault again = fleet.commit(Faults.create(fault("P2", "two", Optional.of("k"))));
    assertThat(again.number()).isEqualTo(first.number());
    assertThat(fleet.claims()).containsEntry(Unique.idempotencyKey("k"), first.ref());

    fleet.commit(Faults.remove(first.number()));
    Fault next = fleet.commit(Faults.create(fault("P2", "two", Optional.of("k"))));
    assertThat(next.number()).isNotEqualTo(first.number());
    assertThat(fleet.counts(Kind.FAULT)).containsEntry(Change.Count.TOTAL, 1L);
  }

  @Test
  void aRuleNamesFaultsOfExactlyItsCode() {
    Fault capital = fleet.commit(Faults.create(fault("P0300", "own", Optional.empty())));
    Fault small = fleet.commit(Faults.create(fault("p0300", "own", Optional.empty())));
    FaultRule rule = fleet.commit(FaultRules.create(rule("P0300", "Misfire")));

    List<Faults.Told> told = Faults.told(fleet, List.of(capital, small));

    assertThat(told.stream().map(Faults.Told::name).map(Optional::orElseThrow))
        .containsExactly("Misfire", "own");
    assertThat(told.getFirst().rule().orElseThrow().number()).isEqualTo(rule.number());
    assertThat(fleet.commit(FaultRules.create(rule("p0300", "Other"))).number()).isPositive();
    assertThatThrownBy(() -> fleet.commit(FaultRules.create(rule("P0300", "Twice"))))
        .isInstanceOfSatisfying(
            Failure.NotUnique.class, taken -> assertThat(taken.field()).isEqualTo(Field.CODE));
  }

  private Fault.Revision fault(String code, String name, Optional<String> key) {
    return new Fault.Revision(
        new Said.Given<>(van.number()),
        new Said.Given<>(code),
        new Said.Given<>(name),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Given<>(Instant.parse("2026-11-22T06:00:00Z")),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        key.<Said<String>>map(Said.Given::new).orElseGet(Said.Nothing::new));
  }

  private static Fault.Revision of(Said<Long> vehicle, Said<String> code) {
    return new Fault.Revision(
        vehicle,
        code,
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>());
  }

  private static FaultRule.Revision rule(String code, String name) {
    return new FaultRule.Revision(
        new Said.Given<>(code), new Said.Given<>(name), new Said.Nothing<>());
  }
}

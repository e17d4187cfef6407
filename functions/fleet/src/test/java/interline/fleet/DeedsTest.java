package interline.fleet;

import static interline.fleet.TaskBuilder.aTask;
import static interline.fleet.WorkerBuilder.aWorker;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeedsTest {

  private final PlainFleet fleet = new PlainFleet();
  private long worker;

  /** On duty from the first to the third hour, and from the hundredth. */
  @BeforeEach
  void work() {
    worker = fleet.commit(Workers.create(aWorker().on(Duty.OFF_DUTY).capacity(5).draft())).number();
    fleet.pass(Duration.ofHours(1));
    fleet.commit(Workers.put(worker, Duty.AVAILABLE));
    fleet.pass(Duration.ofHours(2));
    fleet.commit(Workers.put(worker, Duty.OFF_DUTY));
    fleet.pass(Duration.ofHours(97));
    fleet.commit(Workers.put(worker, Duty.AVAILABLE));
    fleet.pass(Duration.ofHours(10));
  }

  @Test
  void dutyCountsFromWhenItBeginsToWhenItEnds() {
    assertThat(onDuty(0, 4)).isEqualTo(Duration.ofHours(2));
    assertThat(onDuty(0, 2)).isEqualTo(Duration.ofHours(1));
    assertThat(onDuty(2, 4)).isEqualTo(Duration.ofHours(1));
    assertThat(onDuty(99, 105)).isEqualTo(Duration.ofHours(5));
  }

  @Test
  void whereNothingHappenedWhatCameNextTells() {
    assertThat(onDuty(0, 1)).isZero();
    assertThat(figures(minutes(90), minutes(120)).idle()).isEqualTo(Duration.ofMinutes(30));
    assertThat(onDuty(4, 24)).isZero();
    assertThat(onDuty(101, 105)).isEqualTo(Duration.ofHours(4));
  }

  @Test
  void nobodyWasOnDutyBeforeTheyWereThereNorWillHaveBeen() {
    assertThat(onDuty(-24, 2)).isEqualTo(Duration.ofHours(1));
    assertThat(onDuty(-24, -12)).isZero();
    assertThat(onDuty(101, 400)).isEqualTo(Duration.ofHours(9));
  }

  @Test
  void timeOnATaskIsNotIdle() {
    long task = fleet.commit(Tasks.create(aTask().draft())).number();
    fleet.commit(Assignments.assign(task, worker));
    at(0);
    fleet.commit(Tasks.start(task));
    fleet.pass(Duration.ofMinutes(30));
    at(0.001);
    fleet.pass(Duration.ofMinutes(30));
    Instant half = fleet.now().minus(Duration.ofMinutes(30));

    Deeds.Figures under = figures(minutes(60 * 109), fleet.now());
    assertThat(under.busy()).isEqualTo(Duration.ofHours(1));
    assertThat(under.idle()).isEqualTo(Duration.ofHours(1));

    fleet.commit(Tasks.complete(task));
    fleet.pass(Duration.ofHours(1));
    at(0.003);
    fleet.pass(Duration.ofMinutes(1));
    Deeds.Figures all = figures(minutes(60 * 109), fleet.now());
    assertThat(all.busy()).isEqualTo(Duration.ofHours(1));
    assertThat(all.idle()).isEqualTo(Duration.ofMinutes(121));
    assertThat(all.count(Deed.What.SUCCEEDED)).isEqualTo(1);
    assertThat(Math.round(all.busyMetres())).isEqualTo(111);
    assertThat(Math.round(all.idleMetres())).isEqualTo(223);
    assertThat(figures(minutes(60 * 109), half).busy()).isEqualTo(Duration.ofMinutes(30));
    assertThat(figures(minutes(60 * 109), half).idle()).isEqualTo(Duration.ofHours(1));
  }

  private void at(double longitude) {
    fleet.commit(
        LocationEntries.create(
            new LocationEntry.Draft(
                new LocationEntry.Owner.OfWorker(worker),
                new Location(0, longitude),
                fleet.now())));
  }

  private Duration onDuty(int from, int until) {
    return figures(minutes(60 * from), minutes(60 * until)).idle();
  }

  private Deeds.Figures figures(Instant from, Instant until) {
    return Deeds.of(fleet, fleet.worker(worker), from, until);
  }

  private static Instant minutes(int minutes) {
    return PlainFleet.START.plus(Duration.ofMinutes(minutes));
  }
}

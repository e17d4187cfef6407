package interline.fleet;

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
    worker = fleet.commit(Workers.create(aWorker().on(Duty.OFF_DUTY).draft())).number();
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
    assertThat(Duration.ofMinutes(30)).isEqualTo(between(minutes(90), minutes(120)));
    assertThat(onDuty(4, 24)).isZero();
    assertThat(onDuty(101, 105)).isEqualTo(Duration.ofHours(4));
  }

  @Test
  void nobodyWasOnDutyBeforeTheyWereThereNorWillHaveBeen() {
    assertThat(onDuty(-24, 2)).isEqualTo(Duration.ofHours(1));
    assertThat(onDuty(-24, -12)).isZero();
    assertThat(onDuty(101, 400)).isEqualTo(Duration.ofHours(9));
  }

  private Duration onDuty(int from, int until) {
    return between(minutes(60 * from), minutes(60 * until));
  }

  private Duration between(Instant from, Instant until) {
    return Deeds.onDuty(fleet, fleet.worker(worker), fleet.deeds(worker, from, until), from, until);
  }

  private static Instant minutes(int minutes) {
    return PlainFleet.START.plus(Duration.ofMinutes(minutes));
  }
}

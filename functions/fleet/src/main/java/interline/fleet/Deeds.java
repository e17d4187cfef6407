package interline.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the deeds of workers add up to. */
public final class Deeds {

  /** How far behind a stretch of time is looked at first for what came next. */
  private static final Duration FIRST_LOOK = Duration.ofDays(1);

  private Deeds() {}

  /**
   * How long a worker was on duty from a moment on, up to before another one and to now.
   *
   * @param deeds all that they did in this time, in order
   */
  public static Duration onDuty(
      Snapshot fleet, Worker worker, List<Deed> deeds, Instant from, Instant until) {
    Instant end = until.isBefore(fleet.now()) ? until : fleet.now();
    Instant made = worker.stamp().created();
    Instant since = from.isBefore(made) ? made : from;
    List<Deed> duties = deeds.stream().filter(Deeds::ofDuty).toList();
    boolean on =
        duties.isEmpty()
            ? onWithout(fleet, worker, until)
            : duties.getFirst().what() == Deed.What.WENT_OFF_DUTY;
    Duration total = Duration.ZERO;
    for (Deed duty : duties) {
      if (on) {
        total = total.plus(Duration.between(since, duty.at()));
      }
      on = duty.what() == Deed.What.WENT_ON_DUTY;
      since = duty.at();
    }
    return on && since.isBefore(end) ? total.plus(Duration.between(since, end)) : total;
  }

  /** Whether they were on duty before a moment, which what they did next tells. */
  private static boolean onWithout(Snapshot fleet, Worker worker, Instant moment) {
    Duration look = FIRST_LOOK;
    for (Instant from = moment; from.isBefore(fleet.now()); from = from.plus(look)) {
      look = look.multipliedBy(2);
      Optional<Deed> next =
          fleet.deeds(worker.number(), from, from.plus(look)).stream()
              .filter(Deeds::ofDuty)
              .findFirst();
      if (next.isPresent()) {
        return next.get().what() == Deed.What.WENT_OFF_DUTY;
      }
    }
    return worker.duty().working();
  }

  private static boolean ofDuty(Deed deed) {
    return switch (deed.what()) {
      case WENT_ON_DUTY, WENT_OFF_DUTY -> true;
      case SUCCEEDED, FAILED -> false;
    };
  }
}

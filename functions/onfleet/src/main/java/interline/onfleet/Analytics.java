package interline.onfleet;

import interline.fleet.Deed;
import interline.fleet.Deeds;
import interline.fleet.Snapshot;
import interline.fleet.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody did in a stretch of time.
 *
 * @param distances in metres, from the positions on record
 * @param times in seconds: at work on tasks, and on duty besides
 */
record Analytics(
    List<Happening> events,
    Map<String, Long> distances,
    Map<String, Long> times,
    Map<String, Long> taskCounts) {

  private static final Duration USUAL = Duration.ofDays(7);

  /** The end or the beginning of a duty. */
  record Happening(String action, long time) {}

  /**
   * The figures of a worker.
   *
   * @throws Refusal if the time ends before it begins, or is longer than the usual one
   */
  static Analytics of(Snapshot fleet, Worker worker, Query query) {
    Optional<Instant> first = query.millis("from");
    Instant until = query.millis("to").orElse(fleet.now().plusMillis(1));
    Instant from = first.orElse(until.minus(USUAL));
    if (until.isBefore(from)) {
      throw Refusal.content("from has to be before to.");
    }
    if (Duration.between(from, until).compareTo(USUAL.plusMillis(1)) > 0) {
      throw Refusal.content("from and to may be a week apart.");
    }
    Deeds.Figures figures = Deeds.of(fleet, worker, from, until);
    return new Analytics(
        figures.done().stream().flatMap(deed -> happening(deed).stream()).toList(),
        Map.of(
            "enroute", Math.round(figures.busyMetres()), "idle", Math.round(figures.idleMetres())),
        Map.of("enroute", figures.busy().toSeconds(), "idle", figures.idle().toSeconds()),
        Map.of(
            "succeeded",
            figures.count(Deed.What.SUCCEEDED),
            "failed",
            figures.count(Deed.What.FAILED)));
  }

  private static Optional<Happening> happening(Deed deed) {
    return switch (deed.what()) {
      case WENT_ON_DUTY -> Optional.of(new Happening("onduty", deed.at().toEpochMilli()));
      case WENT_OFF_DUTY -> Optional.of(new Happening("offduty", deed.at().toEpochMilli()));
      case SUCCEEDED, FAILED -> Optional.empty();
    };
  }
}

package interline.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the deeds of workers add up to. */
public final class Deeds {

  /** How far behind a stretch of time is looked at first for what came next. */
  private static final Duration FIRST_LOOK = Duration.ofDays(1);

  private Deeds() {}

  /**
   * What somebody did in a stretch of time.
   *
   * @param done in order
   * @param busy how long they were at work on tasks
   * @param idle how long they were on duty besides
   * @param busyMetres how far they came while at work on a task, by the positions on record
   * @param idleMetres how far they came besides
   */
  public record Figures(
      List<Deed> done, Duration busy, Duration idle, double busyMetres, double idleMetres) {

    public Figures {
      done = List.copyOf(done);
    }

    /** How often they did this. */
    public long count(Deed.What what) {
      return done.stream().filter(deed -> deed.what() == what).count();
    }
  }

  /** The figures of a worker from a moment on, up to before another one and to now. */
  public static Figures of(Snapshot fleet, Worker worker, Instant from, Instant until) {
    List<Deed> deeds = fleet.deeds(worker.number(), from, until);
    Instant end = until.isBefore(fleet.now()) ? until : fleet.now();
    List<Stretch> work = work(fleet, worker, deeds, new Stretch(from, end));
    Duration busy = work.stream().map(Stretch::length).reduce(Duration.ZERO, Duration::plus);
    Duration idle = onDuty(fleet, worker, deeds, new Stretch(from, end)).minus(busy);
    List<LocationEntry> positions =
        fleet.positions(new LocationEntry.Owner.OfWorker(worker.number()), from, until);
    double busyMetres = 0;
    double idleMetres = 0;
    for (int i = 1; i < positions.size(); i++) {
      LocationEntry position = positions.get(i);
      double metres = positions.get(i - 1).location().metresTo(position.location());
      if (work.stream().anyMatch(it -> it.holds(position.date()))) {
        busyMetres += metres;
      } else {
        idleMetres += metres;
      }
    }
    return new Figures(
        deeds, busy, idle.isNegative() ? Duration.ZERO : idle, busyMetres, idleMetres);
  }

  /** Some time, from its first moment to its last. */
  private record Stretch(Instant start, Instant end) {

    Duration length() {
      return Duration.between(start, end);
    }

    boolean holds(Instant moment) {
      return start.isBefore(moment) && !end.isBefore(moment);
    }

    /** What of another one is in this. */
    Stream<Stretch> cut(Stretch other) {
      Stretch common =
          new Stretch(
              other.start.isBefore(start) ? start : other.start,
              other.end.isAfter(end) ? end : other.end);
      return common.start.isBefore(common.end) ? Stream.of(common) : Stream.empty();
    }
  }

  /** When they were at work on tasks: those that ended then or a day later, and the active one. */
  private static List<Stretch> work(
      Snapshot fleet, Worker worker, List<Deed> deeds, Stretch asked) {
    List<Deed> later =
        asked.end().isBefore(fleet.now())
            ? fleet.deeds(worker.number(), asked.end(), asked.end().plus(FIRST_LOOK))
            : List.of();
    List<Long> tasks =
        Stream.of(
                deeds.stream().flatMap(deed -> deed.task().stream()),
                later.stream().flatMap(deed -> deed.task().stream()),
                worker.active().stream())
            .flatMap(it -> it)
            .distinct()
            .toList();
    return Tasks.found(fleet, tasks).values().stream()
        .flatMap(
            task ->
                task.started().stream()
                    .map(start -> new Stretch(start, task.ended().orElse(fleet.now()))))
        .flatMap(asked::cut)
        .toList();
  }

  private static Duration onDuty(Snapshot fleet, Worker worker, List<Deed> deeds, Stretch asked) {
    Instant made = worker.stamp().created();
    Instant since = asked.start().isBefore(made) ? made : asked.start();
    List<Deed> duties = deeds.stream().filter(Deeds::ofDuty).toList();
    boolean on =
        duties.isEmpty()
            ? onBefore(fleet, worker, asked.end())
            : duties.getFirst().what() == Deed.What.WENT_OFF_DUTY;
    Duration total = Duration.ZERO;
    for (Deed duty : duties) {
      if (on) {
        total = total.plus(Duration.between(since, duty.at()));
      }
      on = duty.what() == Deed.What.WENT_ON_DUTY;
      since = duty.at();
    }
    return on && since.isBefore(asked.end())
        ? total.plus(Duration.between(since, asked.end()))
        : total;
  }

  /** Whether they were on duty before a moment, which what they did next tells. */
  private static boolean onBefore(Snapshot fleet, Worker worker, Instant moment) {
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

package interline.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long ways take, estimated from the distance alone: roads are longer by a factor, and each
 * means of travel has one speed.
 */
public final class Travel {

  /** How much longer the way is than the straight line. */
  private static final double DETOUR = 1.3;

  private Travel() {}

  /** What somebody travels by, with its metres a second over a day in a town. */
  public enum Mode {
    CAR(10),
    MOTORCYCLE(11),
    BICYCLE(4.5),
    TRUCK(8),
    FOOT(1.4);

    private final double speed;

    Mode(double speed) {
      this.speed = speed;
    }
  }

  /** Somebody who could go. */
  public record Candidate(long worker, Mode mode, Location from) {}

  /**
   * A stop that is to be made.
   *
   * @param earliest when there is something to be done there, if not at any time
   */
  public record Stop(Location location, Optional<Instant> earliest) {}

  /** A stop as it is made. */
  public record Step(
      Location location,
      double metres,
      Duration travel,
      Duration service,
      Instant arrival,
      Instant completion) {}

  /** A way through all stops. */
  public record Plan(Candidate candidate, List<Step> steps) {

    public Instant completion() {
      return steps.getLast().completion();
    }
  }

  /** The plan of whoever is through first; of two at once, of the one who was there first. */
  public static Optional<Plan> best(
      List<Candidate> candidates, List<Stop> stops, Duration service, Instant now) {
    return candidates.stream()
        .map(candidate -> plan(candidate, stops, service, now))
        .min(
            Comparator.comparing(Plan::completion)
                .thenComparing(it -> it.steps().getFirst().travel())
                .thenComparingLong(it -> it.candidate().worker()));
  }

  private static Plan plan(Candidate candidate, List<Stop> stops, Duration service, Instant start) {
    List<Step> steps = new ArrayList<>();
    Location from = candidate.from();
    Instant free = start;
    for (Stop stop : stops) {
      double metres = from.metresTo(stop.location()) * DETOUR;
      Duration travel = Duration.ofSeconds(Math.round(metres / candidate.mode().speed));
      Instant there = free.plus(travel);
      Instant arrival = stop.earliest().filter(there::isBefore).orElse(there);
      Instant completion = arrival.plus(service);
      steps.add(new Step(stop.location(), metres, travel, service, arrival, completion));
      from = stop.location();
      free = completion;
    }
    return new Plan(candidate, steps);
  }
}

package interline.onfleet;

import interline.fleet.Hub;
import interline.fleet.Kind;
import interline.fleet.Location;
import interline.fleet.Snapshot;
import interline.fleet.Team;
import interline.fleet.Travel;
import interline.fleet.Travel.Mode;
import interline.fleet.Worker;
import interline.gateway.Answer;
import interline.gateway.Call;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who of a team would be through first with a delivery, and when. All moments are in seconds. */
final class Estimates {

  private static final BigDecimal SERVICE = BigDecimal.valueOf(120);
  private static final BigDecimal LONGEST_SERVICE =
      BigDecimal.valueOf(Duration.ofDays(1).toSeconds());
  private static final Duration FARTHEST_AHEAD = Duration.ofHours(3);

  private Estimates() {}

  /** The plan of the best worker. */
  record Estimated(String workerId, Optional<String> vehicle, List<Leg> steps) {}

  /** A stop of it. */
  record Leg(
      List<Double> location,
      long travelTime,
      long distance,
      long serviceTime,
      long arrivalTime,
      long completionTime) {}

  static Answer answer(Call call) {
    Snapshot fleet = call.fleet();
    Team team = fleet.get(Kind.TEAM.number(Ids.inPath(call, "id", Kind.TEAM)));
    Query query = Query.of(call);
    List<Travel.Stop> stops = stops(query, fleet.now());
    Set<Mode> left = leftOut(query);
    Duration service = service(query);
    Location hub =
        team.hub()
            .flatMap(number -> fleet.find(Kind.HUB.number(number)))
            .flatMap(Hub::location)
            .orElseThrow(() -> Refusal.content("The team has no hub."));
    List<Worker> workers = onDuty(fleet, team);
    Rides rides = Rides.of(fleet, workers);
    List<Travel.Candidate> candidates =
        workers.stream()
            .map(
                worker ->
                    new Travel.Candidate(
                        worker.number(),
                        rides.mode(worker),
                        worker.position().map(Worker.Position::location).orElse(hub)))
            .filter(candidate -> !left.contains(candidate.mode()))
            .toList();
    Travel.Plan plan =
        Travel.best(candidates, stops, service, fleet.now())
            .orElseThrow(() -> Refusal.content("No worker of the team is on duty."));
    return Answer.ok(estimated(plan, Ids.of(call)));
  }

  private static Estimated estimated(Travel.Plan plan, Ids ids) {
    return new Estimated(
        ids.of(Kind.WORKER, plan.candidate().worker()),
        Rides.word(plan.candidate().mode()),
        plan.steps().stream().map(Estimates::leg).toList());
  }

  private static Leg leg(Travel.Step step) {
    return new Leg(
        List.of(step.location().longitude(), step.location().latitude()),
        step.travel().toSeconds(),
        Math.round(step.metres()),
        step.service().toSeconds(),
        step.arrival().getEpochSecond(),
        step.completion().getEpochSecond());
  }

  private static List<Travel.Stop> stops(Query query, Instant now) {
    Optional<Location> pickup = location(query, "pickupLocation");
    Optional<Location> dropoff = location(query, "dropoffLocation");
    if (pickup.isEmpty() && dropoff.isEmpty()) {
      throw Refusal.of(
          ErrorNumber.ARGUMENT, "One of dropoffLocation and pickupLocation is required.");
    }
    Optional<Instant> earliest = pickupTime(query, now);
    return Stream.concat(
            pickup.stream().map(at -> new Travel.Stop(at, earliest)),
            dropoff.stream().map(at -> new Travel.Stop(at, Optional.empty())))
        .toList();
  }

  private static Optional<Location> location(Query query, String name) {
    List<String> parts = query.list(name);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (parts.size() == 2) {
        return Optional.of(
            new Location(Double.parseDouble(parts.get(1)), Double.parseDouble(parts.get(0))));
      }
    } catch (NumberFormatException _) {
      // Told below.
    }
    throw Refusal.content(name + " has to be a longitude and a latitude.");
  }

  private static Optional<Instant> pickupTime(Query query, Instant now) {
    Optional<Instant> time =
        query
            .number("pickupTime")
            .map(
                seconds -> {
                  if (seconds.abs().compareTo(BigDecimal.valueOf(8_640_000_000_000L)) > 0) {
                    throw Refusal.content("pickupTime is too far away.");
                  }
                  return Instant.ofEpochSecond(seconds.longValue());
                });
    if (time.filter(it -> !it.isBefore(now.plus(FARTHEST_AHEAD))).isPresent()) {
      throw Refusal.content("pickupTime has to be less than three hours ahead.");
    }
    return time;
  }

  private static Duration service(Query query) {
    BigDecimal seconds = query.number("serviceTime").orElse(SERVICE);
    if (seconds.signum() < 0 || seconds.compareTo(LONGEST_SERVICE) > 0) {
      throw Refusal.content("serviceTime has to be between 0 and a day.");
    }
    return Duration.ofSeconds(seconds.longValue());
  }

  private static Set<Mode> leftOut(Query query) {
    List<String> words = new ArrayList<>(query.list("restrictedVehiclesTypes"));
    words.addAll(query.list("restrictedVehicleTypes"));
    Set<Mode> left = EnumSet.noneOf(Mode.class);
    for (String word : words) {
      left.add(
          Rides.mode(word.toUpperCase(Locale.ROOT))
              .orElseThrow(() -> Refusal.content("There are no vehicles of type " + word + ".")));
    }
    return left;
  }

  private static List<Worker> onDuty(Snapshot fleet, Team team) {
    Snapshot.Found found = fleet.findAll(team.workers().stream().map(Kind.WORKER::number).toList());
    return team.workers().stream()
        .flatMap(number -> found.find(Kind.WORKER.number(number)).stream())
        .filter(worker -> worker.works() && worker.duty().working())
        .toList();
  }
}

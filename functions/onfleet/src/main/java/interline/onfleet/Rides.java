package interline.onfleet;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Crews;
import interline.fleet.Kind;
import interline.fleet.Pick;
import interline.fleet.Said;
import interline.fleet.Snapshot;
import interline.fleet.Travel.Mode;
import interline.fleet.Vehicle;
import interline.fleet.VehicleCatalogue;
import interline.fleet.Worker;
import interline.gateway.Fields;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What workers drive. Of the four types that Onfleet knows three are types of the fleet's
 * catalogue; a bicycle is one of another type that is said to be a bicycle.
 */
final class Rides {

  private static final String TYPE = "onfleet.type";
  private static final String DESCRIPTION = "onfleet.description";

  private static final Map<Mode, String> TYPES =
      Map.of(
          Mode.CAR, "Car",
          Mode.TRUCK, "Truck",
          Mode.MOTORCYCLE, "Motorcycle",
          Mode.BICYCLE, "Other");

  private final Snapshot.Found found;
  private final Instant now;

  private Rides(Snapshot.Found found, Instant now) {
    this.found = found;
    this.now = now;
  }

  /** What these workers drive now, in one request if any of them drive. */
  static Rides of(Snapshot fleet, List<Worker> workers) {
    List<Long> driven =
        workers.stream()
            .flatMap(it -> it.vehicle(fleet.now()).stream())
            .map(Worker.Driven::vehicle)
            .distinct()
            .toList();
    return new Rides(
        driven.isEmpty()
            ? new Snapshot.Found(Map.of())
            : fleet.findAll(driven.stream().map(Kind.VEHICLE::number).toList()),
        fleet.now());
  }

  private Optional<Vehicle> vehicle(Worker worker) {
    return worker
        .vehicle(now)
        .flatMap(driven -> found.find(Kind.VEHICLE.number(driven.vehicle())))
        .filter(vehicle -> vehicle.archived().isEmpty());
  }

  /** What a worker travels by. */
  Mode mode(Worker worker) {
    return vehicle(worker).map(Rides::mode).orElse(Mode.FOOT);
  }

  /** What a worker drives, as Onfleet shows it. */
  Optional<Map<String, Object>> answer(Worker worker, Ids ids) {
    return vehicle(worker)
        .map(
            vehicle -> {
              Map<String, Object> answer = new LinkedHashMap<>();
              answer.put("id", ids.of(Kind.VEHICLE, vehicle.number()));
              answer.put("type", mode(vehicle).name());
              answer.put("description", description(vehicle));
              answer.put("licensePlate", vehicle.licensePlate());
              answer.put("color", vehicle.color());
              answer.put("timeCreated", Times.created(vehicle.stamp()));
              answer.put("timeLastModified", Times.changed(vehicle.stamp()));
              return answer;
            });
  }

  /** Those that other dialects made are described by their names. */
  private static Optional<String> description(Vehicle vehicle) {
    Optional<String> said = vehicle.details().find(DESCRIPTION).map(String.class::cast);
    return said.isPresent() ? said.filter(it -> !it.isEmpty()) : Optional.of(vehicle.name());
  }

  private static Mode mode(Vehicle vehicle) {
    String type =
        VehicleCatalogue.find(VehicleCatalogue.TYPES, vehicle.type())
            .map(VehicleCatalogue.Entry::name)
            .orElse("");
    return switch (type) {
      case "Truck", "Semi Truck" -> Mode.TRUCK;
      case "Motorcycle" -> Mode.MOTORCYCLE;
      case "Other" ->
          vehicle.details().find(TYPE).filter(Mode.BICYCLE.name()::equals).isPresent()
              ? Mode.BICYCLE
              : Mode.CAR;
      default -> Mode.CAR;
    };
  }

  /** The type of a word of Onfleet's. */
  static Optional<Mode> mode(String word) {
    return TYPES.keySet().stream().filter(mode -> mode.name().equals(word)).findFirst();
  }

  /** Onfleet's word; it has none for those on foot. */
  static Optional<String> word(Mode mode) {
    return mode == Mode.FOOT ? Optional.empty() : Optional.of(mode.name());
  }

  /** What a body says of what a worker drives. */
  static Said<Crews.Ride> read(Fields fields, String owner) {
    if (!fields.has("vehicle")) {
      return new Said.Nothing<>();
    }
    Optional<Fields> vehicle = fields.object("vehicle");
    if (vehicle.isEmpty()) {
      return new Said.None<>();
    }
    Fields said = vehicle.get();
    Optional<Mode> mode =
        text(said, "type")
            .map(
                word ->
                    mode(word)
                        .orElseThrow(
                            () ->
                                Refusal.content(
                                    "The type of a vehicle is one of CAR, MOTORCYCLE, BICYCLE and"
                                        + " TRUCK.")));
    String name =
        Stream.of(text(said, "licensePlate"), text(said, "description"))
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(owner.isBlank() ? "Vehicle" : owner + "'s vehicle");
    return new Said.Given<>(new Crews.Ride(name, known -> revision(said, mode, known)));
  }

  private static Vehicle.Revision revision(
      Fields said, Optional<Mode> mode, Optional<Vehicle> known) {
    boolean other = mode.isPresent() && known.map(Rides::mode).filter(mode.get()::equals).isEmpty();
    Map<String, Optional<Object>> details = new LinkedHashMap<>();
    if (said.has("description") || known.isEmpty()) {
      details.put(DESCRIPTION, Optional.of(text(said, "description").orElse("")));
    }
    if (other) {
      details.put(TYPE, mode.filter(it -> it == Mode.BICYCLE).map(Mode::name));
    }
    return new Vehicle.Revision(
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        said(said, "licensePlate"),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        said(said, "color"),
        new Said.Nothing<>(),
        other
            ? new Said.Given<>(new Pick.ByName(TYPES.getOrDefault(mode.get(), "Other")))
            : new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        new Said.Nothing<>(),
        details);
  }

  private static Said<String> said(Fields fields, String name) {
    return fields.has(name)
        ? text(fields, name).<Said<String>>map(Said.Given::new).orElseGet(Said.None::new)
        : new Said.Nothing<>();
  }

  /** An empty text says as little as none. */
  private static Optional<String> text(Fields fields, String name) {
    return fields
        .node(name)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(it -> !it.isBlank());
  }
}

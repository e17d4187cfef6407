package interline.fleetio;

import interline.fleet.UseCase;
import interline.fleet.Vehicle;
import interline.fleet.Vehicles;
import interline.fleet.Vehicles.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Rows about vehicles. One that changes a vehicle says which, by the attribute that it chooses. */
final class VehicleRows {

  private static final String BY = "identifier_field_name";
  private static final String VALUE = "identifier_field_value";

  private VehicleRows() {}

  static UseCase<Long> create(Attributes row) {
    Vehicle.Revision draft = VehicleBody.read(row);
    return number(VehicleBody.asked(row, Vehicles.create(draft)));
  }

  /** A row that names no vehicle is refused without asking the fleet what it thinks of the rest. */
  static UseCase<Long> update(Attributes row) {
    Optional<Identifier> identifier = identifier(row);
    Vehicle.Revision revision = VehicleBody.read(row);
    if (identifier.isEmpty()) {
      throw new Unreadable(row.errors(), List.of());
    }
    return number(VehicleBody.asked(row, Vehicles.revise(identifier.get(), revision)));
  }

  private static Optional<Identifier> identifier(Attributes row) {
    Optional<Function<String, Identifier>> by =
        row.required(BY, row.word(VehicleIdentifier.ATTRIBUTES, BY));
    Optional<String> value = row.required(VALUE, row.text(VALUE));
    return by.flatMap(naming -> value.map(naming));
  }

  private static UseCase<Long> number(UseCase<Vehicle> useCase) {
    return fleet -> useCase.decide(fleet).map(Vehicle::number);
  }
}

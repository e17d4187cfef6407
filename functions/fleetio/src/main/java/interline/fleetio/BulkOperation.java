package interline.fleetio;

import interline.fleet.UseCase;
import java.util.List;
import java.util.Optional;

/**
 * What can be done in bulk, and how a row of it is understood.
 *
 * @param most the largest number of rows in a job
 */
record BulkOperation(String resource, String operation, int most, Row row) {

  static final List<BulkOperation> ALL =
      List.of(
          new BulkOperation("meter_entry", "create", 100, MeterEntryBody::row),
          new BulkOperation("location_entry", "create", 100, LocationEntryBody::row),
          new BulkOperation("vehicle", "create", 100, VehicleRows::create),
          new BulkOperation("vehicle", "update", 100, VehicleRows::update),
          new BulkOperation("fault", "create", 100, FaultBody::row),
          new BulkOperation("group", "update", 1000, GroupRows::update));

  /** How a row is understood. */
  @FunctionalInterface
  interface Row {

    /** What the row asks for; the result is the number of the record that it made or changed. */
    UseCase<Long> read(Attributes row);
  }

  static Optional<BulkOperation> find(String resource, String operation) {
    return ALL.stream()
        .filter(each -> each.resource.equals(resource) && each.operation.equals(operation))
        .findFirst();
  }

  static List<String> resources() {
    return ALL.stream().map(BulkOperation::resource).distinct().toList();
  }

  static List<String> operations() {
    return ALL.stream().map(BulkOperation::operation).distinct().toList();
  }

  /** What can be done with a resource. */
  static List<String> operations(String resource) {
    return ALL.stream()
        .filter(each -> each.resource.equals(resource))
        .map(BulkOperation::operation)
        .toList();
  }
}

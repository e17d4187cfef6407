package interline.fleetio;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import interline.fleet.Fault;
import interline.fleet.FaultRule;
import interline.fleet.Faults;
import interline.fleet.OrganizationId;
import interline.fleet.Snapshot;
import interline.fleet.Vehicle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A fault as Fleetio prints it. */
@JsonNaming(SnakeCaseStrategy.class)
record FaultAnswer(
    long id,
    String createdAt,
    String updatedAt,
    long accountId,
    long vehicleId,
    String code,
    Optional<Integer> count,
    Optional<String> description,
    Optional<String> externalId,
    Optional<String> lastOccurredAt,
    Optional<String> name,
    String status,
    Optional<String> source,
    Optional<String> vehicleArchivedAt,
    Optional<Long> faultRuleId,
    boolean isSample,
    Optional<String> idempotencyKey) {

  static FaultAnswer of(Snapshot fleet, Fault fault, Times times) {
    return of(fleet, List.of(fault), times).getFirst();
  }

  /** Several faults, with what their rules say of them. */
  static List<FaultAnswer> of(Snapshot fleet, List<Fault> faults, Times times) {
    OrganizationId account = fleet.caller().organization();
    return Faults.told(fleet, faults).stream().map(told -> of(account, told, times)).toList();
  }

  private static FaultAnswer of(OrganizationId account, Faults.Told told, Times times) {
    Fault fault = told.fault();
    return new FaultAnswer(
        fault.number(),
        times.at(fault.stamp().created()),
        times.at(fault.stamp().changed()),
        account.number(),
        fault.vehicle(),
        fault.code(),
        fault.count(),
        told.description(),
        fault.externalId(),
        fault.lastOccurred().map(times::at),
        told.name(),
        fault.status().name().toLowerCase(Locale.ROOT),
        fault.source(),
        told.vehicle().flatMap(Vehicle::archived).map(times::at),
        told.rule().map(FaultRule::number),
        false,
        fault.idempotencyKey());
  }
}

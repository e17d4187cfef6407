package interline.fleetio;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import interline.fleet.Meter;
import interline.fleet.MeterEntry;
import interline.fleet.OrganizationId;
import java.util.Locale;
import java.util.Optional;

/** A meter entry as Fleetio prints it: the value as text, the date without a time. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record MeterEntryAnswer(
    long id,
    String createdAt,
    String updatedAt,
    long accountId,
    long vehicleId,
    String value,
    String date,
    @JsonProperty("void") boolean voided,
    Optional<String> meterType,
    String category,
    Optional<String> meterableType,
    Optional<Long> meterableId,
    Optional<String> autoVoidedAt,
    Optional<String> autoVoidReason,
    Optional<Object> gpsProvider,
    Optional<String> gpsDeviceId,
    Optional<String> type,
    boolean isSample) {

  /** What entries that were read for a vehicle assignment hang on. */
  static final String ASSIGNMENT = "VehicleAssignment";

  static MeterEntryAnswer of(MeterEntry entry, OrganizationId account, Times times) {
    return new MeterEntryAnswer(
        entry.number(),
        times.at(entry.stamp().created()),
        times.at(entry.stamp().changed()),
        account.number(),
        entry.vehicle(),
        Decimals.text(entry.value()),
        entry.date().toString(),
        entry.voided(),
        entry.meter() == Meter.SECONDARY ? Optional.of("secondary") : Optional.empty(),
        entry.category().name().toLowerCase(Locale.ROOT),
        entry.assignment().map(_ -> ASSIGNMENT),
        entry.assignment(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }
}

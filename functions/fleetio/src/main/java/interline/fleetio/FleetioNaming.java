package interline.fleetio;

import interline.fleet.BulkJob;
import interline.fleet.Dialect;
import interline.fleet.Entity;
import interline.fleet.Kind;
import interline.fleet.NamingByNumber;
import interline.fleet.Ref;
import interline.fleet.Snapshot;
import interline.fleet.Webhook;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fleetio's names: each resource under its own number. */
public final class FleetioNaming extends NamingByNumber {

  private static final Pattern JOB = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  public FleetioNaming() {
    super(
        Dialect.FLEETIO,
        Stream.of(
                Map.entry(Kind.VEHICLE, "vehicles"),
                Map.entry(Kind.WORKER, "contacts"),
                Map.entry(Kind.METER_ENTRY, "meter_entries"),
                Map.entry(Kind.LOCATION_ENTRY, "location_entries"),
                Map.entry(Kind.VEHICLE_ASSIGNMENT, "vehicle_assignments"),
                Map.entry(Kind.FAULT, "faults"),
                Map.entry(Kind.FAULT_RULE, "fault_rules"),
                Map.entry(Kind.GROUP, "groups"),
                Map.entry(Kind.LABEL, "labels"),
                Map.entry(Kind.VEHICLE_TYPE, "vehicle_types"),
                Map.entry(Kind.VEHICLE_STATUS, "vehicle_statuses"),
                Map.entry(Kind.FUEL_TYPE, "fuel_types"),
                Map.entry(Kind.WEBHOOK, "webhooks"),
                Map.entry(Kind.BULK_JOB, "bulk_api_jobs"))
            .collect(Collectors.toMap(Map.Entry::getKey, of -> "/api/v1/" + of.getValue())),
        FleetioNaming::shows);
  }

  /** Bulk jobs have no numbers. */
  @Override
  public List<Ref<?>> known(Snapshot fleet, String id) {
    return JOB.matcher(id).matches() ? List.of(Kind.BULK_JOB.id(id)) : List.of();
  }

  private static boolean shows(Entity record) {
    return switch (record) {
      case Webhook webhook -> webhook.dialect() == Dialect.FLEETIO;
      case BulkJob job -> job.dialect() == Dialect.FLEETIO;
      default -> true;
    };
  }
}

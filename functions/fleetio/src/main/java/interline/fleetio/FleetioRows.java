package interline.fleetio;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.BulkDialect;
import interline.fleet.BulkJob;
import interline.fleet.Dialect;
import interline.fleet.Failure;
import interline.fleet.UseCase;
import interline.fleet.User;
import interline.gateway.Expected;
import interline.gateway.Fields;
import interline.gateway.Json;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Rows of Fleetio's bulk jobs, understood and refused as single records are. */
public final class FleetioRows implements BulkDialect {

  @Override
  public Dialect dialect() {
    return Dialect.FLEETIO;
  }

  @Override
  public UseCase<Long> row(BulkJob job, String row, Means means) {
    BulkOperation operation =
        BulkOperation.find(job.resource(), job.operation())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "No way to " + job.operation() + " a " + job.resource()));
    JsonNode record = Json.read(row);
    if (!record.isObject()) {
      Errors errors = new Errors();
      errors.add(Words.BASE, Words.of(Expected.Form.OBJECT));
      throw new Unreadable(errors, List.of());
    }
    return operation.row().read(new Attributes(Fields.of(record), new Times(zone(job))));
  }

  /** Times in a row are meant where the sender of the job lives. */
  private static ZoneId zone(BulkJob job) {
    return job.user().map(User::zone).orElse(ZoneOffset.UTC);
  }

  @Override
  public Map<String, List<String>> messages(BulkJob job, Failure failure) {
    return Words.of(failure);
  }
}

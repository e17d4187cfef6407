package interline.fleetio;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import interline.fleet.BulkJob;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A bulk job as Fleetio prints it. What was done is told in both ways that its clients know.
 *
 * @param completedCount how many records were made or changed, not how many were tried
 * @param failureReason why the job was given up; no member of any other job
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record BulkApiJobAnswer(
    String id,
    Optional<String> completedAt,
    int completedCount,
    String createdAt,
    int failedCount,
    List<FailedRecord> failedRecords,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> failureReason,
    String operation,
    String resource,
    Optional<String> startedAt,
    String state,
    List<Long> successfulRecordIds,
    List<SuccessfulRecord> successfulRecords,
    int totalCount,
    String updatedAt) {

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record FailedRecord(int index, Map<String, List<String>> errorMessages) {}

  record SuccessfulRecord(int index, long id) {}

  static BulkApiJobAnswer of(BulkJob.Progress progress, Instant now, Times times) {
    BulkJob job = progress.job();
    List<BulkJob.Outcome.Succeeded> succeeded = progress.succeeded();
    List<BulkJob.Outcome.Refused> refused = progress.refused();
    return new BulkApiJobAnswer(
        job.id(),
        job.completed().map(times::at),
        succeeded.size(),
        times.at(job.stamp().created()),
        refused.size(),
        refused.stream().map(each -> new FailedRecord(each.index(), each.messages())).toList(),
        job.reason(now),
        job.operation(),
        job.resource(),
        job.started().map(times::at),
        job.state(now).name().toLowerCase(Locale.ROOT),
        succeeded.stream().map(BulkJob.Outcome.Succeeded::record).toList(),
        succeeded.stream().map(each -> new SuccessfulRecord(each.index(), each.record())).toList(),
        job.total(),
        times.at(job.stamp().changed()));
  }
}

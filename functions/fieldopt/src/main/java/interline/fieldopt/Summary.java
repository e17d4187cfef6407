package interline.fieldopt;

import com.fasterxml.jackson.annotation.JsonProperty;
import interline.fleet.TaskState;
import java.util.Map;

/** How many jobs there are in each state; the total counts them all. */
record Summary(
    @JsonProperty("total_jobs") long totalJobs,
    long pending,
    long assigned,
    @JsonProperty("in_progress") long inProgress,
    long completed,
    long failed,
    long cancelled) {

  static Summary of(Map<TaskState, Long> counts) {
    return new Summary(
        counts.values().stream().mapToLong(Long::longValue).sum(),
        counts.getOrDefault(TaskState.UNASSIGNED, 0L),
        counts.getOrDefault(TaskState.ASSIGNED, 0L),
        counts.getOrDefault(TaskState.ACTIVE, 0L),
        counts.getOrDefault(TaskState.COMPLETED, 0L),
        counts.getOrDefault(TaskState.FAILED, 0L),
        counts.getOrDefault(TaskState.CANCELLED, 0L));
  }
}

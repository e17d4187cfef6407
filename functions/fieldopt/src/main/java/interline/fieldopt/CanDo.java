package interline.fieldopt;

import com.fasterxml.jackson.annotation.JsonProperty;
import interline.fleet.Task;
import interline.fleet.Worker;
import java.util.List;

/**
 * Whether a technician holds all skills that a job requires.
 *
 * @param missingSkills those not held, in the job's order
 */
record CanDo(
    @JsonProperty("can_do") boolean canDo,
    @JsonProperty("tech_id") long techId,
    @JsonProperty("job_id") long jobId,
    @JsonProperty("missing_skills") List<String> missingSkills) {

  static CanDo of(Task task, Worker worker) {
    List<String> missing = worker.missing(task.skills());
    return new CanDo(missing.isEmpty(), worker.number(), task.number(), missing);
  }
}

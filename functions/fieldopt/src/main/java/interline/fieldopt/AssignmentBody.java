package interline.fieldopt;

import com.fasterxml.jackson.annotation.JsonProperty;
import interline.fleet.Assignment;
import java.time.temporal.ChronoUnit;

/** An assignment as FieldOpt shows it. */
record AssignmentBody(
    long id,
    @JsonProperty("job_id") long jobId,
    @JsonProperty("technician_id") long technicianId,
    @JsonProperty("assigned_at") String assignedAt) {

  static AssignmentBody of(Assignment assignment) {
    return new AssignmentBody(
        assignment.number(),
        assignment.task(),
        assignment.worker(),
        assignment.at().truncatedTo(ChronoUnit.SECONDS).toString());
  }
}

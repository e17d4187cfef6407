package interline.fieldopt;

import com.fasterxml.jackson.annotation.JsonProperty;
import interline.fleet.Assignment;
import interline.fleet.Task;
import java.util.List;

/** What came of a call about several jobs. */
sealed interface Batch {

  /** Jobs that went to one technician, in the order in which they were named. */
  record Assigned(@JsonProperty("assigned_count") int assignedCount, List<Pair> assignments)
      implements Batch {

    record Pair(
        @JsonProperty("job_id") long jobId, @JsonProperty("technician_id") long technicianId) {

      static Pair of(Assignment assignment) {
        return new Pair(assignment.task(), assignment.worker());
      }
    }

    static Assigned of(List<Assignment> assignments) {
      return new Assigned(assignments.size(), assignments.stream().map(Pair::of).toList());
    }
  }

  /** Jobs that nobody has any more, in the order in which they were named. */
  record Unassigned(
      @JsonProperty("unassigned_count") int unassignedCount,
      @JsonProperty("job_ids") List<Long> jobIds)
      implements Batch {

    static Unassigned of(List<Task> tasks) {
      return new Unassigned(tasks.size(), tasks.stream().map(Task::number).toList());
    }
  }
}

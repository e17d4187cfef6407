package interline.fieldopt;

import static interline.fieldopt.Vocabulary.STATES;
import static interline.fieldopt.Vocabulary.TYPES;

import com.fasterxml.jackson.annotation.JsonProperty;
import interline.fleet.Assignment;
import interline.fleet.Destination;
import interline.fleet.Recipient;
import interline.fleet.Task;
import interline.gateway.Fields;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A task as FieldOpt shows and takes one.
 *
 * @param assignedTechnician who has the job, or had it when it ended
 */
record Job(
    long id,
    Optional<String> type,
    Optional<String> customer,
    Optional<String> address,
    @JsonProperty("skills_required") List<String> skillsRequired,
    String status,
    @JsonProperty("scheduled_date") Optional<String> scheduledDate,
    @JsonProperty("time_slot") Optional<String> timeSlot,
    @JsonProperty("assigned_technician") Optional<AssignedTechnician> assignedTechnician) {

  /**
   * Who has a job.
   *
   * @param name as it was when the job was assigned
   */
  record AssignedTechnician(long id, String name) {

    static AssignedTechnician of(Assignment assignment) {
      return new AssignedTechnician(assignment.worker(), assignment.workerName());
    }
  }

  static Job of(Task task) {
    return new Job(
        task.number(),
        task.type().map(TYPES::word),
        task.recipient().map(Recipient::name),
        task.destination().map(Destination::address),
        task.skills(),
        STATES.word(task.state()),
        task.day().map(LocalDate::toString),
        task.slot().map(Slot::write),
        task.assignment().map(AssignedTechnician::of));
  }

  static Task.Draft draft(Fields body) {
    return new Task.Draft(
        Optional.of(body.required("type", (fields, name) -> fields.word(name, TYPES.meanings()))),
        Optional.of(new Recipient(body.required("customer", Fields::text), Optional.empty())),
        Optional.of(new Destination(body.required("address", Fields::text), Optional.empty())),
        body.texts("skills_required").orElse(List.of()),
        body.date("scheduled_date"),
        Slot.read(body, "time_slot"));
  }

  /** What a PATCH asks for; null says as little as a member that is not there. */
  static Task.Revision revision(Fields body) {
    return new Task.Revision(
        body.word("type", TYPES.meanings()),
        body.text("customer"),
        body.text("address"),
        body.texts("skills_required"),
        body.date("scheduled_date"),
        Slot.read(body, "time_slot"),
        body.word("status", STATES.meanings()));
  }
}

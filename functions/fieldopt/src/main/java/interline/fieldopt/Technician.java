package interline.fieldopt;

import static interline.fieldopt.Vocabulary.DUTIES;

import com.fasterxml.jackson.annotation.JsonProperty;
import interline.fleet.Duty;
import interline.fleet.Location;
import interline.fleet.Worker;
import interline.gateway.Fields;
import java.util.List;
import java.util.Optional;

/** A worker as FieldOpt shows and takes one. */
record Technician(
    long id,
    String name,
    String status,
    Optional<String> phone,
    List<String> skills,
    int capacity,
    @JsonProperty("current_workload") int currentWorkload) {

  static Technician of(Worker worker) {
    return new Technician(
        worker.number(),
        worker.name(),
        DUTIES.word(worker.duty()),
        worker.phone(),
        worker.skills(),
        worker.capacity(),
        worker.load());
  }

  static Worker.Draft draft(Fields body) {
    return new Worker.Draft(
        body.required("name", Fields::text),
        body.text("phone"),
        body.word("status", DUTIES.meanings()).orElse(Duty.AVAILABLE),
        body.texts("skills").orElse(List.of()),
        body.integer("capacity").orElse(Worker.DEFAULT_CAPACITY));
  }

  static Duty status(Fields body) {
    return body.required("status", (fields, name) -> fields.word(name, DUTIES.meanings()));
  }

  static Location location(Fields body) {
    return new Location(
        body.required("latitude", Fields::number), body.required("longitude", Fields::number));
  }
}

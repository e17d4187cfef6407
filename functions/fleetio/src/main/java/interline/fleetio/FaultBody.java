package interline.fleetio;

import interline.fleet.Fault;
import interline.fleet.Faults;
import interline.fleet.Said;
import interline.fleet.UseCase;
import java.util.Map;

/** What Fleetio's clients say of a fault. */
final class FaultBody {

  static final Map<String, Fault.Status> STATUSES =
      Map.of(
          "open", Fault.Status.OPEN,
          "resolved", Fault.Status.RESOLVED,
          "ignored", Fault.Status.IGNORED);

  private FaultBody() {}

  /** A fault to be recorded. */
  static UseCase<Fault> create(Attributes said) {
    Fault.Revision draft = read(said, said.text("idempotency_key"));
    return Unreadable.unless(said.errors(), Faults.create(draft));
  }

  /** A change of a fault. */
  static UseCase<Fault> revise(long number, Attributes said) {
    // The key of a fault was for the request that made it.
    Fault.Revision revision = read(said, new Said.Nothing<>());
    return Unreadable.unless(said.errors(), Faults.revise(number, revision));
  }

  /** A row of a bulk job that records a fault. */
  static UseCase<Long> row(Attributes row) {
    UseCase<Fault> create = create(row);
    return fleet -> create.decide(fleet).map(Fault::number);
  }

  private static Fault.Revision read(Attributes said, Said<String> idempotencyKey) {
    return new Fault.Revision(
        said.parent("vehicle"),
        said.text("code"),
        said.text("name"),
        said.text("description"),
        said.integer("count"),
        said.text("external_id"),
        said.moment("last_occurred_at"),
        said.word(STATUSES, "status"),
        said.text("source"),
        idempotencyKey);
  }
}

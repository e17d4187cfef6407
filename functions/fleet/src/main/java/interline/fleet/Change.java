package interline.fleet;

import java.util.Map;
import java.util.Optional;

/**
 * One item of what a use case wants to be true. All changes of a {@link Decision} come true
 * together or none does; each carries the condition under which it may.
 */
public sealed interface Change {

  /** A new record; nothing may be under its name yet. */
  record Create(Entity entity) implements Change {}

  /** The next state of a record; nobody may have written it since it was read. */
  record Replace(Entity entity) implements Change {}

  /** The end of a record; nobody may have written it since it was read. */
  record Remove(Entity entity) implements Change {}

  /** Takes a unique value for a record; nobody else may hold it. */
  record Claim(Unique unique, Ref<?> owner) implements Change {}

  /** Gives a unique value back; the record must hold it. */
  record Release(Unique unique, Ref<?> owner) implements Change {}

  /** Puts a task into its worker's container. */
  record Join(Assignment assignment) implements Change {}

  /** Takes a task out of its worker's container; it must be there. */
  record Leave(Assignment assignment) implements Change {}

  /**
   * Moves a vehicle assignment from one place in the time of its vehicle and of its worker to
   * another. It goes with each write of the assignment.
   */
  record Schedule(Optional<VehicleAssignment> before, Optional<VehicleAssignment> after)
      implements Change {}

  /**
   * Moves the figures that summarise records of a kind.
   *
   * @param shard spreads writers over items: the number of the record that this is about
   */
  record Count(Kind<?> kind, long shard, Map<String, Integer> deltas) implements Change {}

  /** What happened, told to others once the rest is true. */
  record Happened(Event event) implements Change {}

  /** Keeps the rows of a bulk job until a worker takes them. */
  record Enqueue(BulkRows rows) implements Change {}

  /** The outcome of a row; it may have no other yet. */
  record RowDone(String job, BulkJob.Outcome outcome) implements Change {}
}

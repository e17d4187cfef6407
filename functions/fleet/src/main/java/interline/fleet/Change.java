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

  /**
   * Takes a unique value for a record; nobody else may hold it. Its holder may take it again.
   *
   * @param listing whether the record can be found in lists by this value
   */
  record Claim(Unique unique, Ref<?> owner, Listed listing) implements Change {

    public Claim(Unique unique, Ref<?> owner) {
      this(unique, owner, Listed.NOWHERE);
    }

    /** In which lists a claimed value puts its owner. */
    public enum Listed {
      NOWHERE,
      /** Among all records, archived or not. */
      WITH_ARCHIVED,
      /** There, and among those that are sorted by this value. */
      BY_VALUE
    }
  }

  /**
   * The same for a record that is made in passing: whoever was faster has made the one that is
   * wanted, so that the use case is asked again, and finds it.
   */
  record Settle(Unique unique, Ref<?> owner) implements Change {}

  /** Gives a unique value back; the record must hold it. */
  record Release(Unique unique, Ref<?> owner) implements Change {}

  /** Gives a unique value, or one that nobody has, from one record to another of its kind. */
  record Transfer(Unique unique, Optional<? extends Ref<?>> from, Ref<?> to) implements Change {}

  /** Nobody may have written this record since it was read. */
  record Unchanged(Entity entity) implements Change {}

  /** Lets a record be found by an item of its metadata; see {@link Metadata#retagged}. */
  record Tag(Ref<?> owner, Metadata.Item item) implements Change {}

  /** Ends that. */
  record Untag(Ref<?> owner, Metadata.Item item) implements Change {}

  /** There has to be such a record, which is not about to go. */
  record Standing(Ref<?> ref) implements Change {}

  /** Puts a task into a container. */
  record Join(Member member) implements Change {

    public Join(Assignment assignment) {
      this(Member.of(assignment));
    }
  }

  /** Takes a task out of a container; it must be there. */
  record Leave(Place place, long task) implements Change {

    public Leave(Assignment assignment) {
      this(assignment.place(), assignment.task());
    }
  }

  /** Puts a worker to where it belongs in the lists of people; it goes with what is said of one. */
  record Enroll(Worker worker) implements Change {}

  /** Takes a worker out of the lists of people. */
  record Strike(Worker worker) implements Change {}

  /**
   * Moves a worker from one place on the map of those at work to another. It goes with each write
   * that moves them, or takes them there or away.
   */
  record Pin(Optional<Worker> before, Optional<Worker> after) implements Change {}

  /** Keeps what somebody's time on a day is; it goes with a write of the worker. */
  record Roster(long worker, WorkDay day) implements Change {}

  /** Keeps for the figures of a worker what they did. */
  record Trace(Deed deed) implements Change {}

  /**
   * Moves a vehicle assignment from one place in the time of its vehicle and of its worker to
   * another. It goes with each write of the assignment.
   */
  record Schedule(Optional<VehicleAssignment> before, Optional<VehicleAssignment> after)
      implements Change {}

  /**
   * Moves an entry from one place in its owner's timeline to another. It goes with each write of
   * the entry.
   */
  record Chart(Optional<Recorded> before, Optional<Recorded> after) implements Change {}

  /**
   * Moves the figures that summarise records of a kind.
   *
   * @param shard spreads writers over items: the number of the record that this is about
   */
  record Count(Kind<?> kind, long shard, Map<String, Integer> deltas) implements Change {

    /** The figure that tells how many records of a kind there are. */
    public static final String TOTAL = "total";

    /** One record more of its kind. */
    public static Count created(Ref<?> ref) {
      return new Count(ref.kind(), Long.parseLong(ref.id()), Map.of(TOTAL, 1));
    }

    /** One record less of its kind. */
    public static Count removed(Ref<?> ref) {
      return new Count(ref.kind(), Long.parseLong(ref.id()), Map.of(TOTAL, -1));
    }
  }

  /** What happened, told to others once the rest is true. */
  record Happened(Event event) implements Change {}

  /** Keeps the rows of a bulk job until a worker takes them. */
  record Enqueue(BulkRows rows) implements Change {}

  /** The outcome of a row; it may have no other yet. */
  record RowDone(String job, BulkJob.Outcome outcome) implements Change {}
}

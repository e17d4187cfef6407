package interline.fleet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The ways in which records can be listed; each is a range of one index. */
public sealed interface Listing<E extends Entity> {

  /** All records of a kind, by number; tasks by {@link Task#moment}. */
  record Everything<E extends Entity>(Kind<E> kind) implements Listing<E> {}

  /** The archived records of a kind that keeps them apart, by number. */
  record Archived<E extends Entity>(Kind<E> kind) implements Listing<E> {}

  /** All records of such a kind, archived or not, by number. */
  record WithArchived<E extends Entity>(Kind<E> kind) implements Listing<E> {}

  /** Records of a kind by name; without archived ones. */
  record ByName<E extends Entity>(Kind<E> kind) implements Listing<E> {}

  /**
   * Records of a kind by when they were last changed; without archived ones.
   *
   * @param from only those changed then or later
   * @param until only those changed then or earlier
   */
  record ByChange<E extends Entity>(Kind<E> kind, Optional<Instant> from, Optional<Instant> until)
      implements Listing<E> {}

  /**
   * Recipients by when they were last changed.
   *
   * @param from only those changed then or later
   * @param until only those changed then or earlier
   */
  record RecipientsByChange(Optional<Instant> from, Optional<Instant> until)
      implements Listing<KnownRecipient> {}

  /**
   * Route plans by when they begin.
   *
   * @param from only those that begin then or later
   * @param until only those that begin then or earlier
   */
  record RoutePlansByDeparture(Optional<Instant> from, Optional<Instant> until)
      implements Listing<RoutePlan> {}

  /**
   * Route plans, by number.
   *
   * @param worker only those of this one
   * @param behind only those with a greater number
   */
  record RoutePlansOf(Optional<Long> worker, long behind) implements Listing<RoutePlan> {

    /** All of a worker. */
    public RoutePlansOf(long worker) {
      this(Optional.of(worker), 0);
    }
  }

  /** The faults of a vehicle, by number. */
  record FaultsOf(long vehicle) implements Listing<Fault> {}

  /**
   * Faults by when they last occurred; those of which nobody knows come first.
   *
   * @param from only those that occurred then or later
   * @param until only those that occurred then or earlier
   */
  record FaultsByOccurrence(Optional<Instant> from, Optional<Instant> until)
      implements Listing<Fault> {}

  /** All tasks, by number; what a page passes over costs no more than its keys. */
  record TasksByNumber() implements Listing<Task> {}

  /**
   * Tasks in one state, by scheduled day and number.
   *
   * @param day only those of this day
   */
  record TasksIn(TaskState state, Optional<LocalDate> day) implements Listing<Task> {}

  /**
   * Tasks in one state that are scheduled for a day, by day and number.
   *
   * @param from only those of this day or later
   * @param until only those of this day or earlier
   */
  record TasksOn(TaskState state, Optional<LocalDate> from, Optional<LocalDate> until)
      implements Listing<Task> {}

  /** Tasks in one state that are scheduled for no day, by number. */
  record TasksUndated(TaskState state) implements Listing<Task> {}

  /**
   * Tasks by {@link Task#moment} and number.
   *
   * @param from only those of this moment or later
   * @param until only those of an earlier moment
   * @param behind only those behind this mark
   */
  record TasksByMoment(Optional<Instant> from, Optional<Instant> until, Optional<Mark> behind)
      implements Listing<Task> {

    /**
     * A place in this listing.
     *
     * @param low the lowest bits of the number of the task there
     */
    public record Mark(Instant moment, int low) {

      /** How many bits of a task's number count for its place. */
      private static final int BITS = 22;

      private static final long LOW = (1L << BITS) - 1;

      public static Mark of(Task task) {
        return new Mark(task.moment(), (int) (task.number() & LOW));
      }

      /** This mark as one number. */
      public long packed() {
        return moment.toEpochMilli() << BITS | low;
      }

      public static Mark unpacked(long packed) {
        return new Mark(Instant.ofEpochMilli(packed >>> BITS), (int) (packed & LOW));
      }
    }
  }

  /** Workers on a duty, by number. */
  record WorkersOn(Duty duty) implements Listing<Worker> {}

  /** The entries of a vehicle's meters, by number. */
  record MeterEntriesOf(long vehicle) implements Listing<MeterEntry> {}

  /**
   * All meter entries by day and number.
   *
   * @param from only those of this day or later
   * @param until only those of this day or earlier
   */
  record MeterEntriesByDate(Optional<LocalDate> from, Optional<LocalDate> until)
      implements Listing<MeterEntry> {}

  /**
   * The entries of a vehicle's meters by day, within a day by value.
   *
   * @param from only those of this day or later
   * @param until only those of this day or earlier
   */
  record MeterEntriesOfByDate(long vehicle, Optional<LocalDate> from, Optional<LocalDate> until)
      implements Listing<MeterEntry> {}

  /** The positions of a vehicle or worker, by number. */
  record LocationEntriesOf(LocationEntry.Owner owner) implements Listing<LocationEntry> {}

  /**
   * The positions of a vehicle or worker by when they were last changed.
   *
   * @param from only those changed then or later
   * @param until only those changed then or earlier
   */
  record LocationEntriesByChange(
      LocationEntry.Owner owner, Optional<Instant> from, Optional<Instant> until)
      implements Listing<LocationEntry> {}

  /**
   * Workers that are not archived, by group and number; those in no group come first.
   *
   * @param group only those in this one
   */
  record WorkersByGroup(Optional<Long> group) implements Listing<Worker> {}

  /** Workers to whom work can be given, in the order of what they are known by. */
  record WorkersBy(Known known) implements Listing<Worker> {

    /** What workers are known by. */
    public enum Known {
      BADGE,
      NAME
    }
  }

  /** Vehicle assignments of a vehicle or of a worker, by number. */
  record VehicleAssignmentsOf(Ref<?> owner) implements Listing<VehicleAssignment> {}

  /**
   * Vehicle assignments of a vehicle by start; as none overlaps another, by end as well. An open
   * start comes first, an open end last.
   */
  record VehicleAssignmentsOfBySpan(long vehicle) implements Listing<VehicleAssignment> {}

  /**
   * Vehicle assignments in the order of a moment; open starts come first, open ends last.
   *
   * @param from only those with a moment then or later
   * @param until only those with a moment then or earlier
   */
  record VehicleAssignmentsBy(Order order, Optional<Instant> from, Optional<Instant> until)
      implements Listing<VehicleAssignment> {

    /** The moments of an assignment. */
    public enum Order {
      START,
      END,
      CHANGE
    }
  }

  /** Recipients of a name, whatever the case of its letters, by when they were put on record. */
  record RecipientsNamed(String name) implements Listing<KnownRecipient> {}

  /** The webhooks of a dialect whose webhooks have a trigger each, by number. */
  record WebhooksIn(Dialect dialect) implements Listing<Webhook> {}

  /** The keys of an organization, by dialect and hash. */
  record KeysOf(OrganizationId organization) implements Listing<ApiKey> {}
}

package interline.fleet;

import java.time.LocalDate;
import java.util.Optional;

/** The ways in which records can be listed; each is a range of one index. */
public sealed interface Listing<E extends Entity> {

  /** All records of a kind, by number. */
  record Everything<E extends Entity>(Kind<E> kind) implements Listing<E> {}

  /**
   * Tasks in one state, by scheduled day and number.
   *
   * @param day only those of this day
   */
  record TasksIn(TaskState state, Optional<LocalDate> day) implements Listing<Task> {}

  /** Workers on a duty, by number. */
  record WorkersOn(Duty duty) implements Listing<Worker> {}

  /** The keys of an organization, by dialect and hash. */
  record KeysOf(OrganizationId organization) implements Listing<ApiKey> {}
}

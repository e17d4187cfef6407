package interline.fleet;

import java.time.Duration;
import java.util.List;

/**
 * Why the fleet refuses. The set is closed, so that every dialect has words for each. None of them
 * is a fault of the service, so they carry no stack trace.
 */
public abstract sealed class Failure extends RuntimeException {

  private Failure(String message) {
    super(message, null, false, false);
  }

  public static Invalid invalid(Field field, Rule rule) {
    return new Invalid(List.of(new Problem(field, rule)));
  }

  /** There is no such record in the caller's organization. */
  public static final class NotFound extends Failure {
    private final Kind<?> kind;

    public NotFound(Kind<?> kind) {
      super("No such " + kind);
      this.kind = kind;
    }

    public Kind<?> kind() {
      return kind;
    }
  }

  /** A value and the rule it breaks. */
  public record Problem(Field field, Rule rule) {}

  /**
   * Values that no state of the fleet could accept. A dialect may extend it with the values that it
   * could not even read, so that a client is told all of it at once.
   */
  public static non-sealed class Invalid extends Failure {
    private final List<Problem> problems;

    public Invalid(List<Problem> problems) {
      super("Invalid: " + problems);
      this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
      return problems;
    }
  }

  /** A value that somebody else has already. */
  public static final class NotUnique extends Failure {
    private final Field field;

    public NotUnique(Field field) {
      super("Taken: " + field);
      this.field = field;
    }

    public Field field() {
      return field;
    }
  }

  /** What was asked does not go with the present state of the fleet. */
  public static final class Conflict extends Failure {
    private final Reason reason;

    public Conflict(Reason reason) {
      super("Conflict: " + reason);
      this.reason = reason;
    }

    public Reason reason() {
      return reason;
    }

    /** The states that stand in the way. */
    public enum Reason {
      WORKER_FULL,
      WORKER_BUSY,
      TASK_ASSIGNED,
      TASK_NOT_ASSIGNED,
      TASK_NOT_OPEN,
      ILLEGAL_TRANSITION,
      WORKER_HOLDS_TASKS,
      WORKER_ARCHIVED,
      NOT_AN_OPERATOR,
      VEHICLE_TAKEN,
      VEHICLE_ARCHIVED,
      GROUP_NOT_EMPTY,
      PROTECTED,
      IN_USE,
      TASK_FIXED,
      TASK_ENDED,
      DEPENDENCIES_OPEN,
      CONTAINER_FULL,
      TEAM_NOT_EMPTY,
      ACCOUNT_OWNER_STAYS
    }
  }

  /** The caller may not do this. */
  public static final class NotAllowed extends Failure {
    public NotAllowed(String message) {
      super(message);
    }
  }

  /** Nobody knows who the caller is. */
  public static final class Unauthenticated extends Failure {
    public Unauthenticated(String message) {
      super(message);
    }
  }

  /** The organization's limit is used up; it is free again after {@link #retryAfter}. */
  public static final class TooMany extends Failure {
    private final Duration retryAfter;

    public TooMany(Duration retryAfter) {
      super("Limit reached, free again in " + retryAfter);
      this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
      return retryAfter;
    }
  }

  /**
   * Others kept changing the same records; nothing was written, and the same call may well succeed.
   */
  public static final class Busy extends Failure {
    public Busy() {
      super("Others are changing the same records");
    }
  }
}

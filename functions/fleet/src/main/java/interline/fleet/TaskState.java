package interline.fleet;

/** How far a task has come. */
public enum TaskState {
  UNASSIGNED,
  ASSIGNED,
  ACTIVE,
  COMPLETED,
  FAILED,
  CANCELLED;

  /** Whether a task in this state takes up a place of its worker's capacity. */
  public boolean loads() {
    return this == ASSIGNED || this == ACTIVE;
  }

  /** Whether nothing can follow. */
  public boolean terminal() {
    return this == COMPLETED || this == FAILED || this == CANCELLED;
  }

  /** Whether a task may go from here to there other than by an assignment. */
  public boolean leadsTo(TaskState next) {
    return switch (this) {
      case UNASSIGNED -> next == CANCELLED;
      case ASSIGNED -> next == ACTIVE || next == FAILED || next == CANCELLED;
      case ACTIVE -> next == COMPLETED || next == FAILED || next == CANCELLED;
      case COMPLETED, FAILED, CANCELLED -> false;
    };
  }
}

package interline.fleet;

/** Whether a worker can be given work, and has some. */
public enum Duty {
  AVAILABLE,
  ASSIGNED,
  ON_BREAK,
  OFF_DUTY;

  /** Whether the worker is there to be given work. */
  public boolean working() {
    return this == AVAILABLE || this == ASSIGNED;
  }

  /**
   * The duty once the load is what it is: a break or the end of a shift is nobody's to end but the
   * worker's.
   */
  Duty under(int load) {
    if (!working()) {
      return this;
    }
    return load == 0 ? AVAILABLE : ASSIGNED;
  }
}

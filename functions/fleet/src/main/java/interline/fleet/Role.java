package interline.fleet;

/** What a worker is to the organization; one can be several of these, or none. */
public enum Role {

  /** Drives vehicles. */
  OPERATOR,

  /** Does field work. */
  TECHNICIAN,

  /** Is employed. */
  EMPLOYEE
}

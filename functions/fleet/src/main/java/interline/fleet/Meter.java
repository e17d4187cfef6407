package interline.fleet;

/** Which of a vehicle's meters. */
public enum Meter {
  PRIMARY,
  SECONDARY
}

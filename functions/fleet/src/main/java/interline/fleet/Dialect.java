package interline.fleet;

/** The ways in which the fleet is spoken to; a key is good for one of them. */
public enum Dialect {
  ONFLEET,
  FLEETIO,
  FIELDOPT,
  TRIMBLE,
  FRACHTPILOT
}

package interline.fleet;

/** What kind of field work a task is. */
public enum WorkType {
  INSTALL,
  REPAIR,
  MAINTENANCE,
  DISCONNECT,
  SERVICE_CHANGE,
  INSPECTION
}

package interline.fleet;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened to a record.
 *
 * @param subject what it happened to
 * @param version the version of the subject that it led to
 * @param by who did it: the name of the caller
 * @param facts what is worth telling beyond the record itself, by name
 */
public record Event(
    Ref<?> subject, long version, Type type, Instant at, String by, Map<String, String> facts) {

  /** What can happen. */
  public enum Type {
    CREATED,
    CHANGED,
    REMOVED,
    ARCHIVED,
    RESTORED,
    ASSIGNED,
    REASSIGNED,
    UNASSIGNED,
    STARTED,
    COMPLETED,
    FAILED,
    CANCELLED,
    /** It stands elsewhere, but in the same hands or in nobody's. */
    MOVED
  }

  /** What happened to the record by the write that its stamp stands before. */
  public static Change.Happened to(
      Entity entity, Type type, Snapshot snapshot, Map<String, String> facts) {
    return new Change.Happened(
        new Event(
            entity.ref(),
            entity.stamp().version() + 1,
            type,
            snapshot.now(),
            snapshot.caller().name(),
            facts));
  }

  public static Change.Happened to(Entity entity, Type type, Snapshot snapshot) {
    return to(entity, type, snapshot, Map.of());
  }
}

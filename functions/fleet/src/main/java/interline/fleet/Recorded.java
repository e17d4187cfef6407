package interline.fleet;

import java.util.List;
import java.util.Optional;

/**
 * A record that also stands in its owner's timeline, where the rules that go by order look for it.
 */
public sealed interface Recorded extends Entity permits LocationEntry, MeterEntry {

  /** What the creation of an entry takes, beside what it means for its owner. */
  default List<Change> created(Snapshot fleet) {
    return List.of(
        new Change.Create(this),
        new Change.Chart(Optional.empty(), Optional.of(this)),
        Change.Count.created(ref()),
        Event.to(this, Event.Type.CREATED, fleet));
  }

  /** The same of its revision. */
  default List<Change> revised(Recorded before, Snapshot fleet) {
    return List.of(
        new Change.Replace(this),
        new Change.Chart(Optional.of(before), Optional.of(this)),
        Event.to(this, Event.Type.CHANGED, fleet));
  }

  /** The same of its end. */
  default List<Change> removed(Snapshot fleet) {
    return List.of(
        new Change.Remove(this),
        new Change.Chart(Optional.of(this), Optional.empty()),
        Change.Count.removed(ref()),
        Event.to(this, Event.Type.REMOVED, fleet));
  }
}

package interline.fleet;

import java.time.Instant;
import java.util.Optional;

/** Something that is somewhere, and shows where: its newest {@link LocationEntry}. */
public sealed interface Movable extends Entity permits Vehicle, Worker {

  /** Whether this entry is what it shows. */
  boolean shows(LocationEntry entry);

  /** When it was where it shows. */
  Optional<Instant> seen();

  /** The next state, showing an entry or nothing. */
  Movable showing(Optional<LocationEntry> entry, Instant now);

  /** The next state, as it was. */
  Movable showingTheSame(Instant now);
}

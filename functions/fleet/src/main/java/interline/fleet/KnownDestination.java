package interline.fleet;

import java.util.Optional;
import java.util.Set;

/**
 * A place on record. It never changes: whoever means another place makes another record.
 *
 * @param location empty if nobody could tell where the address is
 * @param place what the geocoder calls it
 * @param doubts in what the geocoder's answer differs from the question
 */
public record KnownDestination(
    long number,
    Stamp stamp,
    Address address,
    Optional<Location> location,
    String notes,
    Optional<String> place,
    Set<Geocoder.Doubt> doubts,
    Metadata metadata)
    implements Entity, Metadata.Tagged {

  public KnownDestination {
    doubts = Set.copyOf(doubts);
    Text.checkNotes(notes);
  }

  @Override
  public Ref<KnownDestination> ref() {
    return Kind.DESTINATION.number(number);
  }

  /** The copy that a task carries. */
  public Destination copy() {
    return new Destination(
        address.line(), location, Optional.of(address), notes, Optional.of(number));
  }

  /** What a new destination is to be, once it is known where it is. */
  public record Draft(Geocoder.Place place, String notes, Metadata metadata) {}
}

package interline.fleet;

import java.util.Optional;

/**
 * Where a task is done.
 *
 * @param address as it was written, 1 to 500 characters
 * @param parts the same in parts, where somebody knows them
 * @param notes what to know about the place, at most 10,000 characters
 * @param number the number that it is on record under, if it is
 */
public record Destination(
    String address,
    Optional<Location> location,
    Optional<Address> parts,
    String notes,
    Optional<Long> number) {

  static final int LONGEST = 500;

  public Destination {
    Text.check(Field.DESTINATION, address, LONGEST);
    Text.checkNotes(notes);
  }

  /** A destination of which nobody has said more. */
  public Destination(String address, Optional<Location> location) {
    this(address, location, Optional.empty(), "", Optional.empty());
  }

  /** Another address: what was known of the old one says nothing about it. */
  public Destination moved(String other) {
    return other.equals(address) ? this : new Destination(other, Optional.empty());
  }
}

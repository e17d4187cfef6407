package interline.fleet;

import java.util.Optional;

/**
 * Where a task is done.
 *
 * @param address as it was written, 1 to 500 characters
 */
public record Destination(String address, Optional<Location> location) {

  public Destination {
    Text.check(Field.DESTINATION, address, 500);
  }

  /** Another address: where the old one lay says nothing about it. */
  public Destination moved(String other) {
    return other.equals(address) ? this : new Destination(other, Optional.empty());
  }
}

package interline.fleet;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where workers start from.
 *
 * @param name 1 to 255 characters
 * @param location empty if nobody could tell where the address is
 * @param claimed the numbers of the teams that start from it, and perhaps of some that did: each
 *     team itself says whether it does
 */
public record Hub(
    long number,
    Stamp stamp,
    String name,
    Address address,
    Optional<Location> location,
    List<Long> claimed)
    implements Entity {

  public Hub {
    Text.check(Field.NAME, name, 255);
    claimed = List.copyOf(claimed);
  }

  @Override
  public Ref<Hub> ref() {
    return Kind.HUB.number(number);
  }

  Hub revised(Revision revision, Instant now) {
    return new Hub(
        number,
        stamp.at(now),
        revision.name().orElse(name),
        revision.place().map(Geocoder.Place::address).orElse(address),
        revision.place().map(Geocoder.Place::location).orElse(location),
        claimed);
  }

  Hub of(Collection<Long> teams) {
    return new Hub(number, stamp, name, address, location, List.copyOf(teams));
  }

  /**
   * What a new hub is to be.
   *
   * @param teams the numbers of those that start from it
   */
  public record Draft(String name, Geocoder.Place place, List<Long> teams) {}

  /** What is to be different about a hub; what is empty stays as it is. */
  public record Revision(
      Optional<String> name, Optional<Geocoder.Place> place, Optional<List<Long>> teams) {

    /** Nothing but that these teams start from it. */
    public static Revision of(List<Long> teams) {
      return new Revision(Optional.empty(), Optional.empty(), Optional.of(teams));
    }

    /** Whether the teams are those asked for: there may be more than one transaction holds. */
    public boolean metBy(Hub hub) {
      return teams.filter(it -> !Team.distinct(it).equals(hub.claimed())).isEmpty();
    }
  }
}

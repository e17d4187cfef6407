package interline.fleet;

import java.util.Optional;
import java.util.Set;

/** Knows where addresses are. */
public interface Geocoder {

  /**
   * Where an address is; empty if there is no such address.
   *
   * @throws Failure.Busy if nobody can tell now
   */
  Optional<Place> find(Question question);

  /** One that knows nothing: an address is where somebody says it is, or nowhere. */
  Geocoder NONE =
      question ->
          Optional.of(
              new Place(
                  question.address(), Optional.empty(), Optional.empty(), Set.of(Doubt.PARTIAL)));

  /**
   * What is asked.
   *
   * @param whole whether the address is one text, kept as its street
   * @param language two letters: in which language to answer
   * @param country two letters: where to look if the address does not say
   */
  record Question(
      Address address, boolean whole, Optional<String> language, Optional<String> country) {}

  /**
   * What is answered.
   *
   * @param address as the geocoder writes it
   * @param name what the geocoder calls the place
   */
  record Place(
      Address address, Optional<Location> location, Optional<String> name, Set<Doubt> doubts) {

    public Place {
      doubts = Set.copyOf(doubts);
    }

    /** A place of which somebody has said where it is. */
    public static Place at(Address address, Location location) {
      return new Place(address, Optional.of(location), Optional.empty(), Set.of());
    }
  }

  /** Why an answer may not be what was meant. */
  enum Doubt {
    NUMBER_DIFFERS,
    POSTAL_CODE_DIFFERS,
    CENTRE_ONLY,
    PARTIAL
  }
}

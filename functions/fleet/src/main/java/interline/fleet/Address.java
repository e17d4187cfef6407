package interline.fleet;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An address in parts, none of them blank and all on one line no longer than a {@link
 * Destination}'s.
 *
 * @param name what the place is called
 * @param number of the house
 * @param apartment or whatever else leads on from the street
 */
public record Address(
    Optional<String> name,
    Optional<String> number,
    Optional<String> street,
    Optional<String> apartment,
    Optional<String> city,
    Optional<String> county,
    Optional<String> state,
    Optional<String> postalCode,
    Optional<String> country) {

  public Address {
    Stream.of(name, number, street, apartment, city, county, state, postalCode, country)
        .flatMap(Optional::stream)
        .forEach(part -> Text.check(Field.ADDRESS, part, Destination.LONGEST));
    Text.check(
        Field.ADDRESS,
        line(List.of(joined(number, street), apartment, city, joined(state, postalCode), country)),
        Destination.LONGEST);
  }

  /** An address of which only the text is known. */
  public static Address of(String text) {
    Optional<String> none = Optional.empty();
    return new Address(none, none, Optional.of(text), none, none, none, none, none, none);
  }

  /** The address on one line. */
  public String line() {
    return line(
        List.of(joined(number, street), apartment, city, joined(state, postalCode), country));
  }

  /** The same address under another name and with another apartment. */
  public Address at(Optional<String> place, Optional<String> within) {
    return new Address(place, number, street, within, city, county, state, postalCode, country);
  }

  private static Optional<String> joined(Optional<String> one, Optional<String> other) {
    return Optional.of(
            Stream.of(one, other).flatMap(Optional::stream).collect(Collectors.joining(" ")))
        .filter(text -> !text.isEmpty());
  }

  private static String line(List<Optional<String>> parts) {
    return parts.stream().flatMap(Optional::stream).collect(Collectors.joining(", "));
  }
}

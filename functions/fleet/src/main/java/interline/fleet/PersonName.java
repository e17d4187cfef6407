package interline.fleet;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name in its parts.
 *
 * @param first 1 to 255 characters, as have the others where they are there
 */
public record PersonName(String first, Optional<String> middle, Optional<String> last) {

  private static final int LONGEST = 255;

  public PersonName {
    Text.check(Field.FIRST_NAME, first, LONGEST);
    middle.ifPresent(part -> Text.check(Field.MIDDLE_NAME, part, LONGEST));
    last.ifPresent(part -> Text.check(Field.LAST_NAME, part, LONGEST));
  }

  /**
   * Takes a name apart as most people would: the first word, the last one together with small words
   * before it ({@code van Beethoven}), and what is between them.
   */
  public static PersonName split(String full) {
    List<String> words = List.of(full.strip().split("\\s+"));
    if (words.size() == 1) {
      return new PersonName(words.getFirst(), Optional.empty(), Optional.empty());
    }
    int last = words.size() - 1;
    while (last > 1 && Character.isLowerCase(words.get(last - 1).codePointAt(0))) {
      last--;
    }
    return new PersonName(
        words.getFirst(),
        joined(words.subList(1, last)),
        joined(words.subList(last, words.size())));
  }

  public String full() {
    return Stream.of(Optional.of(first), middle, last)
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }

  private static Optional<String> joined(List<String> words) {
    return Optional.of(String.join(" ", words)).filter(text -> !text.isEmpty());
  }
}

package interline.trimble;

import interline.fleet.Page;
import interline.gateway.Expected;
import interline.gateway.Malformed;
import interline.gateway.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which part of a list is asked for, and in which order; names and words in any case.
 *
 * @param order what to sort by, one of the words that the list knows
 * @param sort how the caller said so, to be said again in the links to other parts
 */
record ListQuery<O>(long offset, int limit, O order, Page.Direction direction, String sort) {

  private static final int USUAL = 20;

  /** As many as are shown at once, however many are asked for. */
  private static final int MOST = 10_000;

  private static final String BY = "sortExpression";
  private static final String WAY = "sortDirection";

  static <O> ListQuery<O> read(Request request, Map<String, O> orders, O usual) {
    Map<String, String> query = new HashMap<>();
    request
        .query()
        .forEach(
            (name, values) -> query.putIfAbsent(name.toLowerCase(Locale.ROOT), values.getFirst()));
    Optional<String> by = find(query, BY);
    Optional<String> way = find(query, WAY);
    return new ListQuery<>(
        number(query, "offset", 0, 0),
        (int) Math.min(MOST, number(query, "limit", USUAL, 1)),
        by.map(word -> word(BY, word, orders)).orElse(usual),
        way.map(
                word ->
                    word(
                        WAY,
                        word,
                        Map.of("asc", Page.Direction.ASCENDING, "desc", Page.Direction.DESCENDING)))
            .orElse(Page.Direction.ASCENDING),
        by.map(word -> "&" + BY + "=" + word).orElse("")
            + way.map(word -> "&" + WAY + "=" + word).orElse(""));
  }

  private static Optional<String> find(Map<String, String> query, String name) {
    return Optional.ofNullable(query.get(name.toLowerCase(Locale.ROOT)))
        .filter(value -> !value.isEmpty());
  }

  private static long number(Map<String, String> query, String name, long usual, long least) {
    Optional<String> text = find(query, name);
    if (text.filter(digits -> !digits.matches("[0-9]{1,18}")).isPresent()) {
      throw new Malformed.BadField(name, Expected.Form.INTEGER);
    }
    long number = text.map(Long::valueOf).orElse(usual);
    if (number < least) {
      throw new Malformed.BadField(name, Expected.Form.INTEGER);
    }
    return number;
  }

  private static <T> T word(String name, String word, Map<String, T> words) {
    return Optional.ofNullable(words.get(word.toLowerCase(Locale.ROOT)))
        .orElseThrow(
            () ->
                new Malformed.BadField(
                    name,
                    new Expected.OneOf(List.copyOf(words.keySet()).stream().sorted().toList())));
  }
}

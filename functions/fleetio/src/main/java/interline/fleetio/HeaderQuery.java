package interline.fleetio;

import interline.fleet.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a client asks of a list whose pages are counted in headers. */
record HeaderQuery(
    long page, List<HeaderFilter> filters, Optional<CursorQuery.Sort> sort, boolean withArchived) {

  /** The farthest page that anybody means. */
  private static final long LAST = 1_000_000;

  static HeaderQuery read(Map<String, List<String>> query) {
    Errors errors = new Errors();
    List<HeaderFilter> filters = new ArrayList<>();
    Optional<CursorQuery.Sort> sort = Optional.empty();
    for (Map.Entry<String, List<String>> parameter : query.entrySet()) {
      String name = parameter.getKey();
      String value = parameter.getValue().getFirst();
      if (name.equals("q[s]")) {
        sort = sort(value, errors);
      } else if (name.startsWith("q[")) {
        HeaderFilter.read(name, value)
            .ifPresentOrElse(filters::add, () -> errors.add(name, "is no filter"));
      } else if (name.startsWith("filter[") || name.startsWith("sort[")) {
        errors.add(name, "is not accepted by this version, use q");
      }
    }
    if (!errors.isEmpty()) {
      throw new BadQuery(errors);
    }
    return new HeaderQuery(
        first(query, "page").map(HeaderQuery::page).orElse(1L),
        filters,
        sort,
        first(query, "include_archived").filter(text -> text.matches("1|true")).isPresent());
  }

  /** What is no page is the first one. */
  private static long page(String text) {
    return text.matches("[0-9]{1,18}") ? Math.clamp(Long.parseLong(text), 1, LAST) : 1;
  }

  private static Optional<CursorQuery.Sort> sort(String value, Errors errors) {
    String[] words = value.strip().split("[ +]+", -1);
    if (words.length > 2 || (words.length == 2 && !words[1].matches("asc|desc"))) {
      errors.add("q[s]", Words.of(new Rule.OneOf(List.of("asc", "desc"))));
      return Optional.empty();
    }
    return Optional.of(
        new CursorQuery.Sort(words[0], words.length == 2 && words[1].equals("desc")));
  }

  private static Optional<String> first(Map<String, List<String>> query, String name) {
    return Optional.ofNullable(query.get(name)).map(List::getFirst);
  }
}

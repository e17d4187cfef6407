package interline.fleetio;

import interline.fleet.Rule;
import interline.gateway.Expected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client asks of a list of pages with cursors; fields and values are not looked at yet. */
record CursorQuery(
    int perPage,
    Optional<String> cursor,
    Map<String, Condition> conditions,
    Optional<Sort> sort,
    boolean withArchived) {

  private static final int LEAST = 2;
  private static final int MOST = 100;
  private static final int USUAL = 50;
  private static final Pattern FILTER = Pattern.compile("filter\\[([a-z0-9_]+)]\\[([a-z]+)]");
  private static final Pattern SORT = Pattern.compile("sort\\[([a-z0-9_]+)]");
  private static final List<String> DIRECTIONS = List.of("asc", "desc");

  /** What a field is compared with. */
  record Condition(Operator operator, String value) {}

  /** A field and whether the largest comes first. */
  record Sort(String field, boolean descending) {}

  /** A page as it is wrapped for the answer. */
  Map<String, Object> envelope(
      Optional<String> next,
      long remaining,
      List<?> filteredBy,
      List<?> sortedBy,
      List<?> records) {
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("start_cursor", cursor);
    envelope.put("next_cursor", next);
    envelope.put("per_page", perPage);
    envelope.put("estimated_remaining_count", remaining);
    envelope.put("filtered_by", filteredBy);
    envelope.put("sorted_by", sortedBy);
    envelope.put("records", records);
    return envelope;
  }

  static CursorQuery read(Map<String, List<String>> query) {
    Errors errors = new Errors();
    Map<String, Condition> conditions = new LinkedHashMap<>();
    List<Sort> sorts = new ArrayList<>();
    query.forEach(
        (name, values) -> {
          if (name.startsWith("filter")) {
            condition(name, values, conditions, errors);
          } else if (name.startsWith("sort")) {
            sort(name, values, sorts, errors);
          } else if (name.startsWith("q[")) {
            errors.add(name, "is not accepted by this version, use filter and sort");
          }
        });
    if (sorts.size() > 1) {
      errors.add("sort", "must name one field only");
    }
    int perPage = perPage(query, errors);
    if (!errors.isEmpty()) {
      throw new BadQuery(errors);
    }
    return new CursorQuery(
        perPage,
        first(query, "start_cursor"),
        conditions,
        sorts.stream().findFirst(),
        first(query, "include_archived").filter(text -> text.matches("1|true")).isPresent());
  }

  private static void condition(
      String name, List<String> values, Map<String, Condition> conditions, Errors errors) {
    Matcher matcher = FILTER.matcher(name);
    if (!matcher.matches()) {
      errors.add(name, "must be filter[field][operator]");
      return;
    }
    String field = matcher.group(1);
    Optional<Operator> operator = Operator.of(matcher.group(2));
    if (operator.isEmpty()) {
      errors.add(field, "has no operator " + matcher.group(2));
    } else if (values.size() > 1
        || conditions.put(field, new Condition(operator.get(), values.getFirst())) != null) {
      errors.add(field, "accepts one operator and value only");
    }
  }

  private static void sort(String name, List<String> values, List<Sort> sorts, Errors errors) {
    Matcher matcher = SORT.matcher(name);
    if (!matcher.matches()) {
      errors.add(name, "must be sort[field]");
    } else if (!DIRECTIONS.contains(values.getFirst())) {
      errors.add(matcher.group(1), Words.of(new Rule.OneOf(DIRECTIONS)));
    } else {
      sorts.add(new Sort(matcher.group(1), values.getFirst().equals("desc")));
    }
  }

  private static int perPage(Map<String, List<String>> query, Errors errors) {
    Optional<String> text = first(query, "per_page");
    if (text.isEmpty()) {
      return USUAL;
    }
    if (!text.get().matches("-?[0-9]{1,9}")) {
      errors.add("per_page", Words.of(Expected.Form.INTEGER));
      return USUAL;
    }
    int perPage = Integer.parseInt(text.get());
    if (perPage < LEAST || perPage > MOST) {
      errors.add("per_page", Words.of(new Rule.Between(LEAST, MOST)));
    }
    return perPage;
  }

  private static Optional<String> first(Map<String, List<String>> query, String name) {
    return Optional.ofNullable(query.get(name)).map(List::getFirst).filter(text -> !text.isEmpty());
  }
}

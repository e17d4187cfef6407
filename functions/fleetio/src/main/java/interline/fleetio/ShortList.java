package interline.fleetio;

import interline.fleet.Rule;
import interline.gateway.Answer;
import interline.gateway.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A list whose records are all at hand, as there are no more than the largest page holds. */
final class ShortList {

  private static final String MOST = "100";

  private ShortList() {}

  /**
   * The page that a call asks for, in the style that it understands.
   *
   * @param records all of them, by number from the highest
   */
  static Answer of(Call call, List<?> records) {
    try {
      return ApiVersion.of(call).cursors()
          ? page(CursorQuery.read(call.request().query()), records)
          : array(HeaderQuery.read(call.request().query()), records);
    } catch (BadQuery bad) {
      return bad.answer();
    }
  }

  private static Answer page(CursorQuery query, List<?> records) {
    query.conditions().keySet().stream()
        .findFirst()
        .ifPresent(
            field -> {
              throw BadQuery.of(field, "is no filter of this list");
            });
    boolean descending = byNumber(query.sort(), CursorQuery.Sort::field);
    int from = query.cursor().map(cursor -> place(cursor, records.size())).orElse(0);
    int behind = Math.min(from + query.perPage(), records.size());
    List<?> ordered = descending ? records : records.reversed();
    return Answer.ok(
        query.envelope(
            Optional.of(behind).filter(next -> next < records.size()).map(String::valueOf),
            records.size() - from,
            List.of(),
            List.of(Map.of(RecordList.ID, descending ? "desc" : "asc")),
            ordered.subList(from, behind)));
  }

  /** A cursor is how many records are before its page. */
  private static int place(String cursor, int size) {
    if (cursor.matches("[0-9]{1,3}") && Integer.parseInt(cursor) < size) {
      return Integer.parseInt(cursor);
    }
    throw BadQuery.of("start_cursor", Words.of(new Rule.Genuine()));
  }

  /** Oldest first, as in that style; what is on no first page is on none. */
  private static Answer array(HeaderQuery query, List<?> records) {
    query.filters().stream()
        .findFirst()
        .ifPresent(
            filter -> {
              throw BadQuery.of(filter.parameter(), "is no filter of this list");
            });
    boolean descending = query.sort().isPresent() && byNumber(query.sort(), _ -> "q[s]");
    List<?> ordered = descending ? records : records.reversed();
    return Answer.ok(query.page() == 1 ? ordered : List.of())
        .header("X-Pagination-Limit", MOST)
        .header("X-PaginationLimit", MOST)
        .header("X-Pagination-Current-Page", Long.toString(query.page()))
        .header("X-Pagination-Total-Pages", records.isEmpty() ? "0" : "1")
        .header("X-Pagination-Total-Count", Integer.toString(records.size()));
  }

  /** Whether the highest number comes first. */
  private static boolean byNumber(
      Optional<CursorQuery.Sort> sort, Function<CursorQuery.Sort, String> parameter) {
    sort.filter(by -> !by.field().equals(RecordList.ID))
        .ifPresent(
            by -> {
              throw BadQuery.of(parameter.apply(by), "is no sort of this list (id)");
            });
    return sort.map(CursorQuery.Sort::descending).orElse(true);
  }
}

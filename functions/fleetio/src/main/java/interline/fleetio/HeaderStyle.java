package interline.fleetio;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Entity;
import interline.fleet.Listing;
import interline.fleet.Page;
import interline.fleet.Snapshot;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Json;
import java.util.List;
import java.util.Optional;

/**
 * Lists as they were before 2024: an array, its pages counted in headers. With filters a page is
 * what they leave of a window of records; all windows together are the list.
 */
final class HeaderStyle<E extends Entity> {

  private static final int LIMIT = 100;
  private static final int WINDOW = 500;

  /** How many pages are walked through at most. */
  private static final int FARTHEST = 50;

  private static final CursorQuery.Sort OLDEST = new CursorQuery.Sort(RecordList.ID, false);

  private final RecordList<E> list;
  private final HeaderQuery query;

  HeaderStyle(RecordList<E> list, HeaderQuery query) {
    this.list = list;
    this.query = query;
  }

  Answer answer(Call call, RecordList.Show<E> show) {
    Snapshot fleet = call.fleet();
    Listing<E> range = range();
    int limit = query.filters().isEmpty() ? LIMIT : WINDOW;
    Optional<Optional<E>> looked = looked(fleet);
    if (looked.isPresent()) {
      List<E> found = query.page() == 1 ? looked.get().stream().toList() : List.of();
      List<JsonNode> kept = kept(fleet, found, show);
      return page(kept, limit, looked.get().isPresent() ? kept.size() : 0);
    }
    boolean descending = sort().descending();
    Page<E> page =
        list.completed(
            list.partial(sort().field())
                ? walked(fleet, range, limit, descending)
                : skipped(fleet, range, limit, descending),
            query.page() == 1,
            descending,
            list.only(sort().field()));
    List<JsonNode> kept = kept(fleet, page.items(), show);
    boolean all = query.page() == 1 && page.next().isEmpty();
    return page(kept, limit, all ? kept.size() : list.size(fleet, range));
  }

  private Answer page(List<JsonNode> records, int limit, long total) {
    String most = Integer.toString(limit);
    return Answer.ok(records)
        .header("X-Pagination-Limit", most)
        .header("X-PaginationLimit", most)
        .header("X-Pagination-Current-Page", Long.toString(query.page()))
        .header("X-Pagination-Total-Pages", Long.toString((total + limit - 1) / limit))
        .header("X-Pagination-Total-Count", Long.toString(total));
  }

  private Page<E> skipped(Snapshot fleet, Listing<E> range, int limit, boolean descending) {
    long skip = (query.page() - 1) * limit;
    return fleet.page(
        range, new Page.Request(limit, Optional.empty(), RecordList.direction(descending), skip));
  }

  /** Where a range holds others too, nobody knows how many of it the pages before have taken. */
  private Page<E> walked(Snapshot fleet, Listing<E> range, int limit, boolean descending) {
    Optional<String> cursor = Optional.empty();
    for (int number = 1; ; number++) {
      Page<E> page =
          fleet.page(
              range,
              new Page.Request(limit, cursor, RecordList.direction(descending)),
              list.only(sort().field()));
      if (number == query.page()) {
        return page;
      }
      if (page.next().isEmpty() || number == FARTHEST) {
        return new Page<>(List.of(), Optional.empty());
      }
      cursor = page.next();
    }
  }

  private CursorQuery.Sort sort() {
    return query.sort().orElse(OLDEST);
  }

  private Listing<E> range() {
    CursorQuery.Sort sort = sort();
    if (query.withArchived() && list.withArchived().isPresent()) {
      if (!sort.field().equals(RecordList.ID) && !sort.field().equals(RecordList.CREATED)) {
        throw BadQuery.of("q[s]", "can't be sorted by with archived records");
      }
      return list.withArchived().get();
    }
    return list.sort(sort.field())
        .orElseThrow(
            () ->
                BadQuery.of(
                    "q[s]",
                    "is no sort of this list (%s)".formatted(String.join(", ", list.sorts()))))
        .range(Optional.empty(), Optional.empty());
  }

  private Optional<Optional<E>> looked(Snapshot fleet) {
    if (query.withArchived()) {
      return Optional.empty();
    }
    return query.filters().stream()
        .filter(filter -> filter.predicate() == HeaderFilter.Predicate.EQ)
        .flatMap(
            filter ->
                list
                    .lookup(filter.attribute())
                    .map(lookup -> lookup.apply(fleet, filter.value()))
                    .stream())
        .findFirst();
  }

  private List<JsonNode> kept(Snapshot fleet, List<E> records, RecordList.Show<E> show) {
    return show.show(fleet, records).stream()
        .map(record -> Json.mapper().<JsonNode>valueToTree(record))
        .filter(
            record ->
                query.filters().stream()
                    .allMatch(filter -> filter.keeps(record, Times.of(fleet.caller()))))
        .toList();
  }
}

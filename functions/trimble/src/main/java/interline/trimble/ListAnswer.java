package interline.trimble;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import interline.fleet.Entity;
import interline.fleet.Listing;
import interline.fleet.Page;
import interline.fleet.Snapshot;
import interline.gateway.Call;
import interline.gateway.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list, with links to others; those that lead nowhere are left out.
 *
 * @param href where the whole list is
 * @param size how many there are in all
 */
@JsonPropertyOrder({"href", "offset", "limit", "size", "first", "previous", "next", "last", "data"})
record ListAnswer<T>(
    String href,
    long offset,
    int limit,
    long size,
    Link first,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Link> previous,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Link> next,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Link> last,
    List<T> data) {

  record Link(String href) {}

  static <E extends Entity, T> ListAnswer<T> of(
      Call call,
      ListQuery<?> query,
      Function<Snapshot, Long> total,
      Listing<E> listing,
      Function<E, T> row) {
    Snapshot fleet = call.fleet();
    long size = total.apply(fleet);
    String href = href(call.request());
    List<T> data =
        query.offset() < size ? rows(fleet, listing, query).stream().map(row).toList() : List.of();
    return of(href, query, size, data);
  }

  static <T> ListAnswer<T> of(String href, ListQuery<?> query, long size, List<T> data) {
    int limit = query.limit();
    long offset = query.offset();
    return new ListAnswer<>(
        href,
        offset,
        limit,
        size,
        link(href, query, 0),
        Optional.of(Math.max(0, offset - limit))
            .filter(_ -> offset > 0)
            .map(to -> link(href, query, to)),
        Optional.of(offset + limit).filter(to -> to < size).map(to -> link(href, query, to)),
        Optional.of((size - 1) / limit * limit)
            .filter(_ -> size > limit)
            .map(to -> link(href, query, to)),
        data);
  }

  /** The store gives no more than some hundreds at a time. */
  private static <E extends Entity> List<E> rows(
      Snapshot fleet, Listing<E> listing, ListQuery<?> query) {
    List<E> rows = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<E> page =
          fleet.page(
              listing,
              new Page.Request(
                  query.limit() - rows.size(),
                  cursor,
                  query.direction(),
                  cursor.isPresent() ? 0 : query.offset()));
      rows.addAll(page.items());
      cursor = page.next();
    } while (cursor.isPresent() && rows.size() < query.limit());
    return rows;
  }

  private static Link link(String href, ListQuery<?> query, long offset) {
    return new Link(href + "?offset=" + offset + "&limit=" + query.limit() + query.sort());
  }

  /** The address that the client called, whatever stands between. */
  private static String href(Request request) {
    return request.header("X-Forwarded-Proto").orElse("https")
        + "://"
        + request.header("Host").orElse("localhost")
        + request.path();
  }
}

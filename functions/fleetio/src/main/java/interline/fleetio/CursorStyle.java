package interline.fleetio;

import interline.fleet.Entity;
import interline.fleet.Failure;
import interline.fleet.Field;
import interline.fleet.Listing;
import interline.fleet.Page;
import interline.fleet.Rule;
import interline.fleet.Snapshot;
import interline.fleetio.CursorQuery.Condition;
import interline.fleetio.CursorQuery.Sort;
import interline.gateway.Answer;
import interline.gateway.Call;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Lists as they are since 2024: an envelope around a page, and a cursor to the next one. */
final class CursorStyle<E extends Entity> {

  /** The remaining records are told up to this number. */
  private static final int MOST_REMAINING = 500;

  private static final Sort NEWEST = new Sort(RecordList.ID, true);

  private final RecordList<E> list;
  private final CursorQuery query;

  CursorStyle(RecordList<E> list, CursorQuery query) {
    this.list = list;
    this.query = query;
  }

  Answer answer(Call call, RecordList.Show<E> show) {
    Snapshot fleet = call.fleet();
    Predicate<E> filter = filter(fleet);
    Range<E> range = range(Times.of(call));
    Page<E> page =
        looked(fleet)
            .map(found -> only(found, filter))
            .orElseGet(() -> page(fleet, range.listing(), filter));
    return Answer.ok(
        query.envelope(
            page.next(),
            remaining(fleet, range, page),
            filteredBy(),
            List.of(sortedBy(sort())),
            show.show(fleet, page.items())));
  }

  private Predicate<E> filter(Snapshot fleet) {
    Errors errors = new Errors();
    Predicate<E> all = list.only(sort().field());
    for (Map.Entry<String, Condition> condition : query.conditions().entrySet()) {
      String field = condition.getKey();
      Operator operator = condition.getValue().operator();
      Optional<Filter<E>> filter = list.filter(field);
      if (filter.isEmpty()) {
        errors.add(
            field, "is no filter of this list (%s)".formatted(String.join(", ", list.filters())));
      } else if (!filter.get().operators().contains(operator)) {
        errors.add(field, "has no operator " + operator.word());
      } else {
        try {
          all = all.and(filter.get().reader().read(operator, condition.getValue().value(), fleet));
        } catch (Filter.Unfit unfit) {
          errors.add(field, unfit.message());
        }
      }
    }
    if (!errors.isEmpty()) {
      throw new BadQuery(errors);
    }
    return all;
  }

  private Sort sort() {
    return query.sort().orElse(NEWEST);
  }

  /**
   * What is read for the list.
   *
   * @param whole the same without bounds, if it is not a filter that led to it
   */
  private record Range<E extends Entity>(Listing<E> listing, Optional<Listing<E>> whole) {}

  /** The range that is in the order asked for; a smaller one, if a filter names its owner. */
  private Range<E> range(Times times) {
    Sort sort = sort();
    boolean byNumber =
        sort.field().equals(RecordList.ID) || sort.field().equals(RecordList.CREATED);
    RecordList.Sorting<E> sorting =
        list.sort(sort.field())
            .orElseThrow(
                () ->
                    BadQuery.of(
                        sort.field(),
                        "is no sort of this list (%s)".formatted(String.join(", ", list.sorts()))));
    if (query.withArchived() && list.withArchived().isPresent()) {
      if (!byNumber) {
        throw BadQuery.of(sort.field(), "can't be sorted by with archived records");
      }
      return new Range<>(list.withArchived().get(), list.withArchived());
    }
    Optional<RecordList.Sorting<E>> narrowed = narrowed(times, sort.field());
    return new Range<>(
        narrowed
            .orElse(sorting)
            .range(
                bound(times, sort.field(), Operator.GT, Operator.GTE),
                bound(times, sort.field(), Operator.LT, Operator.LTE)),
        narrowed.isPresent()
            ? Optional.empty()
            : Optional.of(sorting.range(Optional.empty(), Optional.empty())));
  }

  private Optional<RecordList.Sorting<E>> narrowed(Times times, String sort) {
    return query.conditions().entrySet().stream()
        .filter(condition -> condition.getValue().operator() == Operator.EQ)
        .flatMap(
            condition ->
                list
                    .narrowed(condition.getKey(), condition.getValue().value(), sort, times)
                    .stream())
        .findFirst();
  }

  private Optional<Instant> bound(Times times, String field, Operator strict, Operator orEqual) {
    return Optional.ofNullable(query.conditions().get(field))
        .filter(condition -> condition.operator() == strict || condition.operator() == orEqual)
        .map(condition -> Filter.moment(condition.value(), times));
  }

  /** The outcome of a filter that names one record at most, if there is such a filter. */
  private Optional<Optional<E>> looked(Snapshot fleet) {
    if (query.withArchived()) {
      return Optional.empty();
    }
    return query.conditions().entrySet().stream()
        .filter(condition -> condition.getValue().operator() == Operator.EQ)
        .flatMap(
            condition ->
                list
                    .lookup(condition.getKey())
                    .map(lookup -> lookup.apply(fleet, condition.getValue().value()))
                    .stream())
        .findFirst();
  }

  private static <E> Page<E> only(Optional<E> found, Predicate<E> filter) {
    return new Page<>(found.filter(filter).stream().toList(), Optional.empty());
  }

  private Page<E> page(Snapshot fleet, Listing<E> range, Predicate<E> filter) {
    try {
      return list.completed(
          fleet.page(range, from(query.cursor()), filter),
          query.cursor().isEmpty(),
          sort().descending(),
          filter);
    } catch (Failure.Invalid invalid) {
      if (invalid.problems().stream().anyMatch(problem -> problem.field() == Field.CURSOR)) {
        throw BadQuery.of("start_cursor", Words.of(new Rule.Genuine()));
      }
      throw invalid;
    }
  }

  private Page.Request from(Optional<String> cursor) {
    return new Page.Request(query.perPage(), cursor, RecordList.direction(sort().descending()));
  }

  /**
   * Exact for the last page; else all that were not passed, as if no filter took any away but one
   * that led to the range. They are counted where nobody knows how many there are.
   */
  private long remaining(Snapshot fleet, Range<E> range, Page<E> page) {
    int shown = page.items().size();
    if (page.next().isEmpty()) {
      return shown;
    }
    long all =
        range
            .whole()
            .flatMap(whole -> list.total(fleet, whole))
            .map(total -> total - page.passed())
            .orElseGet(() -> shown + behind(fleet, range.listing(), page.next()));
    return Math.clamp(all, shown + 1L, MOST_REMAINING);
  }

  /** As many as are told at most; nobody counts among the records of others. */
  private long behind(Snapshot fleet, Listing<E> range, Optional<String> next) {
    return list.partial(sort().field()) ? 0 : fleet.sizeBehind(range, from(next), MOST_REMAINING);
  }

  private List<Map<String, Map<String, String>>> filteredBy() {
    return query.conditions().entrySet().stream()
        .map(
            condition ->
                Map.of(
                    list.echo(condition.getKey()),
                    Map.of(condition.getValue().operator().word(), condition.getValue().value())))
        .toList();
  }

  private static Map<String, String> sortedBy(Sort sort) {
    return Map.of(sort.field(), sort.descending() ? "desc" : "asc");
  }
}

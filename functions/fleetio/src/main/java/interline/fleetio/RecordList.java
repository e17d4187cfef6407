package interline.fleetio;

import interline.fleet.Change;
import interline.fleet.Entity;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Page;
import interline.fleet.Snapshot;
import interline.gateway.Answer;
import interline.gateway.Call;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * The list of a resource: what it can be filtered and sorted by, and which range of the store
 * answers that. A list is answered in the style of the version that the client speaks.
 */
final class RecordList<E extends Entity> {

  static final String ID = "id";
  static final String CREATED = "created_at";
  static final String UPDATED = "updated_at";

  private final Map<String, Filter<E>> filters;
  private final Map<String, Order<E>> sorts;
  private final Map<String, BiFunction<Snapshot, String, Optional<E>>> lookups;
  private final Map<Narrowed, Narrowing<E>> narrowings;
  private final Map<String, String> echoes;
  private final Listing<E> records;
  private final Optional<Listing<E>> withArchived;
  private final Optional<ToLongFunction<Snapshot>> total;
  private final Optional<ToLongFunction<Snapshot>> totalWithArchived;
  private final Optional<Predicate<E>> only;
  private final List<E> builtIn;

  private RecordList(Builder<E> builder) {
    this.filters = Map.copyOf(builder.filters);
    this.sorts = Map.copyOf(builder.sorts);
    this.lookups = Map.copyOf(builder.lookups);
    this.narrowings = Map.copyOf(builder.narrowings);
    this.echoes = Map.copyOf(builder.echoes);
    this.records = builder.records;
    this.withArchived = builder.withArchived;
    this.total = builder.total;
    this.totalWithArchived = builder.totalWithArchived;
    this.only = builder.only;
    this.builtIn = builder.builtIn;
  }

  /** How records are shown; their names and neighbours can be read for all of them at once. */
  @FunctionalInterface
  interface Show<E> {
    List<?> show(Snapshot fleet, List<E> records);
  }

  /** A range that is in the order of a field, within bounds that a filter gives that field. */
  @FunctionalInterface
  interface Sorting<E extends Entity> {
    Listing<E> range(Optional<Instant> from, Optional<Instant> until);
  }

  /**
   * How a list is brought into the order of a field.
   *
   * @param among which records of the range are the list's, where it holds others' too
   */
  private record Order<E extends Entity>(Sorting<E> sorting, Optional<Predicate<E>> among) {

    static <E extends Entity> Order<E> of(Listing<E> range) {
      return new Order<>((_, _) -> range, Optional.empty());
    }
  }

  /** A filter and the sort that it goes with. */
  private record Narrowed(String filter, String sort) {}

  /** A smaller range in the same order, for a filter that names one owner or one day. */
  @FunctionalInterface
  private interface Narrowing<E extends Entity> {
    Sorting<E> by(String value, Times times);
  }

  /** Begins the list of all records of a kind, whose number is counted as they come and go. */
  static <E extends Entity> Builder<E> of(Kind<E> kind) {
    return of(new Listing.Everything<>(kind), kind, Change.Count.TOTAL);
  }

  /** Begins a list whose records are counted under a figure of their kind. */
  static <E extends Entity> Builder<E> of(Listing<E> records, Kind<E> kind, String figure) {
    return of(records, Optional.of(fleet -> fleet.counts(kind).getOrDefault(figure, 0L)));
  }

  /** Begins a list of records of which nobody knows how many there are without counting them. */
  static <E extends Entity> Builder<E> of(Listing<E> records) {
    return of(records, Optional.empty());
  }

  /** Begins a list whose records are counted in a way of their own. */
  static <E extends Entity> Builder<E> of(Listing<E> records, ToLongFunction<Snapshot> total) {
    return of(records, Optional.of(total));
  }

  private static <E extends Entity> Builder<E> of(
      Listing<E> records, Optional<ToLongFunction<Snapshot>> total) {
    return new Builder<>(records, total)
        .filter(CREATED, Filter.moment(record -> Optional.of(record.stamp().created())))
        .filter(UPDATED, Filter.moment(record -> Optional.of(record.stamp().changed())));
  }

  /** What can be said of a list. */
  static final class Builder<E extends Entity> {
    private final Map<String, Filter<E>> filters = new LinkedHashMap<>();
    private final Map<String, Order<E>> sorts = new LinkedHashMap<>();
    private final Map<String, BiFunction<Snapshot, String, Optional<E>>> lookups =
        new LinkedHashMap<>();
    private final Map<Narrowed, Narrowing<E>> narrowings = new LinkedHashMap<>();
    private final Map<String, String> echoes = new LinkedHashMap<>();
    private final Listing<E> records;
    private final Optional<ToLongFunction<Snapshot>> total;
    private Optional<Listing<E>> withArchived = Optional.empty();
    private Optional<ToLongFunction<Snapshot>> totalWithArchived = Optional.empty();
    private Optional<Predicate<E>> only = Optional.empty();
    private List<E> builtIn = List.of();

    private Builder(Listing<E> records, Optional<ToLongFunction<Snapshot>> total) {
      this.records = records;
      this.total = total;
    }

    Builder<E> filter(String field, Filter<E> filter) {
      filters.put(field, filter);
      return this;
    }

    /** Tells of a filter under another name than the one by which it is asked for. */
    Builder<E> echo(String field, String as) {
      echoes.put(field, as);
      return this;
    }

    /**
     * Finds the one record that has a value, instead of looking for it in the list; one that is
     * archived is not to be found.
     */
    Builder<E> lookup(String field, BiFunction<Snapshot, String, Optional<E>> lookup) {
      lookups.put(field, lookup);
      return this;
    }

    /** Reads those of one owner from a range of their own; the field is a filter, too. */
    Builder<E> narrow(String field, Function<Long, Listing<E>> range) {
      return narrowInOrderOfNumbers(
          field,
          (value, _) -> {
            Listing<E> own = range.apply(Filter.number(value));
            return (_, _) -> own;
          });
    }

    /** The same in the order of a field. */
    Builder<E> narrow(String field, String sort, Function<Long, Sorting<E>> range) {
      narrowings.put(new Narrowed(field, sort), (value, _) -> range.apply(Filter.number(value)));
      return this;
    }

    /** Reads those of one day from a range of their own; the field is a filter, too. */
    Builder<E> narrowToDay(String field, Function<LocalDate, Listing<E>> range) {
      return narrowInOrderOfNumbers(
          field,
          (value, times) -> {
            Listing<E> own = range.apply(Filter.day(value, times));
            return (_, _) -> own;
          });
    }

    private Builder<E> narrowInOrderOfNumbers(String field, Narrowing<E> narrowing) {
      narrowings.put(new Narrowed(field, ID), narrowing);
      narrowings.put(new Narrowed(field, CREATED), narrowing);
      return this;
    }

    /** Sorts by a field that a range of the store is in the order of. */
    Builder<E> sort(String field, Listing<E> range) {
      sorts.put(field, Order.of(range));
      return this;
    }

    Builder<E> sort(String field, Sorting<E> sorting) {
      sorts.put(field, new Order<>(sorting, Optional.empty()));
      return this;
    }

    /** The same where the range holds others' records as well. */
    Builder<E> sortAmong(String field, Sorting<E> sorting, Predicate<E> listed) {
      sorts.put(field, new Order<>(sorting, Optional.of(listed)));
      return this;
    }

    /** Sorts by when records were changed, for kinds that are found by it. */
    Builder<E> sortByChange(Kind<E> kind) {
      return sort(UPDATED, (from, until) -> new Listing.ByChange<>(kind, from, until));
    }

    /** Where archived records are listed among the others, as {@code include_archived} wants. */
    Builder<E> withArchived(Listing<E> range) {
      withArchived = Optional.of(range);
      return this;
    }

    /** The same where the archived ones are counted too. */
    Builder<E> withArchived(Listing<E> range, ToLongFunction<Snapshot> size) {
      totalWithArchived = Optional.of(size);
      return withArchived(range);
    }

    /** Leaves out all other records of ranges that hold more than the list. */
    Builder<E> only(Predicate<E> listed) {
      only = Optional.of(listed);
      return this;
    }

    /** Puts records that are not stored before the first that is, in the order of numbers. */
    Builder<E> beginningWith(List<E> known) {
      builtIn = List.copyOf(known);
      return this;
    }

    RecordList<E> build() {
      // Numbers are given out in the order of time, but for the blocks in which they are leased.
      sorts.put(ID, Order.of(records));
      sorts.put(CREATED, Order.of(records));
      return new RecordList<>(this);
    }
  }

  /** The page that a call asks for, in the style that it understands. */
  Answer answer(Call call, Show<E> show) {
    try {
      return ApiVersion.of(call).cursors()
          ? new CursorStyle<>(this, CursorQuery.read(call.request().query())).answer(call, show)
          : new HeaderStyle<>(this, HeaderQuery.read(call.request().query())).answer(call, show);
    } catch (BadQuery bad) {
      return bad.answer();
    }
  }

  Optional<Filter<E>> filter(String field) {
    return Optional.ofNullable(filters.get(field));
  }

  /** By which name a filter is told of. */
  String echo(String field) {
    return echoes.getOrDefault(field, field);
  }

  Optional<Sorting<E>> sort(String field) {
    return Optional.ofNullable(sorts.get(field)).map(Order::sorting);
  }

  List<String> filters() {
    return filters.keySet().stream().sorted().toList();
  }

  List<String> sorts() {
    return sorts.keySet().stream().sorted().toList();
  }

  Optional<BiFunction<Snapshot, String, Optional<E>>> lookup(String field) {
    return Optional.ofNullable(lookups.get(field));
  }

  /** A smaller range in the order of a field, if the value of a filter leads to one. */
  Optional<Sorting<E>> narrowed(String filter, String value, String sort, Times times) {
    return Optional.ofNullable(narrowings.get(new Narrowed(filter, sort)))
        .map(narrowing -> narrowing.by(value, times));
  }

  /** Which records of the range in the order of a field are the list's. */
  Predicate<E> only(String sort) {
    Predicate<E> listed = only.orElse(_ -> true);
    return Optional.ofNullable(sorts.get(sort))
        .flatMap(Order::among)
        .map(listed::and)
        .orElse(listed);
  }

  /** Whether the range in the order of a field may hold records that are none of the list's. */
  boolean partial(String sort) {
    return only.isPresent()
        || Optional.ofNullable(sorts.get(sort)).flatMap(Order::among).isPresent();
  }

  Optional<Listing<E>> withArchived() {
    return withArchived;
  }

  /** A page with the records that are not stored, if it is the one at their end of the list. */
  Page<E> completed(Page<E> page, boolean first, boolean descending, Predicate<E> filter) {
    List<E> known = builtIn.stream().filter(filter).toList();
    if (known.isEmpty() || (descending ? page.next().isPresent() : !first)) {
      return page;
    }
    List<E> all = new ArrayList<>(descending ? page.items() : known);
    all.addAll(descending ? known.reversed() : page.items());
    return new Page<>(all, page.next(), page.passed());
  }

  /** How many records of the range there are, if that is known without counting them. */
  Optional<Long> total(Snapshot fleet, Listing<E> range) {
    if (whole(range)) {
      return total.map(counting -> counting.applyAsLong(fleet) + builtIn.size());
    }
    return withArchived.filter(range::equals).isPresent()
        ? totalWithArchived.map(counting -> counting.applyAsLong(fleet))
        : Optional.empty();
  }

  /** The same, counted if need be. */
  long size(Snapshot fleet, Listing<E> range) {
    return total(fleet, range).orElseGet(() -> fleet.size(whole(range) ? records : range));
  }

  /** Whether a range holds all records of the list, in whatever order. */
  private boolean whole(Listing<E> range) {
    return sorts.values().stream()
        .anyMatch(order -> order.sorting().range(Optional.empty(), Optional.empty()).equals(range));
  }

  static Page.Direction direction(boolean descending) {
    return descending ? Page.Direction.DESCENDING : Page.Direction.ASCENDING;
  }
}

package interline.frachtpilot;

import interline.fleet.Change;
import interline.fleet.Entity;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Page;
import interline.fleet.Snapshot;
import interline.gateway.Call;
import interline.gateway.Expected;
import interline.gateway.Malformed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * What a client asks of a collection. All of it, by id, is one query a page; a part of it, or
 * another order, is read as a whole, as only then its size is known: from where an index leads to,
 * if there is one, and never with more in memory than what is asked for.
 */
final class Query<E extends Entity> {

  private static final String ID = "id";

  /** How many records are looked at together. */
  private static final int AT_ONCE = 499;

  private final Call call;
  private final Paging paging;
  private final List<Predicate<E>> filters = new ArrayList<>();
  private Optional<Comparator<E>> order = Optional.empty();
  private boolean descending;
  private boolean plain = true;
  private final Set<String> plainly = new HashSet<>(Set.of(ID));

  private Query(Call call) {
    this.call = call;
    this.paging = Paging.of(call);
  }

  static <E extends Entity> Query<E> of(Call call) {
    return new Query<>(call);
  }

  /** What came of it. */
  record Result<E>(List<E> items, long total) {}

  Paging paging() {
    return paging;
  }

  /** Keeps only what says to be so, if the client names the parameter. */
  Query<E> filter(String name, BiPredicate<E, String> keeps) {
    call.request()
        .query(name)
        .filter(value -> !value.isEmpty())
        .ifPresent(value -> filters.add(record -> keeps.test(record, value)));
    return this;
  }

  /** A moment, or the beginning of a day in Berlin. */
  static Optional<Instant> moment(String text) {
    try {
      return Optional.of(
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay(CsrfToken.ZONE).toInstant()
              // A plus that nobody escaped arrives as a blank.
              : OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The id of another object, or its path. */
  static Function<String, Optional<Long>> id(String... resources) {
    return text -> Form.referred(text, resources);
  }

  /** A day. */
  static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Keeps only what satisfies a condition, whatever the client says. */
  Query<E> only(Predicate<E> keeps) {
    filters.add(keeps);
    return this;
  }

  /** Keeps what has this text, in whatever letters. */
  Query<E> contains(String name, Function<E, Optional<String>> value) {
    return filter(
        name, (record, text) -> value.apply(record).filter(it -> in(it, text)).isPresent());
  }

  static boolean in(String value, String text) {
    return value.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }

  /** Keeps what has exactly this. */
  Query<E> equals(String name, Function<E, Optional<String>> value) {
    return filter(name, (record, text) -> value.apply(record).equals(Optional.of(text)));
  }

  /**
   * Keeps what is within bounds, both included unless they are strict.
   *
   * @param bound reads a bound; empty if it cannot be meant
   */
  <T extends Comparable<? super T>> Query<E> between(
      String name, Function<String, Optional<T>> bound, Function<E, Optional<T>> value) {
    bounded(name + "[after]", bound, (it, limit) -> it.compareTo(limit) >= 0, value);
    bounded(name + "[before]", bound, (it, limit) -> it.compareTo(limit) <= 0, value);
    bounded(name + "[strictly_after]", bound, (it, limit) -> it.compareTo(limit) > 0, value);
    bounded(name + "[strictly_before]", bound, (it, limit) -> it.compareTo(limit) < 0, value);
    return this;
  }

  /** The days from one to another that a parameter leaves, or the one that it names. */
  Bounds<LocalDate> days(String name) {
    return said(name, Query::day)
        .map(day -> new Bounds<>(Optional.of(day), Optional.of(day)))
        .orElseGet(() -> bounds(name, Query::day));
  }

  /** The widest range that the bounds of a parameter leave. */
  <T> Bounds<T> bounds(String name, Function<String, Optional<T>> reader) {
    return new Bounds<>(
        said(name + "[after]", reader).or(() -> said(name + "[strictly_after]", reader)),
        said(name + "[before]", reader).or(() -> said(name + "[strictly_before]", reader)));
  }

  /** A range, both ends included; open where nothing is said. */
  record Bounds<T>(Optional<T> from, Optional<T> until) {

    boolean open() {
      return from.isEmpty() && until.isEmpty();
    }
  }

  /** What a parameter says. */
  <T> Optional<T> said(String name, Function<String, Optional<T>> reader) {
    return call.request().query(name).filter(text -> !text.isEmpty()).flatMap(reader);
  }

  /** Reads the value of a parameter once, and keeps what goes with it. */
  <T> Query<E> bounded(
      String name,
      Function<String, Optional<T>> reader,
      BiPredicate<T, T> test,
      Function<E, Optional<T>> value) {
    call.request()
        .query(name)
        .filter(text -> !text.isEmpty())
        .ifPresent(
            text -> {
              T limit =
                  reader
                      .apply(text)
                      .orElseThrow(() -> new Malformed.BadField(name, Expected.Form.TEXT));
              filters.add(
                  record -> value.apply(record).filter(it -> test.test(it, limit)).isPresent());
            });
    return this;
  }

  /**
   * Puts them into the order the client wants.
   *
   * @param fields what they can be ordered by beside their id
   * @param ids which of these follow from the id
   */
  Query<E> ordered(Map<String, Comparator<E>> fields, String... ids) {
    plainly.addAll(List.of(ids));
    call.request()
        .query()
        .forEach(
            (name, values) -> {
              if (name.startsWith("order[") && name.endsWith("]")) {
                order(
                    name,
                    name.substring("order[".length(), name.length() - 1),
                    values.getLast(),
                    fields);
              }
            });
    return this;
  }

  private void order(
      String parameter, String field, String direction, Map<String, Comparator<E>> fields) {
    Comparator<E> ascending =
        field.equals(ID) ? Comparator.comparingLong(Query::id) : fields.get(field);
    boolean down = direction.equalsIgnoreCase("desc");
    if (ascending == null || !(down || direction.equalsIgnoreCase("asc"))) {
      throw new Malformed.BadField(parameter, Expected.Form.TEXT);
    }
    Comparator<E> next = down ? ascending.reversed() : ascending;
    if (plainly.contains(field) && order.isEmpty()) {
      descending = down;
    }
    order = Optional.of(order.map(first -> first.thenComparing(next)).orElse(next));
    plain &= plainly.contains(field);
  }

  private static <E extends Entity> long id(E entity) {
    return Long.parseLong(entity.ref().id());
  }

  /**
   * The page that is asked for.
   *
   * @param listing all that there may be, by id
   * @param counted the kind whose figures tell how many those are
   */
  Result<E> page(Snapshot fleet, Listing<E> listing, Kind<E> counted) {
    return page(fleet, listing, () -> fleet.counts(counted).getOrDefault(Change.Count.TOTAL, 0L));
  }

  /**
   * The page that is asked for.
   *
   * @param size how many there may be, where nobody has to count them
   */
  Result<E> page(Snapshot fleet, Listing<E> listing, LongSupplier size) {
    if (!whole()) {
      return part(read(fleet, List.of(listing)));
    }
    long total = size.getAsLong();
    if (paging.before() >= total) {
      return new Result<>(List.of(), total);
    }
    Page<E> page =
        fleet.page(
            listing,
            new Page.Request(
                paging.size(),
                Optional.empty(),
                descending ? Page.Direction.DESCENDING : Page.Direction.ASCENDING,
                paging.before()));
    return new Result<>(page.items(), total);
  }

  /** Whether all of them are asked for, by id. */
  boolean whole() {
    return filters.isEmpty() && plain;
  }

  /** What is asked for of some listings, each record once, whatever becomes of it meanwhile. */
  Collection<E> read(Snapshot fleet, List<? extends Listing<E>> listings) {
    Map<Long, E> kept = new HashMap<>();
    for (Listing<E> listing : listings) {
      Optional<String> cursor = Optional.empty();
      do {
        Page<E> page = fleet.page(listing, new Page.Request(AT_ONCE, cursor), this::keeps);
        page.items().forEach(record -> kept.put(id(record), record));
        cursor = page.next();
      } while (cursor.isPresent());
    }
    return kept.values();
  }

  private boolean keeps(E record) {
    return filters.stream().allMatch(filter -> filter.test(record));
  }

  /** The page that is asked for, of all that there may be. */
  Result<E> part(Collection<E> all) {
    Comparator<E> byId = Comparator.comparingLong(Query::id);
    List<E> kept =
        all.stream()
            .filter(this::keeps)
            .sorted(order.map(it -> it.thenComparing(byId)).orElse(byId))
            .toList();
    return new Result<>(
        kept.stream().skip(paging.before()).limit(paging.size()).toList(), kept.size());
  }
}

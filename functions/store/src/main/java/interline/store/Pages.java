package interline.store;

import interline.fleet.Entity;
import interline.fleet.Kind;
import interline.fleet.Page;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Listings page by page, and the cursors that lead from one page to the next. */
final class Pages {

  /** As many items as are looked at for one page that a filter makes short. */
  private static final int MOST_READ = 500;

  /** In a cursor, beside the key of the last item, how many items there are up to it. */
  private static final String PASSED = "~passed";

  private final TableReader table;
  private final Cursors cursors;
  private final Meaning meaning;

  Pages(TableReader table, Cursors cursors, Meaning meaning) {
    this.table = table;
    this.cursors = cursors;
    this.meaning = meaning;
  }

  /** What items of an index stand for, by {@link Records#meant}. */
  @FunctionalInterface
  interface Meaning {
    <E extends Entity> Map<String, E> records(Kind<E> kind, List<Item> items);
  }

  /** A page of a listing that is made up of one range or several. */
  <E extends Entity> Page<E> page(
      List<Range<E>> parts, Page.Request request, Predicate<? super E> filter) {
    return parts.size() == 1
        ? single(parts.getFirst(), request, filter)
        : merged(parts, request, filter);
  }

  /** How many there are behind a place, counted to no more than so many. */
  <E extends Entity> long sizeBehind(List<Range<E>> parts, Page.Request place, int most) {
    Optional<Map<String, AttributeValue>> last = start(parts.getFirst(), place).last();
    long size = 0;
    for (Range<E> part : parts) {
      @Nullable Map<String, AttributeValue> from = last.map(part::here).orElse(null);
      while (size < most) {
        QueryResponse answer =
            table.query(
                asked(part, place)
                    .select(Select.COUNT)
                    .limit((int) (most - size))
                    .exclusiveStartKey(from)
                    .build());
        size += answer.count();
        if (!answer.hasLastEvaluatedKey()) {
          break;
        }
        from = answer.lastEvaluatedKey();
      }
    }
    return size;
  }

  private <E extends Entity> Page<E> single(
      Range<E> range, Page.Request request, Predicate<? super E> filter) {
    Optional<Point> start = skip(range, start(range, request), request);
    if (start.isEmpty()) {
      return new Page<>(List.of(), Optional.empty(), request.skip());
    }
    Point place = start.get();
    long passed = place.passed();
    List<E> kept = new ArrayList<>();
    int read = 0;
    // One more than is wanted, so that a page that ends where the listing ends is known for the
    // last.
    int limit = request.limit() + 1;
    while (true) {
      QueryResponse answer =
          table.query(
              asked(range, request)
                  .limit(limit)
                  .exclusiveStartKey(place.last().orElse(null))
                  .build());
      List<Item> items = answer.items().stream().map(Item::of).toList();
      Map<String, E> records = meaning.records(range.kind(), items);
      for (Item item : items) {
        E record = records.get(Records.meant(item));
        boolean keeping = record != null && filter.test(record);
        if (keeping && kept.size() == request.limit()) {
          return new Page<>(kept, Optional.of(seal(range, request, place)), passed);
        }
        if (keeping) {
          kept.add(record);
        }
        place = new Point(Optional.of(range.place(item)), place.passed() + 1);
      }
      read += items.size();
      if (!answer.hasLastEvaluatedKey()) {
        return new Page<>(kept, Optional.empty(), passed);
      }
      if (read >= MOST_READ || kept.size() == request.limit()) {
        return new Page<>(kept, Optional.of(seal(range, request, place)), passed);
      }
      limit = Math.min(2 * limit, MOST_READ - read);
    }
  }

  /**
   * A place in a range.
   *
   * @param last the item before it, if there is one
   * @param passed how many items are before it
   */
  private record Point(Optional<Map<String, AttributeValue>> last, long passed) {}

  private Point start(Range<?> range, Page.Request request) {
    if (request.cursor().isEmpty()) {
      return new Point(Optional.empty(), 0);
    }
    Map<String, AttributeValue> opened =
        new HashMap<>(cursors.open(scope(range, request), request.cursor().get()));
    AttributeValue passed = opened.remove(PASSED);
    return new Point(Optional.of(opened), passed == null ? 0 : Long.parseLong(passed.s()));
  }

  /** Where a page begins, unless the range has ended before. */
  private Optional<Point> skip(Range<?> range, Point start, Page.Request request) {
    Point place = start;
    long left = request.skip();
    while (left > 0) {
      QueryResponse answer =
          table.query(
              asked(range, request)
                  .select(Select.COUNT)
                  .limit((int) Math.min(left, Integer.MAX_VALUE))
                  .exclusiveStartKey(place.last().orElse(null))
                  .build());
      left -= answer.count();
      if (!answer.hasLastEvaluatedKey()) {
        return Optional.empty();
      }
      place = new Point(Optional.of(answer.lastEvaluatedKey()), place.passed() + answer.count());
    }
    return Optional.of(place);
  }

  private QueryRequest.Builder asked(Range<?> range, Page.Request request) {
    return range.query(table.name()).toBuilder()
        .scanIndexForward(request.direction() == Page.Direction.ASCENDING);
  }

  private String seal(Range<?> range, Page.Request request, Point place) {
    Map<String, AttributeValue> text = new HashMap<>(place.last().orElseThrow());
    text.put(PASSED, Item.text(Long.toString(place.passed())));
    return cursors.seal(scope(range, request), text);
  }

  private static String scope(Range<?> range, Page.Request request) {
    return range.scope() + " " + request.direction();
  }

  /** A page of several ranges as if they were one. */
  private <E extends Entity> Page<E> merged(
      List<Range<E>> ranges, Page.Request request, Predicate<? super E> filter) {
    Range<E> first = ranges.getFirst();
    Point place = start(first, request);
    List<Tail> tails = ranges.stream().map(range -> new Tail(range, request, place)).toList();
    long skip = request.skip();
    Point last = place;
    List<E> kept = new ArrayList<>();
    for (int read = 0; ; ) {
      Optional<Item> next = next(tails, request.direction());
      if (next.isEmpty()) {
        return new Page<>(kept, Optional.empty(), place.passed() + request.skip());
      }
      Item item = next.get();
      boolean skipping = last.passed() - place.passed() < skip;
      E record = Records.read(first.kind(), item);
      boolean keeping = !skipping && filter.test(record);
      if (read == MOST_READ || (keeping && kept.size() == request.limit())) {
        return new Page<>(
            kept, Optional.of(seal(first, request, last)), place.passed() + request.skip());
      }
      if (keeping) {
        kept.add(record);
      }
      read += skipping ? 0 : 1;
      last = new Point(Optional.of(first.place(item)), last.passed() + 1);
    }
  }

  private Optional<Item> next(List<Tail> tails, Page.Direction direction) {
    Comparator<Tail> order =
        Comparator.comparing(tail -> tail.range.order(tail.ahead().orElseThrow()));
    return tails.stream()
        .filter(tail -> tail.ahead().isPresent())
        .min(direction == Page.Direction.ASCENDING ? order : order.reversed())
        .map(Tail::take);
  }

  /** What is left of a range, read bit by bit. */
  private final class Tail {
    private final Range<?> range;
    private final QueryRequest query;
    private final Deque<Item> ahead = new ArrayDeque<>();
    private Optional<Map<String, AttributeValue>> last;
    private boolean ended;

    Tail(Range<?> range, Page.Request request, Point place) {
      this.range = range;
      this.query =
          asked(range, request)
              .limit((int) Math.min(MOST_READ, request.limit() + 1 + request.skip()))
              .build();
      this.last = place.last().map(range::here);
    }

    Optional<Item> ahead() {
      while (ahead.isEmpty() && !ended) {
        QueryResponse answer =
            table.query(query.toBuilder().exclusiveStartKey(last.orElse(null)).build());
        answer.items().forEach(item -> ahead.add(Item.of(item)));
        last = Optional.of(answer.lastEvaluatedKey());
        ended = !answer.hasLastEvaluatedKey();
      }
      return Optional.ofNullable(ahead.peek());
    }

    Item take() {
      return ahead.remove();
    }
  }
}

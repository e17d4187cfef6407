package interline.fleet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All that a use case may ask: the records of one organization as they are, the time, and numbers
 * that were never used before. Single records are read consistently; listings may lag behind the
 * last writes by moments.
 */
public interface Snapshot {

  Caller caller();

  /** When this attempt began, in whole milliseconds. */
  Instant now();

  /** A positive number that no record of this kind has or had. Numbers grow, with gaps. */
  long number(Kind<?> kind);

  <E extends Entity> Optional<E> find(Ref<E> ref);

  /**
   * Finds a record that has to be there.
   *
   * @throws Failure.NotFound if there is none
   */
  default <E extends Entity> E get(Ref<E> ref) {
    return find(ref).orElseThrow(() -> new Failure.NotFound(ref.kind()));
  }

  /** Several records in one request, none named twice; those that do not exist are left out. */
  Found findAll(Collection<? extends Ref<?>> refs);

  /** The record of this kind that holds a unique value, if any. */
  <E extends Entity> Optional<Ref<E>> holder(Kind<E> kind, Unique unique);

  /** The records that hold some unique values, in one request; what nobody holds is left out. */
  <E extends Entity> Map<Unique, Ref<E>> holders(Kind<E> kind, Collection<Unique> uniques);

  /**
   * The records of a kind of which clients say each of these things, by number; none if nothing is
   * asked. Who is in view of clients matters: see {@link Metadata.Item#sought}.
   */
  <E extends Entity & Metadata.Tagged> List<E> tagged(Kind<E> kind, List<Metadata.Item> items);

  /** One page of a listing. */
  default <E extends Entity> Page<E> page(Listing<E> listing, Page.Request request) {
    return page(listing, request, _ -> true);
  }

  /**
   * One page of those in a listing that a filter keeps. No more than a few hundred are looked at
   * for it, so that a page may be short, or empty, and not be the last.
   */
  <E extends Entity> Page<E> page(
      Listing<E> listing, Page.Request request, Predicate<? super E> filter);

  /** How many a listing has; costs almost as much as reading them all. */
  <E extends Entity> long size(Listing<E> listing);

  /**
   * How many a listing has behind a cursor, counted to no more than so many; each costs almost as
   * much as reading it.
   *
   * @param place the cursor and the direction in which to go on from it
   */
  <E extends Entity> long sizeBehind(Listing<E> listing, Page.Request place, int most);

  /** A whole listing, in its order. */
  <E extends Entity> List<E> all(Listing<E> listing);

  /** The assignments in a worker's container, in the order of the route. */
  default List<Assignment> container(long worker) {
    return members(new Container.OfWorker(worker)).stream()
        .flatMap(member -> member.assignment().stream())
        .toList();
  }

  /** All tasks of several containers, of which none is named twice. */
  Map<Container, List<Member>> members(Collection<? extends Container> containers);

  /**
   * All workers at work who are within so many metres of a place, and perhaps some who are a little
   * farther away. It costs nothing that others are somewhere else.
   */
  List<Worker> near(Location place, double metres);

  /** The days of which something is said when a worker works, in order. */
  List<WorkDay> roster(long worker);

  /** What a worker did from a moment on, up to before another one, in order. */
  List<Deed> deeds(long worker, Instant from, Instant until);

  /** Where an owner was from a moment on, up to before another one, in order. */
  List<LocationEntry> positions(LocationEntry.Owner owner, Instant from, Instant until);

  /** All tasks of a container, in order. */
  List<Member> members(Container container);

  /** The first tasks of a container, in order, no more than so many. */
  List<Member> first(Container container, int most);

  /** The last task of a container, if it has any. */
  Optional<Member> last(Container container);

  /** The tasks behind another one of the same container, in order, no more than so many. */
  List<Member> behind(Place place, long task, int most);

  /** How many tasks a container has; costs almost as much as reading them all. */
  int size(Container container);

  /**
   * The last readings of a vehicle's meter, the latest day first and the highest of a day first.
   *
   * @param before only those of earlier days
   * @param most no more than so many
   */
  List<MeterEntry.Mark> lastReadings(
      long vehicle, Meter meter, Optional<LocalDate> before, int most);

  /**
   * The first readings of a vehicle's meter, the earliest day first and the lowest of a day first.
   *
   * @param after only those of later days
   * @param most no more than so many
   */
  List<MeterEntry.Mark> firstReadings(long vehicle, Meter meter, LocalDate after, int most);

  /** The last positions of a vehicle or worker, the newest first, no more than so many. */
  List<LocationEntry.Mark> lastPositions(LocationEntry.Owner owner, int most);

  /**
   * Who drives a vehicle: its assignments that begin no later than a moment, the last one first.
   *
   * @param until empty: whenever they begin
   * @param most how many are wanted
   */
  List<VehicleAssignment> driving(long vehicle, Optional<Instant> until, int most);

  /** What a worker drives or is going to drive: the assignments that end after a moment. */
  List<VehicleAssignment> driven(long worker, Instant after);

  /** The summary figures of a kind, by name. */
  Map<String, Long> counts(Kind<?> kind);

  /** A bulk job and the outcomes it has so far, if there is such a job. */
  Optional<BulkJob.Progress> progress(String job);

  /** The rows of a bulk job, in the order in which they were sent. */
  List<String> rows(String job);

  /** Records that were found together. */
  record Found(Map<Ref<?>, Entity> entities) {

    @SuppressWarnings("unchecked") // a name leads to a record of its own kind
    public <E extends Entity> Optional<E> find(Ref<E> ref) {
      return Optional.ofNullable((E) entities.get(ref));
    }

    /**
     * Finds a record that has to be among them.
     *
     * @throws Failure.NotFound if it was not there
     */
    public <E extends Entity> E get(Ref<E> ref) {
      return find(ref).orElseThrow(() -> new Failure.NotFound(ref.kind()));
    }
  }
}

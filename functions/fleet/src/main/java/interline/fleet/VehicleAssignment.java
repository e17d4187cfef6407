package interline.fleet;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A vehicle in the hands of a worker for some time. No two of one vehicle have a moment in common.
 *
 * @param vehicle the number of the vehicle
 * @param worker the number of who drives it
 * @param startEntry the number of the meter entry that was made for the start
 * @param endEntry the same for the end
 * @param comments what people said of it, in order
 * @param details what single dialects say of it
 */
public record VehicleAssignment(
    long number,
    Stamp stamp,
    long vehicle,
    long worker,
    Span span,
    Optional<Long> startEntry,
    Optional<Long> endEntry,
    List<Comment> comments,
    Details details)
    implements Entity {

  public VehicleAssignment {
    comments = List.copyOf(comments);
  }

  /** What somebody said of a record. */
  public record Comment(Optional<String> title, String text, Instant at, String by) {}

  /** Who is to drive. */
  public sealed interface Driver {
    record ByNumber(long number) implements Driver {}

    record ByEmployeeNumber(Unique employeeNumber) implements Driver {}
  }

  /** What the meter of the vehicle showed at one end; what is not said of a known one stays. */
  public record Shown(Said<BigDecimal> value, Said<Boolean> voided) {}

  /** A comment that is to be added. */
  public record Remark(Optional<String> title, String text) {
    private Comment by(Snapshot fleet) {
      return new Comment(title, text, fleet.now(), fleet.caller().name());
    }
  }

  /** What is said of an assignment, new or known. */
  public record Revision(
      Said<Long> vehicle,
      Said<Driver> driver,
      Said<Instant> start,
      Said<Instant> end,
      Optional<Shown> atStart,
      Optional<Shown> atEnd,
      List<Remark> remarks,
      Map<String, Optional<Object>> details) {

    public Revision {
      remarks = List.copyOf(remarks);
    }
  }

  @Override
  public Ref<VehicleAssignment> ref() {
    return Kind.VEHICLE_ASSIGNMENT.number(number);
  }

  VehicleAssignment revised(Revision revision, long vehicleThen, long workerThen, Snapshot fleet) {
    List<Comment> more = new ArrayList<>(comments);
    revision.remarks().forEach(remark -> more.add(remark.by(fleet)));
    return new VehicleAssignment(
        number,
        stamp.at(fleet.now()),
        vehicleThen,
        workerThen,
        new Span(revision.start().or(span.start()), revision.end().or(span.end())),
        // What was read of one vehicle is nothing that another one showed.
        startEntry.filter(_ -> vehicleThen == vehicle),
        endEntry.filter(_ -> vehicleThen == vehicle),
        more,
        details.with(revision.details()));
  }

  VehicleAssignment read(Optional<Long> atStart, Optional<Long> atEnd) {
    return new VehicleAssignment(
        number, stamp, vehicle, worker, span, atStart, atEnd, comments, details);
  }

  VehicleAssignment ended(Instant now) {
    return new VehicleAssignment(
        number,
        stamp.at(now),
        vehicle,
        worker,
        new Span(span.start(), Optional.of(now)),
        startEntry,
        endEntry,
        comments,
        details);
  }
}

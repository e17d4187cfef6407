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
 * @param startReading what the meter showed at the start
 * @param endReading what the meter showed at the end
 * @param comments what people said of it, in order
 * @param details what single dialects say of it
 */
public record VehicleAssignment(
    long number,
    Stamp stamp,
    long vehicle,
    long worker,
    Span span,
    Optional<BigDecimal> startReading,
    Optional<BigDecimal> endReading,
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
      Said<BigDecimal> startReading,
      Said<BigDecimal> endReading,
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
        revision.startReading().or(startReading),
        revision.endReading().or(endReading),
        more,
        details.with(revision.details()));
  }

  VehicleAssignment ended(Instant now) {
    return new VehicleAssignment(
        number,
        stamp.at(now),
        vehicle,
        worker,
        new Span(span.start(), Optional.of(now)),
        startReading,
        endReading,
        comments,
        details);
  }
}

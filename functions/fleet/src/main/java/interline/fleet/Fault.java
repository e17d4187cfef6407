package interline.fleet;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that a vehicle's computer complained of.
 *
 * @param vehicle the number of the vehicle
 * @param code the trouble code, 1 to 255 characters
 * @param name what the sender calls it; see {@link FaultRule} for what it is called in the end
 * @param count how often it occurred
 * @param externalId what the sender knows it by
 * @param source where it was told from
 * @param idempotencyKey a value by which the sender makes sure that it is not recorded twice
 */
public record Fault(
    long number,
    Stamp stamp,
    long vehicle,
    String code,
    Optional<String> name,
    Optional<String> description,
    Optional<Integer> count,
    Optional<String> externalId,
    Optional<Instant> lastOccurred,
    Status status,
    Optional<String> source,
    Optional<String> idempotencyKey)
    implements Entity {

  /** Whether anybody still has to care. */
  public enum Status {
    OPEN,
    RESOLVED,
    IGNORED
  }

  @Override
  public Ref<Fault> ref() {
    return Kind.FAULT.number(number);
  }

  Fault revised(Revision revision, Instant now) {
    return new Fault(
        number,
        stamp.at(now),
        revision.vehicle().or(vehicle),
        revision.code().given().map(String::strip).orElse(code),
        revision.name().or(name),
        revision.description().or(description),
        revision.count().or(count),
        revision.externalId().or(externalId),
        revision.lastOccurred().or(lastOccurred),
        revision.status().or(status),
        revision.source().or(source),
        revision.idempotencyKey().or(idempotencyKey));
  }

  /** What is said of a fault, new or known. */
  public record Revision(
      Said<Long> vehicle,
      Said<String> code,
      Said<String> name,
      Said<String> description,
      Said<Integer> count,
      Said<String> externalId,
      Said<Instant> lastOccurred,
      Said<Status> status,
      Said<String> source,
      Said<String> idempotencyKey) {}
}

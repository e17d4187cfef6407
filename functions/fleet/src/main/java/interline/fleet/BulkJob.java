package interline.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rows of one dialect that are worked off in the background.
 *
 * @param id a UUID, or a number for dialects that name their jobs by numbers
 * @param dialect who understands the rows
 * @param resource what a row is about, in the words of the dialect
 * @param operation what a row does, in the words of the dialect
 * @param total how many rows there are
 * @param caller who sent it
 * @param user whose key it was sent with, if with one
 * @param completed when every row had its outcome
 * @param failed why it was given up
 * @param lastAttemptEnds when the last attempt that the queue allows is over, finished or not
 */
public record BulkJob(
    String id,
    Stamp stamp,
    Dialect dialect,
    String resource,
    String operation,
    int total,
    String caller,
    Optional<User> user,
    Optional<Instant> started,
    Optional<Instant> completed,
    Optional<GivenUp> failed,
    Optional<Instant> lastAttemptEnds)
    implements Entity {

  /** On whose behalf its rows are worked off. */
  public Caller sender(OrganizationId organization) {
    return new Caller(organization, caller, user);
  }

  /**
   * When and why a job was given up.
   *
   * @param forGood whether nobody may take it up again, as its sender was told that it is not done
   */
  public record GivenUp(Instant at, String reason, boolean forGood) {

    /** Given up until somebody takes it up again. */
    public GivenUp(Instant at, String reason) {
      this(at, reason, false);
    }
  }

  /** How far a job has come. */
  public enum State {
    PENDING,
    PROCESSING,
    COMPLETE,
    FAILED
  }

  @Override
  public Ref<BulkJob> ref() {
    return Kind.BULK_JOB.id(id);
  }

  /**
   * A job whose worker fell silent on the last attempt has failed even though nobody was left to
   * write that down, and so has one that the queue has let go of before anybody took it up.
   */
  public State state(Instant now) {
    if (completed.isPresent()) {
      return State.COMPLETE;
    }
    if (failed.isPresent() || silent(now) || forgotten(now)) {
      return State.FAILED;
    }
    return started.isPresent() ? State.PROCESSING : State.PENDING;
  }

  /** Why the job has failed, if it has. */
  public Optional<String> reason(Instant now) {
    return state(now) == State.FAILED
        ? failed
            .map(GivenUp::reason)
            .or(
                () ->
                    Optional.of(
                        silent(now)
                            ? "The worker fell silent on its last attempt"
                            : "No worker took it up in time"))
        : Optional.empty();
  }

  private boolean silent(Instant now) {
    return lastAttemptEnds.filter(end -> !now.isBefore(end)).isPresent();
  }

  private boolean forgotten(Instant now) {
    return started.isEmpty() && !now.isBefore(stamp.created().plus(BulkQueue.KEPT));
  }

  /** Whether there is nothing to be done for it any more, nor will be. */
  boolean settled() {
    return completed.isPresent() || withdrawn();
  }

  /** Whether its sender was told that it is not done. */
  public boolean withdrawn() {
    return failed.filter(GivenUp::forGood).isPresent();
  }

  BulkJob started(Instant now, Optional<Instant> lastEnd) {
    return at(now, started.or(() -> Optional.of(now)), completed, Optional.empty(), lastEnd);
  }

  BulkJob complete(Instant now) {
    return at(now, started, Optional.of(now), Optional.empty(), Optional.empty());
  }

  BulkJob failed(Instant now, GivenUp why) {
    return at(now, started, completed, Optional.of(why), Optional.empty());
  }

  private BulkJob at(
      Instant now,
      Optional<Instant> begun,
      Optional<Instant> done,
      Optional<GivenUp> givenUp,
      Optional<Instant> lastEnd) {
    return new BulkJob(
        id,
        stamp.at(now),
        dialect,
        resource,
        operation,
        total,
        caller,
        user,
        begun,
        done,
        givenUp,
        lastEnd);
  }

  /** What became of a row. */
  public sealed interface Outcome {

    /** The place of the row in the job, from 0. */
    int index();

    /**
     * The row did what it asked.
     *
     * @param record the number of the record that the row made or changed
     */
    record Succeeded(int index, long record) implements Outcome {}

    /**
     * The row asked for what the fleet refuses.
     *
     * @param messages what is wrong, by field, in the words of the dialect
     */
    record Refused(int index, Map<String, List<String>> messages) implements Outcome {}
  }

  /** A job and the outcomes it has so far, in the order of the rows. */
  public record Progress(BulkJob job, List<Outcome> outcomes) {

    public List<Outcome.Succeeded> succeeded() {
      return outcomes.stream()
          .filter(Outcome.Succeeded.class::isInstance)
          .map(Outcome.Succeeded.class::cast)
          .toList();
    }

    public List<Outcome.Refused> refused() {
      return outcomes.stream()
          .filter(Outcome.Refused.class::isInstance)
          .map(Outcome.Refused.class::cast)
          .toList();
    }

    /** The places of the rows that have their outcome. */
    public Set<Integer> done() {
      return outcomes.stream().map(Outcome::index).collect(Collectors.toSet());
    }
  }
}

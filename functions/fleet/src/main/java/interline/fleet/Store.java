package interline.fleet;

import java.time.Duration;

/**
 * Where the fleet is kept. Implementations are safe for use by many threads.
 *
 * <p>Every method may throw an unchecked exception that is no {@link Failure} when the store cannot
 * be reached; then nothing is known to have been written.
 */
public interface Store {

  /** The records of the caller's organization, for reading. */
  Snapshot snapshot(Caller caller);

  /**
   * Reads, decides and writes all changes as one transaction. If others were faster, the use case
   * is asked again on fresh data, a bounded number of times.
   *
   * @throws Failure as the use case decided
   * @throws Failure.NotUnique if a unique value is held by another record
   * @throws Failure.Busy if others were faster each time
   */
  <R> R commit(Caller caller, UseCase<R> useCase);

  /**
   * Takes one permit of a limit that all callers of an organization share. Permits are leased
   * several at a time, so most calls cost no request.
   *
   * @param name which limit
   * @param most permits in a window
   * @param window the length of a window; windows are aligned to the clock
   * @throws Failure.TooMany if the window has none left
   */
  void permit(OrganizationId organization, String name, int most, Duration window);

  /**
   * Asks for one permit from a bucket that all callers of an organization share. Permits are leased
   * several at a time, so most calls of a busy function cost no request.
   *
   * @param name which bucket
   */
  Bucket.Draw draw(OrganizationId organization, String name, Bucket bucket);

  /**
   * A secret of this deployment, the same for all who ask: 32 bytes of chance, made when it is
   * first asked for.
   *
   * @param name what it is for
   */
  byte[] secret(String name);
}

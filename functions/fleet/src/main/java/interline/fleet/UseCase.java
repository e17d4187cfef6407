package interline.fleet;

/**
 * What somebody wants of the fleet. It must have no effect of its own: after a conflict it is asked
 * again, with a fresh snapshot.
 */
@FunctionalInterface
public interface UseCase<R> {

  /**
   * Decides what is to change and what to answer.
   *
   * @throws Failure if the fleet refuses
   */
  Decision<R> decide(Snapshot fleet);
}

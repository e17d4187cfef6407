package interline.gateway;

/** The queue did not take a bulk job, which was taken back: nothing of it is done, now or later. */
public final class Unqueued extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unqueued(RuntimeException refusal) {
    super("A bulk job could not be queued", refusal);
  }
}

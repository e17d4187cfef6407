package interline.local;

/** Stands around every invocation, on the thread of the handler's instance. */
@FunctionalInterface
public interface Interceptor {
  /** The rest of the way to the handler. */
  @FunctionalInterface
  interface Next {
    /** Takes and gives JSON. */
    String handle(String event) throws Exception;
  }

  /**
   * Answers an event. An exception is the function's failure.
   *
   * @param function logical id
   * @param event JSON
   */
  String around(String function, String event, Next next) throws Exception;
}

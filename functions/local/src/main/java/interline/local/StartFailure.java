package interline.local;

/** Why nothing could be started. The message is one line that a person can act on. */
public final class StartFailure extends RuntimeException {
  StartFailure(String message) {
    super(message);
  }

  StartFailure(String message, Throwable cause) {
    super(message, cause);
  }
}

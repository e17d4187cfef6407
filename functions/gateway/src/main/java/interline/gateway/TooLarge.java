package interline.gateway;

/** An answer that is larger than Lambda can hand over. */
final class TooLarge extends RuntimeException {

  private static final long serialVersionUID = 1;

  TooLarge() {
    super("The answer is too large", null, false, false);
  }
}

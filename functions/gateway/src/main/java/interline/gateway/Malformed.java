package interline.gateway;

/**
 * A request that cannot even be read. It is the client's mistake and not the service's, so it
 * carries no stack trace.
 */
public abstract sealed class Malformed extends RuntimeException {

  private Malformed(String message) {
    super(message, null, false, false);
  }

  /** The body as a whole is not what it should be. */
  public static final class Body extends Malformed {
    private final Defect defect;

    public Body(Defect defect) {
      super("Body: " + defect);
      this.defect = defect;
    }

    public Defect defect() {
      return defect;
    }

    /** What is wrong with a body. */
    public enum Defect {
      EMPTY,
      NOT_TEXT,
      NOT_JSON,
      NOT_AN_OBJECT
    }
  }

  /** A value, of the body or of the URL, is not what it should be. */
  public static final class BadField extends Malformed {
    private final String name;
    private final Expected expected;

    public BadField(String name, Expected expected) {
      super(name + ": expected " + expected);
      this.name = name;
      this.expected = expected;
    }

    /** The name as the client wrote it; parts of nested names are joined by dots. */
    public String name() {
      return name;
    }

    public Expected expected() {
      return expected;
    }
  }
}

package interline.frachtpilot;

/** Names of what stands in a path. */
final class Paths {

  static final String ID = "id";
  static final String STOP = "stop";

  private Paths() {}
}

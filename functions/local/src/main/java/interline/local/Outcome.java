package interline.local;

/** What became of an invocation. */
public sealed interface Outcome {
  /**
   * The function answered.
   *
   * @param json its answer
   */
  record Answered(String json) implements Outcome {}

  /**
   * The function threw, could not be made, or ran out of time.
   *
   * @param type of the error, as Lambda names it
   */
  record Failed(String type, String message) implements Outcome {}
}

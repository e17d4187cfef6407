package interline.fleet;

/** The rule for a piece of text that has to be there. */
final class Text {

  private Text() {}

  static void check(Field field, String text, int most) {
    if (text.isBlank()) {
      throw Failure.invalid(field, new Rule.Present());
    }
    if (text.codePointCount(0, text.length()) > most) {
      throw Failure.invalid(field, new Rule.AtMostCharacters(most));
    }
  }
}

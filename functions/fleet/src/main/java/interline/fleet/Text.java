package interline.fleet;

import java.util.List;

/** The rules for pieces of text. */
final class Text {

  private static final int LONGEST_PHONE = 63;
  private static final int LONGEST_NOTES = 10_000;
  private static final int LONGEST_SKILL = 100;
  private static final int MOST_SKILLS = 100;

  private Text() {}

  /** A text that has to be there. */
  static void check(Field field, String text, int most) {
    if (text.isBlank()) {
      throw Failure.invalid(field, new Rule.Present());
    }
    if (text.codePointCount(0, text.length()) > most) {
      throw Failure.invalid(field, new Rule.AtMostCharacters(most));
    }
  }

  /** What is said of a text that has to be there. */
  static void check(Said<String> said, Field field, int most, List<Failure.Problem> problems) {
    boolean blank =
        switch (said) {
          case Said.Nothing<String> _ -> false;
          case Said.None<String> _ -> true;
          case Said.Given<String>(String text) -> text.isBlank();
        };
    if (blank) {
      problems.add(new Failure.Problem(field, new Rule.Present()));
    }
    if (said.given().filter(text -> text.codePointCount(0, text.length()) > most).isPresent()) {
      problems.add(new Failure.Problem(field, new Rule.AtMostCharacters(most)));
    }
  }

  static void checkPhone(String phone) {
    check(Field.PHONE, phone, LONGEST_PHONE);
  }

  static void checkNotes(String notes) {
    if (notes.codePointCount(0, notes.length()) > LONGEST_NOTES) {
      throw Failure.invalid(Field.NOTES, new Rule.AtMostCharacters(LONGEST_NOTES));
    }
  }

  static void checkSkills(List<String> skills) {
    if (skills.size() > MOST_SKILLS) {
      throw Failure.invalid(Field.SKILLS, new Rule.AtMost(MOST_SKILLS));
    }
    skills.forEach(skill -> check(Field.SKILLS, skill, LONGEST_SKILL));
  }
}

package interline.gateway;

import java.util.List;

/** What a value should have been, for a dialect to put into its own words. */
public sealed interface Expected {

  /** Kinds of value that need no further explanation. */
  enum Form implements Expected {
    PRESENT,
    TEXT,
    INTEGER,
    NUMBER,
    FLAG,
    DATE,
    OBJECT,
    LIST
  }

  /** One of these words. */
  record OneOf(List<String> words) implements Expected {
    public OneOf {
      words = List.copyOf(words);
    }
  }

  /** Something written in the same way as this example. */
  record Like(String example) implements Expected {}
}

package interline.fleet;

/** How a request picks an entry of a catalogue or a group. */
public sealed interface Pick {

  /** By the number that it has. */
  record ByNumber(long number) implements Pick {}

  /** By what it is called; a group by the names from the top one down to its own. */
  record ByName(String name) implements Pick {}
}

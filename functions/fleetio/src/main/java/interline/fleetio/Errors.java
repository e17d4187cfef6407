package interline.fleetio;

import interline.fleet.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a record, by attribute, in Fleetio's words, as it is being found out. */
final class Errors {

  private final Map<String, List<String>> messages = new LinkedHashMap<>();

  void add(String attribute, String message) {
    messages.computeIfAbsent(attribute, _ -> new ArrayList<>(1)).add(message);
  }

  /** These, and that a parent is not there. */
  Errors with(String unknown) {
    Errors more = new Errors();
    messages.forEach((attribute, all) -> all.forEach(message -> more.add(attribute, message)));
    more.add(unknown, Words.of(new Rule.Known()));
    return more;
  }

  boolean isEmpty() {
    return messages.isEmpty();
  }

  boolean speakOf(String attribute) {
    return messages.containsKey(attribute);
  }

  Map<String, List<String>> messages() {
    return Collections.unmodifiableMap(messages);
  }
}

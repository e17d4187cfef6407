package interline.operator;

import interline.fleet.Naming;
import java.util.List;
import java.util.Map;

/**
 * A record and what it is called.
 *
 * @param organization whose it is
 * @param kind what it is in the fleet
 * @param number its number there, or the text that it has instead
 * @param names what each dialect that shows it calls it, by dialect
 */
record NamedRecord(
    long organization, String kind, String number, Map<String, List<Naming.Name>> names) {}

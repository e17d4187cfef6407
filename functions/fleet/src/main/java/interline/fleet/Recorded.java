package interline.fleet;

/**
 * A record that also stands in its owner's timeline, where the rules that go by order look for it.
 */
public sealed interface Recorded extends Entity permits LocationEntry, MeterEntry {}

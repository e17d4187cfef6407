package interline.fleet;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What clients themselves say of a record, by name; records can be looked up by it.
 *
 * @param items in the order in which they were said: at most {@value #MOST}, no name twice
 */
public record Metadata(List<Item> items) {

  /**
   * As many items as a record can have. Each is written for the look-up too, so that a task that
   * changes all of its own, and is given a new recipient and destination, still is one transaction.
   */
  public static final int MOST = 20;

  public static final Metadata NONE = new Metadata(List.of());

  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_VALUE = 4_096;

  public Metadata {
    items = List.copyOf(items);
    if (items.size() > MOST) {
      throw Failure.invalid(Field.METADATA, new Rule.AtMost(MOST));
    }
    if (items.stream().map(Item::name).distinct().count() < items.size()) {
      throw Failure.invalid(Field.METADATA, new Rule.Distinct());
    }
  }

  /** A record that carries metadata. */
  public interface Tagged {
    Metadata metadata();
  }

  /** Who gets to see an item. */
  public enum Viewer {
    CLIENTS,
    DISPATCHERS,
    WORKERS
  }

  /** The types of a value. */
  public enum Type {
    FLAG,
    NUMBER,
    TEXT,
    TREE,
    LIST
  }

  /** A value with its type; numbers and trees that mean the same are equal. */
  public sealed interface Value {

    /** True or false. */
    record Flag(boolean flag) implements Value {}

    /** A number, however it was written. */
    record Numeric(BigDecimal number) implements Value {
      public Numeric {
        number = normal(number);
      }
    }

    /** A text. */
    record Words(String text) implements Value {}

    /**
     * Members by name: text, {@link BigDecimal}, {@link Boolean}, lists and maps of these, and an
     * empty {@link Optional} for a member that is there and has no value.
     */
    record Tree(Map<String, Object> members) implements Value {
      public Tree {
        members = Collections.unmodifiableMap(normal(members));
      }
    }

    /** Values of one type, kept as members of a tree are. */
    record Many(Type of, List<Object> elements) implements Value {
      public Many {
        elements = List.copyOf(normal(elements));
      }
    }

    default Type type() {
      return switch (this) {
        case Flag _ -> Type.FLAG;
        case Numeric _ -> Type.NUMBER;
        case Words _ -> Type.TEXT;
        case Tree _ -> Type.TREE;
        case Many _ -> Type.LIST;
      };
    }

    /** The value as a member of a tree. */
    default Object plain() {
      return switch (this) {
        case Flag(boolean flag) -> flag;
        case Numeric(BigDecimal number) -> number;
        case Words(String text) -> text;
        case Tree(Map<String, Object> members) -> members;
        case Many(Type _, List<Object> elements) -> elements;
      };
    }
  }

  /**
   * Something that is said of a record.
   *
   * @param name 1 to 255 characters, of which none is like another
   */
  public record Item(String name, Value value, Set<Viewer> viewers) {

    public Item {
      Text.check(Field.METADATA, name, LONGEST_NAME);
      viewers = Collections.unmodifiableSet(sorted(viewers));
      Trees.check(Field.METADATA, value.plain());
      if (text(value.plain()).length() > LONGEST_VALUE) {
        throw Failure.invalid(Field.METADATA, new Rule.AtMostCharacters(LONGEST_VALUE));
      }
    }

    /** An item that clients see. */
    public Item(String name, Value value) {
      this(name, value, Set.of(Viewer.CLIENTS));
    }

    /** Whether both say the same, to whomever. */
    public boolean says(Item other) {
      return name.equals(other.name)
          && value.type() == other.value.type()
          && value.plain().equals(other.value.plain());
    }

    /** The same for items that say the same, and for no others. */
    public String fingerprint() {
      String said = quoted(name) + value.type() + text(value.plain());
      try {
        return HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every JDK has SHA-256", e);
      }
    }

    /** Whether the record can be looked up by this item. */
    public boolean sought() {
      return viewers.contains(Viewer.CLIENTS);
    }

    private static Set<Viewer> sorted(Set<Viewer> viewers) {
      return viewers.isEmpty() ? Set.of() : EnumSet.copyOf(viewers);
    }
  }

  /** What is said of a record's metadata. */
  public sealed interface Revision {

    /** Nothing. */
    Revision NOTHING = new Changed(List.of(), List.of());

    /** These items and no others. */
    record Replaced(Metadata metadata) implements Revision {}

    /**
     * Items that are to be there, in place of those of their names or behind all others, and then
     * the names of items that are not.
     */
    record Changed(List<Item> set, List<String> dropped) implements Revision {
      public Changed {
        set = List.copyOf(set);
        dropped = List.copyOf(dropped);
      }
    }
  }

  /** The metadata after a revision. */
  public Metadata revised(Revision revision) {
    return switch (revision) {
      case Revision.Replaced(Metadata metadata) -> metadata;
      case Revision.Changed(List<Item> set, List<String> dropped) -> {
        Map<String, Item> next = new LinkedHashMap<>();
        items.forEach(item -> next.put(item.name(), item));
        set.forEach(item -> next.put(item.name(), item));
        dropped.forEach(next::remove);
        yield new Metadata(List.copyOf(next.values()));
      }
    };
  }

  /** Whether each of some items is said here, so that clients see it. */
  public boolean says(List<Item> sought) {
    return sought.stream()
        .allMatch(wanted -> items.stream().anyMatch(it -> it.sought() && it.says(wanted)));
  }

  /**
   * What it takes for a record to be found by what is said of it after a write, and not by what was
   * said before. It belongs into the transaction that writes the record.
   */
  public static List<Change> retagged(Ref<?> owner, Metadata before, Metadata after) {
    Map<String, Item> gone = before.sought();
    Map<String, Item> there = after.sought();
    List<Change> changes = new ArrayList<>();
    gone.forEach(
        (fingerprint, item) -> {
          if (!there.containsKey(fingerprint)) {
            changes.add(new Change.Untag(owner, item));
          }
        });
    there.forEach(
        (fingerprint, item) -> {
          if (!gone.containsKey(fingerprint)) {
            changes.add(new Change.Tag(owner, item));
          }
        });
    return changes;
  }

  private Map<String, Item> sought() {
    Map<String, Item> sought = new LinkedHashMap<>();
    items.stream().filter(Item::sought).forEach(item -> sought.put(item.fingerprint(), item));
    return sought;
  }

  /** The one way to write a value down, whatever the order of its members. */
  private static String text(Object value) {
    return switch (value) {
      case String text -> quoted(text);
      case List<?> list -> list.stream().map(Metadata::text).toList().toString();
      case Map<?, ?> map -> {
        Map<String, String> members = new TreeMap<>();
        map.forEach((name, member) -> members.put(quoted((String) name), text(member)));
        yield members.toString();
      }
      case Optional<?> _ -> "nothing";
      default -> value.toString();
    };
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static Object normal(Object value) {
    return switch (value) {
      case BigDecimal number -> normal(number);
      case List<?> list -> normal(list);
      case Map<?, ?> map -> Collections.unmodifiableMap(normal(map));
      default -> value;
    };
  }

  private static List<Object> normal(List<?> list) {
    List<Object> elements = new ArrayList<>(list.size());
    list.forEach(element -> elements.add(normal(element)));
    return elements;
  }

  private static Map<String, Object> normal(Map<?, ?> map) {
    Map<String, Object> members = new LinkedHashMap<>();
    map.forEach((name, member) -> members.put((String) name, normal(member)));
    return members;
  }

  /** Without what the way of writing adds to a number. */
  private static BigDecimal normal(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    return shortest.scale() < 0 && shortest.scale() > -Trees.LARGEST_EXPONENT
        ? shortest.setScale(0)
        : shortest;
  }
}

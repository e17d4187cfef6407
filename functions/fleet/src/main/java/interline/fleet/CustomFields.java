package interline.fleet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What tasks of an organization can say beyond their own fields: one record, so that a task is
 * checked against all of it by one more read.
 *
 * @param definitions in the order in which they were made, no key twice
 */
public record CustomFields(Stamp stamp, List<Definition> definitions) implements Entity {

  /** The one record of an organization. */
  public static final Ref<CustomFields> OF_TASKS = Kind.CUSTOM_FIELDS.number(1);

  private static final int MOST = 100;

  public CustomFields {
    definitions = List.copyOf(definitions);
    if (definitions.size() > MOST) {
      throw Failure.invalid(Field.CUSTOM_FIELDS, new Rule.AtMost(MOST));
    }
  }

  /** What a value has to be. */
  public enum Type {
    SINGLE_LINE,
    MULTI_LINE,
    BOOLEAN,
    INTEGER,
    DECIMAL,
    /** A moment in milliseconds, or a day or moment in ISO 8601. */
    DATE,
    /** An address with a scheme. */
    URL;

    private static final Pattern DAY_OR_MOMENT =
        Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?:[T ][0-9:.,]+(?:Z|[+-][0-9:]+)?)?");

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:\\S+");

    boolean takes(Object value) {
      return switch (this) {
        case SINGLE_LINE -> value instanceof String text && text.lines().count() <= 1;
        case MULTI_LINE -> value instanceof String;
        case BOOLEAN -> value instanceof Boolean;
        case INTEGER -> value instanceof BigDecimal number && whole(number);
        case DECIMAL -> value instanceof BigDecimal;
        case DATE ->
            value instanceof BigDecimal number
                ? whole(number)
                : value instanceof String text && DAY_OR_MOMENT.matcher(text).matches();
        case URL -> value instanceof String text && ADDRESS.matcher(text).matches();
      };
    }

    private static boolean whole(BigDecimal number) {
      return number.stripTrailingZeros().scale() <= 0;
    }
  }

  /** Who sees a value, or may change it. */
  public enum Audience {
    ADMINISTRATOR,
    API,
    WORKER
  }

  /**
   * One field.
   *
   * @param key how a task names it; in these very letters
   * @param asArray whether a task has several values of it
   * @param contexts when it has to be there, in the words of the dialect
   * @param integration for whom it was made, if not for everybody
   */
  public record Definition(
      String key,
      String name,
      String description,
      boolean asArray,
      Type type,
      Set<Audience> visibility,
      Set<Audience> editability,
      List<Object> contexts,
      Optional<String> integration) {

    public Definition {
      Text.check(Field.CUSTOM_FIELDS, key, 255);
      Text.check(Field.NAME, name, 255);
      visibility = Set.copyOf(visibility);
      editability = Set.copyOf(editability);
      contexts = List.copyOf(contexts);
      if (description.length() > 1000) {
        throw Failure.invalid(Field.DESCRIPTION, new Rule.AtMostCharacters(1000));
      }
      Trees.check(Field.CUSTOM_FIELDS, contexts);
      if (contexts.toString().length() > 2000) {
        throw Failure.invalid(Field.CUSTOM_FIELDS, new Rule.AtMostCharacters(2000));
      }
    }

    /** Whether a task can say this in the field. */
    public boolean takes(Object value) {
      return asArray
          ? value instanceof List<?> all && all.stream().allMatch(type::takes)
          : type.takes(value);
    }
  }

  @Override
  public Ref<CustomFields> ref() {
    return OF_TASKS;
  }

  /** The definitions of an organization, by key and in their order. */
  public static Map<String, Definition> of(Snapshot fleet) {
    return fleet.find(OF_TASKS).map(CustomFields::byKey).orElse(Map.of());
  }

  /**
   * Makes fields.
   *
   * @throws Failure.NotUnique if one of the keys is taken
   */
  public static UseCase<CustomFields> define(List<Definition> wanted) {
    return revised(
        wanted.stream()
            .<Step>map(
                definition ->
                    all -> {
                      if (all.putIfAbsent(definition.key(), definition) != null) {
                        throw new Failure.NotUnique(Field.CUSTOM_FIELDS);
                      }
                    })
            .toList());
  }

  /**
   * Changes fields by their keys.
   *
   * @throws Failure.NotFound if there is no such field
   */
  public static UseCase<CustomFields> redefine(Map<String, UnaryOperator<Definition>> wanted) {
    return revised(
        wanted.entrySet().stream()
            .<Step>map(
                change ->
                    all ->
                        all.put(
                            change.getKey(), change.getValue().apply(get(all, change.getKey()))))
            .toList());
  }

  /**
   * Takes fields away; tasks keep what they say.
   *
   * @throws Failure.NotFound if there is no such field
   */
  public static UseCase<CustomFields> drop(Set<String> keys) {
    return revised(keys.stream().<Step>map(key -> all -> all.remove(get(all, key).key())).toList());
  }

  private interface Step {
    void take(Map<String, Definition> all);
  }

  private static UseCase<CustomFields> revised(List<Step> steps) {
    return fleet -> {
      Optional<CustomFields> before = fleet.find(OF_TASKS);
      Map<String, Definition> all = new LinkedHashMap<>();
      before.ifPresent(it -> all.putAll(it.byKey()));
      steps.forEach(step -> step.take(all));
      CustomFields after =
          new CustomFields(
              before.map(it -> it.stamp().at(fleet.now())).orElse(Stamp.fresh(fleet.now())),
              new ArrayList<>(all.values()));
      return Decision.of(
          after,
          before.isPresent() ? new Change.Replace(after) : new Change.Create(after),
          Event.to(after, Event.Type.CHANGED, fleet));
    };
  }

  /** The definitions by key, in their order. */
  public Map<String, Definition> byKey() {
    Map<String, Definition> all = new LinkedHashMap<>();
    definitions.forEach(each -> all.put(each.key(), each));
    return all;
  }

  private static Definition get(Map<String, Definition> all, String key) {
    Definition definition = all.get(key);
    if (definition == null) {
      throw new Failure.NotFound(Kind.CUSTOM_FIELDS);
    }
    return definition;
  }
}

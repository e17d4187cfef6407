package interline.onfleet;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import interline.fleet.CustomFields;
import interline.fleet.CustomFields.Definition;
import interline.fleet.Ref;
import interline.fleet.Snapshot;
import interline.fleet.Task;
import interline.gateway.Call;
import interline.gateway.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What tasks say in custom fields: kept as keys and values, shown with what the fields are.
 *
 * @param field what the field is, whose members stand beside the value
 */
record CustomValue(@JsonUnwrapped CustomFieldAnswer field, Object value) {

  private static final int LONGEST = 10_000;
  private static final String KEY = "key";
  private static final String VALUE = "value";

  /**
   * What a task is to say. Keys of no field are dropped.
   *
   * @throws Refusal if a value is not of its field's type, or nothing is said in a field that has
   *     to be there
   */
  static List<Map<String, Object>> read(Call call, List<Fields> said) {
    Map<String, Definition> definitions = CustomFields.of(call.fleet());
    Map<String, Map<String, Object>> kept = new LinkedHashMap<>();
    for (Fields each : said) {
      String key = each.required(KEY, Fields::text);
      if (each.node(VALUE).filter(it -> it.toString().length() > LONGEST).isPresent()) {
        throw Refusal.content(
            "The value of " + key + " is longer than " + LONGEST + " characters.");
      }
      Optional<Object> value = each.node(VALUE).flatMap(Kept::of);
      Definition definition = definitions.get(key);
      if (definition != null && value.isPresent()) {
        if (!definition.takes(value.get())) {
          throw Refusal.content("The value of " + key + " is not of its type.");
        }
        kept.put(key, Map.of(KEY, key, VALUE, value.get()));
      }
    }
    definitions.values().stream()
        .filter(definition -> required(definition) && !kept.containsKey(definition.key()))
        .findFirst()
        .ifPresent(
            missing -> {
              throw Refusal.content("customFields has to say " + missing.key() + ".");
            });
    return List.copyOf(kept.values());
  }

  private static boolean required(Definition definition) {
    return definition.contexts().stream()
        .anyMatch(
            context ->
                context instanceof Map<?, ?> said && Boolean.TRUE.equals(said.get("isRequired")));
  }

  /** What has to be read to show these tasks, if any of them says something in a field. */
  static Stream<Ref<?>> named(List<Task> tasks) {
    return tasks.stream().anyMatch(task -> !of(task).isEmpty())
        ? Stream.of(CustomFields.OF_TASKS)
        : Stream.empty();
  }

  /** What a task says in fields that are still there. */
  static List<CustomValue> answer(Task task, Snapshot.Found found) {
    Map<String, Definition> definitions =
        found.find(CustomFields.OF_TASKS).map(CustomFields::byKey).orElse(Map.of());
    List<CustomValue> shown = new ArrayList<>();
    for (Object each : of(task)) {
      if (each instanceof Map<?, ?> said) {
        Definition definition = definitions.get(Objects.toString(said.get(KEY)));
        Object value = said.get(VALUE);
        if (definition != null && value != null) {
          shown.add(new CustomValue(CustomFieldAnswer.of(definition), value));
        }
      }
    }
    return shown;
  }

  private static List<?> of(Task task) {
    return task.details().find(TaskBody.CUSTOM_FIELDS).orElse(List.of()) instanceof List<?> said
        ? said
        : List.of();
  }
}

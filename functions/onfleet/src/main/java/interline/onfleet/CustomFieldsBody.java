package interline.onfleet;

import interline.fleet.CustomFields;
import interline.fleet.CustomFields.Audience;
import interline.fleet.CustomFields.Definition;
import interline.gateway.Call;
import interline.gateway.Fields;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What clients say of fields: the model, which is always Task, the fields, and for which of
 * Onfleet's integrations they are, if for one.
 */
record CustomFieldsBody(List<Fields> fields, Optional<String> integration) {

  private static final String MODEL = "Task";

  private static final Map<String, CustomFields.Type> TYPES =
      Map.of(
          "single_line_text_field", CustomFields.Type.SINGLE_LINE,
          "multi_line_text_field", CustomFields.Type.MULTI_LINE,
          "boolean", CustomFields.Type.BOOLEAN,
          "integer", CustomFields.Type.INTEGER,
          "decimal", CustomFields.Type.DECIMAL,
          "date", CustomFields.Type.DATE,
          "Url", CustomFields.Type.URL);

  private static final Map<String, Audience> AUDIENCES =
      Map.of("admin", Audience.ADMINISTRATOR, "api", Audience.API, "worker", Audience.WORKER);

  static CustomFieldsBody of(Call call) {
    Fields body = Bodies.required(call);
    checkModel(body.text("model").orElse(MODEL));
    return new CustomFieldsBody(
        body.objects("field").or(() -> body.objects("fields")).orElse(List.of()),
        body.text("integration"));
  }

  static void checkModel(String model) {
    if (!model.equals(MODEL)) {
      throw Refusal.content("There are no custom fields of " + model + ".");
    }
  }

  static String word(CustomFields.Type type) {
    return word(TYPES, type);
  }

  static String word(Audience audience) {
    return word(AUDIENCES, audience);
  }

  List<Definition> definitions() {
    return fields.stream()
        .map(
            said ->
                change(said)
                    .apply(
                        new Definition(
                            key(said),
                            said.text("name").orElse(key(said)),
                            "",
                            false,
                            said.required("type", (field, name) -> field.word(name, TYPES)),
                            Set.of(Audience.ADMINISTRATOR, Audience.API),
                            Set.of(Audience.ADMINISTRATOR, Audience.API),
                            List.of(),
                            integration)))
        .toList();
  }

  /** What changes of each field, by its key; what is not spoken of stays. */
  Map<String, UnaryOperator<Definition>> changes() {
    Map<String, UnaryOperator<Definition>> changes = new LinkedHashMap<>();
    fields.forEach(said -> changes.put(key(said), change(said)));
    return changes;
  }

  Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    fields.forEach(said -> keys.add(key(said)));
    return keys;
  }

  private static String key(Fields said) {
    return said.required("key", Fields::text);
  }

  private static UnaryOperator<Definition> change(Fields said) {
    Optional<String> name = said.text("name");
    Optional<String> description = said.text("description");
    Optional<Boolean> asArray = said.flag("asArray");
    Optional<CustomFields.Type> type = said.word("type", TYPES);
    Optional<Set<Audience>> visibility = audiences(said, "visibility");
    Optional<Set<Audience>> editability = audiences(said, "editability");
    Optional<List<Object>> contexts =
        said.list("contexts").or(() -> said.list("context")).map(Kept::all);
    return before ->
        new Definition(
            before.key(),
            name.orElse(before.name()),
            description.orElse(before.description()),
            asArray.orElse(before.asArray()),
            type.orElse(before.type()),
            visibility.orElse(before.visibility()),
            editability.orElse(before.editability()),
            contexts.orElse(before.contexts()),
            before.integration());
  }

  private static Optional<Set<Audience>> audiences(Fields said, String name) {
    return said.texts(name)
        .map(
            words -> {
              Set<Audience> audiences = new HashSet<>();
              for (String word : words) {
                Audience audience = AUDIENCES.get(word);
                if (audience == null) {
                  throw Refusal.content(name + " has to be of admin, api and worker.");
                }
                audiences.add(audience);
              }
              return audiences;
            });
  }

  private static <T> String word(Map<String, T> words, T meaning) {
    return words.entrySet().stream()
        .filter(entry -> entry.getValue().equals(meaning))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}

package interline.onfleet;

import interline.fleet.CustomFields.Audience;
import interline.fleet.CustomFields.Definition;
import java.util.Collection;
import java.util.List;

/** A field that tasks can have, as Onfleet shows it. */
record CustomFieldAnswer(
    String key,
    String name,
    String description,
    boolean asArray,
    String type,
    List<String> visibility,
    List<String> editability,
    List<Object> contexts) {

  static CustomFieldAnswer of(Definition definition) {
    return new CustomFieldAnswer(
        definition.key(),
        definition.name(),
        definition.description(),
        definition.asArray(),
        CustomFieldsBody.word(definition.type()),
        words(definition.visibility()),
        words(definition.editability()),
        definition.contexts());
  }

  private static List<String> words(Collection<Audience> audiences) {
    return audiences.stream().sorted().map(CustomFieldsBody::word).toList();
  }
}

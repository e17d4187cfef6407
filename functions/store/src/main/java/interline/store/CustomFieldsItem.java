package interline.store;

import interline.fleet.CustomFields;
import interline.fleet.CustomFields.Audience;
import interline.fleet.CustomFields.Definition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code org#custom_fields#1}: all of them in one item. */
final class CustomFieldsItem {

  private CustomFieldsItem() {}

  static void write(Item item, CustomFields fields) {
    item.putTree(
        "definitions",
        Map.of("all", fields.definitions().stream().map(CustomFieldsItem::tree).toList()));
  }

  static CustomFields read(Item item) {
    return new CustomFields(
        Records.stamp(item),
        list(item.getTree("definitions").get("all")).stream()
            .map(CustomFieldsItem::definition)
            .toList());
  }

  private static Map<String, Object> tree(Definition definition) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("key", definition.key());
    tree.put("name", definition.name());
    tree.put("description", definition.description());
    tree.put("asArray", definition.asArray());
    tree.put("type", definition.type().name());
    tree.put("visibility", definition.visibility().stream().map(Audience::name).sorted().toList());
    tree.put(
        "editability", definition.editability().stream().map(Audience::name).sorted().toList());
    tree.put("contexts", definition.contexts());
    definition.integration().ifPresent(it -> tree.put("integration", it));
    return tree;
  }

  private static Definition definition(Object tree) {
    Map<?, ?> map = (Map<?, ?>) tree;
    return new Definition(
        String.valueOf(map.get("key")),
        String.valueOf(map.get("name")),
        String.valueOf(map.get("description")),
        Boolean.TRUE.equals(map.get("asArray")),
        CustomFields.Type.valueOf(String.valueOf(map.get("type"))),
        audiences(map.get("visibility")),
        audiences(map.get("editability")),
        List.copyOf(list(map.get("contexts"))),
        Optional.ofNullable(map.get("integration")).map(String::valueOf));
  }

  private static Set<Audience> audiences(@Nullable Object names) {
    return list(names).stream()
        .map(name -> Audience.valueOf(String.valueOf(name)))
        .collect(Collectors.toSet());
  }

  private static List<?> list(@Nullable Object list) {
    return list instanceof List<?> present ? present : List.of();
  }
}

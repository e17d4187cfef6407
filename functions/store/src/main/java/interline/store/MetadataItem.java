package interline.store;

import interline.fleet.Metadata;
import interline.fleet.Metadata.Value;
import interline.fleet.Metadata.Viewer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The metadata of a record, on the record's own item; beside it only what it is looked up by. */
final class MetadataItem {

  private static final String METADATA = "metadata";

  private MetadataItem() {}

  static void write(Item item, Metadata metadata) {
    item.putTrees(METADATA, metadata.items().stream().map(MetadataItem::tree).toList());
  }

  static Metadata read(Item item) {
    List<Metadata.Item> items = new ArrayList<>();
    item.getTrees(METADATA).forEach(tree -> items.add(said(tree)));
    return items.isEmpty() ? Metadata.NONE : new Metadata(items);
  }

  private static Map<String, Object> tree(Metadata.Item said) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", said.name());
    tree.put("type", said.value().type().name());
    if (said.value() instanceof Value.Many(Metadata.Type of, var _)) {
      tree.put("of", of.name());
    }
    tree.put("value", said.value().plain());
    tree.put("viewers", said.viewers().stream().map(viewer -> (Object) viewer.name()).toList());
    return tree;
  }

  @SuppressWarnings("unchecked") // as it was written above
  private static Metadata.Item said(Map<String, Object> tree) {
    Object value = Objects.requireNonNull(tree.get("value"));
    return new Metadata.Item(
        text(tree, "name"),
        switch (Metadata.Type.valueOf(text(tree, "type"))) {
          case FLAG -> new Value.Flag((Boolean) value);
          case NUMBER -> new Value.Numeric((BigDecimal) value);
          case TEXT -> new Value.Words((String) value);
          case TREE -> new Value.Tree((Map<String, Object>) value);
          case LIST ->
              new Value.Many(Metadata.Type.valueOf(text(tree, "of")), (List<Object>) value);
        },
        ((List<Object>) Objects.requireNonNull(tree.get("viewers")))
            .stream().map(viewer -> Viewer.valueOf((String) viewer)).collect(Collectors.toSet()));
  }

  private static String text(Map<String, Object> tree, String name) {
    return (String) Objects.requireNonNull(tree.get(name));
  }
}

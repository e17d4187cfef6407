package interline.onfleet;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Metadata;
import interline.fleet.Metadata.Value;
import interline.fleet.Metadata.Viewer;
import interline.gateway.Fields;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Metadata as Onfleet's clients write it. */
final class MetadataBody {

  static final String METADATA = "metadata";

  private MetadataBody() {}

  /** The metadata of a new record. */
  static Metadata created(Fields body) {
    return body.node(METADATA)
        .map(node -> new Metadata(items(node, METADATA)))
        .orElse(Metadata.NONE);
  }

  /** What is to be different: a list is all there is to be, operators change single items. */
  static Metadata.Revision revised(Fields body) {
    return body.node(METADATA).map(MetadataBody::revision).orElse(Metadata.Revision.NOTHING);
  }

  /** The items that a record is to have in order to be found; of a list no subtype is asked. */
  static List<Metadata.Item> sought(JsonNode list) {
    return items(list, "item", MetadataBody::likely);
  }

  private static Metadata.Revision revision(JsonNode node) {
    if (!node.isObject()) {
      return new Metadata.Revision.Replaced(new Metadata(items(node, METADATA)));
    }
    JsonNode set = node.path("$set");
    JsonNode pop = node.path("$pop");
    if (set.isMissingNode() && pop.isMissingNode()) {
      throw Refusal.content("metadata has to be an array, or an object with $set or $pop.");
    }
    return new Metadata.Revision.Changed(
        absent(set) ? List.of() : items(set, "$set"), absent(pop) ? List.of() : names(pop));
  }

  private static boolean absent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private static List<String> names(JsonNode pop) {
    List<String> names = new ArrayList<>();
    for (JsonNode each : pop.isArray() ? pop : List.of(pop)) {
      JsonNode name = each.isObject() ? each.path("name") : each;
      if (!name.isTextual()) {
        throw Refusal.content("$pop has to be an array of names.");
      }
      names.add(name.textValue());
    }
    return names;
  }

  private static List<Metadata.Item> items(JsonNode list, String what) {
    return items(list, what, item -> type(item, "subtype"));
  }

  private static List<Metadata.Item> items(
      JsonNode list, String what, Function<JsonNode, Metadata.Type> subtype) {
    if (!list.isArray()) {
      throw Refusal.content(what + " has to be an array of metadata.");
    }
    List<Metadata.Item> items = new ArrayList<>();
    for (JsonNode each : list) {
      items.add(item(each, subtype));
    }
    return items;
  }

  private static Metadata.Item item(JsonNode node, Function<JsonNode, Metadata.Type> subtype) {
    JsonNode name = node.path("name");
    if (!name.isTextual()) {
      throw Refusal.content("Metadata needs a name, which has to be a string.");
    }
    return new Metadata.Item(
        name.textValue(), value(node, subtype), viewers(node.path("visibility")));
  }

  private static Value value(JsonNode item, Function<JsonNode, Metadata.Type> subtype) {
    JsonNode value = item.path("value");
    Metadata.Type type = type(item, "type");
    check(value, type, item);
    return switch (type) {
      case FLAG -> new Value.Flag(value.booleanValue());
      case NUMBER -> new Value.Numeric(value.decimalValue());
      case TEXT -> new Value.Words(value.textValue());
      case TREE -> new Value.Tree(members(value));
      case LIST -> {
        Metadata.Type of = subtype.apply(item);
        value.forEach(element -> check(element, of, item));
        yield new Value.Many(of, elements(value));
      }
    };
  }

  private static Metadata.Type type(JsonNode item, String name) {
    return MetadataAnswer.type(item.path(name).asText())
        .filter(type -> type != Metadata.Type.LIST || name.equals("type"))
        .orElseThrow(
            () -> Refusal.content("The " + name + " of " + named(item) + " is no type of it."));
  }

  /** The subtype that is said, else that of the first element. */
  private static Metadata.Type likely(JsonNode item) {
    if (!absent(item.path("subtype"))) {
      return type(item, "subtype");
    }
    return switch (item.path("value").path(0).getNodeType()) {
      case BOOLEAN -> Metadata.Type.FLAG;
      case NUMBER -> Metadata.Type.NUMBER;
      case OBJECT -> Metadata.Type.TREE;
      default -> Metadata.Type.TEXT;
    };
  }

  private static void check(JsonNode value, Metadata.Type type, JsonNode item) {
    boolean fits =
        switch (type) {
          case FLAG -> value.isBoolean();
          case NUMBER -> value.isNumber();
          case TEXT -> value.isTextual();
          case TREE -> value.isObject();
          case LIST -> value.isArray();
        };
    if (!fits) {
      throw Refusal.content("The value of " + named(item) + " is not of its type.");
    }
  }

  private static String named(JsonNode item) {
    return "metadata " + item.path("name").asText();
  }

  private static Object plain(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> members(node);
      case ARRAY -> elements(node);
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> node.decimalValue();
      case NULL -> Optional.empty();
      default -> node.asText();
    };
  }

  private static Map<String, Object> members(JsonNode object) {
    Map<String, Object> members = new LinkedHashMap<>();
    object.properties().forEach(member -> members.put(member.getKey(), plain(member.getValue())));
    return members;
  }

  private static List<Object> elements(JsonNode array) {
    List<Object> elements = new ArrayList<>();
    array.forEach(element -> elements.add(plain(element)));
    return elements;
  }

  private static Set<Viewer> viewers(JsonNode visibility) {
    if (absent(visibility)) {
      return Set.of(Viewer.CLIENTS);
    }
    if (!visibility.isArray()) {
      throw Refusal.content("visibility has to be an array.");
    }
    Set<Viewer> viewers = EnumSet.noneOf(Viewer.class);
    for (JsonNode each : visibility) {
      viewers.add(
          MetadataAnswer.viewer(each.asText())
              .orElseThrow(
                  () -> Refusal.content("visibility has to be of api, dashboard and worker.")));
    }
    return viewers;
  }
}

package interline.onfleet;

import com.fasterxml.jackson.annotation.JsonInclude;
import interline.fleet.Entity;
import interline.fleet.Kind;
import interline.fleet.Metadata;
import interline.fleet.Metadata.Viewer;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Endpoint;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** An item of metadata, as Onfleet shows it. */
record MetadataAnswer(
    String name,
    String type,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> subtype,
    Object value,
    List<String> visibility) {

  static List<MetadataAnswer> of(Metadata metadata) {
    return metadata.items().stream().map(MetadataAnswer::of).toList();
  }

  /**
   * How the records of a kind are asked for by their metadata.
   *
   * @param answer a record as Onfleet shows it, to whom it is shown
   */
  static <E extends Entity & Metadata.Tagged> Endpoint query(
      Kind<E> kind, BiFunction<? super Call, ? super E, ?> answer) {
    return call ->
        Answer.ok(
            call.fleet().tagged(kind, MetadataBody.sought(Bodies.list(call))).stream()
                .map(record -> answer.apply(call, record))
                .toList());
  }

  static Optional<Metadata.Type> type(String word) {
    return Arrays.stream(Metadata.Type.values())
        .filter(type -> word(type).equals(word))
        .findFirst();
  }

  static Optional<Viewer> viewer(String word) {
    return Arrays.stream(Viewer.values()).filter(viewer -> word(viewer).equals(word)).findFirst();
  }

  private static MetadataAnswer of(Metadata.Item item) {
    return new MetadataAnswer(
        item.name(),
        word(item.value().type()),
        item.value() instanceof Metadata.Value.Many many
            ? Optional.of(word(many.of()))
            : Optional.empty(),
        item.value().plain(),
        item.viewers().stream().map(MetadataAnswer::word).toList());
  }

  private static String word(Metadata.Type type) {
    return switch (type) {
      case FLAG -> "boolean";
      case NUMBER -> "number";
      case TEXT -> "string";
      case TREE -> "object";
      case LIST -> "array";
    };
  }

  private static String word(Viewer viewer) {
    return switch (viewer) {
      case CLIENTS -> "api";
      case DISPATCHERS -> "dashboard";
      case WORKERS -> "worker";
    };
  }
}

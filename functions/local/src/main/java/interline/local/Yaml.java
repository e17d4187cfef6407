package interline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads CloudFormation's YAML: a short tag ({@code !Sub x}) becomes its long form, a map of one.
 */
final class Yaml {
  private Yaml() {}

  static Map<String, Object> read(Path file) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    var yaml =
        new org.yaml.snakeyaml.Yaml(
            new ShortTags(options),
            new Representer(new DumperOptions()),
            new DumperOptions(),
            options,
            new NoDates());
    try {
      Object document = yaml.load(Files.readString(file));
      if (!(document instanceof Map<?, ?>)) {
        throw new StartFailure(file + ": not a template");
      }
      return fields(document);
    } catch (NoSuchFileException _) {
      throw new StartFailure(file + ": no such template");
    } catch (IOException e) {
      throw new StartFailure(file + ": cannot be read: " + e.getMessage(), e);
    } catch (YAMLException e) {
      throw new StartFailure(file + ": " + oneLine(e), e);
    }
  }

  @SuppressWarnings("unchecked") // Keys of a template are strings.
  static Map<String, Object> fields(Object node) {
    return (Map<String, Object>) node;
  }

  private static String oneLine(YAMLException e) {
    return String.valueOf(e.getMessage())
        .lines()
        .map(String::strip)
        .reduce("", (a, b) -> a + " " + b)
        .strip();
  }

  private static final class ShortTags extends SafeConstructor {
    ShortTags(LoaderOptions options) {
      super(options);
      yamlMultiConstructors.put(
          "!",
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              String name = node.getTag().getValue().substring(1);
              Object value = plain(node);
              return switch (name) {
                case "Ref", "Condition" -> Map.of(name, value);
                case "GetAtt" -> Map.of("Fn::GetAtt", path(value));
                default -> Map.of("Fn::" + name, value);
              };
            }
          });
    }

    private static Object path(Object attribute) {
      return attribute instanceof String text ? Arrays.asList(text.split("\\.", 2)) : attribute;
    }

    private Object plain(Node node) {
      return switch (node) {
        case ScalarNode scalar -> scalar.getValue();
        case SequenceNode sequence -> constructSequence(sequence);
        case MappingNode mapping -> constructMapping(mapping);
        default -> List.of();
      };
    }
  }

  /** {@code 2012-10-17} is the name of a policy language, not a day. */
  private static final class NoDates extends Resolver {
    @Override
    public void addImplicitResolver(Tag tag, Pattern form, @Nullable String first, int limit) {
      if (!tag.equals(Tag.TIMESTAMP)) {
        super.addImplicitResolver(tag, form, first, limit);
      }
    }
  }
}

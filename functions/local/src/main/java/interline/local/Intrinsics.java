package interline.local;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** CloudFormation's functions over the parameters, mappings and conditions of one template. */
final class Intrinsics {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]+)}");
  private static final Object NO_VALUE = new Object();

  static final String REGION = "us-east-1";
  static final String ACCOUNT = "000000000000";

  private static final Map<String, Object> PSEUDO =
      Map.of(
          "AWS::AccountId",
          ACCOUNT,
          "AWS::NoValue",
          NO_VALUE,
          "AWS::Partition",
          "aws",
          "AWS::Region",
          REGION,
          "AWS::StackId",
          "arn:aws:cloudformation:" + REGION + ":" + ACCOUNT + ":stack/local/local",
          "AWS::StackName",
          "local",
          "AWS::URLSuffix",
          "amazonaws.com");

  private final Map<String, String> parameters;
  private final Map<String, Object> mappings;
  private final Map<String, Object> conditions;

  Intrinsics(
      Map<String, String> parameters,
      Map<String, Object> mappings,
      Map<String, Object> conditions) {
    this.parameters = parameters;
    this.mappings = mappings;
    this.conditions = conditions;
  }

  /** The node with every function worked out; what comes to {@code AWS::NoValue} is left out. */
  Optional<Object> evaluate(Object node, Resources resources) {
    Object value = new Evaluation(resources).of(node);
    return value == NO_VALUE ? Optional.empty() : Optional.of(value);
  }

  boolean holds(String condition) {
    return new Evaluation(Resources.LOGICAL).condition(condition);
  }

  private final class Evaluation {
    private final Resources resources;

    Evaluation(Resources resources) {
      this.resources = resources;
    }

    Object of(Object node) {
      return switch (node) {
        case Map<?, ?> map when isFunction(map) -> {
          var call = Yaml.fields(map).entrySet().iterator().next();
          yield call(call.getKey(), call.getValue());
        }
        case Map<?, ?> map -> map(Yaml.fields(map));
        case List<?> list -> list(list);
        default -> node;
      };
    }

    private boolean isFunction(Map<?, ?> map) {
      return map.size() == 1
          && map.keySet().iterator().next() instanceof String name
          && (name.equals("Ref") || name.equals("Condition") || name.startsWith("Fn::"));
    }

    private Map<String, Object> map(Map<String, Object> map) {
      var values = new LinkedHashMap<String, Object>();
      map.forEach(
          (key, node) -> {
            Object value = node == null ? NO_VALUE : of(node);
            if (value != NO_VALUE) {
              values.put(key, value);
            }
          });
      return values;
    }

    private List<Object> list(List<?> nodes) {
      return nodes.stream()
          .map(this::of)
          .filter(value -> value != NO_VALUE)
          .collect(Collectors.toList());
    }

    private Object call(String name, Object argument) {
      return switch (name) {
        case "Ref" -> ref(text(argument));
        case "Condition" -> condition(text(argument));
        case "Fn::GetAtt" -> {
          List<Object> path = arguments(name, argument, 2);
          yield resources.attribute(text(path.get(0)), text(path.get(1)));
        }
        case "Fn::Sub" ->
            argument instanceof List<?>
                ? substitute(
                    text(arguments(name, argument, 2).get(0)),
                    Yaml.fields(arguments(name, argument, 2).get(1)))
                : substitute(text(argument), Map.of());
        case "Fn::Join" -> {
          List<Object> parts = arguments(name, argument, 2);
          yield many(parts.get(1)).stream()
              .map(this::text)
              .collect(Collectors.joining(text(parts.get(0))));
        }
        case "Fn::Split" -> {
          List<Object> parts = arguments(name, argument, 2);
          yield Arrays.asList(text(parts.get(1)).split(Pattern.quote(text(parts.get(0))), -1));
        }
        case "Fn::Select" -> {
          List<Object> parts = arguments(name, argument, 2);
          yield many(parts.get(1)).get(Integer.parseInt(text(parts.get(0))));
        }
        case "Fn::FindInMap" -> {
          List<Object> path = arguments(name, argument, 3);
          yield find(text(path.get(0)), text(path.get(1)), text(path.get(2)));
        }
        case "Fn::If" -> {
          var parts = (List<?>) argument;
          yield of(parts.get(condition(text(parts.get(0))) ? 1 : 2));
        }
        case "Fn::Equals" -> {
          List<Object> sides = arguments(name, argument, 2);
          yield text(sides.get(0)).equals(text(sides.get(1)));
        }
        case "Fn::Not" -> !truth(arguments(name, argument, 1).get(0));
        case "Fn::And" -> many(of(argument)).stream().allMatch(this::truth);
        case "Fn::Or" -> many(of(argument)).stream().anyMatch(this::truth);
        default -> throw new StartFailure(name + " is not understood here");
      };
    }

    private List<Object> arguments(String name, Object argument, int count) {
      if (argument instanceof List<?> list && list.size() == count) {
        return list(list);
      }
      throw new StartFailure(name + " takes " + count + " arguments, not " + argument);
    }

    private List<?> many(Object value) {
      return value instanceof List<?> list ? list : Arrays.asList(text(value).split(",", -1));
    }

    private String text(Object node) {
      Object value = of(node);
      if (value instanceof Map || value instanceof List || value == NO_VALUE) {
        throw new StartFailure("a text is expected, not " + node);
      }
      return String.valueOf(value);
    }

    private boolean truth(Object value) {
      return Boolean.parseBoolean(text(value));
    }

    private Object ref(String name) {
      Object pseudo = PSEUDO.get(name);
      if (pseudo != null) {
        return pseudo;
      }
      String parameter = parameters.get(name);
      return parameter == null ? resources.ref(name) : parameter;
    }

    private String substitute(String text, Map<String, Object> local) {
      Matcher variable = VARIABLE.matcher(text);
      return variable.replaceAll(
          found ->
              Matcher.quoteReplacement(
                  found.group(1).isEmpty()
                      ? variable(found.group(2).strip(), local)
                      : "${" + found.group(2) + "}"));
    }

    private String variable(String name, Map<String, Object> local) {
      Object value = local.get(name);
      if (value != null) {
        return text(value);
      }
      int dot = name.indexOf('.');
      return dot < 0
          ? text(ref(name))
          : resources.attribute(name.substring(0, dot), name.substring(dot + 1));
    }

    private Object find(String map, String key, String field) {
      Object found = mappings;
      for (String step : List.of(map, key, field)) {
        found = found instanceof Map<?, ?> fields ? fields.get(step) : null;
      }
      if (found == null) {
        throw new StartFailure("mapping " + map + " has no " + key + "." + field);
      }
      return found;
    }

    boolean condition(String name) {
      Object node = conditions.get(name);
      if (node == null) {
        throw new StartFailure("condition " + name + " is not in the template");
      }
      return truth(node);
    }
  }
}

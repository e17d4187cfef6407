package interline.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code template.yaml} describes and one machine can run. Resources keep the template's
 * order; those whose condition does not hold are absent.
 *
 * @param resources the logical ids of all resources, of whatever type
 */
public record Template(
    List<Function> functions,
    List<Route> routes,
    List<Queue> queues,
    List<Table> tables,
    List<QueueSource> queueSources,
    Set<String> resources) {

  /**
   * A function of the template.
   *
   * @param handler the class that handles its events
   * @param memory in MB
   */
  public record Function(
      String id, String handler, Duration timeout, int memory, Environment environment) {}

  /** The variables of a function, once it is known what its references come to. */
  @FunctionalInterface
  interface Environment {
    Map<String, String> with(Resources resources);
  }

  /** Who may call a route. */
  public enum Authorization {
    NONE,
    AWS_IAM
  }

  /**
   * A route of the HTTP API.
   *
   * @param method an HTTP method or {@code ANY}
   * @param path segments, {@code {name}} and at the end {@code {name+}}; or {@code $default}
   * @param function logical id
   */
  public record Route(String method, String path, String function, Authorization authorization) {
    static final String DEFAULT = "$default";

    /** As the event names it: {@code ANY /jobs/{proxy+}}. */
    public String key() {
      return path.equals(DEFAULT) ? DEFAULT : method + " " + path;
    }
  }

  /** An SQS queue. */
  public record Queue(
      String id,
      String name,
      Duration visibility,
      Duration delay,
      boolean fifo,
      boolean contentBasedDeduplication,
      Optional<Redrive> redrive) {}

  /**
   * Where a queue's message goes that was received too often.
   *
   * @param queue logical id of the dead-letter queue
   */
  public record Redrive(String queue, int maxReceiveCount) {}

  /**
   * A DynamoDB table.
   *
   * @param attributes types of the key attributes: S, N or B
   * @param stream the view type, such as NEW_AND_OLD_IMAGES
   * @param timeToLive the attribute that says when an item expires
   */
  public record Table(
      String id,
      String name,
      List<KeyPart> key,
      Map<String, String> attributes,
      List<Index> indexes,
      Optional<String> stream,
      Optional<String> timeToLive) {}

  /**
   * A part of a primary key.
   *
   * @param type HASH or RANGE
   */
  public record KeyPart(String attribute, String type) {}

  /**
   * A global secondary index.
   *
   * @param projection ALL, KEYS_ONLY or INCLUDE
   * @param included the attributes of INCLUDE
   */
  public record Index(String name, List<KeyPart> key, String projection, List<String> included) {}

  /**
   * A queue whose messages go to a function.
   *
   * @param function logical id
   * @param queue logical id
   * @param maximumConcurrency how many invocations there may be at a time
   * @param reportsItemFailures whether the answer names the messages that failed
   */
  public record QueueSource(
      String function,
      String queue,
      int batchSize,
      int maximumConcurrency,
      boolean reportsItemFailures) {}

  /**
   * Reads a template.
   *
   * @param parameters values for the template's parameters; the others have their default
   * @throws StartFailure naming the place of the first thing that is wrong or cannot run here
   */
  public static Template read(Path file, Map<String, String> parameters) {
    try {
      return new Reader(Yaml.read(file), parameters).read();
    } catch (StartFailure e) {
      throw String.valueOf(e.getMessage()).startsWith(file.toString())
          ? e
          : new StartFailure(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * The function with that logical id.
   *
   * @throws StartFailure if the template has none
   */
  public Function function(String id) {
    return functions.stream()
        .filter(function -> function.id().equals(id))
        .findAny()
        .orElseThrow(() -> new StartFailure("no function " + id + " in the template"));
  }

  private static final class Reader {
    /** Lambda adds pollers without end where no maximum is set; one machine should not. */
    private static final int UNLIMITED = 100;

    private final Section root;
    private final Intrinsics intrinsics;
    private final Map<String, Section> resources = new LinkedHashMap<>();
    private final List<Function> functions = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();
    private final List<Queue> queues = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<QueueSource> queueSources = new ArrayList<>();

    Reader(Map<String, Object> document, Map<String, String> overrides) {
      var plain = new Section("template", document, Optional::of);
      intrinsics =
          new Intrinsics(
              parameters(plain.section("Parameters"), overrides),
              plain.section("Mappings").fields(),
              plain.section("Conditions").fields());
      root =
          new Section("template", document, node -> intrinsics.evaluate(node, Resources.LOGICAL));
    }

    private static Map<String, String> parameters(Section declared, Map<String, String> overrides) {
      var values = new LinkedHashMap<String, String>();
      for (String name : declared.fields().keySet()) {
        Section parameter = declared.section(name);
        String value =
            Optional.ofNullable(overrides.get(name))
                .or(() -> parameter.text("Default"))
                .orElseThrow(() -> new StartFailure("parameter " + name + " has no value"));
        List<String> allowed = parameter.texts("AllowedValues");
        if (!allowed.isEmpty() && !allowed.contains(value)) {
          throw new StartFailure("parameter " + name + " is " + value + ", not one of " + allowed);
        }
        values.put(name, value);
      }
      for (String name : overrides.keySet()) {
        if (!values.containsKey(name)) {
          throw new StartFailure("parameter " + name + " is not in the template");
        }
      }
      return values;
    }

    Template read() {
      Map<String, Object> declared = raw(root.fields(), "Resources");
      if (declared.isEmpty()) {
        throw new StartFailure("no resources");
      }
      declared.forEach(
          (id, node) -> {
            Section resource = section(id, node);
            if (resource.fields().get("Condition") instanceof String condition
                && !intrinsics.holds(condition)) {
              return;
            }
            resources.put(id, resource);
          });
      resources.forEach(this::resource);
      queueSources.forEach(source -> queue(source.queue(), source.function()));
      queues.forEach(
          queue -> queue.redrive().ifPresent(redrive -> queue(redrive.queue(), queue.id())));
      return new Template(
          List.copyOf(functions),
          List.copyOf(routes),
          List.copyOf(queues),
          List.copyOf(tables),
          List.copyOf(queueSources),
          Set.copyOf(resources.keySet()));
    }

    private void resource(String id, Section resource) {
      Section properties = section(id, raw(resource.fields(), "Properties"));
      switch (resource.required("Type")) {
        case "AWS::Serverless::Function" -> function(id, properties);
        case "AWS::SQS::Queue" -> queues.add(queue(id, properties));
        case "AWS::DynamoDB::Table" -> tables.add(table(id, properties));
        case "AWS::Lambda::Function",
            "AWS::Lambda::EventSourceMapping",
            "AWS::ApiGatewayV2::Route" ->
            throw new StartFailure(
                id + ": only AWS::Serverless::Function and its Events can run here");
        default -> {}
      }
    }

    private void function(String id, Section own) {
      Map<String, Object> globals = raw(raw(root.fields(), "Globals"), "Function");
      Section properties = section(id, merged(globals, own.fields()));
      String handler = properties.required("Handler");
      if (handler.contains("::") && !handler.endsWith("::handleRequest")) {
        throw new StartFailure(id + ": Handler " + handler + " is not a handleRequest method");
      }
      Map<String, Object> variables = raw(raw(properties.fields(), "Environment"), "Variables");
      functions.add(
          new Function(
              id,
              handler.replace("::handleRequest", ""),
              Duration.ofSeconds(properties.number("Timeout", 3)),
              properties.number("MemorySize", 128),
              references -> environment(variables, references)));
      raw(properties.fields(), "Events")
          .forEach((name, node) -> event(id, section(id + ".Events." + name, node)));
    }

    private Map<String, String> environment(Map<String, Object> variables, Resources references) {
      var values = new LinkedHashMap<String, String>();
      variables.forEach(
          (name, node) ->
              intrinsics
                  .evaluate(node, references)
                  .ifPresent(value -> values.put(name, String.valueOf(value))));
      return values;
    }

    private void event(String function, Section event) {
      Section properties = event.section("Properties");
      switch (event.required("Type")) {
        case "HttpApi" -> routes.add(route(function, properties));
        case "SQS" -> {
          if (properties.flag("Enabled", true)) {
            queueSources.add(queueSource(function, properties));
          }
        }
        case String other ->
            throw new StartFailure(event.where() + ": trigger type " + other + " cannot run here");
      }
    }

    private Route route(String function, Section properties) {
      String path = properties.text("Path").orElse(Route.DEFAULT);
      if (!path.equals("/") && path.endsWith("/")) {
        throw new StartFailure(
            properties.where() + ": Path " + path + " ends in a slash, which an HTTP API refuses");
      }
      if (!properties.text("PayloadFormatVersion").orElse("2.0").equals("2.0")) {
        throw new StartFailure(properties.where() + ": only PayloadFormatVersion 2.0 can run here");
      }
      String method =
          switch (properties.text("Method").orElse("ANY").toUpperCase(Locale.ROOT)) {
            case "X-AMAZON-APIGATEWAY-ANY-METHOD" -> "ANY";
            case String other -> other;
          };
      return new Route(method, path, function, authorization(properties));
    }

    private Authorization authorization(Section route) {
      String authorizer =
          route
              .section("Auth")
              .text("Authorizer")
              .or(() -> api(route).section("Auth").text("DefaultAuthorizer"))
              .orElse("NONE");
      return switch (authorizer) {
        case "NONE" -> Authorization.NONE;
        case "AWS_IAM" -> Authorization.AWS_IAM;
        default ->
            throw new StartFailure(
                route.where() + ": authorizer " + authorizer + " cannot run here");
      };
    }

    private Section api(Section route) {
      Map<String, Object> globals = raw(raw(root.fields(), "Globals"), "HttpApi");
      String id = route.text("ApiId").orElse("ServerlessHttpApi");
      Map<String, Object> own =
          Optional.ofNullable(resources.get(id))
              .map(api -> raw(api.fields(), "Properties"))
              .orElse(Map.of());
      return section(id, merged(globals, own));
    }

    private QueueSource queueSource(String function, Section properties) {
      int batchSize = properties.number("BatchSize", 10);
      if (batchSize < 1 || batchSize > 10) {
        throw new StartFailure(properties.where() + ": BatchSize " + batchSize + " is not 1 to 10");
      }
      if (properties.value("FilterCriteria").isPresent()) {
        throw new StartFailure(properties.where() + ": FilterCriteria cannot run here");
      }
      int concurrency = properties.section("ScalingConfig").number("MaximumConcurrency", UNLIMITED);
      if (concurrency < 2 || concurrency > 1000) {
        throw new StartFailure(
            properties.where() + ": MaximumConcurrency " + concurrency + " is not 2 to 1000");
      }
      return new QueueSource(
          function,
          properties.required("Queue"),
          batchSize,
          concurrency,
          properties.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"));
    }

    private Queue queue(String id, Section properties) {
      Section redrive = properties.section("RedrivePolicy");
      boolean fifo = properties.flag("FifoQueue", false);
      return new Queue(
          id,
          properties.text("QueueName").orElse(fifo ? id + ".fifo" : id),
          Duration.ofSeconds(properties.number("VisibilityTimeout", 30)),
          Duration.ofSeconds(properties.number("DelaySeconds", 0)),
          fifo,
          properties.flag("ContentBasedDeduplication", false),
          redrive
              .text("deadLetterTargetArn")
              .map(target -> new Redrive(target, redrive.number("maxReceiveCount", 10))));
    }

    private void queue(String id, String user) {
      if (queues.stream().noneMatch(queue -> queue.id().equals(id))) {
        throw new StartFailure(user + ": " + id + " is not a queue of this template");
      }
    }

    private static Table table(String id, Section properties) {
      var attributes = new LinkedHashMap<String, String>();
      for (Section attribute : properties.sections("AttributeDefinitions")) {
        attributes.put(attribute.required("AttributeName"), attribute.required("AttributeType"));
      }
      Section timeToLive = properties.section("TimeToLiveSpecification");
      return new Table(
          id,
          properties.text("TableName").orElse(id),
          key(properties),
          attributes,
          properties.sections("GlobalSecondaryIndexes").stream().map(Reader::index).toList(),
          properties.section("StreamSpecification").text("StreamViewType"),
          timeToLive.text("AttributeName").filter(attribute -> timeToLive.flag("Enabled", false)));
    }

    private static Index index(Section index) {
      Section projection = index.section("Projection");
      return new Index(
          index.required("IndexName"),
          key(index),
          projection.text("ProjectionType").orElse("ALL"),
          projection.texts("NonKeyAttributes"));
    }

    private static List<KeyPart> key(Section owner) {
      List<KeyPart> key =
          owner.sections("KeySchema").stream()
              .map(part -> new KeyPart(part.required("AttributeName"), part.required("KeyType")))
              .toList();
      if (key.isEmpty()) {
        throw new StartFailure(owner.where() + ": KeySchema is missing");
      }
      return key;
    }

    private Section section(String where, Object node) {
      if (!(node instanceof Map<?, ?>)) {
        throw new StartFailure(where + ": a map is expected, not " + node);
      }
      return new Section(where, Yaml.fields(node), root.evaluate());
    }

    /** A map whose functions are left as they are, because not all of them matter here. */
    private static Map<String, Object> raw(Map<String, Object> owner, String name) {
      return owner.get(name) instanceof Map<?, ?> map ? Yaml.fields(map) : Map.of();
    }

    /** As SAM merges Globals: maps field by field, lists end to end, anything else replaced. */
    private static Map<String, Object> merged(
        Map<String, Object> globals, Map<String, Object> own) {
      var all = new LinkedHashMap<>(globals);
      own.forEach((name, value) -> all.merge(name, value, Reader::merged));
      return all;
    }

    private static Object merged(Object global, Object own) {
      if (global instanceof Map<?, ?> left && own instanceof Map<?, ?> right) {
        return merged(Yaml.fields(left), Yaml.fields(right));
      }
      if (global instanceof List<?> left && own instanceof List<?> right) {
        var all = new ArrayList<Object>(left);
        all.addAll(right);
        return all;
      }
      return own;
    }
  }
}

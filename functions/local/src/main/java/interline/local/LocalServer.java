package interline.local;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A template at work on this machine: its tables and queues, its routes on a port, its triggers.
 *
 * <p>Safe for use by many threads.
 */
public final class LocalServer implements AutoCloseable {
  private final Template template;
  private final List<AutoCloseable> open = new ArrayList<>();
  private final HttpFront front;
  private final Stack stack;
  private final Map<String, RunningFunction> functions = new LinkedHashMap<>();

  private LocalServer(LocalOptions options) {
    template = Template.read(options.template(), options.parameters());
    var classes = new LinkedHashMap<Template.Function, HandlerClass>();
    template.functions().forEach(function -> classes.put(function, HandlerClass.of(function)));
    try {
      front = opened(HttpFront.bind(options.bind(), options.port()));
      var emulators =
          opened(
              Emulators.start(options.dynamoDb(), options.sqs(), options.bind(), options.data()));
      stack =
          opened(Stack.create(template, options.prefix(), emulators.dynamoDb(), emulators.sqs()));
      classes.forEach(
          (function, handler) ->
              functions.put(
                  function.id(),
                  opened(
                      new RunningFunction(
                          function,
                          handler,
                          stack.environment(function.id()),
                          options.interceptor()))));
      options.onStart().run(stack);
      if (options.triggers()) {
        template.queueSources().forEach(this::trigger);
      }
      front.serve(new Routes(template.routes()), this::invoke);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Starts everything. The port is taken at once, so that a port in use is told at once, but it
   * answers only when all is ready.
   *
   * @throws StartFailure if the template is wrong, a handler class is missing, or a port is in use
   */
  public static LocalServer start(LocalOptions options) {
    return new LocalServer(options);
  }

  /** Where the routes are, without a slash at the end. */
  public URI uri() {
    return front.uri();
  }

  public URI dynamoDbEndpoint() {
    return stack.dynamoDbEndpoint();
  }

  public URI sqsEndpoint() {
    return stack.sqsEndpoint();
  }

  public Template template() {
    return template;
  }

  public Stack stack() {
    return stack;
  }

  /**
   * The name of a table, prefix included.
   *
   * @param id logical id
   */
  public String tableName(String id) {
    return stack.tableName(id);
  }

  /**
   * The address of a queue.
   *
   * @param id logical id
   */
  public String queueUrl(String id) {
    return stack.queueUrl(id);
  }

  /**
   * Invokes a function and waits for its answer.
   *
   * @param function logical id
   * @param event JSON
   */
  public Outcome invoke(String function, String event) {
    return running(function).invoke(event);
  }

  /**
   * How many invocations of a function there are.
   *
   * @param function logical id
   */
  public InWork inWork(String function) {
    return running(function).inWork();
  }

  /** Takes no more requests or messages and stops what was started. Idempotent. */
  @Override
  public void close() {
    for (AutoCloseable resource : open.reversed()) {
      try {
        resource.close();
      } catch (Exception e) {
        System.err.println("Closing: " + e);
      }
    }
    open.clear();
  }

  private void trigger(Template.QueueSource source) {
    opened(QueueTrigger.start(source, stack, event -> invoke(source.function(), event)));
  }

  private RunningFunction running(String function) {
    return Optional.ofNullable(functions.get(function))
        .orElseThrow(() -> new StartFailure("no function " + function + " in the template"));
  }

  private <T extends AutoCloseable> T opened(T resource) {
    open.add(resource);
    return resource;
  }
}

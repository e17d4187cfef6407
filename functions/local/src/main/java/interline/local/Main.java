package interline.local;

import interline.local.LocalOptions.Store;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * Serves a template until it is stopped. Arguments are {@code --name=value}; an empty value is the
 * default. Exit code 2 with one line if it cannot start.
 *
 * <ul>
 *   <li>{@code port} of the API (3000), {@code bind} address of everything (loopback)
 *   <li>{@code data} directory (memory)
 *   <li>{@code dynamodb.port}, {@code sqs.port} of the emulators (any free one)
 *   <li>{@code dynamodb.endpoint}, {@code sqs.endpoint} of stores that run already
 *   <li>{@code triggers=false} leaves messages in their queues
 *   <li>{@code template} ({@code template.yaml}), {@code parameter.Name} of the template
 * </ul>
 */
public final class Main {
  private static final Duration PARENT_CHECK = Duration.ofMillis(250);
  private static final Set<String> NAMES =
      Set.of(
          "port",
          "bind",
          "data",
          "dynamodb.port",
          "sqs.port",
          "dynamodb.endpoint",
          "sqs.endpoint",
          "triggers",
          "template");
  private static final String PARAMETER = "parameter.";

  private Main() {}

  public static void main(String... args) throws InterruptedException {
    exitWithParent();
    try {
      LocalServer server = LocalServer.start(options(args).withOnStart(Demo::prepare));
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      System.out.println("Interline on " + server.uri());
      System.out.println("AWS_ENDPOINT_URL_DYNAMODB=" + server.dynamoDbEndpoint());
      System.out.println("AWS_ENDPOINT_URL_SQS=" + server.sqsEndpoint());
      if (Demo.belongsTo(server.template())) {
        System.out.print(Demo.greeting(server.uri()));
      }
    } catch (StartFailure e) {
      System.err.println("interline: " + e.getMessage());
      System.exit(2);
    }
    new CountDownLatch(1).await();
  }

  static LocalOptions options(String... args) {
    var given = new LinkedHashMap<String, String>();
    var parameters = new LinkedHashMap<String, String>();
    for (String arg : args) {
      String[] parts = arg.split("=", 2);
      String name = parts[0].startsWith("--") ? parts[0].substring(2) : "";
      boolean parameter = name.startsWith(PARAMETER);
      if (parts.length != 2 || !(parameter || NAMES.contains(name))) {
        throw new StartFailure("unknown argument " + arg);
      }
      if (parameter) {
        parameters.put(name.substring(PARAMETER.length()), parts[1]);
      } else if (!parts[1].isBlank()) {
        given.put(name, parts[1]);
      }
    }
    LocalOptions options =
        LocalOptions.of(Path.of(given.getOrDefault("template", "template.yaml")))
            .withPort(port(given, "port", 3000))
            .withDynamoDb(store(given, "dynamodb"))
            .withSqs(store(given, "sqs"))
            .withParameters(parameters);
    String data = given.getOrDefault("data", "");
    if (!data.isEmpty()) {
      options = options.withData(Path.of(data));
    }
    if (!flag(given, "triggers", true)) {
      options = options.withoutTriggers();
    }
    String bind = given.getOrDefault("bind", "");
    return bind.isEmpty() ? options : options.withBind(address(bind));
  }

  private static Store store(Map<String, String> given, String service) {
    String endpoint = given.getOrDefault(service + ".endpoint", "");
    return endpoint.isEmpty()
        ? new Store.Embedded(port(given, service + ".port", 0))
        : new Store.External(uri(endpoint));
  }

  private static int port(Map<String, String> given, String name, int otherwise) {
    String value = given.getOrDefault(name, String.valueOf(otherwise));
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException _) {
      // Told below, like a number out of range.
    }
    throw new StartFailure(name + " is no port: " + value);
  }

  private static boolean flag(Map<String, String> given, String name, boolean otherwise) {
    return switch (given.getOrDefault(name, String.valueOf(otherwise))) {
      case "true" -> true;
      case "false" -> false;
      case String other -> throw new StartFailure(name + " is neither true nor false: " + other);
    };
  }

  private static URI uri(String endpoint) {
    try {
      return URI.create(endpoint);
    } catch (IllegalArgumentException _) {
      throw new StartFailure("no endpoint: " + endpoint);
    }
  }

  private static InetAddress address(String bind) {
    try {
      return InetAddress.getByName(bind);
    } catch (UnknownHostException _) {
      throw new StartFailure("no address of this machine: " + bind);
    }
  }

  /**
   * A signal to Maven alone would leave this process behind. Whoever loses the parent is given
   * another, so a parent that changed is a parent that is gone.
   */
  private static void exitWithParent() {
    Optional<ProcessHandle> parent = ProcessHandle.current().parent();
    if (parent.isEmpty()) {
      return;
    }
    Thread.ofPlatform()
        .daemon()
        .name("parent")
        .start(
            () -> {
              while (parent.equals(ProcessHandle.current().parent())) {
                try {
                  Thread.sleep(PARENT_CHECK);
                } catch (InterruptedException _) {
                  return;
                }
              }
              System.exit(0);
            });
  }
}

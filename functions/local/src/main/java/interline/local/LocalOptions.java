package interline.local;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How to run a template here.
 *
 * @param port of the HTTP API; 0 takes any that is free
 * @param bind the address that the HTTP API and the emulators listen on
 * @param dynamoDb where tables are
 * @param sqs where queues are
 * @param data a directory that keeps tables and messages between starts; memory if empty
 * @param parameters values for the template's parameters
 * @param prefix put before every table and queue name, so that servers can share emulators
 * @param triggers whether queues invoke functions; without, messages stay where they are
 * @param onStart run when tables and queues exist, before the first request or message is taken
 * @param interceptor run around every invocation
 */
public record LocalOptions(
    Path template,
    int port,
    InetAddress bind,
    Store dynamoDb,
    Store sqs,
    Optional<Path> data,
    Map<String, String> parameters,
    String prefix,
    boolean triggers,
    OnStart onStart,
    Interceptor interceptor) {

  /** Where a service is found. */
  public sealed interface Store {
    /** Started in this JVM; port 0 takes any that is free. */
    record Embedded(int port) implements Store {}

    /** Running already. Nothing is started, only created in it. */
    record External(URI endpoint) implements Store {}
  }

  /** In memory, on loopback, on any free ports. */
  public static LocalOptions of(Path template) {
    return new LocalOptions(
        template,
        0,
        InetAddress.getLoopbackAddress(),
        new Store.Embedded(0),
        new Store.Embedded(0),
        Optional.empty(),
        Map.of(),
        "",
        true,
        _ -> {},
        (_, event, function) -> function.handle(event));
  }

  public LocalOptions withPort(int value) {
    return with(copy -> copy.port = value);
  }

  public LocalOptions withBind(InetAddress value) {
    return with(copy -> copy.bind = value);
  }

  public LocalOptions withDynamoDb(Store value) {
    return with(copy -> copy.dynamoDb = value);
  }

  public LocalOptions withSqs(Store value) {
    return with(copy -> copy.sqs = value);
  }

  public LocalOptions withData(Path value) {
    return with(copy -> copy.data = Optional.of(value));
  }

  public LocalOptions withParameters(Map<String, String> value) {
    return with(copy -> copy.parameters = Map.copyOf(value));
  }

  public LocalOptions withPrefix(String value) {
    return with(copy -> copy.prefix = value);
  }

  /** Leaves messages in their queues, for whoever invokes the functions instead. */
  public LocalOptions withoutTriggers() {
    return with(copy -> copy.triggers = false);
  }

  public LocalOptions withOnStart(OnStart value) {
    return with(copy -> copy.onStart = value);
  }

  public LocalOptions withInterceptor(Interceptor value) {
    return with(copy -> copy.interceptor = value);
  }

  private LocalOptions with(Consumer<Copy> change) {
    Copy copy = new Copy();
    change.accept(copy);
    return copy.made();
  }

  /** What other options say: what nobody changes stays as it is. */
  private final class Copy {
    private int port = LocalOptions.this.port;
    private InetAddress bind = LocalOptions.this.bind;
    private Store dynamoDb = LocalOptions.this.dynamoDb;
    private Store sqs = LocalOptions.this.sqs;
    private Optional<Path> data = LocalOptions.this.data;
    private Map<String, String> parameters = LocalOptions.this.parameters;
    private String prefix = LocalOptions.this.prefix;
    private boolean triggers = LocalOptions.this.triggers;
    private OnStart onStart = LocalOptions.this.onStart;
    private Interceptor interceptor = LocalOptions.this.interceptor;

    LocalOptions made() {
      return new LocalOptions(
          template,
          port,
          bind,
          dynamoDb,
          sqs,
          data,
          parameters,
          prefix,
          triggers,
          onStart,
          interceptor);
    }
  }
}

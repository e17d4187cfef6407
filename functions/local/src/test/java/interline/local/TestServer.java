package interline.local;

import interline.fleet.Organization;
import interline.fleet.Store;
import interline.fleet.StoreProvider;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;

/**
 * The real template behind the local server, once for all tests of the JVM, in the stores that all
 * tests share.
 */
public final class TestServer {

  public static final Path TEMPLATE = Path.of("../../template.yaml");

  private TestServer() {}

  private static final class Shared {
    static final LocalOptions OPTIONS = options();
    static final LocalServer SERVER = start(OPTIONS);
    static final Store STORE = store(SERVER.stack());
  }

  public static LocalServer shared() {
    return Shared.SERVER;
  }

  /** Another server over the shared one's table, whose functions remember nothing yet. */
  public static LocalServer startBesideShared() {
    return start(Shared.OPTIONS.withoutTriggers());
  }

  /** The fleet's table behind the shared server. */
  public static Store store() {
    return Shared.STORE;
  }

  /** A fresh organization on the shared server. */
  public static Tenant tenant() {
    return Tenant.create(store());
  }

  public static Tenant tenant(Organization.Limits limits) {
    return Tenant.create(store(), limits);
  }

  private static final class Anywhere {
    static final LocalServer SERVER =
        start(options().withParameters(Map.of("WebhooksAnywhere", "true", "ApiTimeout", "29")));
  }

  /** A server whose webhooks may lead to this machine. */
  public static LocalServer reachingAnywhere() {
    return Anywhere.SERVER;
  }

  /**
   * A server of a test's own, just as somebody finds it who starts one: only the demo organization
   * is there, and FieldOpt is open to anybody.
   */
  public static LocalServer startOpen() {
    return start(
        options()
            .withParameters(Map.of("FieldOptOpen", "true", "ApiTimeout", "29"))
            .withOnStart(Demo::prepare));
  }

  /** The options of a server of a test's own, beside the others in the same stores. */
  static LocalOptions options() {
    return LocalOptions.of(TEMPLATE)
        .withDynamoDb(new LocalOptions.Store.External(SharedEmulators.running().dynamoDb()))
        .withSqs(new LocalOptions.Store.External(SharedEmulators.running().sqs()))
        // As long as the API itself waits: two cores have to do for all clients of a race. Numbers
        // one by one, so that they follow the order of requests whichever instance serves them.
        .withParameters(Map.of("ApiTimeout", "29", "NumberBlock", "1"))
        .withPrefix("t" + UUID.randomUUID().toString().substring(0, 8) + "-");
  }

  /**
   * The same in emulators of its own, for a test that fills its table beyond what others can bear.
   */
  static LocalOptions apart() {
    return SharedEmulators.apart(options()).withParameters(Map.of("ApiTimeout", "29"));
  }

  static LocalServer start(LocalOptions options) {
    LocalServer server = LocalServer.start(options);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    return server;
  }

  /** A store over the table of a stack. */
  public static Store store(Stack stack) {
    Map<String, String> environment = new LinkedHashMap<>(stack.variables());
    environment.put("TABLE_NAME", stack.tableName("Table"));
    return ServiceLoader.load(StoreProvider.class).findFirst().orElseThrow().store(environment);
  }
}

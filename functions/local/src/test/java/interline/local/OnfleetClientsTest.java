package interline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import interline.fleet.Dialect;
import interline.fleet.Organization;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Onfleet's own clients as they come from PyPI and npm, against the limit of 20 a second: what they
 * call stands in the scripts, and a table of it is printed. Where there is no Python or Node 20, or
 * a registry is out of reach, one line says so and the rest goes on.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnfleetClientsTest {

  private static final String PYTHON_CLIENT = "pyonfleet==1.6.0";
  private static final String NODE_CLIENT = "@onfleet/node-onfleet@1.4.0";
  private static final String NODE_CLIENT_WITH_ERRORS =
      "onfleet-1-3-3@npm:@onfleet/node-onfleet@1.3.3";
  private static final Path PYTHON_HOME = Path.of("target", "pyonfleet");
  private static final Path NODE_HOME = Path.of("target", "node-onfleet");
  private static final Path SCRIPTS = Path.of("src", "test").toAbsolutePath();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LocalServer server = TestServer.reachingAnywhere();
  private final Tenant tenant =
      Tenant.create(TestServer.store(server.stack()), new Organization.Limits(20, 1000));
  private final HttpServer receiver;

  OnfleetClientsTest() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeAll
  void receive() {
    receiver.createContext("/", OnfleetClientsTest::echo);
    receiver.start();
  }

  @AfterAll
  void stop() {
    receiver.stop(0);
  }

  private static void echo(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    String body =
        exchange.getRequestURI().getPath().endsWith("/other")
            ? "ok"
            : query.replaceFirst(".*check=", "");
    exchange.sendResponseHeaders(200, body.length());
    exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
    exchange.close();
  }

  @Test
  void everyCallOfPyonfleetWorks() throws Exception {
    Path python = PYTHON_HOME.resolve("bin").resolve("python").toAbsolutePath();
    if (Run.in(PYTHON_HOME, 60, python.toString(), "-c", "import onfleet").exit() != 0) {
      Run environment = Run.in(PYTHON_HOME, 120, "python3", "-m", "venv", "--clear", ".");
      assumeTrue(environment.exit() == 0, "pyonfleet is not tried: no Python 3 with venv here");
      Run installed =
          Run.in(
              PYTHON_HOME,
              240,
              python.toString(),
              "-m",
              "pip",
              "install",
              "--quiet",
              "--disable-pip-version-check",
              "--retries",
              "1",
              PYTHON_CLIENT);
      assumeTrue(
          installed.exit() == 0, "pyonfleet is not tried: " + PYTHON_CLIENT + " is out of reach");
    }

    everyLineIsGood(
        PYTHON_CLIENT,
        Run.in(
            PYTHON_HOME,
            240,
            python.toString(),
            SCRIPTS.resolve("python").resolve("pyonfleet_calls.py").toString(),
            server.uri().resolve("/api/v2").toString(),
            tenant.key(Dialect.ONFLEET),
            receiver()));
  }

  @Test
  void everyCallOfNodeOnfleetWorks() throws Exception {
    Run version = Run.in(NODE_HOME, 60, "node", "--version");
    assumeTrue(version.exit() == 0, "node-onfleet is not tried: no Node here");
    Path installed = NODE_HOME.resolve("node_modules").resolve("onfleet-1-3-3");
    if (!Files.exists(installed.resolve("package.json"))) {
      Run install =
          Run.in(
              NODE_HOME,
              240,
              "npm",
              "install",
              "--prefix",
              ".",
              "--no-audit",
              "--no-fund",
              NODE_CLIENT,
              NODE_CLIENT_WITH_ERRORS);
      assumeTrue(
          install.exit() == 0, "node-onfleet is not tried: " + NODE_CLIENT + " is out of reach");
    }

    everyLineIsGood("@onfleet/node-onfleet 1.3.3", node("onfleet_errors.cjs"));
    assumeTrue(
        version.output().startsWith("v20."),
        "node-onfleet 1.4.0 is not tried: it is for Node 20, here is " + version.output().strip());
    everyLineIsGood("@onfleet/node-onfleet 1.4.0", node("onfleet_calls.mjs"));
  }

  private Run node(String script) throws Exception {
    return Run.in(
        NODE_HOME,
        240,
        "node",
        SCRIPTS.resolve("node").resolve(script).toString(),
        origin(server.uri()),
        tenant.key(Dialect.ONFLEET),
        receiver());
  }

  private String receiver() {
    return "http://127.0.0.1:" + receiver.getAddress().getPort();
  }

  private static String origin(URI uri) {
    return uri.getScheme() + "://" + uri.getAuthority();
  }

  private static void everyLineIsGood(String client, Run run) throws IOException {
    List<String> table = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    for (String line : run.output().lines().filter(it -> it.startsWith("{")).toList()) {
      JsonNode call = JSON.readTree(line);
      String name = call.path("call").asText();
      String result = call.path("result").asText();
      boolean ok = call.path("ok").asBoolean();
      table.add("| %s | %s | %s |".formatted(name, client, ok ? "ok" : result));
      if (!ok) {
        failed.add(name + ": " + result);
      }
    }
    System.out.println(
        "\n| Call | Client | Result |\n| --- | --- | --- |\n" + String.join("\n", table));
    assertThat(failed).as(run.output()).isEmpty();
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(table).as(run.output()).isNotEmpty();
  }
}

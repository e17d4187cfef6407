package interline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import interline.fleet.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A client that somebody else wrote for Fleetio, as it comes from PyPI: every method that it has
 * for the resources that are served here. Where there is no Python, or PyPI is out of reach, this
 * is skipped and says so.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PyFleetioTest {

  private static final String CLIENT = "pyfleetio==1.0.2";
  private static final Path ENVIRONMENT = Path.of("target", "pyfleetio");
  private static final Path PYTHON = ENVIRONMENT.resolve("bin").resolve("python").toAbsolutePath();
  private static final Path SCRIPT = Path.of("src/test/python/pyfleetio_calls.py");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Tenant tenant = TestServer.tenant();

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    if (Files.exists(PYTHON) && Run.of(60, PYTHON.toString(), "-c", "import fleetio").exit() == 0) {
      return;
    }
    Run environment = Run.of(120, "python3", "-m", "venv", "--clear", ENVIRONMENT.toString());
    assumeTrue(environment.exit() == 0, "pyfleetio is not tried: no Python 3 with venv here");
    Run installed =
        Run.of(
            240,
            PYTHON.toString(),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--retries",
            "1",
            CLIENT);
    assumeTrue(installed.exit() == 0, "pyfleetio is not tried: " + CLIENT + " is out of reach");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accounts",
        "vehicles",
        "vehicle_types",
        "vehicle_statuses",
        "fuel_types",
        "groups",
        "labels",
        "contacts",
        "vehicle_assignments",
        "meter_entries",
        "location_entries",
        "faults",
        "fault_rules",
        "bulk_api_jobs"
      })
  void everyMethodOfTheClientWorks(String group) throws IOException, InterruptedException {
    Run run =
        Run.of(
            120,
            PYTHON.toString(),
            SCRIPT.toString(),
            TestServer.shared().uri().resolve("/api/v1").toString(),
            tenant.key(Dialect.FLEETIO),
            tenant.organization().accountToken(),
            group);

    List<String> table = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    for (String line : run.output().lines().filter(it -> it.startsWith("{")).toList()) {
      JsonNode call = JSON.readTree(line);
      String result = call.path("result").asText();
      table.add(
          "| %s | %s |"
              .formatted(call.path("call").asText(), call.path("ok").asBoolean() ? "ok" : result));
      if (!call.path("ok").asBoolean()) {
        failed.add(call.path("call").asText() + ": " + result);
      }
    }
    System.out.println(
        "\n| " + CLIENT + ", " + group + " | Result |\n| --- | --- |\n" + String.join("\n", table));
    assertThat(failed).as(run.output()).isEmpty();
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(table).as(run.output()).isNotEmpty();
  }
}

package interline.frachtpilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import interline.fleet.ApiKey;
import interline.fleet.Caller;
import interline.fleet.Dialect;
import interline.fleet.OrganizationId;
import interline.fleet.Organizations;
import interline.local.Run;
import interline.local.Tenant;
import interline.local.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * FrachtPilot's own sample, as it is printed, with the base and the key changed. Where there is no
 * Python with requests, it is skipped and says so.
 */
class SeedSnippetTest {

  private static final Path PRINTED = Path.of("src/test/python/frachtpilot_seed.py");
  private static final Path ENVIRONMENT = Path.of("target", "frachtpilot-seed");

  @Test
  void theSampleRunsAsPrinted() throws IOException, InterruptedException {
    String python = python();
    Tenant tenant = TestServer.tenant();
    String secret = UUID.randomUUID().toString();
    TestServer.store()
        .commit(
            new Caller(OrganizationId.OPERATOR, "test"),
            Organizations.issue(
                tenant.organization().number(),
                new ApiKey.Draft(Dialect.FRACHTPILOT, "sample", Optional.of("name@host.de")),
                secret));
    String script =
        Files.readString(PRINTED)
                .replace("https://my.frachtpilot.de", TestServer.shared().uri().toString())
                .replace("Beispiel-API-Schlüssel1337", secret)
            + "print(response.status_code)\nprint(response.text)\n";
    Path file = Files.createTempFile(Path.of("target"), "seed", ".py");
    Files.writeString(file, script);

    Run run = Run.of(60, python, file.toString());

    assertThat(run.exit()).as(run.output()).isZero();
    String[] lines = run.output().split("\n", 2);
    assertThat(lines[0]).as(run.output()).isEqualTo("200");
    JsonNode page = new ObjectMapper().readTree(lines[1]);
    assertThat(page.path("hydra:totalItems").intValue()).isZero();
    assertThat(page.path("hydra:member").isArray()).isTrue();
  }

  private static String python() throws IOException, InterruptedException {
    if (Run.of(30, "python3", "-c", "import requests").exit() == 0) {
      return "python3";
    }
    Run environment = Run.of(120, "python3", "-m", "venv", "--clear", ENVIRONMENT.toString());
    assumeTrue(environment.exit() == 0, "FrachtPilot's sample is not tried: no Python 3 here");
    String python = ENVIRONMENT.resolve("bin").resolve("python").toAbsolutePath().toString();
    Run installed =
        Run.of(
            240,
            python,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--retries",
            "1",
            "requests");
    assumeTrue(
        installed.exit() == 0, "FrachtPilot's sample is not tried: requests is out of reach");
    return python;
  }
}

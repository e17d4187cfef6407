package interline.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

class MainTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --template=no.yaml         | interline: no.yaml: no such template
          --parameter.Stage=prod     | interline: OnlyDeployedFunction: handler class interline.local.NoSuchFunction is missing
          --parameter.Stage=x        | interline: src/test/resources/interline/local/tiny.yaml: parameter Stage is x, not one of [dev, prod]
          --port=many                | interline: port is no port: many
          --bind=no.such.host.test.  | interline: no address of this machine: no.such.host.test.
          --triggers=maybe           | interline: triggers is neither true nor false: maybe
          --colour=red               | interline: unknown argument --colour=red
          """)
  void whatCannotStartSaysWhyInOneLineAndExitsWithTwo(String argument, String line)
      throws Exception {
    Process process = start(List.of(), argument);

    assertThat(process.waitFor(60, SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(errors()).containsExactly(line);
  }

  @Test
  void aPortInUseSaysSoInOneLine() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process api = start(List.of(), "--port=" + taken.getLocalPort());
      assertThat(api.waitFor(60, SECONDS)).isTrue();
      assertThat(api.exitValue()).isEqualTo(2);
      assertThat(errors())
          .singleElement()
          .asString()
          .startsWith("interline: port " + taken.getLocalPort() + " on 127.0.0.1 cannot be taken");
    }
  }

  @ParameterizedTest
  @CsvSource({"dynamodb, DynamoDB Local: port", "sqs, ElasticMQ does not start; is port"})
  void anEmulatorsPortInUseSaysSoInOneLine(String service, String message) throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process process =
          start(List.of(), "--port=0", "--" + service + ".port=" + taken.getLocalPort());
      assertThat(process.waitFor(60, SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(2);
      assertThat(errors())
          .singleElement()
          .asString()
          .startsWith("interline: " + message + " " + taken.getLocalPort());
    }
  }

  @Test
  void itSaysWhereEverythingIsAndNothingElse() throws Exception {
    Process process = start(List.of(), "--port=0");
    try (BufferedReader out = process.inputReader();
        var client = HttpClient.newHttpClient()) {
      URI api = URI.create(value(out, "Interline on "));
      assertThat(value(out, "AWS_ENDPOINT_URL_DYNAMODB=")).startsWith("http://127.0.0.1:");
      assertThat(value(out, "AWS_ENDPOINT_URL_SQS=")).startsWith("http://127.0.0.1:");
      var request = HttpRequest.newBuilder(api.resolve("/things")).build();

      assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(201);

      process.destroy();
      assertThat(process.waitFor(30, SECONDS)).isTrue();
      assertThat(errors()).isEmpty();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void itEndsWithWhoeverStartedIt() throws Exception {
    // given
    Process shell = start(List.of("sh", "-c", "\"$@\" & echo $!; wait", "sh"), "--port=0");
    try (BufferedReader out = shell.inputReader()) {
      long pid = Long.parseLong(value(out, ""));
      value(out, "Interline on ");
      ProcessHandle server = ProcessHandle.of(pid).orElseThrow();

      // when
      shell.destroyForcibly();

      // then
      server.onExit().get(30, SECONDS);
      assertThat(server.isAlive()).isFalse();
    }
  }

  @Test
  void messagesOutliveAKill() throws Exception {
    String data = "--data=" + directory.resolve("kept");
    Process first = start(List.of(), "--port=0", data);
    try (BufferedReader out = first.inputReader();
        SqsClient sqs = sqs(out)) {
      String queue = sqs.getQueueUrl(r -> r.queueName("DeadLetters")).queueUrl();
      sqs.sendMessage(r -> r.queueUrl(queue).messageBody("kept"));
    } finally {
      first.destroyForcibly().waitFor();
    }

    Process second = start(List.of(), "--port=0", data);
    try (BufferedReader out = second.inputReader();
        SqsClient sqs = sqs(out)) {
      String queue = sqs.getQueueUrl(r -> r.queueName("DeadLetters")).queueUrl();
      assertThat(sqs.receiveMessage(r -> r.queueUrl(queue)).messages())
          .singleElement()
          .returns("kept", message -> message.body());
    } finally {
      second.destroyForcibly().waitFor();
    }
  }

  private static SqsClient sqs(BufferedReader out) throws IOException {
    value(out, "Interline on ");
    value(out, "AWS_ENDPOINT_URL_DYNAMODB=");
    return SqsClient.builder()
        .endpointOverride(URI.create(value(out, "AWS_ENDPOINT_URL_SQS=")))
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private Process start(List<String> before, String... arguments) throws IOException {
    var command = new ArrayList<>(before);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Main.class.getName(),
            "--template=" + SharedEmulators.tinyTemplate()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(directory.resolve("err").toFile()).start();
  }

  private List<String> errors() throws IOException {
    return Files.readAllLines(directory.resolve("err"));
  }

  private static String value(BufferedReader out, String prefix) throws IOException {
    String line = Optional.ofNullable(out.readLine()).orElse("");
    assertThat(line).startsWith(prefix);
    return line.substring(prefix.length());
  }
}

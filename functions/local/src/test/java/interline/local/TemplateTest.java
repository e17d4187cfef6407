package interline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interline.local.Template.Authorization;
import interline.local.Template.Index;
import interline.local.Template.KeyPart;
import interline.local.Template.Queue;
import interline.local.Template.QueueSource;
import interline.local.Template.Redrive;
import interline.local.Template.Route;
import interline.local.Template.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  private static final Template TINY = Template.read(SharedEmulators.tinyTemplate(), Map.of());

  private static final Resources REFERENCES =
      new Resources() {
        @Override
        public String ref(String id) {
          return "ref:" + id;
        }

        @Override
        public String attribute(String id, String name) {
          return id + "/" + name;
        }
      };

  @TempDir Path directory;

  @Test
  void functionsHaveTheGlobalsUnderTheirOwn() {
    Template.Function echo = TINY.function("EchoFunction");

    assertThat(echo.handler()).isEqualTo("interline.local.EchoFunction");
    assertThat(echo.timeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(echo.memory()).isEqualTo(512);
    assertThat(echo.environment().with(REFERENCES))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "TABLE", "ref:Things",
                "STAGE", "dev",
                "GREETING", "hello, us-east-1",
                "QUEUE_URL", "ref:WorkQueue",
                "QUEUE_NAME", "WorkQueue/QueueName",
                "JOINED", "a-dev-y"));
    assertThat(TINY.function("WorkFunction").handler()).isEqualTo("interline.local.WorkFunction");
  }

  @Test
  void overridesReachConditionsAndVariables() {
    Template prod =
        Template.read(
            SharedEmulators.tinyTemplate(), Map.of("Stage", "prod", "Greeting", "good day"));

    assertThat(prod.function("OnlyDeployedFunction").handler())
        .isEqualTo("interline.local.NoSuchFunction");
    assertThat(prod.function("EchoFunction").environment().with(REFERENCES))
        .containsEntry("ONLY_DEPLOYED", "yes")
        .containsEntry("GREETING", "good day, us-east-1");
  }

  @Test
  void whatAConditionLeavesOutIsNotThere() {
    assertThat(TINY.functions())
        .extracting(Template.Function::id)
        .containsExactly("EchoFunction", "WorkFunction");
    assertThat(TINY.resources()).doesNotContain("OnlyDeployedFunction").contains("Logs");
  }

  @Test
  void routesQueuesTablesAndSourcesAreAsWritten() {
    assertThat(TINY.routes())
        .containsExactly(
            new Route("ANY", "/things", "EchoFunction", Authorization.NONE),
            new Route("ANY", "/things/{proxy+}", "EchoFunction", Authorization.NONE),
            new Route("POST", "/operator", "EchoFunction", Authorization.AWS_IAM));
    assertThat(TINY.queueSources())
        .containsExactly(new QueueSource("WorkFunction", "WorkQueue", 2, 3, true));
    assertThat(TINY.queues())
        .containsExactly(
            new Queue(
                "WorkQueue",
                "local-work",
                Duration.ofSeconds(30),
                Duration.ZERO,
                false,
                false,
                Optional.of(new Redrive("DeadLetters", 2))),
            new Queue(
                "DeadLetters",
                "DeadLetters",
                Duration.ofSeconds(30),
                Duration.ZERO,
                false,
                false,
                Optional.empty()));
    assertThat(TINY.tables())
        .containsExactly(
            new Table(
                "Things",
                "Things",
                List.of(new KeyPart("pk", "HASH"), new KeyPart("sk", "RANGE")),
                Map.of("pk", "S", "sk", "S", "when", "N"),
                List.of(
                    new Index(
                        "byTime",
                        List.of(new KeyPart("sk", "HASH"), new KeyPart("when", "RANGE")),
                        "INCLUDE",
                        List.of("color"))),
                Optional.of("NEW_AND_OLD_IMAGES"),
                Optional.of("expires")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Stage|other |parameter Stage is other, not one of [dev, prod]
          Nobody|x    |parameter Nobody is not in the template
          """)
  void aWrongOverrideIsRefused(String name, String value, String message) {
    assertThatThrownBy(() -> Template.read(SharedEmulators.tinyTemplate(), Map.of(name, value)))
        .isInstanceOf(StartFailure.class)
        .hasMessageEndingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Handler: a.B            | Handler: a.B::other                    | F: Handler a.B::other is not a handleRequest method
          Handler: a.B            | Timeout: 3                             | F: Handler is missing
          Handler: a.B            | {Handler: a.B, Timeout: soon}          | F: Timeout is not a number: soon
          Type: SQS               | Type: Schedule                         | F.Events.E: trigger type Schedule cannot run here
          BatchSize: 1            | BatchSize: 11                          | F.Events.E.Properties: BatchSize 11 is not 1 to 10
          Queue: !GetAtt Q.Arn    | Queue: !GetAtt T.Arn                   | F: T is not a queue of this template
          Path: /a                | Path: /a/                              | F.Events.H.Properties: Path /a/ ends in a slash, which an HTTP API refuses
          Path: /a                | {Path: /a, PayloadFormatVersion: 1.0}  | F.Events.H.Properties: only PayloadFormatVersion 2.0 can run here
          Path: /a                | {Path: /a, Auth: {Authorizer: Mine}}   | F.Events.H.Properties: authorizer Mine cannot run here
          KeySchema: [*key]       | Other: 1                               | T: KeySchema is missing
          Type: AWS::SQS::Queue   | Type: AWS::Lambda::Function            | Q: only AWS::Serverless::Function and its Events can run here
          Name: !Sub x            | Name: !Transform x                     | Fn::Transform is not understood here
          Default: d              | Type: String                           | parameter P has no value
          """)
  void aTemplateThatCannotRunIsRefusedInOneLine(String right, String wrong, String message)
      throws IOException {
    // given
    String template =
        """
        Parameters: {P: {Default: d}}
        Resources:
          F:
            Type: AWS::Serverless::Function
            Properties: {Handler: a.B,
              Events: {E: {Type: SQS, Properties: {Queue: !GetAtt Q.Arn, BatchSize: 1}},
                       H: {Type: HttpApi, Properties: {Path: /a}}}}
          Q: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub x}}
          T:
            Type: AWS::DynamoDB::Table
            Properties:
              AttributeDefinitions: [{AttributeName: pk, AttributeType: S}]
              KeySchema: [&key {AttributeName: pk, KeyType: HASH}]
        """;
    String changed = change(template, right, wrong);
    Path file = Files.writeString(directory.resolve("template.yaml"), changed);

    // when, then
    assertThatThrownBy(() -> Template.read(file, Map.of()))
        .isInstanceOf(StartFailure.class)
        .hasMessage(file + ": " + message);
  }

  @Test
  void aFileThatIsNoTemplateIsRefusedInOneLine() throws IOException {
    Path missing = directory.resolve("missing.yaml");
    Path broken = Files.writeString(directory.resolve("broken.yaml"), "Resources: {\n  a: [\n");

    assertThatThrownBy(() -> Template.read(missing, Map.of()))
        .hasMessage(missing + ": no such template");
    assertThatThrownBy(() -> Template.read(broken, Map.of()))
        .isInstanceOf(StartFailure.class)
        .message()
        .startsWith(broken + ": ")
        .doesNotContain("\n");
  }

  private static String change(String template, String right, String wrong) {
    String original =
        switch (right) {
          case "KeySchema: [*key]" -> "KeySchema: [&key {AttributeName: pk, KeyType: HASH}]";
          case "Name: !Sub x" -> "Name: !Sub x";
          default -> right;
        };
    String replacement = wrong.startsWith("{") ? wrong.substring(1, wrong.length() - 1) : wrong;
    assertThat(template).contains(original);
    return template.replace(original, replacement);
  }
}

package interline.local;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

import interline.fleet.BulkQueue;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * What must hold in template.yaml and what no linter sees.
 *
 * <p>Values are compared after parameters and mappings are put in; other references stay as the
 * one-entry map that CloudFormation's long form has, {@code {Ref: Table}} for example.
 */
class TemplateRulesTest {

  private static final Path ROOT = Path.of("..", "..");
  private static final Map<String, Object> TEMPLATE = read();

  /** The paths of each API function, each to be served with and without something below it. */
  private static final Map<String, Set<String>> PATHS =
      Map.ofEntries(
          Map.entry("TechniciansFunction", Set.of("/api/v1/technicians")),
          Map.entry("JobsFunction", Set.of("/api/v1/jobs")),
          Map.entry("AssignmentsFunction", Set.of("/api/v1/assignments")),
          Map.entry("RoutingFunction", Set.of("/api/v1/routing")),
          Map.entry("BulkApiJobsFunction", Set.of("/api/v1/bulk_api_jobs", "/api/bulk_api_jobs")),
          Map.entry("VehiclesFunction", Set.of("/api/v1/vehicles", "/api/vehicles")),
          Map.entry("MeterEntriesFunction", Set.of("/api/v1/meter_entries", "/api/meter_entries")),
          Map.entry(
              "LocationEntriesFunction",
              Set.of("/api/v1/location_entries", "/api/location_entries")),
          Map.entry("UsersFunction", Set.of("/api/v1/users", "/api/users")),
          Map.entry("AccountsFunction", Set.of("/api/v1/accounts", "/api/accounts")),
          Map.entry("FaultsFunction", Set.of("/api/v1/faults", "/api/faults")),
          Map.entry("FaultRulesFunction", Set.of("/api/v1/fault_rules", "/api/fault_rules")),
          Map.entry("WebhooksFunction", Set.of("/api/v1/webhooks", "/api/webhooks")),
          Map.entry(
              "WebhookEventsFunction", Set.of("/api/v1/webhook_events", "/api/webhook_events")),
          Map.entry(
              "ContactsFunction", Set.of("/api/v1/contacts", "/api/v2/contacts", "/api/contacts")),
          Map.entry(
              "VehicleAssignmentsFunction",
              Set.of("/api/v1/vehicle_assignments", "/api/vehicle_assignments")),
          Map.entry("VehicleTypesFunction", Set.of("/api/v1/vehicle_types", "/api/vehicle_types")),
          Map.entry(
              "VehicleStatusesFunction",
              Set.of("/api/v1/vehicle_statuses", "/api/vehicle_statuses")),
          Map.entry("GroupsFunction", Set.of("/api/v1/groups", "/api/groups")),
          Map.entry("LabelsFunction", Set.of("/api/v1/labels", "/api/labels")),
          Map.entry("FuelTypesFunction", Set.of("/api/v1/fuel_types", "/api/fuel_types")),
          Map.entry("FrachtPilotAccountsFunction", Set.of("/api_v2/accounts", "/api_v2/customers")),
          Map.entry("OrdersFunction", Set.of("/api_v2/orders")),
          Map.entry("ToursFunction", Set.of("/api_v2/tours")),
          Map.entry("FrachtPilotUsersFunction", Set.of("/api_v2/users", "/api_v2/me")),
          Map.entry("IdsFunction", Set.of("/operator/ids")),
          Map.entry("AuthFunction", Set.of("/api/v2")),
          Map.entry("TeamsFunction", Set.of("/api/v2/teams")),
          Map.entry("WorkersFunction", Set.of("/api/v2/workers")),
          Map.entry(
              "OrganizationFunction", Set.of("/api/v2/organization", "/api/v2/organizations")),
          Map.entry("TrimbleAccountsFunction", Set.of("/api/assets/v1/accounts")),
          Map.entry("DriversFunction", Set.of("/api/assets/v1/drivers")),
          Map.entry("TrimbleVehiclesFunction", Set.of("/api/assets/v1/vehicles")),
          Map.entry("VehicleGroupsFunction", Set.of("/api/assets/v1/vehiclegroups")),
          Map.entry("DriverGroupsFunction", Set.of("/api/assets/v1/drivergroups")),
          Map.entry("AdminsFunction", Set.of("/api/v2/admins")),
          Map.entry("OnfleetWebhooksFunction", Set.of("/api/v2/webhooks")),
          Map.entry("CustomFieldsFunction", Set.of("/api/v2/customFields")),
          Map.entry("DestinationsFunction", Set.of("/api/v2/destinations")),
          Map.entry("TasksFunction", Set.of("/api/v2/tasks")),
          Map.entry("ContainersFunction", Set.of("/api/v2/containers")),
          Map.entry("RoutePlansFunction", Set.of("/api/v2/routePlans")),
          Map.entry("IntegrationsFunction", Set.of("/api/v2/integrations")),
          Map.entry("RecipientsFunction", Set.of("/api/v2/recipients")),
          Map.entry("HubsFunction", Set.of("/api/v2/hubs")),
          Map.entry("OperatorFunction", Set.of("/operator")));

  /** Properties that bound something, and so must be parameters wherever they appear. */
  private static final Set<String> LIMITS =
      Set.of(
          "MemorySize",
          "Timeout",
          "MaximumConcurrency",
          "maxReceiveCount",
          "VisibilityTimeout",
          "RetentionInDays",
          "ThrottlingRateLimit",
          "ThrottlingBurstLimit",
          "Threshold");

  private static final Pattern CODE =
      Pattern.compile("functions/(?<module>[a-z]+)/target/\\k<module>-function\\.jar");

  @TestFactory
  Stream<DynamicTest> everyFunctionRunsAlike() {
    return eachFunction(
        (name, function) -> {
          assertThat(at(function, "Runtime")).isEqualTo("java25");
          assertThat(at(function, "Architectures")).isEqualTo(List.of("arm64"));
          assertThat(number(at(function, "MemorySize"))).isEqualTo(1024);
          assertThat(at(function, "AutoPublishAlias")).isEqualTo("live");
          assertThat(at(function, "AutoPublishAliasAllProperties")).isEqualTo(true);
        });
  }

  @TestFactory
  Stream<DynamicTest> everyFunctionLogsJsonIntoItsOwnGroupWithRetention() {
    return eachFunction(
        (name, function) -> {
          assertThat(at(function, "LoggingConfig", "LogFormat")).isEqualTo("JSON");
          String group = requireNonNull(name.replaceAll("Function$", "Logs"));
          assertThat(at(function, "LoggingConfig", "LogGroup")).isEqualTo(Map.of("Ref", group));
          assertThat(resources("AWS::Logs::LogGroup")).containsKey(group);
        });
  }

  @Test
  void everyLogGroupHasRetention() {
    assertThat(resources("AWS::Logs::LogGroup").values())
        .isNotEmpty()
        .allSatisfy(group -> assertThat(number(at(group, "RetentionInDays"))).isPositive());
  }

  @TestFactory
  Stream<DynamicTest> everyFunctionIsAHandlerOfTheModuleThatItsJarIsBuiltFrom() {
    return eachFunction(
        (name, function) -> {
          var code = CODE.matcher(text(at(function, "CodeUri")));
          assertThat(code.matches()).as(text(at(function, "CodeUri"))).isTrue();
          String module = requireNonNull(code.group("module"));
          assertThat(ROOT.resolve("functions").resolve(module)).isDirectory();
          assertThat(at(function, "Handler"))
              .isEqualTo("interline." + module + "." + name + "::handleRequest");
          assertThat(at(resource(name), "Metadata", "SkipBuild")).isEqualTo(true);
        });
  }

  @TestFactory
  Stream<DynamicTest> everyFunctionHasASampleEvent() {
    return eachFunction(
        (name, function) ->
            assertThat(ROOT.resolve("events").resolve(dashed(name) + ".json")).isRegularFile());
  }

  @Test
  void everySampleEventIsOfAFunction() throws IOException {
    try (var files = Files.list(ROOT.resolve("events"))) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .containsExactlyInAnyOrderElementsOf(
              functions().keySet().stream().map(name -> dashed(name) + ".json").toList());
    }
  }

  @Test
  void everyFunctionIsTheApisOrTheQueues() {
    assertThat(apiFunctions().keySet()).isEqualTo(PATHS.keySet());
    var others = new TreeSet<>(functions().keySet());
    others.removeAll(PATHS.keySet());
    assertThat(others).containsExactly("BulkFunction");
  }

  @Test
  void apiFunctionsStartFromASnapshotAndTheWorkerDoesNot() {
    assertThat(apiFunctions().values())
        .allSatisfy(
            function ->
                assertThat(at(function, "SnapStart", "ApplyOn")).isEqualTo("PublishedVersions"));
    assertThat(at(bulk(), "SnapStart", "ApplyOn")).isEqualTo("None");
  }

  @Test
  void apiFunctionsAnswerWithinTheApisThirtySeconds() {
    assertThat(apiFunctions().values())
        .allSatisfy(function -> assertThat(number(at(function, "Timeout"))).isBetween(3, 29));
  }

  @TestFactory
  Stream<DynamicTest> anApiFunctionHasExactlyTwoRoutesForEachOfItsPaths() {
    return eachOf(
        apiFunctions(),
        (name, function) -> {
          var expected =
              requireNonNull(PATHS.get(name)).stream()
                  .flatMap(path -> Stream.of("ANY " + path, "ANY " + path + "/{proxy+}"))
                  .toList();
          assertThat(events(function, "HttpApi"))
              .allSatisfy(event -> assertThat(at(event, "ApiId")).isEqualTo(Map.of("Ref", "Api")))
              .extracting(event -> at(event, "Method") + " " + at(event, "Path"))
              .containsExactlyInAnyOrderElementsOf(expected);
        });
  }

  @Test
  void onlyTheOperatorsRoutesAskForAwsCredentialsAndAllOfThemDo() {
    apiFunctions()
        .forEach(
            (name, function) -> {
              boolean operators = text(at(function, "Handler")).startsWith("interline.operator.");
              var authorizer = operators ? "AWS_IAM" : null;
              assertThat(events(function, "HttpApi"))
                  .allSatisfy(
                      event -> assertThat(at(event, "Auth", "Authorizer")).isEqualTo(authorizer));
            });
    assertThat(at(properties("Api"), "Auth", "EnableIamAuthorizer")).isEqualTo(true);
  }

  @Test
  void theApiIsOnTheDefaultStageAndLogsItsCalls() {
    assertThat(resources("AWS::Serverless::HttpApi")).containsOnlyKeys("Api");
    assertThat(at(properties("Api"), "StageName")).isEqualTo("$default");
    assertThat(at(properties("Api"), "AccessLogSettings", "DestinationArn"))
        .isEqualTo(Map.of("GetAtt", "AccessLogs.Arn"));
  }

  // fleetio §3.1: at most 10 jobs are processed at once
  @Test
  void bulkJobsAreWorkedOffOneByOneTenAtATimeAndFailOneByOne() {
    var source = events(bulk(), "SQS");
    assertThat(source).hasSize(1);
    var queue = source.getFirst();
    assertThat(at(queue, "Queue")).isEqualTo(Map.of("GetAtt", "BulkQueue.Arn"));
    assertThat(number(at(queue, "BatchSize"))).isEqualTo(1);
    assertThat(number(at(queue, "ScalingConfig", "MaximumConcurrency"))).isEqualTo(10);
    assertThat(at(queue, "FunctionResponseTypes")).isEqualTo(List.of("ReportBatchItemFailures"));
  }

  @Test
  void concurrencyCanOnlyBeWhatLambdaTakes() {
    assertThat(number(at(TEMPLATE, "Parameters", "BulkConcurrency", "MinValue"))).isEqualTo(2);
    assertThat(number(at(TEMPLATE, "Parameters", "BulkConcurrency", "MaxValue"))).isEqualTo(1000);
  }

  @Test
  void aMessageStaysHiddenForSixTimesTheTimeoutWhateverTheTimeout() {
    var visibility =
        Map.of("FindInMap", List.of("BulkVisibility", Map.of("Ref", "BulkTimeout"), "Seconds"));
    assertThat(at(declared("BulkQueue"), "VisibilityTimeout")).isEqualTo(visibility);
    assertThat(at(declared("BulkFunction"), "Environment", "Variables", "BULK_VISIBILITY"))
        .isEqualTo(visibility);
    assertThat(at(declared("BulkFunction"), "Timeout")).isEqualTo(Map.of("Ref", "BulkTimeout"));

    var timeouts = list(at(TEMPLATE, "Parameters", "BulkTimeout", "AllowedValues"));
    var seconds = map(at(TEMPLATE, "Mappings", "BulkVisibility"));
    assertThat(seconds.keySet()).containsExactlyInAnyOrderElementsOf(strings(timeouts));
    seconds.forEach(
        (timeout, row) ->
            assertThat(number(at(row, "Seconds"))).isEqualTo(6 * Integer.parseInt(timeout)));
    assertThat(number(at(properties("BulkQueue"), "VisibilityTimeout")))
        .isEqualTo(6 * number(at(bulk(), "Timeout")));
  }

  @Test
  void whatCannotBeWorkedOffEndsInTheDeadLettersAndOutlivesTheQueue() {
    var redrive = at(properties("BulkQueue"), "RedrivePolicy");
    assertThat(at(redrive, "deadLetterTargetArn"))
        .isEqualTo(Map.of("GetAtt", "BulkDeadLetters.Arn"));
    assertThat(number(at(redrive, "maxReceiveCount"))).isEqualTo(5);
    assertThat(at(bulk(), "Environment", "Variables", "BULK_RECEIVES"))
        .isEqualTo(at(redrive, "maxReceiveCount"));
    assertThat(number(at(properties("BulkDeadLetters"), "MessageRetentionPeriod")))
        .isEqualTo(14 * 24 * 60 * 60)
        .isGreaterThan(number(at(properties("BulkQueue"), "MessageRetentionPeriod")));
    assertThat(number(at(properties("BulkQueue"), "MessageRetentionPeriod")))
        .isEqualTo((int) BulkQueue.KEPT.toSeconds());
  }

  @Test
  void queuesAreEncrypted() {
    assertThat(resources("AWS::SQS::Queue").values())
        .allSatisfy(queue -> assertThat(at(queue, "SqsManagedSseEnabled")).isEqualTo(true));
  }

  @Test
  void theTableIsPaidByUseStreamsForgetsAndIsNeverLost() {
    assertThat(resources("AWS::DynamoDB::Table")).containsOnlyKeys("Table");
    var table = properties("Table");
    assertThat(at(table, "BillingMode")).isEqualTo("PAY_PER_REQUEST");
    assertThat(at(table, "StreamSpecification", "StreamViewType")).isEqualTo("NEW_AND_OLD_IMAGES");
    assertThat(at(table, "TimeToLiveSpecification"))
        .isEqualTo(Map.of("AttributeName", "expires", "Enabled", true));
    assertThat(at(table, "PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled"))
        .isEqualTo(true);
    assertThat(at(table, "DeletionProtectionEnabled")).isEqualTo(true);
    assertThat(at(table, "SSESpecification", "SSEEnabled")).isEqualTo(true);
    assertThat(at(resource("Table"), "DeletionPolicy")).isEqualTo("Retain");
    assertThat(at(resource("Table"), "UpdateReplacePolicy")).isEqualTo("Retain");
  }

  @Test
  void theTableHasItsKeyAndThreeIndexesWithNamesThatDynamoDbTakes() {
    var table = properties("Table");
    assertThat(keys(table)).containsExactly("pk", "sk");
    var indexes = new TreeMap<String, List<String>>();
    var projected = new TreeMap<String, String>();
    for (var index : list(at(table, "GlobalSecondaryIndexes"))) {
      indexes.put(text(at(index, "IndexName")), keys(index));
      projected.put(text(at(index, "IndexName")), text(at(index, "Projection", "ProjectionType")));
    }
    assertThat(indexes)
        .isEqualTo(
            Map.of(
                "listing", List.of("lpk", "lsk"),
                "finding", List.of("fpk", "fsk"),
                "ordering", List.of("lpk", "osk")));
    assertThat(projected)
        .isEqualTo(Map.of("listing", "ALL", "finding", "ALL", "ordering", "KEYS_ONLY"));
    assertThat(indexes.keySet()).allSatisfy(name -> assertThat(name).hasSizeGreaterThan(2));
  }

  @TestFactory
  Stream<DynamicTest> everyFunctionMayDoWhatIsWrittenOutAndNothingElse() {
    return eachFunction(
        (name, function) -> {
          var role = at(function, "Role", "GetAtt");
          var holder = role == null ? function : properties(text(role).replaceFirst("\\.Arn$", ""));
          var statements = statements(list(at(holder, "Policies")));
          assertThat(statements).isNotEmpty();
          for (var statement : statements) {
            assertThat(at(statement, "Effect")).isEqualTo("Allow");
            assertThat(strings(list(at(statement, "Action"))))
                .isNotEmpty()
                .doesNotContain("dynamodb:Scan")
                .allSatisfy(action -> assertThat(action).matches("[a-z-]+:[A-Za-z]+"));
            assertThat(list(at(statement, "Resource")))
                .isNotEmpty()
                .allSatisfy(resource -> assertThat(String.valueOf(resource)).doesNotContain("*"));
          }
        });
  }

  @Test
  void noTwoRolesHaveTheSameRights() {
    assertThat(resources("AWS::IAM::Role").keySet())
        .extracting(role -> statements(list(at(properties(role), "Policies"))))
        .doesNotHaveDuplicates();
  }

  @Test
  void onlyWhoSendsKnowsTheBulkQueue() {
    functions()
        .forEach(
            (name, function) ->
                assertThat(at(function, "Environment", "Variables", "BULK_QUEUE_URL") != null)
                    .as(name)
                    .isEqualTo(
                        Set.of("BulkApiJobsFunction", "TasksFunction", "BulkFunction")
                            .contains(name)));
  }

  @TestFactory
  Stream<DynamicTest> errorsAndThrottlesOfEveryFunctionRaiseAnAlarm() {
    return eachFunction(
        (name, function) -> {
          for (var metric : List.of("Errors", "Throttles")) {
            assertThat(alarms("AWS/Lambda", metric, Map.of("Ref", name)))
                .as(metric)
                .singleElement()
                .extracting(alarm -> at(alarm, "Statistic"))
                .isEqualTo("Sum");
          }
        });
  }

  @Test
  void deadLettersAndALongWaitRaiseAnAlarm() {
    assertThat(
            alarms(
                "AWS/SQS",
                "ApproximateNumberOfMessagesVisible",
                Map.of("GetAtt", "BulkDeadLetters.QueueName")))
        .singleElement()
        .satisfies(alarm -> assertThat(number(at(alarm, "Threshold"))).isZero());
    assertThat(
            alarms(
                "AWS/SQS",
                "ApproximateAgeOfOldestMessage",
                Map.of("GetAtt", "BulkQueue.QueueName")))
        .hasSize(1);
  }

  @Test
  void everyAlarmFiresAboveItsThresholdAndTellsTheTopic() {
    var topic =
        Map.of(
            "If",
            List.of(
                "AlarmsAreSent",
                List.of(Map.of("Ref", "AlarmTopicArn")),
                Map.of("Ref", "AWS::NoValue")));
    assertThat(resources("AWS::CloudWatch::Alarm").keySet())
        .allSatisfy(
            name -> {
              var alarm = declared(name);
              assertThat(at(alarm, "ComparisonOperator")).isEqualTo("GreaterThanThreshold");
              assertThat(at(alarm, "TreatMissingData")).isEqualTo("notBreaching");
              assertThat(at(alarm, "AlarmActions")).isEqualTo(topic);
            });
  }

  @Test
  void everyLimitIsAParameter() {
    assertThat(literalLimits("", at(TEMPLATE, "Globals")).toList()).isEmpty();
    assertThat(literalLimits("", at(TEMPLATE, "Resources")).toList()).isEmpty();
  }

  @Test
  void everyParameterIsUsedSaysWhatItIsForAndHasADefault() {
    var rest = new LinkedHashMap<>(TEMPLATE);
    rest.remove("Parameters");
    map(at(TEMPLATE, "Parameters"))
        .forEach(
            (name, parameter) -> {
              assertThat(String.valueOf(rest)).as(name).contains("Ref=" + name);
              assertThat(text(at(parameter, "Description"))).as(name).isNotBlank();
              assertThat(map(parameter)).as(name).containsKey("Default");
            });
  }

  @Test
  void whatIsForOneMachineOnlyMeansNothingWhenDeployedAndFieldOptIsClosed() {
    assertThat(at(TEMPLATE, "Parameters", "DynamoDbEndpoint", "Default")).isEqualTo("");
    assertThat(at(TEMPLATE, "Parameters", "SqsEndpoint", "Default")).isEqualTo("");
    assertThat(at(TEMPLATE, "Parameters", "FieldOptOpen", "Default")).isEqualTo("false");
  }

  @Test
  void everyWaiverOfTheSecurityScanGivesItsReason() {
    map(at(TEMPLATE, "Resources"))
        .forEach(
            (name, resource) -> {
              if (at(resource, "Metadata", "checkov", "skip") instanceof List<?> waivers) {
                assertThat(waivers)
                    .as(name)
                    .allSatisfy(waiver -> assertThat(text(at(waiver, "comment"))).isNotBlank());
              }
            });
  }

  // The template's parts

  private static Map<String, Map<String, Object>> functions() {
    return resources("AWS::Serverless::Function");
  }

  private static Map<String, Map<String, Object>> apiFunctions() {
    var functions = functions();
    functions.values().removeIf(function -> events(function, "HttpApi").isEmpty());
    return functions;
  }

  private static Map<String, Object> bulk() {
    return properties("BulkFunction");
  }

  /** The properties of all resources of a type, by name. */
  private static Map<String, Map<String, Object>> resources(String type) {
    return map(at(TEMPLATE, "Resources")).keySet().stream()
        .filter(name -> type.equals(at(resource(name), "Type")))
        .collect(
            Collectors.toMap(
                name -> name, TemplateRulesTest::properties, (one, other) -> one, TreeMap::new));
  }

  private static Map<String, Object> resource(String name) {
    return map(at(TEMPLATE, "Resources", name));
  }

  /** A resource's properties as they are written. */
  private static Map<String, Object> declared(String name) {
    return map(at(resource(name), "Properties"));
  }

  /** A resource's properties with a function's globals under them and parameters put in. */
  private static Map<String, Object> properties(String name) {
    var properties = declared(name);
    boolean function = "AWS::Serverless::Function".equals(at(resource(name), "Type"));
    return map(
        resolved(function ? merged(at(TEMPLATE, "Globals", "Function"), properties) : properties));
  }

  private static List<Map<String, Object>> events(Map<String, Object> function, String type) {
    return map(at(function, "Events")).values().stream()
        .filter(event -> type.equals(at(event, "Type")))
        .map(event -> map(at(event, "Properties")))
        .toList();
  }

  private static List<Map<String, Object>> alarms(String space, String metric, Object of) {
    Predicate<Object> ofIt = dimension -> of.equals(at(dimension, "Value"));
    return resources("AWS::CloudWatch::Alarm").values().stream()
        .filter(alarm -> space.equals(at(alarm, "Namespace")))
        .filter(alarm -> metric.equals(at(alarm, "MetricName")))
        .filter(alarm -> list(at(alarm, "Dimensions")).stream().allMatch(ofIt))
        .toList();
  }

  private static List<Object> statements(List<Object> policies) {
    return policies.stream()
        .flatMap(
            policy ->
                list(
                    Optional.ofNullable(at(policy, "PolicyDocument", "Statement"))
                        .orElseGet(() -> requireNonNull(at(policy, "Statement"))))
                    .stream())
        .toList();
  }

  /** Names and types of a key, checked to be strings, hash before range. */
  private static List<String> keys(Object tableOrIndex) {
    var schema = list(at(tableOrIndex, "KeySchema"));
    assertThat(schema)
        .extracting(part -> String.valueOf(at(part, "KeyType")))
        .containsExactly("HASH", "RANGE");
    var names = schema.stream().map(part -> text(at(part, "AttributeName"))).toList();
    assertThat(list(at(properties("Table"), "AttributeDefinitions")))
        .containsAll(
            names.stream()
                .map(name -> (Object) Map.of("AttributeName", name, "AttributeType", "S"))
                .toList());
    return names;
  }

  private static Stream<String> literalLimits(String path, @Nullable Object value) {
    return switch (value) {
      case Map<?, ?> node ->
          node.entrySet().stream()
              .flatMap(
                  entry -> {
                    String below = path + "/" + entry.getKey();
                    return LIMITS.contains(String.valueOf(entry.getKey()))
                            && !(entry.getValue() instanceof Map)
                        ? Stream.of(below)
                        : literalLimits(below, entry.getValue());
                  });
      case List<?> items ->
          IntStream.range(0, items.size())
              .boxed()
              .flatMap(index -> literalLimits(path + "/" + index, items.get(index)));
      case null, default -> Stream.empty();
    };
  }

  private interface Rule {
    void holds(String name, Map<String, Object> function);
  }

  private static Stream<DynamicTest> eachFunction(Rule rule) {
    return eachOf(functions(), rule);
  }

  private static Stream<DynamicTest> eachOf(Map<String, Map<String, Object>> functions, Rule rule) {
    assertThat(functions).isNotEmpty();
    return functions.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(), () -> rule.holds(entry.getKey(), entry.getValue())));
  }

  /** {@code BulkApiJobsFunction} is {@code bulk-api-jobs}. */
  private static String dashed(String function) {
    return function
        .replaceAll("Function$", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  // Reading

  private static Map<String, Object> read() {
    try (Reader reader = Files.newBufferedReader(ROOT.resolve("template.yaml"))) {
      return new Yaml(new CloudFormation()).load(reader);
    } catch (IOException e) {
      throw new IllegalStateException("template.yaml cannot be read", e);
    }
  }

  /** Reads {@code !Ref Table} as {@code {Ref: Table}}, and so on for every tag. */
  private static final class CloudFormation extends SafeConstructor {

    CloudFormation() {
      super(new LoaderOptions());
      yamlMultiConstructors.put(
          "!",
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              return Map.of(node.getTag().getValue().substring(1), value(node));
            }
          });
    }

    private Object value(Node node) {
      return switch (node) {
        case ScalarNode scalar -> scalar.getValue();
        case SequenceNode sequence -> constructSequence(sequence);
        case MappingNode mapping -> constructMapping(mapping);
        default -> throw new IllegalStateException("no value in " + node);
      };
    }
  }

  private static Object resolved(Object value) {
    if (value instanceof Map<?, ?> node) {
      if (node.get("Ref") instanceof String name) {
        return requireNonNullElse(at(TEMPLATE, "Parameters", name, "Default"), node);
      }
      if (node.get("FindInMap") instanceof List<?> path) {
        var keys = path.stream().map(key -> String.valueOf(resolved(key))).toList();
        return requireNonNull(
            at(TEMPLATE, "Mappings", keys.get(0), keys.get(1), keys.get(2)), keys::toString);
      }
      var copy = new LinkedHashMap<String, Object>();
      node.forEach((key, item) -> copy.put(String.valueOf(key), resolved(item)));
      return copy;
    }
    return value instanceof List<?> items
        ? items.stream().map(TemplateRulesTest::resolved).toList()
        : value;
  }

  private static Object merged(@Nullable Object under, Object over) {
    if (!(under instanceof Map<?, ?>) || !(over instanceof Map<?, ?>)) {
      return over;
    }
    var both = new LinkedHashMap<>(map(under));
    map(over).forEach((key, value) -> both.put(key, merged(both.get(key), value)));
    return both;
  }

  private static @Nullable Object at(@Nullable Object value, String... path) {
    Object found = value;
    for (var key : path) {
      found = found instanceof Map<?, ?> node ? node.get(key) : null;
    }
    return found;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(@Nullable Object value) {
    return value == null ? List.of() : (List<Object>) value;
  }

  private static List<String> strings(List<Object> values) {
    return values.stream().map(String::valueOf).toList();
  }

  private static String text(@Nullable Object value) {
    assertThat(value).isInstanceOf(String.class);
    return String.valueOf(value);
  }

  private static int number(@Nullable Object value) {
    return Integer.parseInt(String.valueOf(value));
  }
}

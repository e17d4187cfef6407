package interline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import interline.fleet.Kind;
import interline.fleet.OrganizationId;
import interline.fleet.Snapshot;
import interline.fleet.StoreProvider;
import interline.fleet.Tasks;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

final class EnvironmentTest {

  private static final String JOB = "6f1c8f3e-0000-4000-8000-000000000001";

  @Test
  void functionFindsItsStoreByItsEnvironmentAndSpeaksHttp() {
    try (DynamoDbClient client = Aws.dynamoDb(Emulator.environment());
        TestTable table = TestTable.through(client)) {
      Map<String, String> environment = new HashMap<>(Emulator.environment());
      environment.put("TABLE_NAME", table.name());
      environment.put("NUMBER_BLOCK", "5");

      var task =
          provider().store(environment).commit(TestTable.CALLER, Tasks.create(Samples.draft()));

      Snapshot snapshot = provider().store(environment).snapshot(TestTable.CALLER);
      assertThat(snapshot.get(task.ref()).recipient()).isEqualTo(task.recipient());
      assertThat(snapshot.number(Kind.TASK)).isEqualTo(6);
    }
  }

  @Test
  void storeWithoutATableIsAMistake() {
    assertThatIllegalStateException()
        .isThrownBy(() -> provider().store(Map.of("TABLE_NAME", "", "AWS_REGION", "eu-central-1")))
        .withMessage("TABLE_NAME is not set");
    assertThatIllegalStateException()
        .isThrownBy(() -> provider().bulkQueue(Map.of("AWS_REGION", "eu-central-1")))
        .withMessage("BULK_QUEUE_URL is not set");
  }

  @Test
  void bulkJobsOfAnOrganizationAreOneMessageGroup() {
    List<SendMessageRequest> sent = new ArrayList<>();
    SqsClient client =
        (SqsClient)
            Proxy.newProxyInstance(
                SqsClient.class.getClassLoader(),
                new Class<?>[] {SqsClient.class},
                (_, _, arguments) -> {
                  sent.add((SendMessageRequest) arguments[0]);
                  return SendMessageResponse.builder().build();
                });

    new SqsBulkQueue(client, "http://queue").send(new OrganizationId(7), JOB);

    assertThat(sent)
        .containsExactly(
            SendMessageRequest.builder()
                .queueUrl("http://queue")
                .messageGroupId("7")
                .messageBody("{\"organization\":7,\"job\":\"" + JOB + "\"}")
                .build());
  }

  private static StoreProvider provider() {
    return ServiceLoader.load(StoreProvider.class).findFirst().orElseThrow();
  }
}

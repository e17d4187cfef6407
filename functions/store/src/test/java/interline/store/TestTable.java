package interline.store;

import interline.fleet.Caller;
import interline.fleet.Change;
import interline.fleet.Decision;
import interline.fleet.OrganizationId;
import interline.fleet.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** A table of one test's own, as template.yaml describes it. */
final class TestTable implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");
  static final OrganizationId ORGANIZATION = new OrganizationId(7);
  static final Caller CALLER = new Caller(ORGANIZATION, "ada");

  /** How many numbers a store leases, unless a test is about that. */
  static final int BLOCK = 100;

  private final DynamoDbClient client;
  private final String name;
  private final Runnable end;

  private TestTable(DynamoDbClient client, String name, Runnable end) {
    this.client = client;
    this.name = name;
    this.end = end;
  }

  static TestTable fresh() {
    DynamoDbClient client = Emulator.client();
    return through(client, () -> Emulator.leave(client));
  }

  static TestTable through(DynamoDbClient client) {
    return through(client, () -> {});
  }

  private static TestTable through(DynamoDbClient client, Runnable end) {
    String name = "t-" + UUID.randomUUID();
    client.createTable(
        CreateTableRequest.builder()
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(
                List.of("pk", "sk", "lpk", "lsk", "fpk", "fsk", "osk").stream()
                    .map(TestTable::text)
                    .toList())
            .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
            .globalSecondaryIndexes(
                index("listing", "lpk", "lsk", ProjectionType.ALL),
                index("finding", "fpk", "fsk", ProjectionType.ALL),
                index("ordering", "lpk", "osk", ProjectionType.KEYS_ONLY))
            .streamSpecification(
                stream ->
                    stream.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES))
            .build());
    while (client.describeTable(request -> request.tableName(name)).table().tableStatus()
        != TableStatus.ACTIVE) {
      sleep(Duration.ofMillis(100));
    }
    return new TestTable(client, name, end);
  }

  DynamoDbClient client() {
    return client;
  }

  String name() {
    return name;
  }

  DynamoStore store() {
    return store(client);
  }

  /** A store whose time stands still and whose pauses take none. */
  DynamoStore store(DynamoDbClient through) {
    return new DynamoStore(through, name, InstantSource.fixed(NOW), _ -> {}, BLOCK);
  }

  /** A store for many threads, who have to let each other pass. */
  DynamoStore patientStore(DynamoDbClient through) {
    return new DynamoStore(through, name, InstantSource.fixed(NOW), TestTable::sleep, BLOCK);
  }

  Snapshot snapshot() {
    return store().snapshot(CALLER);
  }

  void write(Change... changes) {
    write(CALLER, changes);
  }

  void write(Caller caller, Change... changes) {
    boolean _ = store().commit(caller, _ -> Decision.of(true, changes));
  }

  /** All items, by partition and sort key. */
  SortedMap<String, Map<String, AttributeValue>> contents() {
    SortedMap<String, Map<String, AttributeValue>> contents = new TreeMap<>();
    client.scanPaginator(scan -> scan.tableName(name).consistentRead(true)).items().stream()
        .forEach(item -> contents.put(where(item), item));
    return contents;
  }

  /** The place of an item, for people. */
  static String where(Map<String, AttributeValue> item) {
    return Item.of(item).getText(Item.PK) + " | " + Item.of(item).getText(Item.SK);
  }

  @Override
  public void close() {
    client.deleteTable(request -> request.tableName(name));
    end.run();
  }

  static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static GlobalSecondaryIndex index(
      String name, String partition, String sort, ProjectionType type) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(key(partition, KeyType.HASH), key(sort, KeyType.RANGE))
        .projection(projection -> projection.projectionType(type))
        .build();
  }

  /** Gives each test that asks for one a table of its own. */
  static final class Fresh implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == TestTable.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
      return test.getStore(ExtensionContext.Namespace.create(Fresh.class, test.getUniqueId()))
          .computeIfAbsent(TestTable.class, _ -> fresh(), TestTable.class);
    }
  }
}

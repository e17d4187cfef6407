package interline.store;

import interline.fleet.OrganizationId;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Secrets of the deployment: each is made once for the table, kept in it, and read once. */
final class Secrets {

  private static final int LENGTH = 32;

  private final DynamoDbClient client;
  private final String table;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, byte[]> known = new ConcurrentHashMap<>();

  Secrets(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  byte[] get(String name) {
    return known.computeIfAbsent(name, _ -> find(name).orElseGet(() -> make(name))).clone();
  }

  private Optional<byte[]> find(String name) {
    return Optional.ofNullable(
            client
                .getItem(
                    GetItemRequest.builder()
                        .tableName(table)
                        .key(where(name))
                        .consistentRead(true)
                        .build())
                .item()
                .get("secret"))
        .map(secret -> secret.b().asByteArray());
  }

  private byte[] make(String name) {
    byte[] secret = new byte[LENGTH];
    random.nextBytes(secret);
    Map<String, AttributeValue> item = new LinkedHashMap<>(where(name));
    item.put("secret", AttributeValue.fromB(SdkBytes.fromByteArray(secret)));
    try {
      client.putItem(
          PutItemRequest.builder()
              .tableName(table)
              .item(item)
              .conditionExpression("attribute_not_exists(pk)")
              .build());
      return secret;
    } catch (ConditionalCheckFailedException _) {
      return find(name).orElseThrow();
    }
  }

  private static Map<String, AttributeValue> where(String name) {
    return Item.key(new Keys(OrganizationId.OPERATOR).secret(), name);
  }
}

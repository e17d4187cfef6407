package interline.store;

import interline.fleet.Kind;
import interline.fleet.OrganizationId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Numbers that were never used before, leased from an atomic counter in blocks. What is left of a
 * block when its function ends is lost. A number that two functions should hold after all, because
 * they were restored from one snapshot, meets the condition under which records are created, and
 * the next one is taken.
 */
final class Numbers {

  private record Counter(OrganizationId organization, String kind) {}

  private record Block(long next, long end) {}

  private final DynamoDbClient client;
  private final String table;
  private final int size;
  private final Map<Counter, Block> blocks = new ConcurrentHashMap<>();

  Numbers(DynamoDbClient client, String table, int size) {
    this.client = client;
    this.table = table;
    this.size = size;
  }

  long next(OrganizationId organization, Kind<?> kind) {
    Block after =
        blocks.compute(
            new Counter(organization, kind.word()),
            (counter, block) ->
                block == null || block.next() > block.end()
                    ? advance(lease(counter))
                    : advance(block));
    return after.next() - 1;
  }

  private static Block advance(Block block) {
    return new Block(block.next() + 1, block.end());
  }

  private Block lease(Counter counter) {
    Map<String, AttributeValue> answer =
        client
            .updateItem(
                UpdateItemRequest.builder()
                    .tableName(table)
                    .key(Item.key(new Keys(counter.organization()).numbers(), counter.kind()))
                    .updateExpression("ADD taken :size")
                    .expressionAttributeValues(Map.of(":size", Item.number(size)))
                    .returnValues(ReturnValue.UPDATED_NEW)
                    .build())
            .attributes();
    long end = Item.of(answer).getNumber("taken");
    return new Block(end - size + 1, end);
  }
}

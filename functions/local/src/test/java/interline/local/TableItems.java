package interline.local;

import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Many items, written into the table without asking the fleet, which would take its time. */
final class TableItems {

  /** When all of them were made. */
  static final long MADE = 1_795_000_000_000L;

  /** DynamoDB's own limit. */
  private static final int MOST_WRITES = 25;

  private TableItems() {}

  /**
   * Writes the items of many records.
   *
   * @param each how many items a record has at the most
   */
  static void write(
      Stack stack,
      int from,
      int to,
      int each,
      IntFunction<Stream<Map<String, AttributeValue>>> items) {
    String table = stack.tableName("Table");
    int batch = MOST_WRITES / each;
    IntStream.iterate(from, i -> i < to, i -> i + batch)
        .parallel()
        .mapToObj(i -> IntStream.range(i, Math.min(i + batch, to)).boxed().flatMap(items::apply))
        .map(all -> Map.of(table, all.map(TableItems::put).toList()))
        .map(writes -> BatchWriteItemRequest.builder().requestItems(writes).build())
        .forEach(stack.dynamoDb()::batchWriteItem);
  }

  static void write(Stack stack, Map<String, AttributeValue> item) {
    stack.dynamoDb().putItem(request -> request.tableName(stack.tableName("Table")).item(item));
  }

  private static WriteRequest put(Map<String, AttributeValue> item) {
    return WriteRequest.builder().putRequest(PutRequest.builder().item(item).build()).build();
  }

  /** A number in the form in which texts are in the order of the numbers. */
  static String sortable(long number) {
    String digits = Long.toString(number);
    return "0".repeat(19 - digits.length()) + digits;
  }

  static AttributeValue text(String text) {
    return AttributeValue.fromS(text);
  }

  static AttributeValue number(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }
}

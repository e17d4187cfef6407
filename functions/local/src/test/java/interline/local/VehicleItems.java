package interline.local;

import interline.fleet.OrganizationId;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The items of many vehicles, written without asking the fleet, which would take its time. */
final class VehicleItems {

  private static final int BATCH = 25;
  private static final int FIRST = 1_000;
  private static final long CHANGED = 1_795_000_000_000L;

  private VehicleItems() {}

  /** The number of the vehicle that was written as the one behind so many others. */
  static long behind(int others) {
    return (long) FIRST + others;
  }

  static void write(Stack stack, OrganizationId organization, int from, int to) {
    String table = stack.tableName("Table");
    IntStream.iterate(from, i -> i < to, i -> i + BATCH)
        .parallel()
        .forEach(
            i ->
                stack
                    .dynamoDb()
                    .batchWriteItem(
                        BatchWriteItemRequest.builder()
                            .requestItems(
                                Map.of(
                                    table,
                                    IntStream.range(i, Math.min(i + BATCH, to))
                                        .mapToObj(n -> put(organization, FIRST + n))
                                        .toList()))
                            .build()));
    stack
        .dynamoDb()
        .putItem(
            request ->
                request
                    .tableName(table)
                    .item(
                        Map.of(
                            "pk", text(organization + "#count#vehicle"),
                            "sk", text(sortable(0)),
                            "total", number(to))));
  }

  private static WriteRequest put(OrganizationId organization, int number) {
    Map<String, AttributeValue> item =
        Map.ofEntries(
            Map.entry("pk", text(organization + "#vehicle#" + number)),
            Map.entry("sk", text("@")),
            Map.entry("version", number(1)),
            Map.entry("created", number(CHANGED)),
            Map.entry("changed", number(CHANGED)),
            Map.entry("lpk", text(organization + "#vehicle")),
            Map.entry("lsk", text(sortable(number))),
            Map.entry("fpk", text(organization + "#vehicle#changed")),
            Map.entry("fsk", text(sortable(CHANGED) + "#" + sortable(number))),
            Map.entry("name", text("Van " + number)),
            Map.entry("status", number(1)),
            Map.entry("type", number(3)),
            Map.entry("meterUnit", text("MILES")));
    return WriteRequest.builder().putRequest(PutRequest.builder().item(item).build()).build();
  }

  private static String sortable(long number) {
    String digits = Long.toString(number);
    return "0".repeat(19 - digits.length()) + digits;
  }

  private static AttributeValue text(String text) {
    return AttributeValue.fromS(text);
  }

  private static AttributeValue number(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }
}

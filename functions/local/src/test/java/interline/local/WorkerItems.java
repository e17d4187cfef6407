package interline.local;

import interline.fleet.OrganizationId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The items of many workers who drive, written without asking the fleet, which would take its time.
 * Each weighs a KB, as one does of whom much is known, so that it shows who reads them for nothing.
 */
public final class WorkerItems {

  private static final int BATCH = 8;

  /** The number of the first worker. */
  public static final int FIRST = 1_000;

  private static final long CHANGED = 1_795_000_000_000L;
  private static final String MUCH = "x".repeat(1_024);

  private WorkerItems() {}

  /** Workers by numbers from a thousand on, in order, and the figures that count them. */
  public static void write(Stack stack, OrganizationId organization, int from, int to) {
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
                                        .boxed()
                                        .flatMap(n -> puts(organization, FIRST + n))
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
                            "pk", text(organization + "#count#worker"),
                            "sk", text(sortable(0)),
                            "total", number(to),
                            "working", number(to))));
  }

  private static Stream<WriteRequest> puts(OrganizationId organization, int number) {
    String pk = organization + "#worker#" + number;
    return Stream.of(
            Map.ofEntries(
                Map.entry("pk", text(pk)),
                Map.entry("sk", text("@")),
                Map.entry("version", number(1)),
                Map.entry("created", number(CHANGED)),
                Map.entry("changed", number(CHANGED)),
                Map.entry("lpk", text(organization + "#worker")),
                Map.entry("lsk", text(sortable(number))),
                Map.entry("duty", text("AVAILABLE")),
                Map.entry("skills", AttributeValue.fromL(List.of())),
                Map.entry("capacity", number(8)),
                Map.entry("load", number(0)),
                Map.entry("nextRank", number(1L << 20)),
                Map.entry("name", text("Name " + number)),
                Map.entry("employee", text(badge(number))),
                Map.entry("roles", AttributeValue.fromL(List.of(text("OPERATOR")))),
                Map.entry("details", AttributeValue.fromM(Map.of("test.much", text(MUCH))))),
            Map.of(
                "pk", text(organization + "#=worker#EMPLOYEE_NUMBER#" + badge(number)),
                "sk", text("@"),
                "owner", text(String.valueOf(number))),
            Map.of(
                "pk", text(pk),
                "sk", text("rostered"),
                "owner", text(String.valueOf(number)),
                "lpk", text(organization + "#worker#by#BADGE"),
                "lsk", text(badge(number) + '\1' + sortable(number)),
                "fpk", text(organization + "#worker#by#NAME"),
                "fsk", text("name " + number + '\1' + sortable(number))))
        .map(
            item ->
                WriteRequest.builder().putRequest(PutRequest.builder().item(item).build()).build());
  }

  /** What a worker is known by. */
  public static String badge(int number) {
    return "d" + sortable(number).substring(12);
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

package interline.local;

import interline.fleet.Metadata;
import interline.fleet.OrganizationId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The items of many tasks, written without asking the fleet, which would take its time. */
final class TaskItems {

  private static final int BATCH = 12;

  /** Behind all numbers that a test gives. */
  private static final int FIRST = 100_000;

  private static final long CREATED = 1_795_000_000_000L;
  private static final long YEAR_ZERO = -62_167_219_200_000L;

  private TaskItems() {}

  /** Tasks in the container of a team, or of the organization, in the order of their numbers. */
  static void write(
      Stack stack, OrganizationId organization, Optional<Long> team, int from, int to) {
    write(stack, from, to, i -> task(organization, team, FIRST + i));
  }

  /** That so many records say something, and nothing else of them. */
  static void writeTags(Stack stack, OrganizationId organization, Metadata.Item said, int to) {
    String partition = organization + "#meta#task#" + said.fingerprint();
    write(
        stack,
        0,
        to,
        i -> Stream.of(Map.of("pk", text(partition), "sk", text(sortable(2L * FIRST + i)))));
  }

  private static Stream<Map<String, AttributeValue>> task(
      OrganizationId organization, Optional<Long> team, int number) {
    long rank = (CREATED << 20) + ((long) number << 20);
    Map<String, AttributeValue> task =
        new HashMap<>(
            Map.ofEntries(
                Map.entry("pk", text(organization + "#task#" + number)),
                Map.entry("sk", text("@")),
                Map.entry("version", number(1)),
                Map.entry("created", number(CREATED)),
                Map.entry("changed", number(CREATED)),
                Map.entry("lpk", text(organization + "#task")),
                Map.entry(
                    "lsk",
                    text(
                        sortable(CREATED - YEAR_ZERO)
                            + "#"
                            + sortable(number)
                            + "#"
                            + sortable(number))),
                Map.entry("state", text("UNASSIGNED")),
                Map.entry("skills", AttributeValue.fromL(List.of())),
                Map.entry("address", text("1 Main St, Springfield")),
                Map.entry("rank", number(rank))));
    team.ifPresent(it -> task.put("team", number(it)));
    String place = Long.toUnsignedString(rank ^ Long.MIN_VALUE);
    return Stream.of(
        task,
        Map.of(
            "pk",
            text(
                organization + "#container#" + team.map(it -> "team#" + it).orElse("organization")),
            "sk",
            text("0".repeat(20 - place.length()) + place + "#" + sortable(number)),
            "task",
            number(number),
            "since",
            number(CREATED),
            "rank",
            number(rank)));
  }

  private static void write(
      Stack stack, int from, int to, IntFunction<Stream<Map<String, AttributeValue>>> items) {
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
                                        .flatMap(items::apply)
                                        .map(
                                            item ->
                                                WriteRequest.builder()
                                                    .putRequest(
                                                        PutRequest.builder().item(item).build())
                                                    .build())
                                        .toList()))
                            .build()));
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

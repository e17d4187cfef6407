package interline.local;

import static interline.local.TableItems.MADE;
import static interline.local.TableItems.number;
import static interline.local.TableItems.sortable;
import static interline.local.TableItems.text;

import interline.fleet.Metadata;
import interline.fleet.OrganizationId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of many tasks, written without asking the fleet, which would take its time. */
final class TaskItems {

  /** Behind all numbers that a test gives. */
  private static final int FIRST = 100_000;

  private static final long YEAR_ZERO = -62_167_219_200_000L;

  private TaskItems() {}

  /** Tasks in the container of a team, or of the organization, in the order of their numbers. */
  static void write(
      Stack stack, OrganizationId organization, Optional<Long> team, int from, int to) {
    TableItems.write(stack, from, to, 2, i -> task(organization, team, FIRST + i));
  }

  /** That so many records say something, and nothing else of them. */
  static void writeTags(Stack stack, OrganizationId organization, Metadata.Item said, int to) {
    String partition = organization + "#meta#task#" + said.fingerprint();
    TableItems.write(
        stack,
        0,
        to,
        1,
        i -> Stream.of(Map.of("pk", text(partition), "sk", text(sortable(2L * FIRST + i)))));
  }

  private static Stream<Map<String, AttributeValue>> task(
      OrganizationId organization, Optional<Long> team, int number) {
    long rank = (MADE << 20) + ((long) number << 20);
    Map<String, AttributeValue> task =
        new HashMap<>(
            Map.ofEntries(
                Map.entry("pk", text(organization + "#task#" + number)),
                Map.entry("sk", text("@")),
                Map.entry("version", number(1)),
                Map.entry("created", number(MADE)),
                Map.entry("changed", number(MADE)),
                Map.entry("lpk", text(organization + "#task")),
                Map.entry(
                    "lsk",
                    text(
                        sortable(MADE - YEAR_ZERO)
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
            number(MADE),
            "rank",
            number(rank)));
  }
}

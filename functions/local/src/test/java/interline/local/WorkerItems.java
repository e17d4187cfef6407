package interline.local;

import static interline.local.TableItems.MADE;
import static interline.local.TableItems.number;
import static interline.local.TableItems.sortable;
import static interline.local.TableItems.text;

import interline.fleet.OrganizationId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The items of many workers who drive, written without asking the fleet, which would take its time.
 * Each weighs a KB, as one does of whom much is known, so that it shows who reads them for nothing.
 */
public final class WorkerItems {

  /** The number of the first worker. */
  public static final int FIRST = 1_000;

  private static final String MUCH = "x".repeat(1_024);

  private WorkerItems() {}

  /** Workers by numbers from a thousand on, in order, and the figures that count them. */
  public static void write(Stack stack, OrganizationId organization, int from, int to) {
    TableItems.write(stack, from, to, 3, i -> items(organization, FIRST + i));
    TableItems.write(
        stack,
        Map.of(
            "pk", text(organization + "#count#worker"),
            "sk", text(sortable(0)),
            "total", number(to),
            "working", number(to)));
  }

  private static Stream<Map<String, AttributeValue>> items(
      OrganizationId organization, int number) {
    String pk = organization + "#worker#" + number;
    return Stream.of(
        Map.ofEntries(
            Map.entry("pk", text(pk)),
            Map.entry("sk", text("@")),
            Map.entry("version", number(1)),
            Map.entry("created", number(MADE)),
            Map.entry("changed", number(MADE)),
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
            "fsk", text("name " + number + '\1' + sortable(number))));
  }

  /** What a worker is known by. */
  public static String badge(int number) {
    return "d" + sortable(number).substring(12);
  }
}

package interline.local;

import static interline.local.TableItems.MADE;
import static interline.local.TableItems.number;
import static interline.local.TableItems.sortable;
import static interline.local.TableItems.text;

import interline.fleet.OrganizationId;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of many vehicles, written without asking the fleet, which would take its time. */
final class VehicleItems {

  private static final int FIRST = 1_000;

  private VehicleItems() {}

  /** The number of the vehicle that was written as the one behind so many others. */
  static long behind(int others) {
    return (long) FIRST + others;
  }

  static void write(Stack stack, OrganizationId organization, int from, int to) {
    TableItems.write(stack, from, to, 1, i -> Stream.of(item(organization, FIRST + i)));
    TableItems.write(
        stack,
        Map.of(
            "pk", text(organization + "#count#vehicle"),
            "sk", text(sortable(0)),
            "total", number(to)));
  }

  private static Map<String, AttributeValue> item(OrganizationId organization, int number) {
    return Map.ofEntries(
        Map.entry("pk", text(organization + "#vehicle#" + number)),
        Map.entry("sk", text("@")),
        Map.entry("version", number(1)),
        Map.entry("created", number(MADE)),
        Map.entry("changed", number(MADE)),
        Map.entry("lpk", text(organization + "#vehicle")),
        Map.entry("lsk", text(sortable(number))),
        Map.entry("fpk", text(organization + "#vehicle#changed")),
        Map.entry("fsk", text(sortable(MADE) + "#" + sortable(number))),
        Map.entry("name", text("Van " + number)),
        Map.entry("status", number(1)),
        Map.entry("type", number(3)),
        Map.entry("meterUnit", text("MILES")));
  }
}

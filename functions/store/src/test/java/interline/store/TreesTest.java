package interline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import interline.fleet.Change;
import interline.fleet.Details;
import interline.fleet.Kind;
import interline.fleet.Location;
import interline.fleet.Vehicle;
import interline.fleet.Worker;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What dialects keep with a record is of any shape that JSON can have. */
@ExtendWith(TestTable.Fresh.class)
final class TreesTest {

  private static final int TREES = 100;
  private static final String[] TEXTS = {
    "",
    " ",
    "~",
    "~~",
    "name",
    "#owner",
    ":v",
    "a.b[0]",
    "Ü",
    "中",
    "🚚",
    "\u0000",
    "line\nbreak",
    "\"",
    "null"
  };

  @Test
  void anyTreeComesBackAsItWentIn(TestTable table) {
    Random random = new Random(20261122);
    for (int number = 1; number <= TREES; number++) {
      Details details = new Details(map(random, 4));

      assertThat(roundTrip(table, number, details).values())
          .usingRecursiveComparison(
              RecursiveComparisonConfiguration.builder()
                  .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                  .build())
          .isEqualTo(details.values());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.0", "1E+3", "1.50", "1E-130", "9.9E+125", "-1E-7"})
  void numberKeepsItsValue(String written, TestTable table) {
    BigDecimal number = new BigDecimal(written);

    Object read =
        roundTrip(table, 1, new Details(Map.of("number", number))).find("number").orElseThrow();

    assertThat((BigDecimal) read).isEqualByComparingTo(number);
  }

  /** Written out it would have a thousand million digits; the table refuses it as it is. */
  @Test
  void numberIsNotWrittenOut() {
    Item item = Item.at("pk", "sk").putTree("tree", Map.of("n", new BigDecimal("1E+1000000000")));

    assertThat(item.attributes().toString()).contains("1E+1000000000");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, 1e-7, 1e-200, Double.MIN_VALUE, 89.99999999999999, -90})
  void anyPlaceOnEarthCanBeKept(double degrees, TestTable table) {
    Worker worker = Samples.fullWorker(1);
    Worker there =
        new Worker(
            1,
            Samples.NEW,
            worker.person(),
            worker.archived(),
            worker.duty(),
            worker.skills(),
            worker.capacity(),
            worker.load(),
            worker.active(),
            Optional.of(new Worker.Position(new Location(degrees, -degrees), TestTable.NOW)),
            worker.nextRank(),
            worker.teams(),
            worker.vehicle(),
            worker.profile(),
            worker.details());
    table.write(new Change.Create(there));

    Location read = table.snapshot().get(Kind.WORKER.number(1)).position().orElseThrow().location();

    assertThat(read.latitude()).isCloseTo(degrees, offset(1e-100));
    assertThat(read.longitude()).isCloseTo(-degrees, offset(1e-100));
  }

  private static Details roundTrip(TestTable table, long number, Details details) {
    Vehicle plain = Samples.emptyVehicle(number);
    Vehicle vehicle =
        new Vehicle(
            number,
            plain.stamp(),
            plain.name(),
            plain.vin(),
            plain.licensePlate(),
            plain.make(),
            plain.model(),
            plain.year(),
            plain.color(),
            plain.status(),
            plain.type(),
            plain.meterUnit(),
            plain.primaryMeter(),
            plain.secondaryMeter(),
            plain.position(),
            plain.group(),
            plain.labels(),
            plain.externalIds(),
            plain.archived(),
            details);
    table.write(new Change.Create(vehicle));
    return table.snapshot().get(Kind.VEHICLE.number(number)).details();
  }

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 3 : 5)) {
      case 0 -> text(random);
      case 1 -> BigDecimal.valueOf(random.nextLong(), random.nextInt(40) - 20);
      case 2 -> random.nextBoolean();
      case 3 -> {
        List<Object> list = new ArrayList<>();
        for (int size = random.nextInt(4); size > 0; size--) {
          list.add(value(random, depth - 1));
        }
        yield list;
      }
      default -> map(random, depth - 1);
    };
  }

  private static Map<String, Object> map(Random random, int depth) {
    Map<String, Object> map = new HashMap<>();
    for (int size = random.nextInt(5); size > 0; size--) {
      map.put(text(random), value(random, depth));
    }
    return map;
  }

  private static String text(Random random) {
    return TEXTS[random.nextInt(TEXTS.length)];
  }
}

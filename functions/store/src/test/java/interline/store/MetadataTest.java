package interline.store;

import static org.assertj.core.api.Assertions.assertThat;

import interline.fleet.Kind;
import interline.fleet.KnownRecipient;
import interline.fleet.Metadata;
import interline.fleet.Metadata.Revision;
import interline.fleet.Metadata.Value;
import interline.fleet.Metadata.Viewer;
import interline.fleet.Recipients;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestTable.Fresh.class)
final class MetadataTest {

  private static final List<String> NAMES = List.of("a", "b", "A");

  private static final List<Value> VALUES =
      List.of(
          new Value.Flag(true),
          new Value.Words("true"),
          new Value.Numeric(new BigDecimal("1.0")),
          new Value.Tree(Map.of("x", Optional.empty(), "y", List.of("z", BigDecimal.ONE))),
          new Value.Many(Metadata.Type.TEXT, List.of("p", "q")),
          new Value.Many(Metadata.Type.TEXT, List.of("q", "p")));

  /** Any revisions in any order, with the seeds named: what is found is what a list would find. */
  @Test
  void recordsAreFoundByAllThatIsSaidOfThemNow(TestTable table) {
    DynamoStore store = table.store();
    Random chance = new Random(20261122);
    Map<Long, Metadata> model = new HashMap<>();
    for (int i = 0; i < 6; i++) {
      Metadata metadata = new Metadata(distinct(chance));
      KnownRecipient made =
          store.commit(TestTable.CALLER, Recipients.create(draft("+150355501" + i, metadata)));
      model.put(made.number(), metadata);
    }
    List<Long> numbers = model.keySet().stream().sorted().toList();
    for (int step = 0; step < 120; step++) {
      long number = numbers.get(chance.nextInt(numbers.size()));
      Revision revision =
          chance.nextInt(4) == 0
              ? new Revision.Replaced(new Metadata(distinct(chance)))
              : new Revision.Changed(
                  distinct(chance), List.of(NAMES.get(chance.nextInt(3)), "nobody's"));
      KnownRecipient after =
          store.commit(TestTable.CALLER, Recipients.revise(number, saying(revision)));
      model.computeIfPresent(number, (_, before) -> before.revised(revision));
      assertThat(after.metadata()).isEqualTo(model.get(number));

      List<Metadata.Item> sought = distinct(chance);
      assertThat(table.snapshot().tagged(Kind.RECIPIENT, sought))
          .as("step %s: %s", step, sought)
          .extracting(KnownRecipient::number)
          .isEqualTo(
              sought.isEmpty()
                  ? List.of()
                  : numbers.stream()
                      .filter(it -> said(model.getOrDefault(it, Metadata.NONE), sought))
                      .toList());
    }
  }

  @Test
  void nothingIsLeftOfItemsThatAreGone(TestTable table) {
    DynamoStore store = table.store();
    Metadata twenty =
        new Metadata(
            IntStream.range(0, Metadata.MOST)
                .mapToObj(i -> new Metadata.Item("n" + i, new Value.Flag(true)))
                .toList());
    KnownRecipient made =
        store.commit(TestTable.CALLER, Recipients.create(draft("+15035550142", twenty)));
    assertThat(tags(table)).isEqualTo(20);

    KnownRecipient _ =
        store.commit(
            TestTable.CALLER,
            Recipients.revise(made.number(), saying(new Revision.Replaced(Metadata.NONE))));

    assertThat(tags(table)).isZero();
  }

  private static long tags(TestTable table) {
    return table.contents().keySet().stream().filter(place -> place.contains("#meta#")).count();
  }

  private static boolean said(Metadata metadata, List<Metadata.Item> sought) {
    return sought.stream()
        .allMatch(
            wanted ->
                metadata.items().stream()
                    .anyMatch(
                        item ->
                            item.viewers().contains(Viewer.CLIENTS)
                                && item.name().equals(wanted.name())
                                && item.value().equals(wanted.value())));
  }

  private static List<Metadata.Item> distinct(Random chance) {
    List<Metadata.Item> items = new ArrayList<>();
    for (String name : NAMES) {
      if (chance.nextInt(3) > 0) {
        items.add(
            new Metadata.Item(
                name,
                VALUES.get(chance.nextInt(VALUES.size())),
                chance.nextInt(4) == 0 ? Set.of(Viewer.WORKERS) : Set.of(Viewer.CLIENTS)));
      }
    }
    return items;
  }

  private static KnownRecipient.Draft draft(String phone, Metadata metadata) {
    return new KnownRecipient.Draft("Ada", phone, Optional.empty(), Optional.empty(), metadata);
  }

  private static KnownRecipient.Revision saying(Revision metadata) {
    return new KnownRecipient.Revision(
        Optional.empty(), Optional.empty(), Optional.empty(), metadata);
  }
}

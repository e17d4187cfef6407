package interline.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interline.fleet.Metadata.Revision;
import interline.fleet.Metadata.Value;
import interline.fleet.Metadata.Viewer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MetadataTest {

  private static final Map<String, Object> TREE =
      Map.of("a", BigDecimal.ONE, "b", List.of("x", true));

  @Provide
  Arbitrary<Value> values() {
    return Arbitraries.of(
        new Value.Flag(true),
        new Value.Flag(false),
        new Value.Words("true"),
        new Value.Words("1"),
        new Value.Numeric(new BigDecimal("1")),
        new Value.Numeric(new BigDecimal("1.00")),
        new Value.Tree(TREE),
        new Value.Tree(Map.of()),
        new Value.Many(Metadata.Type.NUMBER, List.of(BigDecimal.ONE, BigDecimal.TWO)),
        new Value.Many(Metadata.Type.NUMBER, List.of(BigDecimal.TWO, BigDecimal.ONE)));
  }

  @Provide
  Arbitrary<Metadata.Item> items() {
    return Combinators.combine(
            Arbitraries.of("a", "b", "A", "c"),
            values(),
            Arbitraries.of(Viewer.class).set().ofMaxSize(2))
        .as(Metadata.Item::new);
  }

  @Provide
  Arbitrary<Revision> revisions() {
    Arbitrary<Revision> replaced =
        items()
            .list()
            .uniqueElements(Metadata.Item::name)
            .map(items -> new Revision.Replaced(new Metadata(items)));
    Arbitrary<Revision> changed =
        Combinators.combine(
                items().list().ofMaxSize(3), Arbitraries.of("a", "b", "z").list().ofMaxSize(2))
            .as(Revision.Changed::new);
    return Arbitraries.oneOf(replaced, changed);
  }

  record Step(int recipient, Revision revision) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(Arbitraries.integers().between(0, 2), revisions())
        .as(Step::new)
        .list()
        .ofMaxSize(12);
  }

  /** What a record says after a revision, the long way round. */
  private static List<Metadata.Item> model(List<Metadata.Item> before, Revision revision) {
    return switch (revision) {
      case Revision.Replaced(Metadata metadata) -> metadata.items();
      case Revision.Changed(List<Metadata.Item> set, List<String> dropped) -> {
        List<Metadata.Item> after = new ArrayList<>(before);
        for (Metadata.Item item : set) {
          int place =
              IntStream.range(0, after.size())
                  .filter(i -> after.get(i).name().equals(item.name()))
                  .findFirst()
                  .orElse(after.size());
          if (place < after.size()) {
            after.set(place, item);
          } else {
            after.add(item);
          }
        }
        after.removeIf(item -> dropped.contains(item.name()));
        yield after;
      }
    };
  }

  @Property(tries = 300)
  void recordsAreFoundByWhatIsSaidOfThemNowAndByNothingElse(
      @ForAll("steps") List<Step> steps, @ForAll("items") Metadata.Item sought) {
    PlainFleet fleet = new PlainFleet();
    List<List<Metadata.Item>> model = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      fleet.commit(Recipients.create(draft("+1503555010" + i)));
      model.add(List.of());
    }
    for (Step step : steps) {
      KnownRecipient after =
          fleet.commit(Recipients.revise(step.recipient() + 1, saying(step.revision())));
      model.set(step.recipient(), model(model.get(step.recipient()), step.revision()));
      assertThat(after.metadata().items()).isEqualTo(model.get(step.recipient()));
    }
    List<Long> expected =
        IntStream.range(0, 3)
            .filter(
                i ->
                    model.get(i).stream()
                        .anyMatch(
                            item ->
                                item.viewers().contains(Viewer.CLIENTS)
                                    && item.name().equals(sought.name())
                                    && item.value().equals(sought.value())))
            .mapToObj(i -> i + 1L)
            .toList();

    assertThat(fleet.tagged(Kind.RECIPIENT, List.of(sought)))
        .extracting(KnownRecipient::number)
        .isEqualTo(expected);
    assertThat(fleet.tagged(Kind.RECIPIENT, List.of(sought)))
        .allMatch(recipient -> recipient.metadata().says(List.of(sought)));
  }

  @Property
  void fingerprintsAreTheSameExactlyForItemsThatSayTheSame(
      @ForAll("items") Metadata.Item one, @ForAll("items") Metadata.Item other) {
    assertThat(one.fingerprint().equals(other.fingerprint())).isEqualTo(one.says(other));
  }

  @Example
  void theOrderOfMembersAndTheWayANumberIsWrittenDoNotMatter() {
    Map<String, Object> turned = new LinkedHashMap<>();
    turned.put("b", List.of("x", true));
    turned.put("a", new BigDecimal("1.0"));

    assertThat(new Metadata.Item("n", new Value.Tree(turned)).fingerprint())
        .isEqualTo(new Metadata.Item("n", new Value.Tree(TREE)).fingerprint());
  }

  /** These were written to tables: a change that breaks them is wrong, not the test. */
  @Example
  void fingerprintsStayAsTheyAre() {
    assertThat(new Metadata.Item("zones", new Value.Words("4\"7")).fingerprint())
        .isEqualTo("8284d987f08bb64dc90c7d6b8e0577b588346483851790a77d8465311e8daae4");
    assertThat(
            new Metadata.Item(
                    "box",
                    new Value.Tree(
                        Map.of("a", new BigDecimal("2.50"), "b", Optional.empty(), "c", true)))
                .fingerprint())
        .isEqualTo("d1d5ea3305a57f7b50742bb47eee2754246cc0ba305836022aa849e873dbfb8e");
  }

  @Example
  void thereAreNoMoreThanTwentyAndNoneTwice() {
    List<Metadata.Item> many =
        IntStream.range(0, 21)
            .mapToObj(i -> new Metadata.Item("n" + i, new Value.Flag(true)))
            .toList();
    assertThat(new Metadata(many.subList(0, 20)).items()).hasSize(20);

    assertThatThrownBy(() -> new Metadata(many)).isInstanceOf(Failure.Invalid.class);
    assertThatThrownBy(() -> new Metadata(List.of(many.get(0), many.get(0))))
        .isInstanceOf(Failure.Invalid.class);
  }

  @Example
  void numbersThatNoTableKeepsAndTreesThatAreTooDeepAreRefused() {
    for (String number : List.of("1e101", "1e-102", "1." + "2".repeat(38), "1e2147483647")) {
      assertThatThrownBy(() -> new Metadata.Item("n", new Value.Numeric(new BigDecimal(number))))
          .as(number)
          .isInstanceOf(Failure.Invalid.class);
    }
    assertThat(new Metadata.Item("n", new Value.Numeric(new BigDecimal("1e99"))).sought()).isTrue();
    Object deep = "x";
    for (int i = 0; i < 20; i++) {
      deep = List.of(deep);
    }
    Object deepest = deep;
    assertThatThrownBy(() -> new Metadata.Item("n", new Value.Tree(Map.of("a", deepest))))
        .isInstanceOf(Failure.Invalid.class);
  }

  private static KnownRecipient.Draft draft(String phone) {
    return new KnownRecipient.Draft(
        "Ada", phone, Optional.empty(), Optional.empty(), Metadata.NONE);
  }

  private static KnownRecipient.Revision saying(Revision metadata) {
    return new KnownRecipient.Revision(
        Optional.empty(), Optional.empty(), Optional.empty(), metadata);
  }

  /** The names of viewers do not tell one item from another. */
  @Example
  void whoSeesAnItemIsNoPartOfWhatItSays() {
    Metadata.Item seen = new Metadata.Item("n", new Value.Flag(true));

    assertThat(seen.says(new Metadata.Item("n", new Value.Flag(true), Set.of()))).isTrue();
    assertThat(new Metadata.Item("n", new Value.Flag(true), Set.of()).sought()).isFalse();
  }
}

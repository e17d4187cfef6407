package interline.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CustomFieldsTest {

  private static final BigDecimal WHOLE = new BigDecimal("3.0");
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private static final List<Object> VALUES =
      List.of(
          "one",
          "two\nlines",
          true,
          WHOLE,
          HALF,
          "2026-11-23",
          "2026-11-23T10:00:00.000Z",
          "https://example.org/a?b",
          Map.of("a", "b"));

  private static final Map<CustomFields.Type, List<Object>> TAKEN =
      Map.of(
          CustomFields.Type.SINGLE_LINE,
          List.of("one", "2026-11-23", "2026-11-23T10:00:00.000Z", "https://example.org/a?b"),
          CustomFields.Type.MULTI_LINE,
          List.of(
              "one",
              "two\nlines",
              "2026-11-23",
              "2026-11-23T10:00:00.000Z",
              "https://example.org/a?b"),
          CustomFields.Type.BOOLEAN,
          List.of(true),
          CustomFields.Type.INTEGER,
          List.of(WHOLE),
          CustomFields.Type.DECIMAL,
          List.of(WHOLE, HALF),
          CustomFields.Type.DATE,
          List.of(WHOLE, "2026-11-23", "2026-11-23T10:00:00.000Z"),
          CustomFields.Type.URL,
          List.of("https://example.org/a?b"));

  @ParameterizedTest
  @EnumSource
  void aFieldTakesWhatIsOfItsType(CustomFields.Type type) {
    CustomFields.Definition one = field(type, false);
    CustomFields.Definition many = field(type, true);

    assertThat(VALUES.stream().filter(one::takes).toList()).isEqualTo(TAKEN.get(type));
    assertThat(VALUES).noneMatch(many::takes);
    assertThat(one.takes(TAKEN.getOrDefault(type, List.of()))).isFalse();
    assertThat(many.takes(TAKEN.getOrDefault(type, List.of()))).isTrue();
    assertThat(many.takes(VALUES)).isFalse();
  }

  private static CustomFields.Definition field(CustomFields.Type type, boolean asArray) {
    return new CustomFields.Definition(
        "dock", "Dock", "", asArray, type, Set.of(), Set.of(), List.of(), Optional.empty());
  }
}

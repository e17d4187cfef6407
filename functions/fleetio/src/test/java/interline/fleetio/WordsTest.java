package interline.fleetio;

import static org.assertj.core.api.Assertions.assertThat;

import interline.fleet.Failure;
import interline.fleet.Failure.Problem;
import interline.fleet.Field;
import interline.fleet.Kind;
import interline.fleet.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** fleetio §1.2. */
class WordsTest {

  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of(new Rule.Present(), "can't be blank"),
        Arguments.of(new Rule.Known(), "can't be blank"),
        Arguments.of(new Rule.Unique(), "has already been taken"),
        Arguments.of(new Rule.Distinct(), "has already been taken"),
        Arguments.of(new Rule.Genuine(), "is invalid"),
        Arguments.of(new Rule.AtMostCharacters(17), "is too long (maximum is 17 characters)"),
        Arguments.of(new Rule.AtMost(100), "is too long (maximum is 100 records)"),
        Arguments.of(new Rule.Between(-90, 90.5), "must be between -90 and 90.5"),
        Arguments.of(
            new Rule.OneOf(List.of("a", "b")), "must be one of the predefined values (a, b)"),
        Arguments.of(new Rule.Ordered(), "must not end before it starts"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aBrokenRuleIsAFragmentThatFollowsTheAttribute(Rule rule, String words) {
    assertThat(Words.of(Failure.invalid(Field.VIN, rule)))
        .containsExactly(Map.entry("vin", List.of(words)));
  }

  @Test
  void allThatIsWrongWithAnAttributeIsTold() {
    Failure failure =
        new Failure.Invalid(
            List.of(
                new Problem(Field.NAME, new Rule.Present()),
                new Problem(Field.VEHICLE_TYPE, new Rule.Known()),
                new Problem(Field.NAME, new Rule.Genuine())));

    assertThat(Words.of(failure))
        .containsExactly(
            Map.entry("name", List.of("can't be blank", "is invalid")),
            Map.entry("vehicle_type", List.of("can't be blank")));
  }

  @Test
  void whatCouldNotBeReadIsToldWithTheRestButOnlyOnce() {
    Errors errors = new Errors();
    errors.add("meter_unit", "is invalid");
    Failure failure =
        new Unreadable(
            errors,
            List.of(
                new Problem(Field.METER_UNIT, new Rule.Present()),
                new Problem(Field.NAME, new Rule.Present())));

    assertThat(Words.of(failure))
        .containsExactly(
            Map.entry("meter_unit", List.of("is invalid")),
            Map.entry("name", List.of("can't be blank")));
  }

  @Test
  void aTakenValueAndAMissingParentGoByTheirNames() {
    assertThat(Words.of(new Failure.NotUnique(Field.NAME)))
        .containsExactly(Map.entry("name", List.of("has already been taken")));
    assertThat(Words.of(new Failure.NotFound(Kind.VEHICLE)))
        .containsExactly(Map.entry("vehicle", List.of("can't be blank")));
    assertThat(Words.of(new Failure.NotFound(Kind.WORKER)))
        .containsExactly(Map.entry("contact", List.of("can't be blank")));
  }

  @ParameterizedTest
  @EnumSource(Field.class)
  void everyFieldHasAName(Field field) {
    assertThat(Words.of(Failure.invalid(field, new Rule.Present()))).hasSize(1);
  }

  static Stream<Failure> failures() {
    return Stream.of(
        new Failure.Conflict(Failure.Conflict.Reason.WORKER_FULL),
        new Failure.NotAllowed("internal"),
        new Failure.Unauthenticated("internal"),
        new Failure.TooMany(Duration.ZERO),
        new Failure.Busy());
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whatIsAboutNoAttributeIsAboutTheRecord(Failure failure) {
    assertThat(Words.of(failure))
        .containsOnlyKeys("base")
        .satisfies(errors -> assertThat(errors.toString()).doesNotContain("internal"));
  }
}

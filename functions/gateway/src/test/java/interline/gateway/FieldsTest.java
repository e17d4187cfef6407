package interline.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interline.fleet.Said;
import interline.gateway.Expected.Form;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The coercions are those of fieldopt §1, row "number coercion". */
class FieldsTest {

  private static final Map<String, Integer> WORDS = Map.of("one", 1, "two", 2);

  @ParameterizedTest
  @CsvSource({
    "41.2, 41.2",
    "'\"41.2\"', 41.2",
    "'\" 41.2 \"', 41.2",
    "-7, -7",
    "1e3, 1000",
    "'\"1e3\"', 1000"
  })
  void readsNumbersAlsoFromText(String json, double number) {
    assertThat(a(json).number("a")).contains(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "[]",
        "{}",
        "\"\"",
        "\"x\"",
        "\"NaN\"",
        "\"1d\"",
        "\"0x1p3\"",
        "1e999",
        "\"1e999\""
      })
  void takesNothingElseForANumber(String json) {
    assertBad(json, Fields::number, Form.NUMBER);
  }

  @ParameterizedTest
  @CsvSource({"7, 7", "'\"7\"', 7", "7.0, 7", "'\"-7\"', -7", "2147483647, 2147483647", "7e1, 70"})
  void readsWholeNumbersAlsoFromText(String json, int integer) {
    assertThat(a(json).integer("a")).contains(integer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.5",
        "\"1.5\"",
        "2147483648",
        "1e999",
        "\"1e999999999\"",
        "true",
        "\"\"",
        "\"seven\"",
        "[]"
      })
  void takesNothingElseForAWholeNumber(String json) {
    assertBad(json, Fields::integer, Form.INTEGER);
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "'\"7\"', 7",
    "9223372036854775807, 9223372036854775807",
    "9223372036854775808, 9223372036854775807",
    "'\"1e999999999\"', 9223372036854775807",
    "-1e30, -9223372036854775807"
  })
  void readsTheNumberOfARecordUpToTheLargest(String json, long id) {
    assertThat(a(json).id("a")).contains(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "\"x\"", "true", "{}", "\"1e-999\""})
  void takesNothingElseForTheNumberOfARecord(String json) {
    assertBad(json, Fields::id, Form.INTEGER);
  }

  @Test
  void takesOnlyTextForText() {
    assertThat(a("\"7\"").text("a")).contains("7");
    assertThat(a("\"\"").text("a")).contains("");
    assertBad("7", Fields::text, Form.TEXT);
    assertBad("true", Fields::text, Form.TEXT);
    assertBad("[]", Fields::text, Form.TEXT);
  }

  @Test
  void takesAnySingleValueForAScalar() {
    assertThat(a("7").scalar("a")).contains("7");
    assertThat(a("true").scalar("a")).contains("true");
    assertThat(a("\"x\"").scalar("a")).contains("x");
    assertBad("[]", Fields::scalar, Form.TEXT);
  }

  @Test
  void readsFlags() {
    assertThat(a("true").flag("a")).contains(true);
    assertThat(a("\"false\"").flag("a")).contains(false);
    assertBad("1", Fields::flag, Form.FLAG);
    assertBad("[true]", Fields::flag, Form.FLAG);
  }

  @Test
  void readsDays() {
    assertThat(a("\"2032-02-29\"").date("a")).contains(LocalDate.of(2032, 2, 29));
    assertBad("\"2031-02-29\"", Fields::date, Form.DATE);
    assertBad("\"2031-02-03T00:00:00Z\"", Fields::date, Form.DATE);
    assertBad("\"31-2-3\"", Fields::date, Form.DATE);
  }

  @Test
  void readsWords() {
    assertThat(a("\"two\"").word("a", WORDS)).contains(2);
    Expected expected = new Expected.OneOf(List.of("one", "two"));
    assertBad("\"Two\"", (fields, name) -> fields.word(name, WORDS), expected);
    assertBad("2", (fields, name) -> fields.word(name, WORDS), expected);
  }

  @Test
  void readsLists() {
    assertThat(a("[\"x\", \"\", \"x\"]").texts("a")).contains(List.of("x", "", "x"));
    assertThat(a("[1, \"2\"]").ids("a")).contains(List.of(1L, 2L));
    assertThat(a("[]").texts("a")).contains(List.of());
    assertBad("\"x\"", Fields::texts, Form.LIST);
  }

  @Test
  void callsWhatIsWrongByItsWholePath() {
    assertBad("a.1", () -> a("[\"x\", null]").texts("a"), Form.TEXT);
    assertBad("a.0", () -> a("[1.5]").ids("a"), Form.INTEGER);
    assertBad("a.b", () -> a("{\"b\": 7}").object("a").orElseThrow().text("b"), Form.TEXT);
    assertBad(
        "a.1.b",
        () -> a("[{}, {\"b\": 7}]").objects("a").orElseThrow().get(1).text("b"),
        Form.TEXT);
    assertBad("a.0", () -> a("[7]").objects("a"), Form.OBJECT);
  }

  @Test
  void takesNullForNothing() {
    assertThat(a("null").text("a")).isEmpty();
    assertThat(a("null").integer("a")).isEmpty();
    assertThat(a("null").texts("a")).isEmpty();
    assertThat(a("null").object("a")).isEmpty();
    assertThat(a("null").text("b")).isEmpty();
  }

  @Test
  void insistsOnWhatIsRequired() {
    assertThat(a("7").<Integer>required("a", Fields::integer)).isEqualTo(7);
    assertBad("b", () -> a("7").required("b", Fields::integer), Form.PRESENT);
    assertBad("a", () -> a("null").required("a", Fields::integer), Form.PRESENT);
    assertBad("a", () -> a("\"x\"").required("a", Fields::integer), Form.INTEGER);
  }

  @Test
  void tellsNothingFromNone() {
    assertThat(a("null").said("b", Fields::text)).isEqualTo(new Said.Nothing<String>());
    assertThat(a("null").said("a", Fields::text)).isEqualTo(new Said.None<String>());
    assertThat(a("\"x\"").said("a", Fields::text)).isEqualTo(new Said.Given<>("x"));
  }

  @Test
  void readsAQueryInTheSameWay() {
    Fields query = Fields.of(Percent.parameters("limit=7&limit=8&flag=true&empty="));

    assertThat(query.integer("limit")).contains(7);
    assertThat(query.flag("flag")).contains(true);
    assertThat(query.text("empty")).contains("");
    assertThat(query.has("other")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "\"x\"", "null"})
  void needsAnObject(String json) {
    assertThatThrownBy(() -> Fields.of(Json.read(json)))
        .isInstanceOfSatisfying(
            Malformed.Body.class,
            body -> assertThat(body.defect()).isEqualTo(Malformed.Body.Defect.NOT_AN_OBJECT));
  }

  private static Fields a(String json) {
    return Fields.of(Json.read("{\"a\": " + json + "}"));
  }

  private static <T> void assertBad(String json, Fields.Reader<T> reader, Expected expected) {
    assertBad("a", () -> reader.read(a(json), "a"), expected);
  }

  private static void assertBad(String name, Runnable reading, Expected expected) {
    assertThatThrownBy(reading::run)
        .isInstanceOfSatisfying(
            Malformed.BadField.class,
            bad -> {
              assertThat(bad.name()).isEqualTo(name);
              assertThat(bad.expected()).isEqualTo(expected);
            });
  }
}

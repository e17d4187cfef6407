package interline.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of single values. */
class ValuesTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "90, 180", "-90, -180", "40.7128, -74.006"})
  void aLocationLiesOnTheGlobe(double latitude, double longitude) {
    assertThat(new Location(latitude, longitude))
        .returns(latitude, Location::latitude)
        .returns(longitude, Location::longitude);
  }

  @ParameterizedTest
  @ValueSource(doubles = {90.0001, -90.0001, Double.NaN, Double.POSITIVE_INFINITY})
  void aLatitudeBeyondThePolesIsRefused(double latitude) {
    assertInvalid(() -> new Location(latitude, 0), Field.LATITUDE, new Rule.Between(-90, 90));
  }

  @ParameterizedTest
  @ValueSource(doubles = {180.0001, -180.0001, Double.NaN, Double.NEGATIVE_INFINITY})
  void aLongitudeBeyondTheDateLineIsRefused(double longitude) {
    assertInvalid(() -> new Location(0, longitude), Field.LONGITUDE, new Rule.Between(-180, 180));
  }

  @ParameterizedTest
  @CsvSource({"12:00, 12:00", "12:00, 09:00", "22:00, 06:00"})
  void aTimeSlotBeginsBeforeItEnds(LocalTime start, LocalTime end) {
    assertInvalid(() -> new TimeSlot(start, end), Field.TIME_SLOT, new Rule.Ordered());
  }

  @Test
  void aTimeSlotMayBeAsShortAsAMinuteAndAsLongAsADay() {
    assertThat(new TimeSlot(LocalTime.of(9, 0), LocalTime.of(9, 1)).end()).isEqualTo("09:01");
    assertThat(new TimeSlot(LocalTime.MIN, LocalTime.MAX).start()).isEqualTo("00:00");
  }

  @Test
  void aRecipientHasANameOfUpTo255Characters() {
    assertThat(new Recipient("ä".repeat(255), Optional.empty()).name()).hasSize(255);
    assertInvalid(() -> new Recipient(" ", Optional.empty()), Field.RECIPIENT, new Rule.Present());
    assertInvalid(
        () -> new Recipient("a".repeat(256), Optional.empty()),
        Field.RECIPIENT,
        new Rule.AtMostCharacters(255));
  }

  @Test
  void aDestinationHasAnAddressOfUpTo500Characters() {
    assertThat(new Destination("🚚".repeat(500), Optional.empty()).address()).hasSize(1000);
    assertInvalid(
        () -> new Destination("", Optional.empty()), Field.DESTINATION, new Rule.Present());
    assertInvalid(
        () -> new Destination("a".repeat(501), Optional.empty()),
        Field.DESTINATION,
        new Rule.AtMostCharacters(500));
  }

  @ParameterizedTest
  @CsvSource({"Truck 7, ' TRUCK 7 '", "straße, STRAßE", "ÅÄÖ, åäö"})
  void uniqueValuesAreComparedWithoutCaseAndSurroundingSpace(String one, String other) {
    assertThat(Unique.vehicleName(one)).isEqualTo(Unique.vehicleName(other));
    assertThat(Unique.vehicleName(one)).isNotEqualTo(Unique.vin(one));
  }

  @Test
  void detailsAreReplacedAndTakenAwayByName() {
    Details before = new Details(Map.of("a", "1", "b", "2"));

    Details after =
        before.with(Map.of("a", Optional.of("3"), "b", Optional.empty(), "c", Optional.of(true)));

    assertThat(after.values()).isEqualTo(Map.of("a", "3", "c", true));
    assertThat(after.find("b")).isEmpty();
    assertThat(before.values()).as("the old ones stay").isEqualTo(Map.of("a", "1", "b", "2"));
  }

  @Test
  void detailsKeepWhatTheyWereMadeOf() {
    Map<String, Object> values = new HashMap<>(Map.of("a", "1"));
    Details details = new Details(values);

    values.put("b", "2");

    assertThat(details.values()).containsOnlyKeys("a");
    assertThatThrownBy(() -> details.values().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void whatIsSaidOfAValueLeavesClearsOrReplacesIt() {
    Optional<String> present = Optional.of("old");

    assertThat(new Said.Nothing<String>().or(present)).hasValue("old");
    assertThat(new Said.None<String>().or(present)).isEmpty();
    assertThat(new Said.Given<>("new").or(present)).hasValue("new");
    assertThat(new Said.Given<>("new").or(Optional.empty())).hasValue("new");
    assertThat(new Said.Nothing<String>().or("old")).isEqualTo("old");
    assertThat(new Said.None<String>().or("old")).as("there has to be one").isEqualTo("old");
    assertThat(new Said.Given<>("new").or("old")).isEqualTo("new");
    assertThat(new Said.None<String>().given()).isEmpty();
    assertThat(new Said.Given<>("new").given()).hasValue("new");
  }

  @Test
  void anOrganizationsNumberIsNotNegative() {
    assertThat(OrganizationId.OPERATOR.number()).isZero();
    assertThatThrownBy(() -> new OrganizationId(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPageHoldsAtLeastOneItem() {
    assertThatThrownBy(() -> new Page.Request(0, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFailureIsNoFaultAndCarriesNoStackTrace() {
    assertThat(new Failure.Busy().getStackTrace()).isEmpty();
  }

  private static void assertInvalid(ThrowingCallable call, Field field, Rule rule) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Failure.Invalid.class,
            invalid ->
                assertThat(invalid.problems()).containsExactly(new Failure.Problem(field, rule)));
  }
}

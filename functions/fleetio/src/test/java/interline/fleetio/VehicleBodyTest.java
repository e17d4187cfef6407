package interline.fleetio;

import static org.assertj.core.api.Assertions.assertThat;

import interline.fleet.Pick;
import interline.fleet.Said;
import interline.fleet.Vehicle;
import interline.fleet.Vehicle.MeterUnit;
import interline.gateway.Fields;
import interline.gateway.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of what clients say of a vehicle: fleetio §4.3. */
class VehicleBodyTest {

  private static final String NOTHING = "Nothing[]";
  private static final String NONE = "None[]";

  @Test
  void whatTheFleetKnowsBecomesItsOwnValues() {
    Vehicle.Revision revision =
        readWell(
            """
            {"name": "Van 1", "vin": "1FTBW9CK5RKA00001", "license_plate": "B-IL 1", "make": "Ford",
             "model": "Transit", "year": 2024, "color": "Blue", "vehicle_status_id": 3,
             "vehicle_type_id": 2, "primary_meter_unit": "km"}
            """);

    assertThat(revision)
        .isEqualTo(
            new Vehicle.Revision(
                given("Van 1"),
                given("1FTBW9CK5RKA00001"),
                given("B-IL 1"),
                given("Ford"),
                given("Transit"),
                given(2024),
                given("Blue"),
                given(new Pick.ByNumber(3)),
                given(new Pick.ByNumber(2)),
                given(MeterUnit.KILOMETRES),
                new Said.Nothing<>(),
                new Said.Nothing<>(),
                new Said.Nothing<>(),
                Map.of()));
  }

  @Test
  void whatOnlyFleetioKnowsIsKeptUnderItsName() {
    Vehicle.Revision revision =
        readWell(
            """
            {"trim": "XLT", "registration_state": "AL", "registration_expiration_month": 12,
             "fuel_type_id": 4, "fuel_volume_units": "liters", "system_of_measurement": "metric",
             "ownership": "leased", "secondary_meter": true, "secondary_meter_unit": "hr",
             "group_id": 5, "group_hierarchy": "North|Depot", "label_ids": [1, 2],
             "linked_vehicle_ids": [9], "external_ids": {"erp": "A-1"},
             "in_service_date": "2024-02-29", "out_of_service_date": "2030-01-02T03:04:05-06:00",
             "in_service_meter_value": "12.5", "out_of_service_meter": 250000,
             "estimated_service_months": 60, "estimated_replacement_mileage": 200000.5,
             "estimated_resale_price": 4999.99,
             "purchase_detail_attributes": {"price": 30000, "vendor": {"name": "Acme"}},
             "specs": {"doors": [2, null]}, "custom_fields": {"winter_tyres": true, "old": null}}
            """);

    assertThat(revision.details())
        .containsExactly(
            detail("trim", "XLT"),
            detail("registration_state", "AL"),
            detail("registration_expiration_month", BigDecimal.valueOf(12)),
            detail("fuel_type_id", BigDecimal.valueOf(4)),
            detail("fuel_volume_units", "liters"),
            detail("system_of_measurement", "metric"),
            detail("ownership", "leased"),
            detail("secondary_meter", true),
            detail("secondary_meter_unit", "hr"),
            detail("linked_vehicle_ids", List.of(BigDecimal.valueOf(9))),
            detail("in_service_date", "2024-02-29"),
            detail("out_of_service_date", "2030-01-02"),
            detail("in_service_meter_value", new BigDecimal("12.5")),
            detail("out_of_service_meter_value", BigDecimal.valueOf(250000)),
            detail("estimated_service_months", BigDecimal.valueOf(60)),
            detail("estimated_replacement_mileage", new BigDecimal("200000.5")),
            detail("estimated_resale_price", new BigDecimal("4999.99")),
            detail(
                "purchase_detail",
                Map.of("price", BigDecimal.valueOf(30000), "vendor", Map.of("name", "Acme"))),
            detail("specs", Map.of("doors", List.of(BigDecimal.TWO))),
            detail("custom_fields", Map.of("winter_tyres", true)));
  }

  @Test
  void whatIsNoAttributeIsNotHeard() {
    Vehicle.Revision revision =
        readWell("{\"wings\": 2, \"id\": 7, \"created_at\": \"x\", \"identifier_field_name\": 1}");

    assertThat(revision).isEqualTo(readWell("{}"));
    assertThat(revision.details()).isEmpty();
  }

  @Test
  void numbersMayBeTextAndTextMayBeNumbers() {
    Vehicle.Revision revision =
        readWell(
            """
            {"name": 17, "year": " 2024 ", "vehicle_status_id": "1", "vehicle_type_id": "3",
             "secondary_meter": "1", "label_ids": ["4"], "fuel_type_id": "2"}
            """);

    assertThat(revision.name()).isEqualTo(given("17"));
    assertThat(revision.year()).isEqualTo(given(2024));
    assertThat(revision.status()).isEqualTo(given(new Pick.ByNumber(1)));
    assertThat(revision.type()).isEqualTo(given(new Pick.ByNumber(3)));
    assertThat(revision.details())
        .containsOnly(detail("fuel_type_id", BigDecimal.TWO), detail("secondary_meter", true));
    assertThat(revision.labels()).isEqualTo(given(List.of(4L)));
  }

  @Test
  void aBlankNumberOfARecordIsNotSpokenOf() {
    Vehicle.Revision revision =
        readWell(
            """
            {"vehicle_status_id": "", "vehicle_type_id": " ", "group_id": "", "fuel_type_id": ""}
            """);

    assertThat(revision.status()).hasToString(NOTHING);
    assertThat(revision.type()).hasToString(NOTHING);
    assertThat(revision.details()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"  \""})
  void anythingElseThatIsBlankIsCleared(String blank) {
    Vehicle.Revision revision =
        readWell(
            """
            {"name": %1$s, "vin": %1$s, "license_plate": %1$s, "make": %1$s, "model": %1$s,
             "year": %1$s, "color": %1$s, "meter_unit": %1$s, "trim": %1$s, "ownership": %1$s,
             "in_service_date": %1$s, "custom_fields": %1$s}
            """
                .formatted(blank));

    assertThat(revision.name()).hasToString(NONE);
    assertThat(revision.vin()).hasToString(NONE);
    assertThat(revision.licensePlate()).hasToString(NONE);
    assertThat(revision.make()).hasToString(NONE);
    assertThat(revision.model()).hasToString(NONE);
    assertThat(revision.year()).hasToString(NONE);
    assertThat(revision.color()).hasToString(NONE);
    assertThat(revision.meterUnit()).hasToString(NONE);
    assertThat(revision.details())
        .containsOnly(
            Map.entry("fleetio.trim", Optional.empty()),
            Map.entry("fleetio.ownership", Optional.empty()),
            Map.entry("fleetio.in_service_date", Optional.empty()),
            Map.entry("fleetio.custom_fields", Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"meter_unit": "hr"}                                    | Given[value=HOURS]
          {"primary_meter_unit": "hr"}                            | Given[value=HOURS]
          {"meter_unit": "hr", "primary_meter_unit": "mi"}        | Given[value=HOURS]
          {"meter_unit": null, "primary_meter_unit": "mi"}        | Given[value=MILES]
          {"meter_unit": "", "primary_meter_unit": ""}            | None[]
          {}                                                      | Nothing[]
          """)
  void theNamesForCreatingAndForUpdatingAreOneAttribute(String json, String unit) {
    assertThat(readWell(json).meterUnit()).hasToString(unit);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"vehicle_type_name": "Van"}                            | Given[value=ByName[name=Van]]
          {"vehicle_type_name": "pickup truck"}                   | Given[value=ByName[name=pickup truck]]
          {"vehicle_type_id": 2, "vehicle_type_name": "Van"}      | Given[value=ByNumber[number=2]]
          {"vehicle_type_id": "", "vehicle_type_name": "Van"}     | Given[value=ByName[name=Van]]
          {"vehicle_type_id": null, "vehicle_type_name": "Van"}   | Given[value=ByName[name=Van]]
          {"vehicle_type_id": null}                               | None[]
          {"vehicle_type_name": ""}                               | Nothing[]
          """)
  void aTypeGoesByNumberOrElseByName(String json, String type) {
    assertThat(readWell(json).type()).hasToString(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"owned", "Owned", "OWNED"})
  void wordsAreUnderstoodInAnyCase(String word) {
    assertThat(readWell("{\"ownership\": \"%s\"}".formatted(word)).details())
        .containsOnly(detail("ownership", "owned"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"name": {}}                             | name                          | must be a string
          {"year": "soon"}                         | year                          | must be an integer
          {"year": 2024.5}                         | year                          | must be an integer
          {"primary_meter_unit": "parsec"}         | meter_unit                    | must be one of the predefined values (hr, km, mi)
          {"meter_unit": 7}                        | meter_unit                    | must be one of the predefined values (hr, km, mi)
          {"vehicle_status_id": "first"}           | vehicle_status                | can't be blank
          {"vehicle_type_id": []}                  | vehicle_type                  | can't be blank
          {"registration_expiration_month": 13}    | registration_expiration_month | must be between 0 and 12
          {"registration_expiration_month": -1}    | registration_expiration_month | must be between 0 and 12
          {"ownership": "stolen"}                  | ownership                     | must be one of the predefined values (customer, leased, owned, rented)
          {"fuel_volume_units": "cups"}            | fuel_volume_units             | must be one of the predefined values (liters, uk_gallons, us_gallons)
          {"system_of_measurement": "si"}          | system_of_measurement         | must be one of the predefined values (imperial, metric)
          {"secondary_meter": "perhaps"}           | secondary_meter               | must be true or false
          {"secondary_meter_unit": "parsec"}       | secondary_meter_unit          | must be one of the predefined values (hr, km, mi)
          {"group_id": "north"}                    | group                         | can't be blank
          {"fuel_type_id": "green"}                | fuel_type                     | can't be blank
          {"label_ids": 7}                         | label_ids                     | must be an array
          {"label_ids": ["red"]}                   | label_ids                     | must be an integer
          {"in_service_date": "30/02/2024"}        | in_service_date               | is not a valid date
          {"in_service_date": "2023-02-29"}        | in_service_date               | is not a valid date
          {"in_service_date": "2024-02-29T25:00"}  | in_service_date               | is not a valid date
          {"in_service_meter": "far"}              | in_service_meter_value        | is not a number
          {"estimated_resale_price": 1e99999999}   | estimated_resale_price        | is not a number
          {"external_ids": "A-1"}                  | external_ids                  | must be an object
          {"external_ids": {"erp": {"id": 1}}}     | external_ids                  | must be a string
          {"external_ids": {"erp": ["A-1"]}}       | external_ids                  | must be a string
          {"specs_attributes": []}                 | specs                         | must be an object
          {"custom_fields": {"big": 1e300}}        | custom_fields                 | is invalid
          """)
  void whatCannotBeMeantIsTold(String json, String attribute, String message) {
    Attributes said = attributes(json);
    VehicleBody.read(said);

    assertThat(said.errors().messages()).containsExactly(Map.entry(attribute, List.of(message)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"trim", "registration_state"})
  void textHasTwoHundredAndFiftyFiveCharactersAtMost(String attribute) {
    assertThat(errors("{\"%s\": \"%s\"}".formatted(attribute, "😀".repeat(255)))).isEmpty();
    assertThat(errors("{\"%s\": \"%s\"}".formatted(attribute, "😀".repeat(256))))
        .containsExactly(Map.entry(attribute, List.of("is too long (maximum is 255 characters)")));
  }

  @Test
  void objectsAreNestedAsDeepAsTheStoreTakes() {
    assertThat(errors(nested(16))).isEmpty();
    assertThat(errors(nested(17))).containsExactly(Map.entry("specs", List.of("is invalid")));
  }

  @Test
  void anExternalIdThatIsNoTextIsTakenAsItIsWritten() {
    assertThat(
            readWell("{\"external_ids\": {\"erp\": 1000000, \"crm\": true, \"old\": \" \"}}")
                .externalIds())
        .isEqualTo(given(Map.of("erp", "1000000", "crm", "true")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"custom_fields", "specs", "purchase_detail", "external_ids"})
  void anObjectIsNoLargerThanARecordOfABulkJob(String attribute) {
    String object = "{\"%s\": {\"a\":\"%s\"}}";

    assertThat(errors(object.formatted(attribute, "x".repeat(32_768 - 8)))).isEmpty();
    assertThat(errors(object.formatted(attribute, "x".repeat(32_768 - 9) + "é")))
        .containsExactly(Map.entry(attribute, List.of("must be at most 32768 bytes long")));
  }

  @Test
  void aVehicleIsLinkedToAsManyAsAPageHolds() {
    List<Long> hundred = LongStream.rangeClosed(1, 100).boxed().toList();

    assertThat(errors("{\"linked_vehicle_ids\": %s}".formatted(hundred))).isEmpty();
    assertThat(errors("{\"linked_vehicle_ids\": %s}".formatted(hundred).replace("[", "[0,")))
        .containsExactly(
            Map.entry("linked_vehicle_ids", List.of("is too long (maximum is 100 records)")));
  }

  @Test
  void allThatIsWrongIsTold() {
    assertThat(errors("{\"year\": \"soon\", \"ownership\": \"stolen\", \"label_ids\": 7}"))
        .containsOnlyKeys("year", "ownership", "label_ids");
  }

  /** An object with lists within lists, as many levels in all. */
  private static String nested(int levels) {
    return "{\"specs\": {\"a\": %s%s}}".formatted("[".repeat(levels - 1), "]".repeat(levels - 1));
  }

  private static Map<String, List<String>> errors(String json) {
    Attributes said = attributes(json);
    VehicleBody.read(said);
    return said.errors().messages();
  }

  private static Vehicle.Revision readWell(String json) {
    Attributes said = attributes(json);
    Vehicle.Revision revision = VehicleBody.read(said);
    assertThat(said.errors().messages()).isEmpty();
    return revision;
  }

  private static Attributes attributes(String json) {
    return new Attributes(Fields.of(Json.read(json)), Times.UTC);
  }

  private static <T> Said<T> given(T value) {
    return new Said.Given<>(value);
  }

  private static Map.Entry<String, Optional<Object>> detail(String attribute, Object value) {
    return Map.entry("fleetio." + attribute, Optional.of(value));
  }
}

package interline.fleet;

import static interline.fleet.VehicleBuilder.aVehicle;
import static interline.fleet.VehicleBuilder.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interline.fleet.Failure.Problem;
import interline.fleet.Vehicles.Identifier;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// fleetio §4.3
class VehiclesTest {

  private static final Unique NAME = Unique.vehicleName("Truck 7");
  private static final Unique VIN = Unique.vin("1FTFW1ET5DFC10312");

  private final PlainFleet fleet = new PlainFleet();

  private Vehicle given(VehicleBuilder vehicle) {
    Vehicle created = fleet.commit(Vehicles.create(vehicle.revision()));
    return fleet.get(created.ref());
  }

  private Vehicle revise(Vehicle vehicle, VehicleBuilder revision) {
    fleet.commit(Vehicles.revise(byNumber(vehicle), revision.revision()));
    return fleet.get(vehicle.ref());
  }

  private static Identifier byNumber(Vehicle vehicle) {
    return new Identifier.ByNumber(vehicle.number());
  }

  @Test
  void aVehicleIsMadeOfWhatIsSaidAndClaimsItsNameAndVin() {
    Vehicle vehicle = given(aVehicle().detail("fleetio.trim", "XLT"));

    assertThat(vehicle)
        .returns("Truck 7", Vehicle::name)
        .returns(Optional.of("1FTFW1ET5DFC10312"), Vehicle::vin)
        .returns(1L, Vehicle::status)
        .returns(2L, Vehicle::type)
        .returns(Vehicle.MeterUnit.MILES, Vehicle::meterUnit)
        .returns(Optional.empty(), Vehicle::color)
        .returns(new Stamp(1, PlainFleet.START, PlainFleet.START), Vehicle::stamp);
    assertThat(vehicle.details().find("fleetio.trim")).hasValue("XLT");
    assertThat(fleet.claims()).isEqualTo(Map.of(NAME, vehicle.ref(), VIN, vehicle.ref()));
    assertThat(fleet.history(vehicle.ref())).containsExactly(Event.Type.CREATED);
  }

  @Test
  void aNewVehicleThatSaysNothingLacksAllThatIsRequired() {
    assertProblems(
        Vehicles.create(nothing().revision()),
        new Problem(Field.NAME, new Rule.Present()),
        new Problem(Field.METER_UNIT, new Rule.Present()),
        new Problem(Field.VEHICLE_STATUS, new Rule.Present()),
        new Problem(Field.VEHICLE_TYPE, new Rule.Present()));
  }

  @Test
  void everyProblemIsToldOnceAndAtOnce() {
    VehicleBuilder bad =
        aVehicle()
            .name(new Said.None<>())
            .vin("x".repeat(18))
            .licensePlate(new Said.Given<>("x".repeat(256)))
            .make(new Said.Given<>("x".repeat(256)))
            .model(new Said.Given<>("x".repeat(256)))
            .color(new Said.Given<>("x".repeat(256)))
            .meterUnit(new Said.None<>())
            .status(new Said.Given<>(6L))
            .type(new Said.None<>());
    Problem[] problems = {
      new Problem(Field.NAME, new Rule.Present()),
      new Problem(Field.VIN, new Rule.AtMostCharacters(17)),
      new Problem(Field.LICENSE_PLATE, new Rule.AtMostCharacters(255)),
      new Problem(Field.MAKE, new Rule.AtMostCharacters(255)),
      new Problem(Field.MODEL, new Rule.AtMostCharacters(255)),
      new Problem(Field.COLOR, new Rule.AtMostCharacters(255)),
      new Problem(Field.METER_UNIT, new Rule.Present()),
      new Problem(Field.VEHICLE_STATUS, new Rule.Present()),
      new Problem(Field.VEHICLE_TYPE, new Rule.Present())
    };
    Vehicle known = given(aVehicle());

    assertProblems(Vehicles.create(bad.revision()), problems);
    assertProblems(Vehicles.revise(byNumber(known), bad.revision()), problems);
  }

  @Test
  void externalIdsAreLimitedInNumberAndInLength() {
    Map<String, String> many = new HashMap<>();
    for (int i = 0; i < 21; i++) {
      many.put("system" + i, "1");
    }

    assertProblems(
        Vehicles.create(aVehicle().externalIds(many).revision()),
        new Problem(Field.EXTERNAL_ID, new Rule.AtMost(20)));
    assertProblems(
        Vehicles.create(aVehicle().externalIds(Map.of("erp", "x".repeat(253))).revision()),
        new Problem(Field.EXTERNAL_ID, new Rule.AtMostCharacters(255)));
  }

  @Test
  void theLongestValuesAreTakenAsPeopleCountCharacters() {
    Vehicle vehicle = given(aVehicle().name("🚚".repeat(255)).vin("x".repeat(17)));

    assertThat(vehicle.name()).hasSize(510);
    assertProblems(
        Vehicles.create(aVehicle().name("🚚".repeat(256)).vin("other").revision()),
        new Problem(Field.NAME, new Rule.AtMostCharacters(255)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void aBlankNameIsNoneAndSoIsABlankVin(String blank) {
    Vehicle vehicle = given(aVehicle());

    assertProblems(
        Vehicles.revise(byNumber(vehicle), nothing().name(blank).revision()),
        new Problem(Field.NAME, new Rule.Present()));
    assertThat(given(aVehicle().name("Truck 8").vin(blank)).vin()).isEmpty();
    assertThat(given(aVehicle().name("Truck 9").vin(blank)).vin()).isEmpty();
    assertThat(revise(vehicle, nothing().vin(blank)).vin()).isEmpty();
    assertThat(fleet.claims()).doesNotContainKey(VIN);
  }

  @Test
  void noTwoVehiclesShareANameOrAVin() {
    given(aVehicle());
    Vehicle other = given(aVehicle().name("Truck 8").vin("other"));

    assertTaken(Vehicles.create(aVehicle().vin("third").revision()), Field.NAME);
    assertTaken(Vehicles.create(aVehicle().name("Truck 9").revision()), Field.VIN);
    assertTaken(
        Vehicles.revise(byNumber(other), nothing().name(" TRUCK 7 ").revision()), Field.NAME);
    assertTaken(
        Vehicles.revise(byNumber(other), nothing().vin("1ftfw1et5dfc10312").revision()), Field.VIN);
    assertThat(fleet.claims().get(Unique.vin("other"))).isEqualTo(other.ref());
  }

  @Test
  void aVinIsNotAName() {
    given(aVehicle().name("A").vin("B"));

    assertThat(given(aVehicle().name("B").vin("A")).name()).isEqualTo("B");
  }

  @Test
  void aNewNameIsClaimedAndTheOldOneFree() {
    Vehicle vehicle = revise(given(aVehicle()), nothing().name("Truck 8"));

    assertThat(vehicle.name()).isEqualTo("Truck 8");
    assertThat(fleet.claims())
        .isEqualTo(Map.of(Unique.vehicleName("Truck 8"), vehicle.ref(), VIN, vehicle.ref()));
    assertThat(given(aVehicle().vin("other")).name()).isEqualTo("Truck 7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRUCK 7", " truck 7", "Truck 7"})
  void theSameNameWrittenOtherwiseIsStillHeld(String name) {
    Vehicle vehicle = given(aVehicle());
    UseCase<Vehicle> rename = Vehicles.revise(byNumber(vehicle), nothing().name(name).revision());

    assertThat(rename.decide(fleet).changes())
        .noneMatch(Change.Claim.class::isInstance)
        .noneMatch(Change.Release.class::isInstance);
    assertThat(revise(vehicle, nothing().name(name)).name()).isEqualTo(name);
    assertThat(fleet.claims()).isEqualTo(Map.of(NAME, vehicle.ref(), VIN, vehicle.ref()));
  }

  @Test
  void aClearedVinIsFreeForOthers() {
    Vehicle vehicle = revise(given(aVehicle()), nothing().vin(new Said.None<>()));

    assertThat(vehicle.vin()).isEmpty();
    assertThat(fleet.claims()).isEqualTo(Map.of(NAME, vehicle.ref()));
    assertThat(given(aVehicle().name("Truck 8")).vin()).isEqualTo(Optional.of("1FTFW1ET5DFC10312"));
  }

  @Test
  void aVinCanBeGivenLater() {
    Vehicle vehicle = given(aVehicle().vin(new Said.None<>()));
    assertThat(fleet.claims()).containsOnlyKeys(NAME);

    revise(vehicle, nothing().vin("1FTFW1ET5DFC10312"));

    assertThat(fleet.claims()).containsOnlyKeys(NAME, VIN);
  }

  @Test
  void eachValueIsLeftClearedOrReplaced() {
    Vehicle vehicle =
        given(
            aVehicle()
                .make(new Said.Given<>("Ford"))
                .model(new Said.Given<>("F-150"))
                .color(new Said.Given<>("red"))
                .year(new Said.Given<>(2013)));

    Vehicle revised =
        revise(
            vehicle,
            nothing()
                .color(new Said.None<>())
                .year(new Said.Given<>(2014))
                .status(new Said.Given<>(3L)));

    assertThat(revised)
        .returns("Truck 7", Vehicle::name)
        .returns(Optional.of("Ford"), Vehicle::make)
        .returns(Optional.of("F-150"), Vehicle::model)
        .returns(Optional.empty(), Vehicle::color)
        .returns(Optional.of(2014), Vehicle::year)
        .returns(3L, Vehicle::status)
        .returns(2L, Vehicle::type)
        .returns(2L, it -> it.stamp().version());
    assertThat(fleet.history(vehicle.ref()))
        .containsExactly(Event.Type.CREATED, Event.Type.CHANGED);
  }

  @Test
  void whatOneDialectKeepsSurvivesTheWritesOfTheOthers() {
    Vehicle vehicle =
        given(
            aVehicle()
                .detail("fleetio.trim", "XLT")
                .detail("fleetio.labels", List.of("a", "b"))
                .detail("onfleet.color", "red"));

    Vehicle revised =
        revise(
            vehicle,
            nothing()
                .name("Truck 8")
                .detail("trimble.weight", new BigDecimal("2.50"))
                .without("onfleet.color")
                .without("never.there"));

    assertThat(revised.details().values())
        .isEqualTo(
            Map.of(
                "fleetio.trim",
                "XLT",
                "fleetio.labels",
                List.of("a", "b"),
                "trimble.weight",
                new BigDecimal("2.50")));
  }

  // fleetio §3.2
  @Test
  void aVehicleIsFoundByNumberNameOrVin() {
    Vehicle vehicle = given(aVehicle());

    assertThat(Vehicles.get(fleet, byNumber(vehicle))).isEqualTo(vehicle);
    assertThat(Vehicles.get(fleet, new Identifier.ByUnique(Unique.vehicleName("truck 7"))))
        .isEqualTo(vehicle);
    assertThat(Vehicles.get(fleet, new Identifier.ByUnique(Unique.vin("1FTFW1ET5DFC10312"))))
        .isEqualTo(vehicle);
  }

  // fleetio §3.2
  @Test
  void theNameByWhichAVehicleIsFoundCanBeItsOldOne() {
    given(aVehicle());

    fleet.commit(
        Vehicles.revise(new Identifier.ByUnique(NAME), nothing().name("Truck 8").revision()));

    assertNotFound(Vehicles.revise(new Identifier.ByUnique(NAME), nothing().revision()));
    assertThat(fleet.claims()).containsOnlyKeys(Unique.vehicleName("Truck 8"), VIN);
  }

  @Test
  void aVehicleThatIsNotThereIsNotFound() {
    given(aVehicle());

    assertNotFound(Vehicles.revise(new Identifier.ByNumber(99), nothing().revision()));
    assertNotFound(
        Vehicles.revise(new Identifier.ByUnique(Unique.vin("none")), nothing().revision()));
    assertNotFound(
        Vehicles.revise(new Identifier.ByUnique(Unique.vin("Truck 7")), nothing().revision()));
  }

  @Test
  void theCatalogueIsFoundByNumberAndByName() {
    assertThat(VehicleCatalogue.find(VehicleCatalogue.STATUSES, 1))
        .hasValue(new VehicleCatalogue.Entry(1, "Active"));
    assertThat(VehicleCatalogue.find(VehicleCatalogue.STATUSES, "in shop"))
        .hasValue(new VehicleCatalogue.Entry(3, "In Shop"));
    assertThat(VehicleCatalogue.find(VehicleCatalogue.TYPES, "SUV"))
        .hasValue(new VehicleCatalogue.Entry(5, "SUV"));
    assertThat(VehicleCatalogue.find(VehicleCatalogue.TYPES, 0)).isEmpty();
    assertThat(VehicleCatalogue.find(VehicleCatalogue.TYPES, "Boat")).isEmpty();
  }

  private void assertProblems(UseCase<?> useCase, Problem... problems) {
    assertThatThrownBy(() -> fleet.commit(useCase))
        .isInstanceOfSatisfying(
            Failure.Invalid.class,
            invalid -> assertThat(invalid.problems()).containsExactlyInAnyOrder(problems));
  }

  private void assertTaken(UseCase<?> useCase, Field field) {
    assertThatThrownBy(() -> fleet.commit(useCase))
        .isInstanceOfSatisfying(
            Failure.NotUnique.class, taken -> assertThat(taken.field()).isEqualTo(field));
  }

  private void assertNotFound(UseCase<?> useCase) {
    assertThatThrownBy(() -> fleet.commit(useCase))
        .isInstanceOfSatisfying(
            Failure.NotFound.class, missing -> assertThat(missing.kind()).isEqualTo(Kind.VEHICLE));
  }
}

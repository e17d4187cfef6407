package interline.fleetio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Details;
import interline.fleet.OrganizationId;
import interline.fleet.Pick;
import interline.fleet.Said;
import interline.fleet.Stamp;
import interline.fleet.Vehicle;
import interline.fleet.Vehicle.MeterUnit;
import interline.fleet.VehicleCatalogue;
import interline.gateway.Fields;
import interline.gateway.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A vehicle as clients read it: both shapes of fleetio §4.4. */
class VehicleAnswerTest {

  @Test
  void aBareVehicleHasEveryMember() {
    assertThat(answer("{}"))
        .isEqualTo(
            Json.read(
                """
                {"id": 70411, "account_id": 5, "name": "Van 1",
                 "created_at": "2031-02-03T04:05:06.100+00:00",
                 "updated_at": "2031-02-04T04:05:06.000+00:00",
                 "archived_at": null, "is_sample": false, "ai_enabled": false,
                 "assetable_type": "Vehicle", "external_ids": {}, "labels": [],
                 "vin": null, "license_plate": null, "make": null, "model": null, "trim": null,
                 "color": null, "registration_state": null, "year": null,
                 "registration_expiration_month": 0, "default_image_url_small": null,
                 "vehicle_type_id": 3, "vehicle_type_name": "Van", "vehicle_status_id": 1,
                 "vehicle_status_name": "Active", "vehicle_status_color": "#28a745",
                 "group_id": null, "group_name": null, "group_ancestry": null,
                 "ownership": "Owned", "fuel_type_id": null, "fuel_type_name": null,
                 "fuel_volume_units": "us_gallons", "system_of_measurement": "imperial",
                 "axle_config_id": null,
                 "meter_unit": "mi", "primary_meter_unit": "mi", "current_meter_value": 0.0,
                 "primary_meter_value": "0.0", "primary_meter_date": null,
                 "primary_meter_usage_per_day": null, "secondary_meter": false,
                 "secondary_meter_unit": null, "secondary_meter_value": "0.0",
                 "secondary_meter_date": null, "secondary_meter_usage_per_day": null,
                 "in_service_date": null, "in_service_meter_value": null,
                 "out_of_service_date": null, "out_of_service_meter_value": null,
                 "estimated_service_months": null, "estimated_replacement_mileage": null,
                 "estimated_resale_price_cents": null, "current_location_entry_id": null,
                 "comments_count": 0, "documents_count": 0, "images_count": 0,
                 "fuel_entries_count": 0, "service_entries_count": 0,
                 "service_reminders_count": 0, "vehicle_renewal_reminders_count": 0,
                 "issues_count": 0, "work_orders_count": 0, "linked_vehicle_ids": [],
                 "specs": null, "purchase_detail": null, "custom_fields": {}}
                """));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"vin": "1FTBW9CK5RKA00001"}             | vin                           | "1FTBW9CK5RKA00001"
          {"license_plate": "B-IL 1"}              | license_plate                 | "B-IL 1"
          {"make": "Ford"}                         | make                          | "Ford"
          {"model": "Transit"}                     | model                         | "Transit"
          {"year": "2024"}                         | year                          | 2024
          {"color": "Blue"}                        | color                         | "Blue"
          {"trim": "XLT"}                          | trim                          | "XLT"
          {"registration_state": "AL"}             | registration_state            | "AL"
          {"registration_expiration_month": 12}    | registration_expiration_month | 12
          {"vehicle_status_name": "In Shop"}       | vehicle_status_id             | 3
          {"vehicle_status_name": "in shop"}       | vehicle_status_name           | "In Shop"
          {"vehicle_type_id": 10}                  | vehicle_type_name             | "Other"
          {"group_id": 5}                          | group_id                      | 5
          {"fuel_type_id": 4}                      | fuel_type_id                  | 4
          {"ownership": "customer"}                | ownership                     | "Customer"
          {"fuel_volume_units": "liters"}          | fuel_volume_units             | "liters"
          {"system_of_measurement": "metric"}      | system_of_measurement         | "metric"
          {"primary_meter_unit": "km"}             | meter_unit                    | "km"
          {"meter_unit": "hr"}                     | primary_meter_unit            | "hr"
          {"secondary_meter": true}                | secondary_meter               | true
          {"secondary_meter_unit": "hr"}           | secondary_meter_unit          | "hr"
          {"in_service_date": "2024-02-29"}        | in_service_date               | "2024-02-29"
          {"out_of_service_date": "2024-02-29"}    | out_of_service_date           | "2024-02-29"
          {"in_service_meter": 25000}              | in_service_meter_value        | "25000.0"
          {"out_of_service_meter_value": "1.250"}  | out_of_service_meter_value    | "1.25"
          {"estimated_service_months": 59.5}       | estimated_service_months      | 60
          {"estimated_replacement_mileage": 2e5}   | estimated_replacement_mileage | "200000.0"
          {"estimated_resale_price": 4999.99}      | estimated_resale_price_cents  | 499999
          {"external_ids": {"erp": "A-1"}}         | external_ids                  | {"erp": "A-1"}
          {"custom_fields": {"a": true}}           | custom_fields                 | {"a": true}
          {"linked_vehicle_ids": [7, "9"]}         | linked_vehicle_ids            | [7, 9]
          {"specs_attributes": {"doors": 4}}       | specs                         | {"doors": 4}
          {"purchase_detail": {"price": 9.5}}      | purchase_detail               | {"price": 9.5}
          """)
  void whatIsSaidCanBeRead(String said, String member, String value) {
    assertThat(answer(said).path(member)).hasToString(Json.read(value).toString());
  }

  /** What is answered of a van of which this was said. */
  private static JsonNode answer(String json) {
    Vehicle.Revision said = VehicleBody.read(new Attributes(Fields.of(Json.read(json)), Times.UTC));
    Vehicle vehicle =
        new Vehicle(
            70411,
            new Stamp(
                2,
                Instant.parse("2031-02-03T04:05:06.100Z"),
                Instant.parse("2031-02-04T04:05:06Z")),
            "Van 1",
            said.vin().or(Optional.empty()),
            said.licensePlate().or(Optional.empty()),
            said.make().or(Optional.empty()),
            said.model().or(Optional.empty()),
            said.year().or(Optional.empty()),
            said.color().or(Optional.empty()),
            number(VehicleCatalogue.STATUSES, said.status(), 1),
            number(VehicleCatalogue.TYPES, said.type(), 3),
            said.meterUnit().or(MeterUnit.MILES),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            said.group().given().map(_ -> 5L),
            List.of(),
            said.externalIds().or(Map.of()),
            Optional.empty(),
            Details.NONE.with(said.details()));
    return Json.read(
        Json.write(VehicleAnswer.of(vehicle, Names.NONE, new OrganizationId(5), Times.UTC)));
  }

  private static long number(List<VehicleCatalogue.Entry> catalogue, Said<Pick> said, long usual) {
    return switch (said) {
      case Said.Given<Pick>(Pick.ByNumber(long number)) -> number;
      case Said.Given<Pick>(Pick.ByName(String name)) ->
          VehicleCatalogue.find(catalogue, name).orElseThrow().number();
      case Said.Nothing<Pick> _, Said.None<Pick> _ -> usual;
    };
  }
}

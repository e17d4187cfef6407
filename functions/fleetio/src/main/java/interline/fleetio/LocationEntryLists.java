package interline.fleetio;

import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.LocationEntry;
import interline.fleet.LocationEntry.Owner;
import interline.fleet.OrganizationId;
import java.util.Optional;

/** Location entries: all of them, and those of one vehicle. */
final class LocationEntryLists {

  static final RecordList<LocationEntry> ALL =
      common(RecordList.of(Kind.LOCATION_ENTRY))
          .filter("vehicle_id", Filter.number(LocationEntryLists::vehicle, Operator.EQ))
          .narrow(
              "vehicle_id", number -> new Listing.LocationEntriesOf(new Owner.OfVehicle(number)))
          .narrow("contact_id", number -> new Listing.LocationEntriesOf(new Owner.OfWorker(number)))
          .narrow("vehicle_id", RecordList.UPDATED, number -> byChange(new Owner.OfVehicle(number)))
          .narrow("contact_id", RecordList.UPDATED, number -> byChange(new Owner.OfWorker(number)))
          .sortByChange(Kind.LOCATION_ENTRY)
          .build();

  private LocationEntryLists() {}

  static RecordList<LocationEntry> of(long vehicle) {
    Owner owner = new Owner.OfVehicle(vehicle);
    return common(RecordList.of(new Listing.LocationEntriesOf(owner)))
        .sort(RecordList.UPDATED, byChange(owner))
        .build();
  }

  private static RecordList.Sorting<LocationEntry> byChange(Owner owner) {
    return (from, until) -> new Listing.LocationEntriesByChange(owner, from, until);
  }

  static RecordList.Show<LocationEntry> show(OrganizationId account, Times times) {
    return (fleet, entries) -> LocationEntryAnswer.of(entries, fleet, account, times);
  }

  /** Nothing that a position could have been told for is kept here: those filters find nothing. */
  private static RecordList.Builder<LocationEntry> common(RecordList.Builder<LocationEntry> list) {
    return list.filter("contact_id", Filter.number(LocationEntryLists::contact, Operator.EQ))
        .filter("locatable_id", Filter.number(_ -> Optional.empty(), Operator.EQ))
        .filter("locatable_type", Filter.text(_ -> Optional.empty(), Operator.EQ));
  }

  private static Optional<Long> vehicle(LocationEntry entry) {
    return entry.owner() instanceof Owner.OfVehicle(long number)
        ? Optional.of(number)
        : Optional.empty();
  }

  private static Optional<Long> contact(LocationEntry entry) {
    return entry.owner() instanceof Owner.OfWorker(long number)
        ? Optional.of(number)
        : Optional.empty();
  }
}

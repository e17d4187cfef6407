package interline.fleetio;

import interline.fleet.LocationEntry;
import interline.fleet.MeterEntry;
import interline.fleet.UseCase;

/** Rows that enter what meters show and where somebody is. */
final class EntryRows {

  private EntryRows() {}

  static UseCase<Long> meter(Attributes row) {
    UseCase<MeterEntry> entry = MeterEntryBody.create(row);
    return fleet -> entry.decide(fleet).map(MeterEntry::number);
  }

  static UseCase<Long> location(Attributes row) {
    UseCase<LocationEntry> entry = LocationEntryBody.create(row);
    return fleet -> entry.decide(fleet).map(LocationEntry::number);
  }
}

package interline.fleetio;

import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.MeterEntry;
import interline.fleet.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Meter entries: all of them, and those of one vehicle. */
final class MeterEntryLists {

  private static final String DATE = "date";

  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private static final List<String> CATEGORIES =
      Stream.of(MeterEntry.Category.values()).map(MeterEntryLists::word).toList();

  private static final List<String> METERABLES =
      List.of(
          "FuelEntry",
          "Issue",
          "PurchaseDetail",
          "ServiceEntry",
          "SubmittedInspectionItem",
          MeterEntryAnswer.ASSIGNMENT,
          "WorkOrder");

  static final RecordList<MeterEntry> ALL =
      common(RecordList.of(Kind.METER_ENTRY))
          .filter("vehicle_id", Filter.number(entry -> Optional.of(entry.vehicle()), Operator.EQ))
          .narrow("vehicle_id", Listing.MeterEntriesOf::new)
          .narrow("vehicle_id", DATE, MeterEntryLists::byDate)
          .narrowToDay(
              DATE, day -> new Listing.MeterEntriesByDate(Optional.of(day), Optional.of(day)))
          .sort(
              DATE,
              (from, until) ->
                  new Listing.MeterEntriesByDate(
                      from.map(MeterEntryLists::dayBefore), until.map(MeterEntryLists::dayBehind)))
          .sortByChange(Kind.METER_ENTRY)
          .build();

  private MeterEntryLists() {}

  static RecordList<MeterEntry> of(long vehicle) {
    return common(RecordList.of(new Listing.MeterEntriesOf(vehicle)))
        .sort(DATE, byDate(vehicle))
        .sortAmong(
            RecordList.UPDATED,
            (from, until) -> new Listing.ByChange<>(Kind.METER_ENTRY, from, until),
            entry -> entry.vehicle() == vehicle)
        .build();
  }

  private static RecordList.Sorting<MeterEntry> byDate(long vehicle) {
    return (from, until) ->
        new Listing.MeterEntriesOfByDate(
            vehicle, from.map(MeterEntryLists::dayBefore), until.map(MeterEntryLists::dayBehind));
  }

  static RecordList.Show<MeterEntry> show(OrganizationId account, Times times) {
    return (_, entries) ->
        entries.stream().map(entry -> MeterEntryAnswer.of(entry, account, times)).toList();
  }

  private static RecordList.Builder<MeterEntry> common(RecordList.Builder<MeterEntry> list) {
    return list.filter(
            "category",
            Filter.words(
                CATEGORIES, entry -> Optional.of(word(entry.category())), Operator.INCLUDE))
        .filter(
            "meterable_type",
            Filter.words(
                METERABLES,
                entry -> entry.assignment().map(_ -> MeterEntryAnswer.ASSIGNMENT),
                Operator.INCLUDE))
        .filter("meterable_id", Filter.number(MeterEntry::assignment, Operator.EQ))
        .filter(DATE, Filter.day(entry -> Optional.of(entry.date())));
  }

  /** No later than the day that it is for the caller, wherever they are. */
  private static LocalDate dayBefore(Instant moment) {
    return moment.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
  }

  /** No earlier than that day; there are no readings behind the last year of four digits. */
  private static LocalDate dayBehind(Instant moment) {
    LocalDate day = moment.atZone(ZoneOffset.UTC).toLocalDate();
    return day.isBefore(LAST) ? day.plusDays(1) : LAST;
  }

  private static String word(MeterEntry.Category category) {
    return category.name().toLowerCase(Locale.ROOT);
  }
}

package interline.fleetio;

import interline.fleet.Meter;
import interline.fleet.MeterEntries;
import interline.fleet.MeterEntry;
import interline.fleet.Said;
import interline.fleet.UseCase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What clients say of a meter entry; the same for a single one and for a row of a bulk job. */
final class MeterEntryBody {

  /** The primary meter has no word: it is meant where none is said. */
  static final Map<String, Meter> METERS = Map.of("secondary", Meter.SECONDARY);

  private static final String VEHICLE = "vehicle";
  private static final String VALUE = "value";
  private static final String DATE = "date";

  private MeterEntryBody() {}

  /**
   * Reads a new entry.
   *
   * @throws Unreadable if something of it is missing, or cannot be meant
   */
  static UseCase<MeterEntry> create(Attributes said) {
    Optional<Long> vehicle = said.required(VEHICLE, said.parent(VEHICLE));
    Optional<BigDecimal> value = said.required(VALUE, said.decimal(VALUE));
    Optional<LocalDate> date = said.required(DATE, said.dayOf(DATE));
    Meter meter = meter(said).given().orElse(Meter.PRIMARY);
    boolean voided = voided(said).given().orElse(false);
    if (vehicle.isEmpty() || value.isEmpty() || date.isEmpty()) {
      throw new Unreadable(said.errors(), List.of());
    }
    return Unreadable.unless(
        said.errors(),
        MeterEntries.create(
            new MeterEntry.Draft(
                vehicle.get(),
                meter,
                date.get(),
                value.get(),
                voided,
                MeterEntry.Category.MANUAL,
                Optional.empty())));
  }

  /** Reads a row of a bulk job. */
  static UseCase<Long> row(Attributes said) {
    UseCase<MeterEntry> entry = create(said);
    return fleet -> entry.decide(fleet).map(MeterEntry::number);
  }

  /** Reads what is to change. */
  static UseCase<MeterEntry> revise(long number, Attributes said) {
    MeterEntry.Revision revision =
        new MeterEntry.Revision(meter(said), said.dayOf(DATE), said.decimal(VALUE), voided(said));
    return Unreadable.unless(said.errors(), MeterEntries.revise(number, revision));
  }

  private static Said<Meter> meter(Attributes said) {
    return said.word(METERS, "meter_type");
  }

  private static Said<Boolean> voided(Attributes said) {
    return said.flag("void");
  }
}

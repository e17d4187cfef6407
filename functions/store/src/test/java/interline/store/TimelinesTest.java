package interline.store;

import static org.assertj.core.api.Assertions.assertThat;

import interline.fleet.Change;
import interline.fleet.LocationEntry;
import interline.fleet.LocationEntry.Owner;
import interline.fleet.Meter;
import interline.fleet.MeterEntry;
import interline.fleet.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestTable.Fresh.class)
final class TimelinesTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

  @Test
  void readingsStandByDayAndValue(TestTable table) {
    record(table, 1, TUESDAY, "100");
    record(table, 2, TUESDAY, "99.5");
    record(table, 3, TUESDAY, "1000.25");
    record(table, 4, TUESDAY, "1000.3");
    record(table, 5, TUESDAY, "1000");
    record(table, 6, MONDAY, "999999999999");
    record(table, 7, WEDNESDAY, "0");

    assertThat(entries(table.snapshot().lastReadings(4, Meter.PRIMARY, Optional.empty(), 10)))
        .containsExactly(7L, 4L, 3L, 5L, 1L, 2L, 6L);
    assertThat(entries(table.snapshot().lastReadings(4, Meter.PRIMARY, Optional.of(TUESDAY), 10)))
        .containsExactly(6L);
    assertThat(entries(table.snapshot().lastReadings(4, Meter.PRIMARY, Optional.of(WEDNESDAY), 2)))
        .containsExactly(4L, 3L);
    assertThat(entries(table.snapshot().firstReadings(4, Meter.PRIMARY, MONDAY, 2)))
        .containsExactly(2L, 1L);
    assertThat(entries(table.snapshot().firstReadings(4, Meter.PRIMARY, WEDNESDAY, 2))).isEmpty();
  }

  @Test
  void metersAndVehiclesHaveTimelinesOfTheirOwn(TestTable table) {
    record(table, 1, TUESDAY, "100");

    assertThat(table.snapshot().lastReadings(4, Meter.SECONDARY, Optional.empty(), 9)).isEmpty();
    assertThat(table.snapshot().lastReadings(40, Meter.PRIMARY, Optional.empty(), 9)).isEmpty();
    assertThat(table.snapshot().lastPositions(new Owner.OfVehicle(4), 9)).isEmpty();
  }

  @Test
  void aReadingComesBackAsItWentIn(TestTable table) {
    MeterEntry entry = Samples.reading(1, TUESDAY, "12345.75");
    table.write(chart(entry));

    assertThat(table.snapshot().lastReadings(4, Meter.PRIMARY, Optional.empty(), 1))
        .containsExactly(new MeterEntry.Mark(1, entry.reading()));
  }

  @Test
  void anErasedReadingIsGone(TestTable table) {
    record(table, 1, TUESDAY, "100");
    record(table, 2, TUESDAY, "100");
    table.write(
        new Change.Chart(Optional.of(Samples.reading(1, TUESDAY, "100.0")), Optional.empty()));

    assertThat(entries(table.snapshot().lastReadings(4, Meter.PRIMARY, Optional.empty(), 9)))
        .containsExactly(2L);
  }

  @Test
  void positionsStandByTime(TestTable table) {
    Owner vehicle = new Owner.OfVehicle(4);
    put(table, Samples.position(1, vehicle, Instant.parse("2026-11-16T10:00:00.001Z")));
    put(table, Samples.position(2, vehicle, Instant.parse("2026-11-16T10:00:00Z")));
    put(table, Samples.position(3, vehicle, Instant.parse("1969-01-01T00:00:00Z")));
    put(table, Samples.position(4, vehicle, Instant.parse("9999-12-31T23:59:59.999Z")));
    put(table, Samples.position(5, new Owner.OfWorker(4), Instant.parse("2026-11-16T11:00:00Z")));

    assertThat(table.snapshot().lastPositions(vehicle, 3))
        .extracting(LocationEntry.Mark::entry)
        .containsExactly(4L, 1L, 2L);
    assertThat(table.snapshot().lastPositions(vehicle, 9)).hasSize(4);
  }

  private static void record(TestTable table, long number, LocalDate day, String value) {
    table.write(chart(Samples.reading(number, day, value)));
  }

  private static void put(TestTable table, LocationEntry entry) {
    table.write(chart(entry));
  }

  private static Change chart(Recorded entry) {
    return new Change.Chart(Optional.empty(), Optional.of(entry));
  }

  private static List<Long> entries(List<MeterEntry.Mark> marks) {
    return marks.stream().map(MeterEntry.Mark::entry).toList();
  }
}

package interline.store;

import interline.fleet.Kind;
import interline.fleet.WorkDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** {@code org#worker#number} / {@code day#date}: when a worker works on a day. */
final class WorkDayItem {

  private WorkDayItem() {}

  static Item write(long worker, WorkDay day, Keys keys) {
    return Item.at(keys.partition(Kind.WORKER.number(worker)), Keys.workDay(day.date()))
        .put("date", day.date().toString())
        .put("zone", day.zone().getId())
        .putTree("shifts", Map.of("all", day.shifts().stream().map(WorkDayItem::shift).toList()));
  }

  static WorkDay read(Item item) {
    return new WorkDay(
        LocalDate.parse(item.getText("date")),
        ZoneId.of(item.getText("zone")),
        item.getTree("shifts").get("all") instanceof List<?> all
            ? all.stream().map(each -> shift((List<?>) each)).toList()
            : List.of());
  }

  private static List<Object> shift(WorkDay.Shift shift) {
    return List.of(
        BigDecimal.valueOf(shift.start().toEpochMilli()),
        BigDecimal.valueOf(shift.end().toEpochMilli()));
  }

  private static WorkDay.Shift shift(List<?> ends) {
    return new WorkDay.Shift(moment(ends.get(0)), moment(ends.get(1)));
  }

  private static Instant moment(Object millis) {
    return Instant.ofEpochMilli(((BigDecimal) millis).longValueExact());
  }
}

package interline.onfleet;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.Rule;
import interline.fleet.WorkDay;
import interline.fleet.Workers;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Expected;
import interline.gateway.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** When workers work, day by day. */
final class Schedules {

  private static final BigDecimal LATEST = BigDecimal.valueOf(253_402_300_799_999L);

  private Schedules() {}

  /** The shifts of a day. */
  record Entry(String date, List<List<Long>> shifts, String timezone) {

    static Entry of(WorkDay day) {
      return new Entry(
          day.date().toString(),
          day.shifts().stream()
              .map(it -> List.of(it.start().toEpochMilli(), it.end().toEpochMilli()))
              .toList(),
          Times.zone(day.zone()));
    }
  }

  static Answer show(Call call) {
    long worker = id(call);
    Workers.working(call.fleet(), worker);
    return shown(call, worker);
  }

  /** Days that one transaction has no room for follow in others. */
  static Answer revise(Call call) {
    long worker = id(call);
    List<WorkDay> days = days(call);
    try {
      for (int from = 0; from < Math.max(1, days.size()); from += Workers.MOST_DAYS) {
        int to = Math.min(from + Workers.MOST_DAYS, days.size());
        call.commit(Workers.schedule(worker, days.subList(from, to)));
      }
    } catch (Failure.Invalid invalid) {
      throw timed(invalid);
    }
    return shown(call, worker);
  }

  /** The last day comes first. */
  private static Answer shown(Call call, long worker) {
    return Answer.ok(
        Map.of(
            "entries",
            call.fleet().roster(worker).stream()
                .sorted(Comparator.comparing(WorkDay::date).reversed())
                .map(Entry::of)
                .toList()));
  }

  private static List<WorkDay> days(Call call) {
    Fields body = Bodies.required(call);
    ZoneId usual = call.organization().profile().zone();
    try {
      List<WorkDay> days =
          body.required("entries", Fields::objects).stream()
              .map(entry -> day(entry, usual))
              .toList();
      if (days.stream().map(WorkDay::date).distinct().count() < days.size()) {
        throw Refusal.content("A date is there twice.");
      }
      return days;
    } catch (Failure.Invalid invalid) {
      throw timed(invalid);
    }
  }

  private static WorkDay day(Fields entry, ZoneId usual) {
    LocalDate date = entry.required("date", Fields::date);
    List<WorkDay.Shift> shifts = new ArrayList<>();
    for (JsonNode shift : entry.required("shifts", Fields::list)) {
      if (!shift.isArray() || shift.size() != 2) {
        throw entry.bad("shifts", new Expected.Like("[[1712044800000,1712073600000]]"));
      }
      shifts.add(new WorkDay.Shift(moment(entry, shift.get(0)), moment(entry, shift.get(1))));
    }
    shifts.sort(Comparator.comparing(WorkDay.Shift::start));
    return new WorkDay(date, WorkerBody.zone(entry, "timezone").orElse(usual), shifts);
  }

  private static Instant moment(Fields entry, JsonNode millis) {
    if (!millis.isNumber()
        || millis.decimalValue().signum() < 0
        || millis.decimalValue().compareTo(LATEST) > 0) {
      throw entry.bad("shifts", new Expected.Like("[[1712044800000,1712073600000]]"));
    }
    return Instant.ofEpochMilli(millis.longValue());
  }

  private static Failure timed(Failure.Invalid invalid) {
    return invalid.problems().stream().anyMatch(it -> it.rule() instanceof Rule.Ordered)
        ? Refusal.of(ErrorNumber.TIMES, "Shifts end after they start, and do not overlap.")
        : invalid;
  }

  private static long id(Call call) {
    return Ids.inPath(call, "id", Kind.WORKER);
  }
}

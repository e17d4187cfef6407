package interline.store;

import interline.fleet.Details;
import interline.fleet.Kind;
import interline.fleet.RoutePlan;
import interline.fleet.RoutePlan.Report;
import interline.fleet.RoutePlan.Stop;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code org#route_plan#number}; listed by number and by departure, found by worker. */
final class RoutePlanItem {

  private static final String STOPS = "stops";

  private RoutePlanItem() {}

  static void write(Item item, RoutePlan plan, Keys keys) {
    String number = Keys.sortable(plan.number());
    item.put(Records.LPK, keys.listing(Kind.ROUTE_PLAN))
        .put(Records.LSK, number)
        .put(Records.OSK, Keys.sortable(plan.departure(), plan.number()))
        .put("name", plan.name())
        .put("departure", plan.departure())
        .putNumber("worker", plan.worker())
        .putText("vehicle", plan.vehicle())
        .put("state", plan.state())
        .putTree(STOPS, Map.of(STOPS, plan.stops().stream().map(RoutePlanItem::tree).toList()))
        .putTree("details", plan.details().values());
    plan.worker()
        .ifPresent(worker -> item.put(Records.FPK, of(keys, worker)).put(Records.FSK, number));
  }

  static RoutePlan read(Item item) {
    return new RoutePlan(
        Records.number(item),
        Records.stamp(item),
        item.getText("name"),
        item.getInstant("departure"),
        item.findNumber("worker"),
        item.findText("vehicle"),
        item.get("state", RoutePlan.State.class),
        stops(item.getTree(STOPS)),
        new Details(item.getTree("details")));
  }

  static String of(Keys keys, long worker) {
    return keys.listing(Kind.ROUTE_PLAN, Keys.BY, "worker", Long.toString(worker));
  }

  private static Map<String, Object> tree(Stop stop) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("task", BigDecimal.valueOf(stop.task()));
    stop.recipient().ifPresent(it -> tree.put("recipient", BigDecimal.valueOf(it)));
    stop.report()
        .ifPresent(
            report -> {
              tree.put("delivered", report.delivered());
              tree.put("at", BigDecimal.valueOf(report.at().toEpochMilli()));
              report.note().ifPresent(it -> tree.put("note", it));
              report.signature().ifPresent(it -> tree.put("signature", it));
            });
    return tree;
  }

  private static List<Stop> stops(Map<String, Object> tree) {
    return tree.get(STOPS) instanceof List<?> list
        ? list.stream().map(it -> stop((Map<?, ?>) it)).toList()
        : List.of();
  }

  private static Stop stop(Map<?, ?> tree) {
    return new Stop(
        number(tree, "task").orElseThrow(),
        number(tree, "recipient"),
        Optional.ofNullable(tree.get("delivered"))
            .map(
                delivered ->
                    new Report(
                        (Boolean) delivered,
                        Instant.ofEpochMilli(number(tree, "at").orElseThrow()),
                        text(tree, "note"),
                        text(tree, "signature"))));
  }

  private static Optional<Long> number(Map<?, ?> tree, String name) {
    return Optional.ofNullable(tree.get(name)).map(it -> ((BigDecimal) it).longValueExact());
  }

  private static Optional<String> text(Map<?, ?> tree, String name) {
    return Optional.ofNullable(tree.get(name)).map(Object::toString);
  }
}

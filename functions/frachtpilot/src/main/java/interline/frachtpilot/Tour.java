package interline.frachtpilot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import interline.fleet.Failure.Conflict;
import interline.fleet.Kind;
import interline.fleet.RoutePlan;
import interline.fleet.RoutePlan.Report;
import interline.fleet.RoutePlan.State;
import interline.fleet.RoutePlan.Stop;
import interline.fleet.RoutePlans;
import interline.fleet.Snapshot;
import interline.fleet.Task;
import interline.fleet.TaskState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A tour as FrachtPilot writes and reads one: a route plan. */
final class Tour {

  private Tour() {}

  static LocalDate date(RoutePlan plan) {
    return LocalDate.ofInstant(plan.departure(), CsrfToken.ZONE);
  }

  static LocalTime time(RoutePlan plan) {
    return LocalTime.ofInstant(plan.departure(), CsrfToken.ZONE).truncatedTo(ChronoUnit.MINUTES);
  }

  static String status(RoutePlan plan) {
    return plan.state().name().toLowerCase(Locale.ROOT);
  }

  static Optional<String> baseTour(RoutePlan plan) {
    return Optional.ofNullable(Tree.object(plan.details()).path("baseTour").textValue());
  }

  /** The tasks that stops nobody has reported on are for: others may have ended them. */
  static Map<Long, Task> tasks(Snapshot fleet, Collection<RoutePlan> plans) {
    return known(fleet, plans.stream().flatMap(it -> it.open().stream()).distinct().toList());
  }

  static Map<Long, Task> known(Snapshot fleet, List<Long> open) {
    Map<Long, Task> tasks = new HashMap<>();
    if (!open.isEmpty()) {
      Snapshot.Found found = fleet.findAll(open.stream().map(Kind.TASK::number).toList());
      open.forEach(it -> found.find(Kind.TASK.number(it)).ifPresent(task -> tasks.put(it, task)));
    }
    return tasks;
  }

  static ObjectNode of(RoutePlan plan, Map<Long, Task> tasks) {
    ObjectNode tour = Writer.object().put("id", plan.number());
    tour.setAll(writable(plan));
    ArrayNode stops = tour.putArray("stops");
    plan.stops().forEach(stop -> stops.add(stop(stop, stops.size() + 1, tasks)));
    return tour.putNull("distanceKm")
        .putNull("durationMin")
        .put("createdAt", Writer.instant(plan.stamp().created()))
        .put("updatedAt", Writer.instant(plan.stamp().changed()));
  }

  private static ObjectNode stop(Stop stop, int sequence, Map<Long, Task> tasks) {
    Optional<Task> task = Optional.ofNullable(tasks.get(stop.task()));
    return Writer.object()
        .put("id", stop.task())
        .put("order", Resource.ORDERS.path(stop.task()))
        .put("account", stop.recipient().map(Resource.ACCOUNTS::path).orElse(null))
        .put("sequence", sequence)
        .putNull("plannedArrival")
        .put(
            "status",
            stop.report()
                .map(Report::delivered)
                .or(() -> task.flatMap(Tour::delivered))
                .map(delivered -> delivered ? "delivered" : "failed")
                .orElse("open"))
        .put(
            "reportedAt",
            stop.report()
                .map(Report::at)
                .or(() -> task.flatMap(Task::ended))
                .map(Writer::instant)
                .orElse(null))
        .put("note", stop.report().flatMap(Report::note).orElse(null))
        .put("signatureName", stop.report().flatMap(Report::signature).orElse(null));
  }

  private static Optional<Boolean> delivered(Task task) {
    return task.state().terminal()
        ? Optional.of(task.state() == TaskState.COMPLETED)
        : Optional.empty();
  }

  private static ObjectNode writable(RoutePlan plan) {
    ObjectNode kept = Tree.object(plan.details());
    ObjectNode tour =
        Writer.object()
            .put("name", plan.name())
            .put("date", date(plan).toString())
            .put("departureTime", time(plan).toString())
            .put("vehicle", plan.vehicle().orElse(null))
            .put("driver", plan.worker().map(Resource.USERS::path).orElse(null));
    tour.set("startPoint", kept.path("startPoint").isObject() ? kept.get("startPoint") : null);
    tour.set("endPoint", kept.path("endPoint").isObject() ? kept.get("endPoint") : null);
    return tour.put("baseTour", kept.path("baseTour").textValue()).put("status", status(plan));
  }

  /** A new tour. */
  static RoutePlans.Draft draft(JsonNode body) {
    return read(Form.of(body), Optional.empty());
  }

  /** A tour in place of one that there is. */
  static RoutePlans.Draft replaced(RoutePlan before, JsonNode body) {
    RoutePlans.Draft draft = read(Form.of(body, writable(before)), Optional.of(before));
    boolean moved = !LocalDate.ofInstant(draft.departure(), CsrfToken.ZONE).equals(date(before));
    if (moved && !before.stops().isEmpty()) {
      throw new Conflict(Conflict.Reason.IN_USE);
    }
    return draft;
  }

  /** A tour after a patch. */
  static RoutePlans.Draft patched(RoutePlan before, JsonNode patch) {
    return replaced(before, Form.merged(writable(before), patch));
  }

  private static RoutePlans.Draft read(Form form, Optional<RoutePlan> before) {
    Optional<LocalDate> date = form.present("date", form::date);
    Optional<LocalTime> time = form.present("departureTime", form::time);
    Optional<String> name = form.text("name", 60);
    Optional<Long> driver = form.reference("driver", "users");
    State[] states = before.isPresent() ? State.values() : new State[] {State.PLANNED};
    State state =
        form.word("status", states)
            .orElseGet(() -> before.map(RoutePlan::state).orElse(State.PLANNED));
    if (state == State.STARTED && driver.isEmpty()) {
      form.missing("driver");
    }
    ObjectNode kept = Writer.object();
    point(form, "startPoint", kept);
    point(form, "endPoint", kept);
    kept.put("baseTour", form.text("baseTour", 60).orElse(null));
    Optional<String> vehicle = form.text("vehicle", 40);
    form.check();
    LocalDate day = date.orElseThrow();
    Instant said = day.atTime(time.orElseThrow()).atZone(CsrfToken.ZONE).toInstant();
    // Other dialects know seconds: who says the same minute has not said another time.
    Instant departure =
        before
            .map(RoutePlan::departure)
            .filter(it -> it.truncatedTo(ChronoUnit.MINUTES).equals(said))
            .orElse(said);
    return new RoutePlans.Draft(
        name.orElseGet(() -> "Tour " + day), departure, driver, vehicle, state, Tree.details(kept));
  }

  private static void point(Form form, String name, ObjectNode into) {
    Optional<Form> point = form.object(name);
    if (point.isEmpty()) {
      into.putNull(name);
      return;
    }
    ObjectNode kept = into.putObject(name);
    kept.put("name", point.get().text("name", 255).orElse(null));
    for (String member : List.of("latitude", "longitude")) {
      double most = member.equals("latitude") ? 90 : 180;
      if (!point.get().has(member)) {
        point.get().missing(member);
      }
      kept.put(member, point.get().number(member, -most, most).orElse(null));
    }
  }

  /** What a driver says of a stop. */
  static Report report(JsonNode body, Instant now) {
    Form form = Form.of(body);
    Optional<String> status =
        form.present("status", name -> form.word(name, List.of("delivered", "failed")));
    Optional<String> note = form.text("note", 2000);
    Optional<String> signature = form.text("signatureName", 255);
    form.check();
    return new Report(status.equals(Optional.of("delivered")), now, note, signature);
  }

  /** The orders that are to be a tour's stops. */
  static List<Long> stops(Form form) {
    List<Long> stops = form.references("stops", "orders");
    form.check();
    return stops;
  }

  /** Whether a tour can take these orders; those that it has are not asked again. */
  static void check(RoutePlan plan, List<Long> orders, Map<Long, Task> found) {
    Form form = Form.of(Writer.object());
    for (int i = 0; i < orders.size(); i++) {
      String name = "stops[" + i + "]";
      Task task = found.get(orders.get(i));
      if (task == null) {
        form.wrong(name, "does not exist", "invalid_reference");
      } else if (plan.stop(task.number()).isEmpty()) {
        check(form, name, plan, task);
      }
    }
    form.check();
  }

  private static void check(Form form, String name, RoutePlan plan, Task task) {
    if (task.links().plan().isPresent()) {
      form.wrong(name, "is on another tour", "on_another_tour");
    } else if (!Order.shipping(task).equals(Order.TOUR)) {
      form.wrong(name, "is not shipped by tour", "wrong_shipping");
    } else if (!Order.day(task).equals(Optional.of(date(plan)))) {
      form.wrong(name, "is for another day", "wrong_date");
    } else if (task.state() == TaskState.ACTIVE
        || (task.state().terminal() && task.state() != TaskState.FAILED)) {
      form.wrong(name, "is neither open nor planned", "wrong_status");
    }
  }
}

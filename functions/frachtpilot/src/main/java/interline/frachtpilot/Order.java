package interline.frachtpilot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import interline.fleet.Details;
import interline.fleet.Failure.Conflict;
import interline.fleet.Failure.Conflict.Reason;
import interline.fleet.Kind;
import interline.fleet.KnownRecipient;
import interline.fleet.Orders;
import interline.fleet.Recipient;
import interline.fleet.RoutePlan;
import interline.fleet.Snapshot;
import interline.fleet.Task;
import interline.fleet.TaskState;
import interline.fleet.TimeSlot;
import interline.gateway.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An order as FrachtPilot writes and reads one: a task, and what was ordered with it. */
final class Order {

  static final String TOUR = "tour";
  private static final String PICKUP = "pickup";
  private static final String GROSS = "gross";
  private static final List<String> SHIPPINGS = List.of(TOUR, PICKUP, "parcel");
  private static final List<String> STATUSES =
      List.of("open", "planned", "in_delivery", "delivered", "cancelled");

  /** What stays as it is once the order is under way. */
  private static final List<String> FIXED = List.of("account", "positions");

  /** What stays as it is while the order is on a tour. */
  private static final List<String> PLANNED = List.of("deliveryDate", "shipping");

  private static final long FIRST = 10_000;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal MOST = new BigDecimal("1000000");

  private Order() {}

  /** The plans that some orders are on, by number. */
  static Map<Long, RoutePlan> plans(Snapshot fleet, Collection<Task> tasks) {
    List<Long> numbers =
        tasks.stream().flatMap(it -> it.links().plan().stream()).distinct().toList();
    Map<Long, RoutePlan> plans = new HashMap<>();
    if (!numbers.isEmpty()) {
      Snapshot.Found found = fleet.findAll(numbers.stream().map(Kind.ROUTE_PLAN::number).toList());
      numbers.forEach(
          it -> found.find(Kind.ROUTE_PLAN.number(it)).ifPresent(plan -> plans.put(it, plan)));
    }
    return plans;
  }

  static Optional<RoutePlan> plan(Task task, Map<Long, RoutePlan> plans) {
    return task.links().plan().flatMap(it -> Optional.ofNullable(plans.get(it)));
  }

  static ObjectNode of(Task task, Optional<RoutePlan> plan) {
    ObjectNode kept = Tree.object(task.details());
    ObjectNode order =
        Writer.object().put("id", task.number()).put("orderNumber", orderNumber(task));
    ObjectNode writable = writable(task, plan);
    order.setAll(writable);
    order.put("requestedDate", kept.path("requestedDate").textValue());
    order.put("invoiceStatus", "none");
    order.put(TOUR, task.links().plan().map(Resource.TOURS::path).orElse(null));
    BigDecimal fee =
        writable.path("deliveryFee").isTextual()
            ? new BigDecimal(writable.path("deliveryFee").textValue())
            : BigDecimal.ZERO;
    boolean gross = !kept.path("invoiceType").asText().equals("net");
    order.put("totalNet", total(writable.path("positions"), fee, gross, false));
    order.put("totalGross", total(writable.path("positions"), fee, gross, true));
    return order
        .put("createdAt", Writer.instant(task.stamp().created()))
        .put("updatedAt", Writer.instant(task.stamp().changed()));
  }

  static String orderNumber(Task task) {
    return "B" + (FIRST + task.number());
  }

  /** The tasks that may have a number; one at most. */
  static List<Long> numbered(String orderNumber) {
    return orderNumber.matches("B[1-9][0-9]{4,17}")
        ? Stream.of(Long.parseLong(orderNumber.substring(1)) - FIRST).filter(it -> it > 0).toList()
        : List.of();
  }

  /** Whose an order is: by what was ordered or, where somebody else made the task, by that. */
  static Optional<Long> account(Task task) {
    return task.links().customer().or(() -> task.recipient().flatMap(Recipient::number));
  }

  static String status(Task task, Optional<RoutePlan> plan) {
    return switch (task.state()) {
      case COMPLETED -> "delivered";
      case CANCELLED -> "cancelled";
      case FAILED -> "open";
      case ACTIVE -> "in_delivery";
      case ASSIGNED, UNASSIGNED -> {
        if (plan.filter(it -> it.state() == RoutePlan.State.STARTED).isPresent()) {
          yield "in_delivery";
        }
        yield plan.isPresent() || task.state() == TaskState.ASSIGNED ? "planned" : "open";
      }
    };
  }

  /** The states in which tasks may be that have a status. */
  static List<TaskState> states(String status) {
    return switch (status) {
      case "open" -> List.of(TaskState.UNASSIGNED, TaskState.FAILED);
      case "planned" -> List.of(TaskState.UNASSIGNED, TaskState.ASSIGNED);
      case "in_delivery" -> List.of(TaskState.UNASSIGNED, TaskState.ASSIGNED, TaskState.ACTIVE);
      case "delivered" -> List.of(TaskState.COMPLETED);
      case "cancelled" -> List.of(TaskState.CANCELLED);
      default -> List.of();
    };
  }

  static Optional<LocalDate> day(Task task) {
    return task.day()
        .or(
            () ->
                task.terms()
                    .before()
                    .or(() -> task.terms().after())
                    .map(it -> LocalDate.ofInstant(it, CsrfToken.ZONE)));
  }

  static String shipping(Task task) {
    String kept = Tree.object(task.details()).path("shipping").asText(TOUR);
    return SHIPPINGS.contains(kept) ? kept : TOUR;
  }

  private static ObjectNode writable(Task task, Optional<RoutePlan> plan) {
    ObjectNode kept = Tree.object(task.details());
    ObjectNode order = Writer.object();
    order.put("account", account(task).map(Resource.ACCOUNTS::path).orElse(null));
    order.put("deliveryDate", day(task).map(LocalDate::toString).orElse(null));
    order.put("shipping", shipping(task));
    order.put("deliveryFee", kept.path("deliveryFee").textValue());
    order.put("billing", kept.path("billing").asText("single"));
    ArrayNode positions = order.putArray("positions");
    kept.path("positions")
        .forEach(
            it -> {
              ObjectNode position = it.deepCopy();
              position.set("articleNumber", it.get("articleNumber"));
              positions.add(position.put("position", positions.size() + 1));
            });
    order.put("note", task.terms().notes().isEmpty() ? null : task.terms().notes());
    return order.put("status", status(task, plan));
  }

  private static String total(JsonNode positions, BigDecimal fee, boolean prices, boolean wanted) {
    BigDecimal total = fee;
    for (JsonNode position : positions) {
      BigDecimal sum =
          new BigDecimal(position.path("unitPrice").asText("0"))
              .multiply(position.path("quantity").decimalValue());
      BigDecimal factor =
          BigDecimal.ONE.add(position.path("taxRate").decimalValue().divide(HUNDRED));
      if (prices && !wanted) {
        sum = sum.divide(factor, 10, RoundingMode.HALF_UP);
      } else if (!prices && wanted) {
        sum = sum.multiply(factor);
      }
      total = total.add(sum.setScale(2, RoundingMode.HALF_UP));
    }
    return total.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  /** A new order. */
  static Orders.Draft draft(JsonNode body, Optional<KnownRecipient> account) {
    return read(Form.of(body), account, true, Optional.empty());
  }

  /** An order in place of one that there is. */
  static Orders.Draft replaced(Orders.Standing standing, JsonNode body) {
    Task task = standing.task();
    ObjectNode before = writable(task, standing.plan());
    boolean sameAccount = standing.customer().map(KnownRecipient::number).equals(account(task));
    Orders.Draft draft =
        read(Form.of(body, before), standing.customer(), !sameAccount, Optional.of(task));
    ObjectNode after =
        writable(task.details().with(draft.details()), before, draft, standing.customer());
    String status = before.path("status").textValue();
    if (status.equals("in_delivery") || status.equals("delivered")) {
      fixed(before, after, FIXED, Reason.TASK_FIXED);
    }
    if (task.links().plan().isPresent()) {
      fixed(before, after, PLANNED, Reason.TASK_ASSIGNED);
    }
    Optional<TaskState> next = next(body, status, shipping(task));
    return new Orders.Draft(
        draft.recipient(),
        draft.destination(),
        draft.day(),
        draft.slot(),
        draft.notes(),
        draft.serviceMinutes(),
        draft.driven(),
        next,
        draft.details());
  }

  /** An order after a patch. */
  static Orders.Draft patched(Orders.Standing standing, JsonNode patch) {
    ObjectNode before = writable(standing.task(), standing.plan());
    return replaced(standing, Form.merged(before, patch));
  }

  private static ObjectNode writable(
      Details details, ObjectNode before, Orders.Draft draft, Optional<KnownRecipient> account) {
    ObjectNode kept = Tree.object(details);
    ObjectNode after = before.deepCopy();
    after.put("shipping", kept.path("shipping").asText(TOUR));
    after.put("deliveryDate", draft.day().map(LocalDate::toString).orElse(null));
    account.ifPresent(it -> after.put("account", Resource.ACCOUNTS.path(it.number())));
    ArrayNode positions = after.putArray("positions");
    kept.path("positions")
        .forEach(
            it -> {
              ObjectNode position = it.deepCopy();
              position.set("articleNumber", it.get("articleNumber"));
              positions.add(position.put("position", positions.size() + 1));
            });
    return after;
  }

  private static void fixed(
      ObjectNode before, ObjectNode after, List<String> members, Reason reason) {
    if (members.stream().anyMatch(it -> !alike(before.path(it), after.path(it)))) {
      throw new Conflict(reason);
    }
  }

  /** Whether both say the same, however they write numbers. */
  private static boolean alike(JsonNode one, JsonNode other) {
    return one.equals(
        (a, b) ->
            a.equals(b)
                    || (a.isNumber()
                        && b.isNumber()
                        && a.decimalValue().compareTo(b.decimalValue()) == 0)
                ? 0
                : 1,
        other);
  }

  private static Optional<TaskState> next(JsonNode body, String status, String shipping) {
    String wanted = body.path("status").asText(status);
    if (wanted.equals(status)) {
      return Optional.empty();
    }
    boolean waiting = status.equals("open") || status.equals("planned");
    if (waiting && wanted.equals("cancelled")) {
      return Optional.of(TaskState.CANCELLED);
    }
    if (waiting && wanted.equals("delivered") && !shipping.equals(TOUR)) {
      return Optional.of(TaskState.COMPLETED);
    }
    throw new Conflict(Reason.ILLEGAL_TRANSITION);
  }

  private static Orders.Draft read(
      Form form, Optional<KnownRecipient> account, boolean naming, Optional<Task> before) {
    Optional<Long> named = form.reference("account", "accounts", "customers");
    boolean strange = before.isPresent() && before.get().links().customer().isEmpty();
    // Whom another dialect brings it to is shown as its account, and may be said again.
    boolean shown = strange && named.equals(before.flatMap(Order::account));
    boolean choosing = naming && !shown;
    if (!form.has("account") && !strange) {
      form.missing("account");
    } else if (named.isPresent()
        && !shown
        && (account.isEmpty()
            || (choosing
                && !Account.text(account.get(), "status").equals(Optional.of(Account.ACTIVE))))) {
      form.wrong("account", "is no active account", "invalid_account");
    }
    boolean collecting = account.filter(it -> Account.flag(it, "selfCollector")).isPresent();
    String shipping = form.word("shipping", SHIPPINGS).orElse(collecting ? PICKUP : TOUR);
    Optional<LocalDate> wanted =
        strange ? form.date("deliveryDate") : form.present("deliveryDate", form::date);
    Optional<LocalDate> day =
        wanted.equals(before.flatMap(Order::day))
            ? wanted
            : wanted.map(it -> next(it, account.map(Account::deliveryDays).orElse(List.of())));
    Optional<BigDecimal> fee = form.money("deliveryFee");
    if (fee.filter(it -> it.signum() < 0).isPresent()) {
      form.wrong("deliveryFee", "should not be negative", "out_of_range");
    }
    String billing =
        form.word("billing", List.of("single", "collective"))
            .orElseGet(
                () ->
                    account
                            .flatMap(it -> Account.text(it, "billingInterval"))
                            .equals(Optional.of("single"))
                        ? "single"
                        : "collective");
    ArrayNode positions = positions(form);
    form.bounded("positions", positions);
    if (positions.isEmpty() && !strange) {
      form.wrong("positions", "should have one element or more", "not_blank");
    }
    Optional<String> _ =
        form.word("status", before.isPresent() ? STATUSES : STATUSES.subList(0, 1));
    Optional<String> note = form.text("note", 2000);
    form.check();
    ObjectNode kept = Writer.object();
    kept.put("shipping", shipping);
    kept.put("deliveryFee", fee.map(BigDecimal::toPlainString).orElse(null));
    kept.put("billing", billing);
    kept.set("positions", positions);
    if (!wanted.equals(before.flatMap(Order::day))) {
      kept.put(
          "requestedDate",
          wanted.filter(it -> !day.equals(Optional.of(it))).map(LocalDate::toString).orElse(null));
    }
    if (choosing) {
      kept.put("invoiceType", account.flatMap(it -> Account.text(it, "invoiceType")).orElse(GROSS));
    }
    Optional<Recipient> recipient =
        choosing ? account.map(KnownRecipient::copy) : before.flatMap(Task::recipient);
    return new Orders.Draft(
        recipient,
        choosing ? account.flatMap(Account::destination) : before.flatMap(Task::destination),
        day,
        choosing ? account.flatMap(Order::slot) : before.flatMap(Task::slot),
        note.orElse(""),
        choosing
            ? account.map(it -> Account.number(it, "extraStopMinutes")).orElse(0)
            : before.map(it -> it.terms().serviceMinutes()).orElse(0.0),
        shipping.equals(TOUR),
        Optional.empty(),
        Tree.details(kept));
  }

  private static Optional<TimeSlot> slot(KnownRecipient account) {
    Optional<LocalTime> from = Account.text(account, "timeFrom").map(LocalTime::parse);
    Optional<LocalTime> to = Account.text(account, "timeTo").map(LocalTime::parse);
    return from.flatMap(start -> to.map(end -> new TimeSlot(start, end)));
  }

  /** The first day from this one on that is one of the customer's. */
  private static LocalDate next(LocalDate day, List<Integer> days) {
    LocalDate next = day;
    while (!days.isEmpty() && !days.contains(next.getDayOfWeek().getValue())) {
      next = next.plusDays(1);
    }
    return next;
  }

  private static ArrayNode positions(Form form) {
    ArrayNode positions = Json.mapper().createArrayNode();
    for (Form one : form.objects("positions")) {
      ObjectNode position = positions.addObject();
      position.put("articleNumber", one.text("articleNumber", 40).orElse(null));
      position.put("name", one.required("name", 255));
      Optional<BigDecimal> quantity = one.decimal("quantity", MOST.negate(), MOST, 3);
      if (!one.has("quantity")) {
        one.missing("quantity");
      }
      position.put("quantity", quantity.orElse(BigDecimal.ZERO));
      position.put("unit", one.text("unit", 40).orElse("Stk"));
      Optional<BigDecimal> price = one.money("unitPrice");
      if (!one.has("unitPrice")) {
        one.missing("unitPrice");
      }
      position.put("unitPrice", price.map(BigDecimal::toPlainString).orElse("0.00"));
      position.put(
          "taxRate",
          one.decimal("taxRate", BigDecimal.ZERO, HUNDRED, 2).orElse(BigDecimal.valueOf(7)));
    }
    return positions;
  }
}

package interline.fleet;

import interline.fleet.Failure.Conflict;
import interline.fleet.Failure.Conflict.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tasks that somebody ordered. Their customer counts them, so that nobody is taken off the record
 * while there are any. One that nobody has to drive for is in no container.
 */
public final class Orders {

  private Orders() {}

  /**
   * An order as it is.
   *
   * @param customer whose it is to be
   * @param plan the plan that it is on
   */
  public record Standing(Task task, Optional<KnownRecipient> customer, Optional<RoutePlan> plan) {}

  /**
   * What an order is to be.
   *
   * @param driven whether somebody drives there with it
   * @param next what becomes of it, if anything
   */
  public record Draft(
      Optional<Recipient> recipient,
      Optional<Destination> destination,
      Optional<LocalDate> day,
      Optional<TimeSlot> slot,
      String notes,
      double serviceMinutes,
      boolean driven,
      Optional<TaskState> next,
      Map<String, Optional<Object>> details) {}

  /**
   * A new order.
   *
   * @param customer the number of whose it is
   * @param draft what it is to be, given who that is, if there is such a customer
   */
  public static UseCase<Task> create(
      Optional<Long> customer, Function<Optional<KnownRecipient>, Draft> draft) {
    return fleet -> {
      Optional<KnownRecipient> known = customer(fleet, customer);
      Draft wanted = draft.apply(known);
      Decision<Task> made =
          Tasks.create(
                  new Task.Draft(
                      Optional.empty(),
                      wanted.recipient(),
                      wanted.destination(),
                      List.of(),
                      wanted.day(),
                      wanted.slot(),
                      terms(Terms.NONE, wanted),
                      List.of(),
                      Container.organization(),
                      Optional.empty(),
                      Metadata.NONE,
                      Details.NONE.with(wanted.details())))
              .decide(fleet);
      List<Change> changes = new ArrayList<>();
      Task counted = made.result().orderedBy(known.map(KnownRecipient::number));
      Task task = wanted.driven() ? counted : counted.nowhere();
      for (Change change : made.changes()) {
        switch (change) {
          case Change.Create _ -> changes.add(new Change.Create(task));
          case Change.Join join when !wanted.driven() -> require(join.member().task(), task);
          default -> changes.add(change);
        }
      }
      known.ifPresent(it -> changes.add(Customers.ordering(it, 1)));
      return new Decision<>(changes, task);
    };
  }

  /**
   * An order as it is to be, given how it is.
   *
   * @param customer whose it is from now on, if that is said
   */
  public static UseCase<Standing> revise(
      long number, Optional<Long> customer, Function<Standing, Draft> revision) {
    return fleet -> {
      Task before = fleet.get(Kind.TASK.number(number));
      Optional<Long> old = before.links().customer();
      Optional<RoutePlan> plan = plan(fleet, before);
      Optional<KnownRecipient> known = customer(fleet, customer.or(() -> old));
      Draft draft = revision.apply(new Standing(before, known, plan));
      Optional<Long> whose = known.map(KnownRecipient::number);
      Task after =
          before.ordered(draft, terms(before.terms(), draft), fleet.now()).orderedBy(whose);
      List<Change> changes = new ArrayList<>();
      Optional<TaskState> next = draft.next().filter(it -> it != before.state());
      if (next.isEmpty()) {
        after = placed(fleet, before, after, draft.driven(), changes);
        changes.add(new Change.Replace(after));
        changes.add(Event.to(after, Event.Type.CHANGED, fleet));
        plan.ifPresent(it -> changes.add(new Change.Unchanged(it)));
      } else {
        plan.ifPresent(it -> changes.add(RoutePlans.without(fleet, it, number)));
        Decision<Task> moved =
            Tasks.moved(fleet, after.planned(Optional.empty(), fleet.now()), next.get());
        changes.addAll(moved.changes());
        after = moved.result();
        plan = Optional.empty();
      }
      if (!whose.equals(old)) {
        customer(fleet, old).ifPresent(it -> changes.add(Customers.ordering(it, -1)));
        known.ifPresent(it -> changes.add(Customers.ordering(it, 1)));
      }
      return new Decision<>(changes, new Standing(after, known, plan));
    };
  }

  /** In a container if somebody is to drive there, else in none. */
  private static Task placed(
      Snapshot fleet, Task before, Task after, boolean driven, List<Change> changes) {
    if (before.state().terminal() || driven == before.place().isPresent()) {
      return after;
    }
    if (driven) {
      Task placed =
          after.free(
              new Place(Container.organization(), Place.last(fleet.now(), 0, after.number())),
              fleet.now());
      changes.add(new Change.Join(placed.member(fleet.now())));
      return placed;
    }
    if (before.state() != TaskState.UNASSIGNED || before.links().plan().isPresent()) {
      throw new Conflict(Reason.TASK_ASSIGNED);
    }
    before.place().ifPresent(it -> changes.add(new Change.Leave(it, before.number())));
    return after.nowhere();
  }

  /**
   * Removes an order that is on no plan and in nobody's hands.
   *
   * @throws Conflict if it is, or it was delivered
   */
  public static UseCase<Task> remove(long number) {
    return fleet -> {
      Task task = fleet.get(Kind.TASK.number(number));
      if (task.links().plan().isPresent() || task.state().loads()) {
        throw new Conflict(Reason.TASK_ASSIGNED);
      }
      if (task.state() == TaskState.COMPLETED) {
        throw new Conflict(Reason.TASK_ENDED);
      }
      return new Decision<>(Tasks.removal(fleet, task), task);
    };
  }

  /** The plan that a task is on. */
  public static Optional<RoutePlan> plan(Snapshot fleet, Task task) {
    return task.links().plan().flatMap(it -> fleet.find(Kind.ROUTE_PLAN.number(it)));
  }

  private static Optional<KnownRecipient> customer(Snapshot fleet, Optional<Long> number) {
    return number.flatMap(it -> fleet.find(Kind.RECIPIENT.number(it)));
  }

  private static Terms terms(Terms before, Draft draft) {
    return new Terms(
        before.after(),
        before.before(),
        before.pickup(),
        draft.notes(),
        before.quantity(),
        draft.serviceMinutes());
  }

  private static void require(long number, Task task) {
    if (number != task.number()) {
      throw new IllegalStateException("Another task joins");
    }
  }
}

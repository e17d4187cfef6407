package interline.fleet;

import interline.fleet.Failure.Conflict;
import interline.fleet.Failure.Conflict.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What can be done with recipients to whom they are customers first. A customer's number is
 * claimed. A phone is claimed too, as that of any recipient, unless somebody else on record has it:
 * then it is no more than what was written.
 */
public final class Customers {

  private Customers() {}

  /**
   * What a customer is to be.
   *
   * @param phone in its international form, if it has one
   * @param number empty for the next one
   */
  public record Draft(
      String name,
      Optional<String> phone,
      String notes,
      Optional<String> number,
      Map<String, Optional<Object>> details) {}

  /**
   * Puts a customer on record.
   *
   * @throws Failure.NotUnique if another one has the number
   */
  public static UseCase<KnownRecipient> create(Draft draft) {
    return fleet -> {
      long number = fleet.number(Kind.RECIPIENT);
      String called = draft.number().orElseGet(() -> next(fleet, number));
      KnownRecipient made =
          new KnownRecipient(
              number,
              Stamp.fresh(fleet.now()),
              draft.name(),
              free(fleet, draft.phone()).orElse(""),
              draft.notes(),
              false,
              Metadata.NONE,
              new KnownRecipient.Customer(
                  Optional.of(called), 0, Details.NONE.with(draft.details())));
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Create(made));
      changes.add(Change.Count.created(made.ref()));
      changes.add(new Change.Claim(Unique.customerNumber(called), made.ref()));
      phone(made).ifPresent(unique -> changes.add(new Change.Settle(unique, made.ref())));
      changes.add(Event.to(made, Event.Type.CREATED, fleet));
      return new Decision<>(changes, made);
    };
  }

  /**
   * A customer as they are to be, given how they are.
   *
   * @throws Failure.NotUnique if another one has the number
   */
  public static UseCase<KnownRecipient> revise(
      long number, Function<KnownRecipient, Draft> revision) {
    return fleet -> {
      KnownRecipient before = fleet.get(Kind.RECIPIENT.number(number));
      Draft draft = revision.apply(before);
      boolean samePhone = draft.phone().filter(before.phone()::equals).isPresent();
      Optional<String> called =
          draft.number().or(before.customer()::number).or(() -> Optional.of(next(fleet, number)));
      KnownRecipient after =
          new KnownRecipient(
              number,
              before.stamp().at(fleet.now()),
              draft.name(),
              samePhone ? before.phone() : free(fleet, draft.phone()).orElse(""),
              draft.notes(),
              before.silent(),
              before.metadata(),
              new KnownRecipient.Customer(
                  called,
                  before.customer().orders(),
                  before.customer().details().with(draft.details())));
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Replace(after));
      changes.add(Event.to(after, Event.Type.CHANGED, fleet));
      if (!called.equals(before.customer().number())) {
        before
            .customer()
            .number()
            .map(Unique::customerNumber)
            .filter(old -> !called.map(Unique::customerNumber).equals(Optional.of(old)))
            .ifPresent(old -> changes.add(new Change.Release(old, after.ref())));
        called
            .map(Unique::customerNumber)
            .ifPresent(unique -> changes.add(new Change.Claim(unique, after.ref())));
      }
      if (!before.phone().equals(after.phone())) {
        phone(before).ifPresent(unique -> changes.add(new Change.Release(unique, after.ref())));
        phone(after).ifPresent(unique -> changes.add(new Change.Settle(unique, after.ref())));
      }
      return new Decision<>(changes, after);
    };
  }

  /**
   * Takes a customer off the record.
   *
   * @throws Conflict if there are orders of theirs
   */
  public static UseCase<KnownRecipient> remove(long number) {
    return fleet -> {
      KnownRecipient gone = fleet.get(Kind.RECIPIENT.number(number));
      if (gone.customer().orders() > 0) {
        throw new Conflict(Reason.IN_USE);
      }
      List<Change> changes = new ArrayList<>();
      changes.add(new Change.Remove(gone));
      changes.add(Change.Count.removed(gone.ref()));
      changes.add(Event.to(gone, Event.Type.REMOVED, fleet));
      phone(gone).ifPresent(unique -> changes.add(new Change.Release(unique, gone.ref())));
      gone.customer()
          .number()
          .map(Unique::customerNumber)
          .ifPresent(unique -> changes.add(new Change.Release(unique, gone.ref())));
      changes.addAll(Metadata.retagged(gone.ref(), gone.metadata(), Metadata.NONE));
      return new Decision<>(changes, gone);
    };
  }

  /** What it takes for a customer to have so many orders more, or fewer. */
  static Change ordering(KnownRecipient customer, int more) {
    KnownRecipient.Customer before = customer.customer();
    return new Change.Replace(
        customer.as(
            new KnownRecipient.Customer(
                before.number(), before.orders() + more, before.details())));
  }

  private static Optional<Unique> phone(KnownRecipient recipient) {
    return Optional.of(recipient.phone()).filter(it -> !it.isEmpty()).map(Unique::phone);
  }

  private static Optional<String> free(Snapshot fleet, Optional<String> phone) {
    return phone.filter(it -> fleet.holder(Kind.RECIPIENT, Unique.phone(it)).isEmpty());
  }

  /** The first number that nobody has of those that follow from the record's own. */
  private static String next(Snapshot fleet, long number) {
    String called = KnownRecipient.Customer.usual(number);
    String free = called;
    for (int again = 2; taken(fleet, free); again++) {
      free = called + "-" + again;
    }
    return free;
  }

  private static boolean taken(Snapshot fleet, String number) {
    return fleet.holder(Kind.RECIPIENT, Unique.customerNumber(number)).isPresent();
  }
}

package interline.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What can be done with recipients on record. Their phones are claimed, and so their own. */
public final class Recipients {

  private Recipients() {}

  /**
   * Puts somebody on record.
   *
   * @throws Failure.NotUnique if somebody on record has this phone
   */
  public static UseCase<KnownRecipient> create(KnownRecipient.Draft draft) {
    return fleet -> created(fleet, draft, Change.Claim::new);
  }

  /** Changes what the revision speaks of. */
  public static UseCase<KnownRecipient> revise(long number, KnownRecipient.Revision revision) {
    return fleet -> revised(fleet, fleet.get(Kind.RECIPIENT.number(number)), revision);
  }

  /**
   * Somebody as they are named along with a task: who has this phone already is given the new name
   * and what else is said, and keeps the metadata; others are put on record. It changes nothing if
   * nothing is new.
   */
  public static UseCase<KnownRecipient> named(KnownRecipient.Draft draft) {
    return fleet -> {
      Optional<KnownRecipient> known = withPhone(fleet, draft.phone());
      if (known.isEmpty()) {
        return created(fleet, draft, Change.Settle::new);
      }
      KnownRecipient.Revision revision =
          new KnownRecipient.Revision(
              Optional.of(draft.name()), draft.notes(), draft.silent(), Metadata.Revision.NOTHING);
      KnownRecipient same = known.get().revised(revision, known.get().stamp().changed());
      return same.equals(known.get()) ? Decision.of(same) : revised(fleet, known.get(), revision);
    };
  }

  /** Who has a phone. */
  public static Optional<KnownRecipient> withPhone(Snapshot fleet, String phone) {
    return fleet.holder(Kind.RECIPIENT, Unique.phone(phone)).flatMap(fleet::find);
  }

  /** Who was put on record last under a name, whatever the case of its letters. */
  public static Optional<KnownRecipient> withName(Snapshot fleet, String name) {
    Page.Request last = new Page.Request(1, Optional.empty(), Page.Direction.DESCENDING);
    return fleet.page(new Listing.RecipientsNamed(name), last).items().stream().findFirst();
  }

  private static Decision<KnownRecipient> created(
      Snapshot fleet,
      KnownRecipient.Draft draft,
      BiFunction<Unique, Ref<KnownRecipient>, Change> claim) {
    KnownRecipient made =
        new KnownRecipient(
            fleet.number(Kind.RECIPIENT),
            Stamp.fresh(fleet.now()),
            draft.name(),
            draft.phone(),
            draft.notes().orElse(""),
            draft.silent().orElse(false),
            draft.metadata());
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Create(made));
    changes.add(Change.Count.created(made.ref()));
    changes.add(claim.apply(Unique.phone(made.phone()), made.ref()));
    changes.add(Event.to(made, Event.Type.CREATED, fleet));
    changes.addAll(Metadata.retagged(made.ref(), Metadata.NONE, made.metadata()));
    return new Decision<>(changes, made);
  }

  private static Decision<KnownRecipient> revised(
      Snapshot fleet, KnownRecipient before, KnownRecipient.Revision revision) {
    KnownRecipient after = before.revised(revision, fleet.now());
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Replace(after));
    changes.add(Event.to(after, Event.Type.CHANGED, fleet));
    changes.addAll(Metadata.retagged(after.ref(), before.metadata(), after.metadata()));
    return new Decision<>(changes, after);
  }
}

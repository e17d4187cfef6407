package interline.fleet;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody on record for whom tasks are done.
 *
 * @param phone in its international form, and nobody else's on record; empty if they have none
 * @param silent whether they get no text messages
 */
public record KnownRecipient(
    long number,
    Stamp stamp,
    String name,
    String phone,
    String notes,
    boolean silent,
    Metadata metadata,
    Customer customer)
    implements Entity, Metadata.Tagged {

  public KnownRecipient {
    Text.check(Field.NAME, name, 255);
    if (!phone.isEmpty()) {
      Text.checkPhone(phone);
    }
    Text.checkNotes(notes);
  }

  /** Somebody of whom nobody has said that they are a customer. */
  public KnownRecipient(
      long number,
      Stamp stamp,
      String name,
      String phone,
      String notes,
      boolean silent,
      Metadata metadata) {
    this(number, stamp, name, phone, notes, silent, metadata, Customer.NONE);
  }

  /**
   * What they are as a customer.
   *
   * @param number what the organization knows them by, and nobody else
   * @param orders how many orders of theirs there are
   * @param details what single dialects say of them
   */
  public record Customer(Optional<String> number, int orders, Details details) {

    public static final Customer NONE = new Customer(Optional.empty(), 0, Details.NONE);

    private static final long FIRST = 2000;

    /** The number of somebody who was given none, by that of their record. */
    public static String usual(long record) {
      return "K" + (FIRST + record);
    }
  }

  KnownRecipient as(Customer next) {
    return new KnownRecipient(number, stamp, name, phone, notes, silent, metadata, next);
  }

  @Override
  public Ref<KnownRecipient> ref() {
    return Kind.RECIPIENT.number(number);
  }

  /** The copy that a task carries. */
  public Recipient copy() {
    return new Recipient(
        name, Optional.of(phone).filter(it -> !it.isEmpty()), notes, Optional.of(number));
  }

  KnownRecipient revised(Revision revision, Instant now) {
    return new KnownRecipient(
        number,
        stamp.at(now),
        revision.name().orElse(name),
        phone,
        revision.notes().orElse(notes),
        revision.silent().orElse(silent),
        metadata.revised(revision.metadata()),
        customer);
  }

  /** What a new recipient is to be. */
  public record Draft(
      String name,
      String phone,
      Optional<String> notes,
      Optional<Boolean> silent,
      Metadata metadata) {}

  /** What is to be different about a recipient; what is empty stays as it is. */
  public record Revision(
      Optional<String> name,
      Optional<String> notes,
      Optional<Boolean> silent,
      Metadata.Revision metadata) {}
}

package interline.fleet;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody on record for whom tasks are done.
 *
 * @param phone in its international form; nobody else on record has it, and it never changes
 * @param silent whether they get no text messages
 */
public record KnownRecipient(
    long number,
    Stamp stamp,
    String name,
    String phone,
    String notes,
    boolean silent,
    Metadata metadata)
    implements Entity, Metadata.Tagged {

  public KnownRecipient {
    Text.check(Field.NAME, name, 255);
    Text.checkPhone(phone);
    Text.checkNotes(notes);
  }

  @Override
  public Ref<KnownRecipient> ref() {
    return Kind.RECIPIENT.number(number);
  }

  /** The copy that a task carries. */
  public Recipient copy() {
    return new Recipient(name, Optional.of(phone), notes, Optional.of(number));
  }

  KnownRecipient revised(Revision revision, Instant now) {
    return new KnownRecipient(
        number,
        stamp.at(now),
        revision.name().orElse(name),
        phone,
        revision.notes().orElse(notes),
        revision.silent().orElse(silent),
        metadata.revised(revision.metadata()));
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

package interline.fleet;

import java.util.Optional;

/**
 * Who a task is done for.
 *
 * @param name 1 to 255 characters
 * @param phone 1 to 63 characters
 * @param notes what to know about them, at most 10,000 characters
 * @param number the number that they are on record under, if they are
 */
public record Recipient(String name, Optional<String> phone, String notes, Optional<Long> number) {

  public Recipient {
    Text.check(Field.RECIPIENT, name, 255);
    phone.ifPresent(Text::checkPhone);
    Text.checkNotes(notes);
  }

  /** Somebody of whom nobody has said more. */
  public Recipient(String name, Optional<String> phone) {
    this(name, phone, "", Optional.empty());
  }

  /** Under another name they are not who is on record. */
  public Recipient named(String other) {
    return other.equals(name) ? this : new Recipient(other, phone, notes, Optional.empty());
  }
}

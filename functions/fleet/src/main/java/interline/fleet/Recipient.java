package interline.fleet;

import java.util.Optional;

/**
 * Who a task is done for.
 *
 * @param name 1 to 255 characters
 * @param phone 1 to 63 characters
 */
public record Recipient(String name, Optional<String> phone) {

  public Recipient {
    Text.check(Field.RECIPIENT, name, 255);
    phone.ifPresent(Text::checkPhone);
  }

  public Recipient named(String other) {
    return new Recipient(other, phone);
  }
}

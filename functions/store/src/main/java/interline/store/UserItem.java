package interline.store;

import interline.fleet.User;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** A user is part of the item of a key, and of what was sent with the key and is done later. */
final class UserItem {

  private UserItem() {}

  static void write(Item item, User user) {
    item.put("user", user.number())
        .putText("email", user.email())
        .put("zone", user.zone().getId())
        .putText("edition", user.edition().map(LocalDate::toString));
  }

  static Optional<User> find(Item item) {
    return item.findNumber("user")
        .map(
            number ->
                new User(
                    number,
                    item.findText("email"),
                    ZoneId.of(item.getText("zone")),
                    item.findText("edition").map(LocalDate::parse)));
  }

  /** The user of a key that was issued when users had no numbers yet. */
  static User before(Item key) {
    return new User(1, key.findText("email"), ZoneOffset.UTC, Optional.empty());
  }
}

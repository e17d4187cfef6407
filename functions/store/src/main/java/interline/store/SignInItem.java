package interline.store;

import interline.fleet.SignIn;

/** {@code org#sign_in#number}: in no index, as it is read with the worker of the same number. */
final class SignInItem {

  private SignInItem() {}

  static void write(Item item, SignIn signIn) {
    item.putText("mail", signIn.mail())
        .put("roles", signIn.roles())
        .put("rights", signIn.rights())
        .put("active", signIn.active())
        .put("principal", signIn.owner());
    signIn
        .key()
        .ifPresent(
            key ->
                item.put("key", key.hash())
                    .put("keyMade", key.made())
                    .putInstant("keyUsed", key.used()));
  }

  static SignIn read(Item item) {
    return new SignIn(
        Records.number(item),
        Records.stamp(item),
        item.findText("mail"),
        item.getTexts("roles"),
        item.getTexts("rights"),
        item.getFlag("active"),
        item.getFlag("principal"),
        item.findText("key")
            .map(
                hash ->
                    new SignIn.Key(hash, item.getInstant("keyMade"), item.findInstant("keyUsed"))));
  }
}

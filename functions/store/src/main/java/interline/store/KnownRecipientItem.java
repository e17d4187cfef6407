package interline.store;

import interline.fleet.Details;
import interline.fleet.Kind;
import interline.fleet.KnownRecipient;
import java.util.Locale;

/** {@code org#recipient#number}; listed by number and by change, found by name. */
final class KnownRecipientItem {

  private KnownRecipientItem() {}

  static void write(Item item, KnownRecipient recipient, Keys keys) {
    item.put(Records.FPK, named(keys, recipient.name()))
        .put(Records.FSK, Keys.sortable(recipient.stamp().created(), recipient.number()))
        .put(Records.LPK, keys.listing(Kind.RECIPIENT))
        .put(Records.LSK, Keys.sortable(recipient.number()))
        .put(Records.OSK, Keys.sortable(recipient.stamp().changed(), recipient.number()))
        .put("name", recipient.name())
        .put("phone", recipient.phone())
        .put("notes", recipient.notes())
        .put("silent", recipient.silent());
    MetadataItem.write(item, recipient.metadata());
    item.putText("customer", recipient.customer().number())
        .put("orders", recipient.customer().orders())
        .putTree("details", recipient.customer().details().values());
  }

  static KnownRecipient read(Item item) {
    return new KnownRecipient(
        Records.number(item),
        Records.stamp(item),
        item.getText("name"),
        item.getText("phone"),
        item.getText("notes"),
        item.getFlag("silent"),
        MetadataItem.read(item),
        new KnownRecipient.Customer(
            item.findText("customer"),
            item.findNumber("orders").map(Long::intValue).orElse(0),
            new Details(item.getTree("details"))));
  }

  static String named(Keys keys, String name) {
    return keys.listing(Kind.RECIPIENT, Keys.BY, "name", name.toLowerCase(Locale.ROOT));
  }
}

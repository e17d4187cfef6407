package interline.store;

import interline.fleet.Deed;
import interline.fleet.Kind;

/**
 * {@code org#worker#number} / {@code deed#time#what#task}: what a worker did that counts in
 * figures.
 */
final class DeedItem {

  private DeedItem() {}

  static Item write(Deed deed, Keys keys) {
    return Item.at(
            keys.partition(Kind.WORKER.number(deed.worker())),
            Keys.deeds(deed.at()) + deed.what().name() + task(deed))
        .put("worker", deed.worker())
        .put("at", deed.at())
        .put("what", deed.what())
        .putNumber("task", deed.task());
  }

  private static String task(Deed deed) {
    return deed.task().map(task -> "#" + task).orElse("");
  }

  static Deed read(Item item) {
    return new Deed(
        item.getNumber("worker"),
        item.getInstant("at"),
        item.get("what", Deed.What.class),
        item.findNumber("task"));
  }
}

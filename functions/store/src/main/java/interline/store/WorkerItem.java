package interline.store;

import interline.fleet.Details;
import interline.fleet.Duty;
import interline.fleet.Kind;
import interline.fleet.Worker;

/** {@code org#worker#number}; listed by number, found by duty. */
final class WorkerItem {

  private WorkerItem() {}

  static void write(Item item, Worker worker, Keys keys) {
    String number = Keys.sortable(worker.number());
    item.put(Records.LPK, keys.listing(Kind.WORKER))
        .put(Records.LSK, number)
        .put(Records.FPK, on(keys, worker.duty()))
        .put(Records.FSK, number)
        .put("name", worker.name())
        .putText("phone", worker.phone())
        .put("duty", worker.duty())
        .put("skills", worker.skills())
        .put("capacity", worker.capacity())
        .put("load", worker.load())
        .putNumber("active", worker.active())
        .put("nextRank", worker.nextRank())
        .putTree("details", worker.details().values());
    worker
        .position()
        .ifPresent(
            position -> {
              TaskItem.writeLocation(item, position.location());
              item.put("seen", position.at());
            });
  }

  static Worker read(Item item) {
    return new Worker(
        Records.number(item),
        Records.stamp(item),
        item.getText("name"),
        item.findText("phone"),
        item.get("duty", Duty.class),
        item.getTexts("skills"),
        item.getInt("capacity"),
        item.getInt("load"),
        item.findNumber("active"),
        TaskItem.readLocation(item)
            .map(location -> new Worker.Position(location, item.getInstant("seen"))),
        item.getNumber("nextRank"),
        new Details(item.getTree("details")));
  }

  static String on(Keys keys, Duty duty) {
    return keys.listing(Kind.WORKER, duty.name());
  }
}

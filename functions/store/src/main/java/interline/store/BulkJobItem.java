package interline.store;

import interline.fleet.BulkJob;
import interline.fleet.BulkJob.GivenUp;
import interline.fleet.BulkJob.Outcome;
import interline.fleet.Dialect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code org#bulk#uuid}, with the rows and their outcomes behind it in the same partition. */
final class BulkJobItem {

  /** How long a job can be asked after. */
  static final Duration KEPT = Duration.ofDays(30);

  /** What fits into one item beside its keys; DynamoDB's limit is 400 KB. */
  static final int CHUNK = 350_000;

  private BulkJobItem() {}

  static void write(Item item, BulkJob job) {
    item.put(Item.EXPIRES, expires(job.stamp().created()))
        .put("dialect", job.dialect())
        .put("resource", job.resource())
        .put("operation", job.operation())
        .put("total", job.total())
        .put("caller", job.caller())
        .putInstant("started", job.started())
        .putInstant("completed", job.completed())
        .putInstant("failed", job.failed().map(GivenUp::at))
        .putText("reason", job.failed().map(GivenUp::reason))
        .putInstant("withdrawn", job.failed().filter(GivenUp::forGood).map(GivenUp::at))
        .putInstant("lastAttemptEnds", job.lastAttemptEnds());
    job.user().ifPresent(user -> UserItem.write(item, user));
  }

  static BulkJob read(Item item) {
    return new BulkJob(
        Records.id(item),
        Records.stamp(item),
        item.get("dialect", Dialect.class),
        item.getText("resource"),
        item.getText("operation"),
        item.getInt("total"),
        item.getText("caller"),
        UserItem.find(item),
        item.findInstant("started"),
        item.findInstant("completed"),
        item.findInstant("failed")
            .map(at -> new GivenUp(at, item.getText("reason"), item.has("withdrawn"))),
        item.findInstant("lastAttemptEnds"));
  }

  static Item write(Item item, Outcome outcome, Instant now) {
    item.put(Item.EXPIRES, expires(now)).put("index", outcome.index());
    switch (outcome) {
      case Outcome.Succeeded succeeded -> item.put("record", succeeded.record());
      case Outcome.Refused refused ->
          item.putTree("messages", new LinkedHashMap<>(refused.messages()));
    }
    return item;
  }

  static Outcome readOutcome(Item item) {
    int index = item.getInt("index");
    return item.findNumber("record")
        .<Outcome>map(record -> new Outcome.Succeeded(index, record))
        .orElseGet(() -> new Outcome.Refused(index, messages(item)));
  }

  private static Map<String, List<String>> messages(Item item) {
    Map<String, List<String>> messages = new LinkedHashMap<>();
    item.getTree("messages")
        .forEach(
            (field, texts) ->
                messages.put(field, ((List<?>) texts).stream().map(Objects::toString).toList()));
    return messages;
  }

  /** Rows in as few items as they fit into: each costs by its size, not by their number. */
  static List<Item> write(String partition, List<String> rows, Instant now) {
    List<Item> items = new ArrayList<>();
    List<String> chunk = new ArrayList<>();
    long size = 0;
    for (String row : rows) {
      long bytes = bytes(row);
      if (size + bytes > CHUNK && !chunk.isEmpty()) {
        items.add(rows(partition, items.size(), chunk, now));
        chunk.clear();
        size = 0;
      }
      chunk.add(row);
      size += bytes;
    }
    items.add(rows(partition, items.size(), chunk, now));
    return items;
  }

  /** What a row takes up in its item. */
  static long bytes(String row) {
    return row.getBytes(StandardCharsets.UTF_8).length + 1L;
  }

  private static Item rows(String partition, int number, List<String> rows, Instant now) {
    return Item.at(partition, Keys.rows(number)).put(Item.EXPIRES, expires(now)).put("rows", rows);
  }

  static List<String> readRows(Item item) {
    return item.getTexts("rows");
  }

  private static long expires(Instant created) {
    return created.plus(KEPT).getEpochSecond();
  }
}

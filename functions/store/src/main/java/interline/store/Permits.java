package interline.store;

import interline.fleet.Failure;
import interline.fleet.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Limits that all functions share. Each window of a limit has a counter; a function takes a few
 * permits from it at a time and remembers when there are no more, so most calls of a busy function
 * cost no request. Permits that a function took and did not use are lost with the window: never
 * more than the limit get through, and as a function takes one at first and then at most twice as
 * many as the time before, never less than half of it, however many functions a burst wakes.
 */
final class Permits {

  /** A function takes this part of a limit at a time, at the most. */
  private static final int LEASES = 10;

  /** How long a counter stays after its window. */
  private static final Duration KEPT = Duration.ofHours(1);

  private record Limit(OrganizationId organization, String name) {}

  /**
   * Permits in hand. Each lease of a window is twice as large as the one before, so that a function
   * never holds back more than it has used: else a few functions with a call each would use up the
   * limit.
   *
   * @param size how many permits were asked for
   */
  private record Lease(Instant end, int size, int left, boolean last) {}

  private final DynamoDbClient client;
  private final String table;
  private final InstantSource clock;
  private final Map<Limit, Lease> leases = new HashMap<>();

  Permits(DynamoDbClient client, String table, InstantSource clock) {
    this.client = client;
    this.table = table;
    this.clock = clock;
  }

  synchronized void take(OrganizationId organization, String name, int most, Duration window) {
    Limit limit = new Limit(organization, name);
    Instant now = clock.instant();
    Lease lease = leases.get(limit);
    if (lease == null || !now.isBefore(lease.end())) {
      lease = lease(limit, most, end(now, window), 1);
    } else if (lease.left() == 0 && !lease.last()) {
      int largest = Math.max(1, most / LEASES);
      lease = lease(limit, most, lease.end(), Math.min(2 * lease.size(), largest));
    }
    if (lease.left() == 0) {
      leases.put(limit, lease);
      throw new Failure.TooMany(Duration.between(now, lease.end()));
    }
    leases.put(limit, new Lease(lease.end(), lease.size(), lease.left() - 1, lease.last()));
  }

  private static Instant end(Instant now, Duration window) {
    long length = window.toMillis();
    return Instant.ofEpochMilli((now.toEpochMilli() / length + 1) * length);
  }

  private Lease lease(Limit limit, int most, Instant end, int wanted) {
    try {
      Map<String, AttributeValue> answer =
          client
              .updateItem(
                  UpdateItemRequest.builder()
                      .tableName(table)
                      .key(
                          Item.key(
                              new Keys(limit.organization()).limit(limit.name()),
                              Keys.sortable(end.toEpochMilli())))
                      .updateExpression("ADD taken :wanted SET expires = :expires")
                      .conditionExpression("attribute_not_exists(taken) OR taken < :most")
                      .expressionAttributeValues(
                          Map.of(
                              ":wanted", Item.number(wanted),
                              ":most", Item.number(most),
                              ":expires", Item.number(end.plus(KEPT).getEpochSecond())))
                      .returnValues(ReturnValue.UPDATED_NEW)
                      .build())
              .attributes();
      int taken = Item.of(answer).getInt("taken");
      int over = Math.max(0, taken - most);
      return new Lease(end, wanted, wanted - over, taken >= most);
    } catch (ConditionalCheckFailedException _) {
      return new Lease(end, wanted, 0, true);
    }
  }
}

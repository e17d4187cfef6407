package interline.store;

import interline.fleet.Bucket;
import interline.fleet.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Buckets that all functions share. Of a bucket the table keeps one moment: when it will be full
 * again if nobody asks any more. A permit moves it on by the time in which one comes in, and is
 * only given while it stays within the time in which all of them do; so never more than the size
 * and what came in since get through.
 *
 * <p>A function leases several permits at a time: one at first, twice as many whenever it has used
 * the last ones up within their quarter of a second, at most a fifth of what comes in in a second.
 * Permits that are older are not used, so that none are saved up; they are given back with the next
 * lease, unless the bucket was full in the meantime and they would have been spilt. What a function
 * that nobody calls any more holds back is less than it used within the quarter of a second before.
 */
final class Buckets {

  /** For how long a permit can be used. */
  private static final long GOOD = 250_000;

  /** A function takes what comes in within this part of a second at a time, at the most. */
  private static final int LEASES = 5;

  private static final int ATTEMPTS = 8;

  private static final long SECOND = 1_000_000;

  /** Within the condition of every lease. */
  private static final String NOT_BANNED = "(attribute_not_exists(banned) OR banned <= :now)";

  private record Name(OrganizationId organization, String name) {}

  /** What this function holds of a bucket, and what it last saw of it; in microseconds. */
  private static final class Hand {
    private long leased;
    private int size;
    private int left;
    private long epoch;
    private long full;
    private long emptyUntil;
    private long bannedUntil;
    private long refusedSecond = -1;
  }

  private final DynamoDbClient client;
  private final String table;
  private final InstantSource clock;
  private final Map<Name, Hand> hands = new HashMap<>();

  Buckets(DynamoDbClient client, String table, InstantSource clock) {
    this.client = client;
    this.table = table;
    this.clock = clock;
  }

  synchronized Bucket.Draw draw(OrganizationId organization, String name, Bucket bucket) {
    Name of = new Name(organization, name);
    Hand hand = hands.computeIfAbsent(of, _ -> new Hand());
    long now = now();
    boolean good = now - hand.leased < GOOD;
    if (now < hand.bannedUntil) {
      return new Bucket.Draw(false, 0);
    }
    boolean granted =
        (good && hand.left > 0)
            || (now >= hand.emptyUntil && lease(of, hand, bucket, now, good ? hand.size : 0));
    if (!granted) {
      if (bucket.ban().isPresent() && now >= hand.bannedUntil) {
        refused(of, hand, bucket.ban().get(), now);
      }
      return new Bucket.Draw(false, 0);
    }
    hand.left--;
    long missing = Math.ceilDiv(Math.max(0, hand.full - now), interval(bucket));
    long left = bucket.size() - missing + hand.left;
    return new Bucket.Draw(true, Math.clamp(left, 0, bucket.size() - 1));
  }

  /**
   * Takes permits into the hand, if there are any.
   *
   * @param before how many were used up just now
   */
  private boolean lease(Name of, Hand hand, Bucket bucket, long now, int before) {
    long interval = interval(bucket);
    int largest = Math.max(1, bucket.perSecond() / LEASES);
    int wanted = Math.clamp(2L * before, 1, Math.min(largest, bucket.size()));
    int unused = hand.left;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        Item after =
            hand.full > now
                ? taken(of, bucket, now, wanted - unused, hand.epoch, unused > 0)
                : filled(of, now, wanted * interval);
        hand.full = after.getNumber("full");
        hand.epoch = after.getNumber("epoch");
        hand.leased = now;
        hand.size = wanted;
        hand.left = wanted;
        return true;
      } catch (ConditionalCheckFailedException refused) {
        Item item = Item.of(refused.item());
        hand.full = item.findNumber("full").orElse(0L);
        hand.bannedUntil = item.findNumber("banned").orElse(0L);
        if (unused > 0 && item.findNumber("epoch").filter(it -> it == hand.epoch).isEmpty()) {
          unused = 0;
          hand.left = 0;
        }
        if (hand.bannedUntil > now) {
          return false;
        }
        long most = now + bucket.size() * interval;
        long there = Math.floorDiv(most - hand.full, interval) + unused;
        if (hand.full > now && there < 1) {
          hand.emptyUntil = hand.full - (bucket.size() - 1) * interval;
          return false;
        }
        wanted = hand.full > now ? (int) Math.min(wanted, there) : wanted;
      }
    }
    return false;
  }

  /** Takes permits from a bucket that is not full; fewer than none if more are given back. */
  private Item taken(
      Name of, Bucket bucket, long now, int permits, long epoch, boolean givingBack) {
    long moved = permits * interval(bucket);
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":moved", Item.number(moved));
    values.put(":now", Item.number(now));
    values.put(":most", Item.number(now + bucket.size() * interval(bucket) - moved));
    if (givingBack) {
      values.put(":epoch", Item.number(epoch));
    }
    return update(
        of,
        "SET #full = #full + :moved",
        "#full > :now AND #full <= :most AND "
            + NOT_BANNED
            + (givingBack ? " AND epoch = :epoch" : ""),
        values);
  }

  /** Takes permits from a bucket that is full, so that what was leased before counts no more. */
  private Item filled(Name of, long now, long moved) {
    return update(
        of,
        "SET #full = :full ADD epoch :one",
        "(attribute_not_exists(#full) OR #full <= :now) AND " + NOT_BANNED,
        Map.of(
            ":full", Item.number(now + moved),
            ":now", Item.number(now),
            ":one", Item.number(1)));
  }

  /** Keeps in mind that something was refused in this second; too often, and all is. */
  private void refused(Name of, Hand hand, Bucket.Ban ban, long now) {
    long second = Math.floorDiv(now, SECOND);
    if (hand.refusedSecond == second) {
      return;
    }
    hand.refusedSecond = second;
    Item item = Item.of(client.getItem(read(of)).item());
    long last = item.findNumber("refused").orElse(0L);
    if (last >= second) {
      return;
    }
    long run = last == second - 1 ? item.findNumber("run").orElse(0L) + 1 : 1;
    boolean banned = run >= ban.after();
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":second", Item.number(banned ? 0 : second));
    values.put(":run", Item.number(banned ? 0 : run));
    values.put(":last", Item.number(last));
    if (banned) {
      values.put(":banned", Item.number(now + ban.lasting().toMillis() * 1000));
    }
    try {
      update(
          of,
          "SET refused = :second, run = :run" + (banned ? ", banned = :banned" : ""),
          "(attribute_not_exists(refused) OR refused = :last)",
          values);
      hand.bannedUntil = banned ? now + ban.lasting().toMillis() * 1000 : 0;
    } catch (ConditionalCheckFailedException _) {
      // Another function said it of the same second.
    }
  }

  private GetItemRequest read(Name of) {
    return GetItemRequest.builder().tableName(table).key(key(of)).consistentRead(true).build();
  }

  private Item update(
      Name of, String expression, String condition, Map<String, AttributeValue> values) {
    return Item.of(
        client
            .updateItem(
                UpdateItemRequest.builder()
                    .tableName(table)
                    .key(key(of))
                    .updateExpression(expression)
                    .conditionExpression(condition)
                    .expressionAttributeNames(
                        expression.contains("#full") ? Map.of("#full", "full") : null)
                    .expressionAttributeValues(values)
                    .returnValues(ReturnValue.ALL_NEW)
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD)
                    .build())
            .attributes());
  }

  private static Map<String, AttributeValue> key(Name of) {
    return Item.key(new Keys(of.organization()).limit(of.name()), Keys.ROOT);
  }

  /** In how many microseconds one permit comes in; rounded up, so that never more do. */
  private static long interval(Bucket bucket) {
    return Math.ceilDiv(SECOND, bucket.perSecond());
  }

  private long now() {
    Instant now = clock.instant();
    return Duration.ofSeconds(now.getEpochSecond(), now.getNano()).toNanos() / 1000;
  }
}

package interline.store;

import interline.fleet.Bucket;
import interline.fleet.Caller;
import interline.fleet.Change;
import interline.fleet.Decision;
import interline.fleet.Failure;
import interline.fleet.Field;
import interline.fleet.OrganizationId;
import interline.fleet.Ref;
import interline.fleet.Snapshot;
import interline.fleet.Store;
import interline.fleet.UseCase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The fleet in its one DynamoDB table. */
public final class DynamoStore implements Store {

  /** How often a use case is asked before its caller is told that others are always faster. */
  private static final int ATTEMPTS = 24;

  /** DynamoDB's own limit. */
  private static final int MOST_WRITES = 100;

  private static final Set<String> AGAIN =
      Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  private static final Set<Field> FREE = Set.of(Field.GROUP, Field.TRIGGER, Field.ACCOUNT_OWNER);

  private static final String REFUSED = "ConditionalCheckFailed";

  private final DynamoDbClient client;
  private final String table;
  private final InstantSource clock;
  private final Pause pause;
  private final Numbers numbers;
  private final Permits permits;
  private final Buckets buckets;
  private final Secrets secrets;
  private final Cursors cursors;
  private final BackoffStrategy backoff =
      BackoffStrategy.exponentialDelay(Duration.ofMillis(8), Duration.ofMillis(400));

  /**
   * A store over a table that exists.
   *
   * @param numberBlock how many numbers are leased at a time
   */
  public DynamoStore(
      DynamoDbClient client, String table, InstantSource clock, Pause pause, int numberBlock) {
    this.client = client;
    this.table = table;
    this.clock = clock;
    this.pause = pause;
    this.numbers = new Numbers(client, table, numberBlock);
    this.permits = new Permits(client, table, clock);
    this.buckets = new Buckets(client, table, clock);
    this.secrets = new Secrets(client, table);
    this.cursors = new Cursors(secrets);
  }

  /** How the time between two attempts passes. */
  @FunctionalInterface
  public interface Pause {
    void last(Duration duration);
  }

  @Override
  public Snapshot snapshot(Caller caller) {
    return new DynamoSnapshot(client, table, caller, clock, numbers, cursors);
  }

  @Override
  public <R> R commit(Caller caller, UseCase<R> useCase) {
    for (int attempt = 1; true; attempt++) {
      DynamoSnapshot snapshot = new DynamoSnapshot(client, table, caller, clock, numbers, cursors);
      Decision<R> decision = useCase.decide(snapshot);
      if (write(caller.organization(), snapshot, decision.changes())) {
        return decision.result();
      }
      if (attempt == ATTEMPTS) {
        throw new Failure.Busy();
      }
      pause.last(backoff.computeDelay(attempt));
    }
  }

  @Override
  public void permit(OrganizationId organization, String name, int most, Duration window) {
    permits.take(organization, name, most, window);
  }

  @Override
  public Bucket.Draw draw(OrganizationId organization, String name, Bucket bucket) {
    return buckets.draw(organization, name, bucket);
  }

  @Override
  public byte[] secret(String name) {
    return secrets.get(name);
  }

  /** Whether all changes have come true; if not, none has, and fresh data may lead elsewhere. */
  private boolean write(
      OrganizationId organization, DynamoSnapshot snapshot, List<Change> changes) {
    if (changes.isEmpty()) {
      return true;
    }
    List<Writes.Write> writes = new Writes(table, organization, snapshot.now()).of(changes);
    if (writes.size() > MOST_WRITES) {
      throw new IllegalArgumentException("More than a transaction holds: " + writes.size());
    }
    try {
      client.transactWriteItems(
          TransactWriteItemsRequest.builder()
              .transactItems(writes.stream().map(Writes.Write::item).toList())
              .build());
      return true;
    } catch (TransactionCanceledException cancelled) {
      judge(cancelled, writes, snapshot);
      return false;
    }
  }

  /** Returns if another attempt may succeed. */
  private static void judge(
      TransactionCanceledException cancelled, List<Writes.Write> writes, DynamoSnapshot snapshot) {
    List<CancellationReason> reasons = cancelled.cancellationReasons();
    if (reasons.size() != writes.size()
        || reasons.stream()
            .map(CancellationReason::code)
            .anyMatch(
                code -> !"None".equals(code) && !REFUSED.equals(code) && !AGAIN.contains(code))) {
      throw cancelled;
    }
    if (reasons.stream().anyMatch(reason -> AGAIN.contains(reason.code()))) {
      return;
    }
    Optional<Field> taken = Optional.empty();
    for (int i = 0; i < writes.size(); i++) {
      if (REFUSED.equals(reasons.get(i).code())) {
        switch (writes.get(i).change()) {
          case Change.RowDone _ -> throw new Failure.NotUnique(Field.ROW);
          // Groups are made in passing: whoever was faster has made the one that is wanted. Of the
          // others the use case had seen a free one, and will see what is free now.
          case Change.Claim claim when FREE.contains(claim.unique().field()) -> {
            return;
          }
          // Whoever looked for the holder and found none will find one now, and may know what to
          // do.
          case Change.Claim claim when snapshot.lookedFor(claim) -> {
            return;
          }
          case Change.Claim claim -> taken = Optional.of(claim.unique().field());
          case Change.Standing(Ref<?> ref) -> throw new Failure.NotFound(ref.kind());
          case Change.Create _,
              Change.Replace _,
              Change.Remove _,
              Change.Release _,
              Change.Unchanged _,
              Change.Settle _,
              Change.Tag _,
              Change.Untag _,
              Change.Transfer _,
              Change.Join _,
              Change.Leave _,
              Change.Chart _,
              Change.Schedule _,
              Change.Enroll _,
              Change.Strike _,
              Change.Pin _,
              Change.Roster _,
              Change.Trace _,
              Change.Count _,
              Change.Happened _,
              Change.Enqueue _ -> {
            return;
          }
        }
      }
    }
    taken.ifPresent(
        field -> {
          throw new Failure.NotUnique(field);
        });
  }
}

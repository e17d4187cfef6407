package interline.local;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Counts what a piece of work costs in DynamoDB. The SDK finds this class by its name; it does
 * nothing for threads on which nobody measures.
 *
 * <p>What a function asks for once and remembers (whose key it is, numbers, permits) is left out of
 * the price.
 *
 * <p>Single reads and writes are counted as the store reports them. Of a transaction DynamoDB Local
 * reports one item only, so a transaction is counted from its items: two units for each begun KB,
 * and as much for every index that the item is in. An item that moves within an index costs that
 * index twice; the old item is not at hand here, so every replaced item in {@code finding} counts
 * as moved.
 */
public final class Meter implements ExecutionInterceptor {

  private static final int KB = 1024;
  private static final AttributeValue NO_KEY = AttributeValue.fromS("");
  private static final ExecutionAttribute<Long> BEGUN = new ExecutionAttribute<>("InterlineBegun");
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final ThreadLocal<@Nullable Price> RUNNING = new ThreadLocal<>();

  /** The work's result; its price is told even if the work fails. */
  static <T> T measure(Callable<T> work, Consumer<Price> price) throws Exception {
    RUNNING.set(Price.NOTHING);
    try {
      return work.call();
    } finally {
      price.accept(Optional.ofNullable(RUNNING.get()).orElse(Price.NOTHING));
      RUNNING.remove();
    }
  }

  /** Runs a handler; its processor time counts, where somebody measures. */
  static <T> T handling(Callable<T> handler) throws Exception {
    long begun = THREADS.getCurrentThreadCpuTime();
    try {
      return handler.call();
    } finally {
      Price so = RUNNING.get();
      if (so != null) {
        RUNNING.set(so.handled(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - begun)));
      }
    }
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (RUNNING.get() != null) {
      attributes.putAttribute(BEGUN, THREADS.getCurrentThreadCpuTime());
    }
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    SdkRequest request = context.request();
    if (RUNNING.get() == null || !(request instanceof DynamoDbRequest)) {
      return request;
    }
    ReturnConsumedCapacity total = ReturnConsumedCapacity.TOTAL;
    return switch (request) {
      case GetItemRequest get -> get.toBuilder().returnConsumedCapacity(total).build();
      case BatchGetItemRequest get -> get.toBuilder().returnConsumedCapacity(total).build();
      case QueryRequest query -> query.toBuilder().returnConsumedCapacity(total).build();
      case PutItemRequest put -> put.toBuilder().returnConsumedCapacity(total).build();
      case UpdateItemRequest update -> update.toBuilder().returnConsumedCapacity(total).build();
      default -> request;
    };
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    count(context.request(), Optional.of(context.response()), attributes);
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    count(context.request(), context.response(), attributes);
  }

  private static void count(
      SdkRequest request, Optional<SdkResponse> response, ExecutionAttributes attributes) {
    Price so = RUNNING.get();
    if (so == null) {
      return;
    }
    Duration cpu =
        Duration.ofNanos(
            THREADS.getCurrentThreadCpuTime()
                - attributes
                    .getOptionalAttribute(BEGUN)
                    .orElseGet(THREADS::getCurrentThreadCpuTime));
    if (!(request instanceof DynamoDbRequest)) {
      RUNNING.set(so.elsewhere(cpu));
      return;
    }
    if (occasional(request)) {
      RUNNING.set(so.elsewhere(cpu));
      return;
    }
    String operation = request.getClass().getSimpleName().replace("Request", "");
    double units =
        response
            .filter(DynamoDbResponse.class::isInstance)
            .map(answer -> reported((DynamoDbResponse) answer))
            .orElse(0.0);
    RUNNING.set(
        switch (request) {
          case TransactWriteItemsRequest transaction ->
              so.and(
                  operation,
                  0,
                  transaction.transactItems().stream().mapToDouble(Meter::units).sum(),
                  transaction.transactItems().size(),
                  cpu);
          case PutItemRequest _, UpdateItemRequest _ -> so.and(operation, 0, units, 0, cpu);
          default -> so.and(operation, units, 0, 0, cpu);
        });
  }

  /**
   * Whether a request is for what a function remembers afterwards: who a key belongs to, a block of
   * numbers, a lease of permits. When it comes depends on the clock and not on the call.
   */
  private static boolean occasional(SdkRequest request) {
    String pk =
        switch (request) {
          case GetItemRequest get -> get.key().getOrDefault("pk", NO_KEY).s();
          case UpdateItemRequest update -> update.key().getOrDefault("pk", NO_KEY).s();
          default -> "";
        };
    return pk.startsWith("0#") || pk.endsWith("#number") || pk.contains("#limit#");
  }

  private static double reported(DynamoDbResponse response) {
    return switch (response) {
      case GetItemResponse get -> sum(Stream.ofNullable(get.consumedCapacity()));
      case BatchGetItemResponse get -> sum(get.consumedCapacity().stream());
      case QueryResponse query -> sum(Stream.ofNullable(query.consumedCapacity()));
      case PutItemResponse put -> sum(Stream.ofNullable(put.consumedCapacity()));
      case UpdateItemResponse update -> sum(Stream.ofNullable(update.consumedCapacity()));
      default -> 0;
    };
  }

  private static double sum(Stream<ConsumedCapacity> parts) {
    return parts.mapToDouble(ConsumedCapacity::capacityUnits).sum();
  }

  private static double units(TransactWriteItem write) {
    if (write.put() == null) {
      return 2;
    }
    Map<String, AttributeValue> item = write.put().item();
    int kilobytes = (size(item) + KB - 1) / KB;
    // What is put whatever is there goes with a record that may have been there before.
    boolean replaced =
        Optional.ofNullable(write.put().conditionExpression())
            .map(condition -> condition.startsWith("version"))
            .orElse(true);
    int copies = 1;
    copies += item.containsKey("lpk") ? 1 : 0;
    copies += item.containsKey("fpk") ? (replaced ? 2 : 1) : 0;
    return 2.0 * copies * kilobytes;
  }

  private static int size(Map<String, AttributeValue> attributes) {
    return attributes.entrySet().stream()
        .mapToInt(attribute -> bytes(attribute.getKey()) + size(attribute.getValue()))
        .sum();
  }

  private static int size(AttributeValue value) {
    return switch (value.type()) {
      case S -> bytes(value.s());
      case N -> value.n().length() / 2 + 2;
      case M -> 3 + size(value.m());
      case L -> 3 + size(value.l());
      default -> 1;
    };
  }

  private static int size(Collection<AttributeValue> values) {
    return values.stream().mapToInt(value -> 1 + size(value)).sum();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}

package interline.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The real client, with somebody in between who takes notes and may do as DynamoDB would on AWS.
 */
final class WatchedClient {

  /** What stands between a caller and DynamoDB. */
  @FunctionalInterface
  interface Between {
    Object answer(DynamoDbRequest request, Call onward) throws Throwable;
  }

  /** The way on to DynamoDB. */
  @FunctionalInterface
  interface Call {
    Object to(DynamoDbRequest request) throws Throwable;
  }

  private final ConcurrentLinkedQueue<DynamoDbRequest> requests = new ConcurrentLinkedQueue<>();
  private final DynamoDbClient client;

  private WatchedClient(DynamoDbClient real, Between between) {
    client =
        (DynamoDbClient)
            Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (_, method, arguments) -> {
                  try {
                    if (arguments != null
                        && arguments.length == 1
                        && arguments[0] instanceof DynamoDbRequest request) {
                      requests.add(request);
                      return between.answer(request, changed -> method.invoke(real, changed));
                    }
                    return method.invoke(real, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause() == null ? e : e.getCause();
                  }
                });
  }

  static WatchedClient of(TestTable table) {
    return of(table, (request, onward) -> onward.to(request));
  }

  static WatchedClient of(TestTable table, Between between) {
    return new WatchedClient(table.client(), between);
  }

  DynamoDbClient client() {
    return client;
  }

  void forget() {
    requests.clear();
  }

  /** What was asked, in order: GetItem, Query, TransactWriteItems, … */
  List<String> operations() {
    return requests.stream()
        .map(request -> request.getClass().getSimpleName().replace("Request", ""))
        .toList();
  }

  List<TransactWriteItemsRequest> transactions() {
    return requests.stream()
        .filter(TransactWriteItemsRequest.class::isInstance)
        .map(TransactWriteItemsRequest.class::cast)
        .toList();
  }

  /** The items that a transaction touches. */
  static Set<String> items(TransactWriteItemsRequest transaction) {
    return transaction.transactItems().stream()
        .map(WatchedClient::item)
        .collect(Collectors.toSet());
  }

  private static String item(TransactWriteItem write) {
    if (write.put() != null) {
      return TestTable.where(write.put().item());
    }
    return TestTable.where(write.delete() != null ? write.delete().key() : write.update().key());
  }

  /** What AWS answers when one item of a transaction could not be written for this reason. */
  static TransactionCanceledException cancelled(
      TransactWriteItemsRequest transaction, int place, String code) {
    return cancelled(
        IntStream.range(0, transaction.transactItems().size())
            .mapToObj(i -> i == place ? code : "None")
            .toList());
  }

  static TransactionCanceledException cancelled(List<String> codes) {
    return TransactionCanceledException.builder()
        .message("Transaction cancelled, please refer cancellation reasons for specific reasons")
        .cancellationReasons(
            codes.stream().map(code -> CancellationReason.builder().code(code).build()).toList())
        .build();
  }
}

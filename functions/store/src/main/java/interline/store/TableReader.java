package interline.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Reads items of the table by their keys, and parts of its partitions, always consistently. */
final class TableReader {

  /** DynamoDB's own limit. */
  private static final int MOST_KEYS = 100;

  private final DynamoDbClient client;
  private final String name;

  TableReader(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  String name() {
    return name;
  }

  Optional<Item> item(String pk, String sk) {
    Map<String, AttributeValue> attributes =
        client
            .getItem(
                GetItemRequest.builder()
                    .tableName(name)
                    .key(Item.key(pk, sk))
                    .consistentRead(true)
                    .build())
            .item();
    return attributes.isEmpty() ? Optional.empty() : Optional.of(Item.of(attributes));
  }

  /** The roots of partitions, a hundred in a request; those that are not there are left out. */
  List<Item> roots(Collection<String> partitions) {
    List<String> all = List.copyOf(partitions);
    List<Item> items = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MOST_KEYS) {
      items.addAll(together(all.subList(from, Math.min(from + MOST_KEYS, all.size()))));
    }
    return items;
  }

  private List<Item> together(List<String> partitions) {
    List<Item> items = new ArrayList<>();
    KeysAndAttributes wanted =
        KeysAndAttributes.builder()
            .keys(partitions.stream().map(pk -> Item.key(pk, Keys.ROOT)).toList())
            .consistentRead(true)
            .build();
    Map<String, KeysAndAttributes> left = Map.of(name, wanted);
    while (!left.isEmpty()) {
      BatchGetItemResponse answer =
          client.batchGetItem(BatchGetItemRequest.builder().requestItems(left).build());
      answer.responses().getOrDefault(name, List.of()).forEach(item -> items.add(Item.of(item)));
      left = answer.unprocessedKeys();
    }
    return items;
  }

  /** A whole partition. */
  QueryRequest partition(String pk) {
    return part("pk = :pk", Map.of(":pk", Item.text(pk)));
  }

  /** What begins like this in a partition. */
  QueryRequest beginning(String pk, String prefix) {
    return part(
        "pk = :pk AND begins_with(sk, :prefix)",
        Map.of(":pk", Item.text(pk), ":prefix", Item.text(prefix)));
  }

  /** What is behind a place in a partition. */
  QueryRequest behind(String pk, String sk) {
    return part("pk = :pk AND sk > :sk", Map.of(":pk", Item.text(pk), ":sk", Item.text(sk)));
  }

  /** From one sort key of a partition up to another; they may be only prefixes of keys. */
  QueryRequest between(String pk, String from, String to) {
    return part(
        "pk = :pk AND sk BETWEEN :from AND :to",
        Map.of(":pk", Item.text(pk), ":from", Item.text(from), ":to", Item.text(to)));
  }

  private QueryRequest part(String condition, Map<String, AttributeValue> values) {
    return QueryRequest.builder()
        .tableName(name)
        .consistentRead(true)
        .keyConditionExpression(condition)
        .expressionAttributeValues(values)
        .build();
  }

  /** One answer to a query, which need not be all of it. */
  QueryResponse query(QueryRequest request) {
    return client.query(request);
  }

  /** All items of a query, whatever number of answers they come in. */
  List<Item> all(QueryRequest request) {
    return answers(request).stream()
        .flatMap(answer -> answer.items().stream())
        .map(Item::of)
        .toList();
  }

  /** How many items a query has. */
  long count(QueryRequest request) {
    return answers(request.toBuilder().select(Select.COUNT).build()).stream()
        .mapToLong(QueryResponse::count)
        .sum();
  }

  private List<QueryResponse> answers(QueryRequest request) {
    List<QueryResponse> answers = new ArrayList<>();
    QueryResponse answer = client.query(request);
    answers.add(answer);
    while (answer.hasLastEvaluatedKey()) {
      answer =
          client.query(request.toBuilder().exclusiveStartKey(answer.lastEvaluatedKey()).build());
      answers.add(answer);
    }
    return answers;
  }

  /** The first items of a query, no more than so many. */
  List<Item> first(QueryRequest request, int most) {
    List<Item> items = new ArrayList<>();
    @Nullable Map<String, AttributeValue> last = null;
    while (true) {
      QueryResponse answer =
          client.query(
              request.toBuilder().limit(most - items.size()).exclusiveStartKey(last).build());
      answer.items().forEach(item -> items.add(Item.of(item)));
      if (!answer.hasLastEvaluatedKey() || items.size() >= most) {
        return items;
      }
      last = answer.lastEvaluatedKey();
    }
  }

  /** The last items of a query, the very last one first, no more than so many. */
  List<Item> last(QueryRequest request, int most) {
    return first(request.toBuilder().scanIndexForward(false).build(), most);
  }
}

package interline.local;

import interline.local.Template.Index;
import interline.local.Template.KeyPart;
import interline.local.Template.Queue;
import interline.local.Template.Table;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** The tables and queues that a template describes, made in two stores. */
public final class Stack implements AutoCloseable {
  private final Template template;
  private final String prefix;
  private final URI dynamoDbEndpoint;
  private final URI sqsEndpoint;
  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(40)).build();
  private final DynamoDbClient dynamoDb;
  private final SqsClient sqs;
  private final Map<String, MadeQueue> queues = new LinkedHashMap<>();

  private record MadeQueue(String url, String arn, String name) {}

  private Stack(Template template, String prefix, URI dynamoDbEndpoint, URI sqsEndpoint) {
    this.template = template;
    this.prefix = prefix;
    this.dynamoDbEndpoint = dynamoDbEndpoint;
    this.sqsEndpoint = sqsEndpoint;
    var credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
    dynamoDb =
        DynamoDbClient.builder()
            .endpointOverride(dynamoDbEndpoint)
            .region(Region.of(Intrinsics.REGION))
            .credentialsProvider(credentials)
            .httpClient(http)
            .build();
    sqs =
        SqsClient.builder()
            .endpointOverride(sqsEndpoint)
            .region(Region.of(Intrinsics.REGION))
            .credentialsProvider(credentials)
            .httpClient(http)
            .build();
  }

  /**
   * Makes what is not there yet. A queue that is there gets the template's attributes; a table that
   * is there stays as it is.
   *
   * @param prefix put before every name
   */
  static Stack create(Template template, String prefix, URI dynamoDb, URI sqs) {
    var stack = new Stack(template, prefix, dynamoDb, sqs);
    try {
      template.tables().forEach(stack::make);
      for (Queue queue : template.queues()) {
        stack.make(queue);
      }
      return stack;
    } catch (AwsServiceException e) {
      stack.close();
      throw new StartFailure(
          "cannot create tables and queues: " + e.awsErrorDetails().errorMessage(), e);
    } catch (SdkException e) {
      stack.close();
      throw new StartFailure(
          "cannot reach %s and %s: %s".formatted(dynamoDb, sqs, e.getMessage()), e);
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  public Template template() {
    return template;
  }

  public URI dynamoDbEndpoint() {
    return dynamoDbEndpoint;
  }

  public URI sqsEndpoint() {
    return sqsEndpoint;
  }

  /** A client of the stack's tables; closed with the stack. */
  public DynamoDbClient dynamoDb() {
    return dynamoDb;
  }

  /** A client of the stack's queues; closed with the stack. */
  public SqsClient sqs() {
    return sqs;
  }

  /**
   * The name of a table, prefix included.
   *
   * @param id logical id
   */
  public String tableName(String id) {
    return template.tables().stream()
        .filter(table -> table.id().equals(id))
        .findAny()
        .map(table -> prefix + table.name())
        .orElseThrow(() -> new StartFailure("no table " + id + " in the template"));
  }

  /**
   * The address of a queue.
   *
   * @param id logical id
   */
  public String queueUrl(String id) {
    return queue(id).url();
  }

  /**
   * The ARN of a queue.
   *
   * @param id logical id
   */
  public String queueArn(String id) {
    return queue(id).arn();
  }

  /** What Lambda gives every function beside its own variables, and where the stores are. */
  public Map<String, String> variables() {
    return Map.of(
        "AWS_REGION",
        Intrinsics.REGION,
        "AWS_ACCESS_KEY_ID",
        "local",
        "AWS_SECRET_ACCESS_KEY",
        "local",
        "AWS_ENDPOINT_URL_DYNAMODB",
        dynamoDbEndpoint.toString(),
        "AWS_ENDPOINT_URL_SQS",
        sqsEndpoint.toString());
  }

  /**
   * The environment of a function: the template's variables, and over them {@link #variables}.
   *
   * @param id logical id
   */
  public Map<String, String> environment(String id) {
    Template.Function function = template.function(id);
    var environment = new LinkedHashMap<String, String>();
    try {
      environment.putAll(function.environment().with(references()));
    } catch (StartFailure e) {
      throw new StartFailure(id + ".Environment: " + e.getMessage(), e);
    }
    environment.putAll(variables());
    environment.put("AWS_LAMBDA_FUNCTION_NAME", prefix + id);
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(function.memory()));
    return environment;
  }

  @Override
  public void close() {
    dynamoDb.close();
    sqs.close();
    http.close();
  }

  /**
   * Tables by name, queues by address; anything that exists only in the cloud by its logical id.
   */
  private Resources references() {
    return new Resources() {
      @Override
      public String ref(String id) {
        MadeQueue queue = queues.get(id);
        if (queue != null) {
          return queue.url();
        }
        return known(id) ? tableNamed(id).orElse(id) : unknown(id);
      }

      @Override
      public String attribute(String id, String name) {
        MadeQueue queue = queues.get(id);
        if (queue != null) {
          return switch (name) {
            case "Arn" -> queue.arn();
            case "QueueName" -> queue.name();
            case "QueueUrl" -> queue.url();
            default -> unknown(id + "." + name);
          };
        }
        return known(id) ? "arn:aws:local:::" + tableNamed(id).orElse(id) : unknown(id);
      }

      private boolean known(String id) {
        return template.resources().contains(id) || id.equals("ServerlessHttpApi");
      }

      private Optional<String> tableNamed(String id) {
        return template.tables().stream()
            .filter(table -> table.id().equals(id))
            .findAny()
            .map(table -> tableName(table.id()));
      }

      private String unknown(String reference) {
        throw new StartFailure(reference + " is not in the template");
      }
    };
  }

  private MadeQueue queue(String id) {
    return Optional.ofNullable(queues.get(id))
        .orElseThrow(() -> new StartFailure("no queue " + id + " in the template"));
  }

  private void make(Table table) {
    String name = prefix + table.name();
    try {
      dynamoDb.createTable(request(name, table));
    } catch (ResourceInUseException _) {
      return;
    }
    dynamoDb.waiter().waitUntilTableExists(r -> r.tableName(name));
    table.timeToLive().ifPresent(attribute -> expire(name, attribute));
  }

  /**
   * Without its stream: no trigger reads one here yet, and DynamoDB Local looks through all that a
   * stream has kept again and again, which slows every request the more was written.
   */
  private static CreateTableRequest request(String name, Table table) {
    var request =
        CreateTableRequest.builder()
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(key(table.key()))
            .attributeDefinitions(
                table.attributes().entrySet().stream()
                    .map(
                        attribute ->
                            AttributeDefinition.builder()
                                .attributeName(attribute.getKey())
                                .attributeType(attribute.getValue())
                                .build())
                    .toList());
    if (!table.indexes().isEmpty()) {
      request.globalSecondaryIndexes(table.indexes().stream().map(Stack::index).toList());
    }
    return request.build();
  }

  private static GlobalSecondaryIndex index(Index index) {
    var projection = Projection.builder().projectionType(index.projection());
    if (!index.included().isEmpty()) {
      projection.nonKeyAttributes(index.included());
    }
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(key(index.key()))
        .projection(projection.build())
        .build();
  }

  private static List<KeySchemaElement> key(List<KeyPart> parts) {
    return parts.stream()
        .map(
            part ->
                KeySchemaElement.builder()
                    .attributeName(part.attribute())
                    .keyType(part.type())
                    .build())
        .toList();
  }

  private void expire(String table, String attribute) {
    var status =
        dynamoDb
            .describeTimeToLive(r -> r.tableName(table))
            .timeToLiveDescription()
            .timeToLiveStatus();
    if (status != TimeToLiveStatus.ENABLED) {
      var specification =
          TimeToLiveSpecification.builder().enabled(true).attributeName(attribute).build();
      dynamoDb.updateTimeToLive(r -> r.tableName(table).timeToLiveSpecification(specification));
    }
  }

  /** Dead-letter queues first, because a redrive policy names an ARN that has to exist. */
  private void make(Queue queue) {
    if (queues.containsKey(queue.id())) {
      return;
    }
    queue
        .redrive()
        .ifPresent(
            redrive ->
                template.queues().stream()
                    .filter(other -> other.id().equals(redrive.queue()) && !other.equals(queue))
                    .forEach(this::make));
    String name = prefix + queue.name();
    String url = url(name, attributes(queue));
    String arn =
        sqs.getQueueAttributes(
                r -> r.queueUrl(url).attributeNames(List.of(QueueAttributeName.QUEUE_ARN)))
            .attributes()
            .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
    queues.put(queue.id(), new MadeQueue(url, arn, name));
  }

  private String url(String name, Map<QueueAttributeName, String> attributes) {
    try {
      String url = sqs.getQueueUrl(r -> r.queueName(name)).queueUrl();
      var changeable = new LinkedHashMap<>(attributes);
      changeable.remove(QueueAttributeName.FIFO_QUEUE);
      sqs.setQueueAttributes(r -> r.queueUrl(url).attributes(changeable));
      return url;
    } catch (QueueDoesNotExistException _) {
      return sqs.createQueue(r -> r.queueName(name).attributes(attributes)).queueUrl();
    }
  }

  private Map<QueueAttributeName, String> attributes(Queue queue) {
    var attributes = new LinkedHashMap<QueueAttributeName, String>();
    attributes.put(
        QueueAttributeName.VISIBILITY_TIMEOUT, String.valueOf(queue.visibility().toSeconds()));
    attributes.put(QueueAttributeName.DELAY_SECONDS, String.valueOf(queue.delay().toSeconds()));
    if (queue.fifo()) {
      attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
      attributes.put(
          QueueAttributeName.CONTENT_BASED_DEDUPLICATION,
          String.valueOf(queue.contentBasedDeduplication()));
    }
    queue
        .redrive()
        .ifPresent(
            redrive ->
                attributes.put(
                    QueueAttributeName.REDRIVE_POLICY,
                    "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
                        .formatted(queueArn(redrive.queue()), redrive.maxReceiveCount())));
    return attributes;
  }
}

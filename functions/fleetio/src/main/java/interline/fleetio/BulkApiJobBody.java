package interline.fleetio;

import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Rule;
import interline.gateway.Expected;
import interline.gateway.Fields;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a client wants done in bulk. The records are only looked at when they are worked off. */
record BulkApiJobBody(BulkOperation operation, List<String> rows) {

  /** As large as a record may be; what it makes has to fit into one item of the store. */
  static final int LARGEST_RECORD = Attributes.LARGEST;

  private static final String RESOURCE = "resource";
  private static final String OPERATION = "operation";
  private static final String RECORDS = "records";

  /**
   * Reads the body of a request.
   *
   * @throws Unreadable if this is no job that can be queued
   */
  static BulkApiJobBody read(Fields fields) {
    Errors errors = new Errors();
    Optional<BulkOperation> operation = operation(fields, errors);
    List<String> rows = rows(fields, operation, errors);
    if (operation.isEmpty() || !errors.isEmpty()) {
      throw new Unreadable(errors, List.of());
    }
    return new BulkApiJobBody(operation.get(), rows);
  }

  private static Optional<BulkOperation> operation(Fields fields, Errors errors) {
    Optional<String> resource = oneOf(fields, RESOURCE, BulkOperation.resources(), errors);
    List<String> operations =
        resource.map(BulkOperation::operations).orElse(BulkOperation.operations());
    Optional<String> operation = oneOf(fields, OPERATION, operations, errors);
    return resource.flatMap(what -> operation.flatMap(how -> BulkOperation.find(what, how)));
  }

  private static Optional<String> oneOf(
      Fields fields, String name, List<String> words, Errors errors) {
    Optional<JsonNode> said =
        fields.node(name).filter(node -> !node.isTextual() || !node.textValue().isBlank());
    if (said.isEmpty()) {
      errors.add(name, Words.of(new Rule.Present()));
      return Optional.empty();
    }
    Optional<String> word =
        said.filter(JsonNode::isTextual).map(JsonNode::textValue).filter(words::contains);
    if (word.isEmpty()) {
      errors.add(name, Words.of(new Rule.OneOf(words)));
    }
    return word;
  }

  private static List<String> rows(
      Fields fields, Optional<BulkOperation> operation, Errors errors) {
    Optional<JsonNode> records = fields.node(RECORDS);
    if (records.isPresent() && !records.get().isArray()) {
      errors.add(RECORDS, Words.of(Expected.Form.LIST));
      return List.of();
    }
    List<String> rows = new ArrayList<>();
    records.ifPresent(all -> all.forEach(record -> rows.add(record.toString())));
    if (rows.isEmpty()) {
      errors.add(RECORDS, Words.of(new Rule.Present()));
    }
    operation
        .filter(known -> rows.size() > known.most())
        .ifPresent(known -> errors.add(RECORDS, Words.of(new Rule.AtMost(known.most()))));
    if (rows.stream()
        .anyMatch(row -> row.getBytes(StandardCharsets.UTF_8).length > LARGEST_RECORD)) {
      errors.add(RECORDS, "must each be at most %d bytes long".formatted(LARGEST_RECORD));
    }
    return rows;
  }
}

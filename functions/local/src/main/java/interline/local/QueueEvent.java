package interline.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Messages of a queue as the event that Lambda makes of them. */
final class QueueEvent {
  private QueueEvent() {}

  static ObjectNode of(List<Message> messages, String queueArn) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    var records = event.putArray("Records");
    for (Message message : messages) {
      ObjectNode record = records.addObject();
      record.put("messageId", message.messageId());
      record.put("receiptHandle", message.receiptHandle());
      record.put("body", message.body());
      message.attributesAsStrings().forEach(record.putObject("attributes")::put);
      attributes(message.messageAttributes(), record.putObject("messageAttributes"));
      record.put("md5OfBody", message.md5OfBody());
      if (message.md5OfMessageAttributes() != null) {
        record.put("md5OfMessageAttributes", message.md5OfMessageAttributes());
      }
      record.put("eventSource", "aws:sqs");
      record.put("eventSourceARN", queueArn);
      record.put("awsRegion", Intrinsics.REGION);
    }
    return event;
  }

  private static void attributes(Map<String, MessageAttributeValue> attributes, ObjectNode into) {
    attributes.forEach(
        (name, attribute) -> {
          ObjectNode value = into.putObject(name);
          if (attribute.stringValue() != null) {
            value.put("stringValue", attribute.stringValue());
          }
          if (attribute.binaryValue() != null) {
            value.put("binaryValue", attribute.binaryValue().asByteArray());
          }
          value.putArray("stringListValues");
          value.putArray("binaryListValues");
          value.put("dataType", attribute.dataType());
        });
  }
}

package interline.onfleet;

import interline.fleet.Kind;
import interline.fleet.KnownRecipient;
import interline.fleet.Metadata;
import interline.fleet.Recipient;
import interline.fleet.Task;
import java.util.List;
import java.util.Optional;

/** A recipient, as Onfleet shows one. */
record RecipientAnswer(
    String id,
    String organization,
    long timeCreated,
    long timeLastModified,
    String name,
    Optional<String> phone,
    String notes,
    boolean skipSMSNotifications,
    List<MetadataAnswer> metadata) {

  static RecipientAnswer of(Ids ids, KnownRecipient recipient) {
    return new RecipientAnswer(
        ids.of(Kind.RECIPIENT, recipient.number()),
        ids.ofOrganization(),
        Times.created(recipient.stamp()),
        Times.changed(recipient.stamp()),
        recipient.name(),
        Optional.of(recipient.phone()),
        recipient.notes(),
        recipient.silent(),
        MetadataAnswer.of(recipient.metadata()));
  }

  /** Who a task is done for, from the task alone. */
  static RecipientAnswer of(Ids ids, Task task, Recipient recipient) {
    return new RecipientAnswer(
        recipient
            .number()
            .map(number -> ids.of(Kind.RECIPIENT, number))
            .orElseGet(() -> ids.of(Kind.TASK_RECIPIENT, task.number())),
        ids.ofOrganization(),
        Times.created(task.stamp()),
        Times.changed(task.stamp()),
        recipient.name(),
        recipient.phone(),
        recipient.notes(),
        false,
        MetadataAnswer.of(Metadata.NONE));
  }
}

package interline.store;

import interline.fleet.BulkQueue;
import interline.fleet.OrganizationId;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * The bulk queue. The organization is the message group: a standard queue then serves the groups in
 * turn, so that one organization's flood does not hold up the others.
 */
public final class SqsBulkQueue implements BulkQueue {

  private final SqsClient client;
  private final String url;

  public SqsBulkQueue(SqsClient client, String url) {
    this.client = client;
    this.url = url;
  }

  @Override
  public void send(OrganizationId organization, String job) {
    client.sendMessage(
        SendMessageRequest.builder()
            .queueUrl(url)
            .messageGroupId(organization.toString())
            .messageBody("{\"organization\":%s,\"job\":\"%s\"}".formatted(organization, job))
            .build());
  }
}

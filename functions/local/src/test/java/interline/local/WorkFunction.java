package interline.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.Map;

/** Fails the messages whose body says so: one by one, or all by throwing. */
public final class WorkFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
  public WorkFunction() {}

  public WorkFunction(Map<String, String> environment) {}

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    if (event.getRecords().stream().anyMatch(m -> m.getBody().startsWith("throw"))) {
      throw new IllegalStateException("poisoned");
    }
    return new SQSBatchResponse(
        event.getRecords().stream()
            .filter(m -> m.getBody().startsWith("fail"))
            .map(m -> new BatchItemFailure(m.getMessageId()))
            .toList());
  }
}

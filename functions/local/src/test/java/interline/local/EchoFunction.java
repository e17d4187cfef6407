package interline.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import java.util.Optional;

/** Tells what it was asked, and by which instance it answers. */
public final class EchoFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final Map<String, String> environment;

  public EchoFunction() {
    this(System.getenv());
  }

  public EchoFunction(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    Map<String, String> query =
        Optional.ofNullable(event.getQueryStringParameters()).orElse(Map.of());
    if (query.containsKey("throw")) {
      throw new IllegalArgumentException("as asked");
    }
    if (query.containsKey("hang")) {
      waitForInterrupt();
    }
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(201)
        .withHeaders(
            Map.of("Content-Type", "text/plain", "X-Instance", "" + System.identityHashCode(this)))
        .withBody(
            event.getRouteKey()
                + " "
                + environment.get("GREETING")
                + " "
                + environment.get("TABLE")
                + " "
                + context.getFunctionName()
                + " "
                + (context.getRemainingTimeInMillis() > 0))
        .build();
  }

  private static void waitForInterrupt() {
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}

package interline.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Http;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Runs a few requests through a function before SnapStart freezes it, so that the classes of the
 * hot path are loaded and compiled in every image. Nothing is written by them.
 */
public final class Priming implements Resource {

  private final List<APIGatewayV2HTTPEvent> events;
  private final Consumer<APIGatewayV2HTTPEvent> rehearsal;

  Priming(List<APIGatewayV2HTTPEvent> events, Consumer<APIGatewayV2HTTPEvent> rehearsal) {
    this.events = events;
    this.rehearsal = rehearsal;
  }

  /** A request to read something, for a function to be primed with. */
  public static APIGatewayV2HTTPEvent get(String path) {
    return event("GET", path, "");
  }

  /** A request with a body. It is decoded; what it asks for is not done. */
  public static APIGatewayV2HTTPEvent post(String path, String body) {
    return event("POST", path, body);
  }

  /** The context only holds its resources weakly: keep what is registered. */
  Priming registered() {
    Core.getGlobalContext().register(this);
    return this;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    events.forEach(rehearsal);
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // Nothing was kept that could be out of date: what is remembered has a time on it.
  }

  private static APIGatewayV2HTTPEvent event(String method, String path, String body) {
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withRawPath(path)
        .withRawQueryString("")
        .withHeaders(Map.of("content-type", "application/json"))
        .withBody(body)
        .withRequestContext(
            RequestContext.builder()
                .withHttp(Http.builder().withMethod(method).withPath(path).build())
                .withRequestId("priming")
                .build())
        .build();
  }
}

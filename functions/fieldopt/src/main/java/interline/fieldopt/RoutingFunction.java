package interline.fieldopt;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Recommendation;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Fields;
import interline.gateway.Front;
import interline.gateway.Priming;
import interline.gateway.Routes;
import interline.gateway.Wiring;
import java.util.Map;

/** {@code /api/v1/routing}: who fits a job best. Nothing is changed by asking. */
public final class RoutingFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final Front front;

  public RoutingFunction() {
    this(System.getenv());
  }

  public RoutingFunction(Map<String, String> environment) {
    Wiring wiring = Wiring.open(environment);
    this.front =
        Front.of(wiring, new ErrorWords(), new Access(wiring))
            .primedBy(Priming.get("/api/v1/routing/best-tech/1"))
            .routing(
                Routes.at("/api/v1/routing")
                    .post(
                        "/auto-route",
                        call -> recommended(call, call.fields().required("job_id", Fields::id)))
                    .get("/best-tech/{job}", call -> recommended(call, InPath.job(call)))
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer recommended(Call call, long job) {
    return Answer.ok(Recommended.of(job, Recommendation.in(call.fleet(), job)));
  }
}

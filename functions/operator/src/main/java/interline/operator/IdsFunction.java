package interline.operator;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.OrganizationId;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Priming;
import interline.gateway.Routes;
import interline.gateway.Wiring;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Serves {@code /operator/ids}: what a record is called in each dialect. */
public final class IdsFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final Front front;

  public IdsFunction() {
    this(System.getenv());
  }

  public IdsFunction(Map<String, String> environment) {
    front =
        Front.of(Wiring.open(environment), new OperatorVoice(), new Signature())
            .authenticatingFirst()
            .primedBy(Priming.get("/operator/ids/1"))
            .routing(Routes.at("/operator/ids").get("/{id}", IdsFunction::show).build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  /** {@code GET /operator/ids/{id}?organization=}. */
  private static Answer show(Call call) {
    String id = call.request().parameter("id");
    Optional<OrganizationId> organization =
        call.request().queryFields().id("organization").map(OrganizationId::new);
    List<NamedRecord> records = new IdMap(call).lookUp(id, organization);
    return records.isEmpty()
        ? Problem.answer(404, "Not found", "No record has this identifier.")
        : Answer.ok(Map.of("id", id, "records", records));
  }
}

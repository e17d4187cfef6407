package interline.fleetio;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Failure;
import interline.fleet.Fault;
import interline.fleet.Faults;
import interline.fleet.Field;
import interline.fleet.Kind;
import interline.fleet.UseCase;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.util.Map;

/** {@code faults}: what the computers of vehicles complained of. */
public final class FaultsFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final String RESOURCE = "faults";

  private final Front front;

  public FaultsFunction() {
    this(System.getenv());
  }

  public FaultsFunction(Map<String, String> environment) {
    front =
        FleetioFront.of(Wiring.open(environment), RESOURCE)
            .routing(
                FleetioFront.routes(RESOURCE)
                    .post("", FaultsFunction::create)
                    .get("/{id}", FaultsFunction::show)
                    .patch("/{id}", FaultsFunction::revise)
                    .delete("/{id}", FaultsFunction::remove)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer create(Call call) {
    Fault fault = once(call, FaultBody.create(Attributes.of(call)));
    return Answer.created(FaultAnswer.of(call.fleet(), fault, Times.of(call)))
        .header("Location", call.request().path() + "/" + fault.number());
  }

  /** Of two requests with one idempotency key at the same time, the slower one asks again. */
  private static Fault once(Call call, UseCase<Fault> create) {
    try {
      return call.commit(create);
    } catch (Failure.NotUnique taken) {
      if (taken.field() != Field.IDEMPOTENCY_KEY) {
        throw taken;
      }
      return call.commit(create);
    }
  }

  private static Answer show(Call call) {
    Fault fault = call.fleet().get(Kind.FAULT.number(call.id("id")));
    return Answer.ok(FaultAnswer.of(call.fleet(), fault, Times.of(call)));
  }

  private static Answer revise(Call call) {
    Fault fault = call.commit(FaultBody.revise(call.id("id"), Attributes.of(call)));
    return Answer.ok(FaultAnswer.of(call.fleet(), fault, Times.of(call)));
  }

  private static Answer remove(Call call) {
    call.commit(Faults.remove(call.id("id")));
    return Answer.noContent();
  }
}

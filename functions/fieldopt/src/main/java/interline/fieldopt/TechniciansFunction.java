package interline.fieldopt;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Worker;
import interline.fleet.Workers;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Priming;
import interline.gateway.Routes;
import interline.gateway.Wiring;
import java.util.Map;

/** {@code /api/v1/technicians}: the workers of the fleet. */
public final class TechniciansFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final Front front;

  public TechniciansFunction() {
    this(System.getenv());
  }

  public TechniciansFunction(Map<String, String> environment) {
    Wiring wiring = Wiring.open(environment);
    this.front =
        Front.of(wiring, new ErrorWords(), new Access(wiring))
            .primedBy(Priming.get("/api/v1/technicians/1"))
            .routing(
                Routes.at("/api/v1/technicians")
                    .get("", TechniciansFunction::list)
                    .post("", TechniciansFunction::create)
                    .get("/{technician}", TechniciansFunction::get)
                    .patch("/{technician}/status", TechniciansFunction::status)
                    .patch("/{technician}/location", TechniciansFunction::location)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer list(Call call) {
    return Answer.ok(
        call.fleet().all(new Listing.Everything<>(Kind.WORKER)).stream()
            .filter(Worker::works)
            .map(Technician::of)
            .toList());
  }

  private static Answer get(Call call) {
    return Answer.ok(Technician.of(Workers.working(call.fleet(), InPath.technician(call))));
  }

  private static Answer create(Call call) {
    return Answer.created(
        Technician.of(call.commit(Workers.create(Technician.draft(call.fields())))));
  }

  private static Answer status(Call call) {
    return Answer.ok(
        Technician.of(
            call.commit(Workers.put(InPath.technician(call), Technician.status(call.fields())))));
  }

  private static Answer location(Call call) {
    return Answer.ok(
        Technician.of(
            call.commit(
                Workers.locate(InPath.technician(call), Technician.location(call.fields())))));
  }
}

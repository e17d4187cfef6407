package interline.onfleet;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Destinations;
import interline.fleet.Failure;
import interline.fleet.Geocoder;
import interline.fleet.Kind;
import interline.fleet.Task;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code destinations}: where tasks are done. */
public final class DestinationsFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final Front front;
  private final Supplier<Geocoder> geocoder;

  public DestinationsFunction() {
    this(System.getenv());
  }

  public DestinationsFunction(Map<String, String> environment) {
    Wiring wiring = Wiring.open(environment);
    geocoder = wiring::geocoder;
    front =
        OnfleetFront.of(wiring, "/destinations/metadata")
            .routing(
                OnfleetFront.routes("destinations")
                    .post("", this::create)
                    .post(
                        "/metadata",
                        MetadataAnswer.query(
                            Kind.DESTINATION,
                            (call, found) -> DestinationAnswer.of(Ids.of(call), found)))
                    .get("/{id}", DestinationsFunction::get)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private Answer create(Call call) {
    var draft = DestinationBody.of(call, Bodies.required(call), geocoder.get());
    return Answer.ok(DestinationAnswer.of(Ids.of(call), call.commit(Destinations.create(draft))));
  }

  private static Answer get(Call call) {
    Ids ids = Ids.of(call);
    Optional<Long> task = ids.find(call.request().parameter("id"), Kind.TASK_DESTINATION);
    if (task.isPresent()) {
      return ofTask(ids, call.fleet().get(Kind.TASK.number(task.get())));
    }
    long number = Ids.inPath(call, "id", Kind.DESTINATION);
    return Answer.ok(DestinationAnswer.of(ids, call.fleet().get(Kind.DESTINATION.number(number))));
  }

  /** Of a task whose destination is on record the record is to be asked for. */
  private static Answer ofTask(Ids ids, Task task) {
    return task.destination()
        .filter(destination -> destination.number().isEmpty())
        .map(destination -> Answer.ok(DestinationAnswer.of(ids, task, destination)))
        .orElseThrow(() -> new Failure.NotFound(Kind.DESTINATION));
  }
}

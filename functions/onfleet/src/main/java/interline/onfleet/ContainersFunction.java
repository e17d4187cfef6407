package interline.onfleet;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Container;
import interline.fleet.Containers;
import interline.fleet.Containers.At;
import interline.fleet.Containers.Wish;
import interline.fleet.Failure;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Fields;
import interline.gateway.Front;
import interline.gateway.Routes;
import interline.gateway.Wiring;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code containers}: tasks in their order. */
public final class ContainersFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  /** After so long no other step is begun. */
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

  private final Front front;

  public ContainersFunction() {
    this(System.getenv());
  }

  public ContainersFunction(Map<String, String> environment) {
    Routes.Builder routes = OnfleetFront.routes("containers");
    front =
        OnfleetFront.of(Wiring.open(environment), "/containers/workers/none")
            .routing(
                routes
                    .get("/{type}/{owner}", call -> show(call, owned(call)))
                    .put("/{type}/{owner}", call -> change(call, owned(call)))
                    .get("/{id}", call -> show(call, any(call)))
                    .put("/{id}", call -> change(call, any(call)))
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Container owned(Call call) {
    return ContainerIds.of(call)
        .owned(call.request().parameter("type"), call.request().parameter("owner"));
  }

  private static Container any(Call call) {
    return ContainerIds.of(call).any(call.request().parameter("id"));
  }

  private static Answer show(Call call, Container container) {
    return Answer.ok(ContainerAnswer.of(call, container));
  }

  private static Answer change(Call call, Container container) {
    Fields body = Bodies.required(call);
    JsonNode list = body.required("tasks", Fields::list);
    boolean families =
        body.flag("considerDependencies").or(() -> body.flag("includeDependencies")).orElse(false);
    List<String> ids = new ArrayList<>();
    At at = new At.Whole();
    for (int i = 0; i < list.size(); i++) {
      if (i == 0 && list.get(0).isNumber()) {
        at = at(list.get(0));
      } else if (list.get(i).isTextual()) {
        ids.add(list.get(i).textValue());
      } else {
        throw Refusal.content("tasks has to be of a position, if any, and identifiers.");
      }
    }
    if (at instanceof At.Whole && container.byWorker().isEmpty()) {
      throw Refusal.content("Only a worker's container can be replaced, tasks needs a position.");
    }
    put(call, new Wish(container, TaskBody.tasks(Ids.of(call), ids), at, families));
    return show(call, container);
  }

  private static At at(JsonNode position) {
    double index = position.doubleValue();
    if (index == -1) {
      return new At.End();
    }
    if (index < 0 || index != Math.rint(index)) {
      throw Refusal.content("The position has to be -1, 0 or more.");
    }
    return index == 0 ? new At.Front() : new At.Index((int) Math.min(index, Containers.MOST));
  }

  /**
   * What one transaction had no room for follows in others.
   *
   * @throws Failure.Busy if that takes so long that the function would end before it has answered;
   *     who asks again finds what has been done, each task in one place
   */
  static void put(Call call, Wish wish) {
    Instant end = call.fleet().now().plus(LONG_ENOUGH);
    Optional<Wish> left = call.commit(Containers.put(wish));
    while (left.isPresent()) {
      if (call.fleet().now().isAfter(end)) {
        throw new Failure.Busy();
      }
      left = call.commit(Containers.put(left.get()));
    }
  }
}

package interline.onfleet;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Geocoder;
import interline.fleet.Hub;
import interline.fleet.Hubs;
import interline.fleet.Kind;
import interline.fleet.Snapshot;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** {@code hubs}: where teams start from. */
public final class HubsFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final Front front;
  private final Supplier<Geocoder> geocoder;

  public HubsFunction() {
    this(System.getenv());
  }

  public HubsFunction(Map<String, String> environment) {
    Wiring wiring = Wiring.open(environment);
    geocoder = wiring::geocoder;
    front =
        OnfleetFront.of(wiring, "/hubs")
            .routing(
                OnfleetFront.routes("hubs")
                    .get("", HubsFunction::list)
                    .post("", this::create)
                    .put("/{id}", this::revise)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer list(Call call) {
    Ids ids = Ids.of(call);
    Snapshot fleet = call.fleet();
    Map<Long, Set<Long>> teams = Hubs.teams(fleet);
    return Answer.ok(
        Hubs.all(fleet).stream()
            .map(hub -> HubAnswer.of(ids, hub, teams.getOrDefault(hub.number(), Set.of())))
            .toList());
  }

  private Answer create(Call call) {
    Hub.Draft draft = HubBody.created(call, Bodies.required(call), geocoder.get());
    return settled(call, call.commit(Hubs.create(draft)), Hub.Revision.of(draft.teams()));
  }

  private Answer revise(Call call) {
    long number = Ids.inPath(call, "id", Kind.HUB);
    Hub.Revision revision = HubBody.revised(call, Bodies.optional(call), geocoder.get());
    return settled(call, call.commit(Hubs.revise(number, revision)), revision);
  }

  /** Teams that one transaction had no room for follow in others. */
  private static Answer settled(Call call, Hub first, Hub.Revision wanted) {
    Hub hub = first;
    while (!wanted.metBy(hub)) {
      hub = call.commit(Hubs.revise(hub.number(), wanted));
    }
    return Answer.ok(HubAnswer.of(Ids.of(call), hub, hub.claimed()));
  }
}

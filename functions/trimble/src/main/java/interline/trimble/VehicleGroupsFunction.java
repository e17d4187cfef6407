package interline.trimble;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Group;
import interline.fleet.Groups;
import interline.fleet.Kind;
import interline.fleet.Said;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Priming;
import interline.gateway.Routes;
import interline.gateway.Wiring;
import java.util.Map;

/** {@code /api/assets/v1/vehiclegroups}: the fleet's groups that are in no other. */
public final class VehicleGroupsFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final GroupRequest<Group> GROUPS =
      new GroupRequest<>(Kind.GROUP, "vehicleGroupName", "vehicle groups");

  private final Front front;

  public VehicleGroupsFunction() {
    this(System.getenv());
  }

  public VehicleGroupsFunction(Map<String, String> environment) {
    Wiring wiring = Wiring.open(environment);
    this.front =
        Front.of(wiring, new TrimbleVoice(), new Access(wiring))
            .primedBy(Priming.post("/api/assets/v1/vehiclegroups", "[]"))
            .routing(
                Routes.at("/api/assets/v1/vehiclegroups")
                    .post("", VehicleGroupsFunction::add)
                    .put("/{group}", VehicleGroupsFunction::rename)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer add(Call call) {
    return Answer.ok(
        WriteAnswer.of(
            GROUPS.add(call, Groups::check, Groups::row),
            Row::of,
            "Successfully added all vehicle groups to the account.",
            GROUPS::duplicates));
  }

  private static Answer rename(Call call) {
    return GROUPS.rename(
        call,
        name -> Groups.revise(call.id("group"), new Said.Given<>(name), new Said.Nothing<>()));
  }

  private record Row(long vehicleGroupId, String vehicleGroupName, String modifiedOn) {

    static Row of(Group group) {
      return new Row(group.number(), group.name(), Moments.modified(group.stamp().changed()));
    }
  }
}

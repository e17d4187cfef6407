package interline.fleetio;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Kind;
import interline.fleet.VehicleAssignment;
import interline.fleet.VehicleAssignments;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.util.Map;

/** {@code vehicle_assignments}: who drives what, and when. */
public final class VehicleAssignmentsFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final String RESOURCE = "vehicle_assignments";

  private final Front front;

  public VehicleAssignmentsFunction() {
    this(System.getenv());
  }

  public VehicleAssignmentsFunction(Map<String, String> environment) {
    front =
        FleetioFront.of(Wiring.open(environment), RESOURCE)
            .routing(
                FleetioFront.routes(RESOURCE)
                    .get("", VehicleAssignmentsFunction::list)
                    .post("", VehicleAssignmentsFunction::create)
                    .get("/{id}", VehicleAssignmentsFunction::show)
                    .patch("/{id}", VehicleAssignmentsFunction::revise)
                    .delete("/{id}", VehicleAssignmentsFunction::remove)
                    .patch("/{id}/unassign", VehicleAssignmentsFunction::unassign)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer list(Call call) {
    return VehicleAssignmentLists.ALL.answer(call, VehicleAssignmentLists.show(call));
  }

  private static Answer create(Call call) {
    Attributes said = Attributes.of(call);
    VehicleAssignment.Revision draft = VehicleAssignmentBody.read(said);
    VehicleAssignment assignment =
        call.commit(Unreadable.unless(said.errors(), VehicleAssignments.create(draft)));
    return Answer.created(VehicleAssignmentAnswer.of(call.fleet(), assignment, Times.of(call)))
        .header("Location", call.request().path() + "/" + assignment.number());
  }

  private static Answer show(Call call) {
    return shown(call, call.fleet().get(Kind.VEHICLE_ASSIGNMENT.number(call.id("id"))));
  }

  private static Answer revise(Call call) {
    Attributes said = Attributes.of(call);
    VehicleAssignment.Revision revision = VehicleAssignmentBody.read(said);
    return shown(
        call,
        call.commit(
            Unreadable.unless(said.errors(), VehicleAssignments.revise(call.id("id"), revision))));
  }

  private static Answer unassign(Call call) {
    return shown(call, call.commit(VehicleAssignments.end(call.id("id"))));
  }

  private static Answer remove(Call call) {
    call.commit(VehicleAssignments.remove(call.id("id")));
    return Answer.noContent();
  }

  private static Answer shown(Call call, VehicleAssignment assignment) {
    return Answer.ok(VehicleAssignmentAnswer.of(call.fleet(), assignment, Times.of(call)));
  }
}

package interline.fleetio;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Group;
import interline.fleet.Groups;
import interline.fleet.Kind;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.util.Map;
import java.util.Optional;

/** {@code groups}. */
public final class GroupsFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final String RESOURCE = "groups";

  private static final RecordList<Group> LIST =
      RecordList.of(Kind.GROUP)
          .filter("name", Filter.text(it -> Optional.of(it.name()), Operator.LIKE, Operator.EQ))
          .filter("parent_id", Filter.number(Group::parent, Operator.EQ))
          .build();

  private final Front front;

  public GroupsFunction() {
    this(System.getenv());
  }

  public GroupsFunction(Map<String, String> environment) {
    front =
        FleetioFront.of(Wiring.open(environment), RESOURCE)
            .routing(
                FleetioFront.routes(RESOURCE)
                    .get("", GroupsFunction::list)
                    .post("", GroupsFunction::create)
                    .get("/{id}", GroupsFunction::show)
                    .patch("/{id}", GroupsFunction::update)
                    .put("/{id}", GroupsFunction::update)
                    .delete("/{id}", GroupsFunction::delete)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer list(Call call) {
    return LIST.answer(
        call, (_, groups) -> groups.stream().map(group -> shown(call, group)).toList());
  }

  private static Answer create(Call call) {
    Group group = call.commit(GroupRows.create(Attributes.of(call)));
    return Answer.created(shown(call, group))
        .header("Location", call.request().path() + "/" + group.number());
  }

  private static Answer show(Call call) {
    return Answer.ok(shown(call, call.fleet().get(Kind.GROUP.number(call.id("id")))));
  }

  private static Answer update(Call call) {
    Attributes said = Attributes.of(call);
    return Answer.ok(shown(call, call.commit(GroupRows.revise(call.id("id"), said))));
  }

  private static Answer delete(Call call) {
    Group _ = call.commit(Groups.remove(call.id("id")));
    return Answer.noContent();
  }

  private static Map<String, Object> shown(Call call, Group group) {
    return GroupAnswer.of(group, call.caller().organization(), Times.of(call));
  }
}

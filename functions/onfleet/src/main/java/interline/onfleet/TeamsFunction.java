package interline.onfleet;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.Team;
import interline.fleet.Teams;
import interline.fleet.UseCase;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.util.Map;

/** {@code teams}: people who work together. */
public final class TeamsFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final Front front;

  public TeamsFunction() {
    this(System.getenv());
  }

  public TeamsFunction(Map<String, String> environment) {
    front =
        OnfleetFront.of(Wiring.open(environment), "/teams")
            .routing(
                OnfleetFront.routes("teams")
                    .get("", TeamsFunction::list)
                    .post("", TeamsFunction::create)
                    .get("/{id}", TeamsFunction::show)
                    .put("/{id}", TeamsFunction::revise)
                    .delete("/{id}", TeamsFunction::remove)
                    .get("/{id}/tasks", TaskLists::ofTeam)
                    .get("/{id}/estimate", Estimates::answer)
                    .post("/{id}/dispatch", TeamsFunction::dispatch)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer list(Call call) {
    Ids ids = Ids.of(call);
    return Answer.ok(
        Teams.all(call.fleet()).stream().map(team -> TeamAnswer.of(team, ids)).toList());
  }

  private static Answer create(Call call) {
    Team.Revision draft = TeamBody.draft(call);
    return settled(call, committed(call, Teams.create(draft)), draft);
  }

  private static Answer show(Call call) {
    return shown(call, call.fleet().get(Kind.TEAM.number(id(call))));
  }

  private static Answer revise(Call call) {
    Team.Revision revision = TeamBody.revision(call);
    return settled(call, committed(call, Teams.revise(id(call), revision)), revision);
  }

  private static Answer remove(Call call) {
    boolean gone = false;
    while (!gone) {
      gone = call.commit(Teams.remove(id(call)));
    }
    return Answer.empty(200);
  }

  private static Answer dispatch(Call call) {
    call.fleet().get(Kind.TEAM.number(id(call)));
    throw Refusal.of(ErrorNumber.NOT_IMPLEMENTED, "Teams are not dispatched by themselves here.");
  }

  /** Members that one transaction had no room for follow in others. */
  private static Answer settled(Call call, Team first, Team.Revision wanted) {
    Team team = first;
    while (!wanted.metBy(team)) {
      team = committed(call, Teams.revise(team.number(), wanted));
    }
    return shown(call, team);
  }

  private static Team committed(Call call, UseCase<Team> useCase) {
    try {
      return call.commit(useCase);
    } catch (Failure.NotUnique _) {
      throw Refusal.of(
          ErrorNumber.NOT_UNIQUE, "The name of the team is not unique within the organization.");
    }
  }

  private static Answer shown(Call call, Team team) {
    return Answer.ok(TeamAnswer.of(team, Ids.of(call)));
  }

  private static long id(Call call) {
    return Ids.inPath(call, "id", Kind.TEAM);
  }
}

package interline.onfleet;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Container;
import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.Member;
import interline.fleet.Snapshot;
import interline.fleet.Team;
import interline.fleet.Teams;
import interline.fleet.UseCase;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.util.List;
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
                    .post("/metadata", TeamsFunction::matching)
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
    Snapshot fleet = call.fleet();
    return Answer.ok(answers(call, fleet, Teams.all(fleet)));
  }

  private static Answer matching(Call call) {
    Snapshot fleet = call.fleet();
    return Answer.ok(
        answers(call, fleet, fleet.tagged(Kind.TEAM, MetadataBody.sought(Bodies.list(call)))));
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
    Teams.Removal removal = Teams.Removal.CLOSING;
    while (removal == Teams.Removal.CLOSING) {
      removal = call.commit(Teams.remove(id(call)));
    }
    if (removal == Teams.Removal.REFUSED) {
      throw new Failure.Conflict(Failure.Conflict.Reason.TEAM_NOT_EMPTY);
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
    return Answer.ok(answers(call, call.fleet(), List.of(team)).getFirst());
  }

  private static List<TeamAnswer> answers(Call call, Snapshot fleet, List<Team> teams) {
    Ids ids = Ids.of(call);
    Map<Container, List<Member>> tasks =
        fleet.members(teams.stream().map(it -> new Container.OfTeam(it.number())).toList());
    return teams.stream()
        .map(
            team ->
                TeamAnswer.of(
                    team, tasks.getOrDefault(new Container.OfTeam(team.number()), List.of()), ids))
        .toList();
  }

  private static long id(Call call) {
    return Ids.inPath(call, "id", Kind.TEAM);
  }
}

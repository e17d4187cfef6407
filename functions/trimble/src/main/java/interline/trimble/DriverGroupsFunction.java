package interline.trimble;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.CatalogueEntry;
import interline.fleet.Catalogues;
import interline.fleet.Kind;
import interline.fleet.Roster;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Priming;
import interline.gateway.Routes;
import interline.gateway.Wiring;
import java.util.List;
import java.util.Map;

/** {@code /api/assets/v1/drivergroups}: names under which drivers can be put together. */
public final class DriverGroupsFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final GroupRequest<CatalogueEntry> GROUPS =
      new GroupRequest<>(Kind.DRIVER_GROUP, "driverGroupName", "driver groups");

  private final Front front;

  public DriverGroupsFunction() {
    this(System.getenv());
  }

  public DriverGroupsFunction(Map<String, String> environment) {
    Wiring wiring = Wiring.open(environment);
    this.front =
        Front.of(wiring, new TrimbleVoice(), new Access(wiring))
            .primedBy(Priming.post("/api/assets/v1/drivergroups", "[]"))
            .routing(
                Routes.at("/api/assets/v1/drivergroups")
                    .post("", DriverGroupsFunction::add)
                    .put("/{group}", DriverGroupsFunction::rename)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  /** A clean run is answered with the bare rows, unlike that of vehicle groups. */
  private static Answer add(Call call) {
    Roster.Outcome<CatalogueEntry> outcome =
        GROUPS.add(call, _ -> {}, name -> Catalogues.row(Kind.DRIVER_GROUP, name));
    List<Row> rows = outcome.done().stream().map(Row::of).toList();
    return Answer.ok(
        outcome.skipped().isEmpty()
            ? rows
            : WriteAnswer.of(outcome, Row::of, "", GROUPS::duplicates));
  }

  private static Answer rename(Call call) {
    return GROUPS.rename(
        call,
        name ->
            Catalogues.revise(Kind.DRIVER_GROUP.number(call.id("group")), Catalogues.named(name)));
  }

  private record Row(long driverGroupId, String driverGroupName, String modifiedOn) {

    static Row of(CatalogueEntry group) {
      return new Row(group.number(), group.name(), Moments.modified(group.stamp().changed()));
    }
  }
}

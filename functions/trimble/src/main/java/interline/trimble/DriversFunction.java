package interline.trimble;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Drivers;
import interline.fleet.Listing.WorkersBy;
import interline.fleet.Roster;
import interline.fleet.Worker;
import interline.fleet.Workers;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Priming;
import interline.gateway.Routes;
import interline.gateway.Wiring;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /api/assets/v1/drivers}: the workers of the fleet, by badge and name. */
public final class DriversFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final Map<String, WorkersBy.Known> ORDERS =
      Map.of(
          "driverid", WorkersBy.Known.BADGE,
          "drivername", WorkersBy.Known.NAME,
          "name", WorkersBy.Known.NAME);

  private final Front front;

  public DriversFunction() {
    this(System.getenv());
  }

  public DriversFunction(Map<String, String> environment) {
    Wiring wiring = Wiring.open(environment);
    this.front =
        Front.of(wiring, new TrimbleVoice(), new Access(wiring))
            .primedBy(Priming.get("/api/assets/v1/drivers"))
            .routing(
                Routes.at("/api/assets/v1/drivers")
                    .get("", DriversFunction::list)
                    .post("", DriversFunction::add)
                    .put("", DriversFunction::rename)
                    .delete("", DriversFunction::delete)
                    .delete("/{id}", DriversFunction::delete)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer list(Call call) {
    var query = ListQuery.read(call.request(), ORDERS, WorkersBy.Known.BADGE);
    return Answer.ok(
        ListAnswer.of(call, query, Workers::working, new WorkersBy(query.order()), Driver::of));
  }

  private static Answer add(Call call) {
    List<Drivers.Row> rows = Members.rows(call.request()).stream().map(Driver::added).toList();
    Drivers.check(call.fleet(), rows);
    Roster.Outcome<Worker> outcome = Chunks.commit(call, rows, Drivers.MOST_ADDED, Drivers::add);
    return Answer.ok(
        WriteAnswer.of(
            outcome,
            Driver.Written::of,
            "Successfully added all drivers to the account.",
            ids ->
                ErrorBody.duplicates(
                    "The request finished without adding duplicate driverIds", ids)));
  }

  private static Answer rename(Call call) {
    List<Drivers.Row> rows =
        Named.last(Members.rows(call.request()), Driver.ID).stream().map(Driver::renamed).toList();
    Roster.Outcome<Worker> outcome =
        Chunks.commit(call, rows, Drivers.MOST_RENAMED, Drivers::rename);
    return Answer.ok(
        WriteAnswer.of(
            outcome,
            Driver.Written::of,
            "Successfully updated all drivers in the account.",
            ids ->
                ErrorBody.notFound(
                    "The request finished without updating non-existent drivers", ids)));
  }

  private static Answer delete(Call call) {
    String id = Named.one(call.request(), Driver.ID);
    Optional<Worker> driver = Drivers.find(call.fleet(), id);
    if (driver.isEmpty()) {
      return Named.none("driver", id);
    }
    while (!call.commit(Workers.remove(driver.get().number()))) {
      // Vehicles are taken from whoever has very many of them a few at a time.
    }
    return Answer.ok(new Named.Removed("Successfully deleted driver with Id: " + id));
  }
}

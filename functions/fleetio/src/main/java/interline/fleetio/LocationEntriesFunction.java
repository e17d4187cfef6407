package interline.fleetio;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Kind;
import interline.fleet.LocationEntries;
import interline.fleet.LocationEntry;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.util.Map;

/** {@code location_entries}. */
public final class LocationEntriesFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final String RESOURCE = "location_entries";

  private final Front front;

  public LocationEntriesFunction() {
    this(System.getenv());
  }

  public LocationEntriesFunction(Map<String, String> environment) {
    front =
        FleetioFront.of(Wiring.open(environment), RESOURCE)
            .routing(
                FleetioFront.routes(RESOURCE)
                    .get("", LocationEntriesFunction::list)
                    .post("", LocationEntriesFunction::create)
                    .get("/{id}", LocationEntriesFunction::show)
                    .patch("/{id}", LocationEntriesFunction::update)
                    .delete("/{id}", LocationEntriesFunction::remove)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer list(Call call) {
    return LocationEntryLists.ALL.answer(
        call, LocationEntryLists.show(call.caller().organization(), Times.of(call)));
  }

  private static Answer create(Call call) {
    LocationEntry entry = call.commit(LocationEntryBody.create(Attributes.of(call)));
    return Answer.created(answer(call, entry))
        .header("Location", call.request().path() + "/" + entry.number());
  }

  private static Answer show(Call call) {
    return Answer.ok(answer(call, call.fleet().get(Kind.LOCATION_ENTRY.number(call.id("id")))));
  }

  private static Answer update(Call call) {
    LocationEntry entry = call.commit(LocationEntryBody.revise(call.id("id"), Attributes.of(call)));
    return Answer.ok(answer(call, entry));
  }

  private static Answer remove(Call call) {
    call.commit(LocationEntries.remove(call.id("id")));
    return Answer.noContent();
  }

  private static LocationEntryAnswer answer(Call call, LocationEntry entry) {
    return LocationEntryAnswer.of(
        entry, call.fleet(), call.caller().organization(), Times.of(call));
  }
}

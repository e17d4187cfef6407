package interline.fleetio;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Kind;
import interline.fleet.MeterEntries;
import interline.fleet.MeterEntry;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.util.Map;

/** {@code meter_entries}. */
public final class MeterEntriesFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final String RESOURCE = "meter_entries";

  private final Front front;

  public MeterEntriesFunction() {
    this(System.getenv());
  }

  public MeterEntriesFunction(Map<String, String> environment) {
    front =
        FleetioFront.of(Wiring.open(environment), RESOURCE)
            .routing(
                FleetioFront.routes(RESOURCE)
                    .get("", MeterEntriesFunction::list)
                    .post("", MeterEntriesFunction::create)
                    .get("/{id}", MeterEntriesFunction::show)
                    .patch("/{id}", MeterEntriesFunction::update)
                    .delete("/{id}", MeterEntriesFunction::remove)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer list(Call call) {
    return MeterEntryLists.ALL.answer(
        call, MeterEntryLists.show(call.caller().organization(), Times.of(call)));
  }

  private static Answer create(Call call) {
    MeterEntry entry = call.commit(MeterEntryBody.create(Attributes.of(call)));
    return Answer.created(answer(call, entry))
        .header("Location", call.request().path() + "/" + entry.number());
  }

  private static Answer show(Call call) {
    return Answer.ok(answer(call, call.fleet().get(Kind.METER_ENTRY.number(call.id("id")))));
  }

  private static Answer update(Call call) {
    call.commit(MeterEntryBody.revise(call.id("id"), Attributes.of(call)));
    return Answer.noContent();
  }

  private static Answer remove(Call call) {
    call.commit(MeterEntries.remove(call.id("id")));
    return Answer.noContent();
  }

  private static MeterEntryAnswer answer(Call call, MeterEntry entry) {
    return MeterEntryAnswer.of(entry, call.caller().organization(), Times.of(call));
  }
}

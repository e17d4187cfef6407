package interline.fleetio;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Kind;
import interline.fleet.Worker;
import interline.fleet.Workers;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Routes;
import interline.gateway.Wiring;
import java.util.Map;

/** {@code contacts}: the workers of the fleet, and people who are only known of. */
public final class ContactsFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final String RESOURCE = "contacts";

  private final Front front;

  public ContactsFunction() {
    this(System.getenv());
  }

  public ContactsFunction(Map<String, String> environment) {
    front =
        FleetioFront.of(Wiring.open(environment), RESOURCE)
            .routing(
                Routes.at("/api/v1/contacts", "/api/v2/contacts", "/api/contacts")
                    .post("", ContactsFunction::create)
                    .get("/{id}", ContactsFunction::show)
                    .patch("/{id}", ContactsFunction::revise)
                    .delete("/{id}", ContactsFunction::remove)
                    .patch("/{id}/archive", ContactsFunction::archive)
                    .patch("/{id}/restore", ContactsFunction::restore)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer create(Call call) {
    Attributes said = Attributes.of(call);
    Worker.Revision draft = ContactBody.read(said);
    Worker worker = call.commit(Unreadable.unless(said.errors(), Workers.create(draft)));
    return Answer.created(ContactAnswer.of(worker, Times.of(call)))
        .header("Location", call.request().path() + "/" + worker.number());
  }

  private static Answer show(Call call) {
    return shown(call, call.fleet().get(Kind.WORKER.number(call.id("id"))));
  }

  private static Answer revise(Call call) {
    Attributes said = Attributes.of(call);
    Worker.Revision revision = ContactBody.read(said);
    return shown(
        call,
        call.commit(Unreadable.unless(said.errors(), Workers.revise(call.id("id"), revision))));
  }

  private static Answer remove(Call call) {
    boolean gone = false;
    while (!gone) {
      gone = call.commit(Workers.remove(call.id("id")));
    }
    return Answer.noContent();
  }

  private static Answer archive(Call call) {
    Worker worker = call.commit(Workers.archive(call.id("id")));
    while (worker.archived().isEmpty()) {
      worker = call.commit(Workers.archive(call.id("id")));
    }
    return shown(call, worker);
  }

  private static Answer restore(Call call) {
    return shown(call, call.commit(Workers.restore(call.id("id"))));
  }

  private static Answer shown(Call call, Worker worker) {
    return Answer.ok(ContactAnswer.of(worker, Times.of(call)));
  }
}

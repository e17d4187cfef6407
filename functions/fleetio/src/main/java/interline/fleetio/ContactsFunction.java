package interline.fleetio;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Snapshot;
import interline.fleet.Unique;
import interline.fleet.Worker;
import interline.fleet.Workers;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Routes;
import interline.gateway.Wiring;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code contacts}: the workers of the fleet, and people who are only known of. */
public final class ContactsFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final String RESOURCE = "contacts";

  private static final RecordList<Worker> LIST =
      list(RecordList.of(Kind.WORKER))
          .lookup("employee_number", ContactsFunction::employed)
          .narrow("group_id", group -> new Listing.WorkersByGroup(Optional.of(group)))
          .sort("group_id", new Listing.WorkersByGroup(Optional.empty()))
          .sortByChange(Kind.WORKER)
          .withArchived(new Listing.WithArchived<>(Kind.WORKER))
          .build();

  private static final RecordList<Worker> ARCHIVED =
      list(RecordList.of(new Listing.Archived<>(Kind.WORKER))).build();

  private final Front front;

  public ContactsFunction() {
    this(System.getenv());
  }

  public ContactsFunction(Map<String, String> environment) {
    front =
        FleetioFront.of(Wiring.open(environment), RESOURCE)
            .routing(
                Routes.at("/api/v1/contacts", "/api/v2/contacts", "/api/contacts")
                    .get("", call -> listed(call, LIST))
                    .get("/archived", call -> listed(call, ARCHIVED))
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

  private static RecordList.Builder<Worker> list(RecordList.Builder<Worker> list) {
    return list.filter("email", Filter.text(it -> it.person().email(), Operator.LIKE, Operator.EQ))
        .filter(
            "last_name", Filter.text(it -> it.person().parts().last(), Operator.LIKE, Operator.EQ))
        .filter("group_id", Filter.number(it -> it.person().group(), Operator.EQ))
        .filter("employee_number", Filter.text(it -> it.person().employeeNumber(), Operator.EQ));
  }

  private static Optional<Worker> employed(Snapshot fleet, String number) {
    return fleet
        .holder(Kind.WORKER, Unique.employeeNumber(number))
        .flatMap(fleet::find)
        .filter(it -> it.archived().isEmpty());
  }

  private static Answer listed(Call call, RecordList<Worker> list) {
    return list.answer(call, (fleet, workers) -> ContactAnswer.of(call, fleet, workers));
  }

  private static Answer create(Call call) {
    Attributes said = Attributes.of(call);
    Worker.Revision draft = ContactBody.read(said);
    Worker worker = call.commit(Unreadable.unless(said.errors(), Workers.create(draft)));
    return Answer.created(members(call, worker))
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
    return Answer.ok(members(call, worker));
  }

  private static Map<String, Object> members(Call call, Worker worker) {
    return ContactAnswer.of(call, call.fleet(), List.of(worker)).getFirst();
  }
}

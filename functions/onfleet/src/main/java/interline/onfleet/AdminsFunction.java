package interline.onfleet;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Administrator;
import interline.fleet.Administrators;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.util.Map;

/** {@code admins}: who runs the fleet from a desk. */
public final class AdminsFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final Front front;

  public AdminsFunction() {
    this(System.getenv());
  }

  public AdminsFunction(Map<String, String> environment) {
    front =
        OnfleetFront.of(Wiring.open(environment), "/admins")
            .routing(
                OnfleetFront.routes("admins")
                    .get("", AdminsFunction::list)
                    .post("", AdminsFunction::create)
                    .post("/metadata", MetadataAnswer.query(Kind.ADMINISTRATOR, AdminAnswer::of))
                    .get("/{id}", AdminsFunction::show)
                    .put("/{id}", AdminsFunction::revise)
                    .delete("/{id}", AdminsFunction::remove)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer list(Call call) {
    return Answer.ok(
        call.fleet().all(new Listing.Everything<>(Kind.ADMINISTRATOR)).stream()
            .map(it -> AdminAnswer.of(call, it))
            .toList());
  }

  private static Answer create(Call call) {
    return answer(
        call, call.commit(Administrators.create(AdminBody.read(call, Bodies.required(call)))));
  }

  private static Answer show(Call call) {
    return answer(call, call.fleet().get(Kind.ADMINISTRATOR.number(id(call))));
  }

  private static Answer revise(Call call) {
    long number = id(call);
    Administrator.Revision revision = AdminBody.read(call, Bodies.optional(call));
    return answer(call, call.commit(Administrators.revise(number, revision)));
  }

  private static Answer remove(Call call) {
    long number = id(call);
    boolean gone = false;
    while (!gone) {
      gone = call.commit(Administrators.remove(number));
    }
    return Answer.empty(200);
  }

  private static long id(Call call) {
    return Ids.inPath(call, "id", Kind.ADMINISTRATOR);
  }

  private static Answer answer(Call call, Administrator administrator) {
    return Answer.ok(AdminAnswer.of(call, administrator));
  }
}

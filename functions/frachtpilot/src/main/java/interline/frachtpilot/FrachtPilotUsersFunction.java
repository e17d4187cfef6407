package interline.frachtpilot;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import interline.fleet.Dialect;
import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.SignIn;
import interline.fleet.Snapshot;
import interline.fleet.Staff;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Routes;
import interline.gateway.Wiring;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** {@code users} and {@code me}: the organization's people, and how they get in. */
public final class FrachtPilotUsersFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final Front front;
  private final Writer writer;
  private final Supplier<String> secrets;

  public FrachtPilotUsersFunction() {
    this(System.getenv());
  }

  public FrachtPilotUsersFunction(Map<String, String> environment) {
    Wiring wiring = Wiring.open(environment);
    Format usual = Format.usual(wiring);
    Gate gate = new Gate(usual);
    writer = new Writer(usual, Resource.USERS);
    secrets = wiring.secrets();
    front =
        FrachtPilotFront.of(wiring, usual, "/api_v2/me")
            .routing(
                Routes.at("/api_v2")
                    .get("/me", gate.open(this::me))
                    .get("/users", gate.reading(Resource.USERS, this::list))
                    .post("/users", gate.writing(Resource.USERS, this::create))
                    .get("/users/{id}", gate.reading(Resource.USERS, this::show))
                    .put("/users/{id}", gate.writing(Resource.USERS, this::replace))
                    .patch("/users/{id}", gate.writing(Resource.USERS, this::patch))
                    .delete("/users/{id}", gate.writing(Resource.USERS, this::remove))
                    .post("/users/{id}/api_key", gate.writing(Resource.USERS, this::giveKey))
                    .delete("/users/{id}/api_key", gate.writing(Resource.USERS, this::takeKey))
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private Answer me(Call call) {
    return writer.ok(
        call, User.me(Staff.get(call.fleet(), Gate.caller(call).number()), Gate.rights(call)));
  }

  private Answer list(Call call) {
    Snapshot fleet = call.fleet();
    Query<interline.fleet.Worker> query = Query.<interline.fleet.Worker>of(call).ordered(Map.of());
    Query.Result<interline.fleet.Worker> page =
        query.page(fleet, new Listing.Everything<>(Kind.WORKER), Kind.WORKER);
    List<ObjectNode> users = Staff.of(fleet, page.items()).stream().map(User::of).toList();
    return writer.page(call, query.paging(), page.total(), users);
  }

  private Answer show(Call call) {
    return writer.ok(call, User.of(Staff.get(call.fleet(), call.id(Paths.ID))));
  }

  private Answer create(Call call) {
    JsonNode body = call.fields().json();
    Rights granting = Gate.rights(call);
    return writer.created(
        call,
        User.of(call.commit(fleet -> Staff.create(User.draft(body, granting)).decide(fleet))));
  }

  private Answer replace(Call call) {
    JsonNode body = call.fields().json();
    Rights granting = Gate.rights(call);
    return writer.ok(
        call,
        User.of(
            call.commit(
                Staff.revise(call.id(Paths.ID), before -> User.replaced(before, body, granting)))));
  }

  private Answer patch(Call call) {
    JsonNode body = call.fields().json();
    Rights granting = Gate.rights(call);
    return writer.ok(
        call,
        User.of(
            call.commit(
                Staff.revise(call.id(Paths.ID), before -> User.patched(before, body, granting)))));
  }

  private Answer remove(Call call) {
    boolean gone = false;
    while (!gone) {
      gone = call.commit(Staff.remove(call.id(Paths.ID)));
    }
    return Answer.noContent();
  }

  private Answer giveKey(Call call) {
    String secret = secrets.get() + secrets.get();
    Rights own = Gate.rights(call);
    SignIn signIn =
        call.commit(
            Staff.giveKey(
                call.id(Paths.ID),
                Dialect.FRACHTPILOT,
                CsrfToken.ZONE,
                List.of(Rights.DRIVER),
                secret,
                member -> mayBecome(own, member)));
    ObjectNode key =
        Writer.object()
            .put("apiKey", secret)
            .put("createdAt", signIn.key().map(it -> Writer.instant(it.made())).orElse(null));
    return writer.plain(call, 201, key).header("Cache-Control", "no-store");
  }

  /** Whoever sees a key could use it, and would then have its user's rights. */
  private static void mayBecome(Rights own, Staff.Member member) {
    List<String> rights = member.signIn().map(SignIn::rights).orElse(List.of());
    if (!member.owner() && !own.cover(Rights.of(User.roles(member), rights))) {
      throw new Failure.NotAllowed("Nobody gets rights by a key for somebody else");
    }
  }

  private Answer takeKey(Call call) {
    call.commit(Staff.takeKey(call.id(Paths.ID)));
    return Answer.noContent();
  }
}

package interline.fleetio;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Organization;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.util.List;
import java.util.Map;

/** {@code accounts}: which accounts a key opens; it is asked without naming one. */
public final class AccountsFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final String RESOURCE = "accounts";

  private final AccountAccess access;
  private final Front front;

  public AccountsFunction() {
    this(System.getenv());
  }

  public AccountsFunction(Map<String, String> environment) {
    Wiring wiring = Wiring.open(environment);
    access = new AccountAccess(wiring);
    front =
        FleetioFront.of(wiring, RESOURCE, access, access::authenticateByKey)
            .routing(FleetioFront.routes(RESOURCE).get("", this::list).build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private Answer list(Call call) {
    Organization account = access.account(call.caller());
    return ApiVersion.of(call).accountsAsRecords()
        ? ShortList.of(call, List.of(AccountAnswer.of(account)))
        : Answer.ok(List.of(AccountAnswer.Entry.of(account)));
  }
}

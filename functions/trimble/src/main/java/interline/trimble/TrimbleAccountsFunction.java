package interline.trimble;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.annotation.JsonProperty;
import interline.fleet.Caller;
import interline.fleet.Organization;
import interline.fleet.OrganizationId;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Priming;
import interline.gateway.Request;
import interline.gateway.Routes;
import interline.gateway.Wiring;
import java.util.List;
import java.util.Map;

/** {@code /api/assets/v1/accounts}: tokens for keys, and the accounts that a partner may open. */
public final class TrimbleAccountsFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  /** Whoever asks for a token shows a key in the body; nothing is done on anybody's behalf. */
  private static final Caller NOBODY = new Caller(OrganizationId.OPERATOR, "trimble");

  private final Access access;
  private final Front front;

  public TrimbleAccountsFunction() {
    this(System.getenv());
  }

  public TrimbleAccountsFunction(Map<String, String> environment) {
    Wiring wiring = Wiring.open(environment);
    this.access = new Access(wiring);
    this.front =
        Front.of(wiring, new TrimbleVoice(), this::caller)
            .primedBy(
                Priming.post("/api/assets/v1/accounts/authenticate", "{\"apiKey\":\"stranger\"}"))
            .routing(
                Routes.at("/api/assets/v1/accounts")
                    .get("", this::accounts)
                    .post("/authenticate", this::authenticate)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private Caller caller(Request request) {
    return request.path().endsWith(TrimbleVoice.AUTHENTICATE)
        ? NOBODY
        : access.authenticatePartner(request);
  }

  private Answer authenticate(Call call) {
    Members body = Members.of(call.request().json());
    return Answer.ok(TokenBody.of(access.issue(body.required("apiKey"), body.text("accountId"))))
        .header("Cache-Control", "no-store");
  }

  private Answer accounts(Call call) {
    return Answer.ok(
        new Accounts(access.accounts(call.request()).stream().map(Account::of).toList()));
  }

  private record TokenBody(String token, String expires) {

    static TokenBody of(Tokens.Issued issued) {
      return new TokenBody(issued.token(), Moments.expires(issued.expires()));
    }
  }

  private record Accounts(List<Account> data) {}

  private record Account(
      @JsonProperty("AccountName") String name, @JsonProperty("AccountId") String id) {

    static Account of(Organization organization) {
      return new Account(organization.name(), organization.accountToken());
    }
  }
}

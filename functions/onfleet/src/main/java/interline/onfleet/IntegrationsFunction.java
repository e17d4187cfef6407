package interline.onfleet;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Fields;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code integrations}: the delivery manifest, asked for as it is or wrapped into a body. */
public final class IntegrationsFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final String MANIFEST = "providers/manifest/generate";

  private final Front front;

  public IntegrationsFunction() {
    this(System.getenv());
  }

  public IntegrationsFunction(Map<String, String> environment) {
    front =
        OnfleetFront.of(Wiring.open(environment), "/integrations/manifest/generate")
            .routing(
                OnfleetFront.routes("integrations")
                    .get("/manifest/generate", IntegrationsFunction::manifest)
                    .post("/marketplace", IntegrationsFunction::wrapped)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer manifest(Call call) {
    Query query = Query.of(call);
    return Answer.ok(Manifest.of(call, query.text("hubId"), query.text("workerId")));
  }

  private static Answer wrapped(Call call) {
    Fields body = Bodies.required(call);
    String path = body.required("path", Fields::text);
    String method = body.text("method").orElse("GET");
    int query = path.indexOf('?');
    String called = query < 0 ? path : path.substring(0, query);
    if (!method.equals("GET") || !called.equals(MANIFEST)) {
      throw Refusal.content(method + " " + called + " is not served.");
    }
    Map<String, String> asked = parameters(query < 0 ? "" : path.substring(query + 1));
    return Answer.ok(
        Manifest.of(
            call,
            Optional.ofNullable(asked.get("hubId")),
            Optional.ofNullable(asked.get("workerId"))));
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String parameter : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      if (equals > 0) {
        parameters.put(parameter.substring(0, equals), decoded(parameter.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw Refusal.content("The query of path is not encoded as it should be.");
    }
  }
}

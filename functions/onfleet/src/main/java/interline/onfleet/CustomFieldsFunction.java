package interline.onfleet;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.CustomFields;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code customFields}: what tasks can say beyond their own fields. */
public final class CustomFieldsFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final Front front;

  public CustomFieldsFunction() {
    this(System.getenv());
  }

  public CustomFieldsFunction(Map<String, String> environment) {
    front =
        OnfleetFront.of(Wiring.open(environment), "/customFields/Task")
            .routing(
                OnfleetFront.routes("customFields")
                    .post("", CustomFieldsFunction::define)
                    .put("", CustomFieldsFunction::redefine)
                    .delete("", CustomFieldsFunction::drop)
                    .get("/{model}", CustomFieldsFunction::list)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer list(Call call) {
    CustomFieldsBody.checkModel(call.request().parameter("model"));
    Optional<String> integration = Query.of(call).text("integration");
    List<CustomFieldAnswer> fields =
        CustomFields.of(call.fleet()).values().stream()
            .filter(field -> integration.isEmpty() || field.integration().equals(integration))
            .map(CustomFieldAnswer::of)
            .toList();
    return Answer.ok(Map.of("fields", fields));
  }

  private static Answer define(Call call) {
    call.commit(CustomFields.define(CustomFieldsBody.of(call).definitions()));
    return Answer.empty(200);
  }

  private static Answer redefine(Call call) {
    call.commit(CustomFields.redefine(CustomFieldsBody.of(call).changes()));
    return Answer.empty(200);
  }

  private static Answer drop(Call call) {
    call.commit(CustomFields.drop(CustomFieldsBody.of(call).keys()));
    return Answer.empty(200);
  }
}

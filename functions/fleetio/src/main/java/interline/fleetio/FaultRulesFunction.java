package interline.fleetio;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.FaultRule;
import interline.fleet.FaultRules;
import interline.fleet.Kind;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.util.Map;
import java.util.Optional;

/** {@code fault_rules}: what all faults of one code are called. */
public final class FaultRulesFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final String RESOURCE = "fault_rules";

  private static final RecordList<FaultRule> LIST =
      RecordList.of(Kind.FAULT_RULE)
          .filter("code", Filter.text(it -> Optional.of(it.code()), Operator.LIKE, Operator.EQ))
          .filter("name", Filter.text(FaultRule::name, Operator.LIKE, Operator.EQ))
          .sortByChange(Kind.FAULT_RULE)
          .build();

  private final Front front;

  public FaultRulesFunction() {
    this(System.getenv());
  }

  public FaultRulesFunction(Map<String, String> environment) {
    front =
        FleetioFront.of(Wiring.open(environment), RESOURCE)
            .routing(
                FleetioFront.routes(RESOURCE)
                    .get("", FaultRulesFunction::list)
                    .post("", FaultRulesFunction::create)
                    .get("/{id}", FaultRulesFunction::show)
                    .patch("/{id}", FaultRulesFunction::revise)
                    .delete("/{id}", FaultRulesFunction::remove)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer list(Call call) {
    return LIST.answer(call, (_, rules) -> rules.stream().map(it -> answer(call, it)).toList());
  }

  private static Answer create(Call call) {
    FaultRule rule = call.commit(FaultRuleBody.create(Attributes.of(call)));
    return Answer.created(answer(call, rule))
        .header("Location", call.request().path() + "/" + rule.number());
  }

  private static Answer show(Call call) {
    return Answer.ok(answer(call, call.fleet().get(Kind.FAULT_RULE.number(call.id("id")))));
  }

  private static Answer revise(Call call) {
    return Answer.ok(
        answer(call, call.commit(FaultRuleBody.revise(call.id("id"), Attributes.of(call)))));
  }

  private static Answer remove(Call call) {
    call.commit(FaultRules.remove(call.id("id")));
    return Answer.noContent();
  }

  private static FaultRuleAnswer answer(Call call, FaultRule rule) {
    return FaultRuleAnswer.of(rule, call.caller().organization(), Times.of(call));
  }
}

package interline.fleetio;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Fault;
import interline.fleet.FaultRule;
import interline.fleet.Faults;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code faults}: what the computers of vehicles complained of. */
public final class FaultsFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final String RESOURCE = "faults";

  private static final List<String> STATUSES = List.of("open", "resolved", "ignored");

  private static final RecordList<Fault> LIST =
      RecordList.of(Kind.FAULT)
          .filter("name", FaultsFunction.named())
          .filter("external_id", Filter.text(Fault::externalId, Operator.EQ))
          .filter("fault_rule_id", FaultsFunction.ruled())
          .filter("vehicle_id", Filter.number(it -> Optional.of(it.vehicle()), Operator.EQ))
          .filter("code", Filter.text(it -> Optional.of(it.code()), Operator.EQ))
          .filter("last_occurred_at", Filter.moment(Fault::lastOccurred))
          .filter("status", Filter.words(STATUSES, FaultsFunction::status, Operator.INCLUDE))
          .filter("status_id", Filter.words(STATUSES, FaultsFunction::status, Operator.INCLUDE))
          .echo("status_id", "status")
          .narrow("vehicle_id", Listing.FaultsOf::new)
          .sort("last_occurred_at", Listing.FaultsByOccurrence::new)
          .sortByChange(Kind.FAULT)
          .build();

  private final Front front;

  public FaultsFunction() {
    this(System.getenv());
  }

  public FaultsFunction(Map<String, String> environment) {
    front =
        FleetioFront.of(Wiring.open(environment), RESOURCE)
            .routing(
                FleetioFront.routes(RESOURCE)
                    .get("", FaultsFunction::list)
                    .post("", FaultsFunction::create)
                    .get("/{id}", FaultsFunction::show)
                    .patch("/{id}", FaultsFunction::revise)
                    .delete("/{id}", FaultsFunction::remove)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer list(Call call) {
    return LIST.answer(call, (fleet, faults) -> FaultAnswer.of(fleet, faults, Times.of(call)));
  }

  /** By what faults are called in the end. */
  private static Filter<Fault> named() {
    return new Filter<>(
        Set.of(Operator.LIKE, Operator.EQ),
        (operator, value, fleet) ->
            Filter.text(Faults.names(fleet), Operator.LIKE, Operator.EQ)
                .reader()
                .read(operator, value, fleet));
  }

  /** By the rule that faults fall under: those of its code. */
  private static Filter<Fault> ruled() {
    return new Filter<>(
        Set.of(Operator.EQ),
        (_, value, fleet) -> {
          Optional<String> code =
              fleet.find(Kind.FAULT_RULE.number(Filter.number(value))).map(FaultRule::code);
          return fault -> code.filter(fault.code()::equals).isPresent();
        });
  }

  private static Optional<String> status(Fault fault) {
    return Optional.of(fault.status().name().toLowerCase(Locale.ROOT));
  }

  private static Answer create(Call call) {
    Fault fault = call.commit(FaultBody.create(Attributes.of(call)));
    return Answer.created(FaultAnswer.of(call.fleet(), fault, Times.of(call)))
        .header("Location", call.request().path() + "/" + fault.number());
  }

  private static Answer show(Call call) {
    Fault fault = call.fleet().get(Kind.FAULT.number(call.id("id")));
    return Answer.ok(FaultAnswer.of(call.fleet(), fault, Times.of(call)));
  }

  private static Answer revise(Call call) {
    Fault fault = call.commit(FaultBody.revise(call.id("id"), Attributes.of(call)));
    return Answer.ok(FaultAnswer.of(call.fleet(), fault, Times.of(call)));
  }

  private static Answer remove(Call call) {
    call.commit(Faults.remove(call.id("id")));
    return Answer.noContent();
  }
}

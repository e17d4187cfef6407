package interline.onfleet;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.BulkDialect;
import interline.fleet.BulkJob;
import interline.fleet.Caller;
import interline.fleet.Dialect;
import interline.fleet.Failure;
import interline.fleet.Geocoder;
import interline.fleet.Kind;
import interline.fleet.OrganizationId;
import interline.fleet.Task;
import interline.fleet.Tasks;
import interline.fleet.UseCase;
import interline.gateway.Call;
import interline.gateway.Fields;
import interline.gateway.Json;
import interline.gateway.Malformed;
import interline.gateway.Request;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Tasks that are made several at a time, understood and refused as single ones are. */
public final class OnfleetRows implements BulkDialect {

  private static final OnfleetVoice VOICE = new OnfleetVoice(UUID::randomUUID);

  private static final Caller LOOKING_UP = new Caller(OrganizationId.OPERATOR, "bulk");

  /** What a row stands for. */
  private static final Request REQUEST = request();

  @Override
  public Dialect dialect() {
    return Dialect.ONFLEET;
  }

  @Override
  public UseCase<Long> row(BulkJob job, String row, Means means) {
    Call call =
        new Call(
            REQUEST,
            means.sender(),
            means.store(),
            id -> means.store().snapshot(LOOKING_UP).get(Kind.ORGANIZATION.number(id.number())));
    try {
      UseCase<Task> asked = task(call, Json.read(row), means.geocoder());
      return fleet -> asked.decide(fleet).map(Task::number);
    } catch (Malformed malformed) {
      throw Refusal.content(Causes.of(malformed));
    }
  }

  /** What one of several tasks asks for. */
  static UseCase<Task> task(Call call, JsonNode task, Supplier<Geocoder> geocoder) {
    TaskBody body = new TaskBody(call, Fields.of(task), geocoder);
    if (body.body().node("autoAssign").isPresent()) {
      throw Refusal.content("autoAssign is for single tasks.");
    }
    return Tasks.create(body.draft(), body.stop());
  }

  @Override
  public Map<String, List<String>> messages(BulkJob job, Failure failure) {
    return BatchError.of(VOICE, REQUEST, failure).kept();
  }

  private static Request request() {
    APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
    event.setRawPath(OnfleetFront.PREFIX + "/tasks");
    return Request.of(event);
  }
}

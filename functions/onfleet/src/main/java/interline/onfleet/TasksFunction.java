package interline.onfleet;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Failure;
import interline.fleet.Geocoder;
import interline.fleet.Kind;
import interline.fleet.Task;
import interline.fleet.Tasks;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Fields;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** {@code tasks}: what there is to do. */
public final class TasksFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final Front front;
  private final Supplier<Geocoder> geocoder;

  public TasksFunction() {
    this(System.getenv());
  }

  public TasksFunction(Map<String, String> environment) {
    Wiring wiring = Wiring.open(environment);
    geocoder = wiring::geocoder;
    Batches batches = new Batches(wiring);
    front =
        OnfleetFront.of(wiring, "/tasks/all")
            .routing(
                OnfleetFront.routes("tasks")
                    .post("", this::create)
                    .get("/all", TaskLists::all)
                    .get("/shortId/{shortId}", TasksFunction::byShortId)
                    .post("/metadata", MetadataAnswer.query(Kind.TASK, TaskAnswers::one))
                    .post("/autoAssign", AutoAssign::several)
                    .post("/batch", batches::create)
                    .post("/batch-async", batches::submit)
                    .get("/batch/{id}", Batches::show)
                    .get("/{id}", TasksFunction::get)
                    .put("/{id}", this::amend)
                    .delete("/{id}", TasksFunction::remove)
                    .post("/{id}/clone", this::copy)
                    .post("/{id}/complete", TasksFunction::complete)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private Answer create(Call call) {
    TaskBody body = new TaskBody(call, Bodies.required(call), geocoder);
    Optional<AutoAssign> auto = AutoAssign.read(call, body.body());
    Task task = call.commit(Tasks.create(body.draft(), body.stop()));
    return Answer.ok(
        auto.map(it -> it.created(call, task)).orElseGet(() -> TaskAnswers.fresh(call, task)));
  }

  private static Answer get(Call call) {
    return Answer.ok(TaskAnswers.one(call, call.fleet().get(Kind.TASK.number(id(call)))));
  }

  private static Answer byShortId(Call call) {
    String shortId = call.request().parameter("shortId");
    OptionalLong number = Ids.of(call).identity().lengthen(Kind.TASK, shortId);
    if (number.isEmpty()) {
      throw new Failure.NotFound(Kind.TASK);
    }
    Task task = call.fleet().get(Kind.TASK.number(number.getAsLong()));
    return Answer.ok(TaskAnswers.one(call, task));
  }

  private Answer amend(Call call) {
    TaskBody body = new TaskBody(call, Bodies.optional(call), geocoder);
    return Answer.ok(TaskAnswers.one(call, call.commit(Tasks.amend(id(call), body.amendment()))));
  }

  private static Answer remove(Call call) {
    call.commit(Tasks.remove(id(call)));
    return Answer.empty(200);
  }

  private Answer copy(Call call) {
    TaskBody body = new TaskBody(call, Bodies.optional(call), geocoder);
    var now = call.fleet().now();
    Task copy =
        call.commit(Tasks.copy(id(call), body.overrides().stop(), task -> body.copy(task, now)));
    return Answer.ok(TaskAnswers.fresh(call, copy));
  }

  private static Answer complete(Call call) {
    Fields details = Bodies.required(call).required("completionDetails", Fields::object);
    boolean success = details.required("success", Fields::flag);
    call.commit(Tasks.close(id(call), success, details.text("notes")));
    return Answer.empty(200);
  }

  private static long id(Call call) {
    return Ids.inPath(call, "id", Kind.TASK);
  }
}

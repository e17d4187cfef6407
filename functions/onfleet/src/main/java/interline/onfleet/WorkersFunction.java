package interline.onfleet;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Crews;
import interline.fleet.Kind;
import interline.fleet.Location;
import interline.fleet.Snapshot;
import interline.fleet.Worker;
import interline.fleet.Workers;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code workers}: who drives for teams. */
public final class WorkersFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final BigDecimal USUAL_RADIUS = BigDecimal.valueOf(1_000);
  private static final BigDecimal LARGEST_RADIUS = BigDecimal.valueOf(10_000);

  private final Front front;

  public WorkersFunction() {
    this(System.getenv());
  }

  public WorkersFunction(Map<String, String> environment) {
    front =
        OnfleetFront.of(Wiring.open(environment), "/workers")
            .routing(
                OnfleetFront.routes("workers")
                    .get("", WorkersFunction::list)
                    .post("", WorkersFunction::create)
                    .get("/location", WorkersFunction::near)
                    .post("/metadata", WorkersFunction::matching)
                    .get("/{id}", WorkersFunction::show)
                    .put("/{id}", WorkersFunction::revise)
                    .delete("/{id}", WorkersFunction::remove)
                    .get("/{id}/tasks", TaskLists::ofWorker)
                    .get("/{id}/schedule", Schedules::show)
                    .post("/{id}/schedule", Schedules::revise)
                    .put("/{id}/schedule", Schedules::revise)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer list(Call call) {
    Snapshot fleet = call.fleet();
    Query query = Query.of(call);
    List<Worker> workers = WorkerQuery.of(call).read(fleet);
    WorkerAnswers answers = WorkerAnswers.of(call, fleet, workers, query.list("filter"));
    boolean passwords = query.flag("includePasswordDetails");
    return Answer.ok(
        workers.stream()
            .map(
                worker -> {
                  Map<String, Object> answer = answers.answer(worker);
                  if (passwords) {
                    answer.put("password", Map.of("isPermanent", true));
                  }
                  return answer;
                })
            .toList());
  }

  private static Answer matching(Call call) {
    Snapshot fleet = call.fleet();
    List<Worker> workers =
        fleet.tagged(Kind.WORKER, MetadataBody.sought(Bodies.list(call))).stream()
            .filter(Worker::works)
            .toList();
    WorkerAnswers answers = WorkerAnswers.of(call, fleet, workers, List.of());
    return Answer.ok(workers.stream().map(answers::answer).toList());
  }

  private static Answer create(Call call) {
    WorkerBody.Draft draft = WorkerBody.draft(call);
    Worker worker = call.commit(Crews.enlist(draft.phone(), draft.revision()));
    return settled(call, worker, draft.revision());
  }

  private static Answer show(Call call) {
    Snapshot fleet = call.fleet();
    Query query = Query.of(call);
    Worker worker = Workers.working(fleet, id(call));
    Map<String, Object> answer =
        WorkerAnswers.of(call, fleet, List.of(worker), query.list("filter")).answer(worker);
    if (query.flag("analytics")) {
      answer.put("analytics", Analytics.of(fleet, worker, query));
    }
    return Answer.ok(answer);
  }

  private static Answer revise(Call call) {
    Crews.Revision revision = WorkerBody.revision(call);
    return settled(call, call.commit(Crews.revise(id(call), revision)), revision);
  }

  private static Answer remove(Call call) {
    long number = id(call);
    Workers.working(call.fleet(), number);
    boolean gone = false;
    while (!gone) {
      gone = call.commit(Workers.remove(number));
    }
    return Answer.empty(200);
  }

  private static Answer near(Call call) {
    Snapshot fleet = call.fleet();
    Query query = Query.of(call);
    Optional<BigDecimal> longitude = query.number("longitude").or(() -> query.number("longtitude"));
    Optional<BigDecimal> latitude = query.number("latitude");
    if (longitude.isEmpty() || latitude.isEmpty()) {
      throw Refusal.of(ErrorNumber.ARGUMENT, "longitude and latitude are required.");
    }
    BigDecimal radius = query.number("radius").orElse(USUAL_RADIUS);
    if (radius.signum() < 0 || radius.compareTo(LARGEST_RADIUS) > 0) {
      throw Refusal.content("radius has to be between 0 and 10000.");
    }
    Location place = new Location(latitude.get().doubleValue(), longitude.get().doubleValue());
    List<Worker> workers = Workers.near(fleet, place, radius.doubleValue());
    WorkerAnswers answers = WorkerAnswers.of(call, fleet, workers, List.of());
    return Answer.ok(
        Map.of(
            "workers",
            workers.stream()
                .map(
                    worker -> {
                      Map<String, Object> answer = answers.answer(worker);
                      answer.put("isResponding", true);
                      return answer;
                    })
                .toList()));
  }

  /** Teams that one transaction had no room for follow in others. */
  private static Answer settled(Call call, Worker first, Crews.Revision wanted) {
    Worker worker = first;
    while (!wanted.metBy(worker)) {
      worker = call.commit(Crews.revise(worker.number(), wanted));
    }
    return Answer.ok(WorkerAnswers.of(call, worker));
  }

  private static long id(Call call) {
    return Ids.inPath(call, "id", Kind.WORKER);
  }
}

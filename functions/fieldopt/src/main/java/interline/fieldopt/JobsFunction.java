package interline.fieldopt;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.Ref;
import interline.fleet.Snapshot;
import interline.fleet.Task;
import interline.fleet.Tasks;
import interline.fleet.UseCase;
import interline.fleet.Worker;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Priming;
import interline.gateway.Routes;
import interline.gateway.Wiring;
import java.util.List;
import java.util.Map;

/** {@code /api/v1/jobs}: the tasks of the fleet. */
public final class JobsFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final Front front;

  public JobsFunction() {
    this(System.getenv());
  }

  public JobsFunction(Map<String, String> environment) {
    Wiring wiring = Wiring.open(environment);
    this.front =
        Front.of(wiring, new ErrorWords(), new Access(wiring))
            .primedBy(Priming.get("/api/v1/jobs/1"), Priming.get("/api/v1/jobs/summary"))
            .routing(
                Routes.at("/api/v1/jobs")
                    .get("", JobsFunction::list)
                    .post("", call -> created(call, Tasks.create(Job.draft(call.fields()))))
                    .get("/summary", call -> Answer.ok(Summary.of(Tasks.summary(call.fleet()))))
                    .get("/{job}", JobsFunction::get)
                    .patch("/{job}", JobsFunction::revise)
                    .post("/{job}/start", call -> done(call, Tasks.start(InPath.job(call))))
                    .post("/{job}/complete", call -> done(call, Tasks.complete(InPath.job(call))))
                    .post("/{job}/cancel", call -> done(call, Tasks.cancel(InPath.job(call))))
                    .get("/{job}/can-do/{technician}", JobsFunction::canDo)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer list(Call call) {
    JobFilter filter = JobFilter.of(call.request().queryFields());
    return Answer.ok(filter.in(call.fleet()).stream().map(Job::of).toList());
  }

  private static Answer get(Call call) {
    return Answer.ok(Job.of(call.fleet().get(Kind.TASK.number(InPath.job(call)))));
  }

  private static Answer revise(Call call) {
    return done(call, Tasks.revise(InPath.job(call), Job.revision(call.fields())));
  }

  private static Answer canDo(Call call) {
    Ref<Task> job = Kind.TASK.number(InPath.job(call));
    Ref<Worker> technician = Kind.WORKER.number(InPath.technician(call));
    Snapshot.Found found = call.fleet().findAll(List.of(job, technician));
    Task wanted = found.get(job);
    Worker asked =
        found
            .find(technician)
            .filter(Worker::works)
            .orElseThrow(() -> new Failure.NotFound(Kind.WORKER));
    return Answer.ok(CanDo.of(wanted, asked));
  }

  private static Answer created(Call call, UseCase<Task> creation) {
    return Answer.created(Job.of(call.commit(creation)));
  }

  private static Answer done(Call call, UseCase<Task> change) {
    return Answer.ok(Job.of(call.commit(change)));
  }
}

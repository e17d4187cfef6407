package interline.fieldopt;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Assignment;
import interline.fleet.Assignments;
import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.Snapshot;
import interline.fleet.Workers;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Fields;
import interline.gateway.Front;
import interline.gateway.Priming;
import interline.gateway.Routes;
import interline.gateway.Wiring;
import java.util.List;
import java.util.Map;

/** {@code /api/v1/assignments}: who has which job. */
public final class AssignmentsFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final Front front;

  public AssignmentsFunction() {
    this(System.getenv());
  }

  public AssignmentsFunction(Map<String, String> environment) {
    Wiring wiring = Wiring.open(environment);
    this.front =
        Front.of(wiring, new ErrorWords(), new Access(wiring))
            .primedBy(
                Priming.get("/api/v1/assignments/job/1"),
                Priming.get("/api/v1/assignments/technician/1"))
            .routing(
                Routes.at("/api/v1/assignments")
                    .post("", AssignmentsFunction::assign)
                    .post("/batch-assign", AssignmentsFunction::batchAssign)
                    .post("/batch-unassign", AssignmentsFunction::batchUnassign)
                    .post("/unassign", AssignmentsFunction::unassign)
                    .post("/reassign", AssignmentsFunction::reassign)
                    .get("/technician/{technician}", AssignmentsFunction::ofTechnician)
                    .get("/job/{job}", AssignmentsFunction::ofJob)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer assign(Call call) {
    Fields body = call.fields();
    long job = body.required("job_id", Fields::id);
    long technician = body.required("technician_id", Fields::id);
    return Answer.created(AssignmentBody.of(call.commit(Assignments.assign(job, technician))));
  }

  private static Answer batchAssign(Call call) {
    Fields body = call.fields();
    List<Long> jobs = body.required("job_ids", Fields::ids);
    long technician = body.required("technician_id", Fields::id);
    return Answer.created(Batch.Assigned.of(call.commit(Assignments.assignAll(jobs, technician))));
  }

  private static Answer batchUnassign(Call call) {
    List<Long> jobs = call.fields().required("job_ids", Fields::ids);
    return Answer.ok(Batch.Unassigned.of(call.commit(Assignments.unassignAll(jobs))));
  }

  private static Answer unassign(Call call) {
    long job = call.fields().required("job_id", Fields::id);
    call.commit(Assignments.unassignAll(List.of(job)));
    return Answer.ok(Done.that("Job unassigned"));
  }

  private static Answer reassign(Call call) {
    Fields body = call.fields();
    long job = body.required("job_id", Fields::id);
    long technician = body.required("new_technician_id", Fields::id);
    return Answer.ok(AssignmentBody.of(call.commit(Assignments.reassign(job, technician))));
  }

  private static Answer ofTechnician(Call call) {
    long technician = InPath.technician(call);
    Snapshot fleet = call.fleet();
    List<Assignment> held = fleet.container(technician);
    if (held.isEmpty()) {
      Workers.working(fleet, technician);
    }
    return Answer.ok(held.stream().map(AssignmentBody::of).toList());
  }

  private static Answer ofJob(Call call) {
    return call.fleet()
        .get(Kind.TASK.number(InPath.job(call)))
        .assignment()
        .map(AssignmentBody::of)
        .map(Answer::ok)
        .orElseThrow(() -> new Failure.NotFound(Kind.ASSIGNMENT));
  }
}

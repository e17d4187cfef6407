package interline.fleetio;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.BulkJob;
import interline.fleet.BulkJobs;
import interline.fleet.Dialect;
import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.Snapshot;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code bulk_api_jobs}: takes jobs in, and tells how far they have come. */
public final class BulkApiJobsFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final String RESOURCE = "bulk_api_jobs";
  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final Wiring wiring;
  private final Front front;

  public BulkApiJobsFunction() {
    this(System.getenv());
  }

  public BulkApiJobsFunction(Map<String, String> environment) {
    this(Wiring.open(environment));
  }

  public BulkApiJobsFunction(Wiring wiring) {
    this.wiring = wiring;
    this.front =
        FleetioFront.of(wiring, RESOURCE)
            .routing(
                FleetioFront.routes(RESOURCE)
                    .post("", this::create)
                    .get("/{id}", this::show)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private Answer create(Call call) {
    BulkApiJobBody body = BulkApiJobBody.read(call.fields());
    String id = wiring.uuids().get().toString();
    BulkJob job =
        call.submit(
            BulkJobs.open(
                id,
                Dialect.FLEETIO,
                body.operation().resource(),
                body.operation().operation(),
                body.rows()),
            wiring.bulkQueue());
    BulkJob.Progress progress = new BulkJob.Progress(job, List.of());
    return Answer.created(BulkApiJobAnswer.of(progress, job.stamp().created(), Times.of(call)))
        .header("Location", call.request().path() + "/" + id);
  }

  private Answer show(Call call) {
    String id = call.request().parameter("id").toLowerCase(Locale.ROOT);
    Snapshot fleet = call.fleet();
    BulkJob.Progress progress =
        Optional.of(id)
            .filter(text -> text.matches(UUID))
            .flatMap(fleet::progress)
            .filter(known -> known.job().dialect() == Dialect.FLEETIO)
            .orElseThrow(() -> new Failure.NotFound(Kind.BULK_JOB));
    return Answer.ok(BulkApiJobAnswer.of(progress, fleet.now(), Times.of(call)));
  }
}

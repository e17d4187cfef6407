package interline.onfleet;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.KnownRecipient;
import interline.fleet.Recipients;
import interline.fleet.Task;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Wiring;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code recipients}: who tasks are done for. */
public final class RecipientsFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final Front front;

  public RecipientsFunction() {
    this(System.getenv());
  }

  public RecipientsFunction(Map<String, String> environment) {
    front =
        OnfleetFront.of(Wiring.open(environment), "/recipients/metadata")
            .routing(
                OnfleetFront.routes("recipients")
                    .post("", RecipientsFunction::create)
                    .post(
                        "/metadata",
                        MetadataAnswer.query(
                            Kind.RECIPIENT,
                            (call, found) -> RecipientAnswer.of(Ids.of(call), found)))
                    .get("/name/{name}", RecipientsFunction::named)
                    // Clients leave a slash in a name as it is.
                    .get("/name/{name}/{more}", RecipientsFunction::named)
                    .get("/name/{name}/{more}/{most}", RecipientsFunction::named)
                    .get("/phone/{phone}", RecipientsFunction::phoned)
                    .get("/{id}", RecipientsFunction::get)
                    .put("/{id}", RecipientsFunction::revise)
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Answer create(Call call) {
    KnownRecipient.Draft draft = RecipientBody.created(call, Bodies.required(call));
    return answer(call, call.commit(Recipients.create(draft)));
  }

  private static Answer revise(Call call) {
    long number = Ids.inPath(call, "id", Kind.RECIPIENT);
    KnownRecipient.Revision revision = RecipientBody.revised(Bodies.optional(call));
    return answer(call, call.commit(Recipients.revise(number, revision)));
  }

  private static Answer get(Call call) {
    Ids ids = Ids.of(call);
    Optional<Long> task = ids.find(call.request().parameter("id"), Kind.TASK_RECIPIENT);
    if (task.isPresent()) {
      return ofTask(ids, call.fleet().get(Kind.TASK.number(task.get())));
    }
    long number = Ids.inPath(call, "id", Kind.RECIPIENT);
    return answer(call, call.fleet().get(Kind.RECIPIENT.number(number)));
  }

  /** Of a task whose recipient is on record the record is to be asked for. */
  private static Answer ofTask(Ids ids, Task task) {
    return task.recipient()
        .filter(recipient -> recipient.number().isEmpty())
        .map(recipient -> Answer.ok(RecipientAnswer.of(ids, task, recipient)))
        .orElseThrow(() -> new Failure.NotFound(Kind.RECIPIENT));
  }

  /** Some clients write a space as a plus, so that one is a plus only if there is such a name. */
  private static Answer named(Call call) {
    String name = call.request().path().split("/name/", 2)[1];
    return Stream.of(name, name.replace('+', ' '))
        .distinct()
        .flatMap(each -> Recipients.withName(call.fleet(), each).stream())
        .findFirst()
        .map(found -> answer(call, found))
        .orElseThrow(() -> new Failure.NotFound(Kind.RECIPIENT));
  }

  /** A number that nobody can have was perhaps put on record without being looked at. */
  private static Answer phoned(Call call) {
    String said = call.request().parameter("phone");
    String phone =
        Query.of(call).flag("skipPhoneNumberValidation")
            ? Phones.unchecked(said)
            : Phones.find(said, call.organization()).orElseGet(() -> Phones.unchecked(said));
    return Recipients.withPhone(call.fleet(), phone)
        .map(found -> answer(call, found))
        .orElseThrow(() -> new Failure.NotFound(Kind.RECIPIENT));
  }

  private static Answer answer(Call call, KnownRecipient recipient) {
    return Answer.ok(RecipientAnswer.of(Ids.of(call), recipient));
  }
}

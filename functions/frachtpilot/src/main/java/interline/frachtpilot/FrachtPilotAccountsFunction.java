package interline.frachtpilot;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import interline.fleet.Customers;
import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.KnownRecipient;
import interline.fleet.Listing;
import interline.fleet.Ref;
import interline.fleet.Snapshot;
import interline.fleet.Unique;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Front;
import interline.gateway.Routes;
import interline.gateway.Wiring;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code accounts}, alias {@code customers}: the fleet's recipients on record. */
public final class FrachtPilotAccountsFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final Map<String, Comparator<KnownRecipient>> ORDERS =
      Map.of(
          "customerNumber", by("customerNumber"),
          "lastName", by("lastName"),
          "company", by("company"),
          "updatedAt", Comparator.comparing(it -> it.stamp().changed()));

  private final Front front;
  private final Writer writer;

  public FrachtPilotAccountsFunction() {
    this(System.getenv());
  }

  public FrachtPilotAccountsFunction(Map<String, String> environment) {
    Wiring wiring = Wiring.open(environment);
    Format usual = Format.usual(wiring);
    Gate gate = new Gate(usual);
    writer = new Writer(usual, Resource.ACCOUNTS);
    front =
        FrachtPilotFront.of(wiring, usual, "/api_v2/accounts/1")
            .routing(
                Routes.at("/api_v2/accounts", "/api_v2/customers")
                    .get("", gate.reading(Resource.ACCOUNTS, this::list))
                    .post("", gate.writing(Resource.ACCOUNTS, this::create))
                    .get("/{id}", gate.reading(Resource.ACCOUNTS, this::show))
                    .put("/{id}", gate.writing(Resource.ACCOUNTS, this::replace))
                    .patch("/{id}", gate.writing(Resource.ACCOUNTS, this::patch))
                    .delete("/{id}", gate.writing(Resource.ACCOUNTS, this::remove))
                    .build());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return front.handle(event, context);
  }

  private static Comparator<KnownRecipient> by(String member) {
    return Comparator.comparing(
        it -> Account.text(it, member), Comparator.comparing(text -> text.orElse("")));
  }

  private Answer list(Call call) {
    Snapshot fleet = call.fleet();
    Query<KnownRecipient> query = Query.<KnownRecipient>of(call).ordered(ORDERS);
    Optional<Own> own = Own.of(call, Resource.ACCOUNTS, fleet);
    own.ifPresent(tours -> query.only(it -> tours.hasAccount(it.number())));
    Optional<String> number = call.request().query("customerNumber").filter(it -> !it.isEmpty());
    for (String exact : List.of("type", "status", "customerGroup")) {
      query.equals(exact, it -> Account.text(it, exact));
    }
    query.filter(
        "email",
        (it, mail) -> Account.text(it, "email").filter(mail::equalsIgnoreCase).isPresent());
    for (String part : List.of("lastName", "company", "city")) {
      query.contains(part, it -> Account.text(it, part));
    }
    query.filter(
        "zip", (it, zip) -> Account.text(it, "zip").filter(has -> has.startsWith(zip)).isPresent());
    query.filter(
        "search",
        (it, text) ->
            Stream.of("customerNumber", "firstName", "lastName", "company", "email")
                .flatMap(member -> Account.text(it, member).stream())
                .anyMatch(value -> Query.in(value, text)));
    query.between(
        "updatedAt",
        Query::moment,
        it -> Optional.of(it.stamp().changed().truncatedTo(ChronoUnit.SECONDS)));
    Query.Result<KnownRecipient> page =
        number
            .map(it -> numbered(fleet, it))
            .or(() -> own.map(tours -> visited(fleet, tours)))
            .map(query::part)
            .orElseGet(() -> query.page(fleet, listing(query), Kind.RECIPIENT));
    return writer.page(
        call, query.paging(), page.total(), page.items().stream().map(Account::of).toList());
  }

  /** Where those are that the query asks for. */
  private static Listing<KnownRecipient> listing(Query<KnownRecipient> query) {
    Query.Bounds<Instant> changed = query.bounds("updatedAt", Query::moment);
    return changed.open()
        ? new Listing.Everything<>(Kind.RECIPIENT)
        // What is shown of a moment are its seconds.
        : new Listing.RecipientsByChange(
            changed.from(), changed.until().map(until -> until.plusSeconds(1)));
  }

  private static List<KnownRecipient> visited(Snapshot fleet, Own own) {
    List<Ref<KnownRecipient>> refs = own.accounts().stream().map(Kind.RECIPIENT::number).toList();
    Snapshot.Found found = fleet.findAll(refs);
    return refs.stream().flatMap(ref -> found.find(ref).stream()).toList();
  }

  /** Who has a customer number: it is claimed, or follows from the number of their record. */
  private static List<KnownRecipient> numbered(Snapshot fleet, String number) {
    return fleet
        .holder(Kind.RECIPIENT, Unique.customerNumber(number))
        .flatMap(fleet::find)
        .or(() -> Account.usual(number).flatMap(id -> fleet.find(Kind.RECIPIENT.number(id))))
        .filter(it -> Account.text(it, "customerNumber").filter(number::equals).isPresent())
        .stream()
        .toList();
  }

  private Answer show(Call call) {
    Snapshot fleet = call.fleet();
    long id = call.id(Paths.ID);
    if (Own.of(call, Resource.ACCOUNTS, fleet).filter(own -> !own.hasAccount(id)).isPresent()) {
      throw new Failure.NotFound(Kind.RECIPIENT);
    }
    return writer.ok(call, Account.of(fleet.get(Kind.RECIPIENT.number(id))));
  }

  private Answer create(Call call) {
    JsonNode body = call.fields().json();
    return writer.created(
        call,
        Account.of(call.commit(fleet -> Customers.create(Account.draft(body)).decide(fleet))));
  }

  private Answer replace(Call call) {
    JsonNode body = call.fields().json();
    return writer.ok(
        call,
        Account.of(
            call.commit(
                Customers.revise(call.id(Paths.ID), before -> Account.replaced(before, body)))));
  }

  private Answer patch(Call call) {
    JsonNode body = call.fields().json();
    return writer.ok(
        call,
        Account.of(
            call.commit(
                Customers.revise(call.id(Paths.ID), before -> Account.patched(before, body)))));
  }

  private Answer remove(Call call) {
    call.commit(Customers.remove(call.id(Paths.ID)));
    return Answer.noContent();
  }
}

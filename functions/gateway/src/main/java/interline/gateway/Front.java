package interline.gateway;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import interline.fleet.Caller;
import interline.fleet.Failure;
import interline.fleet.OrganizationId;
import interline.fleet.Store;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * The common path of all functions behind the API: from an event to an endpoint, and from what came
 * of it back to a response. Safe for use by many threads.
 */
public final class Front {

  /** Whose records a rehearsal looks for: the operator has none of these kinds. */
  private static final Caller REHEARSING = new Caller(OrganizationId.OPERATOR, "rehearsal");

  private final Store store;
  private final Voice voice;
  private final Authentication authentication;
  private final Admission admission;
  private final boolean authenticatingFirst;
  private final Map<String, String> headers;
  private final Routes routes;

  @SuppressWarnings("unused") // kept, as the context of CRaC holds it only weakly
  private final Priming priming;

  private Front(Builder builder, Routes routes) {
    this.store = builder.wiring.store();
    this.voice = builder.voice;
    this.authentication = builder.authentication;
    this.admission = builder.admission;
    this.authenticatingFirst = builder.authenticatingFirst;
    this.headers = Map.copyOf(builder.headers);
    this.routes = routes;
    this.priming = new Priming(builder.events, this::rehearse).registered();
  }

  /** What can be asked for here. */
  public Routes routes() {
    return routes;
  }

  /** Begins the front of a function. */
  public static Builder of(Wiring wiring, Voice voice, Authentication authentication) {
    return new Builder(wiring, voice, authentication);
  }

  /** What the fronts of some functions do differently. */
  public static final class Builder {
    private final Wiring wiring;
    private final Voice voice;
    private final Authentication authentication;
    private Admission admission = _ -> Admission.Verdict.PASSED;
    private boolean authenticatingFirst;
    private Map<String, String> headers = Map.of();
    private List<APIGatewayV2HTTPEvent> events = List.of();

    private Builder(Wiring wiring, Voice voice, Authentication authentication) {
      this.wiring = wiring;
      this.voice = voice;
      this.authentication = authentication;
    }

    /**
     * Asks who the caller is, and admits the call, before telling whether a path exists; else that
     * is told to anybody.
     */
    public Builder authenticatingFirst() {
      authenticatingFirst = true;
      return this;
    }

    /** Admits each call whose caller is known. */
    public Builder admitting(Admission each) {
      admission = each;
      return this;
    }

    /** What every answer carries that no {@link Admission} says anything else of. */
    public Builder heading(Map<String, String> usual) {
      headers = usual;
      return this;
    }

    /** Names the requests that stand for the hot path; see {@link Priming}. */
    public Builder primedBy(APIGatewayV2HTTPEvent... requests) {
      events = List.of(requests);
      return this;
    }

    /** The finished front. */
    public Front routing(Routes routes) {
      return new Front(this, routes);
    }
  }

  /** Answers an event. Whatever goes wrong on the way is said in the dialect's own words. */
  public APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event, Context context) {
    Request request = Request.of(event);
    Map<String, String> heading = new LinkedHashMap<>(headers);
    try {
      return respond(request, store, authentication, admission, heading);
    } catch (Unqueued e) {
      log(context.getLogger(), request, e);
      return encoded(voice.unqueued(request), heading);
    } catch (RuntimeException e) {
      // No Error is caught: after one, Lambda had better start the function anew.
      log(context.getLogger(), request, e);
      return encoded(voice.fault(request), heading);
    }
  }

  /** Once to the door with the event's own credentials, if any, and once past it. */
  void rehearse(APIGatewayV2HTTPEvent event) {
    rehearse(event, authentication, admission);
    rehearse(event, _ -> REHEARSING, _ -> Admission.Verdict.PASSED);
  }

  private void rehearse(APIGatewayV2HTTPEvent event, Authentication door, Admission gate) {
    try {
      respond(Request.of(event), new Rehearsal(store), door, gate, new LinkedHashMap<>());
    } catch (RuntimeException e) {
      // An image that starts cold is better than none.
    }
  }

  private APIGatewayV2HTTPResponse respond(
      Request request,
      Store fleet,
      Authentication door,
      Admission gate,
      Map<String, String> heading) {
    try {
      return encoded(answer(request, fleet, door, gate, heading), heading);
    } catch (Failure failure) {
      return encoded(voice.failure(request, failure), heading);
    } catch (Malformed malformed) {
      return encoded(voice.malformed(request, malformed), heading);
    } catch (TooLarge _) {
      return encoded(voice.tooLarge(request), heading);
    }
  }

  private static APIGatewayV2HTTPResponse encoded(Answer answer, Map<String, String> heading) {
    Answer complete = answer;
    for (Map.Entry<String, String> header : heading.entrySet()) {
      complete = complete.header(header.getKey(), header.getValue());
    }
    return complete.encoded();
  }

  private Answer answer(
      Request request,
      Store fleet,
      Authentication door,
      Admission gate,
      Map<String, String> heading) {
    if (authenticatingFirst) {
      Caller caller = door.authenticate(request);
      admitted(new Call(request, caller, fleet, door::organization), gate, heading);
      return route(request, routed -> new Call(routed, caller, fleet, door::organization));
    }
    return route(
        request,
        routed ->
            admitted(
                new Call(routed, door.authenticate(routed), fleet, door::organization),
                gate,
                heading));
  }

  private static Call admitted(Call call, Admission gate, Map<String, String> heading) {
    Admission.Verdict verdict = gate.admit(call);
    heading.putAll(verdict.headers());
    verdict
        .refusal()
        .ifPresent(
            refusal -> {
              throw refusal;
            });
    return call;
  }

  private interface Entry {
    Call call(Request routed);
  }

  private Answer route(Request request, Entry entry) {
    return switch (routes.match(request.method(), request.segments())) {
      case Routes.Match.Found(Endpoint endpoint, var parameters) ->
          endpoint.answer(entry.call(request.with(parameters)));
      case Routes.Match.WrongMethod(SortedSet<String> allowed) ->
          voice.methodNotAllowed(request, allowed).header("Allow", String.join(", ", allowed));
      case Routes.Match.NoPath() -> voice.noSuchPath(request);
    };
  }

  private static void log(LambdaLogger logger, Request request, RuntimeException fault) {
    StringWriter text = new StringWriter();
    text.append("Request ").append(request.requestId()).append(" failed: ");
    fault.printStackTrace(new PrintWriter(text, true));
    logger.log(text.toString(), LogLevel.ERROR);
  }
}

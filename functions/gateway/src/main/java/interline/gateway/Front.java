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
import java.util.List;
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
  private final Routes routes;

  @SuppressWarnings("unused") // kept, as the context of CRaC holds it only weakly
  private final Priming priming;

  private Front(Builder builder, Routes routes) {
    this.store = builder.wiring.store();
    this.voice = builder.voice;
    this.authentication = builder.authentication;
    this.admission = builder.admission;
    this.authenticatingFirst = builder.authenticatingFirst;
    this.routes = routes;
    this.priming = new Priming(builder.events, this::rehearse).registered();
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
    private Admission admission = _ -> {};
    private boolean authenticatingFirst;
    private List<APIGatewayV2HTTPEvent> events = List.of();

    private Builder(Wiring wiring, Voice voice, Authentication authentication) {
      this.wiring = wiring;
      this.voice = voice;
      this.authentication = authentication;
    }

    /** Asks who the caller is before telling whether a path exists; else it is told to anybody. */
    public Builder authenticatingFirst() {
      authenticatingFirst = true;
      return this;
    }

    /** Admits each call whose caller is known. */
    public Builder admitting(Admission each) {
      admission = each;
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
    try {
      return respond(request, store, authentication, admission);
    } catch (RuntimeException e) {
      // No Error is caught: after one, Lambda had better start the function anew.
      log(context.getLogger(), request, e);
      return voice.fault(request).encoded();
    }
  }

  /** Once to the door with the event's own credentials, if any, and once past it. */
  void rehearse(APIGatewayV2HTTPEvent event) {
    rehearse(event, authentication, admission);
    rehearse(event, _ -> REHEARSING, _ -> {});
  }

  private void rehearse(APIGatewayV2HTTPEvent event, Authentication door, Admission gate) {
    try {
      respond(Request.of(event), new Rehearsal(store), door, gate);
    } catch (RuntimeException e) {
      // An image that starts cold is better than none.
    }
  }

  private APIGatewayV2HTTPResponse respond(
      Request request, Store fleet, Authentication door, Admission gate) {
    try {
      return answer(request, fleet, door, gate).encoded();
    } catch (Failure failure) {
      return voice.failure(request, failure).encoded();
    } catch (Malformed malformed) {
      return voice.malformed(request, malformed).encoded();
    } catch (TooLarge _) {
      return voice.tooLarge(request).encoded();
    }
  }

  private Answer answer(Request request, Store fleet, Authentication door, Admission gate) {
    if (authenticatingFirst) {
      Caller caller = door.authenticate(request);
      return route(request, routed -> admitted(new Call(routed, caller, fleet), gate));
    }
    return route(
        request, routed -> admitted(new Call(routed, door.authenticate(routed), fleet), gate));
  }

  private static Call admitted(Call call, Admission gate) {
    gate.admit(call);
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

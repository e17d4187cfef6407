package interline.frachtpilot;

import interline.fleet.Failure;
import interline.fleet.SignIn;
import interline.frachtpilot.Rights.Level;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Endpoint;
import java.util.function.Predicate;

/**
 * What stands between a user and an endpoint: the right, then whether the answer and the body are
 * of a kind that is served.
 */
final class Gate {

  private final Format usual;

  Gate(Format usual) {
    this.usual = usual;
  }

  /** For whoever may read something of a resource, be it of their own tours only. */
  Endpoint reading(Resource resource, Endpoint endpoint) {
    return guarded(rights -> rights.reach(resource, Level.OWN), endpoint);
  }

  /** For whoever may change a resource. */
  Endpoint writing(Resource resource, Endpoint endpoint) {
    return guarded(rights -> rights.reach(resource, Level.WRITE), endpoint);
  }

  /** For whoever may write a tour, and for drivers, who report from theirs. */
  Endpoint reporting(Endpoint endpoint) {
    return guarded(
        rights ->
            rights.on(Resource.TOURS) == Level.OWN || rights.reach(Resource.TOURS, Level.WRITE),
        endpoint);
  }

  /** For every user. */
  Endpoint open(Endpoint endpoint) {
    return guarded(_ -> true, endpoint);
  }

  private Endpoint guarded(Predicate<Rights> right, Endpoint endpoint) {
    return call -> {
      if (!right.test(Rights.of(caller(call)))) {
        throw new Failure.NotAllowed("Beyond the rights of the user");
      }
      return served(call, endpoint);
    };
  }

  private Answer served(Call call, Endpoint endpoint) {
    if (Format.wanted(call.request(), usual).isEmpty()) {
      return Problem.of(
          call.request(),
          usual,
          406,
          "Not Acceptable",
          "Served are application/ld+json and application/json");
    }
    if (!call.request().method().equals("GET") && !Format.reads(call.request())) {
      return Problem.of(
          call.request(),
          usual,
          415,
          "Unsupported Media Type",
          "Read are application/json, application/ld+json and, in a PATCH,"
              + " application/merge-patch+json");
    }
    return endpoint.answer(call);
  }

  /** How the caller gets in. */
  static SignIn caller(Call call) {
    return call.caller()
        .signIn()
        .orElseThrow(() -> new Failure.NotAllowed("Not one of the organization's people"));
  }

  /** What the caller may do. */
  static Rights rights(Call call) {
    return Rights.of(caller(call));
  }
}

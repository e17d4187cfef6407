package interline.gateway;

import interline.fleet.Caller;

/** How a dialect finds out who makes a request. */
@FunctionalInterface
public interface Authentication {

  /**
   * Who makes the request.
   *
   * @throws interline.fleet.Failure.Unauthenticated if nobody knows
   */
  Caller authenticate(Request request);
}

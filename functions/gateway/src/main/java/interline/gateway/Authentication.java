package interline.gateway;

import interline.fleet.Caller;
import interline.fleet.Organization;
import interline.fleet.OrganizationId;

/** How a dialect finds out who makes a request. */
@FunctionalInterface
public interface Authentication {

  /**
   * Who makes the request.
   *
   * @throws interline.fleet.Failure.Unauthenticated if nobody knows
   */
  Caller authenticate(Request request);

  /**
   * The organization of a caller, as it was lately.
   *
   * @throws interline.fleet.Failure.Unauthenticated if it is disabled or there is none
   */
  default Organization organization(OrganizationId id) {
    throw new UnsupportedOperationException("This dialect asks nothing of organizations");
  }
}

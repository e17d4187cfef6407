package interline.operator;

import interline.fleet.Caller;
import interline.fleet.Failure;
import interline.fleet.OrganizationId;
import interline.gateway.Authentication;
import interline.gateway.Request;

/**
 * The operator is whoever may sign for the AWS account. API Gateway checks that and says so in the
 * event; an event that says nothing is refused here too, should a route ever lose its
 * authorization.
 */
final class Signature implements Authentication {

  @Override
  public Caller authenticate(Request request) {
    return request
        .signer()
        .map(name -> new Caller(OrganizationId.OPERATOR, name))
        .orElseThrow(() -> new Failure.NotAllowed("Not signed by the operator"));
  }
}

package interline.fleetio;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import interline.gateway.Authentication;
import interline.gateway.Front;
import interline.gateway.Priming;
import interline.gateway.Routes;
import interline.gateway.Wiring;
import java.util.Map;

/** The way into each of Fleetio's functions. */
final class FleetioFront {

  /** The place of a record's number in the paths of all resources. */
  static final String ID = "id";

  private FleetioFront() {}

  /** Begins the front of a function that serves a resource. */
  static Front.Builder of(Wiring wiring, String resource) {
    AccountAccess access = new AccountAccess(wiring);
    return of(wiring, resource, access, access);
  }

  /** Begins the front of a function that finds out in its own way who calls. */
  static Front.Builder of(
      Wiring wiring, String resource, AccountAccess access, Authentication authentication) {
    return Front.of(wiring, new FleetioVoice(), authentication)
        .admitting(access)
        .primedBy(stranger("/api/v1/" + resource + "/1"));
  }

  /** Begins the routes of a resource: its paths have a segment for the version, or none. */
  static Routes.Builder routes(String resource) {
    return Routes.at("/api/v1/" + resource, "/api/" + resource);
  }

  /** A request that gets as far as the store, which does not know its key. */
  private static APIGatewayV2HTTPEvent stranger(String path) {
    APIGatewayV2HTTPEvent event = Priming.get(path);
    event.setHeaders(Map.of("authorization", "Token stranger", "account-token", "stranger"));
    return event;
  }
}

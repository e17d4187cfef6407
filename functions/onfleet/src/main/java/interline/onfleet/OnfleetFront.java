package interline.onfleet;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import interline.gateway.Front;
import interline.gateway.Priming;
import interline.gateway.Routes;
import interline.gateway.Wiring;
import java.util.Map;

/** The way into each of Onfleet's functions. */
final class OnfleetFront {

  static final String PREFIX = "/api/v2";

  private OnfleetFront() {}

  /**
   * Begins the front of a function.
   *
   * @param primed what is asked for in a rehearsal, behind the prefix
   */
  static Front.Builder of(Wiring wiring, String primed) {
    OnfleetAccess access = new OnfleetAccess(wiring);
    return Front.of(wiring, new OnfleetVoice(wiring.uuids()), access)
        .authenticatingFirst()
        .admitting(access)
        .heading(OnfleetAccess.USUAL)
        .primedBy(stranger(PREFIX + primed));
  }

  /** Begins the routes of a resource. */
  static Routes.Builder routes(String resource) {
    return Routes.at(PREFIX + "/" + resource);
  }

  /** A request that gets as far as the store, which does not know its key. */
  private static APIGatewayV2HTTPEvent stranger(String path) {
    APIGatewayV2HTTPEvent event = Priming.get(path);
    event.setHeaders(Map.of("authorization", "Basic c3RyYW5nZXI6"));
    return event;
  }
}

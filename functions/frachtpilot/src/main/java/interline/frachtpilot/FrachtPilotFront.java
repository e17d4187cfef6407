package interline.frachtpilot;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import interline.gateway.Front;
import interline.gateway.Priming;
import interline.gateway.Wiring;
import java.util.Map;

/** The way into each of FrachtPilot's functions. */
final class FrachtPilotFront {

  private FrachtPilotFront() {}

  /** Begins the front of a function; who calls is asked before whether there is such a path. */
  static Front.Builder of(Wiring wiring, Format usual, String path) {
    return Front.of(wiring, new FrachtPilotVoice(usual), new Access(wiring))
        .authenticatingFirst()
        .primedBy(stranger(path));
  }

  /** A request that gets as far as the store, which does not know its key. */
  private static APIGatewayV2HTTPEvent stranger(String path) {
    APIGatewayV2HTTPEvent event = Priming.get(path);
    event.setHeaders(Map.of("x-auth-token", "stranger", "x-csrf-token", "stranger"));
    return event;
  }
}

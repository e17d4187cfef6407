package interline.onfleet;

import interline.fleet.Webhooks;
import interline.gateway.Outbound;
import interline.gateway.Wiring;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes sure that somebody at an address wants to be told: they have to give a word back. */
final class Handshake {

  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /** Nobody answers there: they only take things in. */
  private static final List<String> TRUSTED =
      List.of("zapier.com", "requestbin.com", "requestbin.net", "requestb.in", "pipedream.net");

  private final Supplier<String> tokens;
  private final Webhooks.Reach reach;
  private final Outbound outbound;

  Handshake(Wiring wiring) {
    tokens = wiring.secrets();
    reach =
        wiring.value("WEBHOOKS_ANYWHERE").filter("true"::equals).isPresent()
            ? Webhooks.Reach.ANYWHERE
            : Webhooks.Reach.PUBLIC;
    outbound = new Outbound(reach, PATIENCE);
  }

  /**
   * Returns if the address may be called and gave the word back.
   *
   * @throws Refusal if not: 1008
   */
  void require(String url) {
    if (!Webhooks.callable(url, reach)) {
      throw failed("The URL has to be a public https address.");
    }
    String token = tokens.get();
    URI asked = asking(url, token);
    Optional<Outbound.Reply> reply =
        trusted(asked.getHost())
            ? Optional.of(new Outbound.Reply(200, token))
            : outbound.get(asked);
    if (!reply.equals(Optional.of(new Outbound.Reply(200, token)))) {
      throw failed("The URL did not answer 200 with the value of check alone.");
    }
  }

  /** The address with its question behind what it asks already, and before any fragment. */
  static URI asking(String url, String token) {
    int hash = url.indexOf('#');
    String plain = hash < 0 ? url : url.substring(0, hash);
    try {
      return new URI(plain + (plain.contains("?") ? "&" : "?") + "check=" + token);
    } catch (URISyntaxException _) {
      throw failed("The URL is none.");
    }
  }

  static boolean trusted(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return TRUSTED.stream().anyMatch(it -> name.equals(it) || name.endsWith("." + it));
  }

  private static Refusal failed(String cause) {
    return Refusal.of(ErrorNumber.WEBHOOK, cause);
  }
}

package interline.trimble;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import interline.fleet.OrganizationId;
import interline.gateway.Wiring;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The tokens that authenticating gives: signed with a secret that the store keeps, so that any
 * function knows those of another. A token names its key, so it opens nothing that the key does not
 * open any more.
 */
final class Tokens {

  private static final String ISSUER = "interline/trimble";
  private static final String ACCOUNT = "account";

  /** How long a token is good unless the stack says otherwise. */
  private static final long MINUTES = 60;

  private final Wiring wiring;
  private final Duration lifetime;

  Tokens(Wiring wiring) {
    this.wiring = wiring;
    this.lifetime =
        Duration.ofMinutes(
            wiring.value("TRIMBLE_TOKEN_MINUTES").map(Long::valueOf).orElse(MINUTES));
  }

  /**
   * What a token says.
   *
   * @param key the hash of the secret that was shown for it
   * @param account the fleet that it is bound to; without one, it is a partner's
   */
  record Said(String key, Optional<OrganizationId> account) {}

  record Issued(String token, Instant expires) {}

  Issued issue(Said said) {
    Instant now = wiring.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    Instant expires = now.plus(lifetime);
    var token =
        JWT.create()
            .withIssuer(ISSUER)
            .withSubject(said.key())
            .withIssuedAt(now)
            .withExpiresAt(expires);
    said.account().ifPresent(account -> token.withClaim(ACCOUNT, account.number()));
    return new Issued(token.sign(algorithm()), expires);
  }

  /** What a token says, if it is one of ours and still good. */
  Optional<Said> read(String token) {
    try {
      DecodedJWT read = verifier().verify(token);
      return Optional.of(
          new Said(
              read.getSubject(),
              Optional.ofNullable(read.getClaim(ACCOUNT).asLong()).map(OrganizationId::new)));
    } catch (JWTVerificationException _) {
      return Optional.empty();
    }
  }

  private JWTVerifier verifier() {
    var checks = (JWTVerifier.BaseVerification) JWT.require(algorithm()).withIssuer(ISSUER);
    return checks.build(wiring.clock().withZone(ZoneOffset.UTC));
  }

  /** Opened at the first request that needs it: a function starts without reading the store. */
  private Algorithm algorithm() {
    return Algorithm.HMAC256(wiring.store().secret("trimble"));
  }
}

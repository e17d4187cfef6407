package interline.onfleet;

import interline.fleet.Bucket;
import interline.fleet.Caller;
import interline.fleet.Dialect;
import interline.fleet.Failure;
import interline.fleet.Organization;
import interline.fleet.OrganizationId;
import interline.gateway.Admission;
import interline.gateway.Authentication;
import interline.gateway.Call;
import interline.gateway.Credentials;
import interline.gateway.Request;
import interline.gateway.Wiring;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may call, and how often: a key as the user name of HTTP Basic, and so many calls of an
 * organization in a second, over all its keys.
 */
final class OnfleetAccess implements Authentication, Admission {

  /** What an answer says to a caller that nobody knows: Onfleet's own limit, and room. */
  static final Map<String, String> USUAL = headers(20, 20);

  private static final String LIMIT = "onfleet";

  private static final Pattern AUTHORIZATION =
      Pattern.compile("Basic\\s+(?<base64>[A-Za-z0-9+/_-]+)=*\\s*", Pattern.CASE_INSENSITIVE);

  private final Credentials credentials;

  OnfleetAccess(Wiring wiring) {
    this.credentials = new Credentials(wiring, Dialect.ONFLEET);
  }

  @Override
  public Caller authenticate(Request request) {
    return request
        .header("Authorization")
        .flatMap(OnfleetAccess::key)
        .map(credentials::key)
        .orElseThrow(() -> new Failure.Unauthenticated("No such key"))
        .caller();
  }

  @Override
  public Organization organization(OrganizationId id) {
    return credentials.organization(id);
  }

  @Override
  public Verdict admit(Call call) {
    Organization.Limits limits = call.organization().limits();
    int most = limits.onfleetPerSecond();
    if (most >= Organization.Limits.UNLIMITED) {
      return new Verdict(Optional.empty(), headers(most, most));
    }
    Bucket.Draw draw = call.draw(LIMIT, new Bucket(most, most, limits.onfleetBan()));
    return draw.granted()
        // A client divides by what is left after a success.
        ? new Verdict(Optional.empty(), headers(most, Math.max(1, draw.left())))
        : new Verdict(Optional.of(new Failure.TooMany(Duration.ofSeconds(1))), headers(most, 0));
  }

  private static Map<String, String> headers(int limit, int remaining) {
    return Map.of(
        "X-RateLimit-Limit",
        Integer.toString(limit),
        "X-RateLimit-Remaining",
        Integer.toString(remaining));
  }

  /** The key in the header: with a colon or without one, in either alphabet, padded or not. */
  static Optional<String> key(String authorization) {
    return Optional.of(AUTHORIZATION.matcher(authorization))
        .filter(Matcher::matches)
        .flatMap(found -> decoded(found.group("base64").replace('-', '+').replace('_', '/')))
        .map(text -> text.split(":", 2)[0])
        .filter(key -> !key.isEmpty());
  }

  private static Optional<String> decoded(String base64) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (IllegalArgumentException | CharacterCodingException _) {
      return Optional.empty();
    }
  }
}

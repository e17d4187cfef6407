package interline.fieldopt;

import interline.fleet.ApiKey;
import interline.fleet.Caller;
import interline.fleet.Dialect;
import interline.fleet.Failure;
import interline.fleet.OrganizationId;
import interline.gateway.Authentication;
import interline.gateway.Credentials;
import interline.gateway.Request;
import interline.gateway.Wiring;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who calls: whoever holds the bearer key that is sent. Where {@code FIELDOPT_OPEN} is true, a call
 * without one is on behalf of the organization {@code FIELDOPT_ORGANIZATION}.
 */
final class Access implements Authentication {

  private static final Pattern BEARER = Pattern.compile("(?i)bearer\\b *(.*)");

  private final Credentials credentials;
  private final Optional<Caller> anybody;

  Access(Wiring wiring) {
    this.credentials = new Credentials(wiring, Dialect.FIELDOPT);
    this.anybody =
        wiring
            .value("FIELDOPT_OPEN")
            .filter("true"::equals)
            .map(_ -> new Caller(organization(wiring), "fieldopt"));
  }

  @Override
  public Caller authenticate(Request request) {
    return bearer(request)
        .map(credentials::key)
        .map(ApiKey::caller)
        .or(this::anybody)
        .orElseThrow(() -> new Failure.Unauthenticated("No key was sent"));
  }

  private Optional<Caller> anybody() {
    anybody.map(Caller::organization).ifPresent(credentials::organization);
    return anybody;
  }

  private static Optional<String> bearer(Request request) {
    return request
        .header("Authorization")
        .flatMap(header -> BEARER.matcher(header).results().findFirst())
        .map(result -> result.group(1));
  }

  private static OrganizationId organization(Wiring wiring) {
    return wiring
        .value("FIELDOPT_ORGANIZATION")
        .map(Long::valueOf)
        .map(OrganizationId::new)
        .orElseThrow(
            () -> new IllegalStateException("FIELDOPT_OPEN without FIELDOPT_ORGANIZATION"));
  }
}

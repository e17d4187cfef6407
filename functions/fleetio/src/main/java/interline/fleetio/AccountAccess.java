package interline.fleetio;

import interline.fleet.ApiKey;
import interline.fleet.Caller;
import interline.fleet.Dialect;
import interline.fleet.Failure;
import interline.fleet.Organization;
import interline.gateway.Admission;
import interline.gateway.Authentication;
import interline.gateway.Call;
import interline.gateway.Credentials;
import interline.gateway.Request;
import interline.gateway.Wiring;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may call, and how often: a key and the token of the account that it belongs to, and so many
 * calls of an account in each minute of the clock.
 */
final class AccountAccess implements Authentication, Admission {

  private static final String LIMIT = "fleetio";
  private static final Duration WINDOW = Duration.ofMinutes(1);

  /** {@code Token key}, {@code Token token=key} or {@code Token token="key"}. */
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "Token\\s+(?:token\\s*=\\s*)?+(?:\"(?<quoted>[^\"]+)\"|(?<plain>[^\\s\",]+))\\s*",
          Pattern.CASE_INSENSITIVE);

  private final Credentials credentials;

  AccountAccess(Wiring wiring) {
    this.credentials = new Credentials(wiring, Dialect.FLEETIO);
  }

  @Override
  public Caller authenticate(Request request) {
    Caller caller = authenticateByKey(request);
    String account = account(caller).accountToken();
    if (request.header("Account-Token").filter(account::equals).isEmpty()) {
      throw unknown();
    }
    return caller;
  }

  /** Who makes a request that names no account: the key alone tells which one it is. */
  Caller authenticateByKey(Request request) {
    ApiKey key =
        request
            .header("Authorization")
            .flatMap(AccountAccess::secret)
            .map(credentials::key)
            .orElseThrow(AccountAccess::unknown);
    ApiVersion.of(request, Optional.of(key.user()));
    return key.caller();
  }

  /** The organization of a caller, as an account. */
  Organization account(Caller caller) {
    return credentials.organization(caller.organization());
  }

  @Override
  public Verdict admit(Call call) {
    int most = account(call.caller()).limits().fleetioPerMinute();
    call.permit(LIMIT, most, WINDOW);
    return Verdict.PASSED;
  }

  /** The secret in the header, in any of its spellings. */
  static Optional<String> secret(String authorization) {
    return Optional.of(AUTHORIZATION.matcher(authorization))
        .filter(Matcher::matches)
        .map(
            found ->
                Objects.requireNonNullElseGet(found.group("quoted"), () -> found.group("plain")));
  }

  private static Failure.Unauthenticated unknown() {
    return new Failure.Unauthenticated("No such key and account");
  }
}

package interline.trimble;

import interline.fleet.ApiKey;
import interline.fleet.Caller;
import interline.fleet.Dialect;
import interline.fleet.Failure;
import interline.fleet.Organization;
import interline.fleet.OrganizationId;
import interline.gateway.Authentication;
import interline.gateway.Credentials;
import interline.gateway.Request;
import interline.gateway.Wiring;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who calls: whoever holds a token, bound to one fleet account, that was given for a key which is
 * still good.
 */
final class Access implements Authentication {

  private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S+) *");

  private final Credentials credentials;
  private final Tokens tokens;

  Access(Wiring wiring) {
    this.credentials = new Credentials(wiring, Dialect.TRIMBLE);
    this.tokens = new Tokens(wiring);
  }

  @Override
  public Caller authenticate(Request request) {
    Tokens.Said said = token(request);
    OrganizationId account =
        said.account()
            .orElseThrow(() -> new Failure.NotAllowed("Token does not have account level access"));
    ApiKey key = credentials.keyCalled(said.key());
    if (!opens(key, account)) {
      throw new Failure.Unauthenticated("The key does not open this account");
    }
    credentials.organization(account);
    return key.caller(account);
  }

  /** Who asks for a partner's accounts. */
  Caller authenticatePartner(Request request) {
    Tokens.Said said = token(request);
    ApiKey key = credentials.keyCalled(said.key());
    if (said.account().isPresent()) {
      throw new Failure.NotAllowed("Token does not have partner level access");
    }
    return key.caller();
  }

  /** Whether a request that was let in came with a partner's key. */
  boolean isPartners(Request request) {
    return credentials.keyCalled(token(request).key()).isPartners();
  }

  /** The accounts that a partner's token opens. */
  List<Organization> accounts(Request request) {
    return accounts(credentials.keyCalled(token(request).key()));
  }

  /**
   * A token for whoever knows the secret of a key.
   *
   * @param alias the account that it is to be bound to, by its token
   * @throws Failure.Unauthenticated if key or alias are not known
   */
  Tokens.Issued issue(String secret, Optional<String> alias) {
    ApiKey key = credentials.key(secret);
    return tokens.issue(
        new Tokens.Said(key.hash(), alias.map(name -> account(key, name)).or(() -> own(key))));
  }

  private static Optional<OrganizationId> own(ApiKey key) {
    return key.isPartners() ? Optional.empty() : Optional.of(key.organization());
  }

  private OrganizationId account(ApiKey key, String alias) {
    return accounts(key).stream()
        .filter(account -> account.accountToken().equalsIgnoreCase(alias))
        .map(Organization::id)
        .findFirst()
        .orElseThrow(() -> new Failure.Unauthenticated("No such alias"));
  }

  private List<Organization> accounts(ApiKey key) {
    List<OrganizationId> opened = key.isPartners() ? key.accounts() : List.of(key.organization());
    return opened.stream().flatMap(account -> credentials.find(account).stream()).toList();
  }

  private static boolean opens(ApiKey key, OrganizationId account) {
    return key.isPartners() ? key.accounts().contains(account) : key.organization().equals(account);
  }

  private Tokens.Said token(Request request) {
    return request
        .header("Authorization")
        .map(BEARER::matcher)
        .filter(Matcher::matches)
        .flatMap(header -> tokens.read(header.group(1)))
        .orElseThrow(() -> new Failure.Unauthenticated("No good token was sent"));
  }
}

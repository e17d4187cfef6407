package interline.frachtpilot;

import interline.fleet.ApiKey;
import interline.fleet.Caller;
import interline.fleet.Dialect;
import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.Organization;
import interline.fleet.SignIn;
import interline.fleet.Staff;
import interline.fleet.Store;
import interline.fleet.UseCase;
import interline.gateway.Authentication;
import interline.gateway.Credentials;
import interline.gateway.Request;
import interline.gateway.Wiring;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who calls: whoever sends a key together with the token of its user and day. What is remembered of
 * a key is only whose it is, which never changes; whether it is still theirs, what they sign with
 * and may do is read with each call, so that a new key, mail or right counts at once.
 */
final class Access implements Authentication {

  private static final int MOST_REMEMBERED = 10_000;

  private final Credentials credentials;
  private final Store store;
  private final InstantSource clock;
  private final CsrfToken tokens;
  private final Map<String, Long> holders = new ConcurrentHashMap<>();

  Access(Wiring wiring) {
    this.credentials = new Credentials(wiring, Dialect.FRACHTPILOT);
    this.store = wiring.store();
    this.clock = wiring.clock();
    this.tokens =
        new CsrfToken(
            wiring.clock(), wiring.value("FRACHTPILOT_CSRF_DAYS").map(Integer::parseInt).orElse(1));
  }

  @Override
  public Caller authenticate(Request request) {
    ApiKey key =
        request
            .header("X-AUTH-TOKEN")
            .map(credentials::key)
            .orElseThrow(() -> new Failure.Unauthenticated("No key was sent"));
    SignIn signIn = signIn(key);
    String token = request.header("X-CSRF-TOKEN").orElse("");
    if (!tokens.holds(signIn.mail().orElse(""), token) || !signIn.opensWith(key.hash())) {
      throw new Failure.Unauthenticated("Not the key and token of a user");
    }
    keepUse(key, signIn);
    if (!credentials.organization(key.organization()).limits().frachtPilot()) {
      throw new Failure.NotAllowed("Switched off for this organization");
    }
    return new Caller(
        key.organization(), key.label(), Optional.of(key.user()), Optional.of(signIn));
  }

  private SignIn signIn(ApiKey key) {
    Long holder = holders.get(key.hash());
    SignIn found =
        holder == null
            ? settled(key)
            : store
                .snapshot(key.caller())
                .find(Kind.SIGN_IN.number(holder))
                .orElseThrow(() -> new Failure.Unauthenticated("No such user"));
    if (holder == null) {
      remember(key, found);
    }
    return found;
  }

  /** At most once an hour for each key, and never in the way of what it is used for. */
  private void keepUse(ApiKey key, SignIn signIn) {
    if (signIn.key().filter(held -> held.stale(clock.instant())).isEmpty()) {
      return;
    }
    try {
      SignIn _ = store.commit(key.caller(), Staff.seen(signIn.number(), key.hash()));
    } catch (RuntimeException e) {
      // The next call keeps it.
    }
  }

  private void remember(ApiKey key, SignIn holder) {
    if (holders.size() >= MOST_REMEMBERED) {
      holders.clear();
    }
    holders.put(key.hash(), holder.number());
  }

  private SignIn settled(ApiKey key) {
    Organization company = credentials.organization(key.organization());
    UseCase<SignIn> settling = Staff.settle(key, Rights.ADMIN, company.name());
    try {
      return store.commit(key.caller(), settling);
    } catch (Failure.NotUnique _) {
      // Another call settled it, or the owner, at the same moment.
      return store.commit(key.caller(), settling);
    }
  }
}

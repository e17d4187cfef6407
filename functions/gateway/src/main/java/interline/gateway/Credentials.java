package interline.gateway;

import interline.fleet.ApiKey;
import interline.fleet.Caller;
import interline.fleet.Dialect;
import interline.fleet.Entity;
import interline.fleet.Failure;
import interline.fleet.Kind;
import interline.fleet.Organization;
import interline.fleet.OrganizationId;
import interline.fleet.Ref;
import interline.fleet.Store;
import java.time.Duration;
import java.util.Optional;

/**
 * The keys of one dialect. What was read is good for a minute, so that an authenticated call need
 * not cost a read: a key that is revoked, or whose organization is disabled, stops opening anything
 * after a minute at most. Secrets are neither kept nor logged. Safe for use by many threads.
 */
public final class Credentials {

  private static final Caller LOOKING_UP = new Caller(OrganizationId.OPERATOR, "credentials");

  private static final Duration FOUND = Duration.ofMinutes(1);

  /** A key may be issued after somebody tried it; that should not take a minute to show. */
  private static final Duration MISSED = Duration.ofSeconds(5);

  private static final int MOST = 10_000;

  private final Dialect dialect;
  private final Store store;
  private final Recent<Ref<ApiKey>, ApiKey> keys;
  private final Recent<Ref<Organization>, Organization> organizations;

  public Credentials(Wiring wiring, Dialect dialect) {
    this.dialect = dialect;
    this.store = wiring.store();
    this.keys = new Recent<>(wiring.clock(), FOUND, MISSED, MOST);
    this.organizations = new Recent<>(wiring.clock(), FOUND, MISSED, MOST);
  }

  /**
   * The key that has this secret.
   *
   * @throws Failure.Unauthenticated if there is none, or it is revoked, or for another dialect, or
   *     its organization is disabled
   */
  public ApiKey key(String secret) {
    return keyCalled(ApiKey.hash(secret));
  }

  /**
   * The key whose secret has this hash, for whoever showed the secret before.
   *
   * @throws Failure.Unauthenticated as for {@link #key}
   */
  public ApiKey keyCalled(String hash) {
    // One message for all of them: which it was is nobody's business who has no key.
    ApiKey key =
        keys.get(Kind.API_KEY.id(hash), this::read)
            .filter(known -> known.dialect() == dialect && known.revoked().isEmpty())
            .orElseThrow(() -> new Failure.Unauthenticated("No such key"));
    organization(key.organization());
    return key;
  }

  /**
   * The organization of a caller.
   *
   * @throws Failure.Unauthenticated if it is disabled or there is none
   */
  public Organization organization(OrganizationId id) {
    return find(id).orElseThrow(() -> new Failure.Unauthenticated("No such organization"));
  }

  /** An organization, unless it is disabled or there is none. */
  public Optional<Organization> find(OrganizationId id) {
    return organizations
        .get(Kind.ORGANIZATION.number(id.number()), this::read)
        .filter(Organization::enabled);
  }

  private <E extends Entity> Optional<E> read(Ref<E> ref) {
    return store.snapshot(LOOKING_UP).find(ref);
  }
}

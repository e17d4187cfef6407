package interline.local;

import interline.fleet.ApiKey;
import interline.fleet.Caller;
import interline.fleet.Change;
import interline.fleet.Decision;
import interline.fleet.Dialect;
import interline.fleet.Organization;
import interline.fleet.OrganizationId;
import interline.fleet.Organizations;
import interline.fleet.Snapshot;
import interline.fleet.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * An organization of a test's own, with a key for each dialect, on the server that all tests share:
 * so tests run beside each other without seeing each other, and numbers begin with 1 in each.
 */
public record Tenant(Organization organization, String secret) {

  /** More than any test asks for, so that only the tests of limits meet one. */
  private static final Organization.Limits LIMITS =
      new Organization.Limits(Organization.Limits.UNLIMITED, 100_000);

  private static final Caller OPERATOR = new Caller(OrganizationId.OPERATOR, "test");

  public static Tenant create(Store store) {
    return create(store, LIMITS);
  }

  public static Tenant create(Store store, Organization.Limits limits) {
    String secret = UUID.randomUUID().toString().replace("-", "");
    Organization organization =
        store.commit(OPERATOR, Organizations.create("Test", "t" + secret.substring(0, 12), limits));
    Tenant tenant = new Tenant(organization, secret);
    store.commit(OPERATOR, tenant::keys);
    return tenant;
  }

  /** All keys in one transaction: tests make many tenants. */
  private Decision<Tenant> keys(Snapshot fleet) {
    List<Change> changes = new ArrayList<>();
    for (Dialect dialect : Dialect.values()) {
      changes.addAll(
          Organizations.issue(
                  organization.number(),
                  new ApiKey.Draft(dialect, "test", Optional.empty()),
                  key(dialect))
              .decide(fleet)
              .changes());
    }
    return new Decision<>(changes, this);
  }

  public String key(Dialect dialect) {
    return switch (dialect) {
      case ONFLEET -> secret;
      case FLEETIO, FIELDOPT, TRIMBLE, FRACHTPILOT ->
          dialect.name().toLowerCase(Locale.ROOT) + secret;
    };
  }

  public OrganizationId id() {
    return organization.id();
  }

  public Caller caller() {
    return new Caller(organization.id(), "test");
  }
}

package interline.local;

import interline.fleet.ApiKey;
import interline.fleet.Caller;
import interline.fleet.Dialect;
import interline.fleet.Kind;
import interline.fleet.Organization;
import interline.fleet.OrganizationId;
import interline.fleet.Organizations;
import interline.fleet.Store;
import interline.fleet.StoreProvider;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** The demo organization: it exists only here, with credentials that everybody knows. */
final class Demo {

  private static final String TABLE = "Table";
  private static final String ACCOUNT_TOKEN = "demo";
  private static final String EMAIL = "demo@interline.example";
  private static final String FLEETIO_KEY = "demo-fleetio-key";
  private static final Organization.Limits LIMITS = new Organization.Limits(20, 1000);

  /**
   * A key of the demo organization.
   *
   * @param accounts the organizations that it opens instead, if it is a partner's
   */
  private record Key(Dialect dialect, String secret, Optional<String> email, List<Long> accounts) {

    Key(Dialect dialect, String secret, Optional<String> email) {
      this(dialect, secret, email, List.of());
    }
  }

  private static final List<Key> KEYS =
      List.of(
          new Key(Dialect.ONFLEET, "0123456789abcdef0123456789abcdef", Optional.empty()),
          new Key(Dialect.FLEETIO, FLEETIO_KEY, Optional.of(EMAIL)),
          new Key(Dialect.TRIMBLE, "demo-trimble-key", Optional.empty()),
          new Key(Dialect.TRIMBLE, "demo-trimble-partner-key", Optional.empty(), List.of(1L)),
          new Key(Dialect.FRACHTPILOT, "demo-frachtpilot-key", Optional.of(EMAIL)));

  private Demo() {}

  /** Whether a template is Interline's: another one has no place for an organization. */
  static boolean belongsTo(Template template) {
    return template.tables().stream().anyMatch(table -> table.id().equals(TABLE));
  }

  /** Makes the organization, if it is not there yet. It is the first, so its number is 1. */
  static void prepare(Stack stack) {
    if (!belongsTo(stack.template())) {
      return;
    }
    Map<String, String> environment = new LinkedHashMap<>(stack.variables());
    environment.put("TABLE_NAME", stack.tableName(TABLE));
    Store store =
        ServiceLoader.load(StoreProvider.class).findFirst().orElseThrow().store(environment);
    Caller operator = new Caller(OrganizationId.OPERATOR, "local");
    if (store.snapshot(operator).find(Kind.ORGANIZATION.number(1)).isEmpty()) {
      Organization demo =
          store.commit(operator, Organizations.create("Demo", ACCOUNT_TOKEN, LIMITS));
      KEYS.forEach(
          key ->
              store.commit(
                  operator,
                  Organizations.issue(
                      demo.number(),
                      new ApiKey.Draft(
                          key.dialect(),
                          "demo",
                          key.email(),
                          ZoneOffset.UTC,
                          Optional.empty(),
                          key.accounts()),
                      key.secret())));
    }
  }

  /** Lines for whoever started the server: credentials, and calls to try. */
  static String greeting(URI address) {
    return """

    The demo organization, with credentials that are good here only:
      FieldOpt     open, no key needed
      Fleetio      key %1$s, account token %2$s

    Try:
      curl %3$s/api/v1/technicians/ -d '{"name":"John Coltrane","skills":["install"]}'
      curl %3$s/api/v1/jobs/ -d '{"type":"install","customer":"Acme Corp","address":"123 Main St, NYC","skills_required":["install"]}'
      curl %3$s/api/v1/bulk_api_jobs -H 'Authorization: Token %1$s' -H 'Account-Token: %2$s' \\
        -d '{"resource":"vehicle","operation":"create","records":[{"name":"Van 1","primary_meter_unit":"mi","vehicle_type_name":"Van","vehicle_status_name":"Active"}]}'
    """
        .formatted(FLEETIO_KEY, ACCOUNT_TOKEN, address);
  }
}

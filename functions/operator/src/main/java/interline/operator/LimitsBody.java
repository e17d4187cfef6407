package interline.operator;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import interline.fleet.Organization;
import interline.gateway.Fields;
import interline.gateway.Wiring;

/** The limits of an organization, as the operator writes and sees them. */
@JsonNaming(SnakeCaseStrategy.class)
record LimitsBody(int onfleetPerSecond, int fleetioPerMinute) {

  private static final String ONFLEET = "onfleet_per_second";
  private static final String FLEETIO = "fleetio_per_minute";

  static LimitsBody of(Organization.Limits limits) {
    return new LimitsBody(limits.onfleetPerSecond(), limits.fleetioPerMinute());
  }

  /** What a body says, which has to be all of them. */
  static Organization.Limits read(Fields body) {
    return new Organization.Limits(
        body.required(ONFLEET, Fields::integer), body.required(FLEETIO, Fields::integer));
  }

  /** What a body says, and the rest as it was to be. */
  static Organization.Limits read(Fields body, Organization.Limits rest) {
    return new Organization.Limits(
        body.integer(ONFLEET).orElse(rest.onfleetPerSecond()),
        body.integer(FLEETIO).orElse(rest.fleetioPerMinute()));
  }

  /** What an organization is given whose creator says nothing of limits. */
  static Organization.Limits defaults(Wiring wiring) {
    return new Organization.Limits(
        setting(wiring, "ONFLEET_REQUESTS_PER_SECOND", 20),
        setting(wiring, "FLEETIO_REQUESTS_PER_MINUTE", 50));
  }

  private static int setting(Wiring wiring, String name, int usual) {
    try {
      return wiring.value(name).map(Integer::parseInt).orElse(usual);
    } catch (NumberFormatException e) {
      throw new IllegalStateException("The setting " + name + " has to be a whole number", e);
    }
  }
}

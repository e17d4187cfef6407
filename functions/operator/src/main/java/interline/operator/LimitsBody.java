package interline.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import interline.fleet.Bucket;
import interline.fleet.Organization;
import interline.gateway.Fields;
import interline.gateway.Wiring;
import java.time.Duration;
import java.util.Optional;

/**
 * The limits of an organization, as the operator writes and sees them.
 *
 * @param onfleetBan what becomes of callers who go on in spite of being refused, if anything
 * @param frachtpilot false if the FrachtPilot dialect is switched off; else it is not shown
 */
@JsonNaming(SnakeCaseStrategy.class)
record LimitsBody(
    int onfleetPerSecond,
    int fleetioPerMinute,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<BanBody> onfleetBan,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Boolean> frachtpilot) {

  private static final String FRACHTPILOT = "frachtpilot";

  private static final String ONFLEET = "onfleet_per_second";
  private static final String FLEETIO = "fleetio_per_minute";
  private static final String BAN = "onfleet_ban";

  /** Nothing is let through for some seconds once something was refused in so many on end. */
  @JsonNaming(SnakeCaseStrategy.class)
  record BanBody(int afterSeconds, long lastingSeconds) {

    static Bucket.Ban read(Fields body) {
      return new Bucket.Ban(
          body.required("after_seconds", Fields::integer),
          Duration.ofSeconds(body.required("lasting_seconds", Fields::integer)));
    }
  }

  static LimitsBody of(Organization.Limits limits) {
    return new LimitsBody(
        limits.onfleetPerSecond(),
        limits.fleetioPerMinute(),
        limits.onfleetBan().map(ban -> new BanBody(ban.after(), ban.lasting().toSeconds())),
        limits.frachtPilot() ? Optional.empty() : Optional.of(false));
  }

  /** What a body says, which has to be both limits; a ban that it does not speak of ends. */
  static Organization.Limits read(Fields body) {
    return new Organization.Limits(
        body.required(ONFLEET, Fields::integer),
        body.required(FLEETIO, Fields::integer),
        body.object(BAN).map(BanBody::read),
        body.flag(FRACHTPILOT).orElse(true));
  }

  /** What a body says, and the rest as it was to be. */
  static Organization.Limits read(Fields body, Organization.Limits rest) {
    return new Organization.Limits(
        body.integer(ONFLEET).orElse(rest.onfleetPerSecond()),
        body.integer(FLEETIO).orElse(rest.fleetioPerMinute()),
        body.object(BAN).map(BanBody::read).or(rest::onfleetBan),
        body.flag(FRACHTPILOT).orElse(rest.frachtPilot()));
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

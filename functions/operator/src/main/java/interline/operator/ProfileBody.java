package interline.operator;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import interline.fleet.Organization;
import interline.fleet.Said;
import interline.gateway.Expected;
import interline.gateway.Fields;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What an organization tells of itself, as the operator writes and sees it.
 *
 * @param country two letters of ISO 3166-1
 * @param timeZone a name of the IANA time zone database
 * @param delegatees the numbers of organizations that it is connected to
 */
@JsonNaming(SnakeCaseStrategy.class)
record ProfileBody(
    String country,
    String timeZone,
    String email,
    Optional<String> driverSupportEmail,
    Optional<String> image,
    List<Long> delegatees) {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  static ProfileBody of(Organization.Profile profile) {
    return new ProfileBody(
        profile.country(),
        profile.zone().equals(ZoneOffset.UTC) ? "UTC" : profile.zone().getId(),
        profile.email(),
        profile.driverSupportEmail(),
        profile.image(),
        profile.delegatees());
  }

  /** What a body says of a profile, and the rest as it is. */
  static UnaryOperator<Organization.Profile> read(Fields body) {
    Optional<String> country = body.text("country");
    if (country.filter(COUNTRIES::contains).isEmpty() && country.isPresent()) {
      throw body.bad("country", new Expected.Like("US"));
    }
    Optional<String> zone = body.text("time_zone");
    Optional<String> email = body.text("email");
    Said<String> support = body.said("driver_support_email", Fields::text);
    Said<String> image = body.said("image", Fields::text);
    Optional<List<Long>> delegatees = body.ids("delegatees");
    return before ->
        new Organization.Profile(
            country.orElse(before.country()),
            zone.map(name -> NewKey.zone(body, name)).orElse(before.zone()),
            email.orElse(before.email()),
            support.or(before.driverSupportEmail()),
            image.or(before.image()),
            delegatees.orElse(before.delegatees()));
  }
}

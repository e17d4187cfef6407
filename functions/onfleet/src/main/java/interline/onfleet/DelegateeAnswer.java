package interline.onfleet;

import interline.fleet.Organization;
import java.util.Optional;

/** A connected organization, as Onfleet shows it. */
record DelegateeAnswer(
    String id,
    String name,
    String email,
    String timezone,
    String country,
    boolean isFulfillment,
    Optional<String> driverSupportEmail) {

  static DelegateeAnswer of(Organization organization) {
    Organization.Profile profile = organization.profile();
    return new DelegateeAnswer(
        OrganizationAnswer.id(organization.number()),
        organization.name(),
        profile.email(),
        Times.zone(profile.zone()),
        profile.country(),
        false,
        profile.driverSupportEmail());
  }
}

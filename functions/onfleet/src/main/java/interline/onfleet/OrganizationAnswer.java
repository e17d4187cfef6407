package interline.onfleet;

import interline.fleet.Identity;
import interline.fleet.Organization;
import interline.fleet.OrganizationId;
import java.util.List;
import java.util.Optional;

/** The caller's organization, as Onfleet shows it. */
record OrganizationAnswer(
    String id,
    long timeCreated,
    long timeLastModified,
    String name,
    String email,
    Optional<String> image,
    String timezone,
    String country,
    List<String> delegatees,
    Optional<String> driverSupportEmail) {

  static OrganizationAnswer of(Organization organization) {
    Organization.Profile profile = organization.profile();
    return new OrganizationAnswer(
        id(organization.number()),
        Times.created(organization.stamp()),
        Times.changed(organization.stamp()),
        organization.name(),
        profile.email(),
        profile.image(),
        Times.zone(profile.zone()),
        profile.country(),
        profile.delegatees().stream().map(OrganizationAnswer::id).toList(),
        profile.driverSupportEmail());
  }

  static String id(long number) {
    return new Identity(new OrganizationId(number)).ofOrganization();
  }
}

package interline.operator;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import interline.fleet.Organization;

/** An organization, as the operator sees it. */
@JsonNaming(SnakeCaseStrategy.class)
record OrganizationBody(
    long number,
    String name,
    String accountToken,
    boolean enabled,
    LimitsBody limits,
    ProfileBody profile,
    String createdAt,
    String updatedAt) {

  static OrganizationBody of(Organization organization) {
    return new OrganizationBody(
        organization.number(),
        organization.name(),
        organization.accountToken(),
        organization.enabled(),
        LimitsBody.of(organization.limits()),
        ProfileBody.of(organization.profile()),
        organization.stamp().created().toString(),
        organization.stamp().changed().toString());
  }
}

package interline.operator;

import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Organization;
import interline.fleet.Organizations;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Wiring;
import java.util.Optional;

/** Makes, shows and changes organizations, and what they may ask for. */
final class OrganizationEndpoints {

  private final Organization.Limits defaults;

  OrganizationEndpoints(Wiring wiring) {
    this.defaults = LimitsBody.defaults(wiring);
  }

  Answer list(Call call) {
    return Answer.ok(
        PageBody.of(
            call.fleet().page(new Listing.Everything<>(Kind.ORGANIZATION), Paging.of(call)),
            OrganizationBody::of));
  }

  Answer create(Call call) {
    NewOrganization wanted = NewOrganization.read(call.fields(), defaults);
    Organization organization =
        call.commit(Organizations.create(wanted.name(), wanted.accountToken(), wanted.limits()));
    return Answer.created(OrganizationBody.of(organization))
        .header("Location", "/operator/organizations/" + organization.number());
  }

  Answer show(Call call) {
    return Answer.ok(OrganizationBody.of(organization(call)));
  }

  Answer revise(Call call) {
    OrganizationRevision wanted = OrganizationRevision.read(call.fields());
    return Answer.ok(
        OrganizationBody.of(
            call.commit(
                Organizations.revise(
                    call.id("organization"), wanted.name(), wanted.enabled(), Optional.empty()))));
  }

  Answer limits(Call call) {
    return Answer.ok(LimitsBody.of(organization(call).limits()));
  }

  Answer limit(Call call) {
    Organization.Limits wanted = LimitsBody.read(call.fields());
    Organization after =
        call.commit(
            Organizations.revise(
                call.id("organization"), Optional.empty(), Optional.empty(), Optional.of(wanted)));
    return Answer.ok(LimitsBody.of(after.limits()));
  }

  private static Organization organization(Call call) {
    return call.fleet().get(Kind.ORGANIZATION.number(call.id("organization")));
  }
}

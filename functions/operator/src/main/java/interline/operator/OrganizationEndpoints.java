package interline.operator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import interline.fleet.Kind;
import interline.fleet.Listing;
import interline.fleet.Organization;
import interline.fleet.Organizations;
import interline.gateway.Answer;
import interline.gateway.Call;
import interline.gateway.Fields;
import interline.gateway.Wiring;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes, shows and changes organizations, and what they may ask for. */
final class OrganizationEndpoints {

  private final Organization.Limits defaults;
  private final Supplier<String> secrets;

  OrganizationEndpoints(Wiring wiring) {
    this.defaults = LimitsBody.defaults(wiring);
    this.secrets = wiring.secrets();
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
        call.commit(
            Organizations.create(
                wanted.name(),
                wanted.accountToken(),
                wanted.limits(),
                ProfileBody.read(
                        call.fields().object("profile").orElseGet(OrganizationEndpoints::nothing))
                    .apply(Organization.Profile.BLANK)));
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
                    call.id("organization"),
                    wanted.name(),
                    wanted.enabled(),
                    Optional.empty(),
                    ProfileBody.read(
                        call.fields()
                            .object("profile")
                            .orElseGet(OrganizationEndpoints::nothing))))));
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

  Answer secret(Call call) {
    return secret(organization(call));
  }

  /** Twice 128 bits of chance; what was signed with the old one no longer matches. */
  Answer rotate(Call call) {
    String secret = secrets.get() + secrets.get();
    return secret(call.commit(Organizations.rotate(call.id("organization"), secret)));
  }

  private static Answer secret(Organization organization) {
    Map<String, Optional<String>> body = Map.of("webhook_secret", organization.webhookSecret());
    return Answer.ok(body).header("Cache-Control", "no-store");
  }

  private static Fields nothing() {
    return Fields.of(JsonNodeFactory.instance.objectNode());
  }

  private static Organization organization(Call call) {
    return call.fleet().get(Kind.ORGANIZATION.number(call.id("organization")));
  }
}

package interline.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganizationsTest {

  private static final Organization.Limits LIMITS = new Organization.Limits(20, 180);

  private final PlainFleet fleet = new PlainFleet();

  private Organization given(String name, String accountToken) {
    Organization made = fleet.commit(Organizations.create(name, accountToken, LIMITS));
    return fleet.get(made.ref());
  }

  private ApiKey issue(Organization owner, String secret) {
    return fleet.commit(
        Organizations.issue(
            owner.number(),
            new ApiKey.Draft(Dialect.FLEETIO, "nightly import", Optional.empty()),
            secret));
  }

  @Test
  void anOrganizationIsEnabledAndHoldsItsAccountToken() {
    Organization acme = given("Acme", "acme");

    assertThat(acme.enabled()).isTrue();
    assertThat(acme.limits()).isEqualTo(LIMITS);
    assertThat(fleet.holder(Kind.ORGANIZATION, new Unique(Field.ACCOUNT_TOKEN, "ACME")))
        .hasValue(acme.ref());
    assertThatThrownBy(() -> given("Another", "Acme"))
        .isInstanceOfSatisfying(
            Failure.NotUnique.class,
            taken -> assertThat(taken.field()).isEqualTo(Field.ACCOUNT_TOKEN));
  }

  @Test
  void anOrganizationHasANameAndAToken() {
    assertThatThrownBy(() -> given(" ", "acme")).isInstanceOf(Failure.Invalid.class);
    assertThatThrownBy(() -> given("Acme", "")).isInstanceOf(Failure.Invalid.class);
    assertThatThrownBy(() -> given("Acme", "x".repeat(64))).isInstanceOf(Failure.Invalid.class);
  }

  @Test
  void aRevisionChangesWhatItSpeaksOf() {
    Organization acme = given("Acme", "acme");

    fleet.commit(
        Organizations.revise(
            acme.number(), Optional.empty(), Optional.of(false), Optional.empty()));
    fleet.commit(
        Organizations.revise(
            acme.number(),
            Optional.of("Acme Inc."),
            Optional.empty(),
            Optional.of(new Organization.Limits(1, 2))));

    assertThat(fleet.get(acme.ref()))
        .returns("Acme Inc.", Organization::name)
        .returns(false, Organization::enabled)
        .returns(new Organization.Limits(1, 2), Organization::limits)
        .returns("acme", Organization::accountToken)
        .returns(acme.accountToken(), Organization::accountToken);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_000_001})
  void aLimitIsPositiveAndNotAbsurd(int limit) {
    assertThatThrownBy(() -> new Organization.Limits(limit, 1)).isInstanceOf(Failure.Invalid.class);
    assertThatThrownBy(() -> new Organization.Limits(1, limit)).isInstanceOf(Failure.Invalid.class);
  }

  @Test
  void aKeyIsKnownByTheHashOfItsSecretOnly() {
    Organization acme = given("Acme", "acme");

    ApiKey key = issue(acme, "secret");

    assertThat(key.hash())
        .isEqualTo("2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b");
    assertThat(fleet.get(Kind.API_KEY.id(ApiKey.hash("secret"))).caller())
        .isEqualTo(new Caller(acme.id(), "nightly import", Optional.of(key.user())));
    assertThat(key.toString()).doesNotContain("secret");
    assertThat(fleet.all(new Listing.KeysOf(acme.id()))).hasSize(1);
  }

  @Test
  void aSecretIsGoodForOneKeyInAllOrganizations() {
    issue(given("Acme", "acme"), "secret");
    Organization other = given("Other", "other");

    assertThatThrownBy(() -> issue(other, "secret")).isInstanceOf(Failure.NotUnique.class);
  }

  @Test
  void aKeyIsRevokedOnceAndByItsOwnerOnly() {
    Organization acme = given("Acme", "acme");
    Organization other = given("Other", "other");
    ApiKey key = issue(acme, "secret");

    assertThatThrownBy(() -> fleet.commit(Organizations.revoke(other.number(), key.hash())))
        .isInstanceOf(Failure.NotFound.class);
    fleet.commit(Organizations.revoke(acme.number(), key.hash()));
    fleet.pass(Duration.ofMinutes(1));
    fleet.commit(Organizations.revoke(acme.number(), key.hash()));

    assertThat(fleet.get(key.ref()).revoked()).hasValue(PlainFleet.START);
  }

  @Test
  void aPartnersKeyTellsWhatItOpenedAfterItIsRevokedToo() {
    Organization partner = given("Partner", "partner");
    Organization acme = given("Acme", "acme");
    ApiKey key =
        fleet.commit(
            Organizations.issue(
                partner.number(),
                new ApiKey.Draft(
                    Dialect.TRIMBLE,
                    "x",
                    Optional.empty(),
                    ZoneOffset.UTC,
                    Optional.empty(),
                    List.of(acme.number())),
                "secret"));

    fleet.commit(Organizations.revoke(partner.number(), key.hash()));

    assertThat(fleet.get(key.ref()).accounts()).containsExactly(new OrganizationId(acme.number()));
  }

  @Test
  void aKeyNeedsAnOrganization() {
    assertThatThrownBy(
            () ->
                fleet.commit(
                    Organizations.issue(
                        99, new ApiKey.Draft(Dialect.ONFLEET, "x", Optional.empty()), "secret")))
        .isInstanceOf(Failure.NotFound.class);
  }
}

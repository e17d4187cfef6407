package interline.fleet;

import java.util.Optional;

/**
 * What the operator of a deployment does. These use cases are for a caller of {@link
 * OrganizationId#OPERATOR}: organizations and keys are the operator's records.
 */
public final class Organizations {

  private Organizations() {}

  /** Makes an organization, with nothing in it yet. */
  public static UseCase<Organization> create(
      String name, String accountToken, Organization.Limits limits) {
    return fleet -> {
      Organization organization =
          new Organization(
              fleet.number(Kind.ORGANIZATION),
              Stamp.fresh(fleet.now()),
              name,
              accountToken,
              true,
              limits);
      return Decision.of(
          organization,
          new Change.Create(organization),
          new Change.Claim(new Unique(Field.ACCOUNT_TOKEN, accountToken), organization.ref()),
          Event.to(organization, Event.Type.CREATED, fleet));
    };
  }

  /** Changes what is given and leaves the rest. A disabled organization's keys open nothing. */
  public static UseCase<Organization> revise(
      long number,
      Optional<String> name,
      Optional<Boolean> enabled,
      Optional<Organization.Limits> limits) {
    return fleet -> {
      Organization before = fleet.get(Kind.ORGANIZATION.number(number));
      Organization after =
          new Organization(
              number,
              before.stamp().at(fleet.now()),
              name.orElse(before.name()),
              before.accountToken(),
              enabled.orElse(before.enabled()),
              limits.orElse(before.limits()),
              before.profile(),
              before.webhookSecret());
      return Decision.of(
          after, new Change.Replace(after), Event.to(after, Event.Type.CHANGED, fleet));
    };
  }

  /**
   * Makes a key good for a dialect of an organization.
   *
   * @throws Failure.NotUnique if the secret is in use
   */
  public static UseCase<ApiKey> issue(long organization, ApiKey.Draft draft, String secret) {
    return fleet -> {
      Organization owner = fleet.get(Kind.ORGANIZATION.number(organization));
      Text.check(Field.NAME, draft.label(), 255);
      String hash = ApiKey.hash(secret);
      if (fleet.find(Kind.API_KEY.id(hash)).isPresent()) {
        throw new Failure.NotUnique(Field.API_KEY);
      }
      User user =
          new User(
              fleet.number(Kind.USER),
              draft.email(),
              draft.zone(),
              draft.edition().or(() -> draft.dialect().newest()));
      ApiKey key =
          new ApiKey(
              hash,
              Stamp.fresh(fleet.now()),
              owner.id(),
              draft.dialect(),
              draft.label(),
              user,
              Optional.empty());
      return Decision.of(key, new Change.Create(key), Event.to(key, Event.Type.CREATED, fleet));
    };
  }

  /** Revoking twice changes nothing. */
  public static UseCase<ApiKey> revoke(long organization, String hash) {
    return fleet -> {
      ApiKey key =
          fleet
              .find(Kind.API_KEY.id(hash))
              .filter(known -> known.organization().number() == organization)
              .orElseThrow(() -> new Failure.NotFound(Kind.API_KEY));
      if (key.revoked().isPresent()) {
        return Decision.of(key);
      }
      ApiKey revoked = key.revoked(fleet.now());
      return Decision.of(
          revoked, new Change.Replace(revoked), Event.to(revoked, Event.Type.REMOVED, fleet));
    };
  }
}

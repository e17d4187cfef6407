package interline.fleet;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the operator of a deployment does. These use cases are for a caller of {@link
 * OrganizationId#OPERATOR}: organizations and keys are the operator's records.
 */
public final class Organizations {

  private Organizations() {}

  /** Makes an organization that tells nothing of itself, with nothing in it yet. */
  public static UseCase<Organization> create(
      String name, String accountToken, Organization.Limits limits) {
    return create(name, accountToken, limits, Organization.Profile.BLANK);
  }

  /** Makes an organization, with nothing in it yet. */
  public static UseCase<Organization> create(
      String name, String accountToken, Organization.Limits limits, Organization.Profile profile) {
    return fleet -> {
      checkDelegatees(profile, fleet);
      Organization organization =
          new Organization(
              fleet.number(Kind.ORGANIZATION),
              Stamp.fresh(fleet.now()),
              name,
              accountToken,
              true,
              limits,
              profile,
              Optional.empty());
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
    return revise(number, name, enabled, limits, UnaryOperator.identity());
  }

  /** The same, and what the organization tells of itself. */
  public static UseCase<Organization> revise(
      long number,
      Optional<String> name,
      Optional<Boolean> enabled,
      Optional<Organization.Limits> limits,
      UnaryOperator<Organization.Profile> profile) {
    return fleet -> {
      Organization before = fleet.get(Kind.ORGANIZATION.number(number));
      Organization.Profile told = profile.apply(before.profile());
      if (!told.delegatees().equals(before.profile().delegatees())) {
        checkDelegatees(told, fleet);
      }
      Organization after =
          new Organization(
              number,
              before.stamp().at(fleet.now()),
              name.orElse(before.name()),
              before.accountToken(),
              enabled.orElse(before.enabled()),
              limits.orElse(before.limits()),
              told,
              before.webhookSecret());
      return Decision.of(
          after, new Change.Replace(after), Event.to(after, Event.Type.CHANGED, fleet));
    };
  }

  /** Signs with another secret from now on. */
  public static UseCase<Organization> rotate(long number, String webhookSecret) {
    return fleet -> {
      Organization before = fleet.get(Kind.ORGANIZATION.number(number));
      Organization after =
          new Organization(
              number,
              before.stamp().at(fleet.now()),
              before.name(),
              before.accountToken(),
              before.enabled(),
              before.limits(),
              before.profile(),
              Optional.of(webhookSecret));
      return Decision.of(
          after, new Change.Replace(after), Event.to(after, Event.Type.CHANGED, fleet));
    };
  }

  /** They have to be there; that one of them is the organization itself does no harm. */
  private static void checkDelegatees(Organization.Profile profile, Snapshot fleet) {
    List<Ref<Organization>> refs =
        profile.delegatees().stream().distinct().map(Kind.ORGANIZATION::number).toList();
    if (refs.size() != profile.delegatees().size()) {
      throw Failure.invalid(Field.DELEGATEES, new Rule.Distinct());
    }
    if (!refs.isEmpty() && fleet.findAll(refs).entities().size() != refs.size()) {
      throw Failure.invalid(Field.DELEGATEES, new Rule.Known());
    }
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
      for (long account : draft.accounts()) {
        if (fleet.find(Kind.ORGANIZATION.number(account)).isEmpty()) {
          throw Failure.invalid(Field.ACCOUNTS, new Rule.Known());
        }
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
              Optional.empty(),
              draft.accounts().stream().distinct().map(OrganizationId::new).toList());
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

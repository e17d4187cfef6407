package interline.fleet;

/**
 * A company whose fleet this is.
 *
 * @param name 1 to 255 characters
 * @param accountToken its short public name, unique in the deployment
 * @param enabled whether its keys open anything
 */
public record Organization(
    long number, Stamp stamp, String name, String accountToken, boolean enabled, Limits limits)
    implements Entity {

  public Organization {
    Text.check(Field.NAME, name, 255);
    Text.check(Field.ACCOUNT_TOKEN, accountToken, 63);
  }

  /**
   * How much an organization may ask for.
   *
   * @param onfleetPerSecond requests of the Onfleet dialect in a second, over all keys
   * @param fleetioPerMinute requests of the Fleetio dialect in a clock minute, over all keys
   */
  public record Limits(int onfleetPerSecond, int fleetioPerMinute) {

    public Limits {
      between(1, onfleetPerSecond);
      between(1, fleetioPerMinute);
    }

    private static void between(int least, int value) {
      if (value < least || value > 1_000_000) {
        throw Failure.invalid(Field.LIMIT, new Rule.Between(least, 1_000_000));
      }
    }
  }

  public OrganizationId id() {
    return new OrganizationId(number);
  }

  @Override
  public Ref<Organization> ref() {
    return Kind.ORGANIZATION.number(number);
  }
}
